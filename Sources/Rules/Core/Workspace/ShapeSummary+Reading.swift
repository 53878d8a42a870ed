package import Behaviour

extension ShapeSummary {
  /// Units with fewer tokens are like many others.
  private static let least = 40
  /// How many hashes are kept.
  private static let kept = 64

  package init(_ unit: Unit) {
    self.init()
    let tree = unit.tree
    guard unit.kind != .module, unit.kind != .test, unit.kind != .initializer, tree.count > ShapeSummary.least else {
      return
    }
    var names = [UInt64](repeating: 0, count: tree.names.count)
    var whole: UInt64 = 0xcbf2_9ce4_8422_2325
    var bare = whole
    var runs: [UInt32] = []
    var last: (UInt64, UInt64) = (1, 2)
    for index in tree.nodes.indices {
      let node = tree.nodes[index]
      if node.kind == .block || node.role == .decorator || node.role == .parameter { continue }
      if node.kind == .argument && node.name == 0 { continue }
      var token = UInt64(node.kind.rawValue) << 8 | UInt64(node.role.rawValue)
      let isConstant = node.kind == .literal
      bare = ShapeSummary.mix(bare, token)
      let id = Int(node.name)
      if id != 0, id < names.count, !(node.kind == .read && ShapeSummary.isOwn(node)) {
        if names[id] == 0 { names[id] = ShapeSummary.hash(ofLastPartOf: tree.names[id], isWhole: isConstant) }
        token = ShapeSummary.mix(token, names[id])
        if isConstant {
          if constants.count < 64 { constants.append(UInt32(truncatingIfNeeded: names[id])) }
        } else {
          bare = ShapeSummary.mix(bare, names[id])
        }
      }
      whole = ShapeSummary.mix(whole, token)
      let run = ShapeSummary.mix(ShapeSummary.mix(last.0, last.1), token)
      runs.append(UInt32(truncatingIfNeeded: run >> 16))
      last = (last.1, token)
      tokens += 1
    }
    guard tokens >= ShapeSummary.least else {
      constants = []
      return
    }
    self.whole = whole | 1
    frame = bare | 1
    runs.sort()
    var previous: UInt32?
    for run in runs where run != previous {
      sketch.append(run)
      previous = run
      if sketch.count == ShapeSummary.kept { break }
    }
  }

  /// Whether a place is one of the unit's own, whose name says nothing.
  private static func isOwn(_ node: Node) -> Bool {
    switch node.placeKind {
    case .local, .parameter, .captured: true
    default: false
    }
  }

  private static func hash(ofLastPartOf name: String, isWhole: Bool) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 {
      if byte == UInt8(ascii: "."), !isWhole {
        hash = 0xcbf2_9ce4_8422_2325
        continue
      }
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    return hash | 1
  }

  private static func mix(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    var mixed = (hash ^ word) &* 0xff51_afd7_ed55_8ccd
    mixed ^= mixed >> 32
    return mixed
  }
}
