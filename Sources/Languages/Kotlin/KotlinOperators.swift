/// Operators and their operands, put together anew.
///
/// The grammar gives a sign before an operand all that stands behind it: `!a || b` is `!(a || b)` to it. What has such
/// a sign in it is laid out as a row of signs, operands and operators, and read by how tightly Kotlin binds them.
struct KotlinOperators {
  enum Item {
    case operand(Int32)
    /// A sign before an operand: its node, and the index of what it stands before.
    case prefix(Int32, Int)
    /// An operator between two: the node that it was found in, and the indices of its sides.
    case binary(Int32, Int, Int)
  }

  private enum Token {
    case operand(Int32)
    case prefix(Int32)
    case binary(Int32)
  }

  private(set) var items: [Item] = []
  /// The index of the item that holds all others.
  private(set) var root = 0
  private var tokens: [Token] = []
  private var at = 0
  private let kt: KotlinSyntax

  private static let depthLimit = 200

  /// Reads anew what an expression is made of; nil where the grammar has it right.
  init?(_ node: Int32, _ kt: KotlinSyntax) {
    guard KotlinOperators.isMisread(node, kt) else { return nil }
    self.kt = kt
    layOut(node, depth: 0)
    root = read(binding: 1)
    guard at == tokens.count else { return nil }
  }

  private static func isMisread(_ node: Int32, _ kt: KotlinSyntax) -> Bool {
    var node = node
    while true {
      if isSign(node, kt) {
        guard let operand = kt.lastPart(node) else { return false }
        if binding(operand, kt) != nil { return true }
        node = operand
      } else {
        guard binding(node, kt) != nil, let last = kt.lastPart(node), last != node else { return false }
        node = last
      }
    }
  }

  /// Whether a node is a sign before its operand: `!`, `-`, `+`.
  private static func isSign(_ node: Int32, _ kt: KotlinSyntax) -> Bool {
    kt.kind(node) == .prefix && (kt.has(.not, in: node) || kt.has(.minus, in: node) || kt.has(.plus, in: node))
  }

  /// How tightly an operator binds; nil for what is none.
  private static func binding(_ node: Int32, _ kt: KotlinSyntax) -> Int? {
    switch kt.kind(node) {
    case .disjunction: 1
    case .conjunction: 2
    case .equality: 3
    case .comparison: 4
    case .check: 5
    case .elvis: 6
    case .infix: 7
    case .range: 8
    case .additive: 9
    case .multiplicative: 10
    case .cast: 11
    default: nil
    }
  }

  private mutating func layOut(_ node: Int32, depth: Int) {
    guard depth < KotlinOperators.depthLimit else { return tokens.append(.operand(node)) }
    if KotlinOperators.isSign(node, kt), let operand = kt.lastPart(node) {
      tokens.append(.prefix(node))
      layOut(operand, depth: depth + 1)
      return
    }
    guard KotlinOperators.binding(node, kt) != nil, let first = kt.firstPart(node), let last = kt.lastPart(node),
      first != last
    else { return tokens.append(.operand(node)) }
    layOut(first, depth: depth + 1)
    tokens.append(.binary(node))
    layOut(last, depth: depth + 1)
  }

  private mutating func read(binding least: Int) -> Int {
    var left = readOperand()
    while at < tokens.count, case .binary(let node) = tokens[at], let tightness = KotlinOperators.binding(node, kt),
      tightness >= least
    {
      at += 1
      let right = read(binding: tightness + 1)
      left = add(.binary(node, left, right))
    }
    return left
  }

  private mutating func readOperand() -> Int {
    var signs: [Int32] = []
    while at < tokens.count, case .prefix(let node) = tokens[at] {
      signs.append(node)
      at += 1
    }
    guard at < tokens.count, case .operand(let node) = tokens[at] else { return add(.operand(-1)) }
    at += 1
    var index = add(.operand(node))
    for sign in signs.reversed() { index = add(.prefix(sign, index)) }
    return index
  }

  private mutating func add(_ item: Item) -> Int {
    items.append(item)
    return items.count - 1
  }

  /// The bytes that an item spans.
  func range(_ index: Int) -> Range<Int> {
    switch items[index] {
    case .operand(let node): return kt.range(node)
    case .prefix(let node, let inner):
      let start = kt.range(node).lowerBound
      return start..<max(start, range(inner).upperBound)
    case .binary(_, let left, let right):
      let start = range(left).lowerBound
      return start..<max(start, range(right).upperBound)
    }
  }
}
