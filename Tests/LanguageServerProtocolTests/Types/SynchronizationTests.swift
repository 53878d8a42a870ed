import JSONText
import LanguageServerProtocol
import Testing

struct SynchronizationTests {
  @Test func opening() throws {
    let full = #"{"textDocument":{"uri":"file:///a","languageId":"python","version":3,"text":"é\n"},"other":1}"#
    let item = TextDocumentItem(uri: DocumentURI("file:///a"), languageId: "python", version: 3, text: "é\n")
    #expect(try read(DidOpenNotification.self, full).textDocument == item)
    let bare = try read(DidOpenNotification.self, #"{"textDocument":{"uri":"file:///a","text":""}}"#).textDocument
    #expect(bare == TextDocumentItem(uri: DocumentURI("file:///a"), languageId: "", version: nil, text: ""))
    #expect(throws: JSONMismatch.self) { try read(DidOpenNotification.self, #"{"textDocument":{"uri":"file:///a"}}"#) }
  }

  @Test func changing() throws {
    let text = """
      {"textDocument":{"uri":"file:///a","version":4},"contentChanges":\
      [{"range":\(range123),"rangeLength":1,"text":"x"},{"range":null,"text":"all"},{"text":"again"}]}
      """
    let notification = try read(DidChangeNotification.self, text)
    let document = VersionedTextDocumentIdentifier(uri: DocumentURI("file:///a"), version: 4)
    #expect(notification.textDocument == document)
    #expect(
      notification.contentChanges == [
        ContentChange(range: LSPRange(1, 2..<3), text: "x"),
        ContentChange(range: nil, text: "all"),
        ContentChange(range: nil, text: "again"),
      ]
    )
    let uncounted = #"{"textDocument":{"uri":"file:///a","version":null},"contentChanges":[]}"#
    #expect(try read(DidChangeNotification.self, uncounted).textDocument.version == nil)
  }

  /// A change that is misunderstood leaves server and client with different texts: better none.
  @Test(arguments: [
    (
      #"{"range":{"start":{"line":-1,"character":0}},"text":"x"}"#,
      "contentChanges[0].range.start.line: must not be negative"
    ),
    (#"{"range":[],"text":"x"}"#, "contentChanges[0].range: expected an object, found an array"),
    (#"{"range":null}"#, "contentChanges[0].text: is missing"),
  ])
  func changesAreTakenExactly(_ change: String, _ problem: String) throws {
    let text = #"{"textDocument":{"uri":"file:///a","version":4},"contentChanges":[\#(change)]}"#
    let error = try #require(throws: JSONMismatch.self) { try read(DidChangeNotification.self, text) }
    #expect(error.description == problem)
  }

  @Test func savingAndClosing() throws {
    let document = TextDocumentIdentifier(uri: DocumentURI("file:///a"))
    let save = try read(DidSaveNotification.self, #"{"textDocument":{"uri":"file:///a"},"text":"t"}"#)
    #expect(save.textDocument == document && save.text == "t")
    #expect(try read(DidSaveNotification.self, #"{"textDocument":{"uri":"file:///a"}}"#).text == nil)
    let close = try read(DidCloseNotification.self, #"{"textDocument":{"uri":"file:///a"}}"#)
    #expect(close.textDocument == document)
    let will = try read(WillSaveNotification.self, #"{"textDocument":{"uri":"file:///a"},"reason":2}"#)
    #expect(will.textDocument == document && will.reason == .afterDelay)
    #expect(try read(WillSaveNotification.self, #"{"textDocument":{"uri":"file:///a"}}"#).reason == .manual)
  }

  @Test func options() {
    #expect(
      written(TextDocumentSyncOptions(openClose: true, change: .full)) == #"{"openClose":true,"change":1}"#
    )
  }
}
