package import Behaviour
import Knowledge

/// Why two expressions that are written alike have the same value.
package enum Sameness: Sendable, Hashable {
  /// The same place or constant, looked at twice.
  case value
  /// The same calls with the same arguments.
  case calculation
  /// Two objects made alike: that they are equal is for their type to say.
  case construction
}

extension UnitContext {
  /// What an expression comes to whatever the code around it does; nil where that is open.
  package func fixedTruth(of node: NodeIndex) -> Bool? {
    let item = tree[node]
    switch item.kind {
    case .literal:
      let text = tree.text(item.name)
      switch item.literalKind {
      case .true: return true
      case .false, .null: return false
      case .integer: return text != "0"
      case .string: return !text.isEmpty
      case .float, .other: return nil
      }
    case .condition: return fixedTruth(ofCondition: node)
    default: return nil
    }
  }

  private func fixedTruth(ofCondition node: NodeIndex) -> Bool? {
    let operands = tree.children(node, .operand)
    let name = tree.name(node)
    switch name {
    case Operator.not: return operands.first.flatMap { fixedTruth(of: $0) }.map { !$0 }
    case Operator.and:
      if operands.contains(where: { fixedTruth(of: $0) == false }) { return false }
      return operands.allSatisfy { fixedTruth(of: $0) == true } ? true : nil
    case Operator.or:
      if operands.contains(where: { fixedTruth(of: $0) == true }) { return true }
      if operands.allSatisfy({ fixedTruth(of: $0) == false }) { return false }
      return coversAll(operands) ? true : nil
    case Operator.isNull: return operands.first.flatMap { isNull($0) }
    case Operator.isNotNull: return operands.first.flatMap { isNull($0) }.map { !$0 }
    default:
      guard operands.count == 2 else { return nil }
      return fixedTruth(of: name, operands[0], operands[1])
    }
  }

  /// What a comparison comes to whatever the code around it does.
  package func fixedTruth(of comparison: String, _ left: NodeIndex, _ right: NodeIndex) -> Bool? {
    switch comparison {
    case Operator.equal: return areFixedEqual(left, right)
    case Operator.notEqual: return areFixedEqual(left, right).map { !$0 }
    case Operator.lessOrEqual, Operator.greaterOrEqual:
      if areFixedEqual(left, right) == true { return true }
      let isRightGreater = comparison == Operator.lessOrEqual
      let (small, large) = isRightGreater ? (left, right) : (right, left)
      return isZero(small) && isCount(large) ? true : nil
    case Operator.less, Operator.greater:
      let (small, large) = comparison == Operator.less ? (left, right) : (right, left)
      return isNegativeConstant(small) && isCount(large) ? true : nil
    default: return nil
    }
  }

  /// Whether two values are the same whatever the code around them does; false where they never are.
  private func areFixedEqual(_ left: NodeIndex, _ right: NodeIndex) -> Bool? {
    let a = tree[left]
    let b = tree[right]
    if a.kind == .literal, b.kind == .literal {
      guard a.literalKind == b.literalKind, a.literalKind != .other else { return nil }
      // Written in two ways, the same value is what is tested: `f""` and `""`.
      if a.name == b.name { return a.bytes.count == b.bytes.count ? true : nil }
      return a.literalKind == .string ? false : nil
    }
    switch sameness(left, right) {
    case .value, .calculation: return true
    case .construction, nil: return nil
    }
  }

  /// Why two expressions have the same value; nil where they may not have.
  package func sameness(_ left: NodeIndex, _ right: NodeIndex) -> Sameness? {
    guard tree.isSame(left, right) else { return nil }
    var sameness = Sameness.value
    for index in tree.subtree(left) {
      switch tree.kind(index) {
      // A generator and a list of the same elements look alike here.
      case .closure, .yield, .assign, .unknown, .spawn, .loop: return nil
      case .call:
        if changes(call: index) { return nil }
        if constructs(call: index) { return .construction }
        sameness = .calculation
      default: continue
      }
    }
    return sameness
  }

  /// Whether a call makes a new object of a type, by the language's word for it or by its name.
  package func constructs(call node: NodeIndex) -> Bool {
    if tree[node].has(.constructs) { return true }
    let name = tree.name(node)
    if !file.context.facts.has(.saysConstruction),
      name.split(separator: ".").contains(where: { NameReading.isCapitalized($0) })
    {
      return true
    }
    let last = NameReading.last(name)
    return UnitContext.types.contains(String(last))
      || NameReading.words(last).contains { UnitContext.makers.contains($0) }
  }

  private static let types: Set<String> = [
    "set", "dict", "list", "tuple", "frozenset", "bytes", "bytearray", "array", "deque", "defaultdict", "namedtuple",
    "slice", "range", "complex", "memoryview", "iter", "type",
  ]
  private static let makers: Set<String> = [
    "make", "create", "new", "build", "construct", "empty", "instance", "factory", "copy", "clone", "fresh",
  ]

  /// Whether calling it twice may give two values, or is meant to show that it does not.
  private func changes(call node: NodeIndex) -> Bool {
    for argument in tree.children(node, .argument) {
      let label = tree.name(argument)
      if label.contains("seed") || label == "random_state" || label == "rng" { return true }
    }
    if let known = call(node)?.known, known.effect != .none || known.part == .randomID { return true }
    let name = tree.name(node)
    return UnitContext.changing.contains(String(name.split(separator: ".").last ?? ""))
  }

  private static let changing: Set<String> = [
    "next", "pop", "popleft", "popitem", "shift", "read", "readline", "recv", "send", "get_nowait", "random", "randint",
    "randrange", "uuid1", "uuid4", "randomUUID", "now", "time", "monotonic", "perf_counter", "token_hex", "urandom",
    "__next__", "increment", "write", "nextval", "nextInt", "nextId", "object", "object_id",
  ]

  /// Two conditions of which one always holds.
  private func coversAll(_ operands: [NodeIndex]) -> Bool {
    for (position, first) in operands.enumerated() {
      for second in operands[(position + 1)...] where areOpposite(first, second) { return true }
    }
    return false
  }

  private func areOpposite(_ a: NodeIndex, _ b: NodeIndex) -> Bool {
    let x = tree.kind(a) == .condition ? tree.name(a) : ""
    let y = tree.kind(b) == .condition ? tree.name(b) : ""
    if x == Operator.not, let inner = tree.child(a, .operand), sameness(inner, b) == .value { return true }
    if y == Operator.not, let inner = tree.child(b, .operand), sameness(inner, a) == .value { return true }
    guard !x.isEmpty, UnitContext.opposites[x] == y else { return false }
    let left = tree.children(a, .operand)
    let right = tree.children(b, .operand)
    return left.count == right.count && zip(left, right).allSatisfy { sameness($0, $1) == .value }
  }

  private static let opposites = [
    Operator.isNull: Operator.isNotNull, Operator.isNotNull: Operator.isNull,
    Operator.equal: Operator.notEqual, Operator.notEqual: Operator.equal,
    Operator.less: Operator.greaterOrEqual, Operator.greaterOrEqual: Operator.less,
    Operator.greater: Operator.lessOrEqual, Operator.lessOrEqual: Operator.greater,
  ]

  /// Whether a value is absent, where the expression itself says so.
  package func isNull(_ node: NodeIndex) -> Bool? {
    switch tree.kind(node) {
    case .literal: return tree[node].literalKind == .null
    case .collection, .closure: return false
    case .call: return tree[node].has(.constructs) || isConstructor(node) ? false : nil
    default: return nil
    }
  }

  /// A constructor by more than its capital letter: its type is imported, or declared in this file.
  private func isConstructor(_ node: NodeIndex) -> Bool {
    guard constructs(call: node) else { return false }
    let name = tree.name(node)
    return NameReading.isCapitalized(name) && !name.utf8.contains(UInt8(ascii: "."))
      && (tree[node].path != 0 || file.bases[name] != nil)
  }

  private func isZero(_ node: NodeIndex) -> Bool { tree.kind(node) == .literal && tree.name(node) == "0" }

  private func isNegativeConstant(_ node: NodeIndex) -> Bool {
    if tree.kind(node) == .literal { return tree.name(node).hasPrefix("-") && tree[node].literalKind == .integer }
    guard tree.kind(node) == .operation, tree.name(node) == "-", let inner = tree.child(node, .operand) else {
      return false
    }
    return tree[inner].next == tree[node].next && tree.kind(inner) == .literal
  }

  /// A number of things, which cannot be less than none.
  package func isCount(_ node: NodeIndex) -> Bool {
    switch tree.kind(node) {
    case .call:
      return tree.path(node) == "len"
    case .read:
      let name = tree.name(node)
      return name.hasSuffix(".length")
    default: return false
    }
  }
}
