import LanguageServerProtocol

/// The text of a page, for clients that open documents of the server's own scheme.
enum TextDocumentContentHandler: RequestHandler {
  static let access = Access.reads

  static func handle(
    _ request: TextDocumentContentRequest,
    in session: Session,
    _ reply: Reply<TextDocumentContentResult>
  ) {
    guard let address = PageAddress(request.uri) else {
      return reply.fail(ResponseError(.invalidParams, "This is no page of Lacuna's."))
    }
    session.makePage(address) { page in
      switch page {
      case .success(let page): reply.send(TextDocumentContentResult(text: page.markdown))
      case .failure(let error): reply.fail(error)
      }
    }
  }
}
