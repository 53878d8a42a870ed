extension JSONValue: JSONReadable {
  package init(json: JSONValue) { self = json }
}

extension JSONObject: JSONReadable {
  package init(json: JSONValue) throws(JSONMismatch) {
    guard case .object(let object) = json else { throw .expected("an object", found: json) }
    self = object
  }
}

extension Bool: JSONReadable {
  package init(json: JSONValue) throws(JSONMismatch) {
    guard case .bool(let value) = json else { throw .expected("a boolean", found: json) }
    self = value
  }
}

extension String: JSONReadable {
  package init(json: JSONValue) throws(JSONMismatch) {
    guard case .string(let value) = json else { throw .expected("a string", found: json) }
    self = value
  }
}

extension Double: JSONReadable {
  package init(json: JSONValue) throws(JSONMismatch) {
    switch json {
    case .double(let value): self = value
    case .integer(let value): self = Double(value)
    default: throw .expected("a number", found: json)
    }
  }
}

extension Int64: JSONReadable {
  /// Takes `3.0` as well: some clients have one kind of number only.
  package init(json: JSONValue) throws(JSONMismatch) {
    switch json {
    case .integer(let value): self = value
    case .double(let value):
      // Within these bounds every whole number is exact, and the conversion cannot trap.
      guard value.magnitude <= 0x1p53, Double(Int64(value)) == value else { throw .expected("an integer", found: json) }
      self = Int64(value)
    default: throw .expected("an integer", found: json)
    }
  }
}

extension Int: JSONReadable {
  package init(json: JSONValue) throws(JSONMismatch) {
    guard let value = Int(exactly: try Int64(json: json)) else { throw JSONMismatch("this integer is too large") }
    self = value
  }
}

extension Array: JSONReadable where Element: JSONReadable {
  package init(json: JSONValue) throws(JSONMismatch) {
    guard case .array(let elements) = json else { throw .expected("an array", found: json) }
    self = []
    reserveCapacity(elements.count)
    for (position, element) in elements.enumerated() {
      do {
        append(try Element(json: element))
      } catch {
        throw error.inside(.element(position))
      }
    }
  }
}

/// Null is nil. For an answer as a whole; a member that may be absent is read by `optional(_:)`.
extension Optional: JSONReadable where Wrapped: JSONReadable {
  package init(json: JSONValue) throws(JSONMismatch) {
    self = json == .null ? nil : try Wrapped(json: json)
  }
}
