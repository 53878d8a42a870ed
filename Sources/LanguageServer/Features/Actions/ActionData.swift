import JSONText
import LanguageServerProtocol
import Rules
import SourceText

/// By which an offered action is found again, in the very text that it was offered for.
struct ActionData {
  var uri: DocumentURI
  /// Of the opening of the document.
  var serial: Int
  /// Of its text.
  var changes: Int
  var lines: ClosedRange<Int>
  var kind: String
  var title: String
  /// Empty for an action about a whole unit.
  var fingerprint: String

  init(_ action: Action, at lines: ClosedRange<Int>, in document: OpenDocument) {
    uri = document.uri
    serial = document.serial
    changes = document.changes
    self.lines = lines
    kind = action.kind.rawValue
    title = action.title
    fingerprint = action.entry?.entry.fingerprint ?? ""
  }

  /// Nil for data that is not this server's.
  init?(_ json: JSONValue?) {
    do {
      guard let json else { return nil }
      uri = try json.required("uri")
      serial = try json.required("serial")
      changes = try json.required("changes")
      let (first, last): (Int, Int) = (try json.required("first"), try json.required("last"))
      lines = first...max(first, last)
      kind = try json.required("kind")
      title = try json.required("title")
      fingerprint = try json.required("fingerprint")
    } catch {
      return nil
    }
  }

  var json: JSONValue {
    [
      "uri": .string(uri.text), "serial": .integer(Int64(serial)), "changes": .integer(Int64(changes)),
      "first": .integer(Int64(lines.lowerBound)), "last": .integer(Int64(lines.upperBound)),
      "kind": .string(kind), "title": .string(title), "fingerprint": .string(fingerprint),
    ]
  }

  func names(_ action: Action) -> Bool {
    action.kind.rawValue == kind && action.title == title && (action.entry?.entry.fingerprint ?? "") == fingerprint
  }
}

extension Session {
  /// The action that was offered; refused where the text is another now.
  func action(for data: ActionData) throws(ResponseError) -> (Action, OpenDocument) {
    guard let document = documents[data.uri], document.serial == data.serial, document.changes == data.changes,
      let action = ActionFinder(document, lines: data.lines).actions().first(where: data.names)
    else { throw .stale }
    return (action, document)
  }

  /// Edits of one document, in the form that the client takes.
  func workspaceEdit(_ edits: [TextEdit], of document: OpenDocument) -> WorkspaceEdit {
    let edits = edits.map { edit in
      LSPTextEdit(
        range: document.text.lspRange(of: edit.range, in: encoding),
        newText: String(decoding: edit.replacement, as: UTF8.self)
      )
    }
    guard capabilities.workspace.workspaceEdit.documentChanges else {
      return WorkspaceEdit(changes: [.init(uri: document.uri, edits: edits)])
    }
    let target = OptionalVersionedTextDocumentIdentifier(uri: document.uri, version: document.version)
    return WorkspaceEdit(documentChanges: [.edit(TextDocumentEdit(textDocument: target, edits: edits))])
  }
}
