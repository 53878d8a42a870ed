import Behaviour
import Knowledge

/// Values of test accounts.
extension TestDoubleFinder {
  /// `os.environ.get("STRIPE_KEY", "sk_test_…")`
  mutating func findTestValues() {
    guard tree.names.contains(where: { TestDoubleFinder.isTestValue($0) }) else { return }
    for index in tree.nodes.indices where tree.nodes[index].kind == .literal {
      let node = NodeIndex(index)
      guard tree.nodes[index].literalKind == .string, TestDoubleFinder.isTestValue(tree.name(node)), isUsed(node),
        decider(over: node) == nil
      else { continue }
      let isKey =
        tree.name(node).hasPrefix("sk_") || tree.name(node).hasPrefix("pk_")
        || tree.name(node).hasPrefix("rk_")
      found.append(
        PendingEntry(
          .flagged,
          node,
          key: "value \(tree.name(node))",
          message: isKey
            ? "Where nothing else is set, this is the key of a test account."
            : "Where nothing else is set, the data lives in memory.",
          question: isKey
            ? "What tells an operator that payments go to a test account?"
            : "What is left of the data when this process ends?",
          confidence: .medium,
          stake: isKey ? .money : .dataLoss
        )
      )
    }
  }

  static func isTestValue(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return false }
    switch first {
    case UInt8(ascii: "s"):
      return text.hasPrefix("sk_test_") || text.hasPrefix("sqlite::memory:") || text.hasPrefix("sqlite:///:memory:")
    case UInt8(ascii: "p"): return text.hasPrefix("pk_test_")
    case UInt8(ascii: "r"): return text.hasPrefix("rk_test_")
    case UInt8(ascii: "j"): return text.hasPrefix("jdbc:h2:mem:")
    default: return false
    }
  }

  /// Whether a text is a value that something takes: not one that is compared, or looked for.
  private func isUsed(_ literal: NodeIndex) -> Bool {
    for above in tree.ancestors(literal) {
      switch tree.kind(above) {
      case .condition:
        // `key or "sk_test_…"` takes it.
        if tree.name(above) != Operator.or { return false }
      case .argument:
        let call = tree.parent(above)
        if tree.kind(call) == .call, TestDoubleFinder.askers.contains(String(NameReading.last(tree.name(call)))) {
          return false
        }
        return true
      case .operation, .branch, .collection: continue
      default: return tree[above].role != .pattern
      }
    }
    return true
  }

  private static let askers: Set<String> = [
    "startswith", "startsWith", "start_with?", "StartsWith", "hasPrefix", "HasPrefix", "includes", "contains", "match",
    "starts_with", "str_starts_with", "strpos", "indexOf", "replace", "test", "equals",
  ]
}
