/// One header block: the lines before a message, without the empty one that ends them.
struct MessageHeader {
  let length: Int
  /// Nil when it is UTF-8, said or not.
  let foreignEncoding: String?

  /// - Parameter lenient: lines that are no header are passed over and the first length counts, because what is wrong
  ///   with this block has been said already.
  init(parsing block: ArraySlice<UInt8>, lenient: Bool) throws(FramingError) {
    var length: Int?
    var encoding: String?
    for line in block.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true) {
      let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      guard let (name, value) = Self.field(line) else {
        if lenient || line.isEmpty { continue }
        throw .malformedHeader(Self.excerpt(line))
      }
      switch name {
      case "content-length":
        if lenient && length != nil { continue }
        let number = try Self.number(value)
        if let length, length != number { throw .conflictingLengths }
        length = number
      case "content-type": encoding = Self.charset(value)
      default: continue
      }
    }
    guard let length else { throw .missingLength }
    self.length = length
    foreignEncoding = encoding.flatMap { Self.isUTF8($0) ? nil : $0 }
  }

  /// Name (in lower case) and value of a header line; nil when it is none.
  private static func field(_ line: ArraySlice<UInt8>) -> (name: String, value: ArraySlice<UInt8>)? {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else { return nil }
    let name = line[..<colon]
    guard name.allSatisfy(isTokenCharacter) else { return nil }
    return (String(decoding: name, as: UTF8.self).lowercased(), trimmed(line[(colon + 1)...]))
  }

  /// What RFC 7230 allows in the name of a header.
  private static func isTokenCharacter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }

  private static func number(_ value: ArraySlice<UInt8>) throws(FramingError) -> Int {
    guard !value.isEmpty, value.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      throw .malformedLength(excerpt(value))
    }
    guard let number = Int(String(decoding: value, as: UTF8.self)) else { throw .absurdLength }
    return number
  }

  /// The `charset` of a `Content-Type`, in lower case and without quotes.
  private static func charset(_ value: ArraySlice<UInt8>) -> String? {
    for parameter in value.split(separator: UInt8(ascii: ";")).dropFirst() {
      guard let equals = parameter.firstIndex(of: UInt8(ascii: "=")) else { continue }
      let name = String(decoding: trimmed(parameter[..<equals]), as: UTF8.self).lowercased()
      guard name == "charset" else { continue }
      let quotes = [UInt8(ascii: "\""), UInt8(ascii: "'")]
      let charset = trimmed(parameter[(equals + 1)...]).filter { !quotes.contains($0) }
      return excerpt(charset[...]).lowercased()
    }
    return nil
  }

  /// The specification itself once wrote `utf8`.
  private static func isUTF8(_ charset: String) -> Bool { charset == "utf-8" || charset == "utf8" }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    var bytes = bytes.drop(while: isBlank)
    while let last = bytes.last, isBlank(last) { bytes.removeLast() }
    return bytes
  }

  /// Enough of a line to recognise it by, on one line of a log.
  private static func excerpt(_ line: ArraySlice<UInt8>) -> String {
    let printable = line.prefix(40).map { (0x20..<0x7F).contains($0) ? $0 : UInt8(ascii: "?") }
    return String(decoding: printable, as: UTF8.self) + (line.count > 40 ? "…" : "")
  }
}
