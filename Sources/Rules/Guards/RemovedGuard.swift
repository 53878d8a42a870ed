import Behaviour
import Knowledge

/// A check that stood before the change still stands.
enum RemovedGuard: Rule {
  static let card = RuleCard(
    id: .removedGuard,
    family: .guards,
    summary: "A check that was made before an effect is still made after the change.",
    rationale: """
      A rewrite that is shorter is often shorter by the checks: who may do this, whose record it is, whether it was \
      done already, whether the value is there and in range. Nothing fails when they are gone, until somebody comes who \
      should not have passed.

      The checks of the old code are looked for in the new one as what they demand, not as they are written: a guard \
      may have become an arm of a branch, a conjunct, an assertion, a match, an optional access; it may have moved into \
      a function of the file that is called in its place, or to the callers. What lets more through than it did is a \
      check that was weakened.
      """,
    sources: ["CWE-862", "CWE-754", "CWE-20", "CWE-693", "Gap catalog, S1b, S2c, S3c"],
    examples: examples + endExamples
  )

  static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    guard !context.isExempt, let baseline = context.baseline, baseline.old.tree != context.tree else { return }
    let protections = baseline.old.protections
    guard !protections.isEmpty || baseline.old.unit.parameters.contains(where: \.hasDefault) else { return }
    guard let comparison = context.comparison else { return }
    var kept: [NodeIndex] = []
    var keptCount = 0
    var losses: [Loss] = []
    var goneNodes: [NodeIndex: Int] = [:]
    for protection in protections {
      let fate = comparison.fate(of: protection)
      // Both halves of one condition are one check.
      var branch: NodeIndex?
      if case .gone = fate, case .requirement(let requirement) = protection.kind, requirement.source.isCheck {
        branch = requirement.node
      }
      if let branch, let position = goneNodes[branch] {
        losses[position].widen(to: branch, comparison)
        continue
      }
      if case .kept(let nodes) = fate {
        keptCount += 1
        kept += nodes.prefix(1)
      } else if let loss = Loss(protection, fate, comparison), !losses.contains(where: { $0.message == loss.message }) {
        if let branch { goneNodes[branch] = losses.count }
        losses.append(loss)
      }
    }
    losses += flippedDefaults(context, baseline.old)
    add(losses, of: context, to: &ledger)
    if losses.allSatisfy({ $0.outcome == .checked }), keptCount > 0 {
      add(kept, count: keptCount, of: context, to: &ledger)
    }
  }

  static func examine(removed context: UnitContext, in change: ChangeScope, into ledger: inout LedgerBuilder) {
    guard !context.isExempt, !context.protections.isEmpty else { return }
    let search = SuccessorSearch(of: context, in: change)
    for protection in context.protections {
      guard case .requirement(let requirement) = protection.kind else { continue }
      let successor = search.successor(of: protection.region) { candidate in
        RequirementMatcher(old: context, new: candidate, naming: .anonymous).match(requirement) != nil
      }
      guard let successor else { continue }
      let shown = context.wording(of: protection.node)
      return ledger.add(
        .removedGuard,
        lost: "The check `\(shown)`",
        at: protection.node,
        of: context,
        to: successor,
        stake: .correctness
      )
    }
  }

  private static func add(_ losses: [Loss], of context: UnitContext, to ledger: inout LedgerBuilder) {
    for outcome in Outcome.allCases {
      let alike = losses.filter { $0.outcome == outcome }
      // A rewrite that lost many checks is one thing to look at.
      let isMany = alike.count { $0.confidence != .high } >= 3
      var rest = isMany ? alike.filter { $0.confidence != .high }.dropFirst() : []
      for loss in alike {
        if isMany, rest.contains(where: { $0.message == loss.message }) { continue }
        var message = loss.message
        if isMany, loss.confidence != .high {
          message += " And \(rest.count) more: " + rest.prefix(3).map { "`\($0.shown)`" }.joined(separator: ", ")
          message += rest.count > 3 ? ", …" : "."
          rest = rest.prefix(0)
          ledger.add(loss, message: message, of: context)
          break
        }
        ledger.add(loss, message: message, of: context)
      }
    }
  }

  private static func add(_ kept: [NodeIndex], count: Int, of context: UnitContext, to ledger: inout LedgerBuilder) {
    let places = Array(Set(kept)).sorted()
    ledger.add(
      .removedGuard,
      .checked,
      places.first ?? context.tree.root,
      at: context.unit.nameRange,
      message: count == 1
        ? "The check that stood here before the change still stands."
        : "All \(count) checks that stood here before the change still stand.",
      stake: .correctness,
      evidence: places.prefix(4).map { ("still checks", $0) }
    )
  }

  /// `dry_run=True` that became `dry_run=False`.
  private static func flippedDefaults(_ context: UnitContext, _ old: UnitContext) -> [Loss] {
    var losses: [Loss] = []
    let before = defaults(old)
    for (name, now) in defaults(context) {
      guard let was = before[name], was.isTrue != now.isTrue,
        let isSafe = ProtectionNames.isSafetyFlag(NameReading.words(name)), was.isTrue == isSafe
      else { continue }
      losses.append(Loss(flipped: name, isTrue: now.isTrue, at: now.node, in: context))
    }
    return losses.sorted { $0.node < $1.node }
  }

  private static func defaults(_ context: UnitContext) -> [String: (isTrue: Bool, node: NodeIndex)] {
    let tree = context.tree
    var found: [String: (isTrue: Bool, node: NodeIndex)] = [:]
    for child in tree.children(tree.root) where tree[child].role == .parameter {
      guard let value = tree.child(child, .default), tree.kind(value) == .literal else { continue }
      switch tree[value].literalKind {
      case .true: found[tree.name(child)] = (true, child)
      case .false: found[tree.name(child)] = (false, child)
      default: continue
      }
    }
    return found
  }
}

/// A protection that does not stand as it stood, in words.
struct Loss {
  var outcome: Outcome
  var confidence: Confidence?
  var stake: Stake
  /// What to underline, in the new unit.
  var node: NodeIndex
  var isAtName = false
  var message: String
  var question: String?
  var reason: String?
  var evidence: [(note: String, node: NodeIndex)] = []
  /// The check as it was written.
  var shown: String

  init?(_ protection: Protection, _ fate: ProtectionFate, _ comparison: ProtectionComparison) {
    let old = comparison.old
    let new = comparison.new
    shown = old.wording(of: protection.node)
    let what = Loss.what(protection, shown, isOfRoute: old.unit.kind == .closure)
    stake = Loss.stake(protection, comparison)
    node = new.tree.root
    outcome = .flagged
    message = ""
    let hasUnknown = comparison.mayHide
    func before(_ node: NodeIndex) -> String {
      let text = Loss.place(node, in: new)
      return text.isEmpty ? "" : " before `\(text)`"
    }
    func ask(_ node: NodeIndex?) -> String {
      let text = node.map { before($0) } ?? ""
      return "\(what)\(text) is gone: which caller now makes sure of it?"
    }
    switch fate {
    case .kept, .moot: return nil
    case .inHelper(let name, let call):
      outcome = .checked
      node = call
      message = "`\(name)`, which is called here, makes the check `\(shown)` now."
    case .inCallers(let names, let areAll):
      isAtName = true
      outcome = areAll ? .checked : .unverified
      let list = names.prefix(3).map { "`\($0)`" }.joined(separator: ", ")
      message =
        areAll
        ? "The check `\(shown)` moved to what calls this: \(list)."
        : "\(what) moved to \(list)."
      if !areAll {
        question = "\(what) is made by \(list) now: does every other caller of `\(new.unit.name)` make it, too?"
        reason = "callers outside of this file are not in reach"
      }
    case .byType(let type):
      isAtName = true
      outcome = .checked
      message = "The type `\(type)` rules out what `\(shown)` checked for."
    case .perhaps(let call):
      outcome = .unverified
      node = call
      let name = new.calleeWording(call)
      message = "\(what) is gone, and `\(name)` may make it now."
      question = "\(what) is gone: does `\(name)` make it?"
      reason = "`\(name)` may contain the old check; its body is not in this file"
    case .handled(let handler):
      outcome = .unverified
      node = handler
      message = "\(what) is gone, and a handler is new."
      question = "\(what) is gone: does the new handler stand for it in every case?"
      reason = "a failure is caught where a check stood"
    case .inSibling(let name):
      outcome = .unverified
      isAtName = true
      message = "\(what) moved to `\(name)`."
      question = "\(what) is made by `\(name)` now: does that always run before `\(new.unit.name)`?"
      reason = "the order in which others call the two is not in this file"
    case .retyped(let type):
      outcome = .unverified
      isAtName = true
      message = "\(what) is gone, and what it asked about is a `\(type)` now."
      question = "\(what) is gone: can a `\(type)` be what it kept out?"
      reason = "which values the new type has is not in this file"
    case .replaced(let requirement):
      outcome = .unverified
      node = requirement.clause.first?.node ?? requirement.node
      let first = new.wording(of: node)
      // The part that is shown of both is the same: the difference is elsewhere in the condition.
      if first == shown, let whole = new.tree.child(requirement.node, .condition) { node = whole }
      let now = new.wording(of: node)
      message = "\(what) is gone; `\(now)` is new in its place."
      question = "`\(now)` stands where `\(shown)` stood: does it keep out all that the old check kept out?"
      reason = "whether the new check demands as much as the old one is not for the code to say"
    case .withSubject(let name):
      isAtName = true
      outcome = .unverified
      message = "\(what) is gone, and so is `\(name)`."
      question = "\(what) is gone: was it for the sake of `\(name)` alone?"
      reason = "`\(name)` is gone from other files of the change, too"
    case .rewritten:
      isAtName = true
      outcome = .unverified
      message = "\(what) is not found in what became of this code."
      question = "\(what) stood in the old `\(old.unit.name)`: what makes sure of it now?"
      reason = "too little of the old code stands to compare the two"
    case .weakened(let requirement, let how, let anchor):
      node = requirement.clause.first?.node ?? requirement.node
      if case .alternative(let other) = how { node = other }
      message = Loss.message(what, how, new.wording(of: node), anchor.map { before($0) } ?? "")
      question = "Which values pass now that `\(shown)` kept out, and who wants them\(anchor.map { before($0) } ?? "")?"
      confidence = protection.concern.isStrong ? .high : .medium
      if case .emptyPasses = how {
        outcome = .unverified
        reason = "whether an empty value can get here is for the callers to say"
      }
    case .late(let effect):
      node = effect
      message = "\(what) stands behind `\(Loss.place(effect, in: new))` now, which it stood before."
      question = "What keeps `\(Loss.place(effect, in: new))` from happening before the check?"
      confidence = protection.concern.isStrong ? .high : .medium
    case .gone(let anchor):
      node = anchor
      evidence = Loss.asked(protection, comparison).map { [("its answer was looked at", $0)] } ?? []
      message = "\(what)\(before(anchor)) is gone."
      question = ask(anchor)
      confidence = protection.concern.isStrong ? .high : .medium
    }
    if outcome == .flagged, hasUnknown {
      outcome = .unverified
      reason = "a part of the unit could not be read"
    }
    if outcome == .flagged, new.isScript() {
      if confidence == .medium {
        outcome = .unverified
        reason = "a script, an example or a migration, run by a person"
      }
      confidence = .medium
    }
  }

  /// All of the condition is gone, not the one part that was told.
  mutating func widen(to branch: NodeIndex, _ comparison: ProtectionComparison) {
    guard let condition = comparison.old.tree.child(branch, .condition) else { return }
    let whole = comparison.old.wording(of: condition)
    message = message.replacing("`\(shown)`", with: "`\(whole)`")
    question = question?.replacing("`\(shown)`", with: "`\(whole)`")
    shown = whole
  }

  init(flipped name: String, isTrue: Bool, at node: NodeIndex, in context: UnitContext) {
    outcome = .flagged
    confidence = .medium
    stake = .dataLoss
    self.node = node
    shown = name
    message = "`\(name)` is \(isTrue ? "on" : "off") by default now; it was \(isTrue ? "off" : "on")."
    question = "Which caller of `\(context.unit.name)` relied on the old default of `\(name)`?"
  }

  private static func what(_ protection: Protection, _ shown: String, isOfRoute: Bool) -> String {
    switch protection.kind {
    case .requirement, .check: "The check `\(shown)`"
    case .decorator: isOfRoute ? "The middleware `\(shown)`" : "The decorator `\(shown)`"
    case .filter: "The filter `\(shown)`"
    case .limit: "The limit `\(shown)`"
    }
  }

  private static func message(
    _ what: String,
    _ how: RequirementMatch.Weakening,
    _ now: String,
    _ before: String
  ) -> String {
    switch how {
    case .inclusive: "\(what)\(before) lets its limit itself pass now: `\(now)`."
    case .emptyPasses: "\(what)\(before) lets empty values pass now: `\(now)`."
    case .anyValue: "\(what)\(before) lets any value pass now: `\(now)`."
    case .alternative: "\(what)\(before) is overruled by another condition now: `\(now)`."
    case .raised(let from, let to): "\(what)\(before) lets ten times as much pass: `\(to)` in place of `\(from)`."
    case .turned: "\(what)\(before) was turned around: `\(now)`."
    case .harmless: "\(what)\(before) is still made, but the code goes on whatever it says."
    }
  }

  /// What a place in the new unit does, for people.
  private static func place(_ node: NodeIndex, in context: UnitContext) -> String {
    switch context.tree.kind(node) {
    case _ where node == context.tree.root: ""
    case .call: context.calleeWording(node)
    case .return, .yield: context.tree.child(node, .value).map { context.wording(of: $0) } ?? ""
    default: context.wording(of: node)
    }
  }

  /// The call, in the new unit, whose answer a check looked at.
  private static func asked(_ protection: Protection, _ comparison: ProtectionComparison) -> NodeIndex? {
    guard case .requirement(let requirement) = protection.kind else { return nil }
    let old = comparison.old
    for operand in requirement.operands {
      for index in old.tree.subtree(operand) where old.tree.kind(index) == .read || old.tree.kind(index) == .call {
        guard let value = old.flow.definitions(reaching: index).first?.value else { continue }
        let call = old.tree.kind(value) == .await ? old.tree.child(value, .value) ?? value : value
        if old.tree.kind(call) == .call, let found = comparison.counterpart(of: call) { return found }
      }
    }
    return nil
  }

  private static func stake(_ protection: Protection, _ comparison: ProtectionComparison) -> Stake {
    let effects = comparison.old.calls(in: protection.region).map(\.effect)
    if effects.contains(.payment) { return .money }
    switch protection.concern {
    case .permission, .tenancy: return .security
    case .deduplication: return .dataLoss
    case .amount: return .availability
    case .validity, .state: return effects.contains { $0.writes } ? .dataLoss : .correctness
    }
  }
}

extension LedgerBuilder {
  fileprivate mutating func add(_ loss: Loss, message: String, of context: UnitContext) {
    let range: Range<Int>?
    if loss.isAtName || loss.node == context.tree.root {
      range = context.unit.nameRange
    } else if context.tree.kind(loss.node) == .handler {
      let body = context.tree.child(loss.node, .body)
      range = body.map { context.tree[loss.node].bytes.lowerBound..<context.tree[$0].bytes.lowerBound }
    } else {
      range = context.headline(loss.node)
    }
    add(
      .removedGuard,
      loss.outcome,
      loss.node,
      at: range,
      message: message,
      question: loss.outcome == .checked ? nil : loss.question,
      reason: loss.reason,
      confidence: loss.confidence,
      stake: loss.stake,
      evidence: loss.evidence
    )
  }
}
