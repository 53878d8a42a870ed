import Behaviour
import Knowledge

/// Production code uses what it is made for, not what stands in for it in tests.
enum TestDoubleInProduction: Rule {
  static let card = RuleCard(
    id: .testDoubleInProduction,
    family: .fabrication,
    summary: "Production code uses real collaborators.",
    rationale: """
      A mock that is wired where customers are served answers as it was told to, and nothing is charged, sent or stored. \
      The same goes for code that notices a test and leaves out what it is for, for keys of a test account as a \
      default, and for a database that lives in memory.

      It is no gap where a named development or demonstration profile decides, and in code that is itself made for \
      tests.
      """,
    sources: ["CWE-489", "CWE-1269", "Gap catalog, S1b, S3a"],
    examples: dynamicExamples + compiledExamples
  )

  static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    guard !context.isExempt, context.file.context.traits.isDisjoint(with: .oneOff) else { return }
    var finder = TestDoubleFinder(context: context)
    finder.find()
    // Many names are read to know that; most units hold nothing to ask it for.
    guard !finder.found.isEmpty, !context.isTestSupport else { return }
    ledger.add(.testDoubleInProduction, finder.found)
  }
}

extension UnitContext {
  /// Whether the unit is there for tests, by its file's place, its own name, or what it is given.
  var isTestSupport: Bool {
    if TestSupport.holds(path: file.context.path) { return true }
    if TestSupport.says(unit.name) || unit.owner.map({ TestSupport.says($0.name) }) == true { return true }
    // Modules and groups around it: `tests.helper`.
    if unit.qualifiedName.split(separator: ".").dropLast().contains(where: { TestSupport.says(String($0)) }) {
      return true
    }
    return unit.parameters.contains { parameter in
      parameter.type.map { type in
        ["testing.T", "testing.B", "testing.TB", "testing.F", "testing.M"].contains { type.hasSuffix($0) }
      } ?? false
    }
  }
}

/// Words by which code says that it is made for tests or for show.
enum TestSupport {
  static func holds(path: String) -> Bool {
    path.split(separator: "/").contains { says(String($0)) }
  }

  static func says(_ name: String) -> Bool {
    NameReading.words(name).contains { words.contains($0) }
  }

  static let words: Set<String> = [
    "test", "tests", "testing", "testutil", "testutils", "testkit", "testlib", "testsupport", "spec", "specs",
    "fixture", "fixtures", "mock", "mocks", "mocked", "fake", "fakes", "stub", "stubs", "dummy", "demo", "demos",
    "seed",
    "seeds", "seeder", "seeders", "example", "examples", "sample", "samples", "story", "stories", "storybook",
    "benchmark", "benchmarks", "bench", "e2e", "conftest", "factories", "factory", "playground", "sandbox", "dev",
    "development", "debug", "devtools", "faker", "harness", "cypress", "playwright", "jest", "vitest", "preview",
    "previews", "scaffold", "simulator", "simulation", "emulator", "rig", "fuzz",
    "fuzzing", "fuzzer",
  ]
}

struct TestDoubleFinder {
  let context: UnitContext
  var found: [PendingEntry] = []
  var tree: BehaviourTree { context.tree }

  init(context: UnitContext) { self.context = context }

  mutating func find() {
    for call in context.calls where tree[call.node].role != .decorator { findDouble(call) }
    findTestWays()
    findTestValues()
  }

  // MARK: - Doubles

  private mutating func findDouble(_ call: CallFact) {
    if call.known?.part == .mock, context.certainty(call) >= .import {
      // A step of a chain that is told already.
      if let receiver = tree.child(call.node, .receiver), context.call(receiver)?.known?.part == .mock { return }
      let name = context.display(call.node)
      return add(
        call.node,
        "`\(name)` belongs to a library for tests.",
        "In which deployment is what `\(name)` makes the real thing?",
        .high
      )
    }
    guard call.known == nil, let type = doubleMade(by: call.node) else { return }
    add(
      call.node,
      "`\(type)` stands in for something real, and is made here for production.",
      "In which deployment is `\(type)` the real collaborator?",
      .medium
    )
  }

  /// The name of the double that a call makes; nil where it makes none by its name.
  private func doubleMade(by call: NodeIndex) -> String? {
    let name = tree.name(call)
    guard !name.isEmpty else { return nil }
    let parts = name.split(separator: ".")
    guard let last = parts.last else { return nil }
    if NameReading.isCapitalized(last), isDouble(String(last)) {
      if tree[call].has(.constructs) { return String(last) }
      // Of a package, or of this one: a method of some value makes whatever that value makes.
      guard context.file.context.facts.has(.capitalsAreFunctions), parts.count == 1 || tree[call].certainty == .import
      else { return nil }
      return String(last)
    }
    // `MockGateway.new`, `FakeMailer::default()`.
    if parts.count == 2, NameReading.isCapitalized(parts[0]), isDouble(String(parts[0])),
      ["new", "default", "create", "build", "shared", "instance", "getInstance"].contains(String(last))
    {
      return String(parts[0])
    }
    // `NewFakeMailer()`, `newMockStore()`.
    let words = NameReading.words(last)
    if words.first == "new", words.count > 2, isDouble(String(last.dropFirst(3))) { return String(last.dropFirst(3)) }
    return nil
  }

  private func isDouble(_ type: String) -> Bool {
    let words = NameReading.words(type)
    guard let first = words.first, words.count > 1 else { return false }
    if ["mock", "fake", "stub", "dummy"].contains(first) {
      // `StubType`, `StubTypeRule`: what is said of stubs, in a domain that has some.
      return !["type", "kind", "rule", "mode", "option", "options", "setting", "settings"].contains(words[1])
    }
    // What forgets everything when the process ends, where it is to be kept.
    let isMemory = first == "in" && words.count > 2 && words[1] == "memory" || first == "inmemory"
    return isMemory && words.contains { TestDoubleFinder.kept.contains($0) }
  }

  private static let kept: Set<String> = [
    "repository", "repo", "database", "db", "gateway", "payment", "payments", "mailer", "ledger", "accounts", "orders",
  ]

  private mutating func add(_ node: NodeIndex, _ message: String, _ question: String, _ confidence: Confidence) {
    if let decider = decider(over: node) {
      switch decider {
      case .development(let condition):
        found.append(
          PendingEntry(
            .checked,
            node,
            at: context.headline(node),
            key: "double \(tree.name(node))",
            message: "Only where `\(context.wording(of: condition))`, `\(context.display(node))` stands in.",
            stake: .correctness,
            evidence: [("decides", condition)]
          )
        )
      case .setting(let condition):
        found.append(
          PendingEntry(
            .unverified,
            node,
            at: context.headline(node),
            key: "double \(tree.name(node))",
            message: message,
            question: question,
            reason: "`\(context.wording(of: condition))` is set outside of the code",
            stake: .correctness,
            evidence: [("decides", condition)]
          )
        )
      }
      return
    }
    let hasUnknown = tree.nodes.contains { $0.kind == .unknown }
    found.append(
      PendingEntry(
        hasUnknown ? .unverified : .flagged,
        node,
        at: context.headline(node),
        key: "double \(tree.name(node))",
        message: message,
        question: question,
        reason: hasUnknown ? "a part of this code could not be read" : nil,
        confidence: hasUnknown ? nil : confidence,
        stake: .correctness
      )
    )
  }

  enum Decider {
    /// A profile for development, tests or shows.
    case development(NodeIndex)
    /// Some setting.
    case setting(NodeIndex)
  }

  /// The condition that decides whether a node runs.
  func decider(over node: NodeIndex) -> Decider? {
    var setting: NodeIndex?
    var child = node
    for above in tree.ancestors(node) {
      defer { child = above }
      guard tree.kind(above) == .branch, let condition = tree.child(above, .condition), tree[child].role != .condition
      else { continue }
      if saysDevelopment(condition) { return .development(condition) }
      // `when (profile) { "dev" -> … }`
      if let pattern = tree.child(child, .pattern), saysDevelopment(pattern) { return .development(condition) }
      if saysSetting(condition) { setting = setting ?? condition }
    }
    // A guard before it: `if (production) return …`.
    for statement in tree.children(tree.root) where statement < node && tree[statement].has(.guard) {
      guard tree.kind(statement) == .branch, let condition = tree.child(statement, .condition) else { continue }
      if saysDevelopment(condition) { return .development(condition) }
      if saysSetting(condition) { setting = setting ?? condition }
    }
    return setting.map { .setting($0) }
  }

  private func saysDevelopment(_ node: NodeIndex) -> Bool { says(node, TestDoubleFinder.profiles) }
  private func saysSetting(_ node: NodeIndex) -> Bool { says(node, TestDoubleFinder.settings) }

  func says(_ node: NodeIndex, _ words: Set<String>) -> Bool {
    tree.subtree(node).contains { at in
      switch tree.kind(at) {
      case .read, .call, .literal: NameReading.words(tree.name(at).prefix(200)).contains { words.contains($0) }
      default: false
      }
    }
  }

  private static let profiles: Set<String> = [
    "dev", "development", "debug", "demo", "local", "prod", "production", "test", "tests", "testing", "mock", "mocks",
    "fake", "fakes", "stub", "sandbox", "staging", "dry", "offline", "simulate", "simulated", "preview", "e2e",
  ]
  static let settings: Set<String> = [
    "env", "environment", "config", "settings", "options", "getenv", "environ", "profile", "flag", "flags", "feature",
    "mode", "enabled", "args", "opts", "cfg",
  ]
}

extension UnitContext {
  func skipping(_ node: NodeIndex) -> String {
    tree.kind(node) == .raise ? "a refusal" : "`\(display(node))`"
  }
}
