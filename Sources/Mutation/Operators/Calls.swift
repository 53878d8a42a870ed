import Behaviour
import Knowledge
import Rules

extension MutationFinder {
  /// Arguments by which calls end in time, taken out, and made ten times as long.
  func deadlines() -> [Mutation] {
    var found: [Mutation] = []
    for call in context.calls {
      guard let known = call.known, case .none = known.deadline.standard else { continue }
      for label in known.deadline.setBy {
        guard case .given(let value) = context.argument(label, of: call.node), tree.contains(call.node, value),
          let argument = argument(around: value)
        else { continue }
        // What is sent is no limit, though it may carry one.
        if label.hasPrefix("#"), sends(value) { break }
        let edits = removal(ofLimit: argument, of: call.node)
        if let item = mutation(.removedDeadline, at: call.node, edits) { found.append(item) }
        if tree.kind(value) == .literal, tree[value].literalKind == .integer {
          let range = place(value)
          let longer = [Mutation.Edit(range: range, replacement: text(range) + "0")]
          if let item = mutation(.raisedLimit, at: call.node, longer) { found.append(item) }
        }
        break
      }
    }
    return found
  }

  /// Whether a value is made by something that makes more than a span of time or a token: `http.NewRequest(…)`.
  private func sends(_ value: NodeIndex) -> Bool {
    let words = NameReading.words(NameReading.last(tree.name(value)))
    return words.contains { ["req", "request", "message", "msg", "payload", "query"].contains($0) }
  }

  /// A span in front of its unit (`await(3, SECONDS)`) goes with it.
  private func removal(ofLimit argument: NodeIndex, of call: NodeIndex) -> [Mutation.Edit]? {
    let all = tree.children(call, .argument)
    guard all.count == 2, all.first == argument, tree.name(argument).isEmpty,
      let unit = tree.child(all[1], .value), tree.kind(unit) == .read,
      ["seconds", "milliseconds", "minutes", "microseconds", "nanoseconds", "hours"].contains(
        NameReading.last(tree.name(unit)).lowercased()
      )
    else { return removal(ofArgument: argument) }
    return [Mutation.Edit(range: place(all[0]).lowerBound..<place(all[1]).upperBound, replacement: "")]
  }

  /// Keys by which the other side knows a repeat, taken out of calls that are repeated.
  func keys() -> [Mutation] {
    var found: [Mutation] = []
    for region in context.retries {
      for call in context.calls(in: region.node) {
        guard call.known?.effect.writes == true, case .given(let value) = context.deduplicationKey(of: call),
          tree.contains(call.node, value), let argument = argument(around: value)
        else { continue }
        if let item = mutation(.removedKey, at: call.node, removal(ofArgument: argument)) { found.append(item) }
      }
    }
    return found
  }

  /// `await` taken from in front of calls whose value nobody takes.
  func awaits() -> [Mutation] {
    guard !phrasing.demandsAwait else { return [] }
    var found: [Mutation] = []
    for index in tree.nodes.indices where tree.nodes[index].kind == .await {
      let node = NodeIndex(index)
      guard let value = tree.child(node, .value), tree.kind(value) == .call, tree[value].has(.discarded) else {
        continue
      }
      let whole = place(node)
      let inner = place(value)
      let gone =
        inner.lowerBound > whole.lowerBound ? whole.lowerBound..<inner.lowerBound : inner.upperBound..<whole.upperBound
      guard !gone.isEmpty, text(gone).contains("await") else { continue }
      let edits = [Mutation.Edit(range: gone, replacement: "")]
      if let item = mutation(.removedAwait, at: value, edits) { found.append(item) }
    }
    return found
  }

  /// The argument whose value, or part of it, a node is, innermost first.
  private func argument(around node: NodeIndex) -> NodeIndex? {
    var at = node
    while at >= 0, at != tree.root {
      if tree.kind(at) == .argument { return at }
      if tree.kind(at) == .block { return nil }
      at = tree.parent(at)
    }
    return nil
  }
}
