/// Reads what a person wrote in a comment.
enum PythonComment {
  /// The words behind the sign, trimmed; empty for one that speaks to a tool (`noqa`, `type: ignore`).
  static func text(_ bytes: ArraySlice<UInt8>) -> String {
    let words = bytes.drop { $0 == UInt8(ascii: "#") || isBlank($0) }
    guard !directives.contains(where: { starts(words, with: $0) }) else { return "" }
    var text = words
    while let last = text.last, isBlank(last) { text.removeLast() }
    return String(decoding: text, as: UTF8.self)
  }

  /// What starts a comment that tells a tool what to do, in lower case.
  private static let directives: [StaticString] = [
    "noqa", "type:", "pylint:", "pragma:", "nosec", "ruff:", "fmt:", "isort:", "mypy:", "pyright:", "flake8:", "yapf:",
    "lacuna:", "-*-", "!",
  ]

  private static func starts(_ bytes: ArraySlice<UInt8>, with mark: StaticString) -> Bool {
    guard bytes.count >= mark.utf8CodeUnitCount else { return false }
    for (offset, byte) in bytes.prefix(mark.utf8CodeUnitCount).enumerated() {
      let lower = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
      if lower != mark.utf8Start[offset] { return false }
    }
    return true
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte <= UInt8(ascii: " ") }
}
