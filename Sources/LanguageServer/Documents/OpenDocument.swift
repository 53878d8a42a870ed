import Analysis
import LanguageServerProtocol
import SourceText
import Workspace

/// A document that the client has open. Belongs to the state thread.
final class OpenDocument {
  /// As the client spells it, and wants it spelled.
  let uri: DocumentURI
  /// Tells one opening of a document from the next.
  let serial: Int
  /// The client's name for the language.
  let languageID: String
  /// Below its workspace folder.
  var path: String
  var configuration: Configuration
  /// As the client counts; nil where it does not.
  var version: Int?
  /// Counts changes of the text, which not every client does.
  private(set) var changes = 0
  private(set) var live: LiveDocument
  /// What the text is compared with.
  private(set) var baseline = DocumentBaseline.unknown
  /// Why there is nothing to compare with, as it was last said.
  var noBaselineReason: String?
  /// What the last review on saving came to.
  var review: SaveReview?

  /// Whether the whole text has been read once. Before that nothing is known, which is not the same as nothing to say.
  var isRead = false
  /// When the text is to be read as a whole; nil while nothing is to be done.
  var readingDue: SuspendingClock.Instant?
  /// When it is to be joined with other files; nil while that need not be, or comes with the next reading.
  var joiningDue: SuspendingClock.Instant?
  /// When the last edit came, and whether it came soon after the one before it.
  var lastEdit: (time: SuspendingClock.Instant, isTyping: Bool)?
  /// The reading that is under way.
  var reading: ReadingTicket?
  /// The joining with other files that is under way.
  var join: Join?
  /// Whether what is known is told when it is joined, and not before.
  var isWaitingForOthers = false
  /// Whether other files may have been asked about it.
  var isJoined = false
  /// What waits for the first reading.
  var whenRead: [() -> Void] = []

  /// What the client has been told.
  var told = ToldDiagnostics()
  /// The lenses that the client was last given; nil when it never asked.
  var toldLenses: [CodeLens]?

  struct Join {
    var ticket: ReadingTicket
    /// Whether the others may not know the text before it is done.
    var isNews: Bool
  }

  init(
    uri: DocumentURI,
    serial: Int,
    path: String,
    languageID: String,
    version: Int?,
    configuration: Configuration,
    live: LiveDocument
  ) {
    self.uri = uri
    self.serial = serial
    self.path = path
    self.languageID = languageID
    self.version = version
    self.configuration = configuration
    self.live = live
  }

  var text: SourceText { live.text }

  func apply(_ change: ContentChange, _ encoding: PositionEncoding) {
    changes += 1
    let replacement = Array(change.text.utf8)
    if let range = change.range {
      live.apply(TextEdit(live.text.bytes(of: range, in: encoding), replacement))
    } else {
      live.replaceAll(with: replacement)
    }
  }

  /// Does what waits for the first reading.
  func finishWaiting() {
    let waiting = whenRead
    whenRead = []
    for work in waiting { work() }
  }

  /// The same text under other settings. What was known stays told until it is read anew.
  func replace(with live: LiveDocument) {
    self.live = live
    isRead = false
    // That was of the other one.
    join?.ticket.cancel()
    join = nil
    live.setBaseline(baseline.bytes)
  }

  func set(_ baseline: DocumentBaseline) {
    guard baseline != self.baseline else { return }
    self.baseline = baseline
    live.setBaseline(baseline.bytes)
  }
}
