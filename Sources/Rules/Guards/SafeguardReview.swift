import Behaviour
import Knowledge

/// Asks of each safeguard of some kinds that a unit had whether it still stands, and says so in the words of a rule.
struct SafeguardReview {
  let rule: RuleID
  let comparison: ProtectionComparison
  private var new: UnitContext { comparison.new }
  private var old: UnitContext { comparison.old }

  static func examine(
    _ context: UnitContext,
    for rule: RuleID,
    where isMeant: (Safeguard.Kind) -> Bool,
    into ledger: inout LedgerBuilder
  ) {
    guard !context.isExempt, let baseline = context.baseline, baseline.old.tree != context.tree else { return }
    let safeguards = baseline.old.safeguards.filter { isMeant($0.kind) }
    guard !safeguards.isEmpty, let comparison = context.comparison else { return }
    let review = SafeguardReview(rule: rule, comparison: comparison)
    var pending: [PendingEntry] = []
    var kept: [NodeIndex] = []
    var messages: Set<String> = []
    for safeguard in safeguards {
      let fate = comparison.fate(of: safeguard)
      if case .kept(let node) = fate {
        if safeguard.kind != .token { kept.append(node) }
      } else if let entry = review.entry(safeguard, fate), messages.insert(entry.message).inserted {
        if case .raised(_, let from, let to) = fate, !messages.insert(from + " to " + to).inserted { continue }
        pending.append(entry)
      }
    }
    ledger.add(rule, pending)
    guard let first = kept.first, pending.allSatisfy({ $0.outcome == .checked }) else { return }
    let places = Array(Set(kept)).sorted()
    ledger.add(
      rule,
      .checked,
      first,
      at: context.unit.nameRange,
      message: places.count == 1
        ? "`\(review.wording(first))` still stands, as before the change."
        : "All \(places.count) that stood here before the change still stand, `\(review.wording(first))` among them.",
      stake: .correctness,
      evidence: places.prefix(4).map { ("still stands", $0) }
    )
  }

  /// What went with a unit that is gone, while what it held for is done elsewhere.
  static func examine(
    removed context: UnitContext,
    in change: ChangeScope,
    for rule: RuleID,
    where isMeant: (Safeguard.Kind) -> Bool,
    into ledger: inout LedgerBuilder
  ) {
    guard !context.isExempt else { return }
    let safeguards = context.safeguards.filter { isMeant($0.kind) && $0.kind != .token && $0.kind != .step }
    guard !safeguards.isEmpty else { return }
    let search = SuccessorSearch(of: context, in: change)
    for safeguard in safeguards {
      let successor = search.successor(of: safeguard.region) { candidate in
        candidate.safeguards.contains { safeguard.kind.isMet(by: $0.kind) }
      }
      guard let successor else { continue }
      let what = SafeguardWords.what(safeguard, in: context)
      ledger.add(
        rule,
        lost: what.prefix(1).uppercased() + what.dropFirst(),
        at: safeguard.node,
        of: context,
        to: successor,
        stake: safeguard.kind.keepsApart ? .dataLoss : .availability
      )
      return
    }
  }

  private func wording(_ node: NodeIndex) -> String {
    new.tree.kind(node) == .loop ? "retry" : SafeguardWords.shown(node, in: new, limit: 50)
  }

  // MARK: - Entries

  private func entry(_ safeguard: Safeguard, _ fate: SafeguardFate) -> PendingEntry? {
    let what = SafeguardWords.what(safeguard, in: old)
    let capital = what.prefix(1).uppercased() + what.dropFirst()
    switch fate {
    case .kept, .moot: return nil
    case .replaced(let node, let name):
      return checked(node, "\(capital) is gone, and `\(name)` stands in its place.")
    case .inHelper(let name, let call):
      return checked(call, "`\(name)`, which is called here, sees to it now: \(what).")
    case .inCallers(let names, let areAll):
      let list = names.prefix(3).map { "`\($0)`" }.joined(separator: ", ")
      if areAll { return checked(nil, "\(capital) moved to what calls this: \(list).") }
      return unverified(
        nil,
        "\(capital) moved to \(list).",
        "\(capital) is taken by \(list) now: does every other caller of `\(new.unit.name)` see to it, too?",
        "callers outside of this file are not in reach",
        safeguard
      )
    case .handedIn(let name, let isDemanded):
      if isDemanded { return checked(nil, "\(capital) is handed in as `\(name)` now, which every caller must give.") }
      return unverified(
        nil,
        "\(capital) is gone, and `\(name)` may be handed in.",
        "Does every caller of `\(new.unit.name)` hand in a transaction as `\(name)`?",
        "whether a caller gives one is for the callers to say",
        safeguard
      )
    case .perhaps(let node):
      let name = new.tree.kind(node) == .call ? new.calleeWording(node) : new.wording(of: node)
      return unverified(
        node,
        "\(capital) is gone, and `\(name)` is new.",
        "\(capital) is gone: does `\(name)` do what it did?",
        "`\(name)` may see to it; what it does is not in this file",
        safeguard
      )
    case .rewritten:
      return unverified(
        nil,
        "\(capital) is not found in what became of this code.",
        SafeguardWords.question(safeguard, before: nil, in: comparison),
        "too little of the old code stands to compare the two",
        safeguard
      )
    case .narrowed(let place, let cover):
      var entry = flagged(
        place,
        "`\(self.place(place))` stands outside of \(what) now.",
        safeguard,
        confidence: .medium
      )
      entry.evidence = [("holds from here", cover)]
      return entry
    case .split(let first, let second):
      var entry = flagged(
        second,
        "\(capital) is given back and taken again between two parts that it held for in one.",
        safeguard,
        confidence: .medium
      )
      entry.evidence = [("the first part", first)]
      return entry
    case .raised(let node, let from, let to):
      return flagged(
        node,
        "\(SafeguardWords.label(safeguard)) went from \(from) to \(to).",
        safeguard,
        confidence: .medium
      )
    case .lifted(let node):
      return flagged(
        node,
        "`\(new.wording(of: node))` says that there is no end; it was `\(SafeguardWords.shown(safeguard.node, in: old))`.",
        safeguard,
        confidence: confidence(safeguard, new.owner(ofArgument: node) ?? node)
      )
    case .gone(let anchor):
      let place = self.place(anchor)
      let text = place.isEmpty ? "" : " \(SafeguardWords.preposition(safeguard.kind)) `\(place)`"
      return flagged(
        anchor,
        "\(capital)\(text) is gone.",
        safeguard,
        confidence: confidence(safeguard, anchor)
      )
    }
  }

  private func confidence(_ safeguard: Safeguard, _ anchor: NodeIndex) -> Confidence {
    switch safeguard.kind {
    case .lock, .rows, .version, .step, .claim, .key: return .high
    case .limit:
      guard let call = new.call(anchor), case .none(_, let isCertain) = new.waitLimit(of: call) else { return .medium }
      return isCertain ? .high : .medium
    default: return .medium
    }
  }

  private func place(_ node: NodeIndex) -> String {
    switch new.tree.kind(node) {
    case .call: new.calleeWording(node)
    case .assign: new.tree.child(node, .target).map { new.wording(of: $0) } ?? ""
    case .return, .yield: new.tree.child(node, .value).map { new.wording(of: $0) } ?? ""
    default: new.wording(of: node)
    }
  }

  private func checked(_ node: NodeIndex?, _ message: String) -> PendingEntry {
    PendingEntry(
      .checked,
      node ?? new.tree.root,
      at: range(node),
      key: message,
      message: message,
      stake: .correctness
    )
  }

  private func unverified(
    _ node: NodeIndex?,
    _ message: String,
    _ question: String,
    _ reason: String,
    _ safeguard: Safeguard
  ) -> PendingEntry {
    PendingEntry(
      .unverified,
      node ?? new.tree.root,
      at: range(node),
      key: message,
      message: message,
      question: question,
      reason: reason,
      stake: stake(safeguard)
    )
  }

  private func flagged(
    _ node: NodeIndex,
    _ message: String,
    _ safeguard: Safeguard,
    confidence: Confidence
  ) -> PendingEntry {
    let question = SafeguardWords.question(safeguard, before: node, in: comparison)
    if comparison.mayHide {
      return unverified(node, message, question, "a part of the unit could not be read", safeguard)
    }
    if new.isScript(), confidence == .medium {
      return unverified(node, message, question, "a script, an example or a migration, run by a person", safeguard)
    }
    return PendingEntry(
      .flagged,
      node,
      at: range(node),
      key: message,
      message: message,
      question: question,
      confidence: new.isScript() ? .medium : confidence,
      stake: stake(safeguard)
    )
  }

  private func range(_ node: NodeIndex?) -> Range<Int>? {
    guard let node, node != new.tree.root else { return new.unit.nameRange }
    return new.headline(node)
  }

  private func stake(_ safeguard: Safeguard) -> Stake {
    let calls = safeguard.subject.map { old.calls(in: $0) } ?? old.calls(in: safeguard.region)
    if calls.contains(where: { $0.effect == .payment || old.likelyEffect(of: $0) == .payment }) { return .money }
    if safeguard.kind.keepsApart || safeguard.kind == .key { return .dataLoss }
    return .availability
  }
}
