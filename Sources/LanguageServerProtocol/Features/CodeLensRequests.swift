package import JSONText

/// `textDocument/codeLens`: the lenses of a document; nil where there is nothing to say yet.
package struct CodeLensRequest: ClientRequest, Hashable {
  package static let method = "textDocument/codeLens"
  package typealias Reply = [CodeLens]?

  package var textDocument: TextDocumentIdentifier

  package init(json: JSONValue) throws(JSONMismatch) { textDocument = try json.required("textDocument") }
}

/// `codeLens/resolve`: the same lens with its command.
package struct CodeLensResolveRequest: ClientRequest, Hashable {
  package static let method = "codeLens/resolve"
  package typealias Reply = CodeLens

  package var lens: CodeLens

  package init(json: JSONValue) throws(JSONMismatch) { lens = try CodeLens(json: json) }
}

/// `workspace/codeLens/refresh`: the client should ask for all lenses again. Only for clients that declare it.
package struct CodeLensRefreshRequest: BareServerRequest, Hashable {
  package static let method = "workspace/codeLens/refresh"

  package init() {}
}

/// What the server says of its lenses.
package struct CodeLensOptions: Hashable, Sendable, JSONWritable {
  package var resolveProvider: Bool

  package init(resolveProvider: Bool) { self.resolveProvider = resolveProvider }

  package func write(to writer: inout JSONWriter) {
    writer.object { $0.field("resolveProvider", resolveProvider) }
  }
}
