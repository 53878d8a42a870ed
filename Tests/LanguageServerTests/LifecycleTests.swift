import JSONText
import LanguageServerProtocol
import TestSupport
import Testing

@Suite struct LifecycleTests {
  private func errorCode(_ body: () throws -> JSONValue) throws -> ErrorCode {
    do {
      let result = try body()
      Issue.record("answered with \(result)")
      throw ResponseError(.unknownErrorCode, "")
    } catch let error as ResponseError {
      return error.code
    }
  }

  @Test func greetsWithItsNameAndWhatItOffers() throws {
    let editor = try TestEditor()
    let result = try editor.request("initialize", ["capabilities": [:]])
    #expect(result["serverInfo"]?["name"] == "lacuna")
    #expect(result["capabilities"]?["textDocumentSync"]?["change"] == 2)
    #expect(result["capabilities"]?["positionEncoding"] == nil)
  }

  @Test(arguments: ["utf-8", "utf-16", "utf-32"])
  func countsAsTheClientLikesBest(encoding: String) throws {
    let editor = try TestEditor()
    let offered: JSONValue = ["ebcdic", .string(encoding), "utf-16"]
    let result = try editor.request("initialize", ["capabilities": ["general": ["positionEncodings": offered]]])
    #expect(result["capabilities"]?["positionEncoding"] == .string(encoding))
  }

  @Test func refusesRequestsBeforeTheGreeting() throws {
    let editor = try TestEditor()
    #expect(try errorCode { try editor.request("textDocument/hover", [:]) } == .serverNotInitialized)
    #expect(try errorCode { try editor.request("shutdown") } == .serverNotInitialized)
  }

  @Test func ignoresNotificationsBeforeTheGreeting() throws {
    let editor = try TestEditor()
    editor.open("file:///a.py", "x = 1\n")
    _ = try editor.request("initialize", ["capabilities": [:]])
    editor.notify("exit")
    #expect(try editor.exitCode() == 1)
  }

  @Test func refusesASecondGreeting() throws {
    let editor = try TestEditor(capabilities: [:])
    #expect(try errorCode { try editor.request("initialize", ["capabilities": [:]]) } == .invalidRequest)
  }

  @Test func endsWithZeroAfterShutdown() throws {
    let editor = try TestEditor(capabilities: [:])
    #expect(try editor.request("shutdown") == .null)
    #expect(try errorCode { try editor.request("textDocument/hover", [:]) } == .invalidRequest)
    editor.notify("exit")
    #expect(try editor.exitCode() == 0)
  }

  @Test func endsWithOneWithoutShutdown() throws {
    let editor = try TestEditor(capabilities: [:])
    editor.notify("exit")
    #expect(try editor.exitCode() == 1)
  }

  @Test func takesAShutdownThatWantsNoAnswer() throws {
    let editor = try TestEditor(capabilities: [:])
    editor.notify("shutdown")
    editor.notify("exit")
    #expect(try editor.exitCode() == 0)
  }

  @Test func endsWithZeroWhenTheClientLeavesBetweenMessages() throws {
    let editor = try TestEditor(capabilities: [:])
    editor.closeInput()
    #expect(try editor.exitCode() == 0)
  }

  @Test func endsWhenTheClientLeavesInsideAMessage() throws {
    let editor = try TestEditor(capabilities: [:])
    editor.send(raw: "Content-Length: 100\r\n\r\n{\"jsonrpc\":")
    editor.closeInput()
    #expect(try editor.exitCode() == 1)
  }

  @Test func answersWhatItDoesNotKnow() throws {
    let editor = try TestEditor(capabilities: [:])
    #expect(try errorCode { try editor.request("textDocument/completion", [:]) } == .methodNotFound)
    #expect(try errorCode { try editor.request("$/unheard") } == .methodNotFound)
  }

  @Test func goesOnAfterWhatItCannotRead() throws {
    let editor = try TestEditor(capabilities: [:])
    editor.notify("$/unheard", [:])
    editor.notify("workspace/unheard", [:])
    editor.send(raw: "Content-Length: 5\r\n\r\n{\"a\":")
    editor.send(["jsonrpc": "2.0", "id": 77, "method": 5])
    #expect(try errorCode { try editor.answer(to: 77) } == .invalidRequest)
    #expect(try editor.request("shutdown") == .null)
  }

  @Test func saysThatAMessageIsNotJSON() throws {
    let editor = try TestEditor(capabilities: [:])
    editor.send(raw: "Content-Length: 5\r\n\r\n{\"a\":")
    #expect(try errorCode { try editor.answerWithoutID() } == .parseError)
  }

  @Test func answersARequestThatWasGivenUp() throws {
    let editor = try TestEditor(capabilities: [:])
    // In one piece, so that the cancellation is read while the request still waits.
    let request = #"{"jsonrpc":"2.0","id":5,"method":"textDocument/hover","params":{}}"#
    let cancel = #"{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":5}}"#
    editor.send(raw: [request, cancel].map { "Content-Length: \($0.utf8.count)\r\n\r\n\($0)" }.joined())
    _ = try errorCode { try editor.answer(to: 5) }
    #expect(try editor.request("shutdown") == .null)
  }
}
