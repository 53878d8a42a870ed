import Behaviour
import Knowledge

/// Something that a unit does, as it is recognised in another version of the unit.
struct Deed {
  /// How much it tells that the same deed stands there, too.
  enum Weight: Int, Comparable {
    /// A value that is given back, a call that computes.
    case slight
    case write, call, effect
    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  let key: String
  let node: NodeIndex
  let weight: Weight
}

extension UnitContext {
  /// What the nodes of a region do.
  func deeds(in region: Range<NodeIndex>, naming: Naming) -> [Deed] {
    var found: [Deed] = []
    for node in region {
      let item = tree[node]
      switch item.kind {
      case .call where item.role != .decorator:
        guard let call = call(node), let weight = weight(of: call) else { continue }
        found.append(Deed(key: "c " + calleeKey(node, naming), node: node, weight: weight))
      case .read where item.role == .target:
        let isMember = !flow.isWholeName(node) || item.placeKind == .static
        guard isMember else { continue }
        let name = FormWriter.name(tree.text(item.name), in: self, naming: naming)
        found.append(Deed(key: "w " + name, node: node, weight: .write))
      // `delete(jobs, id)`, `del jobs[id]`, `unset($jobs[$id])`
      case .operation where tree.text(item.name) == "delete":
        for child in tree.children(node, .operand) where tree.kind(child) == .read {
          guard !flow.isWholeName(child) || tree[child].placeKind == .static else { continue }
          let name = FormWriter.name(tree.name(child), in: self, naming: naming)
          found.append(Deed(key: "w " + name, node: child, weight: .write))
        }
      case .return, .yield:
        guard let value = tree.child(node, .value), tells(value) else { continue }
        let hash = FormWriter.hash(value, in: self, naming: naming, expands: false)
        found.append(Deed(key: "r \(hash)", node: node, weight: .slight))
      default: continue
      }
    }
    return found
  }

  private func weight(of call: CallFact) -> Deed.Weight? {
    switch role(of: call) {
    case .log: return nil
    case .effect(let effect): return effect.writes ? .effect : .call
    case .harmless, .ambiguous, .sleep: return .slight
    default:
      // What makes an error, or marks a text for translation, is no deed.
      if tree.name(call.node).utf8.count < 3 { return nil }
      for above in tree.ancestors(call.node) {
        switch tree.kind(above) {
        case .raise: return nil
        case .call:
          // What is only written down.
          if case .log? = self.call(above).map({ role(of: $0) }) { return nil }
        case .argument, .operation, .collection: continue
        default: return .call
        }
      }
      return .call
    }
  }

  /// A callee by its name, and what it hangs on where it is no plain name.
  func calleeKey(_ node: NodeIndex, _ naming: Naming) -> String {
    var text = FormWriter.name(tree.name(node), in: self, naming: naming)
    var receiver = tree.child(node, .receiver)
    var depth = 0
    while let next = receiver, depth < 6 {
      if tree.kind(next) == .await {
        receiver = tree.child(next, .value)
      } else {
        text = FormWriter.name(tree.name(next), in: self, naming: naming) + text
        receiver = tree.child(next, .receiver)
      }
      depth += 1
    }
    return text
  }

  /// Whether a value says more than a constant or a name does.
  private func tells(_ value: NodeIndex) -> Bool {
    switch tree.kind(value) {
    case .literal, .closure: false
    case .collection: tree[value].next > value + 1
    case .read: tree.name(value).contains(".") || tree.child(value, .index) != nil
    default: true
    }
  }
}
