import Behaviour
import Knowledge

/// The callers of a function treat its result, its failures and its conditions alike.
package enum InconsistentCallers: Rule {
  package static let card = RuleCard(
    id: .inconsistentCallers,
    family: .architecture,
    summary: "The callers of a function treat its result, its failures and its conditions alike.",
    rationale: """
      What a function asks of its callers is seldom written down: it is what they do. Where three of four look whether \
      there was a record, hold the lock, pass the deadline or ask first whether somebody may, the fourth knows \
      something that the others do not, or it has forgotten something. It compiles in both cases.

      The obligation arises where at least four units of the workspace, tests left out, call the same function, and \
      three quarters of those that can be compared (and three at least) have it in common that they: take the error \
      that it gives, look whether there is a value before a member of it is used, have a handler, a lock or a \
      transaction around the call, pass the same label that makes it safer, call the same check before a write, or \
      wait for it. A unit that is itself called under that lock, handler or check is not asked again. It cannot be \
      told where the callers disagree, or where a call may run one of several functions. In a comparison with a \
      baseline only a call that the change wrote is held against anybody. Conversions of the result (units, zones) \
      are not compared: what is a conversion is not to be seen in a call.
      """,
    sources: ["CWE-573", "CWE-252"],
    examples: inconsistentCallersExamples
  )

  package static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    guard let workspace = context.workspace, !context.isExempt, !context.file.context.traits.contains(.oneOff),
      context.unit.kind != .module, let own = context.own
    else { return }
    let conduct = CallConduct(context.unit)
    var done: Set<String> = []
    for call in context.calls where call.known == nil && context.tree[call.node].role != .decorator {
      guard let found = context.callees(of: call.node), found.certainty >= .several, let callee = found.units.first,
        callee.id != own.id, !callee.isOfTests,
        callee.fileTraits.isDisjoint(with: [.generated, .vendored, .stub, .oneOff])
      else { continue }
      let tallies = workspace.practices(around: callee)
      guard !tallies.isEmpty else { continue }
      let reader = CallerReading(call, callee: callee, own: own, flags: conduct.flags(of: call.node), in: context)
      for tally in tallies where tally.all >= 4 {
        guard let kept = reader.isKept(tally.practice, conduct), reader.isComparable(tally.practice, workspace),
          done.insert("\(callee.id) \(tally.practice) \(kept)").inserted
        else { continue }
        add(tally, kept, reader, workspace, into: &ledger)
      }
    }
  }

  private static func add(
    _ tally: PracticeTally,
    _ kept: Bool,
    _ reader: CallerReading,
    _ workspace: any WorkspaceFacts,
    into ledger: inout LedgerBuilder
  ) {
    let context = reader.context
    let node = reader.call.node
    let name = context.display(node)
    let stake = reader.stake(tally.practice, workspace)
    let places = tally.places.joined(separator: ", ")
    if kept {
      guard tally.isHabit, tally.isSure, reader.isWorthSaying(tally) else { return }
      ledger.add(
        .inconsistentCallers,
        .checked,
        node,
        at: context.headline(node),
        message: "`\(name)` is called as elsewhere: \(tally.does) of \(tally.all) callers \(tally.practice.clause).",
        stake: stake
      )
      return
    }
    let question = "\(tally.does) other callers of `\(name)` \(tally.practice.clause); why is it not needed here?"
    var reason: String?
    if !tally.isHabit {
      // Half of them, and no habit: only where being wrong is worth a question.
      guard tally.does >= 3, tally.does * 2 >= tally.all, tally.practice.isGrave,
        reader.doubt(tally.practice, workspace) == nil
      else { return }
      reason = "\(tally.all) callers disagree: \(tally.does) of them \(tally.practice.clause)"
    } else if !tally.isSure {
      reason = "which function runs here is only known while the program runs"
    } else if let doubt = reader.doubt(tally.practice, workspace) {
      reason = doubt
    }
    guard reason != nil || !reader.stoodBefore(tally.practice) else { return }
    if let reason {
      ledger.add(
        .inconsistentCallers,
        .unverified,
        node,
        at: context.headline(node),
        message: "\(tally.does) of \(tally.all) callers of `\(name)` \(tally.practice.clause) (\(places)).",
        question: question,
        reason: reason,
        stake: stake
      )
      return
    }
    ledger.add(
      .inconsistentCallers,
      .flagged,
      node,
      at: context.headline(node),
      message:
        "\(tally.does) of \(tally.all) callers of `\(name)` \(tally.practice.clause) (\(places)); this one does not.",
      question: question,
      confidence: .medium,
      stake: stake
    )
  }
}

extension CallPractice {
  /// What those do who keep to it, as the end of "three callers …".
  var clause: String {
    switch self {
    case .awaits: "wait for it"
    case .takesError: "take the error that it gives"
    case .checksAbsence: "look whether there is a value"
    case .attempts: "have a handler around it"
    case .locks: "have a lock or a transaction around it"
    case .gives(let label): "pass `\(label)`"
    case .asksFirst(let name): "call `\(name)` first"
    }
  }

  /// Worth a question even where there is no more than a half of them.
  var isGrave: Bool {
    switch self {
    case .locks, .takesError: true
    default: false
    }
  }
}
