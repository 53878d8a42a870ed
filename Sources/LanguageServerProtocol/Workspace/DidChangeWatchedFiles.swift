package import JSONText

/// What happened to a file.
package struct FileChangeType: OpenSet {
  package let rawValue: Int

  package init(rawValue: Int) { self.rawValue = rawValue }

  package static let created = FileChangeType(rawValue: 1)
  package static let changed = FileChangeType(rawValue: 2)
  package static let deleted = FileChangeType(rawValue: 3)
}

/// `workspace/didChangeWatchedFiles`: files changed on the disk, among those that the server asked to watch.
package struct DidChangeWatchedFilesNotification: ClientNotification, Hashable {
  package static let method = "workspace/didChangeWatchedFiles"

  package struct Change: Hashable, Sendable, JSONReadable {
    package var uri: DocumentURI
    package var type: FileChangeType

    package init(json: JSONValue) throws(JSONMismatch) {
      uri = try json.required("uri")
      type = try json.required("type")
    }
  }

  package var changes: [Change]

  package init(json: JSONValue) throws(JSONMismatch) { changes = try json.required("changes") }
}
