import Behaviour
import Knowledge

extension DuplicateDelivery {
  /// One write that a delivery leads to, on the way to an entry.
  struct DeliveryDraft {
    let call: CallFact
    let effect: Effect
    let isKnown: Bool
    let work: DeliveredWork
    let context: UnitContext

    init(_ call: CallFact, effect: Effect, isKnown: Bool, work: DeliveredWork, in context: UnitContext) {
      self.call = call
      self.effect = effect
      self.isKnown = isKnown
      self.work = work
      self.context = context
    }

    private var name: String { context.display(call.node) }

    mutating func entry() -> PendingEntry? {
      switch context.deduplicationKey(of: call) {
      case .given(let key): return judge(key)
      case .hidden(let node) where isKnown && effect == .payment:
        return unverified("`\(context.displayValue(node))` may carry a key, and cannot be seen into", node)
      default: break
      }
      for record in records() {
        switch record {
        case .excludes(let node, let how): return checked(how, node)
        case .asks(let node):
          return unverified(
            "two deliveries at the same moment may both pass `\(context.shown(context.wording(of: node, limit: 40)))`",
            node
          )
        }
      }
      if let base = context.unit.owner?.bases.first(where: { NameReading.last($0).hasPrefix("ShouldBeUnique") }) {
        return unverified("`\(NameReading.last(base))` makes enqueuing unique, not running", nil)
      }
      guard isKnown else {
        guard work.kind != .job || effect == .payment else { return nil }
        return unverified("whether `\(name)` knows again what it has seen is decided in its implementation", nil)
      }
      return flagged("nothing that is stored tells the second from the first", nil)
    }

    // MARK: Evidence

    private func judge(_ key: NodeIndex) -> PendingEntry? {
      let region = RetryRegion(
        kind: .loop,
        node: work.frame,
        attempt: work.range,
        round: work.range,
        handlers: [],
        counter: nil,
        bound: .unknown
      )
      switch context.stability(of: key, in: region) {
      case .fresh(let node): return flagged("its key is new for each delivery", node)
      case .constant: return unverified("its key is the same constant for every message", key)
      case .stable: return checked("its key comes from what is delivered", key)
      case .unknown:
        return unverified("whether its key is the same for the second delivery is not in reach", key)
      }
    }

    /// Something that is stored or looked up before the write.
    private enum Record {
      /// Nobody gets through twice.
      case excludes(NodeIndex, String)
      /// Asked, but not held against somebody who asks at the same time.
      case asks(NodeIndex)
    }

    private func records() -> [Record] {
      let tree = context.tree
      var asked: [Record] = []
      for look in context.calls(in: work.range) where look.node < call.node || tree.contains(look.node, call.node) {
        if look.node == call.node { continue }
        if look.known?.part == .createOnce || context.setsOnlyNew(look), decides(look.node) {
          return [.excludes(look.node, "`\(context.display(look.node))` lets the first delivery through alone")]
        }
        // An insert that is refused the second time, and that refusal is dealt with.
        if look.effect == .databaseWrite || look.known == nil, let handler = refusal(of: look.node) {
          return [.excludes(handler, "the second insert is refused, and that is dealt with")]
        }
        let words = NameReading.words(NameReading.last(tree.name(look.node)))
        let isLook =
          [.databaseRead, .cacheRead, .networkRead].contains(look.effect) || look.known?.part == .exists
          || words.contains { DeliveryWords.looks.contains($0) }
          || words.contains { DeliveryWords.marks.contains($0) }
        if isLook, decides(look.node) { asked.append(.asks(look.node)) }
      }
      if asked.isEmpty, let branch = stateCheck() { asked.append(.asks(branch)) }
      return asked.first.map { [$0] } ?? []
    }

    /// Whether a call's value decides whether the write is come to.
    private func decides(_ look: NodeIndex) -> Bool {
      for use in context.uses(of: look) {
        if let branch = context.branch(decidedBy: use.node), keeps(branch) { return true }
      }
      guard let branch = context.branch(decidedBy: look) else { return false }
      return keeps(branch)
    }

    private func keeps(_ branch: NodeIndex) -> Bool {
      guard branch < call.node else { return false }
      if context.tree.contains(branch, call.node) { return true }
      return !context.ways(outOf: branch).isDisjoint(with: [.returns, .breaks, .continues, .raises])
    }

    private func refusal(of insert: NodeIndex) -> NodeIndex? {
      let tree = context.tree
      for ancestor in tree.ancestors(insert) where tree.kind(ancestor) == .attempt {
        for handler in tree.children(ancestor, .handler) {
          let isRefusal = tree.children(handler, .type).contains { type in
            NameReading.words(NameReading.last(tree.name(type))).contains {
              ["integrity", "unique", "duplicate", "conflict", "exists", "constraint"].contains($0)
            }
          }
          guard isRefusal else { continue }
          // Dealt with where the write is not come to after it.
          let ways = tree.child(handler, .body).map { context.ways(outOf: $0) } ?? .falls
          if !ways.contains(.falls) || tree.contains(ancestor, call.node) { return handler }
        }
      }
      return nil
    }

    /// `if order.status == "paid": return`
    private func stateCheck() -> NodeIndex? {
      let tree = context.tree
      for node in work.range where tree.kind(node) == .branch && node < call.node {
        guard let condition = tree.child(node, .condition), keeps(node) else { continue }
        for part in tree.subtree(condition) where tree.kind(part) == .read || tree.kind(part) == .call {
          let words = NameReading.words(NameReading.last(tree.name(part)))
          if words.contains(where: { DeliveryWords.marks.contains($0) }) { return condition }
          if words.last == "at", words.count > 1, tree.kind(part) == .read { return condition }
          if words.contains("status") || words.contains("state"), tree.kind(part) == .read,
            tree.name(part).contains("."), !isEventType(condition)
          {
            return condition
          }
        }
      }
      return nil
    }

    /// `event.data.object.status == "succeeded"` is about the message, not about what was done.
    private func isEventType(_ condition: NodeIndex) -> Bool {
      let tree = context.tree
      return tree.subtree(condition).contains { node in
        guard tree.kind(node) == .read else { return false }
        let root = NameReading.root(tree.name(node))
        return ["event", "payload", "message", "msg", "body", "data", "response", "res", "resp", "request", "req"]
          .contains(root)
      }
    }

    // MARK: Words

    private var question: String {
      let unit = context.shown(context.unit.name)
      return
        "\(work.source.prefix(1).uppercased())\(work.source.dropFirst()) may deliver the same \(item) twice: which "
        + "stored fact makes the second run of `\(unit)` do nothing?"
    }

    private var item: String {
      switch work.kind {
      case .queue: "message"
      case .job: "job"
      case .webhook: "event"
      case .schedule: "run"
      }
    }

    private var stake: Stake {
      switch effect {
      case .payment: .money
      case .databaseWrite: .dataLoss
      default: .correctness
      }
    }

    private var evidence: [(note: String, node: NodeIndex)] {
      work.node.map { [("may deliver it twice", $0)] } ?? []
    }

    private func flagged(_ clause: String, _ node: NodeIndex?) -> PendingEntry {
      let isHigh =
        isKnown && context.certainty(call) >= .constructor
        && (effect == .payment || effect == .mail && (work.kind == .webhook || work.kind == .queue))
      return pending(
        .flagged,
        "`\(name)` happens again when \(work.source) delivers the same \(item) twice: \(clause).",
        question: question,
        confidence: isHigh && work.kind != .schedule ? .high : .medium,
        evidence: node.map { [("differs between deliveries", $0)] } ?? []
      )
    }

    private func unverified(_ reason: String, _ node: NodeIndex?) -> PendingEntry {
      pending(
        .unverified,
        "`\(name)` may happen again when \(work.source) delivers the same \(item) twice.",
        question: question,
        reason: reason,
        evidence: node.map { [("decides about it", $0)] } ?? []
      )
    }

    private func checked(_ clause: String, _ node: NodeIndex) -> PendingEntry {
      pending(
        .checked,
        "A second delivery of the same \(item) leaves `\(name)` alone: \(clause).",
        evidence: [("tells the second from the first", node)]
      )
    }

    private func pending(
      _ outcome: Outcome,
      _ message: String,
      question: String? = nil,
      reason: String? = nil,
      confidence: Confidence? = nil,
      evidence: [(note: String, node: NodeIndex)]
    ) -> PendingEntry {
      PendingEntry(
        outcome,
        call.node,
        at: context.headline(call.node),
        key: name,
        message: message,
        question: question,
        reason: reason,
        confidence: confidence,
        stake: stake,
        evidence: self.evidence + evidence
      )
    }
  }
}

private enum DeliveryWords {
  static let looks: Set<String> = ["exists", "exist", "find", "lookup", "seen", "has", "contains", "acquire", "claim"]
  static let marks: Set<String> = [
    "processed", "duplicate", "dedup", "dedupe", "deduplicate", "idempotent", "idempotency", "already", "handled",
    "paid", "fulfilled", "completed", "sent", "charged", "refunded", "captured", "delivered", "notified", "seen",
    "done",
    "finished", "settled",
  ]
}
