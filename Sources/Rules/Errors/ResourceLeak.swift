import Behaviour
import Knowledge

/// What a unit opens is closed on every way out.
enum ResourceLeak: Rule {
  static let card = RuleCard(
    id: .resourceLeak,
    family: .errors,
    summary: "What is opened is closed on every way out, the error path included.",
    rationale: """
      Files, sockets, connections and threads are few. One that stays open because the call before its `close` failed \
      is not missed at once: it is missed hours later, by other code, as “too many open files” or an exhausted pool, \
      and the load that makes calls fail is what makes them run out.

      The obligation is met by a construct that holds the resource for a body (`with`, `using`, try-with-resources, \
      `use`, a block), by `defer` or `finally`, and where the resource goes to somebody else: returned, or handed to \
      what closes it. Where it is given to a function that cannot be followed and not closed here, that is asked. \
      Streams in memory, clients that are injected, and what lives as long as the process are left alone.
      """,
    sources: ["CWE-404", "CWE-772", "CWE-775", "SonarSource RSPEC-2095", "PMD CloseResource", "ruff SIM115", "CA2000"],
    examples: examples + checkedExamples + unverifiedExamples + likelyExamples + silentExamples + changeExamples
  )

  static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    guard !context.isExempt, context.unit.kind != .module else { return }
    var pending: [PendingEntry] = []
    for hold in context.holds where !hold.holding.isLock && !belongs(hold, to: context.holds, in: context) {
      if let entry = resolve(hold, in: context) { pending.append(entry) }
    }
    for likely in context.likelyHolds where !belongs(likely.hold, to: context.holds, in: context) {
      if let entry = resolve(likely, in: context) { pending.append(entry) }
    }
    pending.sort { $0.node < $1.node }
    LostRelease.add(to: &pending, in: context, ofLocks: false)
    if !pending.isEmpty { ledger.add(.resourceLeak, pending) }
  }

  private static func resolve(_ hold: HoldFact, in context: UnitContext) -> PendingEntry? {
    let tree = context.tree
    let call = context.display(hold.call.node)
    let done = deed(hold.holding)
    let name = hold.name.isEmpty ? "it" : "`\(context.shown(hold.name))`"
    func checked(_ message: String, _ node: NodeIndex?) -> PendingEntry {
      entry(.checked, hold, in: context, message, node.map { [("here", $0)] } ?? [])
    }
    switch hold.fate {
    case .scoped:
      return checked("What `\(call)` opens is \(done) where its scope ends.", nil)
    case .always(let release):
      // `open(path).close()`: nothing was at stake.
      if hold.name.isEmpty, tree.kind(release) == .call, tree.contains(release, hold.call.node) { return nil }
      return checked("What `\(call)` opens is \(done) on every way out.", release)
    case .onSuccess(let release, let leaves):
      return flagged(
        hold,
        in: context,
        "What `\(call)` opens is \(done) only where nothing before that leaves.",
        question: question(leaves, name, done, in: context),
        isSure: leaves.isSure && !hold.holding.isCollected,
        [(note(leaves), leaves.node), ("\(done) here", release)]
      )
    case .late(let release, let loop):
      return flagged(
        hold,
        in: context,
        "What `\(call)` opens in each round is \(done) only when the function ends.",
        question: "How many rounds may this loop have, and how many of \(name) may be open at once?",
        isSure: false,
        [("each round opens another one", loop), ("waits for the end of the function", release)]
      )
    case .handed(let handover, let node, let leaves):
      return handed(hold, handover, node, leaves, name, done, in: context)
    case .passed(let taker):
      let callee = context.display(taker)
      return entry(
        .unverified,
        hold,
        in: context,
        "What `\(call)` opens is given to `\(callee)`, and not \(done) here.",
        [("given here", taker)],
        question: "Does `\(callee)` see to it that \(name) is \(done), also when it fails?",
        reason: "whether `\(callee)` takes it over is not in reach"
      )
    case .unnamed(let destination): return unnamed(hold, destination, done, in: context)
    case .open: return nil
    case .never(let leaves): return never(hold, leaves, name, done, in: context)
    case .unread(let node):
      return entry(
        .unverified,
        hold,
        in: context,
        "Whether what `\(call)` opens is \(done) cannot be told.",
        [("could not be read", node)],
        question: "Is \(name) \(done) on every way out of `\(context.unit.name)`?",
        reason: "part of the code behind it could not be read"
      )
    }
  }

  private static func handed(
    _ hold: HoldFact,
    _ handover: HoldFact.Handover,
    _ node: NodeIndex,
    _ leaves: HoldFlow.Exit?,
    _ name: String,
    _ done: String,
    in context: UnitContext
  ) -> PendingEntry? {
    let call = context.display(hold.call.node)
    if let leaves, leaves.isSure, handover == .returned, !hold.holding.isCollected, !hold.name.isEmpty {
      return flagged(
        hold,
        in: context,
        "What `\(call)` opens goes to the caller, but not on every way out.",
        question: question(leaves, name, done, in: context),
        isSure: false,
        [(note(leaves), leaves.node), ("goes to the caller here", node)]
      )
    }
    guard leaves == nil else { return nil }
    switch handover {
    case .returned where !hold.name.isEmpty:
      return entry(
        .checked,
        hold,
        in: context,
        "What `\(call)` opens goes to the caller on every way out.",
        [("here", node)]
      )
    case .stored: return kept(hold, node, name, done, in: context)
    default: return nil
    }
  }

  /// Kept in a field: somebody must close it there.
  private static func kept(
    _ hold: HoldFact,
    _ node: NodeIndex,
    _ name: String,
    _ done: String,
    in context: UnitContext
  ) -> PendingEntry? {
    let tree = context.tree
    let assign = tree.kind(node) == .assign ? node : tree.destination(of: node).node
    guard tree.kind(assign) == .assign, let target = tree.child(assign, .target),
      tree[target].placeKind == .field, let owner = context.unit.owner, !UnitPromise.isCleanup(context.unit.name)
    else { return nil }
    let prefix = owner.name + "."
    let closes = context.file.declarations.keys.contains { key in
      guard key.hasPrefix(prefix) else { return false }
      let member = key.dropFirst(prefix.count)
      return UnitPromise.isCleanup(String(member)) || closers.contains(String(member))
    }
    guard !closes, owner.bases.isEmpty else { return nil }
    let place = context.unit.written(tree.name(target))
    return entry(
      .unverified,
      hold,
      in: context,
      "What `\(context.display(hold.call.node))` opens is kept in `\(place)`, and nothing in `\(owner.name)` ends it.",
      [("kept here", assign)],
      question: "Who sees to it that `\(place)` is \(done) when a `\(owner.name)` is no longer needed?",
      reason: "the owner of `\(place)` is outside this code"
    )
  }

  private static let closers: Set<String> = [
    "__exit__", "__aexit__", "__del__", "deinit", "drop", "Dispose", "DisposeAsync", "Close", "Stop", "Shutdown",
    "__destruct", "onDestroy", "onCleared", "ngOnDestroy", "componentWillUnmount", "onModuleDestroy", "finalize",
  ]

  private static func unnamed(
    _ hold: HoldFact,
    _ destination: Destination,
    _ done: String,
    in context: UnitContext
  ) -> PendingEntry? {
    let call = context.display(hold.call.node)
    // A view of it that a scope holds (`try (var channel = new FileInputStream(file).getChannel())`) ends it too.
    if destination.kind == .receiver, context.tree.destination(of: destination.node).kind == .held { return nil }
    if hold.holding.subject == .second, destination.kind == .assigned {
      guard !isKept(second: destination.node, in: context) else { return nil }
      return flagged(
        hold,
        in: context,
        "The \(hold.holding.what) of `\(call)` is thrown away.",
        question: "What ends this before its parent ends, when nobody can call the \(hold.holding.what)?",
        isSure: true,
        []
      )
    }
    guard isFile(hold.holding), !hold.holding.isCollected else { return nil }
    switch destination.kind {
    case .receiver, .dropped, .iterated:
      return flagged(
        hold,
        in: context,
        "What `\(call)` opens is used where it stands, and never \(done).",
        question: "Who sees to it that what `\(call)` opened is \(done), and when?",
        isSure: false,
        destination.kind == .receiver ? [("used here", destination.node)] : []
      )
    case .argument where hold.holding.subject == .value:
      return flagged(
        hold,
        in: context,
        "What `\(call)` opens goes into `\(context.display(destination.node))`, and is never \(done).",
        question: "Who sees to it that what `\(call)` opened is \(done), and when?",
        isSure: false,
        [("used here", destination.node)]
      )
    default: return nil
    }
  }

  /// Whether the second value goes to a place that outlives the function.
  private static func isKept(second assign: NodeIndex, in context: UnitContext) -> Bool {
    let tree = context.tree
    var targets = tree.children(assign, .target)
    if targets.count == 1, tree.kind(targets[0]) == .collection {
      targets = tree.subtree(targets[0]).filter { tree.kind($0) == .read }
    }
    guard targets.count > 1 else { return false }
    return [.static, .captured, .field, .element].contains(tree[targets[1]].placeKind)
      || tree.name(targets[1]).contains(".")
  }

  private static func isFile(_ holding: Holding) -> Bool {
    ["file", "archive", "directory or file", "directory"].contains(holding.what)
  }

  private static func never(
    _ hold: HoldFact,
    _ leaves: HoldFlow.Exit?,
    _ name: String,
    _ done: String,
    in context: UnitContext
  ) -> PendingEntry? {
    let call = context.display(hold.call.node)
    // Every way ends the process, or goes round for ever.
    guard leaves != nil || hold.holding.subject == .argument, !livesLong(context) else { return nil }
    let message = "What `\(call)` opens is never \(done)."
    let question = "Who sees to it that \(name) is \(done) when `\(context.unit.name)` is done with it?"
    if hold.holding.isCollected {
      guard context.loop(around: hold.call.node) == nil else {
        return flagged(hold, in: context, message, question: question, isSure: false, [])
      }
      return entry(
        .unverified,
        hold,
        in: context,
        message,
        [],
        question: question,
        reason: "the language ends it with its last reference, and how long that lives is not said here"
      )
    }
    let isSure = !["process", "timer", "worker", "client", "statement", "value", "memory"].contains(hold.holding.what)
    return flagged(hold, in: context, message, question: question, isSure: isSure, [])
  }

  /// What the program's start opens ends with the program.
  static func livesLong(_ context: UnitContext) -> Bool {
    if case .known(let place) = context.boundary(around: context.tree.root) {
      return place.contains("the program starts")
    }
    return false
  }

  /// A statement of a connection ends with it.
  static func belongs(_ hold: HoldFact, to all: [HoldFact], in context: UnitContext) -> Bool {
    let root = String(NameReading.root(context.tree.name(hold.call.node)))
    guard !root.isEmpty, hold.holding.subject == .value else { return false }
    if hold.holding.what == "statement", isScoped(root, around: hold.call.node, in: context) { return true }
    return all.contains { other in
      guard other.call.node < hold.call.node, other.name == root || scopeName(other, context) == root else {
        return false
      }
      switch other.fate {
      case .scoped, .always, .onSuccess, .never: return true
      default: return false
      }
    }
  }

  /// Whether a scope around holds what a name stands for.
  private static func isScoped(_ name: String, around node: NodeIndex, in context: UnitContext) -> Bool {
    let tree = context.tree
    return tree.ancestors(node).contains { above in
      tree.kind(above) == .scoped && tree.child(above, .target).map { tree.name($0) == name } == true
    }
  }

  private static func scopeName(_ hold: HoldFact, _ context: UnitContext) -> String? {
    guard case .scoped(let scope) = hold.fate else { return nil }
    return context.tree.child(scope, .target).map { context.tree.name($0) }
  }

  // MARK: Words

  private static func deed(_ holding: Holding) -> String {
    switch holding.what {
    case "process": "waited for"
    case "ticker", "timer", "worker": "stopped"
    case "cancel function": "called"
    case "transaction": "ended"
    case "memory", "value": "freed"
    case "temporary directory", "temporary file": "removed"
    case "pool of workers", "thread pool", "event loop group": "shut down"
    default: "closed"
    }
  }

  static func note(_ exit: HoldFlow.Exit) -> String {
    switch exit.kind {
    case .raises: "may leave here"
    case .returns: "leaves here"
    case .ends: "ends here"
    case .breaks, .continues: "goes on elsewhere"
    case .repeats: "comes round again"
    }
  }

  private static func question(
    _ exit: HoldFlow.Exit,
    _ name: String,
    _ done: String,
    in context: UnitContext
  ) -> String {
    let tree = context.tree
    switch exit.kind {
    case .raises where tree.kind(exit.node) == .call:
      return "If `\(context.display(exit.node))` fails, who sees to it that \(name) is \(done)?"
    case .repeats: return "When the loop comes round again, who sees to it that \(name) is \(done)?"
    default: return "Where this leaves before the end, who sees to it that \(name) is \(done)?"
    }
  }

  private static func flagged(
    _ hold: HoldFact,
    in context: UnitContext,
    _ message: String,
    question: String,
    isSure: Bool,
    _ evidence: [(note: String, node: NodeIndex)]
  ) -> PendingEntry {
    entry(
      .flagged,
      hold,
      in: context,
      message,
      evidence.filter { $0.node != context.tree.root },
      question: question,
      confidence: isSure && !context.isScript() ? .high : .medium
    )
  }

  static func entry(
    _ outcome: Outcome,
    _ hold: HoldFact,
    in context: UnitContext,
    _ message: String,
    _ evidence: [(note: String, node: NodeIndex)],
    question: String? = nil,
    reason: String? = nil,
    confidence: Confidence? = nil
  ) -> PendingEntry {
    PendingEntry(
      outcome,
      hold.call.node,
      at: context.headline(hold.call.node),
      key: "leak \(context.display(hold.call.node))",
      message: message,
      question: question,
      reason: reason,
      confidence: confidence,
      stake: outcome == .checked ? .upkeep : hold.holding.what == "transaction" ? .dataLoss : .availability,
      evidence: evidence
    )
  }
}

extension Holding {
  /// It keeps others out, rather than something open.
  var isLock: Bool { what == "lock" || what == "permit" }
}
