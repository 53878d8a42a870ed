import JSONText
import LanguageServerProtocol
import Testing

struct FeaturesTests {
  static let fullLens = """
    {"range":\(range123),"command":{"title":"2 gaps","command":"lacuna.showLedger","arguments":["a"]},\
    "data":{"unit":"f"},"lsp-private":true}
    """

  @Test func lenses() throws {
    #expect(try rewritten(Self.fullLens, as: CodeLens.self) == Self.fullLens)
    #expect(written(CodeLens(range: LSPRange(1, 2..<3))) == #"{"range":\#(range123)}"#)
    let command = Command(title: "2 gaps", command: "lacuna.showLedger", arguments: ["a"])
    let lens = try read(CodeLensResolveRequest.self, Self.fullLens).lens
    #expect(lens.command == command)
    #expect(lens.data == ["unit": "f"])
    #expect(lens.unknown == ["lsp-private": true])
    let request = try read(CodeLensRequest.self, #"{"textDocument":{"uri":"a:b"},"workDoneToken":1}"#)
    #expect(request.textDocument.uri.text == "a:b")
    #expect(written(CodeLensOptions(resolveProvider: false)) == #"{"resolveProvider":false}"#)
  }

  static let fullAction = """
    {"title":"Ask","kind":"quickfix.lacuna","diagnostics":[{"range":\(range123),"message":"m"}],"isPreferred":true,\
    "disabled":{"reason":"stale"},"edit":{"changes":{"file:///a":[{"range":\(range123),"newText":"x"}]}},\
    "command":{"title":"t","command":"c"},"data":[1],"tags":[1]}
    """

  @Test func actions() throws {
    #expect(try rewritten(Self.fullAction, as: CodeAction.self) == Self.fullAction)
    let action = try read(CodeActionResolveRequest.self, Self.fullAction).action
    #expect(action.kind == CodeActionKind(rawValue: "quickfix.lacuna"))
    #expect(action.diagnostics?.map(\.message) == ["m"])
    #expect(action.isPreferred == true)
    #expect(action.disabledReason == "stale")
    #expect(action.edit?.changes?.first?.edits.first?.newText == "x")
    #expect(action.command == Command(title: "t", command: "c"))
    #expect(action.data == [1])
    #expect(written(CodeAction(title: "Ask", kind: .quickFix)) == #"{"title":"Ask","kind":"quickfix"}"#)
    #expect(written(CodeAction(title: "Ask")) == #"{"title":"Ask"}"#)
  }

  @Test func askingForActions() throws {
    let full = """
      {"textDocument":{"uri":"file:///a"},"range":\(range123),"context":{"diagnostics":[\(DiagnosticsTests.full),7],\
      "only":["quickfix","refactor.extract"],"triggerKind":1}}
      """
    let request = try read(CodeActionRequest.self, full)
    #expect(request.textDocument.uri == DocumentURI("file:///a"))
    #expect(request.range == LSPRange(1, 2..<3))
    #expect(request.diagnostics.map(written) == [DiagnosticsTests.full])
    #expect(request.only == [.quickFix, .refactorExtract])
    #expect(request.triggerKind == .invoked)
    let bare = try read(CodeActionRequest.self, #"{"textDocument":{"uri":"file:///a"},"range":\#(range123)}"#)
    #expect(bare.diagnostics.isEmpty && bare.only == nil && bare.triggerKind == nil)
  }

  @Test func offeringActions() {
    let reply: CodeActionRequest.Reply = [
      .action(CodeAction(title: "a")), .command(Command(title: "t", command: "c")),
    ]
    #expect(written(reply) == #"[{"title":"a"},{"title":"t","command":"c"}]"#)
    #expect(written(CodeActionOptions()) == "{}")
  }

  @Test func hovering() throws {
    let request = try read(
      HoverRequest.self,
      #"{"textDocument":{"uri":"file:///a"},"position":{"line":1,"character":2}}"#
    )
    #expect(request.textDocument.uri == DocumentURI("file:///a"))
    #expect(request.position == LSPPosition(line: 1, character: 2))
    let hover = Hover(contents: MarkupContent(kind: .markdown, value: "a"), range: LSPRange(1, 2..<3))
    #expect(written(hover) == #"{"contents":{"kind":"markdown","value":"a"},"range":\#(range123)}"#)
    let bare = Hover(contents: MarkupContent(kind: .plainText, value: "a"))
    #expect(written(bare) == #"{"contents":{"kind":"plaintext","value":"a"}}"#)
  }
}
