import JSONText
import LanguageServerProtocol
import Testing

struct MessageTests {
  private func parse(_ text: String) throws(MalformedMessage) -> Message { try Message(parsing: Array(text.utf8)) }

  @Test(
    arguments: [
      (
        #"{"jsonrpc":"2.0","id":1,"method":"a","params":{"x":1}}"#,
        .request(id: .number(1), method: "a", params: ["x": 1])
      ),
      (#"{"method":"a","id":"7","other":[]}"#, .request(id: .string("7"), method: "a", params: .null)),
      (#"{"id":null,"method":"a","params":null}"#, .request(id: .null, method: "a", params: .null)),
      (#"{"id":2.0,"method":"a","params":[1]}"#, .request(id: .number(2), method: "a", params: [1])),
      (#"{"jsonrpc":"2.0","method":"exit"}"#, .notification(method: "exit", params: .null)),
      (#"{"jsonrpc":"2.0","id":1,"result":{"x":1}}"#, .response(id: .number(1), result: .success(["x": 1]))),
      (#"{"jsonrpc":"2.0","id":1,"result":null,"error":null}"#, .response(id: .number(1), result: .success(.null))),
      (#"{"jsonrpc":"2.0","id":1}"#, .response(id: .number(1), result: .success(.null))),
      (
        #"{"id":1,"result":2,"error":{"code":-32800,"message":"m","data":[]}}"#,
        .response(id: .number(1), result: .failure(ResponseError(.requestCancelled, "m", data: [])))
      ),
      (
        #"{"id":1,"error":{"code":"x"}}"#,
        .response(id: .number(1), result: .failure(ResponseError(.unknownErrorCode, "")))
      ),
      (
        #"{"id":1,"error":"x"}"#,
        .response(
          id: .number(1),
          result: .failure(
            ResponseError(
              .unknownErrorCode,
              "The error of the response is malformed: expected an object, found a string"
            )
          )
        )
      ),
    ] as [(String, Message)]
  )
  func readsMessages(_ text: String, _ message: Message) throws {
    #expect(try parse(text) == message)
  }

  @Test(
    arguments: [
      (#"{"jsonrpc":"2.0","id":1,"method":"#, .null, .parseError, "The message is not JSON: line 1, column 34:"),
      ("", .null, .parseError, "The message is not JSON: line 1, column 1: there is no value"),
      (#"[{"id":1,"method":"a"}]"#, .null, .invalidRequest, "The language server protocol has no batches"),
      ("[]", .null, .invalidRequest, "The language server protocol has no batches"),
      ("1", .null, .invalidRequest, "A message is an object; this is an integer."),
      ("{}", .null, .invalidRequest, "A message has a `method`"),
      (#"{"id":1,"params":{}}"#, .number(1), .invalidRequest, "A message has a `method`"),
      (#"{"id":1,"method":2}"#, .number(1), .invalidRequest, "`method` must be a string."),
      (#"{"method":null}"#, .null, .invalidRequest, "`method` must be a string."),
      (#"{"id":{},"method":"a"}"#, .null, .invalidRequest, "id: expected an integer or a string, found an object"),
      (#"{"id":1.5,"method":"a"}"#, .null, .invalidRequest, "id: expected an integer, found a number"),
      (
        #"{"id":"x","method":"a","params":5}"#, .string("x"), .invalidRequest,
        "`params` must be an object, not an integer."
      ),
      (#"{"jsonrpc":"1.0","id":3,"method":"a"}"#, .number(3), .invalidRequest, "`jsonrpc` must be \"2.0\"."),
    ] as [(String, RequestID, ErrorCode, String)]
  )
  func refusesWhatIsNone(_ text: String, _ id: RequestID, _ code: ErrorCode, _ message: String) throws {
    let malformed = try #require(throws: MalformedMessage.self) { try parse(text) }
    #expect(malformed.id == id)
    #expect(malformed.error.code == code)
    #expect(malformed.error.message.hasPrefix(message))
  }

  @Test func parametersNameTheirPlace() throws {
    let wrong: JSONValue = ["textDocument": ["uri": "a"], "position": ["line": "x", "character": 0]]
    let error = try #require(throws: ResponseError.self) { try HoverRequest(params: wrong) }
    #expect(error == ResponseError(.invalidParams, "params.position.line: expected an integer, found a string"))
    let missing = try #require(throws: ResponseError.self) { try HoverRequest(params: .null) }
    #expect(missing == ResponseError(.invalidParams, "params.textDocument: is missing"))
    let positional = try #require(throws: ResponseError.self) { try HoverRequest(params: [1]) }
    #expect(positional == ResponseError(.invalidParams, "params: expected an object, found an array"))
  }

  @Test func errorCodesAreThoseOfTheSpecification() {
    let codes: [ErrorCode] = [
      .parseError, .invalidRequest, .methodNotFound, .invalidParams, .internalError, .serverNotInitialized,
      .unknownErrorCode, .requestFailed, .serverCancelled, .contentModified, .requestCancelled,
    ]
    #expect(
      codes.map(\.rawValue) == [
        -32700, -32600, -32601, -32602, -32603, -32002, -32001, -32803, -32802, -32801, -32800,
      ]
    )
  }
}
