import Behaviour
import Knowledge

/// Calls that are told what to do by the calls before them: `client.post(url).timeout(limit).send()`.
extension UnitContext {
  /// The calls on whose value a call is made, nearest first.
  func chain(of call: NodeIndex) -> [NodeIndex] {
    var found: [NodeIndex] = []
    var node = call
    while found.count < 32, var receiver = tree.child(node, .receiver) {
      if tree.kind(receiver) == .await { receiver = tree.child(receiver, .value) ?? receiver }
      guard tree.kind(receiver) == .call else { break }
      found.append(receiver)
      node = receiver
    }
    return found
  }

  /// A limit that one of those calls sets.
  func limitSet(inChainOf call: NodeIndex) -> WaitLimit? {
    for link in chain(of: call) where self.call(link)?.known?.part == .timeout {
      guard case .given(let value) = positional(0, of: link) else { continue }
      switch LimitValue(value, in: self) {
      case .finite(let text): return .bounded(by: "`\(shortName(of: link))` sets \(text)", at: link)
      case .infinite: continue
      case .unknown(let reason): return .unknown(reason, at: link)
      }
    }
    return nil
  }

  /// What one of those calls says under a name: `.header("Idempotency-Key", key)`, `.idempotency_key(key)`.
  func value(inChainOf call: NodeIndex, where isNamed: (String) -> Bool) -> NodeIndex? {
    for link in chain(of: call) {
      guard case .given(let first) = positional(0, of: link) else { continue }
      if isNamed(String(NameReading.last(tree.name(link)))) { return first }
      guard tree.kind(first) == .literal, isNamed(tree.name(first)), case .given(let second) = positional(1, of: link)
      else { continue }
      return second
    }
    return nil
  }

  private func shortName(of call: NodeIndex) -> String { String(NameReading.last(tree.name(call))) }
}
