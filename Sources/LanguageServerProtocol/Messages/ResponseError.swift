package import JSONText

/// The answer to a request that failed.
package struct ResponseError: Error, Hashable, Sendable {
  package var code: ErrorCode
  /// One line, for a person.
  package var message: String
  package var data: JSONValue?

  package init(_ code: ErrorCode, _ message: String, data: JSONValue? = nil) {
    self.code = code
    self.message = message
    self.data = data
  }
}

extension ResponseError: JSONReadable, JSONWritable {
  /// Takes an error that lacks a part, or has a wrong one: that something failed must not get lost.
  package init(json: JSONValue) throws(JSONMismatch) {
    guard case .object = json else { throw .expected("an object", found: json) }
    code = json.tolerated("code") ?? .unknownErrorCode
    message = json.tolerated("message") ?? ""
    data = json["data"]
  }

  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("code", code)
      writer.field("message", message)
      writer.field("data", ifPresent: data)
    }
  }
}
