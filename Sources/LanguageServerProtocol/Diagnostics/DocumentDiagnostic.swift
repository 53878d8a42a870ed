package import JSONText

/// `textDocument/diagnostic`: what is to be said about a document, for clients that ask.
package struct DocumentDiagnosticRequest: ClientRequest, Hashable {
  package static let method = "textDocument/diagnostic"
  package typealias Reply = DocumentDiagnosticReport

  package var textDocument: TextDocumentIdentifier
  /// Of the provider that is asked, as the server named it.
  package var identifier: String?
  /// Of the report that the client has.
  package var previousResultId: String?

  package init(json: JSONValue) throws(JSONMismatch) {
    textDocument = try json.required("textDocument")
    identifier = json.tolerated("identifier")
    previousResultId = json.tolerated("previousResultId")
  }
}

/// The answer to `textDocument/diagnostic`.
package enum DocumentDiagnosticReport: Hashable, Sendable, JSONWritable {
  /// All that is to be said. The id stands for it in later questions.
  case full(items: [Diagnostic], resultId: String?)
  /// The report of that id, which the client has, still holds.
  case unchanged(resultId: String)

  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      switch self {
      case .full(let items, let resultId):
        writer.field("kind", "full")
        writer.field("resultId", ifPresent: resultId)
        writer.field("items", items)
      case .unchanged(let resultId):
        writer.field("kind", "unchanged")
        writer.field("resultId", resultId)
      }
    }
  }
}

/// Sent as the `data` of an error `serverCancelled` to `textDocument/diagnostic`.
package struct DiagnosticCancellationData: Hashable, Sendable, JSONWritable {
  /// Whether the client should ask again.
  package var retriggerRequest: Bool

  package init(retriggerRequest: Bool) { self.retriggerRequest = retriggerRequest }

  package func write(to writer: inout JSONWriter) {
    writer.object { $0.field("retriggerRequest", retriggerRequest) }
  }
}

/// What the server says of its diagnostics to clients that ask for them.
package struct DiagnosticOptions: Hashable, Sendable, JSONWritable {
  package var identifier: String?
  /// A change of one document can change what is to be said about another.
  package var interFileDependencies: Bool
  /// The server answers `workspace/diagnostic`.
  package var workspaceDiagnostics: Bool

  package init(identifier: String? = nil, interFileDependencies: Bool, workspaceDiagnostics: Bool = false) {
    self.identifier = identifier
    self.interFileDependencies = interFileDependencies
    self.workspaceDiagnostics = workspaceDiagnostics
  }

  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("identifier", ifPresent: identifier)
      writer.field("interFileDependencies", interFileDependencies)
      writer.field("workspaceDiagnostics", workspaceDiagnostics)
    }
  }
}
