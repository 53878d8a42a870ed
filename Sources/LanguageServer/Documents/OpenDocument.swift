import Analysis
import LanguageServerProtocol
import SourceText

/// A document that the client has open. Belongs to the state thread.
final class OpenDocument {
  /// As the client spells it, and wants it spelled.
  let uri: DocumentURI
  /// Below its workspace folder.
  let path: String
  /// The client's name for the language.
  let languageID: String
  /// As the client counts; nil where it does not.
  var version: Int?
  var live: LiveDocument
  /// Whether the whole text has been read once. Before that nothing is known, which is not the same as nothing to say.
  var isRead = false
  /// When the text is to be read as a whole; nil while nothing is to be done.
  var readingDue: SuspendingClock.Instant?
  /// The reading that is under way.
  var reading: ReadingTicket?
  /// What waits for the first reading.
  var whenRead: [() -> Void] = []
  /// What the client has been told.
  var told = ToldDiagnostics()

  init(uri: DocumentURI, path: String, languageID: String, version: Int?, live: LiveDocument) {
    self.uri = uri
    self.path = path
    self.languageID = languageID
    self.version = version
    self.live = live
  }
}
