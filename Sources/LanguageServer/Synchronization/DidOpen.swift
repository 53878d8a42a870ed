import Analysis
import Languages
import LanguageServerProtocol
import SourceText

enum DidOpenHandler: NotificationHandler {
  static func handle(_ notification: DidOpenNotification, in session: Session) {
    let item = notification.textDocument
    if let old = session.documents[item.uri] {
      session.log.warning("\(old.path) was opened a second time")
      session.close(old)
    }
    let path = session.place(of: item.uri)
    let document = OpenDocument(
      uri: item.uri,
      path: path,
      languageID: item.languageId,
      version: item.version,
      live: session.liveDocument(path: path, text: SourceText(item.text), languageID: item.languageId)
    )
    session.documents[item.uri] = document
    session.read(document)
  }
}

extension Session {
  /// A document's path below the workspace folder that holds it; its name alone where none does. What stands above the
  /// folder says nothing of the file: a checkout below `tests` is not all tests.
  func place(of uri: DocumentURI) -> String {
    guard let path = uri.path else {
      return uri.text.split(whereSeparator: { $0 == "/" || $0 == ":" }).last.map(String.init) ?? ""
    }
    let roots = folders.compactMap { folder -> String? in
      guard let root = folder.uri.path, !root.isEmpty else { return nil }
      return root.hasSuffix("/") ? root : root + "/"
    }
    guard let root = roots.filter({ path.hasPrefix($0) }).max(by: { $0.utf8.count < $1.utf8.count }) else {
      return path.split(separator: "/").last.map(String.init) ?? ""
    }
    return String(path.dropFirst(root.count))
  }

  func liveDocument(path: String, text: SourceText, languageID: String) -> LiveDocument {
    LiveDocument(path: path, text: text, analyzer: Analyzer(), language: Self.language(path: path, languageID))
  }

  /// The editor's word counts, but for dialects: `.tsx` is that, though it be called `typescript`.
  private static func language(path: String, _ editorID: String) -> LanguageID? {
    guard let said = LanguageID(editorID: editorID) else { return nil }
    let named = Languages.language(forPath: path)?.id
    return named?.family == said.family ? named : said
  }
}
