import SourceText

extension LineDiff.Hunk {
  /// So that a file of equal lines is not gone through for every hunk.
  private static let slideLimit = 100

  /// The same change, put where a person would see it.
  ///
  /// Lines that were only added, or only removed, can often be told to be the lines a little higher or lower as well: a
  /// new function ends like the one before it. The hunk moves to where its first line has the least indentation and is
  /// not blank; among such places, to the lowest. It stays clear of its neighbours.
  func slid(in lines: LineNumbers, _ oldText: SourceText, _ newText: SourceText, after: Self?, before: Self?) -> Self {
    guard old.isEmpty != new.isEmpty else { return self }
    let (numbers, text, range) = new.isEmpty ? (lines.old, oldText, old) : (lines.new, newText, new)
    let gapAbove = old.lowerBound - (after?.old.upperBound ?? -1)
    let gapBelow = (before?.old.lowerBound ?? lines.old.count + 1) - old.upperBound

    var best = (shift: 0, rank: Self.rank(text, range.lowerBound))
    func consider(_ shift: Int) {
      let rank = Self.rank(text, range.lowerBound + shift)
      if rank < best.rank || (rank == best.rank && shift > best.shift) { best = (shift, rank) }
    }
    var shift = 0
    while shift < min(Self.slideLimit, gapBelow - 1), range.upperBound + shift < numbers.count,
      numbers[range.lowerBound + shift] == numbers[range.upperBound + shift]
    {
      shift += 1
      consider(shift)
    }
    shift = 0
    while shift > -min(Self.slideLimit, gapAbove - 1), range.lowerBound + shift > 0,
      numbers[range.lowerBound + shift - 1] == numbers[range.upperBound + shift - 1]
    {
      shift -= 1
      consider(shift)
    }
    return Self(old: old.shifted(by: best.shift), new: new.shifted(by: best.shift))
  }

  /// Lower is a better line to begin with.
  private static func rank(_ text: SourceText, _ line: Int) -> Int {
    let indentation = text.indentation(ofLine: line)
    return indentation == text.lineRange(line) ? .max : indentation.count
  }
}

extension Range<Int> {
  fileprivate func shifted(by distance: Int) -> Range<Int> { lowerBound + distance..<upperBound + distance }
}
