import Behaviour
import Knowledge

/// An error raised in place of another one carries it.
enum LostCause: Rule {
  static let card = RuleCard(
    id: .lostCause,
    family: .errors,
    summary: "An error raised in place of another one carries it, so that its causes can be told apart.",
    rationale: """
      A handler that answers a failure with an error of its own speaks the caller's language, which is good; but the \
      first error said which host refused, which row was locked, which line did not parse. Without it, an operator \
      has one sentence for ten different faults, and the trace begins in the handler.

      The obligation is met where the new error has the first one as its cause or in its text, where the language sees \
      to that by itself, or where a log or a report took the first error before. An error that is handed to a function \
      that cannot be followed, and whose value is then raised, is asked about. An error that *is* the whole answer \
      (a key that is not there, a text that is no number), one that a look at it chose, and types that cannot carry a \
      cause are left alone; a refusal of access that hides a broken database behind itself is asked about.
      """,
    sources: ["CWE-755", "PMD PreserveStackTrace", "ruff B904", "CA2200", "clippy map_err_ignore"],
    examples: examples + checkedExamples + unverifiedExamples + silentExamples
  )

  static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    guard !context.isExempt else { return }
    var pending: [PendingEntry] = []
    for handler in context.handlers {
      for replacement in context.replacements(in: handler) {
        if let entry = resolve(replacement, of: handler, in: context) { pending.append(entry) }
      }
    }
    ledger.add(.lostCause, pending)
  }

  private static func resolve(
    _ replacement: ErrorReplacement,
    of handler: HandlerFact,
    in context: UnitContext
  ) -> PendingEntry? {
    let made = replacement.made
    let name = context.shown(newError(made, in: context))
    func checked(_ message: String, _ evidence: [(note: String, node: NodeIndex)] = []) -> PendingEntry {
      entry(.checked, replacement, handler, in: context, message, evidence)
    }
    switch replacement.kept {
    case .cause(let cause): return checked("`\(name)` has the error at hand as its cause.", [("the cause", cause)])
    case .content(let read): return checked("`\(name)` is made with the error at hand in it.", [("the error", read)])
    case .byLanguage:
      return checked(
        "`\(name)` keeps the error at hand as its cause, by itself.",
        [("the handler in which it is made", handler.node)]
      )
    case .record(let log):
      return checked("The error at hand is written down before `\(name)` is raised.", [("here", log)])
    case .chosen, .derived: return nil
    case .refused:
      guard context.file.context.facts.has(.keepsCause) else {
        return checked("`\(name)` is raised without a cause on purpose: the code says so.")
      }
    case .handedTo(let call):
      guard arises(handler, made, in: context) else { return nil }
      let callee = context.display(call)
      return entry(
        .unverified,
        replacement,
        handler,
        in: context,
        "The error at hand is given to `\(callee)`, and what that gives is raised.",
        [("given here", call)],
        question:
          "Does what `\(callee)` gives still say which failure of \(subject(handler, context)) it stands for?",
        reason: "whether `\(callee)` keeps the error is not in reach"
      )
    case .withoutTrace, .nothing: break
    }
    guard arises(handler, made, in: context) else { return nil }
    return missing(replacement, handler, name, in: context)
  }

  private static func missing(
    _ replacement: ErrorReplacement,
    _ handler: HandlerFact,
    _ name: String,
    in context: UnitContext
  ) -> PendingEntry? {
    if replacement.kept == .withoutTrace {
      return entry(
        .flagged,
        replacement,
        handler,
        in: context,
        "Raising `\(handler.error)` by its name begins its trace anew.",
        [],
        question:
          "Where did the failure of \(subject(handler, context)) come from, once the trace starts in this handler?",
        confidence: .medium
      )
    }
    let message = "`\(name)` takes the place of \(context.types(of: handler)) and keeps nothing of it."
    let question =
      "`\(name)` drops the failure of \(subject(handler, context)): how will an operator find which of its causes "
      + "happened?"
    let reason: String? =
      handler.attempt.hasUnknown || handler.hasUnknown
      ? "part of this attempt could not be read"
      : refusesAccess(replacement.made, in: context)
        ? "a refusal may hide its cause on purpose, and then nobody is told of another one"
        : handler.comment.isEmpty
          ? nil : "a comment says “\(context.shown(handler.comment))”, which the code cannot confirm"
    if let reason {
      return entry(.unverified, replacement, handler, in: context, message, [], question: question, reason: reason)
    }
    let facts = context.file.context.facts
    let isPlain = handler.attempt.effects.isEmpty && handler.attempt.guesses.isEmpty
    let isSure =
      !isPlain && !replacement.isConstant && !facts.has(.keepsContext)
      && !handler.error.hasPrefix("_") && !context.isScript()
    return entry(
      .flagged,
      replacement,
      handler,
      in: context,
      message,
      [],
      question: question,
      confidence: isSure ? .high : .medium,
      fix: fix(replacement, handler, in: context)
    )
  }

  /// Whether there is more to the caught error than the new one says.
  private static func arises(_ handler: HandlerFact, _ made: NodeIndex, in context: UnitContext) -> Bool {
    switch handler.caught {
    case .leaving, .absence: return false
    // A single text that is no number, no date, no address.
    case .conversion where handler.attempt.effects.isEmpty && handler.attempt.guesses.count <= 1: return false
    case .conversion, .specific, .system, .root: break
    }
    if handler.types.count == 1, let type = handler.types.first {
      let name = context.tree.name(type)
      if Caught.isWholeStory(name) || says(made, allOf: name, in: context) { return false }
    }
    if handler.attempt.effects.isEmpty, handler.attempt.guesses.isEmpty, names(made, whatFailed: handler, in: context) {
      return false
    }
    if isUnused(handler.error) || context.call(made)?.known?.part == .causeless { return false }
    if refusesAccess(made, in: context) {
      // A refusal says no more than that, unless it also answers for what else may fail.
      return handler.caught >= .system && !handler.attempt.effects.isEmpty
    }
    return true
  }

  /// `HttpTimeoutException` and `HttpRequestTimeoutException` say the same.
  private static func says(_ made: NodeIndex, allOf type: String, in context: UnitContext) -> Bool {
    let words = NameReading.words(NameReading.last(type)).filter { !general.contains($0) }
    guard !words.isEmpty else { return false }
    let new = Set(NameReading.words(newError(made, in: context)))
    return words.allSatisfy { new.contains($0) }
  }

  private static let general: Set<String> = ["exception", "error", "failure", "err", "runtime", "exc"]

  /// A single text could not be read, and the new error shows it.
  private static func names(_ made: NodeIndex, whatFailed handler: HandlerFact, in context: UnitContext) -> Bool {
    let tree = context.tree
    guard let body = tree.child(handler.attempt.node, .body) else { return false }
    return tree.subtree(made).contains { at in
      let node = tree[at]
      guard node.kind == .read, node.name != 0,
        [.local, .parameter, .captured, .field, .element].contains(node.placeKind)
      else { return false }
      return context.reads(tree.text(node.name), in: body)
    }
  }

  private static func isUnused(_ name: String) -> Bool {
    name == "_" || ["unused", "ignored", "ignore", "expected"].contains { name.hasPrefix($0) }
  }

  /// By its type or by what it is given (a status, a text) an error that says no more than that somebody may not.
  private static func refusesAccess(_ made: NodeIndex, in context: UnitContext) -> Bool {
    let tree = context.tree
    return tree.subtree(made).contains { at in
      switch tree.kind(at) {
      case .call, .read, .literal:
        tree[at].name != 0 && NameReading.words(tree.name(at).prefix(200)).contains { access.contains($0) }
      default: false
      }
    }
  }

  private static let access: Set<String> = [
    "unauthorized", "unauthorised", "unauthenticated", "authentication", "authorization", "credentials", "credential",
    "forbidden", "permission", "denied", "login", "401", "403",
  ]

  /// What is raised, in few words: the type, the constant, the function that makes it.
  private static func newError(_ made: NodeIndex, in context: UnitContext) -> String {
    switch context.tree.kind(made) {
    case .call: context.display(made)
    default: context.unit.written(context.tree.name(made))
    }
  }

  private static func subject(_ handler: HandlerFact, _ context: UnitContext) -> String {
    handler.call.map { "`\(context.display($0))`" } ?? "this code"
  }

  private static func entry(
    _ outcome: Outcome,
    _ replacement: ErrorReplacement,
    _ handler: HandlerFact,
    in context: UnitContext,
    _ message: String,
    _ evidence: [(note: String, node: NodeIndex)],
    question: String? = nil,
    reason: String? = nil,
    confidence: Confidence? = nil,
    fix: Entry.Fix? = nil
  ) -> PendingEntry {
    var evidence = evidence
    if outcome != .checked {
      evidence += (handler.attempt.effects.map(\.node) + handler.attempt.guesses).sorted().prefix(2)
        .map { ("its failure is what is replaced", $0) }
    }
    return PendingEntry(
      outcome,
      replacement.node,
      at: context.headline(statement: replacement.node),
      key: "lost \(newError(replacement.made, in: context)) \(handler.error)",
      message: message,
      question: question,
      reason: reason,
      confidence: confidence,
      stake: outcome == .checked ? .upkeep : .correctness,
      evidence: evidence,
      fix: fix
    )
  }

  private static func fix(
    _ replacement: ErrorReplacement,
    _ handler: HandlerFact,
    in context: UnitContext
  ) -> Entry.Fix? {
    guard let word = context.file.context.facts.words.cause, !handler.error.isEmpty,
      context.tree.child(replacement.node, .value) != nil
    else { return nil }
    let end = context.tree[replacement.node].bytes.upperBound
    return Entry.Fix(
      title: "Raise it\(word)\(handler.error)",
      edits: [Entry.Fix.Edit(end..<end, "\(word)\(handler.error)")]
    )
  }
}

extension UnitContext {
  /// What to underline of a statement: all of it where it is short, else up to where its value's arguments start.
  func headline(statement: NodeIndex) -> Range<Int>? {
    let bytes = tree[statement].bytes
    guard bytes.count > 120 else { return nil }
    guard let value = tree.child(statement, .value), tree.kind(value) == .call,
      let argument = tree.child(value, .argument), tree[argument].bytes.lowerBound > bytes.lowerBound
    else { return nil }
    let end = min(tree[argument].bytes.lowerBound, tree[value].bytes.lowerBound + tree.name(value).utf8.count)
    return bytes.lowerBound..<max(end, bytes.lowerBound + 1)
  }
}
