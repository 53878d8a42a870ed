package import JSONText

/// What ties a response to its request.
package enum RequestID: Hashable, Sendable {
  case number(Int64)
  case string(String)
  /// The id of an answer to something whose own id could not be told.
  case null
}

extension RequestID: JSONReadable, JSONWritable {
  package init(json: JSONValue) throws(JSONMismatch) {
    switch json {
    case .string(let text): self = .string(text)
    case .null: self = .null
    case .integer, .double: self = .number(try Int64(json: json))
    default: throw .expected("an integer or a string", found: json)
    }
  }

  package func write(to writer: inout JSONWriter) {
    switch self {
    case .number(let number): writer.integer(number)
    case .string(let text): writer.string(text)
    case .null: writer.null()
    }
  }
}

extension RequestID: CustomStringConvertible {
  package var description: String { JSONWriter.text(of: self) }
}
