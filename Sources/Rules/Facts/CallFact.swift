package import Behaviour
package import Knowledge

/// A call, and what is known of what it does.
package struct CallFact: Sendable {
  package let node: NodeIndex
  package let path: String
  /// From the catalog, by a path that is more than a name.
  package let known: KnownCall?
  /// What the call does, the verb or statement among its arguments taken into account. Still `networkByVerb` or
  /// `databaseBySQL` where that cannot be read from the unit.
  package let effect: Effect
  /// Whether doing it again is harmless, likewise; still `byVerb`, `bySQL` or `conditional` where it cannot be told.
  package let repetition: Repetition

  static func all(in context: UnitContext) -> [CallFact] {
    let tree = context.tree
    var facts: [CallFact] = []
    for index in tree.nodes.indices where tree.nodes[index].kind == .call {
      let node = NodeIndex(index)
      let path = tree.path(node)
      let known = path.isEmpty ? nil : context.knowledge.call(path)
      facts.append(CallFact(node, path, known, in: context))
    }
    return facts
  }

  private init(_ node: NodeIndex, _ path: String, _ known: KnownCall?, in context: UnitContext) {
    self.node = node
    self.path = path
    self.known = known
    guard let known else {
      effect = .none
      repetition = .none
      return
    }
    if !known.through.isEmpty, context.isInMemory(known.through, of: node) {
      effect = .none
      repetition = .none
      return
    }
    var effect = known.effect
    var repetition = known.repetition
    if effect == .networkByVerb || repetition == .byVerb {
      let verb = context.verb(of: node)
      if effect == .networkByVerb, let verb { effect = verb.writes ? .networkWrite : .networkRead }
      if repetition == .byVerb, let verb { repetition = verb.repetition }
    }
    if effect == .databaseBySQL || repetition == .bySQL {
      let statement = context.statement(of: node)
      if effect == .databaseBySQL, let statement { effect = statement.writes ? .databaseWrite : .databaseRead }
      if repetition == .bySQL, let statement { repetition = statement.repetition }
    }
    self.effect = effect
    self.repetition = repetition
  }
}

extension UnitContext {
  /// Whether what a call works through was made here, in memory (`to_writer(&mut bytes, …)`).
  fileprivate func isInMemory(_ arguments: [String], of call: NodeIndex) -> Bool {
    guard case .given(let value) = argument(anyOf: arguments, of: call), let origin = flow.origin(of: value) else {
      return false
    }
    if tree.kind(origin) == .collection { return true }
    return tree.kind(origin) == .call && knowledge.call(tree.path(origin))?.part == .memory
  }

  /// A call's certainty: what its path rests on.
  package func certainty(_ call: CallFact) -> Certainty { tree[call.node].certainty }

  /// A callee as a person may read it, at most 60 characters: `stripe.Charge.create`, `fetch(…).json`.
  package func display(_ call: NodeIndex) -> String {
    var text = unit.written(tree.name(call))
    if text.hasPrefix(".") || text.isEmpty, let receiver = tree.child(call, .receiver) {
      text = displayReceiver(receiver) + text
    }
    guard text.count > 60 else { return text }
    return "…" + text.suffix(59)
  }

  private func displayReceiver(_ node: NodeIndex) -> String {
    switch tree.kind(node) {
    case .call: return display(node) + "(…)"
    case .await: return tree.child(node, .value).map { displayReceiver($0) } ?? "(…)"
    case .read where !tree.name(node).isEmpty && !tree.name(node).hasPrefix("."):
      return unit.written(tree.name(node)) + (tree[node].placeKind == .element ? "[…]" : "")
    default: return "(…)"
    }
  }

  /// What to underline of a call: all of it, or its callee alone where it is long.
  ///
  /// Nil for all of it.
  package func headline(_ call: NodeIndex) -> Range<Int>? {
    let node = tree[call]
    guard node.bytes.count > 120 else { return nil }
    let start = tree.child(call, .receiver).map { tree[$0].bytes.upperBound } ?? node.bytes.lowerBound
    guard let argument = tree.child(call, .argument) else { return nil }
    let end = min(tree[argument].bytes.lowerBound, start + tree.name(call).utf8.count)
    return end > start ? start..<end : nil
  }

  /// Whether a person runs the code and can interrupt it.
  package func isScript() -> Bool { !file.context.traits.isDisjoint(with: [.script, .oneOff]) }
}

extension UnitContext {
  /// The family of the file's language, as knowledge has it.
  package var family: String { file.context.language }
}
