import Behaviour
import Knowledge

/// Cleanup does not replace the result or the failure in flight.
enum FinallyOverrides: Rule {
  static let card = RuleCard(
    id: .finallyOverrides,
    family: .errors,
    summary: "Cleanup does not take the place of the result or the error in flight.",
    rationale: """
      A `return`, `break`, `continue` or `throw` in a `finally`, an `ensure` or a deferred function wins over whatever \
      was on its way out: an error vanishes without a handler, and a result is exchanged for another one. So does a \
      deferred function that sets the named error result whatever it was, a context manager whose exit answers true, \
      and a destructor that panics while another panic unwinds.

      The obligation is met where the cleanup asks first whether a failure is in flight, or puts both into one. A \
      cleanup that does more than to give something back, and may fail itself, is asked about.
      """,
    sources: ["CWE-584", "SonarSource RSPEC-1143", "ruff B012", "RuboCop Lint/EnsureReturn", "no-unsafe-finally"],
    examples: examples + checkedExamples + unverifiedExamples + silentExamples
  )

  static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    guard !context.isExempt else { return }
    let tree = context.tree
    var pending: [PendingEntry] = []
    for index in tree.nodes.indices where tree.nodes[index].role == .finalizer {
      let finalizer = NodeIndex(index)
      examine(finalizer, of: tree.parent(finalizer), in: context, into: &pending)
    }
    if context.unit.kind == .method {
      let facts = context.file.context.facts
      if facts.swallowingExits.contains(context.unit.name) { examineExit(of: context, into: &pending) }
      if isDestructor(context) { examineDestructor(context, into: &pending) }
    }
    ledger.add(.finallyOverrides, pending)
  }

  // MARK: Finalizers

  private static func examine(
    _ finalizer: NodeIndex,
    of attempt: NodeIndex,
    in context: UnitContext,
    into pending: inout [PendingEntry]
  ) {
    let exits = context.exits(ofFinalizer: finalizer, of: attempt)
    let fact = AttemptFact.make(attempt, in: context)
    guard !exits.isEmpty else {
      if let entry = combined(finalizer, fact, in: context) ?? risky(finalizer, fact, in: context) {
        pending.append(entry)
      }
      return
    }
    for exit in exits {
      let what = words(for: exit, in: context)
      if let keeper = exit.keeper {
        pending.append(
          PendingEntry(
            .checked,
            exit.node,
            at: context.headline(statement: exit.node),
            key: "kept",
            message: "\(what) in the cleanup, but not over a failure in flight.",
            stake: .upkeep,
            evidence: keeper == exit.node ? [] : [("keeps the failure in flight", keeper)]
          )
        )
      } else if fact.calls > 0 || fact.raises || fact.statements > 0 {
        pending.append(overriding(exit, what, fact, finalizer, in: context))
      }
    }
  }

  private static func overriding(
    _ exit: FinalizerExit,
    _ what: String,
    _ fact: AttemptFact,
    _ finalizer: NodeIndex,
    in context: UnitContext
  ) -> PendingEntry {
    let call = fact.worst?.node ?? fact.guesses.first ?? context.calls(in: fact.node).first?.node
    let failing = call.flatMap { $0 < finalizer ? "`\(context.display($0))` fails" : nil } ?? "the code before it fails"
    let isUnread = fact.hasUnknown || context.tree.subtree(finalizer).contains { context.tree.kind($0) == .unknown }
    return PendingEntry(
      isUnread ? .unverified : .flagged,
      exit.node,
      at: context.headline(statement: exit.node),
      key: "overrides \(exit.kind)",
      message: "\(what) in the cleanup, in place of the result or error in flight.",
      question: "If \(failing) and the cleanup then leaves by itself, which of the two does the caller see?",
      reason: isUnread ? "part of this attempt could not be read" : nil,
      confidence: exit.isConditional ? .medium : .high,
      stake: fact.worst.map { Stake(losing: $0.effect) } ?? .correctness,
      evidence: call.flatMap { $0 < finalizer ? [("its failure would be lost", $0)] : nil } ?? []
    )
  }

  private static func words(for exit: FinalizerExit, in context: UnitContext) -> String {
    let tree = context.tree
    switch exit.kind {
    case .returns: return "The function returns"
    case .raises: return "An error is raised"
    case .jumps: return tree[exit.node].jumpKind == .break ? "A loop is left" : "A loop goes on to its next round"
    case .assigns:
      let name = tree.child(exit.node, .target).map { tree.name($0) } ?? ""
      return "The result `\(context.shown(name))` is set"
    }
  }

  /// No way leads out of the cleanup: its own failure is put to the one in flight.
  private static func combined(_ finalizer: NodeIndex, _ fact: AttemptFact, in context: UnitContext) -> PendingEntry? {
    for call in context.calls(in: finalizer) {
      guard call.known?.part == .carry || NameReading.last(context.tree.name(call.node)) == "addSuppressed" else {
        continue
      }
      // One that carries a single failure puts none to another.
      let carried = context.tree.children(call.node, .argument).count { argument in
        context.tree.child(argument, .value).map { context.tree.kind($0) != .literal } ?? false
      }
      guard carried > 1 || NameReading.last(context.tree.name(call.node)) == "addSuppressed" else { continue }
      return PendingEntry(
        .checked,
        call.node,
        at: context.headline(call.node),
        key: "combined",
        message: "A failure of the cleanup is put to the one in flight.",
        stake: .upkeep
      )
    }
    return nil
  }

  /// The cleanup writes somewhere, and what that raises would take the place of what is in flight.
  private static func risky(_ finalizer: NodeIndex, _ fact: AttemptFact, in context: UnitContext) -> PendingEntry? {
    guard fact.fallible > 0 || fact.raises, !context.file.context.facts.has(.failuresAreValues) else { return nil }
    for call in context.calls(in: finalizer) {
      guard let known = call.known, known.failure.contains(.raises), isWrite(call.effect),
        case .effect = context.role(of: call), !context.isCaught(call.node, below: finalizer),
        context.frame(of: call.node) < finalizer, context.tree[call.node].next <= context.tree[finalizer].next
      else { continue }
      let failing = fact.worst?.node ?? fact.guesses.first
      let name = context.display(call.node)
      return PendingEntry(
        .unverified,
        call.node,
        at: context.headline(call.node),
        key: "risky \(name)",
        message: "`\(name)` runs in the cleanup, and may fail there itself.",
        question: failing.map {
          "If `\(context.display($0))` fails and `\(name)` fails after it, which of the two does the caller see?"
        } ?? "If `\(name)` fails in the cleanup, what becomes of the error that was in flight?",
        reason: "nothing receives the failure of `\(name)`, and whether it may fail here is not said",
        stake: Stake(losing: call.effect),
        evidence: failing.map { [("its failure would be lost", $0)] } ?? []
      )
    }
    return nil
  }

  private static func isWrite(_ effect: Effect) -> Bool {
    switch effect {
    case .networkWrite, .databaseWrite, .queuePublish, .payment, .mail, .cloud: true
    default: false
    }
  }

  // MARK: Exits of scopes

  private static func examineExit(of context: UnitContext, into pending: inout [PendingEntry]) {
    let tree = context.tree
    let parameters = context.unit.parameters.map(\.name).filter { $0 != "self" && $0 != "cls" }
    context.visit(tree.root) { at in
      guard tree.kind(at) == .return, let value = tree.child(at, .value), let answer = answer(value, in: context)
      else { return }
      let isPicked = tree.ancestors(at).contains { above in
        tree.kind(above) == .branch
          && tree.children(above, .condition).contains { context.reads(anyOf: parameters, in: $0) }
      }
      let name = context.unit.name
      switch (answer, isPicked) {
      case (.constant, true):
        pending.append(
          PendingEntry(
            .checked,
            at,
            key: "picked",
            message: "`\(name)` swallows only the failures that a look at them picks out.",
            stake: .upkeep
          )
        )
      case (.constant, false):
        pending.append(
          PendingEntry(
            .flagged,
            at,
            key: "swallows",
            message: "`\(name)` answers true whatever happened, and so swallows every failure in its scope.",
            question: "When the code under this scope fails, who learns of it after `\(name)` answered true?",
            confidence: .high,
            stake: .correctness
          )
        )
      case (.computed, _):
        pending.append(
          PendingEntry(
            .unverified,
            at,
            key: "computed",
            message: "`\(name)` swallows the failure in flight where `\(context.wording(of: value))` is true.",
            question: "For which failures is `\(context.wording(of: value))` true, and are these meant to end here?",
            reason: "whether the value is true is known only when it runs",
            stake: .correctness
          )
        )
      }
    }
  }

  private enum Answer { case constant, computed }

  /// What a scope's exit answers; nil where that swallows nothing, or another exit decides.
  private static func answer(_ value: NodeIndex, in context: UnitContext) -> Answer? {
    let tree = context.tree
    switch tree.kind(value) {
    case .literal:
      switch tree[value].literalKind {
      case .null, .false: return nil
      case .integer: return tree.name(value) == "0" ? nil : .constant
      case .string: return tree[value].name == 0 ? nil : .constant
      case .true, .float, .other: return .constant
      }
    case .await: return tree.child(value, .value).flatMap { answer($0, in: context) }
    case .call:
      let last = String(NameReading.last(tree.name(value)))
      return context.file.context.facts.swallowingExits.contains(last) || last == "close" ? nil : .computed
    // True where nothing failed.
    case .condition where tree.name(value) == Operator.isNull || tree.name(value) == Operator.not: return nil
    default: return .computed
    }
  }

  // MARK: Destructors

  private static func isDestructor(_ context: UnitContext) -> Bool {
    guard let base = context.file.context.facts.destructors[context.unit.name], let owner = context.unit.owner else {
      return false
    }
    return owner.bases.contains { NameReading.last($0) == base }
  }

  private static func examineDestructor(_ context: UnitContext, into pending: inout [PendingEntry]) {
    let tree = context.tree
    let asks = context.calls.first { NameReading.last(tree.name($0.node)) == "panicking" }
    context.visit(tree.root) { at in
      let isPanic = tree.kind(at) == .raise
      // A failure that has nowhere to go but up: `unwrap()`.
      let isUnwrapped =
        tree[at].kind == .call && tree[at].has(.propagated)
        && context.call(at).map { $0.effect.leavesProcess } ?? false
      guard isPanic || isUnwrapped else { return }
      if let asks {
        pending.append(
          PendingEntry(
            .checked,
            at,
            at: isPanic ? context.headline(statement: at) : context.headline(at),
            key: "asked",
            message: "It is asked first whether a panic is in flight.",
            stake: .upkeep,
            evidence: [("here", asks.node)]
          )
        )
        return
      }
      pending.append(
        PendingEntry(
          .flagged,
          at,
          at: isPanic ? context.headline(statement: at) : context.headline(at),
          key: "destructor",
          message: "`\(context.unit.name)` panics, which ends the process where another panic is in flight.",
          question: "When this value goes away because something else failed, which of the two failures is still told?",
          confidence: isPanic ? .high : .medium,
          stake: .availability
        )
      )
    }
  }
}
