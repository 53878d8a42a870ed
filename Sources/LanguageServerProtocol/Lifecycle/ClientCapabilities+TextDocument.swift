package import JSONText

extension ClientCapabilities {
  package struct TextDocument: Hashable, Sendable, JSONReadable {
    /// The client asks for diagnostics (`textDocument/diagnostic`); nil when they must be published to it.
    package var diagnostic: Diagnostics?
    /// Nil from a client that says nothing of it; most take published diagnostics all the same.
    package var publishDiagnostics: Diagnostics?
    /// Nil also from clients that show lenses without saying so.
    package var codeLens: CodeLens?
    package var codeAction = CodeAction()
    package var hover = Hover()

    package init() {}

    package init(json: JSONValue) throws(JSONMismatch) {
      diagnostic = json.tolerated("diagnostic")
      publishDiagnostics = json.tolerated("publishDiagnostics")
      codeLens = json.tolerated("codeLens")
      codeAction = json.tolerated("codeAction") ?? CodeAction()
      hover = json.tolerated("hover") ?? Hover()
    }
  }

  /// What a client can do with the parts of a diagnostic.
  package struct Diagnostics: Hashable, Sendable, JSONReadable {
    package var dynamicRegistration: Bool
    package var relatedInformation: Bool
    /// Published sets carry the version that they speak of. Only with `publishDiagnostics`.
    package var versionSupport: Bool
    package var codeDescriptionSupport: Bool
    /// `data` comes back in `textDocument/codeAction`. Some clients send it back without saying so.
    package var dataSupport: Bool
    /// The tags that it can show; empty when none.
    package var tags: [DiagnosticTag]
    /// A report may speak of other documents as well. Only with `diagnostic`.
    package var relatedDocumentSupport: Bool

    package init(json: JSONValue) throws(JSONMismatch) {
      _ = try JSONObject(json: json)
      dynamicRegistration = json.isTrue("dynamicRegistration")
      relatedInformation = json.isTrue("relatedInformation")
      versionSupport = json.isTrue("versionSupport")
      codeDescriptionSupport = json.isTrue("codeDescriptionSupport")
      dataSupport = json.isTrue("dataSupport")
      relatedDocumentSupport = json.isTrue("relatedDocumentSupport")
      // Before 3.15 it was a switch.
      tags = json["tagSupport"]?.toleratedElements("valueSet") ?? []
      if json.isTrue("tagSupport") { tags = [.unnecessary, .deprecated] }
    }
  }

  package struct CodeLens: Hashable, Sendable, JSONReadable {
    package var dynamicRegistration: Bool
    /// What may be left to `codeLens/resolve`; nil when the client does not say (before 3.18: the command).
    package var resolveProperties: [String]?

    package init(json: JSONValue) throws(JSONMismatch) {
      _ = try JSONObject(json: json)
      dynamicRegistration = json.isTrue("dynamicRegistration")
      resolveProperties = json["resolveSupport"]?.toleratedElements("properties")
    }
  }

  package struct Hover: Hashable, Sendable, JSONReadable {
    /// Best first. Empty when the client says nothing: then plain text is safe.
    package var contentFormat: [MarkupKind] = []

    package init() {}

    package init(json: JSONValue) throws(JSONMismatch) {
      contentFormat = json.toleratedElements("contentFormat") ?? []
    }
  }
}
