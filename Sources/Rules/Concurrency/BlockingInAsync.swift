import Behaviour
import Knowledge

/// Code that runs on an event loop, or on a thread that tasks share, does not hold it.
package enum BlockingInAsync: Rule {
  package static let card = RuleCard(
    id: .blockingInAsync,
    family: .concurrency,
    summary: "Code that runs on an event loop, or on a thread that tasks share, does not hold it.",
    rationale: """
      An event loop serves thousands of requests because none of them holds it. One call that waits by holding the \
      thread (a synchronous client in an asynchronous function, `sleep`, `.Result`) stops all the others for as long as \
      it takes: with one user nothing is to be seen, with a hundred everything is slow, and a health check that is \
      served by the same loop fails.

      The obligation is met where the work is handed to threads that may be held (`asyncio.to_thread`, \
      `spawn_blocking`, `Dispatchers.IO`, `Schedulers.boundedElastic`). What runs before the loop serves anybody, at \
      the start and at the end of a program, holds nobody up.
      """,
    sources: ["CWE-400", "CWE-833"],
    examples: firstExamples + secondExamples
  )

  package static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    guard !context.isExempt, !context.file.context.traits.contains(.oneOff), context.unit.kind != .module,
      context.mayRunOnLoop, !isStartOrEnd(context.unit.name)
    else { return }
    var pending: [PendingEntry] = []
    for call in context.calls {
      if let hold = hold(of: call, in: context) {
        if let entry = entry(for: hold, in: context) { pending.append(entry) }
      } else if call.known?.runs == .inThreads, let entry = offload(by: call, in: context) {
        pending.append(entry)
      }
    }
    pending += waitingReads(in: context)
    if !pending.isEmpty { ledger.add(.blockingInAsync, pending) }
  }

  /// Something that holds its thread until it is done.
  private struct Hold {
    var node: NodeIndex
    var name: String
    var isFile = false
    /// How sure it is that it does.
    var isCertain = true
    /// The callee alone, where the call is long.
    var range: Range<Int>?
  }

  private static func hold(of call: CallFact, in context: UnitContext) -> Hold? {
    let tree = context.tree
    if isTaskWait(call, in: context) {
      return Hold(node: call.node, name: context.display(call.node), range: context.headline(call.node))
    }
    guard let known = call.known, known.blocks, !known.isAsync, known.part != .lock, holdsForLong(call, in: context),
      !tree[call.node].has(.awaited), !isOpenedHere(call, in: context)
    else { return nil }
    return Hold(
      node: call.node,
      name: context.display(call.node),
      isFile: call.effect == .fileRead || call.effect == .fileWrite,
      isCertain: context.certainty(call) >= .declaredType,
      range: context.headline(call.node)
    )
  }

  /// What is called on something that was opened here, by a call which is named already.
  private static func isOpenedHere(_ call: CallFact, in context: UnitContext) -> Bool {
    guard context.certainty(call) == .constructor, case .made(let opening) = context.client(of: call.node),
      opening != call.node, let known = context.call(opening)?.known
    else { return false }
    return known.blocks && known.effect.leavesProcess
  }

  private static func holdsForLong(_ call: CallFact, in context: UnitContext) -> Bool {
    switch call.known?.part {
    case .sleep:
      // To give way once is what `sleep(0)` is for.
      if case .given(let time) = context.positional(0, of: call.node), context.tree[time].literalKind == .integer,
        context.tree.name(time) == "0"
      {
        return false
      }
      return true
    case .log, .logTrace, .report, .respond, .environment, .exit, .asserts, .mock, .routes, .transaction, .rollback:
      return false
    default: break
    }
    switch call.effect {
    case .fileRead, .fileWrite: return movesContent(call, in: context)
    case .clock, .random: return false
    // What a browser keeps on its side is there at once.
    case .cacheRead, .cacheWrite: return !context.file.context.facts.has(.runsOnLoop)
    // To start another process, or to end it, is not to wait for it.
    case .process: return !isOneOf(["start", "kill", "spawn"], call, in: context)
    case .databaseRead: return !isPartOfQuery(call, in: context)
    default: return !isBareOwn(call, in: context)
    }
  }

  /// `readLine()` in a method: it may be the object's own.
  private static func isBareOwn(_ call: CallFact, in context: UnitContext) -> Bool {
    context.file.context.facts.has(.waitsByItself) && !context.tree.name(call.node).utf8.contains(UInt8(ascii: "."))
      && call.path == context.tree.name(call.node)
  }

  private static func isOneOf(_ names: Set<String>, _ call: CallFact, in context: UnitContext) -> Bool {
    names.contains(NameReading.habitual(NameReading.last(context.tree.name(call.node))))
  }

  /// `query.Where(order => lines.Any(…))`: what is asked inside of a question is sent with it.
  private static func isPartOfQuery(_ call: CallFact, in context: UnitContext) -> Bool {
    guard let closure = context.tree.closure(around: call.node), !context.tree[closure].has(.async) else {
      return false
    }
    let taker = context.tree.parent(context.tree.parent(closure))
    guard context.tree.kind(taker) == .call else { return false }
    return ["Where", "Select", "Any", "All", "OrderBy", "Include", "First", "FirstOrDefault"]
      .contains(NameReading.last(context.tree.name(taker)))
  }

  /// What reads or writes a file's content takes as long as the content is; to ask for a name, or to take it away, is
  /// as short as other calls of the system.
  private static func movesContent(_ call: CallFact, in context: UnitContext) -> Bool {
    guard call.known?.part != .exists, call.known?.part != .createOnce else { return false }
    return [context.tree.name(call.node), call.path].contains { name in
      NameReading.words(NameReading.last(name)).contains { contentWords.contains($0) }
    }
  }

  private static let contentWords: Set<String> = [
    "read", "write", "open", "load", "dump", "copy", "contents", "append", "copyfile", "copytree", "of", "lines",
    "fopen",
    "fread", "fwrite", "fgets", "text", "bytes", "readall", "cp",
  ]

  /// `task.Wait()`, `task.GetAwaiter().GetResult()`.
  private static func isTaskWait(_ call: CallFact, in context: UnitContext) -> Bool {
    let names = context.file.context.facts.taskWaits
    guard !names.isEmpty else { return false }
    let name = context.tree.name(call.node)
    let last = String(NameReading.last(name))
    guard names.contains(last), name.utf8.count > last.utf8.count else { return false }
    if let receiver = context.tree.child(call.node, .receiver) { return isTask(receiver, in: context) }
    return isUnfinished(call.node, in: context)
  }

  /// `task.Result`, which is no call.
  private static func waitingReads(in context: UnitContext) -> [PendingEntry] {
    let tree = context.tree
    let names = context.file.context.facts.taskWaits
    guard !names.isEmpty else { return [] }
    return tree.nodes.indices.compactMap { index in
      let node = NodeIndex(index)
      guard tree.nodes[index].kind == .read, tree.nodes[index].name != 0, tree[node].role != .target else { return nil }
      let name = tree.name(node)
      let last = String(NameReading.last(name))
      guard name.utf8.count > last.utf8.count, names.contains(last) else { return nil }
      let waits: Bool
      var shown = context.unit.written(name)
      if let receiver = tree.child(node, .receiver) {
        waits = isTask(receiver, in: context)
        if tree.kind(receiver) == .call { shown = context.shown(context.display(receiver) + "(…)" + name) }
      } else {
        waits = isUnfinished(node, in: context)
      }
      guard waits else { return nil }
      return entry(for: Hold(node: node, name: context.shown(shown)), in: context)
    }
  }

  /// Whether an expression is a task that may not be done yet.
  private static func isTask(_ node: NodeIndex, in context: UnitContext) -> Bool {
    let tree = context.tree
    guard tree.kind(node) == .call else { return false }
    let name = tree.name(node)
    let last = NameReading.last(name)
    if last == "GetAwaiter" || last == "ConfigureAwait" || last == "AsTask" {
      if let receiver = tree.child(node, .receiver) { return isTask(receiver, in: context) }
      return isUnfinished(node, in: context)
    }
    if context.call(node)?.known?.isAsync == true { return true }
    if last.hasSuffix("Async") { return true }
    return context.file.declaration(calledAs: name, in: context.unit)?.declaration.traits.contains(.async) == true
  }

  /// Whether a name stands for a task of this unit that nobody waited for before.
  private static func isUnfinished(_ use: NodeIndex, in context: UnitContext) -> Bool {
    let tree = context.tree
    let name = tree.name(use)
    guard NameReading.base(name) == NameReading.root(name) else { return false }
    let reaching = context.flow.definitions(reaching: use)
    guard reaching.count == 1, let value = reaching[0].value, isTask(value, in: context) else { return false }
    // Somebody looked at it, or waited for it with others.
    return !context.flow.uses(ofNameAt: use).contains { other in
      guard other < use, other > value else { return false }
      if tree.name(other).contains(".Is") { return true }
      return tree.ancestors(other).contains { tree.kind($0) == .await }
        || tree.destination(of: other).kind == .argument
    }
  }

  private static func isStartOrEnd(_ name: String) -> Bool {
    NameReading.words(name).contains { startWords.contains($0) }
  }

  private static let startWords: Set<String> = [
    "main", "bootstrap", "startup", "shutdown", "lifespan", "setup", "teardown", "cli", "migrate", "seed", "install",
    "init", "initialize", "onstart", "onstop", "build", "configure", "compile", "generate", "codegen",
  ]

  // MARK: - Outcomes

  private static func question(_ hold: Hold, _ context: UnitContext) -> String {
    "`\(hold.name)` stops its thread for its whole duration: what else is waiting behind "
      + "`\(context.shown(context.unit.name))` at that moment?"
  }

  private static func entry(for hold: Hold, in context: UnitContext) -> PendingEntry? {
    func unverified(_ reason: String, _ evidence: [(note: String, node: NodeIndex)] = []) -> PendingEntry {
      PendingEntry(
        .unverified,
        hold.node,
        at: hold.range,
        key: hold.name,
        message: "`\(hold.name)` holds its thread while it waits.",
        question: question(hold, context),
        reason: reason,
        stake: .availability,
        evidence: evidence
      )
    }
    switch context.loopPlace(of: hold.node) {
    case .elsewhere: return nil
    case .unknown(let reason): return unverified(reason)
    case .inFibers(let taker):
      let evidence = taker == context.tree.root ? [] : [(note: "runs it in a fiber", node: taker)]
      return unverified("whether the runtime lets others run while `\(hold.name)` waits is not in the code", evidence)
    case .offloaded(let taker):
      guard case .onLoop = context.loopPlace(of: taker) else { return nil }
      let name = context.display(taker)
      return PendingEntry(
        .checked,
        hold.node,
        at: hold.range,
        key: hold.name,
        message: "`\(hold.name)` does not hold the loop: `\(name)` hands it to threads that may wait.",
        stake: .availability,
        evidence: [("hands it to threads that may wait", taker)]
      )
    case .onLoop(let clause, let servesRequests):
      let runsAlone = context.file.context.facts.has(.runsOnLoop) && !servesRequests
      // A program that serves nobody holds nobody up; a method may be called by what does.
      if runsAlone, context.unit.kind != .method { return nil }
      if runsAlone {
        return unverified(
          "whether `\(context.shown(context.unit.name))` runs while requests are served is not in reach"
        )
      }
      let isSure = hold.isCertain && !hold.isFile && !context.isScript()
      return PendingEntry(
        .flagged,
        hold.node,
        at: hold.range,
        key: hold.name,
        message: "`\(hold.name)` holds the thread while it waits, and \(clause).",
        question: question(hold, context),
        confidence: isSure ? .high : .medium,
        stake: .availability
      )
    }
  }

  /// `await asyncio.to_thread(requests.get, url)`: what would hold the loop is named, not called.
  private static func offload(by call: CallFact, in context: UnitContext) -> PendingEntry? {
    let tree = context.tree
    for argument in tree.children(call.node, .argument) {
      guard let value = tree.child(argument, .value), tree.kind(value) != .closure else { continue }
      for node in tree.subtree(value) where tree.kind(node) == .read && tree[node].path != 0 {
        guard let known = context.knowledge.call(tree.path(node)), known.blocks, known.part != .lock else { continue }
        guard case .onLoop = context.loopPlace(of: call.node) else { return nil }
        let name = context.shown(tree.name(node))
        return PendingEntry(
          .checked,
          call.node,
          at: context.headline(call.node),
          key: name,
          message:
            "`\(name)` does not hold the loop: `\(context.display(call.node))` hands it to threads that may wait.",
          stake: .availability,
          evidence: [("holds its thread", node)]
        )
      }
    }
    return nil
  }
}
