package import Behaviour
import Knowledge

/// What a value is from one attempt to the next.
package enum Stability: Sendable, Hashable {
  /// The same in every attempt of one operation, and not the same for all operations.
  case stable
  /// Made anew in each attempt, by this node.
  case fresh(NodeIndex)
  /// The same for every operation.
  case constant
  /// The clause says which fact is missing.
  case unknown(String)
}

extension UnitContext {
  /// The argument by which the other side recognises a repeat: one that the catalog names, or one that is called so.
  package func deduplicationKey(of call: CallFact) -> ArgumentValue {
    var result = ArgumentValue.absent
    for path in call.known?.keys ?? [] {
      switch argument(path, of: call.node) {
      case .given(let node): return .given(node)
      case .hidden(let node): result = .hidden(node)
      case .absent: continue
      }
    }
    for argument in tree.children(call.node, .argument) {
      guard let value = tree.child(argument, .value) else { continue }
      if isKeyName(tree.name(argument)) { return .given(value) }
      if let found = key(in: value, depth: 0) { return .given(found) }
    }
    if let found = value(inChainOf: call.node, where: isKeyName) { return .given(found) }
    return result
  }

  /// A key among the entries of an object, or of one inside of it.
  private func key(in value: NodeIndex, depth: Int) -> NodeIndex? {
    guard depth < 3, let origin = flow.origin(of: value), tree.kind(origin) == .collection,
      tree[origin].collectionKind == .keyed
    else { return nil }
    for entry in tree.children(origin, .element) {
      guard let inner = tree.child(entry, .value) else { continue }
      if isKeyName(tree.name(entry)) { return inner }
      if let found = key(in: inner, depth: depth + 1) { return found }
    }
    return nil
  }

  private func isKeyName(_ name: String) -> Bool {
    guard name.utf8.count >= 8 else { return false }
    let words = NameReading.words(name)
    if words.contains(where: { $0.hasPrefix("idempoten") }) { return true }
    return KeyNames.whole.contains(words.joined())
  }

  /// `store.set(key, 1, nx=True)`, `redis.set(key, "1", "NX", "EX", 60)`, `setIfAbsent(key, 1)`
  func setsOnlyNew(_ call: CallFact) -> Bool {
    let words = NameReading.words(NameReading.last(tree.name(call.node)))
    guard let first = words.first, first.hasPrefix("set") || first == "put" || first == "add" else { return false }
    if words.contains("nx") || first == "setnx" || words.contains("absent") { return true }
    guard first == "set" else { return false }
    for argument in tree.children(call.node, .argument) {
      guard let value = tree.child(argument, .value) else { continue }
      if tree.name(argument).lowercased() == "nx" { return tree[value].literalKind != .false }
      for node in tree.subtree(value) {
        let name = tree.name(node)
        switch tree.kind(node) {
        case .literal where name == "NX" || name == "nx": return true
        case .argument where name == "NX" || name == "nx": return true
        case .read, .call:
          if NameReading.last(name) == "NX" || name.hasSuffix("NotExists") || name.hasSuffix("IfAbsent") { return true }
        default: continue
        }
      }
    }
    return false
  }

  /// What a value is from one attempt of a region to the next.
  package func stability(of value: NodeIndex, in region: RetryRegion) -> Stability {
    var visited: Set<NodeIndex> = []
    var varies = false
    let result = stability(of: value, in: region, visited: &visited, varies: &varies)
    if result == .stable, !varies { return .constant }
    return result
  }

  /// - Parameter varies: set where something in the value differs from operation to operation.
  private func stability(
    of value: NodeIndex,
    in region: RetryRegion,
    visited: inout Set<NodeIndex>,
    varies: inout Bool
  ) -> Stability {
    guard visited.count < 40, visited.insert(value).inserted else { return .stable }
    let isInRound = region.round.contains(value)
    for node in tree.subtree(value) {
      switch tree.kind(node) {
      case .call:
        guard let fact = call(node) else { continue }
        if fact.known?.part == .randomID || fact.effect == .random || fact.effect == .clock {
          varies = true
          if isInRound { return .fresh(node) }
          continue
        }
        if fact.known == nil, isInRound, !isPure(node) {
          return .unknown("whether `\(display(node))` gives the same in every attempt is not in reach")
        }
        varies = true
      case .read:
        varies = true
        guard flow.isWholeName(node) || !flow.definitions(ofNameAt: node).isEmpty else { continue }
        for definition in flow.definitions(reaching: node) {
          if definition.target == region.counter { return .fresh(node) }
          guard region.round.contains(definition.target), tree[definition.target].role != .parameter else { continue }
          guard let given = definition.value else {
            return .unknown("what `\(tree.name(node))` is in each attempt cannot be told")
          }
          let inner = stability(of: given, in: region, visited: &visited, varies: &varies)
          if inner != .stable { return inner }
        }
      case .unknown: return .unknown("a part of it could not be read")
      default: continue
      }
    }
    return .stable
  }

  /// Whether a call gives the same for the same arguments, by its name: conversions, digests, joins.
  private func isPure(_ call: NodeIndex) -> Bool {
    let name = tree.name(call)
    if name.hasPrefix("hashlib.") { return true }
    return KeyNames.pure.contains(String(NameReading.last(name)))
  }
}

private enum KeyNames {
  static let whole: Set<String> = [
    "paypalrequestid", "clientrequesttoken", "clienttoken", "messagededuplicationid", "deduplicationid",
    "deduplicationkey", "dedupkey", "dedupekey", "dedupeid", "clientrequestid", "requesttoken", "insertid",
  ]
  static let pure: Set<String> = [
    "str", "format", "ToString", "Encode", "Format", "hex", "hexdigest", "digest", "encode", "join", "toString",
    "update", "lower", "upper", "strip",
    "trim", "String", "uuid5", "uuid3", "v5", "createHash", "createHmac", "sha256", "md5", "sha1", "stringify", "dumps",
    "isoformat", "toISOString", "to_string", "to_owned", "clone", "into", "as_str", "as_ref", "concat", "replace",
    "slice", "substring", "toLowerCase", "get",
  ]
}
