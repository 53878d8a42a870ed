import Behaviour
import Knowledge

/// What is read, computed on and written back survives another writer in between.
package enum LostUpdate: Rule {
  package static let card = RuleCard(
    id: .lostUpdate,
    family: .concurrency,
    summary: "What is read, computed on and written back survives another writer in between.",
    rationale: """
      Two requests read a balance of 100, one adds 10, the other 20, both write: the balance is 110 or 120, and never \
      130. Each of them is right by itself, no test with one request shows it, and nobody is told. A transaction alone \
      does not help: at the isolation that databases have by default both read the same 100.

      The obligation is met where the store computes (`F()`, `$inc`, `SET n = n + 1`, `INCR`), where the row is locked \
      while it is read (`SELECT … FOR UPDATE`), where the write names the version that was read, and where a lock stands \
      over both. The same holds for a field that is read before an `await` and written after it from what was read.
      """,
    sources: ["CWE-362", "CWE-567"],
    examples: firstExamples + secondExamples + modelExamples
  )

  package static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    guard !context.isExempt, !context.isScript() else { return }
    let tree = context.tree
    var written: Set<NodeIndex> = []
    if maySave(context), context.calls.contains(where: { isLoad($0, in: context) }) {
      for index in tree.nodes.indices where tree.nodes[index].kind == .assign {
        guard let update = memberUpdate(NodeIndex(index), in: context),
          written.insert(update.write.node).inserted
        else {
          continue
        }
        judge(update, in: context, &ledger)
      }
      for call in context.calls {
        guard let update = setterUpdate(call, in: context) ?? writeUpdate(call, in: context),
          written.insert(update.write.node).inserted
        else { continue }
        judge(update, in: context, &ledger)
      }
    }
    for call in context.calls
    where isComputedByStore(call, in: context) && !written.contains(call.node) {
      ledger.add(
        .lostUpdate,
        .checked,
        call.node,
        at: context.headline(call.node),
        message:
          "`\(context.display(call.node))` loses no update: the store computes from the value that it holds.",
        stake: .dataLoss
      )
    }
    acrossWaits(in: context, &ledger)
  }

  /// Whether anything in the unit is computed at all, and something is changed or handed to a call.
  private static func maySave(_ context: UnitContext) -> Bool {
    context.tree.nodes.contains { node in
      switch node.kind {
      case .operation: true
      case .assign: node.name != 0
      default: false
      }
    }
  }

  /// A value that was loaded, what is computed from it, and what writes that back.
  struct Update {
    var load: CallFact
    /// Where the new value is computed.
    var step: NodeIndex
    var write: CallFact
    /// As a person would name it: `account.balance`.
    var field: String
    /// Both calls are known for what they do.
    var isKnown: Bool
  }

  private static func isComputedByStore(_ call: CallFact, in context: UnitContext) -> Bool {
    guard call.effect == .databaseWrite || call.effect == .cacheWrite else { return false }
    let tree = context.tree
    if let statement = context.statement(of: call.node) {
      return statement.verb == .update && statement.repetition == .unsafe
    }
    let words = NameReading.words(NameReading.last(tree.name(call.node)))
    if let first = words.first, atomicWords.contains(first) { return true }
    // `update(stock=F("stock") - 1)`, `{ $inc: { stock: -1 } }`, `data: { stock: { decrement: 1 } }`
    return tree.subtree(call.node).contains { at in
      switch tree.kind(at) {
      case .call:
        tree.path(at) == "django.db.models.F" || tree.path(at) == "django.db.models.expressions.F"
      case .argument:
        tree[at].role == .element && ["$inc", "increment", "decrement"].contains(tree.name(at))
      default: false
      }
    }
  }

  private static let atomicWords: Set<String> = [
    "incr", "incrby", "decr", "decrby", "increment", "decrement", "hincrby", "zincrby", "hincr",
    "inc",
  ]

  // MARK: - Outcomes

  private static func judge(
    _ update: Update,
    in context: UnitContext,
    _ ledger: inout LedgerBuilder
  ) {
    let write = context.display(update.write.node)
    let load = context.display(update.load.node)
    let evidence: [(note: String, node: NodeIndex)] = [
      ("the value is read here", update.load.node),
      ("the new value is computed from it", update.step),
    ]
    func add(
      _ outcome: Outcome,
      _ message: String,
      reason: String? = nil,
      confidence: Confidence? = nil,
      more: [(note: String, node: NodeIndex)] = []
    ) {
      ledger.add(
        .lostUpdate,
        outcome,
        update.write.node,
        at: context.headline(update.write.node),
        message: message,
        question: outcome == .checked
          ? nil
          : "Between `\(load)` and `\(write)`, another request changes `\(update.field)`: whose value wins, and is that right?",
        reason: reason,
        confidence: confidence,
        stake: isMoney(update.field) ? .money : .dataLoss,
        evidence: evidence + more
      )
    }
    if let guardian = guardian(of: update, in: context) {
      add(
        .checked,
        "`\(write)` loses no update of `\(update.field)`: \(guardian.clause).",
        more: [(guardian.clause, guardian.node)]
      )
      return
    }
    let range = update.load.node..<max(update.load.node, update.write.node)
    if range.contains(where: { context.tree.kind($0) == .unknown }) {
      add(
        .unverified,
        "`\(write)` writes what was computed from `\(load)`.",
        reason: "the code between them is not understood"
      )
      return
    }
    let model = modelFact(of: update, in: context)
    if let version = model?.version {
      add(
        .checked,
        "`\(write)` loses no update of `\(update.field)`: the model has a version that is checked (\(version))."
      )
      return
    }
    guard update.isKnown else {
      add(
        .unverified,
        "`\(write)` writes back `\(update.field)`, computed from what `\(load)` gave.",
        reason: "whether `\(write)` checks a version, or `\(load)` locks, is not in reach"
      )
      return
    }
    // Where the model may hold a version, its declaration says so.
    let isModel =
      context.statement(of: update.write.node) == nil && update.write.effect != .cacheWrite
    if isModel, context.file.context.facts.has(.modelsHoldVersions) {
      add(
        .unverified,
        "`\(write)` writes back `\(update.field)`, computed from what `\(load)` gave.",
        reason: model == nil
          ? "whether the model has a version column is not in this file"
          : "no model or migration of the workspace shows a version column"
      )
      return
    }
    let isServing =
      context.isServing
      || context.unit.parameters.first.map { ["request", "req"].contains($0.name) } ?? false
    add(
      .flagged,
      "Another run may change `\(update.field)` between `\(load)` and `\(write)`, and its change is lost.",
      confidence: isServing ? .high : .medium
    )
  }

  private static func isMoney(_ field: String) -> Bool {
    NameReading.words(field).contains {
      ["balance", "amount", "credit", "credits", "price", "total", "paid"].contains($0)
    }
  }
}
