package import JSONText

extension ClientCapabilities {
  package struct CodeAction: Hashable, Sendable, JSONReadable {
    package var dynamicRegistration = false
    /// The client takes actions; when not, only bare commands. Nil kinds when it takes none, empty when it names none.
    package var literalKinds: [CodeActionKind]?
    package var isPreferredSupport = false
    package var disabledSupport = false
    /// `data` comes back in `codeAction/resolve`.
    package var dataSupport = false
    /// What may be left to `codeAction/resolve`; empty when nothing may.
    package var resolveProperties: [String] = []
    /// Edits of an action may be annotated.
    package var honorsChangeAnnotations = false

    package init() {}

    package init(json: JSONValue) throws(JSONMismatch) {
      dynamicRegistration = json.isTrue("dynamicRegistration")
      if let literals = json["codeActionLiteralSupport"], case .object = literals {
        literalKinds = literals["codeActionKind"]?.toleratedElements("valueSet") ?? []
      }
      isPreferredSupport = json.isTrue("isPreferredSupport")
      disabledSupport = json.isTrue("disabledSupport")
      dataSupport = json.isTrue("dataSupport")
      resolveProperties = json["resolveSupport"]?.toleratedElements("properties") ?? []
      honorsChangeAnnotations = json.isTrue("honorsChangeAnnotations")
    }
  }
}
