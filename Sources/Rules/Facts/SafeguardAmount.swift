import Behaviour

/// How long or how often a safeguard lets something go on.
package struct SafeguardAmount: Sendable, Hashable {
  /// In seconds where `isTime`, else in what the code counts in.
  var value: Double
  /// The unit of time is known.
  var isTime: Bool

  /// Whether it is ten times another one, or more; not to be told where they count in different things.
  func isFarAbove(_ other: SafeguardAmount) -> Bool {
    guard isTime == other.isTime, other.value > 0 else { return false }
    // Above five minutes nobody waits any more.
    if isTime, value > 300, other.value <= 300 { return true }
    return value >= other.value * 10
  }
}

extension SafeguardAmount {
  /// What a value comes to; nil where it is not constant.
  ///
  /// - Parameter label: what it is called, which may say in what it counts.
  init?(_ node: NodeIndex, label: String, in context: UnitContext) {
    guard let amount = SafeguardAmount.read(node, in: context, depth: 0) else { return nil }
    self = amount
    if !isTime, let factor = SafeguardAmount.factor(NameReading.words(label)) {
      value *= factor
      isTime = true
    }
  }

  private static func read(_ node: NodeIndex, in context: UnitContext, depth: Int) -> SafeguardAmount? {
    let tree = context.tree
    guard depth < 6 else { return nil }
    switch tree.kind(node) {
    case .literal:
      guard tree[node].literalKind == .integer || tree[node].literalKind == .float else { return nil }
      let digits = tree.name(node).prefix { $0.isNumber || $0 == "_" || $0 == "." }.filter { $0 != "_" }
      return Double(digits).map { SafeguardAmount(value: $0, isTime: false) }
    case .read:
      // `5.seconds`
      if let number = tree.child(node, .receiver), let amount = read(number, in: context, depth: depth + 1) {
        guard let factor = factor(NameReading.words(NameReading.last(tree.name(node)))) else { return amount }
        return SafeguardAmount(value: amount.value * factor, isTime: true)
      }
      if let factor = units[NameReading.last(tree.name(node)).lowercased()], tree.name(node).contains(".") {
        return SafeguardAmount(value: factor, isTime: true)
      }
      guard context.flow.isWholeName(node), let origin = context.flow.origin(of: node), origin != node else {
        return nil
      }
      return read(origin, in: context, depth: depth + 1)
    case .operation where tree.name(node) == "*":
      var product = SafeguardAmount(value: 1, isTime: false)
      for operand in tree.children(node, .operand) {
        guard let part = read(operand, in: context, depth: depth + 1) else { return nil }
        product.value *= part.value
        product.isTime = product.isTime || part.isTime
      }
      return product
    case .call:
      var words = NameReading.words(NameReading.last(tree.name(node)))
      guard let argument = tree.children(node, .argument).first, let value = tree.child(argument, .value) else {
        guard let receiver = tree.child(node, .receiver), let amount = read(receiver, in: context, depth: depth + 1),
          let factor = factor(words)
        else { return nil }
        return SafeguardAmount(value: amount.value * factor, isTime: true)
      }
      words += NameReading.words(tree.name(argument))
      guard let amount = read(value, in: context, depth: depth + 1) else { return nil }
      if let factor = factor(words) { return SafeguardAmount(value: amount.value * factor, isTime: true) }
      return LimitValue.makesDuration(tree.name(node)) || tree[node].has(.constructs) ? amount : nil
    default: return nil
    }
  }

  /// Whether a value says in what is counted, and not how much: `TimeUnit.SECONDS`.
  static func isUnit(_ node: NodeIndex, in tree: BehaviourTree) -> Bool {
    tree.kind(node) == .read && tree.child(node, .receiver) == nil
      && units[NameReading.last(tree.name(node)).lowercased()] != nil
  }

  private static func factor(_ words: [String]) -> Double? { words.lazy.compactMap { units[$0] }.first }

  private static let units: [String: Double] = [
    "ms": 0.001, "millis": 0.001, "millisecond": 0.001, "milliseconds": 0.001, "msec": 0.001, "mseconds": 0.001,
    "s": 1, "sec": 1, "secs": 1, "second": 1, "seconds": 1, "minute": 60, "minutes": 60, "mins": 60, "min": 60,
    "hour": 3600, "hours": 3600, "day": 86400, "days": 86400, "timeoutms": 0.001,
  ]
}
