import LanguageServerProtocol
import Review
import SourceText

enum InitializeHandler: ImmediateHandler {
  typealias Request = InitializeRequest
  static let access = Access.writes

  static func respond(to request: InitializeRequest, in session: Session) throws(ResponseError) -> InitializeResult {
    session.lifecycle = .greeted
    session.capabilities = request.capabilities
    session.encoding = PositionEncoding(chosenFrom: request.capabilities.general.positionEncodings)
    session.trace = request.trace
    session.folders = request.folders
    let client = request.clientInfo.map { "\($0.name) \($0.version ?? "")" } ?? "a client without a name"
    session.log.info("\(Tool.name) \(Tool.version) serves \(client), \(request.folders.count) folders")
    return InitializeResult(
      capabilities: session.offer,
      serverInfo: ServerInfo(name: Tool.name, version: Tool.version)
    )
  }
}

extension Session {
  /// What this server offers this client.
  var offer: ServerCapabilities {
    var offer = ServerCapabilities()
    if !capabilities.general.positionEncodings.isEmpty { offer.positionEncoding = encoding.kind }
    offer.textDocumentSync = TextDocumentSyncOptions(openClose: true, change: .incremental)
    return offer
  }
}
