/// Comparing texts that two systems may have written.
package enum LineEndings {
  /// Whether two texts are equal, but for `\r\n` in one where the other has `\n`.
  package static func areEqualWithoutReturns(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    if left == right { return true }
    var first = 0
    var second = 0
    while true {
      if isReturnOfPair(left, first) { first += 1 }
      if isReturnOfPair(right, second) { second += 1 }
      guard first < left.count, second < right.count else { return first == left.count && second == right.count }
      guard left[first] == right[second] else { return false }
      first += 1
      second += 1
    }
  }

  private static func isReturnOfPair(_ bytes: [UInt8], _ index: Int) -> Bool {
    index + 1 < bytes.count && bytes[index] == UInt8(ascii: "\r") && bytes[index + 1] == UInt8(ascii: "\n")
  }
}
