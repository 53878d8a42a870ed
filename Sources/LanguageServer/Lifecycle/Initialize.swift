import JSONText
import LanguageServerProtocol
import Review
import SourceText
import Workspace

enum InitializeHandler: ImmediateHandler {
  typealias Request = InitializeRequest
  static let access = Access.writes

  static func respond(to request: InitializeRequest, in session: Session) throws(ResponseError) -> InitializeResult {
    session.lifecycle = .greeted
    session.capabilities = request.capabilities
    session.encoding = PositionEncoding(chosenFrom: request.capabilities.general.positionEncodings)
    for folder in request.folders { session.settings.add(folder) }
    session.settings.editor = request.initializationOptions.map(Session.ownSettings) ?? .null
    session.log.level = session.settings.general.logLevel
    let client = request.clientInfo.map { "\($0.name) \($0.version ?? "")" } ?? "a client without a name"
    session.log.info("\(Tool.name) \(Tool.version) serves \(client), \(request.folders.count) folders")
    return InitializeResult(
      capabilities: session.offer,
      serverInfo: ServerInfo(name: Tool.name, version: Tool.version)
    )
  }
}

extension Session {
  /// What this server offers this client. What clients use without saying so is offered to all.
  fileprivate var offer: ServerCapabilities {
    var offer = ServerCapabilities()
    if !capabilities.general.positionEncodings.isEmpty { offer.positionEncoding = encoding.kind }
    offer.textDocumentSync = TextDocumentSyncOptions(
      openClose: true,
      change: .incremental,
      save: SaveOptions(includeText: false)
    )
    if capabilities.textDocument.diagnostic != nil {
      offer.diagnosticProvider = DiagnosticOptions(identifier: Tool.name, interFileDependencies: true)
    }
    // Titles are there at once: there is nothing to ask for later.
    offer.codeLensProvider = CodeLensOptions(resolveProvider: false)
    offer.codeActionProvider = CodeActionOptions(
      codeActionKinds: [.quickFix, .refactorRewrite, .source],
      resolveProvider: resolvesActions
    )
    offer.hoverProvider = true
    offer.executeCommandProvider = ExecuteCommandOptions(commands: ServerCommand.allCases.map(\.rawValue))
    offer.workspace = WorkspaceOptions(
      workspaceFolders: WorkspaceFoldersOptions(supported: true, changeNotifications: true),
      textDocumentContent: showsOwnDocuments ? TextDocumentContentOptions(schemes: [PageAddress.scheme]) : nil
    )
    return offer
  }
}
