/// `file:` URIs and paths (RFC 8089), for systems whose paths begin with a slash.
enum FileURI {
  /// The scheme of a URI, in lower case.
  static func scheme(of text: String) -> String? {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), colon > text.startIndex else { return nil }
    return text[..<colon].lowercased()
  }

  /// The path that a URI names on this machine; nil when it is no file, or one of another machine.
  static func path(of text: String) -> [UInt8]? {
    guard scheme(of: text) == "file" else { return nil }
    var rest = text.utf8.dropFirst("file:".utf8.count)
    if let end = rest.firstIndex(where: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }) { rest = rest[..<end] }
    if rest.starts(with: "//".utf8) {
      rest = rest.dropFirst(2)
      guard let slash = rest.firstIndex(of: UInt8(ascii: "/")) else { return nil }
      let host = String(decoding: rest[..<slash], as: UTF8.self).lowercased()
      guard host.isEmpty || host == "localhost" else { return nil }
      rest = rest[slash...]
    }
    guard rest.first == UInt8(ascii: "/") else { return nil }
    let path = PercentEncoding.decoded(rest)
    // No file has such a name, and for the system it would end there.
    return path.contains(0) ? nil : path
  }

  static func text(of path: [UInt8]) -> String { "file://" + PercentEncoding.path(path) }
}
