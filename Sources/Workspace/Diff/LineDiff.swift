package import SourceText

/// Which lines of a text are not what they were.
///
/// As small as can be for texts that differ in up to some thousand lines; beyond, still right but not always smallest.
/// The time is bounded whatever the texts are.
package struct LineDiff: Sendable, Equatable {
  /// Some lines that gave way to others. Numbers from 0, as `SourceText` has them; one side may be empty, and then says
  /// between which lines the other stood.
  package struct Hunk: Sendable, Equatable {
    package var old: Range<Int>
    package var new: Range<Int>

    package init(old: Range<Int>, new: Range<Int>) {
      self.old = old
      self.new = new
    }
  }

  /// Ascending, with at least one line kept between any two.
  package let hunks: [Hunk]

  /// - Parameter ignoringLineEndings: whether a line is the same if only its line end differs. A line that lost its line
  ///   end is another one all the same, as it is to Git.
  package init(from old: SourceText, to new: SourceText, ignoringLineEndings: Bool = true) {
    let lines = LineNumbers(old, new, ignoringLineEndings: ignoringLineEndings)
    var matching = LineMatching(lines)
    matching.run()
    var hunks = matching.hunks
    for index in hunks.indices {
      hunks[index] = hunks[index].slid(
        in: lines,
        old,
        new,
        after: index > 0 ? hunks[index - 1] : nil,
        before: index + 1 < hunks.count ? hunks[index + 1] : nil
      )
    }
    self.hunks = hunks
  }

  /// Lines that the new text has and the old had not.
  package var addedLines: Int { hunks.reduce(0) { $0 + $1.new.count } }

  /// Lines that the old text had and the new has not.
  package var removedLines: Int { hunks.reduce(0) { $0 + $1.old.count } }

  /// What a review calls changed lines: added and removed ones together, the two numbers of `git diff --numstat`. A
  /// line that was rewritten counts on both sides.
  package var changedLines: Int { addedLines + removedLines }

  /// Whether any of some lines of the old text is gone. What stood in them and stands in some lines of the new is the
  /// same if neither these nor those are touched.
  package func touches(oldLines lines: Range<Int>) -> Bool {
    hunks.contains { $0.old.overlaps(lines) }
  }

  /// Whether any of some lines of the new text was not there before. Lines that were removed among them do not count:
  /// the old text has those.
  package func touches(newLines lines: Range<Int>) -> Bool {
    hunks.contains { $0.new.overlaps(lines) }
  }
}
