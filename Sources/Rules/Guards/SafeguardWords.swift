import Behaviour

/// What safeguards are called when people are told of them.
enum SafeguardWords {
  /// "the lock `self.lock`"
  static func what(_ safeguard: Safeguard, in context: UnitContext) -> String {
    let tree = context.tree
    let shown =
      switch tree.kind(safeguard.node) {
      case .loop: ""
      case .literal where safeguard.kind == .rows || safeguard.kind == .claim || safeguard.kind == .version:
        safeguard.name
      case .call where safeguard.subject == nil && safeguard.kind.keepsApart && safeguard.kind != .step:
        safeguard.name.isEmpty ? context.calleeWording(safeguard.node) : context.unit.written(safeguard.name)
      default: shown(safeguard.node, in: context)
      }
    return shown.isEmpty ? "the \(noun(safeguard.kind))" : "the \(noun(safeguard.kind)) `\(shown)`"
  }

  /// A construct as it is written; of a chain, its own link alone.
  static func shown(_ node: NodeIndex, in context: UnitContext, limit: Int = 40) -> String {
    guard context.tree.kind(node) == .call, context.tree.child(node, .receiver) != nil else {
      return context.wording(of: node, limit: limit)
    }
    let arguments = context.tree.children(node, .argument).map { context.wording(of: $0, limit: limit) }
    let text = "\(NameReading.last(context.tree.name(node)))(\(arguments.joined(separator: ", ")))"
    return text.count <= limit ? text : text.prefix(limit - 1) + "…"
  }

  static func label(_ safeguard: Safeguard) -> String {
    let isNamed = !safeguard.name.isEmpty && !safeguard.name.hasPrefix("#")
    return isNamed ? "`\(safeguard.name)`" : "The \(noun(safeguard.kind))"
  }

  private static func noun(_ kind: Safeguard.Kind) -> String {
    switch kind {
    case .lock: "lock"
    case .transaction: "transaction"
    case .rows: "row lock"
    case .version: "version check"
    case .step: "change in one step"
    case .claim: "first-one-only condition"
    case .limit: "time limit"
    case .token: "cancellation"
    case .breaker: "circuit breaker"
    case .bulkhead: "bound"
    case .rate: "rate limit"
    case .retry: "retry"
    case .fallback: "fallback"
    case .cache: "cache"
    case .key: "idempotency key"
    }
  }

  static func preposition(_ kind: Safeguard.Kind) -> String {
    switch kind {
    case .lock, .transaction, .breaker, .bulkhead, .rate, .retry: "around"
    case .limit, .token, .version, .claim, .key, .fallback: "of"
    case .rows, .cache: "in front of"
    case .step: "of"
    }
  }

  static func question(_ safeguard: Safeguard, before node: NodeIndex?, in comparison: ProtectionComparison) -> String {
    let new = comparison.new
    let what = what(safeguard, in: comparison.old)
    let capital = what.prefix(1).uppercased() + what.dropFirst()
    let place: String =
      switch node.map({ new.tree.kind($0) }) {
      case .call: node.map { "`\(new.calleeWording($0))`" } ?? "this"
      case .assign: node.flatMap { new.tree.child($0, .target) }.map { "`\(new.wording(of: $0))`" } ?? "this"
      default: "this"
      }
    switch safeguard.kind {
    case .lock, .rows, .step: return "\(capital) guarded \(place): what keeps two executions apart now?"
    case .transaction: return "When a later step fails, what takes back \(place) now that the transaction does not?"
    case .version:
      return "When somebody else has changed the record meanwhile, what keeps \(place) from writing over it?"
    case .claim: return "When two come at once, what lets only the first one write?"
    case .limit, .token: return "\(capital) used to end \(place): what ends it now, and after how long?"
    case .key: return "If the first attempt went through and its answer was lost, what stops the second one?"
    default: return "\(capital) protected \(place) when what it calls is slow or down: what does so after this change?"
    }
  }
}
