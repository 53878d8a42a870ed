extension JSONParser {
  /// Moves over white space and, where they are allowed, comments.
  @inline(__always)
  mutating func skipSpace() throws(Failure) {
    while index < bytes.count {
      let byte = bytes[index]
      if byte > 0x20 && byte != UInt8(ascii: "/") { return }
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): index &+= 1
      case UInt8(ascii: "/"): try skipComment()
      default: return
      }
    }
  }

  private mutating func skipComment() throws(Failure) {
    let start = index
    let kind = index &+ 1 < bytes.count ? bytes[index &+ 1] : 0
    guard kind == UInt8(ascii: "/") || kind == UInt8(ascii: "*") else {
      throw Failure(reason: .expectedValue, offset: start)
    }
    guard options.allowsComments else { throw Failure(reason: .commentNotAllowed, offset: start) }
    index &+= 2
    if kind == UInt8(ascii: "/") {
      while index < bytes.count, bytes[index] != UInt8(ascii: "\n"), bytes[index] != UInt8(ascii: "\r") { index &+= 1 }
      return
    }
    while index &+ 1 < bytes.count {
      if bytes[index] == UInt8(ascii: "*") && bytes[index &+ 1] == UInt8(ascii: "/") {
        index &+= 2
        return
      }
      index &+= 1
    }
    throw Failure(reason: .unterminatedComment, offset: start)
  }
}
