import Glibc

/// Standard output holds what was asked for and nothing else; all words about the run go to standard error.
enum Output {
  static func write(_ text: String) { write(Array(text.utf8)) }

  /// Whether everything could be written; what reads may have gone away.
  @discardableResult
  static func write(_ bytes: [UInt8]) -> Bool { write(bytes, to: STDOUT_FILENO) }

  static func error(_ text: String) { write(Array(text.utf8), to: STDERR_FILENO) }

  @discardableResult
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0 {
          guard errno == EINTR else { return false }
          continue
        }
        rest = rest.dropFirst(count)
      }
      return true
    }
  }

  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}

extension Output {
  /// Colour is for terminals, unless the user does not want any (no-color.org).
  static var wantsColour: Bool {
    if let value = getenv("NO_COLOR"), value.pointee != 0 { return false }
    if let term = getenv("TERM"), String(cString: term) == "dumb" { return false }
    return isTerminal
  }
}
