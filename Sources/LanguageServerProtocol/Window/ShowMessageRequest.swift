package import JSONText

/// `window/showMessageRequest`: asks the user to choose. The answer is what was chosen, nil when nothing was.
package struct ShowMessageRequest: ServerRequest, Hashable {
  package static let method = "window/showMessageRequest"
  package typealias Reply = Action?

  package struct Action: Hashable, Sendable, JSONReadable, JSONWritable {
    package var title: String

    package init(title: String) { self.title = title }

    package init(json: JSONValue) throws(JSONMismatch) { title = try json.required("title") }

    package func write(to writer: inout JSONWriter) {
      writer.object { $0.field("title", title) }
    }
  }

  package var type: MessageType
  package var message: String
  package var actions: [Action]?

  package init(_ type: MessageType, _ message: String, actions: [Action]? = nil) {
    self.type = type
    self.message = message
    self.actions = actions
  }

  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("type", type)
      writer.field("message", message)
      writer.field("actions", ifPresent: actions)
    }
  }
}
