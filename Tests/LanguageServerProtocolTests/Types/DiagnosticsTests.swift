import JSONText
import LanguageServerProtocol
import Testing

struct DiagnosticsTests {
  static let full = """
    {"range":\(range123),"severity":2,"code":"missing-timeout","codeDescription":{"href":"https://a.b/c"},\
    "source":"lacuna","message":"m","tags":[1,7],\
    "relatedInformation":[{"location":{"uri":"file:///a","range":\(range123)},"message":"here"}],\
    "data":{"version":3,"z":null},"private":[1]}
    """

  private var diagnostic: Diagnostic {
    var diagnostic = Diagnostic(range: LSPRange(1, 2..<3), message: "m")
    diagnostic.severity = .warning
    diagnostic.code = .string("missing-timeout")
    diagnostic.codeDescription = CodeDescription(href: "https://a.b/c")
    diagnostic.source = "lacuna"
    diagnostic.tags = [.unnecessary, DiagnosticTag(rawValue: 7)]
    diagnostic.relatedInformation = [
      DiagnosticRelatedInformation(
        location: Location(uri: DocumentURI("file:///a"), range: LSPRange(1, 2..<3)),
        message: "here"
      )
    ]
    diagnostic.data = ["version": 3, "z": .null]
    diagnostic.unknown = ["private": [1]]
    return diagnostic
  }

  @Test func bothWays() throws {
    #expect(written(diagnostic) == Self.full)
    #expect(try read(Self.full) == diagnostic)
    let bare = #"{"range":\#(range123),"message":"m"}"#
    #expect(written(Diagnostic(range: LSPRange(1, 2..<3), message: "m")) == bare)
    #expect(try rewritten(bare, as: Diagnostic.self) == bare)
  }

  /// Clients leave out what they do not know, and change what they think they do.
  @Test func whatIsLeftOfIt() throws {
    let text =
      #"{"range":\#(range123),"severity":"Warning","code":{},"tags":"none","relatedInformation":[1],"data":null}"#
    let diagnostic = try read(Diagnostic.self, text)
    #expect(diagnostic.message.isEmpty)
    #expect(diagnostic.severity == nil && diagnostic.code == nil && diagnostic.tags == nil)
    #expect(diagnostic.relatedInformation == [])
    #expect(diagnostic.data == .null)
    #expect(throws: JSONMismatch.self) { try read(Diagnostic.self, #"{"message":"m"}"#) }
  }

  @Test func publishing() {
    let notification = PublishDiagnosticsNotification(
      uri: DocumentURI("file:///a"),
      version: 3,
      diagnostics: [diagnostic]
    )
    #expect(written(notification) == #"{"uri":"file:///a","version":3,"diagnostics":[\#(Self.full)]}"#)
    let none = PublishDiagnosticsNotification(uri: DocumentURI("file:///a"), diagnostics: [])
    #expect(written(none) == #"{"uri":"file:///a","diagnostics":[]}"#)
  }

  @Test func asking() throws {
    let full = #"{"textDocument":{"uri":"file:///a"},"identifier":"i","previousResultId":"7","range":\#(range123)}"#
    let request = try read(DocumentDiagnosticRequest.self, full)
    #expect(request.textDocument.uri == DocumentURI("file:///a"))
    #expect(request.identifier == "i" && request.previousResultId == "7")
    let bare = try read(
      DocumentDiagnosticRequest.self,
      #"{"textDocument":{"uri":"file:///a"},"previousResultId":null}"#
    )
    #expect(bare.identifier == nil && bare.previousResultId == nil)
  }

  @Test func answering() {
    let full = DocumentDiagnosticReport.full(items: [diagnostic], resultId: "8")
    #expect(written(full) == #"{"kind":"full","resultId":"8","items":[\#(Self.full)]}"#)
    #expect(written(DocumentDiagnosticReport.full(items: [], resultId: nil)) == #"{"kind":"full","items":[]}"#)
    let unchanged = DocumentDiagnosticReport.unchanged(resultId: "8")
    #expect(written(unchanged) == #"{"kind":"unchanged","resultId":"8"}"#)
    #expect(written(DiagnosticCancellationData(retriggerRequest: true)) == #"{"retriggerRequest":true}"#)
    let options = DiagnosticOptions(interFileDependencies: false, workspaceDiagnostics: true)
    #expect(written(options) == #"{"interFileDependencies":false,"workspaceDiagnostics":true}"#)
  }
}
