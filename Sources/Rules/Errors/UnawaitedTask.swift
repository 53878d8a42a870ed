import Behaviour
import Knowledge

/// Each task that is started is awaited, joined, supervised, or detached with an error path of its own.
package enum UnawaitedTask: Rule {
  package static let card = RuleCard(
    id: .unawaitedTask,
    family: .errors,
    summary: "Each task started is awaited, supervised, or detached with its own error path.",
    rationale: """
      A promise or coroutine whose value is dropped fails where nobody looks: the caller goes on as if the work were \
      done, the error is printed by the runtime or lost, and the process may stop before the work is finished. In \
      Python a coroutine that is never awaited does not run at all, and the loop keeps only a weak reference to a \
      task, so that one nobody holds may be collected half way.

      The obligation is met by awaiting, returning or gathering the task, by a supervisor or a callback that receives \
      its outcome, or by detached work that catches its own failures.
      """,
    sources: ["CWE-391", "Python documentation, asyncio.create_task", "ECMAScript promise rejection tracking"],
    examples: [
      RuleExample(
        "typescript",
        "The caller is told that the order is saved before it is",
        """
        async function save(order: Order): Promise<void> {
          await db.orders.put(order);
        }

        export async function submit(order: Order): Promise<string> {
          save(order);
          ^^^^^^^^^^^ flagged high
          return order.id;
        }
        """
      ),
      RuleExample(
        "python",
        "A task that nobody holds",
        """
        import asyncio

        async def place(order):
            asyncio.create_task(send_receipt(order))
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
            return order.id
        """
      ),
      RuleExample(
        "python",
        "Tasks that are gathered",
        """
        import asyncio

        async def load(ids):
            tasks = [asyncio.create_task(fetch(i)) for i in ids]
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
            return await asyncio.gather(*tasks)
        """
      ),
    ] + moreExamples + habitExamples
  )

  package static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    guard !context.isExempt else { return }
    var pending: [PendingEntry] = []
    for call in context.calls where !context.tree[call.node].has(.awaited) {
      if let task = context.task(of: call) {
        if let entry = entry(for: call, task, in: context) { pending.append(entry) }
      } else if let entry = question(about: call, in: context) {
        pending.append(entry)
      }
    }
    if !pending.isEmpty { ledger.add(.unawaitedTask, pending) }
  }

  private static func entry(for call: CallFact, _ task: TaskFact, in context: UnitContext) -> PendingEntry? {
    let name = context.display(call.node)
    let range = context.headline(call.node)
    let isAtStake = task.origin == .spawned || task.origin == .pooled
    func checked(_ clause: String, _ node: NodeIndex?) -> PendingEntry {
      PendingEntry(
        .checked,
        call.node,
        at: range,
        key: name + clause,
        message: "Somebody minds how `\(name)` ends: \(clause).",
        stake: .correctness,
        evidence: node.map { [("minds how it ends", $0)] } ?? []
      )
    }
    switch context.fate(of: call.node) {
    case .awaited(let node): return isAtStake ? checked("it is awaited", node) : nil
    case .returned: return isAtStake ? checked("the caller gets it", nil) : nil
    case .supervised(let node, let clause): return checked(clause, node)
    case .handedOn(let node, let clause):
      guard isAtStake else { return nil }
      return unverified(call, reason: clause, node, in: context)
    case .voided:
      // The program itself, started at the top: when it fails, the process says so.
      if context.unit.kind == .module, !context.tasksAreLazy { return nil }
      if context.tasksAreLazy { return flagged(call, task, in: context) }
      return task.containsFailures
        ? checked("it deals with its own failures", nil)
        : unverified(call, reason: "it is detached on purpose, with no handler in sight", nil, in: context)
    case .dropped where task.origin == .pooled:
      return unverified(call, reason: "its failure stays in the future that nobody takes", nil, in: context)
    case .dropped:
      if task.containsFailures, task.origin != .perElement {
        if context.tasksAreLazy { return flagged(call, task, in: context) }
        // Where the code could wait it may have been meant to: nobody finds the work done.
        if task.origin == .declared, context.mayAwait(at: call.node) {
          return unverified(
            call,
            reason: "its failures stay in it, but nothing waits for it to be done",
            nil,
            in: context
          )
        }
        return checked("it deals with its own failures", nil)
      }
      if task.origin == .perElement, !isDroppedForEach(call, in: context) { return nil }
      if context.unit.kind == .module, task.origin == .declared, !context.tasksAreLazy { return nil }
      return flagged(call, task, in: context)
    case .unread(let node):
      guard task.origin != .perElement else { return nil }
      return flagged(call, task, in: context, evidence: [("kept in a name that nobody reads", node)])
    case .tested(let node):
      guard task.origin == .known || task.origin == .declared, context.isTruth(node) else { return nil }
      return flagged(call, task, in: context, evidence: [("decides here, and is always true", node)])
    case .other: return nil
    }
  }

  private static func flagged(
    _ call: CallFact,
    _ task: TaskFact,
    in context: UnitContext,
    evidence: [(note: String, node: NodeIndex)] = []
  ) -> PendingEntry {
    let name = context.display(call.node)
    let message =
      switch task.origin {
      case .spawned where !context.tasksAreLazy:
        "Nobody holds the task that `\(name)` starts: its failure is lost."
      case .spawned: "Nobody holds the task that `\(name)` starts: it may be collected, and its failure is lost."
      case .perElement: "`\(name)` does not wait for the asynchronous function that it calls for each element."
      case .known where context.tasksAreLazy, .declared where context.tasksAreLazy:
        "`\(name)` is never awaited: nothing of it runs."
      default: "Nobody waits for `\(name)`: its failure reaches no handler."
      }
    // A function that cannot wait detaches what it starts, if only by negligence; one that could has forgotten to.
    let isSure =
      task.origin != .perElement && context.certainty(call) != .constructor
      && (task.origin == .spawned || context.tasksAreLazy || context.mayAwait(at: call.node))
    return PendingEntry(
      .flagged,
      call.node,
      at: context.headline(call.node),
      key: name,
      message: message,
      question: question(name, context),
      confidence: isSure && !context.isScript() ? .high : .medium,
      stake: stake(call, in: context),
      evidence: evidence,
      fix: fix(call, task, in: context)
    )
  }

  static func unverified(
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
      key: name + reason,
      message: "Who waits for `\(name)` is not to be seen here.",
      question: question(name, context),
      reason: reason,
      stake: stake(call, in: context),
      evidence: node.map { [("goes on from here", $0)] } ?? []
    )
  }

  private static func question(_ name: String, _ context: UnitContext) -> String {
    """
    Nobody waits for `\(name)`: if it fails after `\(context.unit.name)` returned, who notices, and must it finish \
    before the process stops?
    """
  }

  private static func isDroppedForEach(_ call: CallFact, in context: UnitContext) -> Bool {
    ["forEach", "map", "flatMap"].contains(NameReading.last(context.tree.name(call.node)))
  }

  private static func stake(_ call: CallFact, in context: UnitContext) -> Stake {
    let effect = context.likelyEffect(of: call)
    if effect == .payment { return .money }
    return effect.writes ? .dataLoss : .correctness
  }

  /// `await` in front, where the code may wait and the work is meant to be done here.
  private static func fix(_ call: CallFact, _ task: TaskFact, in context: UnitContext) -> Entry.Fix? {
    guard task.origin == .known || task.origin == .declared, context.mayAwait(at: call.node),
      context.tree[call.node].role == .statement
    else { return nil }
    let start = context.tree[call.node].bytes.lowerBound
    return Entry.Fix(title: "Await it", edits: [Entry.Fix.Edit(start..<start, "await ")])
  }
}

extension UnitContext {
  /// Whether what nobody awaits never runs.
  package var tasksAreLazy: Bool { file.context.facts.has(.tasksAreLazy) }

  /// Whether a value decides by its truth alone: it is no operand of a comparison.
  fileprivate func isTruth(_ taker: NodeIndex) -> Bool {
    switch tree.kind(taker) {
    case .branch: true
    case .condition: tree.name(taker) == Operator.not
    default: false
    }
  }
}
