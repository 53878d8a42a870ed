import JSONText
import LanguageServerProtocol
import TestSupport
import Testing

/// A message that a client may send, with everything that can be in it.
private struct Sample: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let params: JSONValue
  /// Reads parameters; throws what the client is answered.
  let read: @Sendable (JSONValue) throws(ResponseError) -> Void

  init<Request: ClientRequest>(_ type: Request.Type, _ params: String) throws {
    self.init(named: Request.method, try JSONValue(parsing: params)) { json throws(ResponseError) in
      _ = try Request(params: json)
    }
  }

  init<Notification: ClientNotification>(_ type: Notification.Type, _ params: String) throws {
    self.init(named: Notification.method, try JSONValue(parsing: params)) { json throws(ResponseError) in
      _ = try Notification(params: json)
    }
  }

  private init(
    named name: String,
    _ params: JSONValue,
    _ read: @escaping @Sendable (JSONValue) throws(ResponseError) -> Void
  ) {
    testDescription = name
    self.params = params
    self.read = read
  }
}

private let document = #""textDocument":{"uri":"file:///a%20b.py"}"#

private func samples() throws -> [Sample] {
  [
    try Sample(InitializeRequest.self, LifecycleTests.fullInitialize),
    try Sample(SetTraceNotification.self, #"{"value":"off"}"#),
    try Sample(CancelNotification.self, #"{"id":3}"#),
    try Sample(
      DidOpenNotification.self,
      #"{"textDocument":{"uri":"untitled:1","languageId":"python","version":1,"text":"a\n"}}"#
    ),
    try Sample(
      DidChangeNotification.self,
      #"{"textDocument":{"uri":"a","version":2},"contentChanges":[{"range":\#(range123),"text":"x"},{"text":""}]}"#
    ),
    try Sample(DidSaveNotification.self, #"{\#(document),"text":"x"}"#),
    try Sample(WillSaveNotification.self, #"{\#(document),"reason":1}"#),
    try Sample(DidCloseNotification.self, #"{\#(document)}"#),
    try Sample(DocumentDiagnosticRequest.self, #"{\#(document),"identifier":"a","previousResultId":"b"}"#),
    try Sample(CodeLensRequest.self, #"{\#(document)}"#),
    try Sample(CodeLensResolveRequest.self, FeaturesTests.fullLens),
    try Sample(
      CodeActionRequest.self,
      #"{\#(document),"range":\#(range123),"context":{"diagnostics":[\#(DiagnosticsTests.full)],"only":["a"],"triggerKind":2}}"#
    ),
    try Sample(CodeActionResolveRequest.self, FeaturesTests.fullAction),
    try Sample(HoverRequest.self, #"{\#(document),"position":{"line":1,"character":2}}"#),
    try Sample(ExecuteCommandRequest.self, #"{"command":"c","arguments":[1,{}],"workDoneToken":"t"}"#),
    try Sample(DidChangeWatchedFilesNotification.self, #"{"changes":[{"uri":"file:///a","type":2}]}"#),
    try Sample(
      DidChangeWorkspaceFoldersNotification.self,
      #"{"event":{"added":[{"uri":"file:///a","name":"a"}],"removed":[]}}"#
    ),
    try Sample(TextDocumentContentRequest.self, #"{"uri":"lacuna:/a"}"#),
    try Sample(WorkDoneProgressCancelNotification.self, #"{"token":1}"#),
  ]
}

struct IncomingFuzzTests {
  private static let strange: [JSONValue] = [
    .null, true, -1, .integer(.max), .double(1e300), 0.5, "x", "\u{0}é", [], [[]], .object([:]), ["x": .null],
  ]

  /// Every value of every message replaced by every strange one, and left out.
  @Test func anyValueAnywhere() throws {
    for sample in try samples() {
      #expect(throws: Never.self) { try sample.read(sample.params) }
      var refused = 0
      for variant in Self.variants(of: sample.params) {
        do {
          try sample.read(variant)
        } catch {
          refused += 1
          #expect(error.code == .invalidParams)
          #expect(error.message.hasPrefix("params"), "\(error.message)")
        }
      }
      #expect(refused > 0, "\(sample.testDescription)")
    }
  }

  private static func variants(of value: JSONValue) -> [JSONValue] {
    switch value {
    case .array(let elements):
      strange
        + elements.indices.flatMap { position in
          variants(of: elements[position]).map { variant in
            var changed = elements
            changed[position] = variant
            return .array(changed)
          }
        }
    case .object(let object):
      strange
        + object.members.flatMap { member in
          (variants(of: member.value).map(Optional.some) + [nil]).map { variant in
            var changed = object
            changed[member.name] = variant
            return .object(changed)
          }
        }
    default: strange
    }
  }

  /// A message cut off anywhere, or with bytes flipped, is a message or an error to answer with.
  @Test func brokenBytes() throws {
    var random = SeededGenerator(seed: 11)
    var (understood, refused) = (0, 0)
    func examine(_ bytes: [UInt8], _ sample: Sample) {
      do {
        switch try Message(parsing: bytes) {
        case .request(_, let method, let params) where method == sample.testDescription: try sample.read(params)
        default: break
        }
        understood += 1
      } catch let error as MalformedMessage {
        refused += 1
        #expect([.parseError, .invalidRequest].contains(error.error.code))
      } catch {
        refused += 1
        #expect((error as? ResponseError)?.code == .invalidParams)
      }
    }
    for sample in try samples() {
      let whole: JSONValue = [
        "jsonrpc": "2.0", "id": 1, "method": .string(sample.testDescription), "params": sample.params,
      ]
      let bytes = JSONWriter.bytes(of: whole)
      for length in 0..<bytes.count {
        #expect(throws: MalformedMessage.self) { try Message(parsing: Array(bytes[..<length])) }
      }
      for _ in 0..<300 {
        var flipped = bytes
        for _ in 0..<Int.random(in: 1...3, using: &random) {
          flipped[Int.random(in: 0..<flipped.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        }
        examine(flipped, sample)
      }
    }
    #expect(understood > 500 && refused > 500)
  }
}
