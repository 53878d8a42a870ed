/// What is known of a text's bytes, from the most to the least helpful. It is never wrong, but may know less than is
/// so: a text whose invalid bytes were deleted stays `unknown`.
enum TextContent: Int, Sendable, Comparable {
  /// Every byte is below 0x80: a column is a number of bytes in every encoding.
  case ascii
  /// Valid UTF-8: code units can be counted eight bytes at a time.
  case utf8
  /// There may be bytes that belong to no scalar.
  case unknown

  init(of bytes: UnsafeBufferPointer<UInt8>) {
    self = .ascii
    var offset = 0
    while true {
      offset = UTF8Bytes.endOfASCII(in: bytes, from: offset, to: bytes.count)
      guard offset < bytes.count else { return }
      self = .utf8
      let scalar = UTF8Bytes.scalar(in: bytes, at: offset, end: bytes.count)
      guard scalar.isValid else {
        self = .unknown
        return
      }
      offset += scalar.length
    }
  }

  static func < (left: TextContent, right: TextContent) -> Bool { left.rawValue < right.rawValue }

  /// What is known once `range` of `bytes` has been replaced.
  func afterReplacing(_ range: Range<Int>, of bytes: [UInt8], with replacement: [UInt8]) -> TextContent {
    let inserted = replacement.withUnsafeBufferPointer { TextContent(of: $0) }
    let known = max(self, inserted)
    guard known == .utf8 else { return known }
    // A valid text stays one if no scalar was cut at either end.
    func cuts(at offset: Int) -> Bool { offset < bytes.count && UTF8Bytes.isContinuation(bytes[offset]) }
    return cuts(at: range.lowerBound) || cuts(at: range.upperBound) ? .unknown : .utf8
  }
}
