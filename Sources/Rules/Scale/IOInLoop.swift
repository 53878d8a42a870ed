import Behaviour
import Knowledge

/// The number of round trips does not grow with the data.
package enum IOInLoop: Rule {
  package static let card = RuleCard(
    id: .ioInLoop,
    family: .scale,
    summary: "The number of round trips does not grow with the data.",
    rationale: """
      A query per element is invisible with the ten rows of a test and takes minutes with the hundred thousand of \
      production: each round trip costs its latency again, and holds its connection again. Most stores have one call \
      for many keys: a join, `IN`, a bulk insert, a pipeline, a loader that gathers keys.

      The obligation is met where each round takes a batch, where a round asks only for what it has not seen, or where \
      the number of rounds is constant. It cannot be told where nobody here knows whether the other side has a call \
      for many.
      """,
    sources: ["CWE-1050", "CWE-1073"],
    examples: [
      RuleExample(
        "python",
        "A query for each order",
        """
        import sqlite3

        def with_customers(path, orders):
            connection = sqlite3.connect(path)
            for order in orders:
                row = connection.execute("SELECT name FROM customers WHERE id = ?", (order.customer_id,)).fetchone()
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
                order.customer = row[0]
            return orders
        """
      ),
      RuleExample(
        "python",
        "Each round takes a batch",
        """
        import sqlite3
        from itertools import batched

        def store(path, rows):
            connection = sqlite3.connect(path)
            for part in batched(rows, 500):
                connection.executemany("INSERT INTO prices VALUES (?, ?)", part)
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
            connection.commit()
        """
      ),
      RuleExample(
        "python",
        "Whether the other side has one call for many is not to be seen",
        """
        import requests

        def prices(skus):
            found = {}
            for sku in skus:
                response = requests.get(f"https://prices.example.com/{sku}", timeout=3)
                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
                response.raise_for_status()
                found[sku] = response.json()["price"]
            return found
        """
      ),
    ] + moreExamples
  )

  package static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    guard !context.isExempt, !context.file.context.traits.contains(.oneOff) else { return }
    var pending: [PendingEntry] = []
    for call in context.calls {
      if isRoundTrip(call.effect) {
        if let entry = entry(for: call, in: context) { pending.append(entry) }
      } else if call.known == nil, context.tree[call.node].has(.awaited), let entry = question(about: call, in: context)
      {
        pending.append(entry)
      }
    }
    if !pending.isEmpty { ledger.add(.ioInLoop, pending) }
  }

  private static func isRoundTrip(_ effect: Effect) -> Bool {
    switch effect {
    case .networkRead, .networkWrite, .networkByVerb, .databaseRead, .databaseWrite, .databaseBySQL, .cacheRead,
      .cacheWrite:
      true
    default: false
    }
  }

  private static func entry(for call: CallFact, in context: UnitContext) -> PendingEntry? {
    guard let round = context.elementRound(around: call.node), context.depends(call.node, onElementOf: round) else {
      return nil
    }
    // What is sent without waiting for an answer is no round trip.
    let waits = context.file.context.facts.has(.waitsByItself) || context.tree[call.node].has(.awaited)
    guard let known = call.known, known.blocks || known.isAsync || waits else { return nil }
    if isFallback(call, round, in: context) || isStatement(call, of: round, in: context) { return nil }
    let tree = context.tree
    let name = context.display(call.node)
    let element = round.elements.first.map { tree.name($0) } ?? "element"
    let place = (note: "runs it once for each `\(element)`", node: round.collection ?? round.node)
    func checked(_ clause: String, _ evidence: [(note: String, node: NodeIndex)]) -> PendingEntry {
      PendingEntry(
        .checked,
        call.node,
        at: context.headline(call.node),
        key: name + clause,
        message: "The round trips of `\(name)` do not grow with the data: \(clause).",
        stake: .availability,
        evidence: evidence
      )
    }
    if takesMany(call, in: context) { return checked("each of them writes or reads many at once", [place]) }
    switch context.size(of: round) {
    case .stream, .named: return nil
    case .constant(let count): return count < 2 ? nil : checked("\(count) rounds at most", [place])
    case .batches(let clause): return checked(clause, [place])
    case .open: break
    }
    if let memo = memo(of: call, in: round, context) {
      return checked("each is asked for once", [("skips what is there already", memo)])
    }
    let question = "For a thousand `\(element)`, `\(name)` runs a thousand times: is there one call for all?"
    switch call.effect {
    case .databaseRead, .databaseWrite, .databaseBySQL, .cacheRead, .cacheWrite:
      return PendingEntry(
        .flagged,
        call.node,
        at: context.headline(call.node),
        key: name,
        message: "`\(name)` goes to the \(store(call.effect)) once for each `\(element)`.",
        question: question,
        confidence: confidence(of: call, in: context),
        stake: .availability,
        evidence: [place]
      )
    default:
      return PendingEntry(
        .unverified,
        call.node,
        at: context.headline(call.node),
        key: name,
        message: "`\(name)` goes over the network once for each `\(element)`.",
        question: question,
        reason: "whether the other side has one call for many is not in the code",
        stake: .availability,
        evidence: [place]
      )
    }
  }

  /// An awaited call of something that is called a store, of which nobody knows what it does.
  private static func question(about call: CallFact, in context: UnitContext) -> PendingEntry? {
    guard let round = context.elementRound(around: call.node) else { return nil }
    switch context.likelyEffect(of: call) {
    case .databaseRead, .databaseWrite: break
    default: return nil
    }
    guard context.depends(call.node, onElementOf: round),
      context.size(of: round) == .open, !isFallback(call, round, in: context),
      memo(of: call, in: round, context) == nil
    else { return nil }
    let name = context.display(call.node)
    let element = round.elements.first.map { context.tree.name($0) } ?? "element"
    return PendingEntry(
      .unverified,
      call.node,
      at: context.headline(call.node),
      key: name,
      message: "`\(name)` runs once for each `\(element)`.",
      question: "For a thousand `\(element)`, `\(name)` runs a thousand times: is there one call for all?",
      reason: "whether `\(name)` goes to a database is not in reach",
      stake: .availability,
      evidence: [("runs it once for each `\(element)`", round.collection ?? round.node)]
    )
  }

  private static func store(_ effect: Effect) -> String {
    effect == .cacheRead || effect == .cacheWrite ? "cache" : "database"
  }

  private static func confidence(of call: CallFact, in context: UnitContext) -> Confidence {
    guard context.certainty(call) >= .declaredType, call.effect == .databaseRead, !context.isScript() else {
      return .medium
    }
    return .high
  }

  /// The call is the one for many: `bulk_create`, `executemany`, `mget`.
  private static func takesMany(_ call: CallFact, in context: UnitContext) -> Bool {
    let last = NameReading.last(context.tree.name(call.node))
    if ["executemany", "mget", "mset", "hmget"].contains(last) { return true }
    return NameReading.words(last).contains { ["bulk", "many", "batch"].contains($0) }
  }

  /// One after the other until one works: most rounds never run.
  private static func isFallback(_ call: CallFact, _ round: ElementRound, in context: UnitContext) -> Bool {
    let tree = context.tree
    guard tree.kind(round.node) == .loop else { return false }
    for ancestor in tree.ancestors(call.node) {
      if ancestor == round.node { break }
      switch tree.kind(ancestor) {
      case .attempt:
        let ways = context.waysOut(ofSuccess: ancestor)
        if !ways.contains(.falls), ways.contains(.returns) || ways.contains(.breaks) { return true }
      case .block:
        // Whoever comes here leaves the loop.
        let ways = context.ways(outOf: ancestor)
        if !ways.contains(.falls), !ways.contains(.continues) { return true }
      default: continue
      }
    }
    return false
  }

  /// The statement itself is the element: nothing could be gathered.
  private static func isStatement(_ call: CallFact, of round: ElementRound, in context: UnitContext) -> Bool {
    guard call.effect == .databaseBySQL, case .given(let statement) = context.positional(0, of: call.node) else {
      return false
    }
    return context.depends(statement, onElementOf: round)
  }

  /// A condition between the loop and the call that asks whether the answer is there already, in a collection that the
  /// same round writes to.
  private static func memo(of call: CallFact, in round: ElementRound, _ context: UnitContext) -> NodeIndex? {
    let tree = context.tree
    var written: Set<String>?
    var child = call.node
    for ancestor in tree.ancestors(call.node) {
      guard ancestor != round.node else { return nil }
      if tree.kind(ancestor) == .branch, tree[child].role != .condition,
        let condition = tree.child(ancestor, .condition)
      {
        let places = written ?? writtenPlaces(in: round, context)
        written = places
        if asksFor(places, in: condition, context) { return condition }
      }
      child = ancestor
    }
    return nil
  }

  /// Collections in which the round keeps something under a key.
  private static func writtenPlaces(in round: ElementRound, _ context: UnitContext) -> Set<String> {
    var places: Set<String> = []
    for node in round.body {
      switch context.tree.kind(node) {
      case .read where context.tree[node].role == .target && context.tree[node].placeKind == .element:
        places.insert(context.tree.name(node))
      case .call:
        let name = context.tree.name(node)
        switch NameReading.last(name) {
        case "set", "add", "put", "setdefault": places.insert(String(NameReading.base(name)))
        default: continue
        }
      default: continue
      }
    }
    return places
  }

  private static func asksFor(_ places: Set<String>, in condition: NodeIndex, _ context: UnitContext) -> Bool {
    guard !places.isEmpty else { return false }
    return context.tree.subtree(condition).contains { node in
      switch context.tree.kind(node) {
      case .read: places.contains(context.tree.name(node))
      case .call: places.contains(String(NameReading.base(context.tree.name(node))))
      default: false
      }
    }
  }
}
