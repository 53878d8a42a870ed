import Behaviour
import Knowledge

/// Data from outside is checked before an effect depends on it.
package enum UnvalidatedInput: Rule {
  package static let card = RuleCard(
    id: .unvalidatedInput,
    family: .edgeCases,
    summary: "Data from outside is checked for type, range, size and meaning before an effect depends on it.",
    rationale: """
      What a request holds is what its sender chose to send: a negative amount, a page size of a billion, a file name \
      with two dots in it, a field `isAdmin` beside the name and the address. Code that hands it on to a payment, a \
      query, the file system or an entity as it came lets the sender decide what happens.

      The obligation is met by a schema, by a comparison in front of the use, by a list of what is allowed. A value of \
      which only the type is settled may still be out of range: that cannot be told.
      """,
    sources: ["CWE-20", "CWE-915", "CWE-1284", "CWE-770", "CWE-22", "CWE-918"],
    examples: moreExamples + languageExamples
  )

  package static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    guard !context.isExempt, !context.file.context.traits.contains(.oneOff), context.readsRequests() else { return }
    var pending: [PendingEntry] = []
    for call in context.calls {
      for sink in InputSink.all(of: call, in: context) {
        guard let trace = context.input(of: sink.value), let entry = entry(sink, trace, call, in: context) else {
          continue
        }
        pending.append(entry)
        break
      }
    }
    if !pending.isEmpty { ledger.add(.unvalidatedInput, pending) }
  }

  private static func entry(
    _ sink: InputSink,
    _ trace: InputTrace,
    _ call: CallFact,
    in context: UnitContext
  ) -> PendingEntry? {
    let tree = context.tree
    if sink.kind == .fields, !trace.isWhole, trace.validator == nil { return nil }
    let name = context.display(call.node)
    let value = context.wording(of: trace.origin, limit: 40)
    let evidence = tree.contains(call.node, trace.origin) ? [] : [(note: "comes from the sender", node: trace.origin)]
    let range = context.headline(call.node)
    if let validator = trace.validator {
      return PendingEntry(
        .checked,
        call.node,
        at: range,
        key: name,
        message: "What `\(name)` is given of the request went through `\(context.display(validator))`.",
        stake: sink.stake,
        evidence: tree.contains(call.node, validator) ? [] : [("checks it", validator)]
      )
    }
    switch check(of: trace, at: call.node, in: context) {
    case .ruledOut(let by):
      return PendingEntry(
        .checked,
        call.node,
        at: range,
        key: name,
        message: "What `\(name)` is given of the request is compared first.",
        stake: sink.stake,
        evidence: [("compares it", by)]
      )
    case .looked: return nil
    case .none: break
    }
    let question = "Which values of `\(value)` are valid here, and what rejects the others before `\(name)`?"
    // A number is no path and no statement.
    if trace.conversion != nil, sink.kind != .amount, sink.kind != .size { return nil }
    if trace.conversion != nil {
      return PendingEntry(
        .unverified,
        call.node,
        at: range,
        key: name,
        message: "`\(name)` \(sink.clause) `\(value)`, as the sender chose it.",
        question: question,
        reason: "the type is checked, the range is not",
        stake: sink.stake,
        evidence: evidence
      )
    }
    return PendingEntry(
      .flagged,
      call.node,
      at: range,
      key: name,
      message: "`\(name)` \(sink.clause) `\(value)`, as the sender chose it.",
      question: question,
      confidence: sink.confidence,
      stake: sink.stake,
      evidence: evidence
    )
  }

  /// Whether a condition decides about the value before the use.
  private static func check(of trace: InputTrace, at use: NodeIndex, in context: UnitContext) -> EmptinessCheck {
    let tree = context.tree
    // What is read of the request by its name is the same value wherever it is read.
    let wording = context.wording(of: trace.origin, limit: 60)
    func isIt(_ node: NodeIndex) -> Bool {
      guard tree.kind(node) == .read || tree.kind(node) == .call, tree[node].name != 0 else { return false }
      let name = tree.name(node)
      if trace.names.dropFirst().contains(where: { NameReading.isRooted(name, in: $0) }) { return true }
      return context.wording(of: node, limit: 60) == wording || NameReading.isRooted(name, in: wording)
    }
    func mentions(_ node: NodeIndex) -> Bool { tree.subtree(node).contains { isIt($0) } }
    for requirement in context.requirements where requirement.region.contains(use) {
      for atom in requirement.clause {
        switch atom.relation {
        case .less, .lessOrEqual, .equal, .contained:
          if requirement.clause.count == 1, mentions(atom.left) || (atom.right.map(mentions) ?? false) {
            return .ruledOut(by: requirement.node)
          }
        default: continue
        }
      }
    }
    for index in tree.nodes.indices where tree.nodes[index].kind == .read || tree.nodes[index].kind == .call {
      let node = NodeIndex(index)
      guard isIt(node), !tree.contains(use, node) else { continue }
      let destination = tree.destination(of: node)
      switch destination.kind {
      case .tested, .asserted: return .looked(at: node)
      case .argument where destination.node < use:
        let taker = destination.node
        if tree[taker].has(.discarded) || tree.destination(of: taker).kind == .tested { return .looked(at: taker) }
      default: continue
      }
    }
    return .none
  }
}

/// A place where a value decides what a call does outside.
struct InputSink {
  enum Kind { case fields, amount, size, path, address, statement, command }

  let kind: Kind
  let value: NodeIndex

  /// What the call does with it; the value stands behind.
  var clause: String {
    switch kind {
    case .fields: "writes whatever fields stand in"
    case .amount: "moves the amount in"
    case .size: "takes its size from"
    case .path: "opens the path in"
    case .address: "asks the address in"
    case .statement: "runs a statement built with"
    case .command: "runs a command built with"
    }
  }

  var stake: Stake {
    switch kind {
    case .amount: .money
    case .size: .availability
    default: .security
    }
  }

  var confidence: Confidence {
    switch kind {
    case .fields, .statement, .command, .amount: .high
    case .size, .path, .address: .medium
    }
  }

  static func all(of call: CallFact, in context: UnitContext) -> [InputSink] {
    let tree = context.tree
    let arguments = tree.children(call.node, .argument)
    guard !arguments.isEmpty else { return [] }
    let values = arguments.compactMap { tree.child($0, .value) }
    let last = NameReading.last(tree.name(call.node))
    var sinks: [InputSink] = []
    func add(_ kind: Kind, _ nodes: some Sequence<NodeIndex>) {
      for node in nodes { sinks.append(InputSink(kind: kind, value: node)) }
    }
    switch call.effect {
    case .databaseBySQL, .databaseRead, .databaseWrite:
      if call.known?.effect == .databaseBySQL {
        // Built by putting it in, not given beside the statement.
        if let first = values.first.map({ context.flow.origin(of: $0) ?? $0 }),
          tree.kind(first) == .operation, tree.name(first) == Operator.interpolation || tree.name(first) == "+"
        {
          add(.statement, [first])
        }
      } else if call.effect == .databaseWrite {
        add(.fields, values)
      }
    case .payment:
      for argument in arguments {
        guard let value = tree.child(argument, .value) else { continue }
        if InputSinkWords.isAmount(tree.name(argument)) { add(.amount, [value]) }
        if tree.kind(value) == .collection {
          for entry in tree.children(value) where InputSinkWords.isAmount(tree.name(entry)) {
            if let value = tree.child(entry, .value) { add(.amount, [value]) }
          }
        }
      }
    case .fileRead, .fileWrite:
      add(.path, values.prefix(1))
    case .networkRead, .networkWrite, .networkByVerb:
      if let first = values.first, tree.kind(first) != .collection, tree.kind(first) != .operation {
        add(.address, [first])
      }
    case .process: add(.command, values.prefix(1))
    default: break
    }
    if sinks.isEmpty, call.known == nil {
      switch last {
      case "limit", "take", "Take", "Limit":
        if values.count == 1 { add(.size, values) }
      case "fill", "forceFill", "assign_attributes", "update_attributes":
        add(.fields, values)
      default: break
      }
    }
    if tree.path(call.node) == "Object.assign", values.count > 1 { add(.fields, values.dropFirst()) }
    if tree.path(call.node) == "range" || call.known?.part == .sleep { add(.size, values) }
    // `User(**request.json)`
    if tree[call.node].has(.constructs) || NameReading.isCapitalized(last) {
      add(.fields, arguments.filter { tree[$0].has(.spread) }.compactMap { tree.child($0, .value) })
    }
    return sinks
  }
}

private enum InputSinkWords {
  static func isAmount(_ label: String) -> Bool {
    NameReading.words(label).contains { ["amount", "quantity", "price", "total", "count"].contains($0) }
  }
}
