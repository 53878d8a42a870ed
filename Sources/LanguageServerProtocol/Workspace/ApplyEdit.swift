package import JSONText

/// `workspace/applyEdit`: the client makes an edit. Only for clients that declare it; some make it and never answer.
package struct ApplyEditRequest: ServerRequest, Hashable {
  package static let method = "workspace/applyEdit"
  package typealias Reply = ApplyEditResult

  /// For the client's list of what can be undone.
  package var label: String?
  package var edit: WorkspaceEdit

  package init(label: String? = nil, edit: WorkspaceEdit) {
    self.label = label
    self.edit = edit
  }

  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("label", ifPresent: label)
      writer.field("edit", edit)
    }
  }
}

/// What became of an edit.
package struct ApplyEditResult: Hashable, Sendable, JSONReadable {
  package var applied: Bool
  /// Why not, for a person.
  package var failureReason: String?
  /// Which of the changes could not be made, counted from 0.
  package var failedChange: Int?

  /// An answer that says nothing says that nothing was done.
  package init(json: JSONValue) throws(JSONMismatch) {
    applied = json.isTrue("applied")
    failureReason = json.tolerated("failureReason")
    failedChange = json.tolerated("failedChange")
  }
}
