import Behaviour

/// Follows every way through the statements of a handler and notes what is done to the error on each.
///
/// Ways that did the same are one way: there are few kinds of deeds, so the work is bounded by the size of the handler.
struct PathReader {
  let context: UnitContext
  /// The names that hold the error: its variable first, then locals that are made of it.
  let errors: [String]
  let handler: NodeIndex
  /// Where ways end.
  private(set) var paths: [Path] = []
  /// The first node of each deed.
  var places: [UInt32: NodeIndex] = [:]
  /// The value that a local or field is given in place of the result, first one.
  var defaultValue: NodeIndex?
  var log: CallRole.Log?
  /// Reading what runs behind the attempt: what is noted there is about more than this failure.
  var isBehind = false
  private var loops = 0

  /// More ways than this are joined into one that did only what all of them did.
  private static let limit = 12

  init(_ handler: NodeIndex, error: String, in context: UnitContext) {
    self.handler = handler
    self.context = context
    errors = error.isEmpty ? [] : PathReader.names(of: error, in: handler, context)
  }

  /// `const message = err.message` makes another name for what is left of the error.
  private static func names(of error: String, in handler: NodeIndex, _ context: UnitContext) -> [String] {
    let tree = context.tree
    var names = [error]
    for at in tree.subtree(handler) where tree.kind(at) == .assign {
      guard let value = tree.child(at, .value), context.reads(anyOf: names, in: value) else { continue }
      for target in tree.children(at, .target) where tree[target].placeKind == .local {
        let name = tree.name(target)
        if !name.isEmpty, !names.contains(name), NameReading.root(name) == name { names.append(name) }
      }
    }
    return names
  }

  var tree: BehaviourTree { context.tree }

  func place(of deed: Deeds) -> NodeIndex? { places[deed.rawValue] }

  mutating func end(_ ways: [Deeds], as end: Path.End, at node: NodeIndex) {
    for deeds in ways { paths.append(Path(end: end, deeds: deeds, node: node)) }
  }

  /// Takes away the ways that end in such a jump, and hands them over.
  mutating func takeJumps(_ kind: JumpKind) -> [Deeds] {
    var taken: [Deeds] = []
    var kept: [Path] = []
    for path in paths {
      if case .jumps = path.end, tree.kind(path.node) == .jump, tree[path.node].jumpKind == kind {
        if !taken.contains(path.deeds) { taken.append(path.deeds) }
      } else {
        kept.append(path)
      }
    }
    paths = kept
    return taken
  }

  /// Follows a statement.
  ///
  /// - Parameter ways: what was done before, on each way that comes here.
  /// - Returns: the same for each way that goes on behind it.
  mutating func follow(_ node: NodeIndex, _ ways: [Deeds]) -> [Deeds] {
    guard !ways.isEmpty else { return [] }
    switch tree.kind(node) {
    case .block:
      var ways = ways
      for child in tree.children(node) where tree[child].role != .pattern {
        ways = follow(child, ways)
        if ways.isEmpty { break }
      }
      return ways
    case .return:
      let value = tree.child(node, .value)
      let deeds = value.map { self.deeds(in: $0) } ?? []
      end(ways.map { $0.union(deeds) }, as: .returns(value), at: node)
      return []
    case .raise, .propagate:
      end(ways, as: .raises, at: node)
      return []
    case .jump:
      if loops > 0 { return ways }
      end(ways, as: .jumps, at: node)
      return []
    case .branch where !tree[node].has(.expression): return follow(branch: node, ways)
    case .loop: return follow(loop: node, ways)
    case .attempt: return follow(attempt: node, ways)
    case .scoped:
      let deeds = tree.child(node, .resource).map { self.deeds(in: $0) } ?? []
      let inside = ways.map { $0.union(deeds) }
      return tree.child(node, .body).map { follow($0, inside) } ?? inside
    case .closure: return ways
    case .unknown:
      note(.unread, at: node)
      return ways.map { $0.union(.unread) }
    case .call, .await:
      let call = tree.kind(node) == .await ? tree.child(node, .value) ?? node : node
      if let fact = context.call(call), case .exit(let fails) = context.role(of: fact) {
        end(ways, as: .exits(fails: fails), at: node)
        return []
      }
      return add(deeds(in: node), to: ways)
    default: return add(deeds(in: node), to: ways)
    }
  }

  private func add(_ deeds: Deeds, to ways: [Deeds]) -> [Deeds] {
    deeds.isEmpty ? ways : joined(ways.map { $0.union(deeds) })
  }

  private func joined(_ ways: [Deeds]) -> [Deeds] {
    var kept: [Deeds] = []
    for way in ways where !kept.contains(way) { kept.append(way) }
    guard kept.count > PathReader.limit else { return kept }
    return [kept.dropFirst().reduce(kept[0]) { $0.intersection($1) }]
  }

  private mutating func follow(branch node: NodeIndex, _ ways: [Deeds]) -> [Deeds] {
    var after: [Deeds] = []
    var isComplete = false
    var choice = Choice()
    for child in tree.children(node) {
      switch tree[child].role {
      case .condition:
        choice = Choice(
          by: child,
          arm: tree.child(node, .arm),
          errors: errors,
          isMatch: tree[node].has(.match),
          in: context
        )
        for deed in [Deeds.selected, .chosen, .counted] where choice.all.contains(deed) { note(deed, at: child) }
        choice.arm.formUnion(deeds(in: child))
        choice.otherwise.formUnion(choice.arm.subtracting([.selected, .chosen, .counted]))
      case .arm: after += follow(child, ways.map { $0.union(choice.arm) })
      case .otherwise:
        isComplete = true
        after += follow(child, ways.map { $0.union(choice.otherwise) })
      default: break
      }
    }
    if !isComplete, !choice.isCertain, !tellsWhereItCan(node, choice.all) {
      after += ways.map { $0.union(choice.otherwise) }
    }
    return joined(after)
  }

  /// `if callback: callback(err)`, `if not future.done(): future.set_exception(e)`: where there is nobody to tell,
  /// nobody is told. A look at the error, or at a count, chooses more than that.
  private func tellsWhereItCan(_ branch: NodeIndex, _ chosen: Deeds) -> Bool {
    guard !chosen.contains(.selected), let condition = tree.child(branch, .condition),
      let arm = tree.child(branch, .arm),
      !tree.subtree(condition).contains(where: { at in
        tree.kind(at) == .condition
          && [Operator.less, Operator.lessOrEqual, Operator.greater, Operator.greaterOrEqual].contains(tree.name(at))
      })
    else { return false }
    let telling: [Deeds] = [.passes, .stores, .handsOver, .reports]
    return telling.contains { deed in place(of: deed).map { tree.contains(arm, $0) } ?? false }
  }

  private mutating func follow(loop node: NodeIndex, _ ways: [Deeds]) -> [Deeds] {
    var start = ways
    for child in tree.children(node) where tree[child].role == .condition || tree[child].role == .iterable {
      start = add(deeds(in: child), to: start)
    }
    loops += 1
    let inside = tree.child(node, .body).map { follow($0, start) } ?? start
    loops -= 1
    switch tree[node].loopKind {
    case .endless: return joined(inside)
    // There is something to go through, as a rule.
    case .forEach: return joined(inside.isEmpty ? start : inside)
    default: return joined(inside + start)
    }
  }

  /// What an attempt inside the handler does counts as tried, also where it fails in turn.
  private mutating func follow(attempt node: NodeIndex, _ ways: [Deeds]) -> [Deeds] {
    var after = tree.child(node, .body).map { follow($0, ways) } ?? ways
    if let otherwise = tree.child(node, .otherwise) { after = follow(otherwise, after) }
    let tried = after.isEmpty ? ways : after
    for handler in tree.children(node, .handler) {
      after += tree.child(handler, .body).map { follow($0, tried) } ?? tried
    }
    after = joined(after)
    return tree.child(node, .finalizer).map { follow($0, after) } ?? after
  }

  mutating func note(_ deed: Deeds, at node: NodeIndex) {
    if places[deed.rawValue] == nil { places[deed.rawValue] = node }
  }
}
