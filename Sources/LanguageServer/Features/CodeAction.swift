import JSONText
import LanguageServerProtocol
import Rules
import SourceText

/// What can be done at a place. It is found by the lines alone: not every client says which diagnostics are there.
enum CodeActionHandler: RequestHandler {
  static let access = Access.reads

  static func handle(_ request: CodeActionRequest, in session: Session, _ reply: Reply<[CodeActionOrCommand]?>) {
    guard let document = session.documents[request.textDocument.uri] else { return reply.send(nil) }
    session.whenSettled(document, hurry: true) {
      guard !session.isOutdated(request, in: document) else { return reply.fail(.stale) }
      let lines = session.lines(of: request.range, in: document)
      let actions = ActionFinder(document, lines: lines).actions()
      reply.send(actions.compactMap { session.offer($0, at: lines, in: document, for: request) })
    }
  }
}

/// The edit of an action, if the document is still what it was when the action was offered.
enum CodeActionResolveHandler: ImmediateHandler {
  typealias Request = CodeActionResolveRequest
  static let access = Access.reads

  static func respond(to request: CodeActionResolveRequest, in session: Session) throws(ResponseError) -> CodeAction {
    var action = request.action
    guard let data = ActionData(action.data) else { return action }
    let (found, document) = try session.action(for: data)
    if found.disabledReason == nil, !found.edits.isEmpty {
      action.edit = session.workspaceEdit(found.edits, of: document)
    }
    return action
  }
}

extension Session {
  /// Whether the client leaves the edit of an action for later.
  var resolvesActions: Bool {
    let abilities = capabilities.textDocument.codeAction
    return abilities.resolveProperties.contains("edit") && abilities.dataSupport
  }

  /// The lines of a range, first and last. One that ends at the start of a line does not mean that line.
  fileprivate func lines(of range: LSPRange, in document: OpenDocument) -> ClosedRange<Int> {
    let (start, end) = (min(range.start, range.end), max(range.start, range.end))
    let last = max(0, document.text.lineCount - 1)
    let first = min(start.line, last)
    return first...max(first, min(end.character == 0 && end.line > start.line ? end.line - 1 : end.line, last))
  }

  /// Whether a client asks about a diagnostic that it was told before the last ones, at the place where that was: since
  /// then something else may stand there.
  fileprivate func isOutdated(_ request: CodeActionRequest, in document: OpenDocument) -> Bool {
    guard let told = document.told.version else { return false }
    return request.diagnostics.contains { diagnostic in
      guard diagnostic.range == request.range, request.range.start != request.range.end,
        let data = DiagnosticData(diagnostic.data), let version = data.version, version < told
      else { return false }
      return !findings(in: document).contains {
        $0.fingerprint == data.fingerprint && $0.range == diagnostic.range
      }
    }
  }

  /// An action as this client takes it; nil where it does not take such a one.
  fileprivate func offer(
    _ action: Action,
    at lines: ClosedRange<Int>,
    in document: OpenDocument,
    for request: CodeActionRequest
  ) -> CodeActionOrCommand? {
    let abilities = capabilities.textDocument.codeAction
    let kind = action.codeActionKind
    if let only = request.only, !only.contains(where: { kind.isKind(of: $0) }) { return nil }
    if action.disabledReason != nil, !abilities.disabledSupport { return nil }
    let data = ActionData(action, at: lines, in: document)
    guard abilities.literalKinds != nil else { return bareCommand(action, data, document) }

    var offered = CodeAction(title: action.title, kind: kind)
    offered.disabledReason = action.disabledReason
    offered.diagnostics = diagnostics(for: action, in: document, request)
    if action.kind == .fix, abilities.isPreferredSupport { offered.isPreferred = true }
    if action.kind == .ledger {
      offered.command = ledgerCommand(action, document)
    } else if action.disabledReason == nil, resolvesActions {
      offered.data = data.json
    } else if action.disabledReason == nil {
      offered.edit = workspaceEdit(action.edits, of: document)
    }
    return .action(offered)
  }

  /// For clients that know only commands.
  private func bareCommand(_ action: Action, _ data: ActionData, _ document: OpenDocument) -> CodeActionOrCommand? {
    if action.kind == .ledger { return .command(ledgerCommand(action, document)) }
    guard capabilities.workspace.applyEdit, action.disabledReason == nil else { return nil }
    return .command(Command(title: action.title, command: .applyAction, arguments: [data.json]))
  }

  private func ledgerCommand(_ action: Action, _ document: OpenDocument) -> Command {
    Command(
      title: action.title,
      command: .showLedger,
      arguments: [.string(document.uri.text), .string(action.unit)]
    )
  }

  /// The diagnostics that an action does away with: as the client sent them, else as it was told them.
  private func diagnostics(
    for action: Action,
    in document: OpenDocument,
    _ request: CodeActionRequest
  ) -> [Diagnostic]? {
    guard let placed = action.entry, placed.entry.outcome == .flagged else { return nil }
    var finder = RangeFinder(document.text, encoding)
    let finding = Finding(placed.entry, start: placed.start, in: &finder)
    let sent = request.diagnostics.filter { diagnostic in
      DiagnosticData(diagnostic.data)?.fingerprint == finding.fingerprint
        || (diagnostic.range == finding.range && diagnostic.code == .string(finding.rule.rawValue))
    }
    if !sent.isEmpty { return sent }
    return diagnostics([finding], of: document)
  }
}
