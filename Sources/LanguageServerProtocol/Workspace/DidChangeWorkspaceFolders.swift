package import JSONText

/// `workspace/didChangeWorkspaceFolders`: roots were opened and closed.
package struct DidChangeWorkspaceFoldersNotification: ClientNotification, Hashable {
  package static let method = "workspace/didChangeWorkspaceFolders"

  package var added: [WorkspaceFolder]
  package var removed: [WorkspaceFolder]

  package init(json: JSONValue) throws(JSONMismatch) {
    let event: JSONValue = try json.required("event")
    do {
      added = try event.optional("added") ?? []
      removed = try event.optional("removed") ?? []
    } catch {
      throw error.inside("event")
    }
  }
}
