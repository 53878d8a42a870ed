import Rules

/// The calls of a file, found by the names that they may go by. Whoever asks for the callers of a unit then looks at
/// those that may be ones, not at all that stand beside them.
struct CallList: Sendable {
  /// The workspace's number of a name in the upper half, the call's position in the lower, ascending.
  private let byName: [UInt64]
  /// The position of the unit that makes a call, by the call's; -1 for none.
  private let units: [Int32]

  /// - Parameter symbols: the workspace's numbers of names, by the file's own.
  init(_ summary: FileSummary, symbols: [UInt32]) {
    var entries: [UInt64] = []
    entries.reserveCapacity(summary.calls.count * 2)
    func enter(_ name: UInt32, _ position: Int) {
      let symbol = symbols.indices.contains(Int(name)) ? symbols[Int(name)] : 0
      entries.append(UInt64(name == 0 ? 0 : symbol) << 32 | UInt64(UInt32(clamping: position)))
    }
    for (position, call) in summary.calls.enumerated() {
      enter(call.name, position)
      if call.type != 0 { enter(call.type, position) }
    }
    entries.sort()
    byName = entries
    var units = [Int32](repeating: -1, count: summary.calls.count)
    for position in summary.units.indices {
      let calls = summary.units[position].calls.clamped(to: 0..<Int32(clamping: units.count))
      for call in calls { units[Int(call)] = Int32(clamping: position) }
    }
    self.units = units
  }

  /// The position of the unit that makes a call.
  func unit(ofCall call: Int) -> Int? {
    guard units.indices.contains(call), units[call] >= 0 else { return nil }
    return Int(units[call])
  }

  /// Those that have one of these names, or a name of the caller's own for what a module gives, in reading order.
  func calls(meaning names: [UInt32]) -> [Int] {
    var found = calls(under: 0)
    for name in names where name != 0 { found += calls(under: name) }
    found.sort()
    var last = -1
    found.removeAll { position in
      defer { last = position }
      return position == last
    }
    return found
  }

  private func calls(under symbol: UInt32) -> [Int] {
    var low = 0
    var high = byName.count
    let key = UInt64(symbol) << 32
    while low < high {
      let middle = (low + high) / 2
      if byName[middle] < key { low = middle + 1 } else { high = middle }
    }
    var found: [Int] = []
    while low < byName.count, byName[low] >> 32 == UInt64(symbol) {
      found.append(Int(byName[low] & 0xffff_ffff))
      low += 1
    }
    return found
  }
}
