extension JSONPlace {
  /// Where the value at `path` begins in a text; for a member, where its name begins. Nil when the text has no such
  /// value, or is not JSON up to there.
  ///
  /// Values do not carry places, because nearly none is ever complained about; this reads the text once more.
  package init?(of path: JSONPath, in bytes: [UInt8], options: JSONParsingOptions = .configuration) {
    let place = bytes.withUnsafeBytes { bytes -> JSONPlace? in
      var parser = JSONParser(bytes, options: options)
      do {
        return try parser.offset(of: path).map { JSONPlace(offset: $0, in: bytes) }
      } catch {
        return nil
      }
    }
    guard let place else { return nil }
    self = place
  }
}

extension JSONParser {
  /// Steps into one value after the other and over those before it.
  fileprivate mutating func offset(of path: JSONPath) throws(Failure) -> Int? {
    try start()
    var found = index
    for (depth, step) in path.steps.enumerated() {
      let entered: Int?
      switch step {
      case .member(let name): entered = try enter(name, depth: depth + 1)
      case .element(let position): entered = try enter(position, depth: depth + 1)
      }
      guard let entered else { return nil }
      found = entered
    }
    return found
  }

  private mutating func enter(_ wanted: String, depth: Int) throws(Failure) -> Int? {
    guard index < bytes.count, bytes[index] == UInt8(ascii: "{") else { return nil }
    var first = true
    while let (name, offset) = try nextName(first: first, depth: depth) {
      if name == wanted { return offset }
      _ = try value(depth: depth)
      first = false
    }
    return nil
  }

  private mutating func enter(_ wanted: Int, depth: Int) throws(Failure) -> Int? {
    guard index < bytes.count, bytes[index] == UInt8(ascii: "[") else { return nil }
    var position = 0
    while try nextElement(first: position == 0, depth: depth) {
      if position == wanted { return index }
      _ = try value(depth: depth)
      position += 1
    }
    return nil
  }
}
