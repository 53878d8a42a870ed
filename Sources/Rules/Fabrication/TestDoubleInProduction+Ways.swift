import Behaviour
import Knowledge

/// Code that notices tests, and goes another way.
extension TestDoubleFinder {
  /// `if (process.env.NODE_ENV === 'test') return;` before a payment.
  mutating func findTestWays() {
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
}
