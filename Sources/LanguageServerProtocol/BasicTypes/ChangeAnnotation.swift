package import JSONText

/// What a client may show of an edit before it is made.
package struct ChangeAnnotation: Hashable, Sendable {
  /// The name by which edits refer to it; a key of the object that holds it, not a member.
  package var id: String
  package var label: String
  package var needsConfirmation: Bool
  package var description: String?

  package init(id: String, label: String, needsConfirmation: Bool = false, description: String? = nil) {
    self.id = id
    self.label = label
    self.needsConfirmation = needsConfirmation
    self.description = description
  }

  init(id: String, json: JSONValue) throws(JSONMismatch) {
    self.id = id
    label = try json.required("label")
    needsConfirmation = try json.optional("needsConfirmation") ?? false
    description = try json.optional("description")
  }
}

extension ChangeAnnotation: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("label", label)
      writer.field("needsConfirmation", ifTrue: needsConfirmation)
      writer.field("description", ifPresent: description)
    }
  }
}
