import Behaviour
import Knowledge

extension UnhandledFailure {
  /// An answer of which one failure is looked for, and every other is taken for the data.
  enum StatusHalf {
    static func entry(for call: CallFact, in context: UnitContext) -> PendingEntry? {
      guard let known = call.known, known.failure.contains(.status), !known.checks.isEmpty,
        call.effect == .networkRead || call.effect == .networkWrite || call.effect == .networkByVerb
      else { return nil }
      let uses = context.uses(of: call.node)
      var one: (node: NodeIndex, text: String)?
      var others: NodeIndex?
      var taken: NodeIndex?
      var handed: NodeIndex?
      for use in uses {
        switch use.kind {
        case .member(let name), .destructured(let name):
          if isStatus(name) {
            if let found = oneFailure(at: use.node, context) {
              one = one ?? found
            } else {
              others = others ?? use.node
            }
          } else if known.checks.contains(name) {
            others = others ?? use.node
          } else if isBody(name) {
            taken = use.node
          }
        case .passed, .returned, .closureResult, .stored: handed = handed ?? use.node
        case .tested: others = others ?? use.node
        default: continue
        }
      }
      guard let one, one.node != taken else { return nil }
      let name = context.display(call.node)
      let question =
        "If `\(name)` fails with a timeout, a 503 or an exhausted pool instead of \(one.text), where does that go?"
      func entry(
        _ outcome: Outcome,
        _ message: String,
        reason: String? = nil,
        _ note: String,
        _ node: NodeIndex
      )
        -> PendingEntry
      {
        PendingEntry(
          outcome,
          one.node,
          key: "half \(name)",
          message: message,
          question: outcome == .checked ? nil : question,
          reason: reason,
          confidence: outcome == .flagged ? .medium : nil,
          stake: .correctness,
          evidence: [("may fail in other ways", call.node), (note, node)]
        )
      }
      if let others {
        return entry(
          .checked,
          "Besides \(one.text), every other failure of `\(name)` is looked at.",
          "looks at it",
          others
        )
      }
      if let taken {
        return entry(
          .flagged,
          "Of the failures of `\(name)` only \(one.text) is looked for: the body of any other is taken for the answer.",
          "takes the body",
          taken
        )
      }
      guard let handed else { return nil }
      return entry(
        .unverified,
        "Of the failures of `\(name)` only \(one.text) is looked for here.",
        reason: "what is given the answer may look at the others",
        "is given it",
        handed
      )
    }

    private static func isStatus(_ name: String) -> Bool {
      ["status", "status_code", "statusCode", "StatusCode", "code", "getStatusCode", "getStatus", "getCode"].contains(
        name
      )
    }

    private static func isBody(_ name: String) -> Bool {
      [
        "json", "text", "body", "Body", "content", "Content", "read", "data", "blob", "bytes", "getBody", "readText",
        "bodyAsText", "object", "collect", "parsed_response", "getContent", "toArray", "arrayBuffer",
      ].contains(name)
    }

    /// The one failure for which a status is compared: `== 404`, `is not found`.
    private static func oneFailure(at status: NodeIndex, _ context: UnitContext) -> (node: NodeIndex, text: String)? {
      let tree = context.tree
      var child = status
      for above in tree.ancestors(status) {
        guard tree.kind(above) == .condition else {
          if tree.kind(above) == .operation || tree.kind(above) == .await {
            child = above
            continue
          }
          return nil
        }
        guard tree.name(above) == Operator.equal,
          let other = tree.children(above, .operand).first(where: { $0 != child })
        else { return nil }
        switch tree.kind(other) {
        case .literal:
          guard let code = Int(tree.name(other)), (400..<600).contains(code) else { return nil }
          return (above, String(code))
        case .read, .call:
          let words = NameReading.words(NameReading.last(tree.name(other)))
          guard words.contains(where: { failing.contains($0) }) else { return nil }
          return (above, "`\(context.shown(tree.name(other)))`")
        default: return nil
        }
      }
      return nil
    }

    private static let failing: Set<String> = [
      "found", "conflict", "gone", "unauthorized", "forbidden", "request", "requests", "error", "unavailable",
      "timeout",
      "exists", "gateway", "entity", "teapot", "locked",
    ]
  }
}
