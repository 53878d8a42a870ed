package import JSONText

extension ClientCapabilities {
  package struct Workspace: Hashable, Sendable, JSONReadable {
    /// `workspace/applyEdit`.
    package var applyEdit = false
    package var workspaceEdit = Edit()
    /// `workspace/configuration`.
    package var configuration = false
    package var workspaceFolders = false
    package var didChangeConfigurationDynamicRegistration = false
    package var didChangeWatchedFilesDynamicRegistration = false
    /// Globs may be relative to a folder. Only with `didChangeWatchedFiles`.
    package var watchedFilesRelativePatterns = false
    package var executeCommandDynamicRegistration = false
    /// `workspace/codeLens/refresh`.
    package var codeLensRefresh = false
    /// `workspace/diagnostic/refresh`.
    package var diagnosticsRefresh = false
    /// `workspace/textDocumentContent`: the client shows documents whose text the server makes.
    package var textDocumentContent = false
    package var textDocumentContentDynamicRegistration = false

    package init() {}

    package init(json: JSONValue) throws(JSONMismatch) {
      applyEdit = json.isTrue("applyEdit")
      workspaceEdit = json.tolerated("workspaceEdit") ?? Edit()
      configuration = json.isTrue("configuration")
      workspaceFolders = json.isTrue("workspaceFolders")
      let registration = "dynamicRegistration"
      didChangeConfigurationDynamicRegistration = json["didChangeConfiguration"]?.isTrue(registration) ?? false
      didChangeWatchedFilesDynamicRegistration = json["didChangeWatchedFiles"]?.isTrue(registration) ?? false
      watchedFilesRelativePatterns = json["didChangeWatchedFiles"]?.isTrue("relativePatternSupport") ?? false
      executeCommandDynamicRegistration = json["executeCommand"]?.isTrue(registration) ?? false
      codeLensRefresh = json["codeLens"]?.isTrue("refreshSupport") ?? false
      // The specification says `diagnostics`; its first drafts, and clients after them, `diagnostic`.
      diagnosticsRefresh = ["diagnostics", "diagnostic"].contains { json[$0]?.isTrue("refreshSupport") ?? false }
      textDocumentContent = json.isDeclared("textDocumentContent")
      textDocumentContentDynamicRegistration = json["textDocumentContent"]?.isTrue(registration) ?? false
    }
  }

  /// What a client takes in a `WorkspaceEdit`.
  package struct Edit: Hashable, Sendable, JSONReadable {
    package var documentChanges = false
    /// An empty object is a declaration.
    package var changeAnnotationSupport = false

    package init() {}

    package init(json: JSONValue) throws(JSONMismatch) {
      documentChanges = json.isTrue("documentChanges")
      changeAnnotationSupport = json.isDeclared("changeAnnotationSupport")
    }
  }
}
