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
    examples: moreExamples + languageExamples + parameterExamples
  )

  package static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    guard !context.isExempt, !context.file.context.traits.contains(.oneOff), context.mayReadRequests() else { return }
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
    guard sink.takes(trace) else { return nil }
    let tree = context.tree
    let name = context.display(call.node)
    let value = context.wording(of: trace.origin, limit: 40)
    func entry(_ outcome: Outcome, _ message: String, _ evidence: [(note: String, node: NodeIndex)]) -> PendingEntry {
      PendingEntry(
        outcome,
        call.node,
        at: context.headline(call.node),
        key: name,
        message: message,
        stake: sink.stake,
        evidence: evidence.filter { !tree.contains(call.node, $0.node) }
      )
    }
    if let validator = trace.validator {
      let message = "What `\(name)` is given of the request went through `\(context.display(validator))`."
      return entry(.checked, message, [("checks it", validator)])
    }
    let check = InputCheck.read(trace, sink.kind, at: call.node, in: context)
    switch check {
    case .ruledOut(let by):
      return entry(.checked, "What `\(name)` is given of the request is compared first.", [("compares it", by)])
    case .looked: return nil
    case .none: break
    }
    var result = entry(
      .flagged,
      "`\(name)` \(sink.clause) `\(value)`, as the sender chose it.",
      [("comes from the sender", trace.origin)]
    )
    result.question = "Which values of `\(value)` are valid here, and what rejects the others before `\(name)`?"
    if let reason = doubt(sink, trace, call, in: context) {
      result.outcome = .unverified
      result.reason = reason
    } else {
      result.confidence = trace.isParameter ? .medium : sink.confidence
    }
    return result
  }

  /// Why it cannot be told whether anything rejects a value.
  private static func doubt(
    _ sink: InputSink,
    _ trace: InputTrace,
    _ call: CallFact,
    in context: UnitContext
  ) -> String? {
    if let likely = trace.likelyValidator {
      return "whether `\(context.display(likely))` rejects what does not fit is not in the code that was read"
    }
    if trace.conversion != nil { return "the type is checked, the range is not" }
    if sink.isOfUnknownType {
      return "whether `\(context.display(call.node))` rejects what does not fit is not in the code that was read"
    }
    if trace.isParameter, sink.kind != .statement {
      return "what rejects the others may stand with the parameter, or before `\(context.unit.name)`"
    }
    if InputCheck.mayComeBefore(in: context) {
      return "validation may happen before `\(context.unit.name.isEmpty ? "this code" : context.unit.name)`"
    }
    return nil
  }
}
