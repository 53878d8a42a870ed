package import Behaviour
package import Knowledge

/// What a handler's failure is about, in words and in cost.
package enum AtStake: Sendable {
  /// Something outside, by the catalog: the worst of it.
  case effect(CallFact)
  /// Several calls that nobody knows.
  case several([NodeIndex])
  /// One call that nobody knows.
  case one(NodeIndex)
  /// Nothing that plausibly fails but by its values.
  case nothing
}

extension HandlerFact {
  package var atStake: AtStake {
    if let worst = attempt.worst { return .effect(worst) }
    switch attempt.guesses.count {
    case 0: return .nothing
    case 1: return .one(attempt.guesses[0])
    default: return .several(attempt.guesses)
    }
  }

  /// The call whose failure is spoken of.
  package var call: NodeIndex? {
    switch atStake {
    case .effect(let call): call.node
    case .several(let calls): calls.first
    case .one(let call): call
    case .nothing: nil
    }
  }

  package var stake: Stake {
    guard case .effect(let call) = atStake else { return .correctness }
    if call.effect == .fileWrite, call.keepsHouse { return .availability }
    return Stake(losing: call.effect)
  }
}

extension CallFact {
  /// Takes files away or makes folders: where it fails nothing that was written is lost.
  fileprivate var keepsHouse: Bool {
    NameReading.words(NameReading.last(path)).contains {
      ["remove", "delete", "unlink", "rmdir", "rmtree", "mkdir", "makedirs", "directory", "dir", "folder"].contains($0)
    }
  }
}

extension Stake {
  /// What it costs to lose an effect's failure.
  package init(losing effect: Effect) {
    switch effect {
    case .payment: self = .money
    case .databaseWrite, .fileWrite, .queuePublish, .cloud, .networkWrite, .databaseBySQL, .mail: self = .dataLoss
    case .networkRead, .networkByVerb, .process, .cacheWrite: self = .availability
    default: self = .correctness
    }
  }
}

extension UnitContext {
  /// What may fail, as the subject of a sentence: "`requests.get`", "one of 3 calls, `load` the first".
  package func subject(of handler: HandlerFact) -> String {
    switch handler.atStake {
    case .effect(let call): "`\(display(call.node))`"
    case .one(let call): "`\(display(call))`"
    case .several(let calls): "one of \(calls.count) calls, `\(display(calls[0]))` the first,"
    case .nothing: "this code"
    }
  }

  /// A value that goes on in place of a result, in a few words.
  package func words(for shape: ValueShape, at node: NodeIndex?) -> String {
    switch shape {
    case .nothing: return "no value"
    case .null where node.map { tree.kind($0) != .literal && tree.kind($0) != .read } ?? true: return "nothing"
    case .null, .false, .true, .number:
      guard let node, tree.kind(node) == .literal || tree.kind(node) == .read else { return "a constant" }
      return "`\(spelling(ofConstant: node))`"
    case .emptyText: return "an empty text"
    case .text:
      guard let node, tree.kind(node) == .literal, tree.name(node).count <= 40 else { return "a constant text" }
      return "\"\(tree.name(node))\""
    case .emptyCollection: return "an empty collection"
    case .populated: return "made-up data"
    case .blank, .constructed: return "constants"
    case .named, .parameter, .stale:
      guard let node, tree.kind(node) == .read else { return "the value as it was" }
      return "`\(shown(tree.name(node)))` as it was"
    case .failure, .errorText: return "the error"
    case .call:
      guard let node, tree.kind(node) == .call else { return "another call's value" }
      return "what `\(display(node))` gives"
    case .other: return "another value"
    }
  }

  /// A constant as its language writes it.
  package func spelling(ofConstant node: NodeIndex) -> String {
    guard tree.kind(node) == .literal, tree[node].name == 0 else { return shown(tree.name(node)) }
    let words = file.context.facts.words
    return switch tree[node].literalKind {
    case .null: words.null
    case .true: words.true
    case .false: words.false
    default: "\"\""
    }
  }

  /// The types that a handler takes, in words: "every error", "`OSError`", "`KeyError` and `ValueError`".
  package func types(of handler: HandlerFact) -> String {
    let names = handler.types.map { "`\(shown(tree.name($0)))`" }.filter { $0 != "``" }
    switch names.count {
    case 0: return "every error"
    case 1: return names[0]
    case 2: return "\(names[0]) and \(names[1])"
    default: return "\(names[0]) and \(names.count - 1) more types"
    }
  }
}
