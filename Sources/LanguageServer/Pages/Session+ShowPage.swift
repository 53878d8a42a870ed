import LanguageServerProtocol

extension Session {
  /// Whether the client opens documents whose text the server makes.
  var showsOwnDocuments: Bool { capabilities.workspace.textDocumentContent && capabilities.window.showDocument }

  /// Opens a page in the best way that the client has. Where one fails, the next is tried; nothing waits for it.
  func show(_ page: Page, at address: PageAddress) {
    guard showsOwnDocuments else { return showFile(page, at: address) }
    // One that is open already shows what it was.
    client.request(TextDocumentContentRefreshRequest(uri: address.uri))
    client.request(ShowDocumentRequest(uri: address.uri, takeFocus: true)) { [weak self] result in
      if !result.isShown { self?.showFile(page, at: address) }
    }
  }

  private func showFile(_ page: Page, at address: PageAddress) {
    let folder = PageFolder(environment: options.environment)
    guard capabilities.window.showDocument, let file = folder.write(page.markdown, for: address) else {
      return client.notify(ShowMessageNotification(.info, page.short))
    }
    client.request(ShowDocumentRequest(uri: file, takeFocus: true)) { [weak self] result in
      if !result.isShown { self?.client.notify(ShowMessageNotification(.info, page.short)) }
    }
  }
}

extension Result<ShowDocumentResult, ResponseError> {
  fileprivate var isShown: Bool {
    if case .success(let result) = self { result.success } else { false }
  }
}
