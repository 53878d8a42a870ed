import JSONText
import LanguageServerProtocol
import Testing

struct WorkspaceTests {
  @Test func commands() throws {
    let full = #"{"command":"lacuna.showLedger","arguments":[{"a":1},null],"title":"t","workDoneToken":7}"#
    let request = try read(ExecuteCommandRequest.self, full)
    #expect(request.command == "lacuna.showLedger")
    #expect(request.arguments == [["a": 1], .null])
    #expect(request.workDoneToken == .number(7))
    let bare = try read(ExecuteCommandRequest.self, #"{"command":"c","arguments":null}"#)
    #expect(bare.arguments.isEmpty && bare.workDoneToken == nil)
    #expect(written(ExecuteCommandOptions(commands: ["a", "b"])) == #"{"commands":["a","b"]}"#)
  }

  @Test func applyingEdits() throws {
    #expect(
      written(ApplyEditRequest(label: "l", edit: WorkspaceEdit(changes: []))) == #"{"label":"l","edit":{"changes":{}}}"#
    )
    #expect(written(ApplyEditRequest(edit: WorkspaceEdit())) == #"{"edit":{}}"#)
    let result = try read(ApplyEditResult.self, #"{"applied":false,"failureReason":"r","failedChange":2}"#)
    #expect(!result.applied && result.failureReason == "r" && result.failedChange == 2)
    #expect(try read(ApplyEditResult.self, #"{"applied":true}"#).applied)
    #expect(try !read(ApplyEditResult.self, "null").applied)
  }

  @Test func settings() throws {
    let changed = try read(DidChangeConfigurationNotification.self, #"{"settings":{"lacuna":{"x":1}}}"#)
    #expect(changed.settings == ["lacuna": ["x": 1]])
    #expect(try read(DidChangeConfigurationNotification.self, "null").settings == .null)
    let request = ConfigurationRequest(items: [.init(scopeUri: DocumentURI("file:///a"), section: "lacuna"), .init()])
    #expect(written(request) == #"{"items":[{"scopeUri":"file:///a","section":"lacuna"},{}]}"#)
    #expect(try read(ConfigurationRequest.Reply.self, #"[{"x":1},null]"#) == [["x": 1], .null])
    #expect(try read(ConfigurationRequest.Reply.self, "null") == nil)
  }

  @Test func watchedFiles() throws {
    let text = #"{"changes":[{"uri":"file:///a","type":1},{"uri":"file:///b","type":9}]}"#
    let changes = try read(DidChangeWatchedFilesNotification.self, text).changes
    #expect(changes.map(\.uri.text) == ["file:///a", "file:///b"])
    #expect(changes.map(\.type) == [.created, FileChangeType(rawValue: 9)])
    let registration = WatchedFilesRegistration(watchers: [
      .init(glob: "**/.lacuna.json"),
      .init(glob: "*.py", base: DocumentURI("file:///w"), kinds: [.create, .delete]),
    ])
    #expect(
      written(registration.registration(id: "files")) == """
        {"id":"files","method":"workspace/didChangeWatchedFiles","registerOptions":{"watchers":[\
        {"globPattern":"**/.lacuna.json"},\
        {"globPattern":{"baseUri":"file:///w","pattern":"*.py"},"kind":5}]}}
        """
    )
  }

  @Test func folders() throws {
    let text = #"{"event":{"added":[{"uri":"file:///a","name":"a"}],"removed":[{"uri":"file:///b","name":"b"}]}}"#
    let notification = try read(DidChangeWorkspaceFoldersNotification.self, text)
    #expect(notification.added == [WorkspaceFolder(uri: DocumentURI("file:///a"), name: "a")])
    #expect(notification.removed == [WorkspaceFolder(uri: DocumentURI("file:///b"), name: "b")])
    #expect(try read(DidChangeWorkspaceFoldersNotification.self, #"{"event":{}}"#).added.isEmpty)
    let error = try #require(throws: JSONMismatch.self) {
      try read(DidChangeWorkspaceFoldersNotification.self, #"{"event":{"added":[{}]}}"#)
    }
    #expect(error.description == "event.added[0].uri: is missing")
  }

  @Test func documentsOfTheServer() throws {
    #expect(try read(TextDocumentContentRequest.self, #"{"uri":"lacuna:/a"}"#).uri.text == "lacuna:/a")
    #expect(written(TextDocumentContentResult(text: "a\n")) == #"{"text":"a\n"}"#)
    #expect(written(TextDocumentContentRefreshRequest(uri: DocumentURI("lacuna:/a"))) == #"{"uri":"lacuna:/a"}"#)
  }
}
