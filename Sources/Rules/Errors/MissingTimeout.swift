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
    ] + moreExamples + waitExamples
  )

  package static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    guard !context.isExempt else { return }
    var pending: [PendingEntry] = []
    var children: Set<Substring> = []
    for call in context.calls {
      guard let known = call.known, known.deadline.standard != .notApplicable, known.part != .timeout else { continue }
      // A client that is given no address connects later, by a call of its own.
      if context.tree.child(call.node, .argument) == nil, context.knowledge.client(call.path) != nil { continue }
      if known.effect == .process {
        // Several waits for one child are one wait.
        let child = NameReading.base(context.tree.name(call.node))
        let isFirst = children.insert(child).inserted
        if !isFirst, !context.flow.definitions(ofNameAt: call.node).isEmpty { continue }
      }
      if let entry = entry(for: call, known, in: context) { pending.append(entry) }
    }
    if !pending.isEmpty { ledger.add(.missingTimeout, pending) }
  }

  private static func entry(for call: CallFact, _ known: KnownCall, in context: UnitContext) -> PendingEntry? {
    let name = context.display(call.node)
    let limit = context.waitLimit(of: call)
    if known.effect == .wait { return wait(call, known, limit, in: context) }
    switch limit {
    case .notApplicable: return nil
    case .bounded(let clause, let node): return checked(call, clause, node, in: context)
    case .byDefault(let seconds):
      // The limit of a database's client is one on its locks or its connection, not on the statement.
      if known.deadline.standard == .client, call.effect.isDatabase { return nil }
      return PendingEntry(
        .checked,
        call.node,
        at: context.headline(call.node),
        key: call.path,
        message: "`\(name)` gives up by itself: its default limit is \(text(seconds)).",
        stake: .availability
      )
    case .none(let node, let isCertain):
      if isSpared(call, in: context) { return nil }
      if let reason = doubt(about: call, known, in: context) {
        return unverified(call, reason: reason, node, in: context)
      }
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
        evidence: evidence("says that there is no limit", node),
        fix: node == nil ? fix(call, known, in: context) : nil
      )
    case .unknown(let reason, let node):
      guard isWorthAsking(call, known) else { return nil }
      return unverified(call, reason: reason, node, in: context)
    }
  }

  /// A wait for another part of the same program: other code ends it, so that a limit is only asked for.
  private static func wait(
    _ call: CallFact,
    _ known: KnownCall,
    _ limit: WaitLimit,
    in context: UnitContext
  ) -> PendingEntry? {
    guard known.blocks, known.part == .none, !known.deadline.setBy.isEmpty else { return nil }
    let isStarted = isStartedHere(call, in: context)
    // What waits again and again for more work is there to wait.
    guard
      isStarted
        || context.loop(around: call.node) == nil && context.certainty(call) > .nameOnly
          && isHandedIn(call, in: context)
    else { return nil }
    switch limit {
    case .bounded(let clause, let node):
      return checked(call, clause, node, in: context)
    case .none, .unknown(_, at: nil):
      return unverified(
        call,
        reason: isStarted
          ? "whether what it waits for always comes is decided by other code"
          : "what it waits for is started by other code",
        nil,
        in: context
      )
    case .notApplicable, .byDefault, .unknown: return nil
    }
  }

  /// Whether what a call waits for was made or started in this unit, by a call that is known or not.
  private static func isStartedHere(_ call: CallFact, in context: UnitContext) -> Bool {
    if case .made = context.client(of: call.node) { return true }
    let tree = context.tree
    return context.flow.definitions(ofNameAt: call.node).contains { definition in
      guard let value = definition.value else { return false }
      return tree.kind(value) == .call && !tree[value].has(.awaited)
    }
  }

  /// Whether a call waits for something that the unit was given. What its object has is waited for by design.
  private static func isHandedIn(_ call: CallFact, in context: UnitContext) -> Bool {
    let root = NameReading.root(context.tree.name(call.node))
    return root.utf8.count < context.tree.name(call.node).utf8.count
      && context.unit.parameters.contains { $0.name == root }
  }

  private static func checked(
    _ call: CallFact,
    _ clause: String,
    _ node: NodeIndex?,
    in context: UnitContext
  ) -> PendingEntry {
    PendingEntry(
      .checked,
      call.node,
      at: context.headline(call.node),
      key: call.path,
      message: "`\(context.display(call.node))` ends by itself: \(clause).",
      stake: .availability,
      evidence: evidence("sets the limit", node)
    )
  }

  private static func unverified(
    _ call: CallFact,
    reason: String,
    _ node: NodeIndex?,
    in context: UnitContext
  ) -> PendingEntry {
    let name = context.display(call.node)
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

  /// Why a call that nothing ends may still be meant so; nil where it is not.
  private static func doubt(about call: CallFact, _ known: KnownCall, in context: UnitContext) -> String? {
    switch known.effect {
    case _ where isLocal(call, in: context): return "it talks to its own machine"
    case .queuePublish where known.deadline.setBy.isEmpty:
      return "how long it waits for the broker is decided where the queue is made"
    case .process:
      if known.deadline.setBy.isEmpty { return "it takes no limit, and the child may be meant to run for long" }
      if context.isForPerson(call.node) { return "a person may be at the other end" }
      return isCommandKnown(call, in: context) ? nil : "what it runs, and for how long, is not in the code"
    default: return nil
    }
  }

  /// Whether the program that is run is written down here.
  private static func isCommandKnown(_ call: CallFact, in context: UnitContext) -> Bool {
    let tree = context.tree
    var start = call.node
    if case .made(let made) = context.client(of: call.node) { start = made }
    guard case .given(let command) = context.argument(anyOf: ["#0", "args"], of: start) else { return false }
    var node = command
    for _ in 0..<6 {
      guard let origin = context.flow.origin(of: node) else { return false }
      switch tree.kind(origin) {
      case .literal: return true
      case .collection, .operation:
        guard let first = tree.children(origin).first(where: { _ in true }) else { return false }
        node = first
      case .call:
        guard let receiver = tree.child(origin, .receiver) ?? context.positional(0, of: origin).node else {
          return false
        }
        node = receiver
      default: return false
      }
    }
    return false
  }

  private static func question(_ name: String, _ context: UnitContext) -> String {
    "How long may `\(name)` block `\(context.unit.name)` before someone gives up, and who sets that limit?"
  }

  /// A limit of ten seconds as one more argument, where the call takes it and nothing but the bracket stands behind the
  /// last one.
  private static func fix(_ call: CallFact, _ known: KnownCall, in context: UnitContext) -> Entry.Fix? {
    let tree = context.tree
    let arguments = tree.children(call.node, .argument)
    let end = tree[call.node].bytes.upperBound
    guard let last = arguments.last, tree[last].bytes.upperBound == end - 1 else { return nil }
    let place = (end - 1)..<(end - 1)
    if context.hasLabels, known.deadline.setBy.contains("timeout"), known.effect != .process {
      let label = context.file.context.facts.words.label
      return Entry.Fix(title: "End it after 10 seconds", edits: [Entry.Fix.Edit(place, ", timeout\(label)10")])
    }
    guard !context.hasLabels, known.deadline.setBy.contains("signal"), arguments.count == 1 else { return nil }
    return Entry.Fix(
      title: "End it after 10 seconds",
      edits: [Entry.Fix.Edit(place, ", { signal: AbortSignal.timeout(10_000) }")]
    )
  }

  private static func evidence(_ note: String, _ node: NodeIndex?) -> [(note: String, node: NodeIndex)] {
    node.map { [(note, $0)] } ?? []
  }

  private static func text(_ seconds: Double) -> String {
    seconds == seconds.rounded() && seconds < 1e9 ? "\(Int(seconds)) s" : "\(seconds) s"
  }

  /// High for a direct call of an imported API whose default is known for sure.
  private static func confidence(of call: CallFact, _ known: KnownCall, in context: UnitContext) -> Confidence {
    guard context.certainty(call) == .import, known.effect != .process, !context.isScript() else {
      return .medium
    }
    if case .made = context.client(of: call.node) { return .medium }
    return .high
  }

  /// A default that depends on a version or on a client from elsewhere is worth a question only where somebody outside may not answer.
  private static func isWorthAsking(_ call: CallFact, _ known: KnownCall) -> Bool {
    if call.effect.isDatabase { return false }
    switch known.deadline.standard {
    case .unknown: guard !known.deadline.setBy.isEmpty || known.effect == .mail else { return false }
    case .client: break
    default: return true
    }
    switch call.effect {
    case .networkRead, .networkWrite, .networkByVerb, .payment, .mail, .cloud, .process, .queuePublish: return true
    default: return false
    }
  }

  /// What nobody sets a limit for: the commands of a program that runs once, a script that talks to its own machine,
  /// statements of a database, which the driver or the server ends.
  private static func isSpared(_ call: CallFact, in context: UnitContext) -> Bool {
    if call.effect == .process {
      return context.file.context.traits.contains(.oneOff) || !isWaitedFor(call, in: context)
    }
    if call.effect.isDatabase { return true }
    return context.isScript() && isLocal(call, in: context)
  }

  /// A child that is started, and nobody waits for here.
  private static func isWaitedFor(_ call: CallFact, in context: UnitContext) -> Bool {
    if call.known?.blocks ?? true || context.tree[call.node].has(.awaited) { return true }
    return context.tree.children(call.node, .argument).contains { argument in
      context.tree.child(argument, .value).map { context.tree.kind($0) == .closure } ?? false
    }
  }

  private static func isLocal(_ call: CallFact, in context: UnitContext) -> Bool {
    context.tree.children(call.node, .argument).contains { argument in
      guard let value = context.tree.child(argument, .value) else { return false }
      return context.tree.subtree(context.flow.origin(of: value) ?? value).contains { node in
        guard context.tree.kind(node) == .literal else { return false }
        let text = context.tree.name(node)
        return text.contains("//localhost") || text.contains("//127.0.0.1") || text == "localhost"
          || text == "127.0.0.1"
      }
    }
  }
}

extension Effect {
  fileprivate var isDatabase: Bool {
    switch self {
    case .databaseRead, .databaseWrite, .databaseBySQL, .cacheRead, .cacheWrite: true
    default: false
    }
  }
}
