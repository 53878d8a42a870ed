package import JSONText

/// By which a diagnostic can be looked up.
package enum DiagnosticCode: Hashable, Sendable {
  case number(Int)
  case string(String)
}

extension DiagnosticCode: JSONReadable, JSONWritable {
  package init(json: JSONValue) throws(JSONMismatch) {
    switch json {
    case .string(let text): self = .string(text)
    case .integer, .double: self = .number(try Int(json: json))
    default: throw .expected("an integer or a string", found: json)
    }
  }

  package func write(to writer: inout JSONWriter) {
    switch self {
    case .number(let number): writer.value(number)
    case .string(let text): writer.string(text)
    }
  }
}
