import Glibc

extension SourceText {
  /// Whether bytes look like something other than text in UTF-8 or a relative of ASCII: a NUL among the first 8,192,
  /// as Git has it, or the byte order mark of UTF-16 before them.
  package static func isProbablyBinary(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
    return bytes.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress else { return false }
      return memchr(start, 0, min(buffer.count, 8_192)) != nil
    }
  }
}
