package import Behaviour
import Knowledge

/// Something that holds wherever a part of a unit runs, because the code sees to it.
package struct Requirement: Sendable {
  package enum Source: Sendable, Hashable {
    /// Where it does not hold, the code leaves.
    case guarded(Leave)
    /// The code stands in an arm of a branch.
    case arm
    /// An assertion of the language.
    case asserted
    /// A loop, a filter, an operand behind another: it holds, but nobody would call it a check.
    case implied
  }

  /// How a guard leaves where its condition does not hold.
  package enum Leave: Sendable, Hashable {
    case raises
    /// Ends without an answer, or with one that says no.
    case refuses
    /// Goes on with the next element, or ends the loop.
    case skips
    /// Gives another answer: a case of its own rather than a check.
    case answers
  }

  /// At least one of these holds.
  package let clause: [ConditionAtom]
  package let source: Source
  /// The branch, assertion or condition that sees to it.
  package let node: NodeIndex
  /// The nodes that run only where it holds.
  package let region: Range<NodeIndex>

  /// What its atoms ask about.
  var operands: [NodeIndex] { clause.flatMap { [$0.left, $0.right] }.compactMap { $0 } }
}

extension UnitContext {
  static func requirements(in context: UnitContext) -> [Requirement] {
    var reader = RequirementReader(context)
    reader.read()
    return reader.found
  }
}

private struct RequirementReader {
  let context: UnitContext
  let tree: BehaviourTree
  var found: [Requirement] = []

  init(_ context: UnitContext) {
    self.context = context
    tree = context.tree
  }

  mutating func read() {
    for index in tree.nodes.indices {
      let node = NodeIndex(index)
      switch tree.nodes[index].kind {
      case .branch: branch(node)
      case .loop: loop(node)
      case .condition: operands(node)
      case .assertion: assertion(node)
      case .read, .call:
        if tree.nodes[index].has(.optional) { optional(node) }
      default: continue
      }
    }
  }

  private mutating func add(
    _ condition: NodeIndex,
    held: Bool,
    _ source: Requirement.Source,
    at node: NodeIndex,
    over region: Range<NodeIndex>
  ) {
    for clause in context.clauses(of: condition, held: held) where !clause.isEmpty {
      found.append(Requirement(clause: clause, source: source, node: node, region: region))
      if case .guarded = source { widen(clause, source, from: node) }
    }
  }

  /// Behind `if a { if b { leave } }`, not a or not b holds.
  private mutating func widen(_ clause: [ConditionAtom], _ source: Requirement.Source, from node: NodeIndex) {
    var clauses = [clause]
    var child = node
    for above in tree.ancestors(node) {
      switch tree.kind(above) {
      case .block, .scoped: break
      case .branch:
        guard !tree[above].has(.match), let condition = tree.child(above, .condition), clauses.count <= 4,
          tree[child].role == .arm || tree[child].role == .otherwise
        else { return }
        let others = context.clauses(of: condition, held: tree[child].role == .otherwise)
        clauses = clauses.flatMap { clause in others.map { clause + $0 } }
        let end = self.end(after: above, .refuses)
        let region = tree[above].next..<max(tree[above].next, end)
        for clause in clauses {
          found.append(Requirement(clause: clause, source: source, node: node, region: region))
        }
      default: return
      }
      child = above
    }
  }

  private mutating func branch(_ node: NodeIndex) {
    if tree[node].has(.match) { return match(node) }
    guard let condition = tree.child(node, .condition) else { return }
    let arm = tree.child(node, .arm)
    let otherwise = tree.child(node, .otherwise)
    if let arm { add(condition, held: true, .arm, at: node, over: tree.subtree(arm)) }
    if let otherwise { add(condition, held: false, .implied, at: node, over: tree.subtree(otherwise)) }
    guard !tree[node].has(.expression) else { return }
    let armLeaves = arm.map { leaves($0) } ?? false
    let otherwiseLeaves = otherwise.map { leaves($0) } ?? false
    if armLeaves, !otherwiseLeaves, let arm {
      let leave = context.leave(of: arm)
      let start = otherwise ?? tree[node].next
      add(condition, held: false, .guarded(leave), at: node, over: start..<max(start, end(after: node, leave)))
    } else if otherwiseLeaves, !armLeaves, let otherwise {
      let leave = context.leave(of: otherwise)
      let start = arm ?? tree[node].next
      add(condition, held: true, .guarded(leave), at: node, over: start..<max(start, end(after: node, leave)))
    }
  }

  /// `case` with a constant: the subject is that in the arm, and is not behind it where the arm leaves.
  private mutating func match(_ node: NodeIndex) {
    guard let subject = tree.child(node, .condition) else { return }
    for arm in tree.children(node, .arm) {
      guard let pattern = tree.child(arm, .pattern) else { continue }
      switch tree.kind(pattern) {
      case .literal, .read: break
      default: continue
      }
      let isNull = tree[pattern].kind == .literal && tree[pattern].literalKind == .null
      func atom(_ held: Bool) -> ConditionAtom {
        if isNull { return ConditionAtom(held ? .null : .notNull, subject, at: pattern) }
        return ConditionAtom(held ? .equal : .notEqual, subject, pattern, at: pattern)
      }
      found.append(Requirement(clause: [atom(true)], source: .implied, node: node, region: tree.subtree(arm)))
      guard leaves(arm) else { continue }
      let leave = context.leave(of: arm)
      let region = tree[arm].next..<max(tree[arm].next, end(after: node, leave))
      found.append(Requirement(clause: [atom(false)], source: .guarded(leave), node: node, region: region))
    }
  }

  private mutating func loop(_ node: NodeIndex) {
    guard let condition = tree.child(node, .condition) else { return }
    for role in [Role.body, .value] {
      if let body = tree.child(node, role) { add(condition, held: true, .implied, at: node, over: tree.subtree(body)) }
    }
  }

  /// Behind `a and`, `a` holds; behind `a or`, it does not.
  private mutating func operands(_ node: NodeIndex) {
    let name = tree.name(node)
    guard name == Operator.and || name == Operator.or else { return }
    let all = tree.children(node, .operand)
    for operand in all.dropLast() {
      add(operand, held: name == Operator.and, .implied, at: node, over: tree[operand].next..<tree[node].next)
    }
  }

  private mutating func assertion(_ node: NodeIndex) {
    guard !tree[node].has(.incomplete), let actual = tree.child(node, .actual) else { return }
    let region = tree[node].next..<max(tree[node].next, end(after: node, .raises))
    let expected = tree.child(node, .expected)
    let isHeld = !tree[node].has(.negated)
    switch tree.name(node) {
    case AssertionKind.truthy: add(actual, held: isHeld, .asserted, at: node, over: region)
    case AssertionKind.falsy: add(actual, held: !isHeld, .asserted, at: node, over: region)
    case AssertionKind.null, AssertionKind.notNull:
      let isNull = (tree.name(node) == AssertionKind.null) == isHeld
      let atom = ConditionAtom(isNull ? .null : .notNull, actual, at: node)
      found.append(Requirement(clause: [atom], source: .asserted, node: node, region: region))
    case let kind:
      guard let expected, let relation = RequirementReader.relations[kind] else { return }
      var operands = (actual, expected)
      var wanted = relation.0
      if relation.turned { operands = (expected, actual) }
      if !isHeld {
        if wanted == .less || wanted == .lessOrEqual { operands = (operands.1, operands.0) }
        wanted = wanted.negated
      }
      let atom = ConditionAtom(wanted, operands.0, operands.1, at: node)
      found.append(Requirement(clause: [atom], source: .asserted, node: node, region: region))
    }
  }

  private static let relations: [String: (ConditionAtom.Relation, turned: Bool)] = [
    AssertionKind.equal: (.equal, false), AssertionKind.same: (.equal, false),
    AssertionKind.less: (.less, false), AssertionKind.greater: (.less, true),
    AssertionKind.atMost: (.lessOrEqual, false), AssertionKind.atLeast: (.lessOrEqual, true),
    AssertionKind.contains: (.contained, true), AssertionKind.type: (.isType, false),
  ]

  /// `a?.b` does nothing where `a` is absent.
  private mutating func optional(_ node: NodeIndex) {
    if let receiver = tree.child(node, .receiver) {
      let atom = ConditionAtom(.notNull, receiver, at: node)
      found.append(Requirement(clause: [atom], source: .implied, node: node, region: node..<tree[node].next))
    }
  }

  private func leaves(_ block: NodeIndex) -> Bool { !context.ways(outOf: block).contains(.falls) }

  /// Where what a guard sees to ends: with the arm, loop or function in which it stands.
  private func end(after node: NodeIndex, _ leave: Requirement.Leave) -> NodeIndex {
    var child = node
    for above in tree.ancestors(node) {
      switch tree.kind(above) {
      case .branch, .loop, .closure, .handler: return tree[child].next
      case .attempt:
        // An error that is caught here lets what follows run, unless the handlers leave, too.
        guard leave == .raises, tree[child].role == .body else { break }
        if !tree.children(above, .handler).allSatisfy({ tree.child($0, .body).map(leaves) ?? false }) {
          return tree[child].next
        }
      default: break
      }
      child = above
    }
    return tree[tree.root].next
  }
}

extension UnitContext {
  /// How an arm that leaves does so, by its last statement.
  func leave(of arm: NodeIndex) -> Requirement.Leave {
    var last: NodeIndex?
    for child in tree.children(arm) where tree[child].role == .statement { last = child }
    guard let last else { return .refuses }
    switch tree.kind(last) {
    case .raise, .propagate: return .raises
    case .jump, .return:
      // Something else is done here: a case of its own.
      if tree.children(arm).contains(where: { $0 != last && tree[$0].role == .statement && !isAside($0) }) {
        return .answers
      }
    default: break
    }
    switch tree.kind(last) {
    case .jump: return .skips
    case .call: return .raises
    case .return:
      guard let value = tree.child(last, .value) else { return .refuses }
      // In a function that says yes or no, yes is its answer.
      if shape(of: value) == .true, saysNo { return .answers }
      return refuses(value) ? .refuses : .answers
    case .block, .scoped: return leave(of: last)
    default: return .answers
    }
  }

  /// Whether the unit gives a plain `false` somewhere.
  private var saysNo: Bool {
    tree.nodes.indices.contains { index in
      guard tree.nodes[index].kind == .return, let value = tree.child(NodeIndex(index), .value) else { return false }
      return tree.kind(value) == .literal && tree[value].literalKind == .false
    }
  }

  /// Whether a statement only says why the code leaves.
  private func isAside(_ statement: NodeIndex) -> Bool {
    switch tree.kind(statement) {
    case .await: return tree.child(statement, .value).map { isAside($0) } ?? true
    case .call:
      guard let call = call(statement) else { return false }
      switch role(of: call) {
      case .log, .report, .cleanup, .rollback: return true
      default: return refuses(statement)
      }
    case .assign: return tree.children(statement, .target).allSatisfy { flow.isWholeName($0) }
    default: return false
    }
  }

  /// Whether a value says no, or nothing.
  private func refuses(_ value: NodeIndex) -> Bool {
    // What the object holds is an answer.
    if tree.kind(value) == .read, tree[value].placeKind == .field { return false }
    switch shape(of: value) {
    case .nothing, .null, .false, .true, .number, .emptyText, .text, .emptyCollection, .parameter, .stale, .failure,
      .named:
      return true
    case .populated, .blank, .constructed, .errorText, .call, .other: break
    }
    for index in tree.subtree(value) {
      switch tree.kind(index) {
      case .call:
        if ProtectionNames.refuses(tree.name(index)) { return true }
      case .literal:
        let text = tree.name(index)
        if tree[index].literalKind == .integer, text.utf8.count == 3, text.hasPrefix("4") || text.hasPrefix("5") {
          return true
        }
      case .argument:
        if ["error", "errors", "message", "detail"].contains(tree.name(index)) { return true }
      case .closure: return false
      default: continue
      }
    }
    return false
  }
}
