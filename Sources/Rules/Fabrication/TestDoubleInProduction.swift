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

  private static let words: Set<String> = [
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
      return tree[call].has(.constructs) || context.file.context.facts.has(.capitalsAreFunctions) ? String(last) : nil
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

  private enum Decider {
    /// A profile for development, tests or shows.
    case development(NodeIndex)
    /// Some setting.
    case setting(NodeIndex)
  }

  /// The condition that decides whether a node runs.
  private func decider(over node: NodeIndex) -> Decider? {
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

  private func says(_ node: NodeIndex, _ words: Set<String>) -> Bool {
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
  private static let settings: Set<String> = [
    "env", "environment", "config", "settings", "options", "getenv", "environ", "profile", "flag", "flags", "feature",
    "mode", "enabled", "args", "opts", "cfg",
  ]

  // MARK: - Code that notices tests

  /// `if (process.env.NODE_ENV === 'test') return;` before a payment.
  private mutating func findTestWays() {
    for index in tree.nodes.indices where tree.nodes[index].kind == .branch {
      let branch = NodeIndex(index)
      guard let condition = tree.child(branch, .condition), let isTest = noticesTest(condition) else { continue }
      guard let skipped = skipped(in: branch, whereTest: isTest) else { continue }
      found.append(
        PendingEntry(
          .flagged,
          condition,
          key: "notices tests",
          message: "Under test, \(context.skipping(skipped)) is left out: no test runs what customers get.",
          question: "What would a test of this find, if `\(context.wording(of: condition))` did not leave it out?",
          confidence: .high,
          stake: context.call(skipped).map { Stake(losing: $0.effect) } ?? .security,
          evidence: [("left out under test", skipped)]
        )
      )
    }
  }

  /// Whether a condition holds under test, or only elsewhere; nil where it is about something else.
  private func noticesTest(_ condition: NodeIndex) -> Bool? {
    switch tree.kind(condition) {
    case .condition:
      switch tree.name(condition) {
      case Operator.not: return tree.child(condition, .operand).flatMap { noticesTest($0) }.map { !$0 }
      case Operator.equal, Operator.in, Operator.notEqual, Operator.notIn:
        let operands = tree.children(condition, .operand)
        let isNegated = tree.name(condition) == Operator.notEqual || tree.name(condition) == Operator.notIn
        let holdsTest = operands.contains { at in
          guard tree.kind(at) == .literal, tree[at].literalKind == .string else { return false }
          return ["test", "testing", "pytest", "Test", "Testing"].contains(tree.name(at))
        }
        let isOfSetting = operands.contains { at in says(at, TestDoubleFinder.places) }
        return holdsTest && isOfSetting ? !isNegated : nil
      case Operator.isNotNull, Operator.isNull:
        let isAbsent = tree.name(condition) == Operator.isNull
        guard let operand = tree.child(condition, .operand), isMark(operand) else { return nil }
        return !isAbsent
      case Operator.and:
        return tree.children(condition, .operand).lazy.compactMap { noticesTest($0) }.first
      default: return nil
      }
    case .call, .read: return isMark(condition) ? true : nil
    default: return nil
    }
  }

  private static let places: Set<String> = ["env", "environment", "environ", "getenv", "modules", "mode", "profile"]

  /// `isTesting()`, `Rails.env.test?`, `app()->runningUnitTests()`, `process.env.JEST_WORKER_ID`.
  private func isMark(_ node: NodeIndex) -> Bool {
    let name = tree.name(node)
    let words = NameReading.words(name.prefix(120))
    if words.contains("jest") || words.contains("vitest") || words.contains("pytest") || words.contains("xctest") {
      return true
    }
    let isOfTests = words.contains { $0.hasPrefix("test") }
    let line = isOfTests ? " " + words.joined(separator: " ") + " " : ""
    let isNamed =
      isOfTests
      && [
        " is testing ", " running tests ", " running unit tests ", " running in test ", " is test ", " env test ",
        " is test env ", " under test ", " test mode ", " is unit test ", " testing testing ", " in tests ",
        " is running tests ",
      ].contains { line.contains($0) }
    if isNamed || ["TESTING", "IS_TEST", "settings.TESTING", "testing.Testing"].contains(name) { return true }
    return tree.subtree(node).contains { at in
      guard tree.kind(at) == .literal, tree[at].literalKind == .string else { return false }
      let text = tree.name(at)
      return ["XCTestConfigurationFilePath", "JEST_WORKER_ID", "PYTEST_CURRENT_TEST", "test.v"].contains(text)
        || tree.kind(node) == .call && ["testing", "Testing", "test", "Test"].contains(text)
          && says(node, ["environment", "is"])
    }
  }

  /// What matters among what is not run under test: an effect on others, or a check that refuses.
  private func skipped(in branch: NodeIndex, whereTest isTest: Bool) -> NodeIndex? {
    let arm = tree.child(branch, .arm)
    let otherwise = tree.child(branch, .otherwise)
    let under = isTest ? arm : otherwise
    let beside = isTest ? otherwise : arm
    if let beside, let found = matter(in: tree.subtree(beside)) { return found }
    // `if (testing) return;`
    guard isTest, let under, context.ways(outOf: under).isDisjoint(with: [.falls, .raises]) else { return nil }
    if matter(in: tree.subtree(under)) != nil { return nil }
    let start = tree[branch].next
    let end = tree.subtree(tree.parent(branch)).upperBound
    return start < end ? matter(in: start..<end) : nil
  }

  private func matter(in range: Range<NodeIndex>) -> NodeIndex? {
    for at in range {
      if tree.kind(at) == .raise { return at }
      guard let call = context.call(at) else { continue }
      switch call.effect {
      case .payment, .mail, .networkWrite, .networkByVerb, .databaseWrite, .queuePublish: return at
      default: break
      }
      if call.known == nil, call.path.isEmpty || !call.path.contains("()"),
        UnitPromise.isGate(String(NameReading.last(tree.name(at))))
      {
        return at
      }
    }
    return nil
  }

  // MARK: - Values of test accounts

  /// `os.environ.get("STRIPE_KEY", "sk_test_…")`
  private mutating func findTestValues() {
    guard tree.names.contains(where: { TestDoubleFinder.isTestValue($0) }) else { return }
    for index in tree.nodes.indices where tree.nodes[index].kind == .literal {
      let node = NodeIndex(index)
      guard tree.nodes[index].literalKind == .string, TestDoubleFinder.isTestValue(tree.name(node)), isUsed(node),
        decider(over: node) == nil
      else { continue }
      let isKey =
        tree.name(node).hasPrefix("sk_") || tree.name(node).hasPrefix("pk_")
        || tree.name(node).hasPrefix("rk_")
      found.append(
        PendingEntry(
          .flagged,
          node,
          key: "value \(tree.name(node))",
          message: isKey
            ? "Where nothing else is set, this is the key of a test account."
            : "Where nothing else is set, the data lives in memory.",
          question: isKey
            ? "What tells an operator that payments go to a test account?"
            : "What is left of the data when this process ends?",
          confidence: .medium,
          stake: isKey ? .money : .dataLoss
        )
      )
    }
  }

  static func isTestValue(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return false }
    switch first {
    case UInt8(ascii: "s"):
      return text.hasPrefix("sk_test_") || text.hasPrefix("sqlite::memory:") || text.hasPrefix("sqlite:///:memory:")
    case UInt8(ascii: "p"): return text.hasPrefix("pk_test_")
    case UInt8(ascii: "r"): return text.hasPrefix("rk_test_")
    case UInt8(ascii: "j"): return text.hasPrefix("jdbc:h2:mem:")
    default: return false
    }
  }

  /// Whether a text is a value that something takes: not one that is compared, or looked for.
  private func isUsed(_ literal: NodeIndex) -> Bool {
    for above in tree.ancestors(literal) {
      switch tree.kind(above) {
      case .condition:
        // `key or "sk_test_…"` takes it.
        if tree.name(above) != Operator.or { return false }
      case .argument:
        let call = tree.parent(above)
        if tree.kind(call) == .call, TestDoubleFinder.askers.contains(String(NameReading.last(tree.name(call)))) {
          return false
        }
        return true
      case .operation, .branch, .collection: continue
      default: return tree[above].role != .pattern
      }
    }
    return true
  }

  private static let askers: Set<String> = [
    "startswith", "startsWith", "start_with?", "StartsWith", "hasPrefix", "HasPrefix", "includes", "contains", "match",
    "starts_with", "str_starts_with", "strpos", "indexOf", "replace", "test", "equals",
  ]
}

extension UnitContext {
  fileprivate func skipping(_ node: NodeIndex) -> String {
    tree.kind(node) == .raise ? "a refusal" : "`\(display(node))`"
  }
}
