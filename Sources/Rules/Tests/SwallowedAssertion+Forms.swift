import Behaviour
import Knowledge

/// What the form of an assertion, or its place among the statements, already says.
extension SwallowedAssertionFinder {
  /// `expect(x)` without a matcher, `assert (x, "text")`.
  mutating func findIncomplete() {
    for fact in context.assertions where fact.worth == .incomplete {
      let value = tree.child(fact.node, .actual).map { context.wording(of: $0) }
      flag(
        fact.node,
        key: "incomplete",
        "This names \(value.map { "`\($0)`" } ?? "what it asserts on") and demands nothing of it: it cannot fail.",
        ask: "What must hold of \(value.map { "`\($0)`" } ?? "it") for `\(test)` to pass?",
        confidence: .high
      )
    }
    for call in context.calls where call.known?.part == .expectsFailure {
      guard tree.child(call.node, .argument) == nil || !hasReason(call.node) else { continue }
      flag(
        call.node,
        at: context.headline(call.node),
        key: "expects failure",
        "From here on `\(test)` passes although its assertions fail, and nothing says why.",
        ask: "Which known failure does `\(context.display(call.node))` stand for, and who will take it away again?",
        confidence: .high
      )
    }
  }

  /// Whether a call is given a text.
  private func hasReason(_ call: NodeIndex) -> Bool {
    tree.children(call, .argument).contains { argument in
      guard let value = tree.child(argument, .value) else { return false }
      return tree.kind(value) != .closure
    }
  }

  /// Assertions that gather their failures until somebody asks for them.
  mutating func findGathered() {
    for call in context.calls where call.known?.part == .gathersFailures {
      let ends = Set(call.known?.checks ?? [])
      let uses = context.uses(of: call.node)
      let isDropped = tree.destination(of: call.node).kind == .dropped
      guard isDropped || tree.destination(of: call.node).kind == .assigned else { continue }
      let name = context.display(call.node)
      let end = uses.first { use in
        if case .member(let member) = use.kind { return ends.contains(member) }
        return false
      }
      let ask = ends.sorted().first ?? "the end"
      if let end {
        clear(call.node, key: "gathered", "`\(context.display(end.node))` fails the test for all that was gathered.")
      } else if let other = uses.first(where: { use in
        switch use.kind {
        case .passed, .returned, .stored, .held, .closureResult: true
        default: false
        }
      }) {
        if case .held = other.kind { continue }
        doubt(
          call.node,
          key: "gathered",
          "`\(name)` gathers failures, and nothing here asks for them.",
          because: "it is handed on, and what is done with it is not in this test",
          ask: "Where is `\(ask)` called on what `\(test)` gathers?"
        )
      } else {
        flag(
          call.node,
          key: "gathered",
          "The failures that `\(name)` gathers are never asked for: none of them fails the test.",
          ask: "Where is `\(ask)` called on what `\(test)` gathers?",
          confidence: .high
        )
      }
    }
  }

  /// A difference that is written to a log where the test should fail: `if got != want { t.Logf(…) }`.
  mutating func findLogged() {
    for index in tree.nodes.indices where tree.nodes[index].kind == .branch {
      let node = NodeIndex(index)
      guard !tree.nodes[index].has(.expression), tree.child(node, .otherwise) == nil,
        let condition = tree.child(node, .condition), tree.name(condition) == Operator.notEqual,
        tree.kind(condition) == .condition, context.frame(of: node) == tree.root,
        let arm = tree.child(node, .arm), let log = onlyLog(in: arm), saysDifference(log)
      else { continue }
      flag(
        log,
        key: "logged",
        "The test sees that `\(context.wording(of: condition))` and writes a line: it passes.",
        ask: "If `\(context.wording(of: condition))`, what makes `\(test)` red?",
        confidence: .high,
        evidence: [("the difference is seen here", condition)]
      )
    }
  }

  private func onlyLog(in block: NodeIndex) -> NodeIndex? {
    var log: NodeIndex?
    for statement in tree.children(block) {
      guard tree.kind(statement) == .call, let call = context.call(statement),
        case .log = context.role(of: call)
      else { return nil }
      log = statement
    }
    return log
  }

  private func saysDifference(_ log: NodeIndex) -> Bool {
    tree.subtree(log).contains { at in
      guard tree.kind(at) == .literal, tree[at].literalKind == .string else { return false }
      return NameReading.words(tree.name(at)).contains { SwallowedAssertionWords.difference.contains($0) }
    }
  }

  /// A statement before it leaves on every way.
  mutating func findUnreachable() {
    if context.file.context.facts.has(.hidesConditions) { return }
    for demand in context.demands where !told.contains(demand.node) {
      var statement = demand.node
      for above in tree.ancestors(demand.node) {
        defer { statement = above }
        if tree.kind(above) == .closure || tree.kind(above) == .assertion { break }
        guard tree.kind(above) == .block, let leaver = leaver(in: above, before: statement) else { continue }
        guard told.insert(demand.node).inserted else { break }
        flag(
          demand.node,
          key: "unreachable",
          "This is never reached: the line before it leaves.",
          ask: question(demand),
          confidence: .high,
          evidence: [("leaves here", leaver)]
        )
        break
      }
    }
  }

  /// A plain `return` or jump among the statements before another one.
  private func leaver(in block: NodeIndex, before statement: NodeIndex) -> NodeIndex? {
    for child in tree.children(block) {
      if child >= statement { return nil }
      switch tree.kind(child) {
      case .return, .jump: return child
      // What is raised in a test may be what a stand-in raises; only a whole test that does so is told.
      case .raise where tree.isDemand(raise: child): return child
      default: continue
      }
    }
    return nil
  }

  /// Behind the call that raises, in the block which must raise: never reached, or the demand for the error fails.
  mutating func findBehindFailures() {
    for fact in context.assertions {
      let node = fact.node
      guard tree.name(node) == AssertionKind.raises, !tree[node].has(.negated), let body = tree.child(node, .body),
        !TestNames.isAboutAssertions(context.unit)
      else { continue }
      if let expected = tree.child(node, .expected), !takesErrorOfCode(expected) { continue }
      let statements = Array(tree.children(body))
      guard statements.count > 1, let last = statements.last, tree.kind(last) == .assertion,
        statements.dropLast().contains(where: { holdsCall($0) })
      else { continue }
      let caught = tree.children(node, .target).map { tree.name($0) }
      let readsError = context.reads(anyOf: caught, in: last)
      let mayRaise = tree.subtree(last).contains { at in
        tree.kind(at) == .call || tree.kind(at) == .read && tree.name(at).utf8.contains(UInt8(ascii: "."))
          || tree.kind(at) == .operation || tree[at].placeKind == .element && tree.kind(at) == .read
      }
      guard readsError || !mayRaise, let demand = context.demands.first(where: { $0.node == last }),
        told.insert(last).inserted
      else { continue }
      flag(
        last,
        key: "behind a failure",
        "This stands in the block that must raise, behind what raises: it is never reached.",
        ask: question(demand),
        confidence: .high,
        evidence: [("the block that must raise", node)]
      )
    }
  }

  /// An error of the code under test, not that of an assertion.
  private func takesErrorOfCode(_ expected: NodeIndex) -> Bool {
    !NameReading.words(NameReading.last(tree.name(expected))).contains { $0.hasPrefix("assert") || $0 == "expectation" }
  }

  private func holdsCall(_ node: NodeIndex) -> Bool { tree.subtree(node).contains { tree.kind($0) == .call } }
}

enum SwallowedAssertionWords {
  /// Words of a line that says that something is not what it should be.
  static let difference: Set<String> = [
    "expected", "expect", "got", "want", "wanted", "wrong", "mismatch", "incorrect", "fail", "failed", "failure",
    "unexpected", "differs", "different", "instead",
  ]
  /// What a handler's variable is called where the error is what the test is for.
  static let expected: Set<String> = ["expected", "ignored", "ok", "good"]
}
