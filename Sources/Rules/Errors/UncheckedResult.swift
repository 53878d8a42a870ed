import Behaviour
import Knowledge

/// A value that says whether the operation worked is looked at.
package enum UncheckedResult: Rule {
  package static let card = RuleCard(
    id: .uncheckedResult,
    family: .errors,
    summary: "A value that says whether the operation worked is looked at.",
    rationale: """
      Some calls do not raise when they fail: an HTTP client gives a response with status 503, a child process an exit \
      code, a batch call a list of the items that were refused, all inside of what looks like success. Whoever takes \
      the payload without a look at that value goes on with the text of an error page as if it were data.

      The obligation is met by reading the status, by the method or the argument that makes the call raise, or by a \
      client that raises on its own. It cannot be told where the value is handed on to code that is not in reach.
      """,
    sources: ["CWE-252", "CWE-253"],
    examples: [
      RuleExample(
        "python",
        "The body is read whatever the status says",
        """
        import requests

        def exchange_rate(currency):
            response = requests.get(f"https://rates.example.com/{currency}", timeout=5)
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
            return response.json().get("rate")
        """
      ),
      RuleExample(
        "python",
        "A bad status raises",
        """
        import requests

        def exchange_rate(currency):
            response = requests.get(f"https://rates.example.com/{currency}", timeout=5)
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
            response.raise_for_status()
            return response.json().get("rate")
        """
      ),
      RuleExample(
        "python",
        "The caller gets the response",
        """
        import requests

        def get(path):
            return requests.get("https://api.example.com" + path, timeout=5)
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
        """
      ),
    ] + moreExamples
  )

  package static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    guard !context.isExempt else { return }
    var pending: [PendingEntry] = []
    for call in context.calls {
      guard let known = call.known, !known.failure.isDisjoint(with: [.status, .value]), known.effect.leavesProcess
      else { continue }
      // A promise that is dropped is `unawaited-task`.
      if known.isAsync, context.tree[call.node].has(.discarded), !context.tree[call.node].has(.awaited) { continue }
      pending.append(entry(for: call, in: context))
    }
    if !pending.isEmpty { ledger.add(.uncheckedResult, pending) }
  }

  private static func entry(for call: CallFact, in context: UnitContext) -> PendingEntry {
    let name = context.display(call.node)
    let stake = stake(of: call)
    let question =
      "`\(name)` reports failure in its return value: what happens in `\(context.unit.name)` when it says no?"
    let range = context.headline(call.node)
    func flagged(_ message: String, _ evidence: [(note: String, node: NodeIndex)]) -> PendingEntry {
      PendingEntry(
        .flagged,
        call.node,
        at: range,
        key: call.path + message,
        message: message,
        question: question,
        confidence: confidence(of: call, in: context),
        stake: stake,
        evidence: evidence
      )
    }
    let check = context.resultCheck(of: call)
    if check.isMissing, call.effect == .process, context.isForPerson(call.node) {
      return PendingEntry(
        .unverified,
        call.node,
        at: range,
        key: call.path,
        message: "`\(name)` reports failure in its value, which is not looked at here.",
        question: question,
        reason: "a person may be at the other end, and see for themselves",
        stake: stake
      )
    }
    switch check {
    case .looked(let node, let clause):
      return PendingEntry(
        .checked,
        call.node,
        at: range,
        key: call.path + clause,
        message: "The outcome of `\(name)` is looked at: \(clause).",
        stake: stake,
        evidence: [("looks at the outcome", node)]
      )
    case .handedOn(let node, let clause):
      return PendingEntry(
        .unverified,
        call.node,
        at: range,
        key: call.path + clause,
        message: "`\(name)` reports failure in its value, which is not looked at here.",
        question: question,
        reason: clause,
        stake: stake,
        evidence: [("goes on from here", node)]
      )
    case .used(let node):
      return flagged(
        "The result of `\(name)` is used without a look at whether it worked.",
        [("used here", node)]
      )
    case .dropped: return flagged("`\(name)` reports failure in its value, and nobody takes it.", [])
    case .unread: return flagged("`\(name)` reports failure in its value, and nobody reads it.", [])
    }
  }

  private static func stake(of call: CallFact) -> Stake {
    switch call.effect {
    case .payment: .money
    case .networkWrite, .databaseWrite, .queuePublish, .mail, .cloud, .fileWrite: .dataLoss
    default: .correctness
    }
  }

  private static func confidence(of call: CallFact, in context: UnitContext) -> Confidence {
    guard !context.isScript() else { return .medium }
    return context.certainty(call) >= .declaredType ? .high : .medium
  }
}
