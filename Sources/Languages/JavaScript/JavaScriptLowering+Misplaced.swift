import Behaviour
import TreeSitter

/// Operators that the grammar of TypeScript puts in the wrong place.
///
/// It takes `await load<Order>(id)` for `(await load)<Order>(id)`, and does so with `!`, `-`, `typeof`, `a +` and their
/// like: whatever binds tighter than a comparison and stands before type arguments. Where such an operator starts a
/// chain of calls and members, what it applies to is the whole chain.
struct MisplacedOperators {
  /// The chains, by the operator that stands in them and belongs around them.
  var chains: [Int32: Int32] = [:]
  /// By the byte at which such a chain starts in the syntax: where it starts in truth.
  var starts: [Int: Int] = [:]

  var isEmpty: Bool { chains.isEmpty }
}

extension JavaScriptLowering {
  /// The operator that belongs around a chain of calls and members; nil where none does that is not there already.
  mutating func misplacedOperator(startingChain node: Int32) -> Int32? {
    var at = node
    while true {
      switch kind(at) {
      case .call:
        guard let function = js.child(at, fields.function) else { return nil }
        at = function
      case .member, .subscript_:
        guard let object = js.child(at, fields.object) else { return nil }
        at = object
      case .nonNull:
        guard let inner = js.firstNamed(at) else { return nil }
        at = inner
      case .await, .unary, .binary:
        if let operand = js.displaced[at] {
          at = operand
          continue
        }
        guard let operand = operand(of: at) else { return nil }
        js.displaced[at] = operand
        misplaced.chains[at] = node
        misplaced.starts[js.range(at).lowerBound] = js.range(operand).lowerBound
        return at
      default: return nil
      }
    }
  }

  private func operand(of node: Int32) -> Int32? {
    switch kind(node) {
    case .await: js.firstNamed(node)
    case .unary: js.child(node, fields.argument)
    default: js.child(node, fields.right)
    }
  }

  /// What an operator applies to: what stands behind it, or the chain around it that it belongs around.
  func operand(_ behind: Int32, of node: Int32) -> Int32 {
    misplaced.isEmpty ? behind : misplaced.chains[node] ?? behind
  }

  /// Where a node stands when operators stand where they belong.
  func truePlace(of node: Int32) -> Range<Int> {
    let range = js.range(node)
    if let chain = misplaced.chains[node] { return range.lowerBound..<js.range(chain).upperBound }
    switch kind(node) {
    case .call, .member, .subscript_, .nonNull:
      guard var start = misplaced.starts[range.lowerBound] else { return range }
      while let next = misplaced.starts[start], next > start { start = next }
      return min(start, range.upperBound)..<range.upperBound
    default: return range
    }
  }
}
