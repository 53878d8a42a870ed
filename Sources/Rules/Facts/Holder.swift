package import Behaviour

/// A value that may hold nothing, by the way in which the code reaches it.
package struct Holder: Sendable, Hashable {
  /// The place as written (`xs`, `order.items`); empty where it hangs on an expression.
  package let name: String
  /// The expression, or what is read of it (`xs.length`) where the place has no node of its own.
  package let node: NodeIndex

  package init(name: String, node: NodeIndex) {
    self.name = name
    self.node = node
  }
}

extension UnitContext {
  /// What an expression tells the size of: `xs` for `len(xs)`, `xs.length`, `float(xs.size())`; nil for anything else.
  package func measured(by node: NodeIndex, depth: Int = 0) -> Holder? {
    guard depth < 6 else { return nil }
    switch tree.kind(node) {
    case .operation:
      guard tree.name(node) == Operator.cast, let operand = tree.child(node, .operand) else { return nil }
      return measured(by: operand, depth: depth + 1)
    case .await: return tree.child(node, .value).flatMap { measured(by: $0, depth: depth + 1) }
    case .read:
      let name = tree.name(node)
      guard let last = lastPart(ofSize: name) else {
        guard flow.isWholeName(node), let origin = flow.origin(of: node), origin != node else { return nil }
        return measured(by: origin, depth: depth + 1)
      }
      let base = String(name.dropLast(last + 1))
      if base.isEmpty {
        guard let receiver = tree.child(node, .receiver) else { return nil }
        return holder(of: receiver)
      }
      return Holder(name: base, node: node)
    case .call: return measured(byCall: node, depth: depth)
    default: return nil
    }
  }

  private func measured(byCall call: NodeIndex, depth: Int) -> Holder? {
    let arguments = tree.children(call, .argument)
    let name = tree.name(call)
    if arguments.isEmpty {
      // `xs.size.toDouble()`, `len(xs).to_f`
      if NumberWords.converts(NameReading.last(name)) {
        if let receiver = tree.child(call, .receiver) { return measured(by: receiver, depth: depth + 1) }
        let inner = NameReading.base(name)
        guard let last = lastPart(ofSize: inner) else { return nil }
        return Holder(name: String(inner.dropLast(last + 1)), node: call)
      }
      guard let last = lastPart(ofSize: name) else { return nil }
      if let receiver = tree.child(call, .receiver) { return holder(of: receiver) }
      return Holder(name: String(name.dropLast(last + 1)), node: call)
    }
    guard arguments.count == 1, let value = tree.child(arguments[0], .value), !tree[arguments[0]].has(.spread) else {
      return nil
    }
    let last = NameReading.last(name)
    if NumberWords.converts(last) { return measured(by: value, depth: depth + 1) }
    switch tree.path(call) {
    case "len", "count", "sizeof": return holder(of: value)
    default: return nil
    }
  }

  /// How long the last part of a name is, where it asks a value for its size.
  private func lastPart(ofSize name: some StringProtocol) -> Int? {
    let last = NameReading.last(String(name))
    guard last.utf8.count < name.utf8.count else { return nil }
    switch last {
    case "length", "size", "count", "len", "Count", "Length", "LongCount": return last.count
    default: return nil
    }
  }

  /// An expression as something that may hold nothing.
  package func holder(of node: NodeIndex) -> Holder {
    var node = node
    for _ in 0..<6 {
      switch tree.kind(node) {
      case .await:
        guard let value = tree.child(node, .value) else { break }
        node = value
        continue
      case .operation where tree.name(node) == Operator.cast || tree.name(node) == Operator.unwrap:
        guard let value = tree.child(node, .operand) else { break }
        node = value
        continue
      default: break
      }
      break
    }
    if tree.kind(node) == .read, tree[node].placeKind != .element, tree.child(node, .receiver) == nil {
      return Holder(name: tree.name(node), node: node)
    }
    return Holder(name: "", node: node)
  }
}

/// Words by which a number becomes another kind of number.
enum NumberWords {
  static func converts(_ name: Substring) -> Bool {
    switch name {
    case "float", "int", "Decimal", "Fraction", "Number", "BigInt", "Double", "Float", "Int", "CGFloat", "TimeInterval",
      "BigDecimal", "valueOf", "toDouble", "toFloat", "toInt", "toLong", "toBigDecimal", "to_f", "to_i", "to_d", "to_r",
      "doubleValue", "floatval", "intval", "float64", "NewFromInt", "from", "abs", "round":
      true
    default: false
    }
  }
}
