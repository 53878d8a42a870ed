package import JSONText

/// What ties reports of progress to the work that they are about.
package enum ProgressToken: Hashable, Sendable {
  case number(Int)
  case string(String)
}

extension ProgressToken: JSONReadable, JSONWritable {
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
