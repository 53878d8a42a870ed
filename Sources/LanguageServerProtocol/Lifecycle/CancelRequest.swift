package import JSONText

/// `$/cancelRequest`: the other side no longer needs the answer. The request must be answered all the same.
package struct CancelNotification: ClientNotification, ServerNotification, Hashable {
  package static let method = "$/cancelRequest"

  package var id: RequestID

  package init(id: RequestID) { self.id = id }

  package init(json: JSONValue) throws(JSONMismatch) { id = try json.required("id") }

  package func write(to writer: inout JSONWriter) {
    writer.object { $0.field("id", id) }
  }
}
