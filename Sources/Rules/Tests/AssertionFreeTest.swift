package import Behaviour
import Knowledge

/// A test says what must hold.
package enum AssertionFreeTest: Rule {
  package static let card = RuleCard(
    id: .assertionFreeTest,
    family: .tests,
    summary: "A test can fail for a wrong result, not only for a crash.",
    rationale: """
      A test without an assertion passes whatever the code under test returns. It raises the coverage and the trust in \
      the code, and finds nothing but a crash. What counts is an assertion of any framework, in the test itself, in a \
      function that it calls, or in what runs behind every test; an error that the test raises itself; a callback \
      without which the test does not end. A helper whose body is not in reach may assert: then that is the question.
      """,
    sources: ["Gap catalog, S4d, S2b", "Sonar S2699"],
    examples: examples
  )

  package static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    guard context.unit.kind == .test, context.isLiveTest else { return }
    let tree = context.tree
    let test = shown(context.unit.name)
    if let first = context.assertions.first(where: { $0.canFail }) {
      let count = context.assertions.count { $0.canFail }
      ledger.add(
        .assertionFreeTest,
        .checked,
        first.node,
        at: context.unit.nameRange,
        message: count == 1 ? "One assertion can fail this test." : "\(count) assertions can fail this test.",
        stake: .correctness,
        evidence: [("asserts what must hold", first.node)]
      )
      return
    }
    if let failure = context.testFailure {
      ledger.add(
        .assertionFreeTest,
        .checked,
        failure.node,
        at: context.unit.nameRange,
        message: message(for: failure),
        stake: .correctness,
        evidence: failure.node == tree.root ? [] : [("this can fail the test", failure.node)]
      )
      return
    }
    // What always holds is said by `tautological-test`.
    if context.assertions.contains(where: { $0.worth != .incomplete }) { return }
    let question = self.question(context, test)
    func unverified(_ reason: String, _ evidence: [(note: String, node: NodeIndex)] = []) {
      ledger.add(
        .assertionFreeTest,
        .unverified,
        tree.root,
        at: context.unit.nameRange,
        message: "`\(test)` has no assertion of its own.",
        question: question,
        reason: reason,
        stake: .correctness,
        evidence: evidence
      )
    }
    if let broken = tree.nodes.indices.first(where: { tree.nodes[$0].kind == .unknown }) {
      return unverified("a part of the test could not be read", [("could not be read", NodeIndex(broken))])
    }
    if let incomplete = context.assertions.first {
      ledger.add(
        .assertionFreeTest,
        .flagged,
        incomplete.node,
        at: context.unit.nameRange,
        message: "`\(test)` names what it asserts on, but demands nothing of it.",
        question: question,
        confidence: .high,
        stake: .correctness,
        evidence: [("holds whatever the value is", incomplete.node)]
      )
      return
    }
    if let doubt = context.doubt { return unverified(doubt.reason, doubt.evidence) }
    let verdict = context.verdictOnCalls
    ledger.add(
      .assertionFreeTest,
      .flagged,
      tree.root,
      at: context.unit.nameRange,
      message: verdict.message(test),
      question: question,
      confidence: verdict == .unresolved ? .medium : .high,
      stake: .correctness,
      evidence: context.callUnderTest.map { [("its result is held against nothing", $0)] } ?? []
    )
  }

  private static func message(for failure: TestFailure) -> String {
    switch failure.way {
    case .helper(let name): "`\(shown(name))`, which this test calls, asserts."
    case .afterwards(let name): "`\(shown(name))`, which runs behind this test, asserts."
    case .known: "A call of this test fails it where what it asks for does not hold."
    case .raises: "This test raises an error by itself where a result is wrong."
    case .callback: "This test ends only when its callback says so."
    case .marked: "This test is marked as one that has to fail."
    }
  }

  private static func question(_ context: UnitContext, _ test: String) -> String {
    guard let call = context.callUnderTest else { return "What must hold for `\(test)` to pass?" }
    return "If `\(context.calleeWording(call))` returned the wrong value, which line of `\(test)` would notice?"
  }

  private static func shown(_ text: String) -> String { text.count <= 60 ? text : text.prefix(59) + "…" }
}

extension AssertionFact {
  /// Whether a wrong result could make it fail.
  package var canFail: Bool { worth == .open || worth == .fails }
}

/// What a test without assertions does instead.
private enum CallVerdict {
  case empty, printsOnly, resolved, unresolved

  func message(_ test: String) -> String {
    switch self {
    case .empty: "`\(test)` is empty: it passes whatever happens."
    case .printsOnly: "`\(test)` prints what it gets and asserts nothing."
    case .resolved, .unresolved: "`\(test)` asserts nothing: it fails only if something raises."
    }
  }
}

extension UnitContext {
  /// Whether the unit is a test that runs, and is meant to tell something.
  var isLiveTest: Bool {
    if !unit.traits.isDisjoint(with: [.skipped, .fixture, .abstract]) { return false }
    if !file.context.traits.isDisjoint(with: [.generated, .vendored, .stub]) { return false }
    if unit.parameters.contains(where: { $0.name == "benchmark" || $0.name == "bench" }) { return false }
    for child in tree.children(tree.root) {
      if tree[child].role == .decorator, NameReading.last(tree.name(child)).lowercased() == "skip" { return false }
      guard tree[child].role == .statement else { continue }
      switch tree.kind(child) {
      case .call:
        if TestNames.skips.contains(String(NameReading.last(tree.name(child)))) { return false }
      case .raise:
        if !tree.isDemand(raise: child) { return false }
      case .return:
        if file.context.facts.has(.testsGiveNothing), let value = tree.child(child, .value), isNull(value) != true {
          return false
        }
      default: continue
      }
    }
    return true
  }

  /// Why it cannot be said that the test asserts nothing.
  fileprivate var doubt: (reason: String, evidence: [(note: String, node: NodeIndex)])? {
    for call in calls where call.known == nil {
      if let reason = doubt(call) { return (reason, [("may assert", call.node)]) }
    }
    for index in tree.nodes.indices where tree.nodes[index].kind == .read {
      let node = NodeIndex(index)
      guard tree[node].role == .value, tree[node].placeKind != .local, TestNames.mayAssert(tree.name(node)) else {
        continue
      }
      return ("`\(wording(of: node))` may assert where it is called by another name", [("may assert", node)])
    }
    if unit.traits.contains(.generator) { return ("what it yields may be checks for the framework to run", []) }
    if unit.documentation?.contains(">>> ") == true { return ("its doc comment holds examples that may be run", []) }
    return reasonToRunOnly.map { ($0, []) }
  }

  /// Whether something may assert besides the assertions that the test has.
  var doubtsAssertions: Bool { calls.contains { $0.known == nil && doubt($0) != nil } }

  private func doubt(_ call: CallFact) -> String? {
    let name = tree.name(call.node)
    let shown = "`\(calleeWording(call.node))`"
    if tree[call.node].role == .decorator {
      return TestNames.mayAssert(decorator: name) ? "\(shown) may assert; its body is not in this file" : nil
    }
    if tree[call.node].has(.expanded), tree[call.node].has(.discarded) {
      return "\(shown) is a macro, and what it stands for is not in this file"
    }
    if let declared = file.declaration(calledAs: name, in: unit)?.declaration {
      return declared.asserts == .perhaps ? "\(shown) calls what may assert and is not in this file" : nil
    }
    if TestNames.mayAssert(name) { return "\(shown) may assert; its body is not in this file" }
    for argument in tree.children(call.node, .argument) {
      guard let value = tree.child(argument, .value), tree.kind(value) == .read else { continue }
      if tree.name(value) == "self", unit.owner != nil { return "\(shown) gets the test itself and may assert" }
    }
    // A helper that asserts is what a test ends with.
    guard mayBeInherited(name) || isFromTestSupport(call.path), isLast(call.node) || isOnlyPath(call, name) else {
      return nil
    }
    return "\(shown) may assert; its body is not in this file"
  }

  /// Whether a call is of a function that no path in the file tells anything of, by its bare name: what such helpers do
  /// hangs on what they are given (`post(order, refused())`), wherever they stand.
  private func isOnlyPath(_ call: CallFact, _ name: String) -> Bool {
    !name.utf8.contains(UInt8(ascii: ".")) && call.path.isEmpty && tree.child(call.node, .argument) != nil
  }

  /// Whether a node stands in the last statement of the unit.
  private func isLast(_ node: NodeIndex) -> Bool {
    var statement = node
    while tree.parent(statement) != tree.root, tree.parent(statement) >= 0 { statement = tree.parent(statement) }
    return tree[statement].next == tree[tree.root].next
  }

  /// A method of the test's own type that a base outside of this file may declare.
  private func mayBeInherited(_ name: String) -> Bool {
    guard let owner = unit.owner else { return false }
    var member = name[...]
    if let dot = name.firstIndex(of: ".") {
      guard ["self", "cls", "this", "super"].contains(name[..<dot]) else { return false }
      if name[..<dot] == "super" { return true }
      member = name[name.index(after: dot)...]
    } else if !file.context.facts.has(.ownMembersAreBare) || name.isEmpty {
      return false
    }
    if member.contains(".") || TestNames.ofTestCase.contains(String(member)) { return false }
    // A type is made, not inherited.
    if member.first?.isUppercase == true, !file.context.facts.has(.capitalsAreFunctions) { return false }
    // A field that holds a function or an object is not inherited.
    if owner.fields.contains(where: { $0.name == member }) { return false }
    return !file.inheritsOnly(owner.name) { TestNames.isPlainBase($0) }
  }

  /// A function that a module of helpers for tests declares.
  private func isFromTestSupport(_ path: String) -> Bool {
    guard !path.isEmpty, !path.contains("()") else { return false }
    let parts = path.lowercased().split { $0 == "." || $0 == "/" }
    guard parts.count > 1, let last = path.split(separator: ".").last,
      last.utf8.first.map({ $0 >= UInt8(ascii: "a") }) == true
    else { return false }
    return parts.dropLast().contains { TestNames.supportModules.contains(String($0)) }
  }

  /// Why a test may be meant to do no more than run.
  fileprivate var reasonToRunOnly: String? {
    if TestNames.isSmoke(unit.name) || unit.documentation.map(TestNames.isSmoke) == true {
      return "it says itself that running without an error is all it is for"
    }
    if let owner = unit.owner {
      let isEmpty = tree.children(tree.root).allSatisfy { tree[$0].role != .statement }
      if isEmpty, !file.inheritsOnly(owner.name, from: TestNames.isPlainBase) || hasHeirs(owner.name) {
        return "an empty test may switch an inherited one off, or be filled in by a type that inherits it"
      }
    }
    return nil
  }

  private func hasHeirs(_ type: String) -> Bool {
    file.bases.values.contains { $0.contains(type) }
  }

  fileprivate var verdictOnCalls: CallVerdict {
    var isPrinted = false
    var isResolved = true
    var hasStatements = false
    for child in tree.children(tree.root) where tree[child].role == .statement {
      hasStatements = true
      guard tree.kind(child) == .call else { continue }
      if call(child)?.known?.part == .log { isPrinted = true }
    }
    if !hasStatements { return .empty }
    for call in calls where tree[call.node].role != .decorator && call.known == nil { isResolved = false }
    if isPrinted, printsEveryResult { return .printsOnly }
    return isResolved ? .resolved : .unresolved
  }

  /// Whether the last thing that it does is to print.
  private var printsEveryResult: Bool {
    var last: NodeIndex?
    for child in tree.children(tree.root) where tree[child].role == .statement { last = child }
    return last.flatMap { call($0)?.known?.part } == .log
  }

  /// The call whose result the test is about: the last that is no print.
  fileprivate var callUnderTest: NodeIndex? {
    var found: NodeIndex?
    for call in calls where tree[call.node].role != .decorator {
      if call.known?.part == .log || call.known?.part == .mock || TestNames.mayAssert(tree.name(call.node)) { continue }
      if file.declaration(calledAs: tree.name(call.node), in: unit)?.declaration.kind == .test { continue }
      // Arguments of calls, conditions and heads of scopes prepare.
      switch tree[call.node].role {
      case .statement: found = call.node
      case .value:
        let above = tree.kind(tree.parent(call.node))
        if above == .assign || above == .await || above == .return { found = call.node }
      default: continue
      }
    }
    return found
  }

  /// A callee as a person may read it.
  package func calleeWording(_ node: NodeIndex) -> String {
    let name = unit.written(tree.name(node))
    if !name.hasPrefix("."), !name.isEmpty { return name.count <= 60 ? name : "…" + name.suffix(59) }
    let text = wording(of: node, limit: 1_000)
    guard text.count > 60 else { return text }
    return text.prefix(59) + "…"
  }
}
