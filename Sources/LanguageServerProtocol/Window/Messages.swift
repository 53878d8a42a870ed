package import JSONText

/// `window/showMessage`: interrupts the user. For what routinely happens there is `window/logMessage`.
package struct ShowMessageNotification: ServerNotification, Hashable {
  package static let method = "window/showMessage"

  package var type: MessageType
  package var message: String

  package init(_ type: MessageType, _ message: String) {
    self.type = type
    self.message = message
  }

  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("type", type)
      writer.field("message", message)
    }
  }
}

/// `window/logMessage`: a line in the client's log. It holds nothing of the user's text.
package struct LogMessageNotification: ServerNotification, Hashable {
  package static let method = "window/logMessage"

  package var type: MessageType
  package var message: String

  package init(_ type: MessageType, _ message: String) {
    self.type = type
    self.message = message
  }

  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("type", type)
      writer.field("message", message)
    }
  }
}
