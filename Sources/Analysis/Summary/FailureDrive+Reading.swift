import Behaviour
import Knowledge
import Rules

extension FailureDrive {
  /// Which ways to fail a test, or a help to tests, drives.
  init(_ context: UnitContext) {
    self = []
    let unit = context.unit
    let tree = unit.tree
    let words = NameReading.words(unit.qualifiedName)
    if words.contains(where: { FailureDrive.nameWords.contains($0) }) { insert(.namesFailure) }
    if words.contains(where: { FailureDrive.sureWords.contains($0) }) { insert([.namesFailure, .saysFailure]) }
    for index in tree.nodes.indices {
      let node = tree.nodes[index]
      switch node.kind {
      case .assertion:
        let kind = tree.text(node.name)
        if kind == AssertionKind.raises, !node.has(.negated) { insert(.demandsRaise) }
        let speaksOfFailure = tree.subtree(NodeIndex(index)).contains { isFailure($0, in: tree) }
        // That there is nothing where a value would be; that there is no error is what all others demand, too.
        let isAbsence = kind == AssertionKind.null || kind == AssertionKind.falsy
        if isAbsence != speaksOfFailure, !(isAbsence && node.has(.negated)) { insert(.assertsFailure) }
      case .raise: insert(.makesFail)
      case .handler where demands(handler: NodeIndex(index), in: tree): insert(.demandsRaise)
      case .call:
        if ["errors.New", "fmt.Errorf"].contains(tree.text(node.path)) { insert(.makesFail) }
        let last = String(NameReading.last(tree.text(node.name)))
        if FailureDrive.makers.contains(last) { insert(.makesFail) }
        if node.role == .decorator, NameReading.words(last).contains(where: { FailureDrive.tables.contains($0) }) {
          insert(.isDriven)
        }
        if FailureDrive.tables.contains(last) { insert(.isDriven) }
      case .argument:
        if ["side_effect", "sideEffect", "error"].contains(tree.text(node.name)) { insert(.makesFail) }
        if let value = tree.child(NodeIndex(index), .value), isNothing(value, in: tree) { insert(.passesNothing) }
      case .loop: insert(.isDriven)
      default: continue
      }
    }
  }

  private func isFailure(_ index: NodeIndex, in tree: BehaviourTree) -> Bool {
    let node = tree[index]
    switch node.kind {
    case .literal:
      guard node.literalKind == .integer, let number = Int(tree.text(node.name)) else { return false }
      return number >= 400 && number < 600
    case .read, .call:
      return NameReading.words(tree.text(node.name)).contains {
        ["error", "err", "errors", "exception", "failure"].contains($0)
      }
    default: return false
    }
  }

  /// A handler that looks at the failure, or behind a body that fails the test where there is none.
  private func demands(handler: NodeIndex, in tree: BehaviourTree) -> Bool {
    if tree.subtree(handler).contains(where: {
      tree.kind($0) == .assertion && tree.name($0) != AssertionKind.fail
    }) {
      return true
    }
    // Either in what is tried or in what runs where it went well.
    let attempt = tree.parent(handler)
    return [tree.child(attempt, .body), tree.child(attempt, .otherwise)].contains { part in
      guard let part else { return false }
      return tree.subtree(part).contains { tree.kind($0) == .assertion && tree.name($0) == AssertionKind.fail }
    }
  }

  private func isNothing(_ index: NodeIndex, in tree: BehaviourTree) -> Bool {
    let node = tree[index]
    switch node.kind {
    case .literal:
      let text = tree.text(node.name)
      return node.literalKind == .null || text.isEmpty || text == "0" || text.hasPrefix("-")
    case .collection: return node.next == index &+ 1
    case .operation: return tree.text(node.name) == "-" && tree.children(index, .operand).count == 1
    default: return false
    }
  }

  private static let nameWords: Set<String> = [
    "raises", "raise", "throws", "throw", "rejects", "reject", "rejected", "error", "errors", "fail", "fails", "failed",
    "failure", "failing", "invalid", "empty", "missing", "null", "none", "nil", "zero", "negative", "timeout",
    "timeouts", "notfound", "unauthorized", "forbidden", "duplicate", "concurrent", "denied", "without", "unknown",
    "declined", "exceeds", "exceeded", "overflow", "malformed", "bad", "wrong", "not", "no", "cannot", "refuses",
    "panics", "panic", "exception", "unavailable", "broken", "absent", "edge", "boundary", "limit",
  ]
  private static let sureWords: Set<String> = [
    "raises", "throws", "rejects", "rejected", "error", "errors", "fail", "fails", "failed", "failure", "failing",
    "invalid", "timeout", "timeouts", "unauthorized", "forbidden", "duplicate", "denied", "declined", "malformed",
    "panics", "panic", "exception", "unavailable", "refuses", "missing", "empty", "negative", "exceeds", "overflow",
  ]
  private static let makers: Set<String> = [
    "mockRejectedValue", "mockRejectedValueOnce", "rejects", "throws", "thenThrow", "doThrow", "ThrowsAsync", "Throws",
    "willThrowException", "andThrow", "and_raise", "raises", "thenThrows", "throwsException", "ReturnsError",
    "reject", "returnsError", "willThrow", "setError", "simulateError", "thenReject", "raiseError",
  ]
  private static let tables: Set<String> = [
    "parametrize", "parameterized", "each", "given", "property", "fuzz", "quickcheck", "data", "provider", "theory",
    "inline", "source", "forAll", "table", "cases", "hypothesis", "check",
  ]
}
