import SourceText
import TestSupport
import Testing

@Suite("A position")
struct PositionTests {
  /// é is 2 bytes and 1 unit of UTF-16, the face is 4 bytes and 2 units.
  static let mixed = SourceText("aé😀b\r\nnext\rlast")

  @Test(
    "counts what its encoding counts",
    arguments: [(PositionEncoding.utf8, [0, 1, 3, 7, 8]), (.utf16, [0, 1, 2, 4, 5]), (.utf32, [0, 1, 2, 3, 4])]
  )
  func columns(encoding: PositionEncoding, columns: [Int]) {
    for (offset, column) in zip([0, 1, 3, 7, 8], columns) {
      #expect(Self.mixed.position(at: offset, in: encoding) == Position(line: 0, column: column))
      #expect(Self.mixed.offset(of: Position(line: 0, column: column), in: encoding) == offset)
    }
  }

  @Test("in the middle of a scalar means its start", arguments: PositionEncoding.allCases)
  func insideAScalar(encoding: PositionEncoding) {
    #expect(Self.mixed.position(at: 5, in: encoding) == Self.mixed.position(at: 3, in: encoding))
    #expect(Self.mixed.offset(of: Position(line: 0, column: 3), in: .utf16) == 3)
    #expect(Self.mixed.offset(of: Position(line: 0, column: 2), in: .utf8) == 1)
  }

  @Test("beyond its line is the line's end, beyond the text the text's", arguments: PositionEncoding.allCases)
  func clamping(encoding: PositionEncoding) {
    #expect(Self.mixed.offset(of: Position(line: 0, column: 99), in: encoding) == 8)
    #expect(Self.mixed.offset(of: Position(line: 1, column: .max), in: encoding) == 14)
    #expect(Self.mixed.offset(of: Position(line: 2, column: 99), in: encoding) == Self.mixed.count)
    #expect(Self.mixed.offset(of: Position(line: .max, column: 0), in: encoding) == Self.mixed.count)
    #expect(Self.mixed.offset(of: Position(line: -1, column: -1), in: encoding) == 0)
    #expect(Self.mixed.offset(of: Position(line: 1, column: -1), in: encoding) == 10)
    #expect(Self.mixed.position(at: 9, in: encoding) == Self.mixed.position(at: 8, in: encoding))
    #expect(Self.mixed.position(at: .max, in: encoding) == Position(line: 2, column: 4))
    #expect(Self.mixed.position(at: .min, in: encoding) == Position(line: 0, column: 0))
  }

  @Test func aByteThatBelongsToNoScalarIsOneUnit() {
    // A lone continuation, an overlong slash, a cut-off euro sign, a surrogate: 1 + 2 + 2 + 3 bytes, then é.
    let text = SourceText([0x80, 0xC0, 0xAF, 0xE2, 0x82, 0xED, 0xA0, 0x80, 0xC3, 0xA9, 0x21])
    for encoding in [PositionEncoding.utf16, .utf32] {
      #expect((0...8).map { text.position(at: $0, in: encoding).column } == Array(0...8))
      #expect(text.position(at: 10, in: encoding).column == 9)
      #expect(text.offset(of: Position(line: 0, column: 9), in: encoding) == 10)
    }
    #expect(text.position(at: 10, in: .utf8).column == 10)
  }

  @Test("agrees with decoding the line one scalar at a time", arguments: 0..<12)
  func agreesWithDecoding(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let bytes = random.bytes(of: Pieces.plain + Pieces.lineEnds + Pieces.wide, upTo: 60)
    let text = SourceText(bytes)
    let string = String(decoding: bytes, as: UTF8.self)
    for encoding in PositionEncoding.allCases {
      var finder = PositionFinder(text, encoding)
      for index in string.unicodeScalars.indices {
        let offset = string.utf8.distance(from: string.startIndex, to: index)
        let line = text.fullLineRange(text.line(at: offset))
        guard text.lineRange(text.line(at: offset)).contains(offset) else { continue }
        let before = String(decoding: bytes[line.lowerBound..<offset], as: UTF8.self)
        let column =
          switch encoding {
          case .utf8: before.utf8.count
          case .utf16: before.utf16.count
          case .utf32: before.unicodeScalars.count
          }
        let expected = Position(line: text.line(at: offset), column: column)
        #expect(text.position(at: offset, in: encoding) == expected)
        #expect(finder.position(at: offset) == expected)
        #expect(text.offset(of: expected, in: encoding) == offset)
      }
    }
  }

  @Test("found in any order is the same position", arguments: PositionEncoding.allCases)
  func finderInAnyOrder(encoding: PositionEncoding) {
    var random = SeededGenerator(seed: 7)
    let text = SourceText(random.bytes(of: Pieces.plain + Pieces.lineEnds + Pieces.wide + Pieces.broken, upTo: 80))
    var finder = PositionFinder(text, encoding)
    for _ in 0..<500 {
      let offset = Int.random(in: -1...text.count + 1, using: &random)
      #expect(finder.position(at: offset) == text.position(at: offset, in: encoding))
    }
  }

  @Test func aRangeTheWrongWayRoundIsImpossibleToAskForAndAClampedOneIsOrdered() {
    let range = Position(line: 0, column: 5)..<Position(line: 0, column: 50)
    #expect(Self.mixed.range(of: range, in: .utf16) == 8..<8)
  }
}
