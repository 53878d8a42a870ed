import Behaviour
import Knowledge

/// What is loaded into memory or given out has an upper bound.
package enum UnboundedLoad: Rule {
  package static let card = RuleCard(
    id: .unboundedLoad,
    family: .scale,
    summary: "What is loaded into memory or given out has an upper bound.",
    rationale: """
      A query for all rows is quick with the hundred rows of a test. In a year it is the request that takes the \
      process's memory, holds the connection for a minute and answers with a hundred megabytes; worse where all of it \
      is loaded to keep the three that fit, which the database would have found by an index. Of a service that answers \
      in pages, the opposite goes wrong: who reads one answer and no more has lost the rest, in silence.

      The obligation is met by a limit, by pages, by a cursor that is read piece by piece. Where nothing says how many \
      rows there are, it cannot be told.
      """,
    sources: ["CWE-770", "CWE-789", "CWE-1049"],
    examples: moreExamples + languageExamples
  )

  package static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    guard !context.isExempt, !context.file.context.traits.contains(.oneOff) else { return }
    var pending: [PendingEntry] = []
    for call in context.calls {
      guard let known = call.known, known.gives != .unknown else { continue }
      if known.gives == .firstPage {
        if let entry = firstPage(call, in: context) { pending.append(entry) }
      } else if let load = context.load(by: call), let entry = entry(for: load, call, in: context) {
        pending.append(entry)
      }
    }
    if !pending.isEmpty { ledger.add(.unboundedLoad, pending) }
  }

  // MARK: - Rows

  private static func entry(for load: LoadFact, _ call: CallFact, in context: UnitContext) -> PendingEntry? {
    let name = context.display(call.node)
    let tree = context.tree
    func checked(_ clause: String, at node: NodeIndex) -> PendingEntry {
      PendingEntry(
        .checked,
        call.node,
        at: context.headline(call.node),
        key: name,
        message: "What `\(name)` loads is bounded: \(clause).",
        stake: .availability,
        evidence: tree.contains(call.node, node) ? [] : [("sets the bound", node)]
      )
    }
    switch load.bound {
    case .picked: return nil
    case .limited(let at, let by):
      // One element of them, or a number that the one who asks sets as he likes, is no bound worth a word.
      return by == "first" || by == "last" || by == "1" ? nil : checked("`\(context.shown(by))` sets a limit", at: at)
    case .streamed(let at, let by): return checked("`\(context.shown(by))` reads a part at a time", at: at)
    case .none: break
    }
    let use = LoadUse(of: call.node, isLazy: load.gives == .lazily, in: context)
    if load.gives == .lazily, !use.isMaterialised { return nil }
    if use.isBounded { return nil }
    let resource = load.resource.isEmpty ? name : load.resource
    let question = "How many rows can `\(name)` return in a year, and who needs all of them at once?"
    let isSmall = SmallTables.contains(resource)
    if !isSmall, let sieve = use.sieve {
      return PendingEntry(
        .flagged,
        call.node,
        at: context.headline(call.node),
        key: name,
        message: "`\(name)` loads all there are, and what does not fit is thrown away in memory.",
        question: question,
        confidence: context.certainty(call) >= .constructor && !context.isScript() ? .high : .medium,
        stake: .availability,
        evidence: [(use.sieveNote, sieve)]
      )
    }
    let isAnswer = context.handlesRequests
    guard isAnswer || use.sieve != nil else { return nil }
    if isSmall {
      return PendingEntry(
        .unverified,
        call.node,
        at: context.headline(call.node),
        key: name,
        message: "`\(name)` loads all there are.",
        question: question,
        reason: "how many rows `\(context.shown(resource))` holds is not in the code",
        stake: .availability
      )
    }
    return PendingEntry(
      .flagged,
      call.node,
      at: context.headline(call.node),
      key: name,
      message: "`\(name)` loads all there are to answer one request, with neither limit nor page.",
      question: question,
      confidence: .medium,
      stake: .availability
    )
  }

  // MARK: - Pages

  /// The first of several answers is read, and nothing in the unit asks for the next.
  private static func firstPage(_ call: CallFact, in context: UnitContext) -> PendingEntry? {
    let tree = context.tree
    for label in call.known?.limits ?? [] {
      if case .given = context.argument(label, of: call.node) { return nil }
    }
    let name = context.display(call.node)
    for node in tree.nodes where node.name != 0 {
      switch node.kind {
      case .read, .literal, .argument, .call:
        if PageWords.namesNext(tree.text(node.name)) {
          return PendingEntry(
            .checked,
            call.node,
            at: context.headline(call.node),
            key: name,
            message: "The pages behind the first answer of `\(name)` are asked for.",
            stake: .correctness
          )
        }
      default: continue
      }
    }
    for use in context.uses(of: call.node) {
      switch use.kind {
      case .returned, .closureResult, .passed, .stored, .yielded, .unknown: return nil
      default: continue
      }
    }
    guard !tree[call.node].has(.returned), !tree[call.node].has(.discarded) else { return nil }
    return PendingEntry(
      .flagged,
      call.node,
      at: context.headline(call.node),
      key: name,
      message: "`\(name)` answers in pages, and only the first is read.",
      question: "When there are more than fit into one answer of `\(name)`, who asks for the rest?",
      confidence: .high,
      stake: .correctness
    )
  }
}

private enum PageWords {
  static func namesNext(_ name: String) -> Bool {
    let words = NameReading.words(name)
    return zip(words, words.dropFirst()).contains {
      switch ($0, $1) {
      case ("next", _), ("continuation", "token"), ("last", "evaluated"), ("is", "truncated"), ("has", "more"),
        ("starting", "after"), ("page", "token"), ("next", "page"), ("exclusive", "start"):
        true
      default: false
      }
    } || words.contains { ["paginator", "paginate", "marker", "cursor", "pager"].contains($0) }
  }
}

/// Tables of which there are as many rows as somebody wrote down.
private enum SmallTables {
  static func contains(_ name: String) -> Bool {
    NameReading.words(name).contains {
      [
        "country", "countries", "role", "roles", "setting", "settings", "permission", "permissions", "currency",
        "currencies", "config", "configuration", "status", "statuses", "type", "types", "locale", "locales", "language",
        "languages", "plan", "plans", "category", "categories", "zone", "zones", "region", "regions", "state", "states",
        "unit", "units", "option", "options", "kind", "level", "site", "sites", "theme", "themes", "plugin", "plugins",
        "channel", "channels", "preference", "preferences", "feature", "flags", "flag", "migrations", "migration",
        "method", "methods", "store", "stores", "tenant", "tenants", "group", "groups",
      ].contains($0)
    }
  }
}
