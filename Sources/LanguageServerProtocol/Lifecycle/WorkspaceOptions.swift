package import JSONText

/// What the server offers for the workspace as a whole.
package struct WorkspaceOptions: Hashable, Sendable, JSONWritable {
  package var workspaceFolders: WorkspaceFoldersOptions?
  package var textDocumentContent: TextDocumentContentOptions?

  package init(
    workspaceFolders: WorkspaceFoldersOptions? = nil,
    textDocumentContent: TextDocumentContentOptions? = nil
  ) {
    self.workspaceFolders = workspaceFolders
    self.textDocumentContent = textDocumentContent
  }

  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("workspaceFolders", ifPresent: workspaceFolders)
      writer.field("textDocumentContent", ifPresent: textDocumentContent)
    }
  }
}

/// Whether the server works in several folders, and wants to hear when they change.
package struct WorkspaceFoldersOptions: Hashable, Sendable, JSONWritable {
  package var supported: Bool
  package var changeNotifications: Bool

  package init(supported: Bool, changeNotifications: Bool) {
    self.supported = supported
    self.changeNotifications = changeNotifications
  }

  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("supported", supported)
      writer.field("changeNotifications", changeNotifications)
    }
  }
}
