import Behaviour
import Knowledge

extension PartialFailure {
  /// Two writes of which the second may fail when the first is done, on the way to an entry.
  struct StepDraft {
    let first: Step
    let second: Step
    let earlier: ArraySlice<Step>
    let context: UnitContext

    init(_ first: Step, _ second: Step, before earlier: ArraySlice<Step>, in context: UnitContext) {
      self.first = first
      self.second = second
      self.earlier = earlier
      self.context = context
    }

    private var isOneDatabase: Bool { first.effect == .databaseWrite && second.effect == .databaseWrite }

    func entry() -> PendingEntry? {
      if let transaction = transaction {
        if isOneDatabase { return checked("one transaction encloses both", transaction) }
        // What the database takes back, the other side does not: but what fails behind it takes back the row.
        if first.effect == .databaseWrite { return checked("the row goes with the transaction", transaction) }
      }
      if isOneDatabase, hasEnd { return nil }
      if let handler = compensation { return checked("its handler takes that back", handler) }
      if first.effect == .payment, case .given(let key) = context.deduplicationKey(of: first.call) {
        return checked("a second run finds it by its key", key)
      }
      if first.effect == .databaseWrite, second.effect == .payment {
        return unverified("whether the row says that it is only begun is not to be told from here", nil)
      }
      // A row that was written before says what was begun.
      if first.effect != .databaseWrite, let record = earlier.first(where: { $0.effect == .databaseWrite }) {
        return unverified("whether somebody takes up what was begun is not in the code", record.call.node)
      }
      if let outbox { return checked("what is sent later is written in the same place", outbox) }
      guard first.isKnown, second.isKnown else {
        let unknown = first.isKnown ? second : first
        return unverified(
          "what `\(context.display(unknown.call.node))` writes, and how it fails, is not in reach",
          nil
        )
      }
      if isOneDatabase {
        guard let handle = handle(of: first), handle == self.handle(of: second) else { return nil }
        if context.isParameter(handle) {
          let words = NameReading.words(handle)
          if words.contains(where: { ["tx", "transaction", "trx", "txn", "uow"].contains($0) }) { return nil }
          return unverified("whether `\(handle)` stands in a transaction of the caller is set elsewhere", nil)
        }
      } else if hasEnd {
        return unverified("whether the row is kept when `\(secondName)` fails hangs on the transaction round it", nil)
      }
      return flagged()
    }

    // MARK: Evidence

    /// What makes both writes one.
    private var transaction: NodeIndex? {
      let tree = context.tree
      for above in tree.ancestors(first.call.node) {
        if tree.contains(above, second.call.node) {
          if isTransaction(above) { return above }
          if tree.kind(above) == .call, let call = context.call(above), isTransactional(call) { return above }
        }
      }
      for child in tree.children(tree.root) where tree[child].role == .decorator {
        let words = NameReading.words(NameReading.last(tree.name(child)))
        if words.contains(where: { ["transactional", "atomic", "transaction"].contains($0) }) { return child }
        if context.call(child)?.known?.part == .transaction { return child }
      }
      // `tx, err := db.Begin()`: both are made on what it gave.
      if isOneDatabase, let handle = handle(of: first), handle == self.handle(of: second) {
        for call in context.calls where call.node < first.call.node {
          if context.nameGiven(to: call.node) == handle, isTransactional(call) { return call.node }
        }
      }
      return nil
    }

    private func isTransaction(_ node: NodeIndex) -> Bool {
      let tree = context.tree
      guard tree.kind(node) == .scoped else { return false }
      if tree[node].scopeKind == .transaction { return true }
      guard let resource = tree.child(node, .resource) else { return false }
      if let call = context.call(resource) { return isTransactional(call) }
      // `with connection:` ends what it began.
      return tree.kind(resource) == .read
    }

    private func isTransactional(_ call: CallFact) -> Bool {
      if call.known?.part == .transaction { return true }
      let words = NameReading.words(NameReading.last(context.tree.name(call.node)))
      return words.contains { ["transaction", "atomic", "begin", "transactional", "tx"].contains($0) }
    }

    /// A transaction is ended somewhere in the unit, so that one is open.
    private var hasEnd: Bool {
      context.calls.contains { call in
        let words = NameReading.words(NameReading.last(context.tree.name(call.node)))
        return words.contains { ["commit", "begin", "transaction", "flush", "autocommit", "atomic"].contains($0) }
          || words == ["save", "changes"] || words == ["save", "changes", "async"]
      }
    }

    /// A handler of the second step's failure that undoes the first.
    private var compensation: NodeIndex? {
      let tree = context.tree
      for handler in context.handlers where tree.contains(tree.parent(handler.node), second.call.node) {
        guard let body = handler.body else { continue }
        let undoes = context.calls(in: body).contains { call in
          let name = tree.name(call.node)
          return call.known?.part == .rollback
            || NameReading.words(NameReading.last(name)).contains { StepWords.undoing.contains($0) }
            // `stripe.Refund.create(charge=…)`: what is made is the undoing.
            || NameReading.words(name).contains { StepWords.reversals.contains($0) }
        }
        if undoes || handler.verdict == .compensates { return handler.node }
      }
      return nil
    }

    /// The message is a row, too.
    private var outbox: NodeIndex? {
      context.calls.first { call in
        NameReading.words(context.tree.name(call.node)).contains("outbox")
      }?.node
    }

    /// What a statement is sent through: `db` of `db.Exec(…)`.
    private func handle(of step: Step) -> String? {
      let name = context.tree.name(step.call.node)
      let base = String(NameReading.base(name))
      guard base.isEmpty else { return base }
      // `query(…).bind(id).execute(&pool)`
      guard case .given(let value) = context.positional(0, of: step.call.node) else { return nil }
      return context.tree.subtree(value).first { context.tree.kind($0) == .read }.map { context.tree.name($0) }
    }

    // MARK: Words

    private var firstName: String { context.display(first.call.node) }
    private var secondName: String { context.display(second.call.node) }

    private var stake: Stake {
      first.effect == .payment || second.effect == .payment ? .money : .dataLoss
    }

    private var question: String {
      "`\(firstName)` has already happened when `\(secondName)` fails: what puts it back, or who repairs it?"
    }

    private func flagged() -> PendingEntry {
      let isHigh =
        first.effect == .payment && context.certainty(first.call) >= .constructor
        && context.certainty(second.call) >= .constructor
      return pending(
        .flagged,
        "When `\(secondName)` fails, `\(firstName)` has happened already, and nothing takes it back.",
        question: question,
        confidence: isHigh ? .high : .medium
      )
    }

    private func checked(_ clause: String, _ node: NodeIndex) -> PendingEntry {
      pending(
        .checked,
        "When `\(secondName)` fails, `\(firstName)` is not left alone: \(clause).",
        evidence: [("sees to it", node)]
      )
    }

    private func unverified(_ reason: String, _ node: NodeIndex?) -> PendingEntry {
      pending(
        .unverified,
        "When `\(secondName)` fails, `\(firstName)` may have happened already.",
        question: question,
        reason: reason,
        evidence: node.map { [("decides about it", $0)] } ?? []
      )
    }

    private func pending(
      _ outcome: Outcome,
      _ message: String,
      question: String? = nil,
      reason: String? = nil,
      confidence: Confidence? = nil,
      evidence: [(note: String, node: NodeIndex)] = []
    ) -> PendingEntry {
      PendingEntry(
        outcome,
        first.call.node,
        at: context.headline(first.call.node),
        key: "steps \(firstName) \(secondName)",
        message: message,
        question: question,
        reason: reason,
        confidence: confidence,
        stake: stake,
        evidence: [("comes after it, and may fail", second.call.node)] + evidence
      )
    }
  }
}

extension UnitContext {
  /// Whether a name is a parameter of the unit.
  fileprivate func isParameter(_ name: String) -> Bool {
    let root = String(NameReading.root(name))
    return unit.parameters.contains { $0.name == root } && root != "self" && root != "this"
  }
}

private enum StepWords {
  static let reversals: Set<String> = ["refund", "refunds", "reversal", "reversals", "cancellation", "cancellations"]
  static let undoing: Set<String> = [
    "refund", "refunds", "cancel", "void", "reverse", "undo", "rollback", "compensate", "release", "restore", "revert",
    "delete", "remove", "reconcile", "reconciliation", "requeue", "retry", "enqueue",
  ]
}
