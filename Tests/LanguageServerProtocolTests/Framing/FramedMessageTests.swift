import JSONText
import LanguageServerProtocol
import Testing

struct FramedMessageTests {
  private func text(_ message: FramedMessage) -> String { String(decoding: message.bytes, as: UTF8.self) }

  @Test func everyKind() {
    let lens = #"{"jsonrpc":"2.0","id":"a","method":"workspace/codeLens/refresh"}"#
    #expect(text(.request(CodeLensRefreshRequest(), id: .string("a"))) == frame(lens))
    let create =
      #"{"jsonrpc":"2.0","id":3,"method":"window/workDoneProgress/create","params":{"token":"t"}}"#
    #expect(text(.request(WorkDoneProgressCreateRequest(token: .string("t")), id: .number(3))) == frame(create))
    let log = #"{"jsonrpc":"2.0","method":"window/logMessage","params":{"type":3,"message":"é"}}"#
    #expect(text(.notification(LogMessageNotification(.info, "é"))) == frame(log))
    #expect(
      text(.response(to: .number(1), result: Hover?.none)) == frame(#"{"jsonrpc":"2.0","id":1,"result":null}"#)
    )
    let error = ResponseError(.contentModified, "Too late.", data: ["retriggerRequest": false])
    #expect(
      text(.response(to: .null, error: error))
        == frame(
          """
          {"jsonrpc":"2.0","id":null,"error":{"code":-32801,"message":"Too late.","data":{"retriggerRequest":false}}}
          """
        )
    )
  }

  @Test(arguments: [0, 7, 8, 97, 98, 997, 998, 1_000_000])
  func lengthsOfEveryNumberOfDigits(_ length: Int) {
    let message = FramedMessage { $0.string(String(repeating: "x", count: length)) }
    #expect(text(message) == frame("\"\(String(repeating: "x", count: length))\""))
    #expect(message.body.count == length + 2)
  }
}
