import Behaviour
import Knowledge

/// What a unit assumes about a call is what the call promises.
package enum CalleeContract: Rule {
  package static let card = RuleCard(
    id: .calleeContract,
    family: .judgement,
    summary: "What the code assumes of a call is what the call promises.",
    rationale: """
      Does it raise, or give nothing? May it run twice? Is it done when it returns? Code answers these by the way it \
      calls, and where the callee is neither in the file nor known, the answer is a guess, perhaps at a function that \
      does not exist.

      This is always a question, asked of the few calls on which much depends: one that by its name moves money and \
      whose failure nothing here would notice, and one that is chosen while the program runs by a name that comes \
      from outside.
      """,
    sources: ["CWE-573", "CWE-628", "CWE-470"],
    examples: CalleeContract.shown
  )

  package static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    guard !context.isExempt, !context.calls.isEmpty else { return }
    for call in context.calls where call.known == nil || call.known?.part == .reflects {
      if call.known?.part == .reflects {
        guard isUsed(call, in: context), let name = chosenName(of: call, in: context) else { continue }
        return add(reflection: call, name, context, &ledger)
      }
      if movesMoney(call, in: context) { return add(payment: call, context, &ledger) }
    }
  }

  private static func add(
    reflection call: CallFact,
    _ name: NodeIndex,
    _ context: UnitContext,
    _ ledger: inout LedgerBuilder
  ) {
    let callee = context.display(call.node)
    let value = context.wording(of: name, limit: 40)
    ledger.add(
      .calleeContract,
      .unverified,
      call.node,
      at: context.headline(call.node),
      message: "`\(callee)` reaches whatever `\(value)` names while the program runs.",
      question: "Which names may `\(value)` hold, and what does each of them do on failure and when called twice?",
      reason: "what is called is not in the code",
      stake: .security,
      evidence: tree(context).contains(call.node, name) ? [] : [("the name comes from here", name)]
    )
  }

  private static func tree(_ context: UnitContext) -> BehaviourTree { context.tree }

  private static func add(payment call: CallFact, _ context: UnitContext, _ ledger: inout LedgerBuilder) {
    let callee = context.display(call.node)
    ledger.add(
      .calleeContract,
      .unverified,
      call.node,
      at: context.headline(call.node),
      message: "What `\(callee)` promises is not to be seen, and nothing here looks at what it gives.",
      question: "What does `\(callee)` do on failure, and when it is called twice?",
      reason: "`\(callee)` is neither in this file nor known",
      stake: .money
    )
  }

  /// The name by which a call chooses what it reaches, where a caller or a request gives that.
  private static func chosenName(of call: CallFact, in context: UnitContext) -> NodeIndex? {
    let tree = context.tree
    for argument in tree.children(call.node, .argument) {
      guard let value = tree.child(argument, .value) else { continue }
      switch tree.kind(value) {
      case .read:
        // An element of what a request brought, or a parameter that nothing compared with what is allowed.
        let root = String(NameReading.root(tree.name(value)))
        let isGiven =
          tree[value].placeKind == .parameter && context.flow.isWholeName(value)
          || EntryPoint.requests.contains(root)
        guard isGiven, !isCompared(root, before: call.node, in: context) else { continue }
        let isEntry = tree[value].placeKind == .element && EntryPoint.requests.contains(root)
        if isEntry || NameReading.words(NameReading.last(tree.name(value))).contains(where: { selectors.contains($0) })
        {
          return value
        }
      case .operation where tree.name(value) == Operator.interpolation || tree.name(value) == "+":
        for index in tree.subtree(value) where tree.kind(index) == .read && tree[index].placeKind == .parameter {
          if !isCompared(String(NameReading.root(tree.name(index))), before: call.node, in: context) { return index }
        }
      default: continue
      }
    }
    return nil
  }

  /// Whether what was found by name is called here, or the name comes from a request.
  private static func isUsed(_ call: CallFact, in context: UnitContext) -> Bool {
    let tree = context.tree
    // What stands for every member of an object does nothing else.
    guard !context.unit.name.hasPrefix("__"), !context.isScript() else { return false }
    if tree[call.node].has(.discarded) || context.entryPoint() != nil { return true }
    let destination = tree.destination(of: call.node)
    switch destination.kind {
    case .receiver: return tree.kind(destination.node) == .call
    case .assigned:
      return tree.children(destination.node, .target).contains { target in
        guard let definition = context.flow.definition(at: target) else { return false }
        return context.flow.uses(of: definition).contains { tree.kind($0) == .call }
      }
    default: return false
    }
  }

  private static let selectors: Set<String> = [
    "name", "method", "action", "class", "type", "kind", "command", "handler", "function", "path", "module", "event",
    "op", "operation", "verb", "strategy", "key", "target", "clazz", "plugin",
  ]

  /// Whether a condition before a call, or one that holds around it, looks at a name.
  private static func isCompared(_ name: String, before call: NodeIndex, in context: UnitContext) -> Bool {
    let tree = context.tree
    return tree.nodes.indices.prefix(Int(call)).contains { index in
      let node = NodeIndex(index)
      return (tree.kind(node) == .condition || tree[node].role == .condition) && context.reads(name, in: node)
    }
  }

  /// Money moves by a call of which nobody here knows anything, and its result is thrown away.
  private static func movesMoney(_ call: CallFact, in context: UnitContext) -> Bool {
    let tree = context.tree
    guard tree[call.node].has(.discarded), !tree[call.node].has(.propagated), context.likelyEffect(of: call) == .payment
    else { return false }
    if context.file.declaration(calledAs: tree.name(call.node), in: context.unit) != nil { return false }
    // Where a failure is received, other rules ask what becomes of it.
    return !tree.ancestors(call.node).contains { tree.kind($0) == .attempt || tree.kind($0) == .closure }
  }
}
