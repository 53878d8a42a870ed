package import Behaviour
import Knowledge

/// A way in which cleanup leaves by itself, so that the result or the failure in flight may be lost.
package struct FinalizerExit: Sendable {
  package enum Kind: Sendable, Hashable { case returns, jumps, raises, assigns }

  package let kind: Kind
  package let node: NodeIndex
  /// It is done only where a condition holds, or where the cleanup itself failed.
  package let isConditional: Bool
  /// What keeps the failure in flight: a look whether there is one, or what puts both into one.
  package let keeper: NodeIndex?
}

extension UnitContext {
  /// The ways in which an attempt's finalizer leaves by itself, in reading order.
  package func exits(ofFinalizer finalizer: NodeIndex, of attempt: NodeIndex) -> [FinalizerExit] {
    var found: [FinalizerExit] = []
    let isByCall = tree[attempt].has(.byCall)
    let results = frame(of: attempt) == tree.root ? errorResults : []
    let states = failureStates(of: attempt)
    func add(_ kind: FinalizerExit.Kind, _ node: NodeIndex) {
      let conditions = conditions(over: node, below: finalizer)
      let keeper =
        conditions.conditions.first { tells(ofFailure: $0, states: states + results) } ?? combination(in: finalizer)
      let isConditional = !conditions.conditions.isEmpty || conditions.isInHandler
      found.append(FinalizerExit(kind: kind, node: node, isConditional: isConditional, keeper: keeper))
    }
    visit(finalizer) { at in
      switch tree.kind(at) {
      case .return where !isByCall && isOutmost(at, below: finalizer): add(.returns, at)
      case .jump where loop(around: at).map { $0 < finalizer } ?? true: add(.jumps, at)
      case .raise, .propagate:
        // Where cleanup cannot throw, what raises in it ends the process.
        if !isCaught(at, below: finalizer), !file.context.facts.has(.marksFailures) { add(.raises, at) }
      case .assign where !results.isEmpty && tree[at].name == 0 && !tree[at].has(.declares):
        guard let target = tree.child(at, .target), results.contains(tree.name(target)),
          let value = tree.child(at, .value)
        else { return }
        // Both in one: `err = errors.Join(err, f.Close())`.
        if reads(tree.name(target), in: value) {
          found.append(FinalizerExit(kind: .assigns, node: at, isConditional: true, keeper: value))
        } else {
          add(.assigns, at)
        }
      default: return
      }
    }
    return found
  }

  /// Whether a `return` leaves the function around a node: not one of a function given to a call inside of it.
  private func isOutmost(_ node: NodeIndex, below outer: NodeIndex) -> Bool {
    guard let frame = tree.frame(around: node) else { return true }
    return frame < outer
  }

  private func conditions(
    over node: NodeIndex,
    below outer: NodeIndex
  ) -> (conditions: [NodeIndex], isInHandler: Bool) {
    var conditions: [NodeIndex] = []
    var isInHandler = false
    var child = node
    for above in tree.ancestors(node) {
      if above == outer { break }
      if tree.kind(above) == .handler { isInHandler = true }
      if tree.kind(above) == .branch, tree[child].role != .condition {
        conditions += tree.children(above, .condition)
      }
      child = above
    }
    return (conditions, isInHandler)
  }

  /// Names that tell whether something failed: those that handlers of the attempt bind or write, and those that its
  /// success writes.
  private func failureStates(of attempt: NodeIndex) -> [String] {
    var names: [String] = []
    for part in tree.children(attempt) where tree[part].role != .finalizer {
      if tree.kind(part) == .handler, tree[part].name != 0 { names.append(tree.name(part)) }
      visit(part) { at in
        let node = tree[at]
        guard node.kind == .read, node.role == .target, node.name != 0 else { return }
        let isFlag =
          tree.kind(part) == .handler
          || tree.child(tree.parent(at), .value).map { tree.kind($0) == .literal && isTruth($0) } ?? false
        if isFlag { names.append(tree.name(at)) }
      }
    }
    return names
  }

  private func isTruth(_ node: NodeIndex) -> Bool {
    tree[node].literalKind == .true || tree[node].literalKind == .false
  }

  /// Whether a condition asks if a failure is in flight.
  private func tells(ofFailure condition: NodeIndex, states: [String]) -> Bool {
    tree.subtree(condition).contains { at in
      let node = tree[at]
      guard node.kind == .read || node.kind == .call, node.name != 0 else { return false }
      let name = tree.text(node.name)
      return states.contains(name) || tree.path(at) == "sys.exc_info"
        || node.kind == .read && NameReading.saysFailure(name) && !isOfCleanup(at)
    }
  }

  /// `cerr` in `if cerr := f.Close(); cerr != nil`: the failure of the cleanup itself.
  private func isOfCleanup(_ read: NodeIndex) -> Bool {
    guard let origin = flow.origin(of: read) else { return false }
    return tree.kind(origin) == .call
  }

  private func combination(in finalizer: NodeIndex) -> NodeIndex? {
    for call in calls(in: finalizer) {
      if call.known?.part == .carry || NameReading.last(tree.name(call.node)) == "addSuppressed" { return call.node }
    }
    return nil
  }

  /// The names under which the unit's own signature gives its error (`(n int, err error)`), where a finalizer may set
  /// it.
  private var errorResults: [String] {
    guard file.context.facts.has(.finalizersSetResults), let type = unit.returnType, type.hasPrefix("(") else {
      return []
    }
    return type.dropFirst().dropLast().split(separator: ",").compactMap { part in
      let words = part.split(separator: " ")
      return words.count == 2 && words[1] == "error" && words[0] != "_" ? String(words[0]) : nil
    }
  }
}
