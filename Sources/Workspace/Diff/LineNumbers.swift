import Glibc
import SourceText

/// The lines of two texts as numbers: equal lines have equal numbers, and no others have.
struct LineNumbers {
  private(set) var old: [Int32]
  private(set) var new: [Int32]
  /// All numbers are below it.
  private(set) var count: Int

  init(_ old: SourceText, _ new: SourceText, ignoringLineEndings: Bool) {
    // Numbers do not depend on the seed: it only keeps outsiders from filling one place of the table.
    let seed = UInt64.random(in: .min ... .max)
    var numbers: [Line: Int32] = [:]
    func number(_ text: SourceText, _ bytes: UnsafeRawBufferPointer) -> [Int32] {
      (0..<text.countedLines).map { index in
        let whole = text.fullLineRange(index)
        let range = ignoringLineEndings ? text.lineRange(index) : whole
        let line = Line(
          bytes: UnsafeRawBufferPointer(rebasing: bytes[range]),
          isEnded: range != whole,
          seed: seed
        )
        if let known = numbers[line] { return known }
        let next = Int32(truncatingIfNeeded: numbers.count)
        numbers[line] = next
        return next
      }
    }
    (self.old, self.new) = old.bytes.withUnsafeBytes { oldBytes in
      new.bytes.withUnsafeBytes { newBytes in (number(old, oldBytes), number(new, newBytes)) }
    }
    count = numbers.count
  }
}

extension SourceText {
  /// As Git counts: what follows the last line end is a line only if there is something.
  var countedLines: Int { lineRange(lineCount - 1).isEmpty ? lineCount - 1 : lineCount }
}

/// The bytes of a line, which must outlive it.
private struct Line: Hashable {
  private let bytes: UnsafeRawBufferPointer
  private let isEnded: Bool
  private let hash: UInt64

  init(bytes: UnsafeRawBufferPointer, isEnded: Bool, seed: UInt64) {
    self.bytes = bytes
    self.isEnded = isEnded
    hash = ContentHash(bytes, seed: seed).rawValue
  }

  func hash(into hasher: inout Hasher) { hasher.combine(hash) }

  static func == (left: Line, right: Line) -> Bool {
    guard left.hash == right.hash, left.isEnded == right.isEnded, left.bytes.count == right.bytes.count else {
      return false
    }
    guard let first = left.bytes.baseAddress, let second = right.bytes.baseAddress else { return true }
    return memcmp(first, second, left.bytes.count) == 0
  }
}
