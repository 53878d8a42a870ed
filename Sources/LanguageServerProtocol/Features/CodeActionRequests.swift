package import JSONText

/// `textDocument/codeAction`: what can be done at a place; nil where there is nothing.
package struct CodeActionRequest: ClientRequest, Hashable {
  package static let method = "textDocument/codeAction"
  package typealias Reply = [CodeActionOrCommand]?

  package var textDocument: TextDocumentIdentifier
  /// A cursor, a selection, a line, or what the client takes for the diagnostic's place.
  package var range: LSPRange
  /// The diagnostics at that place, as far as the client sends them: some send none, some only parts of them.
  package var diagnostics: [Diagnostic]
  /// The kinds that are wanted; nil for all.
  package var only: [CodeActionKind]?
  package var triggerKind: CodeActionTriggerKind?

  package init(json: JSONValue) throws(JSONMismatch) {
    textDocument = try json.required("textDocument")
    range = try json.required("range")
    let context = json["context"] ?? .null
    diagnostics = context.toleratedElements("diagnostics") ?? []
    only = context.toleratedElements("only")
    triggerKind = context.tolerated("triggerKind")
  }
}

/// What a client is offered: actions, or bare commands where it knows nothing else (no `codeActionLiteralSupport`).
package enum CodeActionOrCommand: Hashable, Sendable, JSONWritable {
  case action(CodeAction)
  case command(Command)

  package func write(to writer: inout JSONWriter) {
    switch self {
    case .action(let action): action.write(to: &writer)
    case .command(let command): command.write(to: &writer)
    }
  }
}

/// `codeAction/resolve`: the same action with what was left out.
package struct CodeActionResolveRequest: ClientRequest, Hashable {
  package static let method = "codeAction/resolve"
  package typealias Reply = CodeAction

  package var action: CodeAction

  package init(json: JSONValue) throws(JSONMismatch) { action = try CodeAction(json: json) }
}

/// What the server says of its actions.
package struct CodeActionOptions: Hashable, Sendable, JSONWritable {
  package var codeActionKinds: [CodeActionKind]?
  package var resolveProvider: Bool

  package init(codeActionKinds: [CodeActionKind]? = nil, resolveProvider: Bool = false) {
    self.codeActionKinds = codeActionKinds
    self.resolveProvider = resolveProvider
  }

  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("codeActionKinds", ifPresent: codeActionKinds)
      writer.field("resolveProvider", ifTrue: resolveProvider)
    }
  }
}
