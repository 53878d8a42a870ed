import JSONText
import LanguageServerProtocol
import Testing

struct LifecycleTests {
  static let fullInitialize = """
    {
      "processId": 42, "clientInfo": {"name": "Editor", "version": "1.2"}, "locale": "de",
      "rootPath": "/w", "rootUri": "file:///w", "workspaceFolders": [{"uri": "file:///w", "name": "w"}],
      "initializationOptions": {"lacuna": {"x": 1}}, "trace": "verbose", "workDoneToken": "t",
      "capabilities": {
        "general": {"positionEncodings": ["utf-8", "utf-16", 3]},
        "textDocument": {
          "diagnostic": {"dynamicRegistration": true, "relatedDocumentSupport": true, "dataSupport": true},
          "publishDiagnostics": {"relatedInformation": true, "versionSupport": true, "codeDescriptionSupport": true,
            "dataSupport": true, "tagSupport": {"valueSet": [1, 2]}},
          "codeLens": {"dynamicRegistration": true, "resolveSupport": {"properties": ["command"]}},
          "codeAction": {"dynamicRegistration": true,
            "codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix", "refactor"]}},
            "isPreferredSupport": true, "disabledSupport": true, "dataSupport": true, "honorsChangeAnnotations": true,
            "resolveSupport": {"properties": ["edit", "command"]}},
          "hover": {"contentFormat": ["markdown", "plaintext"]}
        },
        "workspace": {
          "applyEdit": true, "workspaceEdit": {"documentChanges": true, "changeAnnotationSupport": {}},
          "configuration": true, "workspaceFolders": true,
          "didChangeConfiguration": {"dynamicRegistration": true},
          "didChangeWatchedFiles": {"dynamicRegistration": true, "relativePatternSupport": true},
          "executeCommand": {"dynamicRegistration": true},
          "codeLens": {"refreshSupport": true}, "diagnostics": {"refreshSupport": true},
          "textDocumentContent": {"dynamicRegistration": true}
        },
        "window": {"workDoneProgress": true, "showDocument": {"support": true},
          "showMessage": {"messageActionItem": {"additionalPropertiesSupport": true}}},
        "experimental": {"y": 2}
      }
    }
    """

  @Test func everythingSaid() throws {
    let request = try read(InitializeRequest.self, Self.fullInitialize)
    #expect(request.processId == 42)
    #expect(request.clientInfo?.name == "Editor")
    #expect(request.clientInfo?.version == "1.2")
    #expect(request.locale == "de")
    #expect(request.rootPath == "/w")
    #expect(request.rootUri?.path == "/w")
    #expect(request.workspaceFolders?.map(\.name) == ["w"])
    #expect(request.initializationOptions == ["lacuna": ["x": 1]])
    #expect(request.trace == .verbose)
    #expect(request.workDoneToken == .string("t"))
    #expect(request.capabilities.general.positionEncodings == [.utf8, .utf16])
    #expect(request.capabilities.experimental == ["y": 2])
    let window = request.capabilities.window
    #expect(window.workDoneProgress && window.showDocument && window.showMessageAdditionalProperties)
  }

  @Test func textDocumentCapabilities() throws {
    let capabilities = try read(InitializeRequest.self, Self.fullInitialize).capabilities.textDocument
    let pulled = try #require(capabilities.diagnostic)
    #expect(pulled.dynamicRegistration && pulled.relatedDocumentSupport && pulled.dataSupport)
    #expect(!pulled.relatedInformation && !pulled.versionSupport && pulled.tags.isEmpty)
    let pushed = try #require(capabilities.publishDiagnostics)
    #expect(pushed.relatedInformation && pushed.versionSupport && pushed.codeDescriptionSupport && pushed.dataSupport)
    #expect(pushed.tags == [.unnecessary, .deprecated])
    #expect(!pushed.dynamicRegistration && !pushed.relatedDocumentSupport)
    #expect(capabilities.codeLens?.dynamicRegistration == true)
    #expect(capabilities.codeLens?.resolveProperties == ["command"])
    let action = capabilities.codeAction
    #expect(action.literalKinds == [.quickFix, .refactor])
    #expect(action.dynamicRegistration && action.isPreferredSupport && action.disabledSupport && action.dataSupport)
    #expect(action.honorsChangeAnnotations)
    #expect(action.resolveProperties == ["edit", "command"])
    #expect(capabilities.hover.contentFormat == [.markdown, .plainText])
  }

  @Test func workspaceCapabilities() throws {
    let workspace = try read(InitializeRequest.self, Self.fullInitialize).capabilities.workspace
    #expect(workspace.applyEdit && workspace.configuration && workspace.workspaceFolders)
    #expect(workspace.workspaceEdit.documentChanges && workspace.workspaceEdit.changeAnnotationSupport)
    #expect(workspace.didChangeConfigurationDynamicRegistration && workspace.didChangeWatchedFilesDynamicRegistration)
    #expect(workspace.watchedFilesRelativePatterns && workspace.executeCommandDynamicRegistration)
    #expect(workspace.codeLensRefresh && workspace.diagnosticsRefresh)
    #expect(workspace.textDocumentContent && workspace.textDocumentContentDynamicRegistration)
    #expect(try read(ClientCapabilities.Workspace.self, #"{"diagnostic":{"refreshSupport":true}}"#).diagnosticsRefresh)
  }

  /// What is not said cannot be done, and neither can what is said in a form that nobody understands.
  @Test(arguments: [
    "null", "{}", #"{"processId":null,"rootUri":null,"rootPath":null,"workspaceFolders":null,"capabilities":{}}"#,
    #"{"processId":"x","rootUri":3,"rootPath":[],"clientInfo":"x","capabilities":[],"trace":1,"workDoneToken":{}}"#,
    #"{"capabilities":{"general":1,"textDocument":2,"workspace":3,"window":4}}"#,
    #"{"capabilities":{"general":{"positionEncodings":"utf-8"},"textDocument":{"diagnostic":true,"codeAction":7,"#
      + #""codeLens":[],"hover":null},"workspace":{"applyEdit":"yes","workspaceEdit":[],"codeLens":true},"#
      + #""window":{"showDocument":true}}}"#,
  ])
  func nothingSaid(_ text: String) throws {
    let request = try read(InitializeRequest.self, text)
    #expect(request.processId == nil && request.clientInfo == nil && request.workDoneToken == nil)
    #expect(request.folders.isEmpty)
    #expect(request.trace == .off)
    #expect(request.capabilities == ClientCapabilities())
    #expect(request.capabilities.textDocument.codeAction.literalKinds == nil)
  }

  @Test func emptyObjectsDeclare() throws {
    let text = """
      {"textDocument":{"diagnostic":{},"publishDiagnostics":{"tagSupport":true},"codeLens":{},\
      "codeAction":{"codeActionLiteralSupport":{}}},"workspace":{"textDocumentContent":{}}}
      """
    let capabilities = try read(ClientCapabilities.self, text)
    #expect(capabilities.textDocument.diagnostic?.dynamicRegistration == false)
    #expect(capabilities.textDocument.publishDiagnostics?.tags == [.unnecessary, .deprecated])
    #expect(capabilities.textDocument.codeLens != nil)
    #expect(capabilities.textDocument.codeLens?.resolveProperties == nil)
    #expect(capabilities.textDocument.codeAction.literalKinds == [])
    #expect(capabilities.workspace.textDocumentContent)
    #expect(!capabilities.workspace.textDocumentContentDynamicRegistration)
  }

  @Test(arguments: [
    (#"{"rootUri":"file:///a","rootPath":"/b","workspaceFolders":[{"uri":"file:///c"},{"no":1}]}"#, ["/c"]),
    (#"{"rootUri":"file:///a","rootPath":"/b","workspaceFolders":[]}"#, []),
    (#"{"rootUri":"file:///a","rootPath":"/b","workspaceFolders":null}"#, ["/a"]),
    (#"{"rootUri":null,"rootPath":"/b c"}"#, ["/b c"]),
    (#"{"rootPath":"relative"}"#, []),
  ])
  func rootsHoweverTheyAreNamed(_ text: String, _ paths: [String]) throws {
    #expect(try read(InitializeRequest.self, text).folders.map(\.uri.path) == paths)
  }

  @Test func onlyWhatIsNoObjectIsRefused() {
    #expect(throws: JSONMismatch.self) { try read(InitializeRequest.self, "[]") }
    #expect(throws: JSONMismatch.self) { try read(InitializeRequest.self, "1") }
  }

  @Test func theAnswer() {
    var capabilities = ServerCapabilities()
    #expect(written(capabilities) == "{}")
    capabilities.positionEncoding = .utf8
    capabilities.textDocumentSync = TextDocumentSyncOptions(
      openClose: true,
      change: .incremental,
      willSave: true,
      save: SaveOptions(includeText: false)
    )
    capabilities.diagnosticProvider = DiagnosticOptions(identifier: "lacuna", interFileDependencies: true)
    capabilities.codeLensProvider = CodeLensOptions(resolveProvider: true)
    capabilities.codeActionProvider = CodeActionOptions(codeActionKinds: [.quickFix], resolveProvider: true)
    capabilities.hoverProvider = true
    capabilities.executeCommandProvider = ExecuteCommandOptions(commands: ["lacuna.a"], workDoneProgress: true)
    capabilities.workspace = WorkspaceOptions(
      workspaceFolders: WorkspaceFoldersOptions(supported: true, changeNotifications: true),
      textDocumentContent: TextDocumentContentOptions(schemes: ["lacuna"])
    )
    capabilities.experimental = ["x": true]
    let result = InitializeResult(capabilities: capabilities, serverInfo: ServerInfo(name: "s", version: "1"))
    #expect(
      written(result) == """
        {"capabilities":{"positionEncoding":"utf-8",\
        "textDocumentSync":{"openClose":true,"change":2,"willSave":true,"save":{"includeText":false}},\
        "diagnosticProvider":{"identifier":"lacuna","interFileDependencies":true,"workspaceDiagnostics":false},\
        "codeLensProvider":{"resolveProvider":true},\
        "codeActionProvider":{"codeActionKinds":["quickfix"],"resolveProvider":true},"hoverProvider":true,\
        "executeCommandProvider":{"commands":["lacuna.a"],"workDoneProgress":true},\
        "workspace":{"workspaceFolders":{"supported":true,"changeNotifications":true},\
        "textDocumentContent":{"schemes":["lacuna"]}},"experimental":{"x":true}},\
        "serverInfo":{"name":"s","version":"1"}}
        """
    )
  }

  @Test(arguments: ["null", "{}", "[]", #"{"x":1}"#])
  func emptyParametersOfAnyForm(_ text: String) throws {
    #expect(try read(InitializedNotification.self, text) == InitializedNotification())
    #expect(try read(ShutdownRequest.self, text) == ShutdownRequest())
    #expect(try read(ExitNotification.self, text) == ExitNotification())
  }

  @Test func smallOnes() throws {
    #expect(try read(SetTraceNotification.self, #"{"value":"messages"}"#).value == .messages)
    #expect(written(LogTraceNotification(message: "a", verbose: "b")) == #"{"message":"a","verbose":"b"}"#)
    #expect(written(LogTraceNotification(message: "a")) == #"{"message":"a"}"#)
    #expect(try read(CancelNotification.self, #"{"id":"x"}"#) == CancelNotification(id: .string("x")))
    #expect(written(CancelNotification(id: .number(1))) == #"{"id":1}"#)
    #expect(
      written(RegisterCapabilityRequest(registrations: [Registration(id: "1", method: "m", registerOptions: ["a": 1])]))
        == #"{"registrations":[{"id":"1","method":"m","registerOptions":{"a":1}}]}"#
    )
    #expect(
      written(UnregisterCapabilityRequest(unregistrations: [.init(id: "1", method: "m")]))
        == #"{"unregisterations":[{"id":"1","method":"m"}]}"#
    )
  }
}
