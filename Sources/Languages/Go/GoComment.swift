/// Reads what a person wrote in a comment.
enum GoComment {
  /// The words behind the sign, trimmed; empty for one that speaks to a tool (`//nolint`, `//go:generate`).
  static func text(_ bytes: ArraySlice<UInt8>) -> String {
    var words = bytes
    if words.starts(with: "/*".utf8) {
      words = words.dropFirst(2)
      if words.suffix(2).elementsEqual("*/".utf8) { words = words.dropLast(2) }
    } else {
      words = words.drop { $0 == UInt8(ascii: "/") }
    }
    guard !isDirective(words) else { return "" }
    words = words.drop { isBlank($0) || $0 == UInt8(ascii: "*") }
    while let last = words.last, isBlank(last) { words.removeLast() }
    return String(decoding: words, as: UTF8.self)
  }

  /// A tool is spoken to without a blank: `//go:embed`, `//nolint:errcheck`; some take one.
  private static func isDirective(_ bytes: ArraySlice<UInt8>) -> Bool {
    if let colon = bytes.prefix(24).firstIndex(of: UInt8(ascii: ":")),
      bytes[..<colon].allSatisfy({ $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }), bytes.startIndex < colon
    {
      return true
    }
    let words = bytes.drop { isBlank($0) }
    return directives.contains { words.starts(with: $0.utf8) }
  }

  private static let directives = ["nolint", "#nosec", "nosec", "lint:", "lacuna:", "+build", "revive:", "NOSONAR"]

  private static func isBlank(_ byte: UInt8) -> Bool { byte <= UInt8(ascii: " ") }
}
