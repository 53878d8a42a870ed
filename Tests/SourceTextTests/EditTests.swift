import SourceText
import TestSupport
import Testing

@Suite("An edited text")
struct EditTests {
  @Test("is the text that a fresh reading of the same bytes gives", arguments: 0..<12)
  func editsKeepTheIndex(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let pieces = [
      Pieces.plain + Pieces.lineEnds, Pieces.lineEnds, Pieces.plain + Pieces.lineEnds + Pieces.wide,
      Pieces.plain + Pieces.lineEnds + Pieces.wide + Pieces.broken,
    ][seed % 4]
    var text = SourceText(random.bytes(of: pieces, upTo: 60))
    for _ in 0..<80 {
      let edit = TextEdit(random.range(in: text.count), random.bytes(of: pieces, upTo: 6))
      var expected = text.bytes
      expected.replaceSubrange(edit.range, with: edit.replacement)

      text.apply(edit)

      let fresh = SourceText(expected)
      #expect(text.bytes == expected)
      #expect(text.lineCount == fresh.lineCount)
      #expect(text.dominantLineEnding == fresh.dominantLineEnding)
      #expect((0..<text.lineCount).map(text.fullLineRange) == (0..<fresh.lineCount).map(fresh.fullLineRange))
      for encoding in PositionEncoding.allCases {
        let places = 0...text.count
        #expect(
          places.map { text.position(at: $0, in: encoding) } == places.map { fresh.position(at: $0, in: encoding) }
        )
      }
    }
  }

  @Test("tells tree-sitter where it changed, in rows that end at line feeds alone", arguments: 0..<12)
  func pointsCountLineFeeds(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed) + 1_000)
    let pieces = Pieces.plain + Pieces.lineEnds + Pieces.wide
    var text = SourceText(random.bytes(of: pieces, upTo: 30))
    for _ in 0..<10 {
      let before = text.bytes
      let edit = TextEdit(random.range(in: text.count), random.bytes(of: pieces, upTo: 5))
      let newEnd = edit.range.lowerBound + edit.replacement.count

      let applied = text.apply(edit)

      #expect(
        [applied.start, applied.oldEnd, applied.newEnd] == [edit.range.lowerBound, edit.range.upperBound, newEnd]
      )
      #expect(applied.startPoint == point(at: edit.range.lowerBound, in: before))
      #expect(applied.oldEndPoint == point(at: edit.range.upperBound, in: before))
      #expect(applied.newEndPoint == point(at: newEnd, in: text.bytes))
    }
  }

  @Test func aRangeBeyondTheTextIsCutToIt() {
    var text = SourceText("ab")
    let applied = text.apply(TextEdit(1..<99, "c"))
    #expect(text == SourceText("ac"))
    #expect(applied.oldEnd == 2)
    text.apply(TextEdit(50..<60, "!"))
    #expect(text == SourceText("ac!"))
  }

  @Test func aCopyDoesNotSeeTheEdit() {
    var text = SourceText("one\ntwo")
    let copy = text
    text.apply(TextEdit(0..<4, ""))
    #expect(copy == SourceText("one\ntwo"))
    #expect(copy.lineCount == 2)
    #expect(text.lineCount == 1)
  }

  private func point(at offset: Int, in bytes: [UInt8]) -> TextPoint {
    let before = bytes[..<offset]
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return TextPoint(row: before.count { $0 == UInt8(ascii: "\n") }, column: offset - lineStart)
  }
}
