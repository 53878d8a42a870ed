import Behaviour
import Knowledge

/// How often a loop tries.
extension UnitContext {
  /// The variable that counts the rounds.
  func counter(of loop: NodeIndex) -> NodeIndex? {
    switch tree[loop].loopKind {
    case .counted, .forEach:
      if let target = tree.child(loop, .target) { return target }
      guard let start = tree.child(loop, .value) else { return nil }
      return tree.kind(start) == .assign ? tree.child(start, .target) : nil
    default: return nil
    }
  }

  func bound(of loop: NodeIndex) -> RetryRegion.Bound {
    switch tree[loop].loopKind {
    case .counted:
      if let iterable = tree.child(loop, .iterable) { return rangeBound(iterable) }
      if let condition = tree.child(loop, .condition) { return comparedBound(condition) }
      return .limited
    case .forEach, .comprehension: return .limited
    case .while, .endless: break
    }
    let limits = self.limits(of: loop)
    if limits.contains(where: { $0.kind == .count || $0.kind == .time }) { return .limited }
    return limits.contains { $0.kind == .asked } ? .unknown : .none
  }

  /// `range(3)`, `range(1, 4)`.
  private func rangeBound(_ iterable: NodeIndex) -> RetryRegion.Bound {
    let numbers = tree.children(iterable, .argument).map { argument -> Int? in
      guard let value = tree.child(argument, .value) else { return nil }
      return number(value)
    }
    switch numbers.count {
    case 1: return numbers[0].map { .attempts($0) } ?? .limited
    case 2:
      guard let from = numbers[0], let to = numbers[1], to > from, from >= 0 else { return .limited }
      return .attempts(to - from)
    default: return .limited
    }
  }

  /// `attempt < 3`, `attempt <= 3`.
  private func comparedBound(_ condition: NodeIndex) -> RetryRegion.Bound {
    guard tree.kind(condition) == .condition else { return .limited }
    var last: NodeIndex?
    for operand in tree.children(condition) { last = operand }
    guard let last, let limit = number(last) else { return .limited }
    let isIncluded = tree.name(condition) == Operator.lessOrEqual
    return isIncluded || tree.name(condition) == Operator.less ? .attempts(limit) : .limited
  }

  func number(_ value: NodeIndex) -> Int? {
    guard let origin = flow.origin(of: value), tree.kind(origin) == .literal, let number = Int(tree.name(origin)),
      number >= 0, number < 1_000_000
    else { return nil }
    return number
  }
}
