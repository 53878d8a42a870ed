package import Behaviour

/// Which unit of the old text each unit of the new one was: by qualified name and kind, then, among the rest, by what
/// they do, so that a rename or a move is not an addition.
package struct UnitPairing: Sendable {
  private var newToOld: [Int: Int] = [:]
  /// Indices of the units that are gone, in reading order.
  package private(set) var unpairedOld: [Int] = []

  /// How alike two units must be to be taken for one that was renamed.
  static let threshold = 0.8
  /// Units with less to compare than this pair by name alone.
  private static let leastNodes = 8

  package init(old: [Unit], new: [Unit]) {
    var free: [String: [Int]] = [:]
    for (index, unit) in old.enumerated().reversed() { free[UnitPairing.key(unit), default: []].append(index) }
    var unpairedNew: [Int] = []
    pairTwins(old: old, new: new, free: &free)
    for (index, unit) in new.enumerated() where newToOld[index] == nil {
      if let partner = free[UnitPairing.key(unit)]?.popLast() {
        newToOld[index] = partner
      } else {
        unpairedNew.append(index)
      }
    }
    var rest = free.values.flatMap { $0 }.sorted()
    // Comparing each with each is quadratic: where a rewrite leaves hundreds unpaired, names must do.
    if !unpairedNew.isEmpty, !rest.isEmpty, unpairedNew.count * rest.count <= 40_000 {
      pairBySimilarity(old: old, new: new, unpairedNew: unpairedNew, rest: &rest)
    }
    unpairedOld = rest
  }

  /// Of several units of one name (overloads, members of several extensions) those that are the same stay together, then
  /// those with the same parameters: one that is new in between moves the rest on.
  private mutating func pairTwins(old: [Unit], new: [Unit], free: inout [String: [Int]]) {
    let several = Set(free.filter { $0.value.count > 1 }.keys)
    guard !several.isEmpty || new.count > old.count else { return }
    var wanted: [String: [Int]] = [:]
    for (index, unit) in new.enumerated() { wanted[UnitPairing.key(unit), default: []].append(index) }
    func isSame(_ a: Unit, _ b: Unit) -> Bool { a.tree == b.tree && a.parameters == b.parameters }
    func isAlike(_ a: Unit, _ b: Unit) -> Bool {
      a.parameters.map(\.type) == b.parameters.map(\.type) && a.returnType == b.returnType
    }
    for (key, indices) in wanted.sorted(by: { $0.key < $1.key })
    where indices.count > 1 && free[key]?.isEmpty == false || several.contains(key) {
      for matches in [isSame, isAlike] {
        for index in indices where newToOld[index] == nil {
          guard let position = free[key]?.lastIndex(where: { matches(old[$0], new[index]) }) else { continue }
          newToOld[index] = free[key]?.remove(at: position)
        }
      }
    }
  }

  package func partner(ofNew index: Int) -> Int? { newToOld[index] }

  /// A method that became one of its type alone is still the same.
  static func key(_ unit: Unit) -> String {
    (unit.kind == .method ? UnitKind.function : unit.kind).rawValue + " " + unit.qualifiedName
  }

  private mutating func pairBySimilarity(old: [Unit], new: [Unit], unpairedNew: [Int], rest: inout [Int]) {
    let oldBags = rest.map { Bag(old[$0]) }
    let newBags = unpairedNew.map { Bag(new[$0]) }
    var candidates: [(score: Double, new: Int, old: Int)] = []
    for (n, newBag) in newBags.enumerated() where newBag.count >= UnitPairing.leastNodes {
      for (o, oldBag) in oldBags.enumerated() where oldBag.count >= UnitPairing.leastNodes {
        guard new[unpairedNew[n]].kind == old[rest[o]].kind else { continue }
        let score = newBag.similarity(to: oldBag)
        if score >= UnitPairing.threshold { candidates.append((score, unpairedNew[n], rest[o])) }
      }
    }
    candidates.sort { ($1.score, $0.new, $0.old) < ($0.score, $1.new, $1.old) }
    var taken: Set<Int> = []
    for candidate in candidates where newToOld[candidate.new] == nil && !taken.contains(candidate.old) {
      newToOld[candidate.new] = candidate.old
      taken.insert(candidate.old)
    }
    rest.removeAll { taken.contains($0) }
  }

  /// The nodes of a unit without their order: kinds with names.
  struct Bag {
    var counts: [UInt64: Int] = [:]
    var count = 0

    init(_ unit: Unit) {
      for node in unit.tree.nodes where node.kind != .block && node.kind != .argument {
        var hash = StructuralHash()
        hash.combine(UInt64(node.kind.rawValue))
        hash.combine(unit.tree.text(node.name))
        counts[hash.value, default: 0] += 1
        count += 1
      }
    }

    /// Shared nodes over all nodes, 0 to 1.
    func similarity(to other: Bag, atLeast threshold: Double = UnitPairing.threshold) -> Double {
      // What cannot reach the threshold by size alone is not counted out.
      let small = min(count, other.count)
      let large = max(count, other.count)
      guard large > 0, Double(small) / Double(large) >= threshold - 0.1 else { return 0 }
      var shared = 0
      for (hash, number) in counts { shared += min(number, other.counts[hash] ?? 0) }
      return Double(2 * shared) / Double(count + other.count)
    }
  }
}
