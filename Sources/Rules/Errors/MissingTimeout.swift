import Behaviour
import Knowledge

/// Each wait on something outside the process ends by itself.
package enum MissingTimeout: Rule {
  package static let card = RuleCard(
    id: .missingTimeout,
    family: .errors,
    summary: "Each wait on something outside the process ends by itself.",
    rationale: """
      A peer that accepts the connection and then says nothing holds the caller for as long as the caller is willing \
      to wait. Without a limit that is for ever: the worker is gone, then the pool, then the service, and no error is \
      ever raised that anybody could handle.

      The obligation is met by an argument of the call, by an option of the client it is made on, by a scope or a \
      call around it that ends the wait, or by a finite default of the API. It cannot be told where the client is \
      built elsewhere or the options cannot be seen into.
      """,
    sources: ["CWE-400", "CWE-1088"],
    examples: [
      RuleExample(
        "python",
        "`requests` waits for ever unless told otherwise",
        """
        import requests

        def exchange_rate(currency):
            response = requests.get("https://rates.example.com/latest", params={"base": currency})
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
            response.raise_for_status()
            return response.json()["rate"]
        """
      ),
      RuleExample(
        "python",
        "An argument of the call sets the limit",
        """
        import requests

        def exchange_rate(currency):
            response = requests.get("https://rates.example.com/latest", timeout=5)
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
            response.raise_for_status()
            return response.json()["rate"]
        """
      ),
      RuleExample(
        "python",
        "Options that cannot be seen into",
        """
        import requests

        def fetch(url, **options):
            response = requests.get(url, **options)
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
            response.raise_for_status()
            return response
        """
      ),
    ] + moreExamples
  )

  package static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    guard !context.isExempt else { return }
    var pending: [PendingEntry] = []
    for call in context.calls {
      guard let known = call.known, known.deadline.standard != .notApplicable, known.part != .timeout else { continue }
      if let entry = entry(for: call, known, in: context) { pending.append(entry) }
    }
    if !pending.isEmpty { ledger.add(.missingTimeout, pending) }
  }

  private static func entry(for call: CallFact, _ known: KnownCall, in context: UnitContext) -> PendingEntry? {
    let name = context.display(call.node)
    switch context.waitLimit(of: call) {
    case .notApplicable: return nil
    case .bounded(let clause, let node):
      return PendingEntry(
        .checked,
        call.node,
        at: context.headline(call.node),
        key: call.path,
        message: "`\(name)` ends by itself: \(clause).",
        stake: .availability,
        evidence: evidence("sets the limit", node)
      )
    case .byDefault(let seconds):
      return PendingEntry(
        .checked,
        call.node,
        at: context.headline(call.node),
        key: call.path,
        message: "`\(name)` ends after \(text(seconds)) by default.",
        stake: .availability
      )
    case .none(let node, let isCertain):
      if isLocal(call, in: context) { return nil }
      let message =
        node == nil ? "`\(name)` may wait for ever: nothing ends it." : "`\(name)` may wait for ever: its limit is off."
      return PendingEntry(
        .flagged,
        call.node,
        at: context.headline(call.node),
        key: call.path,
        message: message,
        question: question(name, context),
        confidence: isCertain ? confidence(of: call, known, in: context) : .medium,
        stake: .availability,
        evidence: evidence("says that there is no limit", node)
      )
    case .unknown(let reason, let node):
      guard isWorthAsking(call, known) else { return nil }
      return PendingEntry(
        .unverified,
        call.node,
        at: context.headline(call.node),
        key: call.path + reason,
        message: "Whether `\(name)` ends by itself is not to be seen here.",
        question: question(name, context),
        reason: reason,
        stake: .availability,
        evidence: evidence("decides about the limit", node)
      )
    }
  }

  private static func question(_ name: String, _ context: UnitContext) -> String {
    "How long may `\(name)` block `\(context.unit.name)` before someone gives up, and who sets that limit?"
  }

  private static func evidence(_ note: String, _ node: NodeIndex?) -> [(note: String, node: NodeIndex)] {
    node.map { [(note, $0)] } ?? []
  }

  private static func text(_ seconds: Double) -> String {
    seconds == seconds.rounded() && seconds < 1e9 ? "\(Int(seconds)) s" : "\(seconds) s"
  }

  /// High for a direct call of an imported API whose default is known for sure.
  private static func confidence(of call: CallFact, _ known: KnownCall, in context: UnitContext) -> Confidence {
    guard context.certainty(call) == .import, !known.effect.isWait, !context.isScript() else {
      return .medium
    }
    if case .made = context.client(of: call.node) { return .medium }
    return .high
  }

  /// A default that depends on a version is worth a question only where somebody outside may not answer.
  private static func isWorthAsking(_ call: CallFact, _ known: KnownCall) -> Bool {
    guard known.deadline.standard == .unknown else { return true }
    switch call.effect {
    case .networkRead, .networkWrite, .networkByVerb, .payment, .mail, .cloud, .process: return true
    default: return false
    }
  }

  /// A script that talks to its own machine.
  private static func isLocal(_ call: CallFact, in context: UnitContext) -> Bool {
    guard context.isScript(), case .given(let address) = context.positional(0, of: call.node),
      let origin = context.flow.origin(of: address)
    else { return false }
    return context.tree.subtree(origin).contains { node in
      guard context.tree.kind(node) == .literal else { return false }
      let text = context.tree.name(node)
      return text.contains("//localhost") || text.contains("//127.0.0.1") || text == "localhost" || text == "127.0.0.1"
    }
  }
}

extension Effect {
  /// Waits for another part of the same program.
  fileprivate var isWait: Bool { self == .wait }
}
