import Behaviour
import Knowledge

extension RetryWithoutIdempotency {
  /// How a write ends that a region repeats.
  enum Verdict: Hashable {
    case silent
    /// The clause goes on "a repeat does no harm: …".
    case checked(String, NodeIndex?)
    /// The clause goes on "it may take effect more than once: …".
    case flagged(String, NodeIndex?, Confidence)
    case unverified(String, NodeIndex?)

    init(of call: CallFact, in region: RetryRegion, _ context: UnitContext) {
      self = Verdict.judge(call, region, context)
    }

    private static func judge(_ call: CallFact, _ region: RetryRegion, _ context: UnitContext) -> Verdict {
      if call.repetition == .safe {
        return call.effect == .databaseWrite || call.effect == .cacheWrite
          ? .silent : .checked("it is idempotent by definition", call.node)
      }
      switch context.deduplicationKey(of: call) {
      case .given(let key): return judge(key: key, region, context)
      case .hidden(let node):
        return .unverified("`\(context.displayValue(node))` may carry a key, and cannot be seen into", node)
      case .absent: break
      }
      if let proof = harmlessFailures(of: region, context) { return proof }
      if call.effect == .databaseWrite || call.effect == .databaseBySQL {
        if let end = databaseVerdict(call, region, context) { return end }
      }
      if let look = lookBefore(call, region, context) {
        return .checked("the state is read again before each attempt", look)
      }
      switch call.repetition {
      case .conditional: return .unverified("whether a repeat does harm depends on arguments not seen here", nil)
      case .byVerb: return .unverified("which verb is sent cannot be told", nil)
      case .bySQL: return .unverified("which statement is sent cannot be told", nil)
      case .none, .safe: return .silent
      case .unsafe: break
      }
      if call.effect == .networkWrite, asksByPost(call, context) {
        return .unverified("whether this address changes anything is not in the code", nil)
      }
      return .flagged("no key tells a repeat from a new operation", nil, confidence(of: call, region, context))
    }

    private static func judge(key: NodeIndex, _ region: RetryRegion, _ context: UnitContext) -> Verdict {
      switch context.stability(of: key, in: region) {
      case .stable: return .checked("its key is the same in every attempt", key)
      case .fresh(let node): return .flagged("its key is new in every attempt", node, .high)
      case .constant:
        return .unverified("its key is the same constant for every operation", key)
      case .unknown(let reason): return .unverified(reason, key)
      }
    }

    private static func confidence(of call: CallFact, _ region: RetryRegion, _ context: UnitContext) -> Confidence {
      guard context.certainty(call) >= .constructor else { return .medium }
      switch call.effect {
      case .payment, .mail, .queuePublish: return .high
      default: return .medium
      }
    }

    // MARK: - What makes a repeat harmless

    /// Repeated only after failures that prove that the other side did nothing.
    private static func harmlessFailures(of region: RetryRegion, _ context: UnitContext) -> Verdict? {
      guard !region.handlers.isEmpty else { return nil }
      for handler in region.handlers {
        let types = context.tree.children(handler, .type)
        guard !types.isEmpty, types.allSatisfy({ isConnectFailure(context.tree.name($0)) }) else {
          return nil
        }
      }
      return .checked("it is repeated only when the connection was never made", region.handlers.first)
    }

    private static func isConnectFailure(_ type: String) -> Bool {
      [
        "ConnectionRefusedError", "ConnectTimeout", "ConnectError", "ConnectTimeoutError", "NewConnectionError",
        "gaierror",
      ]
      .contains(NameReading.last(type))
    }

    /// A row whose second insert is refused and dealt with, or a transaction that was rolled back.
    private static func databaseVerdict(_ call: CallFact, _ region: RetryRegion, _ context: UnitContext) -> Verdict? {
      for handler in region.handlers {
        let types = context.tree.children(handler, .type)
        if types.contains(where: { isConflict(context.tree.name($0)) }) {
          return types.count == 1 ? .silent : .checked("the second insert is refused, and that is dealt with", handler)
        }
      }
      let tree = context.tree
      for ancestor in tree.ancestors(call.node) {
        if tree.kind(ancestor) == .attempt {
          for handler in tree.children(ancestor, .handler) {
            if tree.children(handler, .type).contains(where: { isConflict(tree.name($0)) }) {
              return .checked("the second insert is refused, and that is dealt with", handler)
            }
          }
        }
        if tree.kind(ancestor) == .scoped, region.round.contains(ancestor), isTransaction(ancestor, context) {
          return .unverified("whether the transaction was rolled back when its outcome is unknown", ancestor)
        }
        if !region.round.contains(ancestor) { break }
      }
      return nil
    }

    private static func isConflict(_ type: String) -> Bool {
      let words = NameReading.words(NameReading.last(type))
      return !words.isEmpty
        && words.contains {
          [
            "integrity", "unique", "duplicate", "conflict", "stale", "serialization", "deadlock", "exists", "lock",
            "locked", "concurrent", "concurrency",
          ].contains($0)
        }
    }

    private static func isTransaction(_ scope: NodeIndex, _ context: UnitContext) -> Bool {
      if context.tree[scope].scopeKind == .transaction { return true }
      guard let resource = context.tree.child(scope, .resource) else { return false }
      if context.call(resource)?.known?.part == .transaction { return true }
      let words = NameReading.words(NameReading.last(context.tree.name(resource)))
      return words.contains("atomic") || words.contains("transaction") || words == ["begin"]
    }

    /// A look at the state, in the same attempt and before the write, that leaves where the work is done.
    private static func lookBefore(_ call: CallFact, _ region: RetryRegion, _ context: UnitContext) -> NodeIndex? {
      for look in context.calls(in: region.round.lowerBound..<call.node) {
        switch look.effect {
        case .databaseRead, .networkRead, .cacheRead: break
        default: continue
        }
        for use in context.uses(of: look.node) {
          guard let branch = context.branch(decidedBy: use.node), region.round.contains(branch), branch < call.node
          else { continue }
          let ways = context.ways(outOf: branch)
          if ways.contains(.returns) || ways.contains(.breaks) || context.tree.contains(branch, call.node) {
            return look.node
          }
        }
      }
      return nil
    }

    /// A POST that asks, by its address: a token, a search, a query.
    private static func asksByPost(_ call: CallFact, _ context: UnitContext) -> Bool {
      for argument in context.tree.children(call.node, .argument) {
        for node in context.tree.subtree(argument) {
          switch context.tree.kind(node) {
          case .literal where context.tree[node].literalKind == .string, .read:
            let words = NameReading.words(context.tree.name(node))
            if words.contains(where: { asking.contains($0) }) { return true }
          default: continue
          }
        }
      }
      return false
    }

    private static let asking: Set<String> = [
      "token", "oauth", "oauth2", "login", "auth", "authenticate", "search", "query", "graphql", "lookup", "validate",
      "verify", "check", "embed", "embeddings", "completions", "predict", "translate", "rpc", "jsonrpc",
    ]
  }
}
