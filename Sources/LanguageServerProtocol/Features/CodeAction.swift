package import JSONText

/// Something that can be done about a stretch of code. A client makes the edit first, then runs the command.
package struct CodeAction: Hashable, Sendable {
  package var title: String
  package var kind: CodeActionKind?
  /// What it does away with.
  package var diagnostics: [Diagnostic]?
  /// Only for clients that declare it.
  package var isPreferred: Bool?
  /// Why it cannot be done now. Only for clients that declare it; others are not shown such an action.
  package var disabledReason: String?
  package var edit: WorkspaceEdit?
  package var command: Command?
  /// The server's own; comes back in `codeAction/resolve`.
  package var data: JSONValue?
  /// Members that came and are not known here; they are written back.
  package var unknown = JSONObject()

  package init(title: String, kind: CodeActionKind? = nil) {
    self.title = title
    self.kind = kind
  }
}

extension CodeAction: JSONReadable, JSONWritable {
  private static let names: Set = [
    "title", "kind", "diagnostics", "isPreferred", "disabled", "edit", "command", "data",
  ]

  package init(json: JSONValue) throws(JSONMismatch) {
    title = try json.required("title")
    kind = json.tolerated("kind")
    diagnostics = json.toleratedElements("diagnostics")
    isPreferred = json.tolerated("isPreferred")
    disabledReason = json["disabled"]?.tolerated("reason")
    edit = try json.optional("edit")
    command = try json.optional("command")
    data = json["data"]
    unknown = json.members(except: Self.names)
  }

  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("title", title)
      writer.field("kind", ifPresent: kind)
      writer.field("diagnostics", ifPresent: diagnostics)
      writer.field("isPreferred", ifPresent: isPreferred)
      if let disabledReason {
        writer.field("disabled", object: { $0.field("reason", disabledReason) })
      }
      writer.field("edit", ifPresent: edit)
      writer.field("command", ifPresent: command)
      writer.field("data", ifPresent: data)
      writer.fields(unknown)
    }
  }
}
