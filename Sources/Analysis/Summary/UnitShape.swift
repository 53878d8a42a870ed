import Behaviour

/// What a unit does, as a number that is the same for two units which differ in layout and in the names of locals.
struct UnitShape {
  private(set) var hash: UInt64 = 0

  /// Units with less behaviour are like many others.
  private static let least = 40

  init(_ unit: Unit) {
    let tree = unit.tree
    guard unit.kind != .module, unit.kind != .test, tree.count >= UnitShape.least else { return }
    var names = Names(tree)
    var value: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in tree.nodes.indices {
      let node = tree.nodes[index]
      if node.role == .decorator { continue }
      let below = UInt64(truncatingIfNeeded: Int(node.next) &- index)
      value = mix(value, UInt64(node.kind.rawValue) << 8 | UInt64(node.role.rawValue) | below << 16)
      value = mix(value, names.hash(of: node))
    }
    hash = value == 0 ? 1 : value
  }

  private func mix(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    var mixed = (hash ^ word) &* 0xff51_afd7_ed55_8ccd
    mixed ^= mixed >> 32
    return mixed
  }

  /// Locals by the order in which they first come, everything else by its text.
  private struct Names {
    private let tree: BehaviourTree
    private var hashes: [UInt64]
    private var isLocal: [Bool]
    private var roots: [String: UInt64] = [:]

    init(_ tree: BehaviourTree) {
      self.tree = tree
      hashes = [UInt64](repeating: 0, count: tree.names.count)
      isLocal = [Bool](repeating: false, count: tree.names.count)
      for node in tree.nodes where node.kind == .read {
        switch node.placeKind {
        case .local, .parameter, .captured: isLocal[Int(node.name)] = true
        default: continue
        }
      }
    }

    mutating func hash(of node: Node) -> UInt64 {
      let id = Int(node.name)
      guard id != 0, id < hashes.count else { return 0 }
      if hashes[id] != 0 { return hashes[id] }
      var hash = StructuralHash()
      let text = tree.names[id]
      if isLocal[id] || isRootedInLocal(text) {
        let root = text.prefix { $0 != "." }
        let number = roots[String(root)] ?? UInt64(roots.count) + 1
        roots[String(root)] = number
        hash.combine(number)
        hash.combine(String(text.dropFirst(root.count)))
      } else {
        hash.combine(text)
      }
      hashes[id] = hash.value | 1
      return hashes[id]
    }

    private func isRootedInLocal(_ text: String) -> Bool {
      guard let dot = text.firstIndex(of: ".") else { return false }
      return roots[String(text[..<dot])] != nil
    }
  }
}
