import JSONText
import LanguageServerProtocol
import Testing

struct WindowTests {
  @Test func messages() throws {
    #expect(written(ShowMessageNotification(.error, "a")) == #"{"type":1,"message":"a"}"#)
    #expect(written(LogMessageNotification(.log, "a")) == #"{"type":4,"message":"a"}"#)
    let question = ShowMessageRequest(.warning, "a", actions: [.init(title: "Yes")])
    #expect(written(question) == #"{"type":2,"message":"a","actions":[{"title":"Yes"}]}"#)
    #expect(written(ShowMessageRequest(.info, "a")) == #"{"type":3,"message":"a"}"#)
    #expect(try read(ShowMessageRequest.Reply.self, #"{"title":"Yes","x":1}"#) == .init(title: "Yes"))
    #expect(try read(ShowMessageRequest.Reply.self, "null") == nil)
  }

  @Test func showingDocuments() throws {
    let full = ShowDocumentRequest(
      uri: DocumentURI("file:///a"),
      external: false,
      takeFocus: true,
      selection: LSPRange(1, 2..<3)
    )
    #expect(written(full) == #"{"uri":"file:///a","external":false,"takeFocus":true,"selection":\#(range123)}"#)
    #expect(written(ShowDocumentRequest(uri: DocumentURI("file:///a"))) == #"{"uri":"file:///a"}"#)
    #expect(try read(ShowDocumentResult.self, #"{"success":true}"#).success)
    #expect(try !read(ShowDocumentResult.self, "null").success)
  }

  @Test func progress() throws {
    #expect(written(WorkDoneProgressCreateRequest(token: .number(3))) == #"{"token":3}"#)
    #expect(try read(WorkDoneProgressCancelNotification.self, #"{"token":"t"}"#).token == .string("t"))
    let begin = WorkDoneProgress.begin(title: "Review", message: "a.py", percentage: 0, cancellable: true)
    #expect(
      written(ProgressNotification(token: .string("t"), value: begin)) == """
        {"token":"t","value":{"kind":"begin","title":"Review","message":"a.py","percentage":0,"cancellable":true}}
        """
    )
    #expect(written(WorkDoneProgress.begin(title: "Review")) == #"{"kind":"begin","title":"Review"}"#)
    let report = WorkDoneProgress.report(message: "b.py", percentage: 50, cancellable: false)
    #expect(written(report) == #"{"kind":"report","message":"b.py","percentage":50,"cancellable":false}"#)
    #expect(written(WorkDoneProgress.report()) == #"{"kind":"report"}"#)
    #expect(written(WorkDoneProgress.end(message: "done")) == #"{"kind":"end","message":"done"}"#)
    #expect(written(WorkDoneProgress.end()) == #"{"kind":"end"}"#)
  }
}
