import Analysis
import Languages
import LanguageServerProtocol
import SourceText
import Workspace

enum DidOpenHandler: NotificationHandler {
  static func handle(_ notification: DidOpenNotification, in session: Session) {
    let item = notification.textDocument
    if let old = session.documents[item.uri] {
      session.log.warning("\(old.path) was opened a second time")
      session.close(old)
    }
    let path = session.place(of: item.uri)
    let configuration = session.settings.configuration(of: item.uri)
    let document = OpenDocument(
      uri: item.uri,
      serial: session.nextSerial(),
      path: path,
      languageID: item.languageId,
      version: item.version,
      configuration: configuration,
      live: LiveDocument(
        path: path,
        text: SourceText(item.text),
        analyzer: Analyzer(configuration: configuration.analysis),
        language: LanguageID(path: path, editorID: item.languageId)
      )
    )
    session.documents[item.uri] = document
    session.log.info("opened \(path): \(item.languageId), \(document.text.lineCount) lines")
    session.read(document)
  }
}

extension Session {
  /// A document's path below the workspace folder that holds it; its name alone where none does. What stands above the
  /// folder says nothing of the file: a checkout below `tests` is not all tests.
  func place(of uri: DocumentURI) -> String {
    guard let path = uri.pathBytes.map({ FilePath($0).tidied }) else {
      return uri.text.split(whereSeparator: { $0 == "/" || $0 == ":" }).last.map(String.init) ?? ""
    }
    guard let root = settings.root(of: uri)?.path, let below = path.relative(to: root), below != .currentFolder else {
      return "\(path.lastComponent)"
    }
    return "\(below)"
  }

  /// A document's text as its settings want it read.
  func liveDocument(of document: OpenDocument) -> LiveDocument {
    LiveDocument(
      path: document.path,
      text: document.text,
      analyzer: Analyzer(configuration: document.configuration.analysis),
      language: LanguageID(path: document.path, editorID: document.languageID)
    )
  }
}

extension LanguageID {
  /// The editor's word counts, but for dialects: `.tsx` is that, though it be called `typescript`. Nil where the editor
  /// says nothing of use; then the file's name decides.
  init?(path: String, editorID: String) {
    guard let said = LanguageID(editorID: editorID) else { return nil }
    let named = Languages.language(forPath: path)?.id
    self = named?.family == said.family ? named ?? said : said
  }
}
