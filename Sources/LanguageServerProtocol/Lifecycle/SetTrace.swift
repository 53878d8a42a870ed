package import JSONText

/// `$/setTrace`: how much the client wants to be told from now on.
package struct SetTraceNotification: ClientNotification, Hashable {
  package static let method = "$/setTrace"

  package var value: TraceValue

  package init(json: JSONValue) throws(JSONMismatch) { value = try json.required("value") }
}

/// `$/logTrace`: what the server does, for a client that asked by `$/setTrace`.
package struct LogTraceNotification: ServerNotification, Hashable {
  package static let method = "$/logTrace"

  package var message: String
  /// Only for `TraceValue.verbose`.
  package var verbose: String?

  package init(message: String, verbose: String? = nil) {
    self.message = message
    self.verbose = verbose
  }

  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("message", message)
      writer.field("verbose", ifPresent: verbose)
    }
  }
}
