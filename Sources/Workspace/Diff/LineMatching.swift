/// Pairs the lines of two texts, in order, so that as few as possible are left over.
///
/// What is equal at both ends, and what has no partner at all, is settled first: most of any real change. The rest goes
/// to Myers' greedy search, which is exact and takes time in the square of the differences. Where there are too many,
/// lines that are unique on both sides split the problem into smaller ones; where there are none, or the time is used
/// up, the whole stretch counts as replaced.
struct LineMatching {
  private let old: [Int32]
  private let new: [Int32]
  private let count: Int
  private var isKeptInOld: [Bool]
  private var isKeptInNew: [Bool]
  /// Steps of any kind that may still be taken: some tenths of a second at most.
  private var budget = 50_000_000

  init(_ lines: LineNumbers) {
    old = lines.old
    new = lines.new
    count = lines.count
    isKeptInOld = [Bool](repeating: false, count: old.count)
    isKeptInNew = [Bool](repeating: false, count: new.count)
  }

  /// The stretches without partners.
  var hunks: [LineDiff.Hunk] {
    var hunks: [LineDiff.Hunk] = []
    var (first, second) = (0, 0)
    while first < old.count || second < new.count {
      let (oldStart, newStart) = (first, second)
      while first < old.count, !isKeptInOld[first] { first += 1 }
      while second < new.count, !isKeptInNew[second] { second += 1 }
      if first > oldStart || second > newStart {
        hunks.append(LineDiff.Hunk(old: oldStart..<first, new: newStart..<second))
      } else {
        // Kept lines come in pairs.
        first += 1
        second += 1
      }
    }
    return hunks
  }

  mutating func run() {
    let whole = Stretch(old: 0..<old.count, new: 0..<new.count)
    let middle = settlingEnds(of: whole)
    let (oldPlaces, newPlaces) = placesWithPartners(in: middle)
    let search = PartnerSearch(oldPlaces.map { old[$0] }, newPlaces.map { new[$0] }, count: count, budget: budget)
    for (first, second) in search.pairs() {
      isKeptInOld[oldPlaces[first]] = true
      isKeptInNew[newPlaces[second]] = true
    }
  }

  private mutating func settlingEnds(of stretch: Stretch) -> Stretch {
    var stretch = stretch
    while let first = stretch.old.first, let second = stretch.new.first, old[first] == new[second] {
      isKeptInOld[first] = true
      isKeptInNew[second] = true
      stretch = Stretch(old: first + 1..<stretch.old.upperBound, new: second + 1..<stretch.new.upperBound)
    }
    while let first = stretch.old.last, let second = stretch.new.last, old[first] == new[second] {
      isKeptInOld[first] = true
      isKeptInNew[second] = true
      stretch = Stretch(old: stretch.old.lowerBound..<first, new: stretch.new.lowerBound..<second)
    }
    return stretch
  }

  private func placesWithPartners(in stretch: Stretch) -> (old: [Int], new: [Int]) {
    var isInOld = [Bool](repeating: false, count: count)
    var isInNew = isInOld
    for index in stretch.old { isInOld[Int(old[index])] = true }
    for index in stretch.new { isInNew[Int(new[index])] = true }
    return (
      stretch.old.filter { isInNew[Int(old[$0])] },
      stretch.new.filter { isInOld[Int(new[$0])] }
    )
  }
}

/// Some lines of each side.
struct Stretch {
  var old: Range<Int>
  var new: Range<Int>
}
