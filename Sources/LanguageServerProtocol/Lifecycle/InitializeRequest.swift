package import JSONText

/// `initialize`: the first message. Only what it must have is insisted on, which is nothing: a client whose hello is
/// strange in places is served with what can be understood of it.
package struct InitializeRequest: ClientRequest, Hashable {
  package static let method = "initialize"
  package typealias Reply = InitializeResult

  /// The process that started the server; nil when there is none to watch.
  package var processId: Int?
  package var clientInfo: ClientInfo?
  package var locale: String?
  /// Before version 3.6 the one root, before 3.3 as a path. Use `folders`.
  package var rootUri: DocumentURI?
  package var rootPath: String?
  /// Nil from a client that knows of no folders; empty when none is open.
  package var workspaceFolders: [WorkspaceFolder]?
  /// The user's settings for this server, from clients that send them here.
  package var initializationOptions: JSONValue?
  package var capabilities: ClientCapabilities
  package var trace: TraceValue
  /// Where the client wants to be told how the start goes.
  package var workDoneToken: ProgressToken?

  package init(json: JSONValue) throws(JSONMismatch) {
    if case .null = json {} else { _ = try JSONObject(json: json) }
    processId = json.tolerated("processId")
    clientInfo = json.tolerated("clientInfo")
    locale = json.tolerated("locale")
    rootUri = json.tolerated("rootUri")
    rootPath = json.tolerated("rootPath")
    workspaceFolders = json.toleratedElements("workspaceFolders")
    initializationOptions = json.tolerated("initializationOptions")
    capabilities = json.tolerated("capabilities") ?? ClientCapabilities()
    trace = json.tolerated("trace") ?? .off
    workDoneToken = json.tolerated("workDoneToken")
  }

  /// The roots to work in, whichever way the client names them. Empty when no folder is open.
  package var folders: [WorkspaceFolder] {
    if let workspaceFolders { return workspaceFolders }
    if let rootUri { return [WorkspaceFolder(uri: rootUri, name: "")] }
    guard let rootPath, rootPath.hasPrefix("/") else { return [] }
    return [WorkspaceFolder(uri: DocumentURI(path: rootPath), name: "")]
  }
}

/// Who the client is.
package struct ClientInfo: Hashable, Sendable, JSONReadable {
  package var name: String
  package var version: String?

  package init(json: JSONValue) throws(JSONMismatch) {
    name = try json.required("name")
    version = json.tolerated("version")
  }
}
