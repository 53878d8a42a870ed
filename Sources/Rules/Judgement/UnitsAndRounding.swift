import Behaviour
import Knowledge

/// A quantity keeps its unit, its scale and its rounding rule.
package enum UnitsAndRounding: Rule {
  package static let card = RuleCard(
    id: .unitsAndRounding,
    family: .judgement,
    summary: "Quantities keep their unit, scale and rounding rule.",
    rationale: """
      Whether a number is in euros or in cents, and whether it is rounded down, up or to the nearest, per line or on \
      the sum, is decided by people; code that converts, rounds or splits an amount has decided it, and no test that \
      was written with it will object. A currency without hundredths makes every `* 100` wrong.

      Which rule is meant cannot be read from the code, so this is always a question. It is asked where an amount of \
      money is scaled, rounded, split or multiplied as a binary fraction, and where two names with different units \
      meet; not where a type keeps the scale (`Decimal`, `BigDecimal`, `Money`) and not where the rounding is stated.
      """,
    sources: ["CWE-681", "CWE-682", "CWE-190"],
    examples: UnitsAndRounding.shown
  )

  private struct Place {
    var node: NodeIndex
    var value: NodeIndex
    var what: String
    var isMoney = true
  }

  package static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    guard !context.isExempt, !context.isScript() else { return }
    let tree = context.tree
    var places: [Place] = []
    for index in tree.nodes.indices {
      let node = NodeIndex(index)
      switch tree.nodes[index].kind {
      case .operation, .condition, .assign, .argument:
        if let place = mixedUnits(node, in: context) ?? scaled(node, in: context) { places.append(place) }
      case .call:
        if let place = parsed(node, in: context) { places.append(place) }
      default: continue
      }
      if places.count > 3 { break }
    }
    guard let first = places.first, !context.unitIsExact else { return }
    let value = context.wording(of: first.value, limit: 40)
    let line = context.wording(of: first.node)
    let isMoney = first.isMoney
    ledger.add(
      .unitsAndRounding,
      .unverified,
      first.node,
      message: first.what,
      question: isMoney
        ? "Is `\(value)` in whole units or in hundredths, and which way does `\(line)` round, per line or on the sum?"
        : "Which unit is meant in `\(line)`, and where is one made into the other?",
      reason: isMoney ? "unit and rounding rule are not stated in code" : "the names say different units",
      stake: isMoney ? .money : .correctness,
      evidence: places.dropFirst().prefix(3).map { ("and here", $0.node) }
    )
  }

  // MARK: - Units that do not fit

  private static func mixedUnits(_ node: NodeIndex, in context: UnitContext) -> Place? {
    let tree = context.tree
    var sides: [NodeIndex]
    switch tree.kind(node) {
    case .operation:
      guard ["+", "-"].contains(tree.name(node)) else { return nil }
      sides = tree.children(node, .operand)
    case .condition:
      switch tree.name(node) {
      case Operator.less, Operator.lessOrEqual, Operator.greater, Operator.greaterOrEqual, Operator.equal: break
      default: return nil
      }
      sides = tree.children(node, .operand)
    case .assign:
      guard tree[node].name == 0 || ["+=", "-="].contains(tree.name(node)) else { return nil }
      sides = [tree.child(node, .target), tree.child(node, .value)].compactMap { $0 }
    case .argument:
      guard tree[node].name != 0, let value = tree.child(node, .value), tree.kind(value) == .read,
        let label = DomainNames.unit(tree.name(node)), let given = DomainNames.unit(tree.name(value)),
        label.dimension == given.dimension, label.unit != given.unit
      else { return nil }
      return mixed(node, value, given.unit, label.unit, context)
    default: return nil
    }
    guard sides.count == 2, sides.allSatisfy({ tree.kind($0) == .read }), let a = DomainNames.unit(tree.name(sides[0])),
      let b = DomainNames.unit(tree.name(sides[1])), a.dimension == b.dimension, a.unit != b.unit
    else { return nil }
    return mixed(node, sides[1], b.unit, a.unit, context)
  }

  private static func mixed(
    _ node: NodeIndex,
    _ value: NodeIndex,
    _ from: String,
    _ to: String,
    _ context: UnitContext
  ) -> Place {
    let name = context.wording(of: value, limit: 40)
    return Place(
      node: node,
      value: value,
      what: "`\(name)` is in \(from) by its name, and goes where \(to) are meant.",
      isMoney: ["cents", "dollars", "euros", "pence"].contains(from)
    )
  }

  // MARK: - Amounts

  /// `price * 100`, `amount / 3`, `net * 1.19`.
  private static func scaled(_ node: NodeIndex, in context: UnitContext) -> Place? {
    let tree = context.tree
    guard tree.kind(node) == .operation else { return nil }
    let name = tree.name(node)
    guard name == "*" || name == "/" || name == "//" || name == "~/" else { return nil }
    let operands = tree.children(node, .operand)
    guard operands.count == 2, let money = operands.first(where: { isMoney($0, in: context) }),
      let other = operands.first(where: { $0 != money }), !isExact(node, in: context)
    else { return nil }
    if name != "*", money != operands[0] { return nil }
    let text = context.wording(of: money, limit: 40)
    // `price / total * 100` is a share, no amount.
    if tree.kind(tree.parent(node)) == .operation, isHundred(siblings(node, tree), tree), isRatio(other, in: context) {
      return nil
    }
    if tree.kind(other) == .literal {
      if isHundred([other], tree) {
        let isUp = name == "*"
        return Place(
          node: node,
          value: money,
          what: "`\(text)` is made \(isUp ? "into hundredths" : "of hundredths") here, whatever its currency."
        )
      }
      guard tree[other].literalKind == .float, !isTyped(tree.name(other)) else { return nil }
      return Place(node: node, value: money, what: "`\(text)` is multiplied as a binary fraction.")
    }
    guard name != "*", isCount(other, in: context) else {
      guard name == "*", let rounding = rounding(around: node, in: context), !statesRule(rounding, in: context) else {
        return nil
      }
      return Place(node: rounding, value: money, what: "What `\(text)` comes to is rounded here.")
    }
    return Place(node: node, value: money, what: "`\(text)` is split into parts, which need not add up to it.")
  }

  /// A number literal whose ending says that it is no binary fraction: `0.19m`.
  private static func isTyped(_ text: String) -> Bool {
    text.utf8.last == UInt8(ascii: "m") || text.utf8.last == UInt8(ascii: "M")
  }

  private static func siblings(_ node: NodeIndex, _ tree: BehaviourTree) -> [NodeIndex] {
    tree.children(tree.parent(node), .operand).filter { $0 != node }
  }

  private static func isHundred(_ nodes: [NodeIndex], _ tree: BehaviourTree) -> Bool {
    nodes.contains {
      tree.kind($0) == .literal && ["100", "100.0", "1e2", "0.01", "100.", "100f", "100.0f"].contains(tree.name($0))
    }
  }

  private static func isRatio(_ other: NodeIndex, in context: UnitContext) -> Bool {
    context.tree.kind(other) != .literal
  }

  private static func isCount(_ node: NodeIndex, in context: UnitContext) -> Bool {
    let tree = context.tree
    guard tree.kind(node) == .read || tree.kind(node) == .call else { return false }
    let words = NameReading.words(NameReading.last(tree.name(node)))
    return words.contains { counts.contains($0) }
  }

  private static let counts: Set<String> = [
    "count", "len", "length", "size", "parts", "installments", "instalments", "participants", "people", "members",
    "guests", "shares", "months", "splits",
  ]

  /// The call around an expression that rounds it, nothing but arithmetic between them.
  private static func rounding(around node: NodeIndex, in context: UnitContext) -> NodeIndex? {
    let tree = context.tree
    for above in tree.ancestors(node) {
      switch tree.kind(above) {
      case .operation, .argument: continue
      case .call: return isRounding(above, tree) ? above : nil
      default: return nil
      }
    }
    return nil
  }

  private static func isRounding(_ call: NodeIndex, _ tree: BehaviourTree) -> Bool {
    roundings.contains(NameReading.habitual(NameReading.last(tree.name(call))))
  }

  /// How languages call it to make a fraction whole.
  private static let roundings: Set<String> = [
    "round", "int", "floor", "ceil", "ceiling", "trunc", "truncate", "toFixed", "to_i", "rounded", "toInt", "toLong",
    "intval", "intdiv", "roundToInt", "roundToLong", "parseInt", "number_format", "int64", "toInt32", "toInt64",
  ]

  /// Whether a call that rounds says which way.
  private static func statesRule(_ call: NodeIndex, in context: UnitContext) -> Bool {
    let tree = context.tree
    return tree.children(call, .argument).contains { argument in
      let label = tree.name(argument)
      if label == "half" || label == "mode" || label == "rounding" { return true }
      guard let value = tree.child(argument, .value), tree.kind(value) == .read else { return false }
      return NameReading.words(tree.name(value)).contains { ["half", "rounding", "mode", "midpoint"].contains($0) }
    }
  }

  /// `parseFloat(order.total)`, `float(amount)`: a text becomes a binary fraction.
  private static func parsed(_ node: NodeIndex, in context: UnitContext) -> Place? {
    let tree = context.tree
    let name = NameReading.habitual(NameReading.last(tree.name(node)))
    guard parsers.contains(name), let argument = tree.child(node, .argument), let value = tree.child(argument, .value),
      tree.kind(value) == .read, isMoney(value, in: context), !isExact(node, in: context)
    else { return nil }
    return Place(
      node: node,
      value: value,
      what: "`\(context.wording(of: value, limit: 40))` becomes a binary fraction, which holds few amounts exactly."
    )
  }

  private static let parsers: Set<String> = ["float", "parseFloat", "floatval", "parseDouble", "toDouble"]

  private static func isMoney(_ node: NodeIndex, in context: UnitContext) -> Bool {
    let tree = context.tree
    switch tree.kind(node) {
    case .read: return DomainNames.isMoney(NameReading.last(tree.name(node)))
    case .call:
      guard tree.child(node, .argument) == nil else { return false }
      return DomainNames.isMoney(NameReading.last(tree.name(node)))
    case .operation where tree.name(node) == Operator.cast:
      return tree.child(node, .operand).map { isMoney($0, in: context) } ?? false
    default: return false
    }
  }

  // MARK: - What keeps the scale by itself

  /// Whether an expression is of a type that keeps its scale.
  private static func isExact(_ node: NodeIndex, in context: UnitContext) -> Bool {
    let tree = context.tree
    // All of the arithmetic around it, too: one exact operand makes the whole exact.
    var top = node
    for above in tree.ancestors(node) {
      guard tree.kind(above) == .operation || tree.kind(above) == .argument || tree.kind(above) == .call else { break }
      top = above
    }
    for index in tree.subtree(top) {
      let item = tree[index]
      switch item.kind {
      case .call, .read:
        if UnitsAndRounding.keepsScale(tree.text(item.name)) || UnitsAndRounding.keepsScale(tree.text(item.path)) {
          return true
        }
        let root = NameReading.root(tree.text(item.name))
        if let parameter = context.unit.parameters.first(where: { $0.name == root }), let type = parameter.type,
          keepsScale(type)
        {
          return true
        }
        if item.kind == .read, let origin = context.flow.origin(of: index), origin != index,
          keepsScale(tree.name(origin)) || keepsScale(tree.path(origin))
        {
          return true
        }
      case .literal where item.literalKind == .float && isTyped(tree.text(item.name)): return true
      default: continue
      }
    }
    return false
  }

  fileprivate static func keepsScale(_ name: String) -> Bool {
    guard !name.isEmpty else { return false }
    return exact.contains { name.contains($0) }
  }

  private static let exact = [
    "Decimal", "decimal", "Money", "money.", "Fraction", "Rational", "BigNumber", "Big.", "bcmul", "bcdiv", "bcadd",
    "NSDecimal", "currency(", "Dinero", "dinero", "TimeSpan", "Duration", "Measurement", "BigInteger", "big.Rat",
  ]
}

extension UnitContext {
  /// Whether the unit works with a type that keeps the scale of its numbers.
  fileprivate var unitIsExact: Bool {
    if let type = unit.returnType, UnitsAndRounding.keepsScale(type) { return true }
    return unit.parameters.contains { $0.type.map { UnitsAndRounding.keepsScale($0) } ?? false }
      || calls.contains { UnitsAndRounding.keepsScale($0.path) }
  }
}
