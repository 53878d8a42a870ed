import SourceText
import TestSupport

extension SeededGenerator {
  /// Up to `length` pieces of text, strung together.
  mutating func bytes(of pieces: [[UInt8]], upTo length: Int) -> [UInt8] {
    (0..<Int.random(in: 0...length, using: &self)).flatMap { _ in pieces.randomElement(using: &self) ?? [] }
  }

  /// A range inside `0..<count`, more often short than long.
  mutating func range(in count: Int) -> Range<Int> {
    let start = Int.random(in: 0...count, using: &self)
    let longest = Bool.random(using: &self) ? min(3, count - start) : count - start
    return start..<start + Int.random(in: 0...longest, using: &self)
  }
}

/// What texts are made of in the tests.
enum Pieces {
  static let plain: [[UInt8]] = ["a", "bc", " ", "\t", "x = 1", "0123456789abcdefghijklmnopqrstuvwxyz"].map(utf8)
  static let lineEnds: [[UInt8]] = ["\n", "\r\n", "\r", "\n\r"].map(utf8)
  static let wide: [[UInt8]] = ["é", "ß", "漢", "😀", "👩‍🚀", "\u{FEFF}", "\u{10FFFF}"].map(utf8)
  static let broken: [[UInt8]] = [
    [0x80], [0xC3], [0xC0, 0xAF], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF0, 0x9F, 0x98], [0xF4, 0x90, 0x80, 0x80],
    [0xFF],
  ]

  private static func utf8(_ string: String) -> [UInt8] { Array(string.utf8) }
}
