import Behaviour
import Knowledge

/// Each way in which a call may fail has a way out.
enum UnhandledFailure: Rule {
  static let card = RuleCard(
    id: .unhandledFailure,
    family: .errors,
    summary: "Each way in which a call may fail has somebody who receives it.",
    rationale: """
      A failure that nobody can receive ends the process, or nothing at all. Code that looks for a 404 and takes every \
      other answer for the data works until the first 500 arrives as a page of HTML. A promise that a listener or a \
      timer is given is rejected to nobody; `async void` raises where no caller stands; `unwrap()` and `try!` make a \
      lost connection the end of the program. An exception that leaves a plain function is handled by whoever called \
      it, and is no gap.
      """,
    sources: ["CWE-248", "CWE-754", "CWE-703"],
    examples: examples + compiledExamples
  )

  static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    guard !context.isExempt else { return }
    var pending: [PendingEntry] = []
    for call in context.calls where call.known != nil {
      if let entry = forced(call, in: context) { pending.append(entry) }
      if let entry = StatusHalf.entry(for: call, in: context) { pending.append(entry) }
    }
    if let entry = rejectedToNobody(in: context) { pending.append(entry) }
    if let entry = raisedToNobody(in: context) { pending.append(entry) }
    if !pending.isEmpty { ledger.add(.unhandledFailure, pending) }
  }

  private static func question(_ name: String, _ effect: Effect = .none) -> String {
    let how =
      switch effect {
      case .fileRead, .fileWrite: "because a file is not there, or the disk is full"
      case .process: "because the program cannot be run"
      default: "with a timeout, a 503 or an exhausted pool"
      }
    return "If `\(name)` fails \(how), where does that go?"
  }

  // MARK: - The end of the program

  /// `client.get(url).send().await.unwrap()`, `try! String(contentsOf: url)`
  private static func forced(_ call: CallFact, in context: UnitContext) -> PendingEntry? {
    guard context.tree[call.node].has(.forced), call.effect.leavesProcess, case .effect = context.role(of: call),
      !call.failureIsNone, !context.isScript(), !startsProgram(context)
    else { return nil }
    let name = context.display(call.node)
    return PendingEntry(
      .flagged,
      call.node,
      at: context.headline(call.node),
      key: "forced \(name)",
      message: "A failure of `\(name)` ends the program: its value is taken by force.",
      question: question(name, call.effect),
      confidence: .medium,
      stake: .availability
    )
  }

  private static func startsProgram(_ context: UnitContext) -> Bool {
    if context.unit.kind == .module || context.unit.kind == .initializer { return true }
    let words = NameReading.words(context.unit.name)
    if ["main", "setup", "init", "bootstrap", "start", "startup", "new", "build"].contains(words.first ?? "") {
      return true
    }
    if case .known(let what) = context.boundary(around: context.tree.root) { return what.contains("program starts") }
    return false
  }

  // MARK: - Nobody waits

  /// A promise that a listener, a timer or a router is given.
  private static func rejectedToNobody(in context: UnitContext) -> PendingEntry? {
    guard !context.file.context.facts.has(.waitsByItself), context.file.context.facts.has(.takesCallbacks) else {
      return nil
    }
    let tree = context.tree
    if context.unit.kind == .closure, context.unit.traits.contains(.async) {
      let callee = context.unit.name.prefix { $0 != "(" }
      if let entry = uncaught(in: tree.root, givenTo: String(callee), context) { return entry }
    }
    for node in tree.nodes.indices.lazy.map({ NodeIndex($0) })
    where tree.kind(node) == .closure && tree[node].has(.async) {
      let argument = tree.parent(node)
      guard tree.kind(argument) == .argument, tree.kind(tree.parent(argument)) == .call else { continue }
      if let entry = uncaught(in: node, givenTo: tree.name(tree.parent(argument)), context) { return entry }
    }
    return nil
  }

  private static func uncaught(in function: NodeIndex, givenTo callee: String, _ context: UnitContext) -> PendingEntry?
  {
    let last = String(NameReading.last(callee))
    let isListener = ["on", "once", "addEventListener", "addListener", "setTimeout", "setInterval", "setImmediate"]
      .contains(last)
    let isRoute =
      ["get", "post", "put", "patch", "delete", "use", "all"].contains(last)
      && context.file.context.imports.contains("express")
      && !context.file.context.imports.contains { $0.contains("async-errors") || $0.contains("promise-router") }
    guard isListener || isRoute else { return nil }
    let tree = context.tree
    let waited = context.calls(in: function).first { call in
      guard tree[call.node].has(.awaited), call.effect.leavesProcess, call.known?.failure.contains(.raises) == true,
        context.frame(of: call.node) == function
      else { return false }
      return !tree.ancestors(call.node).prefix { $0 != function }.contains {
        tree.kind($0) == .attempt && !tree.children($0, .handler).isEmpty
      }
    }
    guard let waited else { return nil }
    let name = context.display(waited.node)
    let place = context.shown(callee)
    return PendingEntry(
      isListener ? .flagged : .unverified,
      waited.node,
      at: context.headline(waited.node),
      key: "rejected \(name)",
      message: isListener
        ? "A failure of `\(name)` rejects a promise that `\(place)` gives to nobody."
        : "A failure of `\(name)` rejects the promise that `\(place)` is given.",
      question: question(name),
      reason: isListener ? nil : "whether the router takes rejections hangs on its version: Express does from 5 on",
      confidence: isListener ? .medium : nil,
      stake: .availability
    )
  }

  /// `async void`: what it raises has no caller.
  private static func raisedToNobody(in context: UnitContext) -> PendingEntry? {
    let unit = context.unit
    guard unit.traits.contains(.async), unit.returnType == "void",
      !context.tree.containsFailures(in: context.tree.root), context.tree.waits(in: context.tree.root)
    else { return nil }
    // What raises events has no other form for its handlers.
    if unit.parameters.contains(where: { $0.type?.hasSuffix("EventArgs") == true || $0.name == "sender" }) {
      return nil
    }
    guard let waited = context.calls.first(where: { mayRaise($0, in: context) }) else { return nil }
    let name = context.display(waited.node)
    return PendingEntry(
      .flagged,
      waited.node,
      at: context.headline(waited.node),
      key: "void \(unit.name)",
      message:
        "A failure of `\(name)` leaves `\(unit.name)`, which is asynchronous and gives its callers nothing to wait for.",
      question: question(name),
      confidence: .high,
      stake: .availability
    )
  }
}

extension UnhandledFailure {
  /// Whether a failure of what is waited for leaves the function: a pause has none, and some handlers take every one.
  fileprivate static func mayRaise(_ call: CallFact, in context: UnitContext) -> Bool {
    let tree = context.tree
    guard tree[call.node].has(.awaited) else { return false }
    if call.known?.part == .sleep, tree.children(call.node, .argument).count == 1 { return false }
    return !isTaken(call.node, in: context)
  }

  private static func isTaken(_ node: NodeIndex, in context: UnitContext) -> Bool {
    let tree = context.tree
    var child = node
    for above in tree.ancestors(node) {
      defer { child = above }
      guard tree.kind(above) == .attempt, tree[child].role == .body else { continue }
      let takesAll = context.handlers.contains { handler in
        handler.attempt.node == above && handler.caught == .root && handler.verdict != .propagates
          && tree.child(handler.node, .condition) == nil
      }
      if takesAll { return true }
    }
    return false
  }
}

extension CallFact {
  fileprivate var failureIsNone: Bool { known?.failure.isEmpty ?? true }
}
