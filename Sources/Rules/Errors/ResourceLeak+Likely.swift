import Behaviour
import Knowledge

/// What others close, or what is called opened, and is not closed here: a question, for nobody knows what it is.
extension ResourceLeak {
  static func resolve(_ likely: LikelyHold, in context: UnitContext) -> PendingEntry? {
    let hold = likely.hold
    guard !hold.name.isEmpty, !livesLong(context) else { return nil }
    let call = context.display(hold.call.node)
    let name = context.shown(hold.name)
    switch hold.fate {
    case .never(let leaves):
      guard leaves != nil else { return nil }
      return ask(hold, likely, "What `\(call)` gives is not closed here.", [], name, in: context)
    case .onSuccess(let release, let leaves):
      guard leaves.isSure, likely.evidence != .named else { return nil }
      return ask(
        hold,
        likely,
        "What `\(call)` gives is closed only where nothing before that leaves.",
        [(note(leaves), leaves.node), ("closed here", release)],
        name,
        in: context
      )
    case .passed(let taker):
      guard likely.evidence == .closedInFile else { return nil }
      return ask(
        hold,
        likely,
        "What `\(call)` gives is handed to `\(context.display(taker))`, and not closed here.",
        [("handed over here", taker)],
        name,
        in: context
      )
    default: return nil
    }
  }

  private static func ask(
    _ hold: HoldFact,
    _ likely: LikelyHold,
    _ message: String,
    _ evidence: [(note: String, node: NodeIndex)],
    _ name: String,
    in context: UnitContext
  ) -> PendingEntry {
    let last = NameReading.last(context.tree.name(hold.call.node))
    let callee = context.shown(String(last))
    let reason =
      switch likely.evidence {
      case .closedInFile: "elsewhere in this file what `\(callee)` gives is closed"
      case .declared: "by its declared type `\(callee)` gives something that is closed"
      case .named: "by its name `\(callee)` opens something"
      }
    return entry(
      .unverified,
      hold,
      in: context,
      message,
      evidence.filter { $0.node != context.tree.root },
      question: "Who sees to it that `\(name)` is closed, also when what follows fails?",
      reason: reason
    )
  }
}
