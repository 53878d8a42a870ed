import SourceText
import Testing

@Suite("A line")
struct LineTests {
  @Test(
    "ends at a line feed, a carriage return, or both",
    arguments: [
      ("", [0..<0]),
      ("a", [0..<1]),
      ("a\n", [0..<1, 2..<2]),
      ("a\r\nb\rc\n\nd", [0..<1, 3..<4, 5..<6, 7..<7, 8..<9]),
      ("\r\r\n\n\r", [0..<0, 1..<1, 3..<3, 4..<4, 5..<5]),
    ]
  )
  func lines(text: String, expected: [Range<Int>]) {
    let text = SourceText(text)
    #expect((0..<text.lineCount).map(text.lineRange) == expected)
  }

  @Test func pastTheLastIsEmptyAtTheEnd() {
    let text = SourceText("a\nb")
    #expect(text.lineRange(2) == 3..<3)
    #expect(text.fullLineRange(.max) == 3..<3)
    #expect(text.lineRange(-1) == 0..<1)
  }

  @Test func holdsEveryOffsetUpToItsLineEnd() {
    let text = SourceText("a\r\nb")
    #expect((0...4).map(text.line(at:)) == [0, 0, 0, 1, 1])
  }

  @Test func isIndentedByItsSpacesAndTabs() {
    let text = SourceText("no\n \tyes\n  \nlast")
    #expect((0..<4).map(text.indentation(ofLine:)) == [0..<0, 3..<5, 9..<11, 12..<12])
  }

  @Test(
    "ends as most do",
    arguments: [
      ("", LineEnding.lineFeed), ("one line", .lineFeed), ("a\r\nb\r\nc\n", .carriageReturnLineFeed),
      ("a\nb\r\n", .lineFeed), ("a\rb\rc\n", .carriageReturn),
    ]
  )
  func dominantEnding(text: String, expected: LineEnding) {
    #expect(SourceText(text).dominantLineEnding == expected)
  }

  @Test func readsAsText() {
    #expect(SourceText("käse\n").string(in: 0..<5) == "käse")
    #expect(SourceText([0x61, 0xFF]).string(in: 0..<99) == "a\u{FFFD}")
  }
}

@Suite("What is reported")
struct ReportRangeTests {
  @Test func countsFromOneInUTF16() {
    let text = SourceText("x\n😀 = 1\n")
    #expect(text.reportRange(of: 2..<10) == ReportRange(startLine: 2, startColumn: 1, endLine: 2, endColumn: 7))
    #expect(text.reportRange(of: 0..<999) == ReportRange(startLine: 1, startColumn: 1, endLine: 3, endColumn: 1))
  }

  @Test func leavesTheByteOrderMarkOut() {
    let text = SourceText("\u{FEFF}ab\ncd")
    #expect(text.reportRange(of: 3..<5) == ReportRange(startLine: 1, startColumn: 1, endLine: 1, endColumn: 3))
    #expect(text.reportRange(of: 0..<7) == ReportRange(startLine: 1, startColumn: 1, endLine: 2, endColumn: 2))
  }
}

@Suite("Bytes")
struct BinaryContentTests {
  @Test(
    "are binary by a NUL early on or a mark of UTF-16",
    arguments: [
      ([], false), ([0x61, 0xFF, 0xE9], false), ([0x61, 0x00], true), ([0xFF, 0xFE, 0x61, 0x62], true),
      ([0xFE, 0xFF], true), ([0xEF, 0xBB, 0xBF, 0x61], false),
      (Array(repeating: 0x61, count: 8_191) + [0], true), (Array(repeating: 0x61, count: 8_192) + [0], false),
    ] as [([UInt8], Bool)]
  )
  func binary(bytes: [UInt8], expected: Bool) {
    #expect(SourceText.isProbablyBinary(bytes) == expected)
  }
}
