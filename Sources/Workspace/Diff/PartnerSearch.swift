/// The search for pairs of equal lines among those that have a partner somewhere.
struct PartnerSearch {
  typealias Pair = (old: Int, new: Int)

  /// The most differences for which a stretch is searched exactly. Memory grows with its square: 8 MB.
  private static let differenceLimit = 1_024

  private let old: [Int32]
  private let new: [Int32]
  /// All line numbers are below it.
  private let count: Int
  private let budget: Int

  init(_ old: [Int32], _ new: [Int32], count: Int, budget: Int) {
    self.old = old
    self.new = new
    self.count = count
    self.budget = budget
  }

  /// Ascending on both sides within each stretch, not over all.
  func pairs() -> [Pair] {
    var pairs: [Pair] = []
    var budget = budget
    var open = [Stretch(old: 0..<old.count, new: 0..<new.count)]
    while var stretch = open.popLast() {
      settleEnds(of: &stretch, &pairs)
      guard !stretch.old.isEmpty, !stretch.new.isEmpty, budget > 0 else { continue }
      if let found = exactPairs(in: stretch, &budget) {
        pairs += found
        continue
      }
      var rest = stretch
      for anchor in anchors(in: stretch, &budget) {
        pairs.append(anchor)
        open.append(Stretch(old: rest.old.lowerBound..<anchor.old, new: rest.new.lowerBound..<anchor.new))
        rest = Stretch(old: anchor.old + 1..<rest.old.upperBound, new: anchor.new + 1..<rest.new.upperBound)
      }
      if rest.old.lowerBound > stretch.old.lowerBound { open.append(rest) }
    }
    return pairs
  }

  private func settleEnds(of stretch: inout Stretch, _ pairs: inout [Pair]) {
    while let first = stretch.old.first, let second = stretch.new.first, old[first] == new[second] {
      pairs.append((first, second))
      stretch = Stretch(old: first + 1..<stretch.old.upperBound, new: second + 1..<stretch.new.upperBound)
    }
    while let first = stretch.old.last, let second = stretch.new.last, old[first] == new[second] {
      pairs.append((first, second))
      stretch = Stretch(old: stretch.old.lowerBound..<first, new: stretch.new.lowerBound..<second)
    }
  }

  private func isEqual(_ stretch: Stretch, _ column: Int, _ row: Int) -> Bool {
    old[stretch.old.lowerBound + column] == new[stretch.new.lowerBound + row]
  }
}

// MARK: - Exact

extension PartnerSearch {
  /// Myers' greedy search from the start: after each further difference, how far each diagonal gets. A diagonal is the
  /// place in the old lines less that in the new. Nil if there are too many differences, or the budget ends.
  private func exactPairs(in stretch: Stretch, _ budget: inout Int) -> [Pair]? {
    let (width, height) = (stretch.old.count, stretch.new.count)
    let limit = min(Self.differenceLimit, width + height)
    var reach = [Int32](repeating: 0, count: 2 * limit + 1)
    var history: [Int32] = []
    for differences in 0...limit {
      history += reach[(limit - differences)...(limit + differences)]
      for diagonal in stride(from: -differences, through: differences, by: 2) {
        let start = Step(reach, center: limit, diagonal, differences).column
        var column = start
        while column < width, column - diagonal < height, isEqual(stretch, column, column - diagonal) { column += 1 }
        reach[limit + diagonal] = Int32(truncatingIfNeeded: column)
        budget -= 1 + column - start
        if column >= width, column - diagonal >= height { return trace(stretch, history, differences) }
      }
      guard budget > 0 else { return nil }
    }
    return nil
  }

  /// Goes back from the end. `history` holds, for each number of differences, how far its diagonals got before it.
  private func trace(_ stretch: Stretch, _ history: [Int32], _ differences: Int) -> [Pair] {
    var pairs: [Pair] = []
    var column = stretch.old.count
    var diagonal = stretch.old.count - stretch.new.count
    for differences in stride(from: differences, through: 0, by: -1) {
      // The rows before have 1, 3, 5, … places: together a square.
      let step = Step(history, center: differences * differences + differences, diagonal, differences)
      while column > step.column {
        column -= 1
        pairs.append((stretch.old.lowerBound + column, stretch.new.lowerBound + column - diagonal))
      }
      if step.previousDiagonal < diagonal { column -= 1 }
      diagonal = step.previousDiagonal
    }
    return pairs
  }

  /// Where a diagonal begins with one more difference, and the diagonal from which it is reached.
  private struct Step {
    let column: Int
    let previousDiagonal: Int

    init(_ reach: [Int32], center: Int, _ diagonal: Int, _ differences: Int) {
      guard differences > 0 else {
        (column, previousDiagonal) = (0, 0)
        return
      }
      let place = center + diagonal
      let isFromAbove =
        diagonal == -differences || (diagonal != differences && reach[place - 1] < reach[place + 1])
      column = isFromAbove ? Int(reach[place + 1]) : Int(reach[place - 1]) + 1
      previousDiagonal = isFromAbove ? diagonal + 1 : diagonal - 1
    }
  }
}

// MARK: - Anchors

extension PartnerSearch {
  /// Lines that stand once on each side: the longest row of them that has the same order on both.
  private func anchors(in stretch: Stretch, _ budget: inout Int) -> [Pair] {
    budget -= stretch.old.count + stretch.new.count
    let oldPlaces = Self.uniquePlaces(of: old, in: stretch.old)
    let newPlaces = Self.uniquePlaces(of: new, in: stretch.new)
    let common = stretch.old.compactMap { index -> Pair? in
      guard oldPlaces[old[index]] == .some(index), let other = newPlaces[old[index]] ?? nil else { return nil }
      return (index, other)
    }
    return Self.longestAscending(common)
  }

  /// The place of each line; nil for one that stands there twice.
  private static func uniquePlaces(of lines: [Int32], in range: Range<Int>) -> [Int32: Int?] {
    var places: [Int32: Int?] = [:]
    for index in range { places[lines[index]] = places[lines[index]] == nil ? .some(index) : .some(nil) }
    return places
  }

  /// The most pairs, out of some that ascend on the old side, that ascend on the new side too.
  private static func longestAscending(_ pairs: [Pair]) -> [Pair] {
    // `ends[n]` ends the row of n + 1 pairs with the lowest end found so far.
    var ends: [Int] = []
    var previous = [Int](repeating: -1, count: pairs.count)
    for index in pairs.indices {
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if pairs[ends[middle]].new < pairs[index].new { low = middle + 1 } else { high = middle }
      }
      if low > 0 { previous[index] = ends[low - 1] }
      if low == ends.count { ends.append(index) } else { ends[low] = index }
    }
    var row: [Pair] = []
    var index = ends.last ?? -1
    while index >= 0 {
      row.append(pairs[index])
      index = previous[index]
    }
    return row.reversed()
  }
}
