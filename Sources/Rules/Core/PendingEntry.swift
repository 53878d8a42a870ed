package import Behaviour

/// An entry that is one of several of its kind: the same callee with the same thing missing, three times or more in one
/// unit, is one obligation (gap catalog, 14.3).
package struct PendingEntry {
  package var outcome: Outcome
  package var node: NodeIndex
  /// Bytes relative to the unit, where that is less than the node.
  package var range: Range<Int>?
  /// What makes two entries the same obligation, besides the outcome: the callee, and what is missing.
  package var key: String
  package var message: String
  package var question: String?
  package var reason: String?
  package var confidence: Confidence?
  package var stake: Stake
  package var evidence: [(note: String, node: NodeIndex)]
  package var fix: Entry.Fix?

  package init(
    _ outcome: Outcome,
    _ node: NodeIndex,
    at range: Range<Int>? = nil,
    key: String,
    message: String,
    question: String? = nil,
    reason: String? = nil,
    confidence: Confidence? = nil,
    stake: Stake,
    evidence: [(note: String, node: NodeIndex)] = [],
    fix: Entry.Fix? = nil
  ) {
    self.outcome = outcome
    self.node = node
    self.range = range
    self.key = key
    self.message = message
    self.question = question
    self.reason = reason
    self.confidence = confidence
    self.stake = stake
    self.evidence = evidence
    self.fix = fix
  }
}

extension LedgerBuilder {
  /// Adds entries of one rule; three or more of one key become the first of them, which names the number of the others.
  package mutating func add(_ rule: RuleID, _ pending: [PendingEntry]) {
    var done: Set<Int> = []
    for (index, entry) in pending.enumerated() where !done.contains(index) {
      let same = pending.indices.filter {
        $0 >= index && pending[$0].outcome == entry.outcome && pending[$0].key == entry.key
          && pending[$0].confidence == entry.confidence
      }
      let others = same.dropFirst()
      let isMerged = others.count >= 2
      if isMerged { done.formUnion(same) }
      var evidence = entry.evidence
      if isMerged { evidence += others.map { ("here too", pending[$0].node) } }
      add(
        rule,
        entry.outcome,
        entry.node,
        at: entry.range,
        message: isMerged ? LedgerBuilder.counting(others.count, in: entry.message) : entry.message,
        question: entry.question,
        reason: entry.reason,
        confidence: entry.confidence,
        stake: entry.stake,
        evidence: evidence,
        fix: isMerged ? nil : entry.fix
      )
    }
  }

  private static func counting(_ others: Int, in message: String) -> String {
    let sentence = message.hasSuffix(".") ? message.dropLast() : message[...]
    return "\(sentence), and in \(others) more places."
  }
}
