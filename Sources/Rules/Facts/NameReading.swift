/// Reads names as people wrote them, whatever the habit of their language.
package enum NameReading {
  /// What stands behind the last dot: `charge` of `self.gateway.charge`.
  package static func last(_ name: String) -> Substring {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return name[...] }
    return name[name.utf8.index(after: dot)...]
  }

  /// What stands before the first dot: `self` of `self.gateway.charge`.
  package static func root(_ name: String) -> Substring {
    guard let dot = name.utf8.firstIndex(of: UInt8(ascii: ".")) else { return name[...] }
    return name[..<dot]
  }

  /// What stands before the last dot, empty where there is none.
  package static func base(_ name: String) -> Substring {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return name[..<name.startIndex] }
    return name[..<dot]
  }

  /// A plain name in the habit of most languages, which start functions with a small letter and have no word for those
  /// that are waited for: `close` of `CloseAsync`.
  package static func habitual(_ name: some StringProtocol) -> String {
    var bytes = Array(name.utf8)
    if bytes.count > 5, bytes.suffix(5).elementsEqual("Async".utf8) { bytes.removeLast(5) }
    guard let first = bytes.first, first >= UInt8(ascii: "A"), first <= UInt8(ascii: "Z") else {
      return String(decoding: bytes, as: UTF8.self)
    }
    // `IOError` is one word of capitals: a type.
    if bytes.count == 1 || bytes[1] >= UInt8(ascii: "a") && bytes[1] <= UInt8(ascii: "z") { bytes[0] |= 0x20 }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a dotted name is this root, or a member of it.
  package static func isRooted(_ name: String, in root: String) -> Bool {
    guard !root.isEmpty, name.utf8.count >= root.utf8.count, name.hasPrefix(root) else { return false }
    let rest = name.utf8.dropFirst(root.utf8.count)
    return rest.isEmpty || rest.first == UInt8(ascii: ".")
  }

  /// The words of an identifier in lower case: `fetchUserByID`, `fetch_user_by_id` and `FETCH_USER_BY_ID` alike give
  /// fetch, user, by, id.
  package static func words(_ name: some StringProtocol) -> [String] {
    var words: [String] = []
    var word = ""
    var wasLower = false
    let bytes = Array(name.utf8)
    for (index, byte) in bytes.enumerated() {
      let isUpper = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
      let isLower = byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
      guard isUpper || isLower || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")) else {
        if !word.isEmpty { words.append(word) }
        word = ""
        wasLower = false
        continue
      }
      if isUpper {
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        let endsCapitals = !wasLower && next >= UInt8(ascii: "a") && next <= UInt8(ascii: "z")
        if !word.isEmpty, wasLower || endsCapitals {
          words.append(word)
          word = ""
        }
      }
      word.unicodeScalars.append(Unicode.Scalar(isUpper ? byte | 0x20 : byte))
      wasLower = !isUpper
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  /// Whether the name starts with a capital letter, as types do in most languages.
  package static func isCapitalized(_ name: some StringProtocol) -> Bool {
    guard let first = name.utf8.first(where: { $0 != UInt8(ascii: "_") }) else { return false }
    return first >= UInt8(ascii: "A") && first <= UInt8(ascii: "Z")
  }

  /// Whether the name says that something went wrong: `failed`, `last_error`, `INVALID`.
  package static func saysFailure(_ name: some StringProtocol) -> Bool {
    words(name).contains { failureWords.contains($0) }
  }

  private static let failureWords: Set<String> = [
    "fail", "fails", "failed", "failing", "failure", "failures", "error", "errors", "err", "errs", "exc", "exception",
    "exceptions", "invalid", "bad", "broken", "rejected", "reject", "denied", "skipped", "missing", "problem",
    "problems", "unprocessed", "aborted", "unavailable", "unreachable", "warnings", "issues", "timeout", "dead",
    "crashed", "corrupt", "unhealthy",
  ]
}
