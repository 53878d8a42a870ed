import Analysis
import LanguageServerProtocol
import SourceText

/// All that the server knows of its client and of what is open. Belongs to the state thread: whatever changes it runs
/// there, one after the other, in the order in which it came.
final class Session {
  let options: Server.Options
  let log: Log
  let client: Client
  let requests: OpenRequests
  let inbox: Inbox
  /// Reads texts.
  let readings = BackgroundQueue()
  /// Asks Git, and whatever else may take long.
  let errands = BackgroundQueue()
  /// Goes through the files of the workspace.
  let indexing = BackgroundQueue()
  /// Joins what is open with the other files.
  let joins = BackgroundQueue()
  let baselines: BaselineSource

  var lifecycle = Lifecycle.fresh
  var capabilities = ClientCapabilities()
  var encoding = PositionEncoding.utf16
  var documents: [DocumentURI: OpenDocument] = [:]
  var settings = Settings()
  /// What is known of the files of each workspace folder.
  var indexes: [DocumentURI: FolderIndex] = [:]
  /// The client was told to ask for diagnostics again, and has not done so yet.
  var isRefreshingDiagnostics = false
  /// What waits for the review of a document, by its serial number.
  var waitingPages: [Int: [(Result<Page, ResponseError>) -> Void]] = [:]
  private var serials = 0
  /// Set when the session is over.
  private(set) var exitCode: Int32?

  init(options: Server.Options, log: Log, client: Client, requests: OpenRequests, inbox: Inbox) {
    self.options = options
    self.log = log
    self.client = client
    self.requests = requests
    self.inbox = inbox
    baselines = BaselineSource(environment: options.environment)
  }

  /// Works until the client leaves; gives the exit code of the process.
  func run() -> Int32 {
    let dispatcher = Dispatcher(session: self)
    while exitCode == nil, !client.isGone {
      if let event = inbox.next(until: nextReading) { dispatcher.take(event) }
      startDueReadings()
    }
    for document in documents.values {
      document.reading?.cancel()
      document.join?.ticket.cancel()
    }
    for index in indexes.values { index.ticket.cancel() }
    for queue in [readings, errands, indexing, joins] { queue.stop() }
    log.info("the session is over")
    return exitCode ?? 1
  }

  func nextSerial() -> Int {
    serials += 1
    return serials
  }

  /// Tells the user something that need not interrupt anybody: in the client's log, and in the server's own.
  func notice(_ type: MessageType, _ message: String) {
    if type == .warning { log.warning(message) } else { log.info(message) }
    // The first thing that a client hears must be the answer to its greeting.
    guard case .running = lifecycle else { return }
    client.notify(LogMessageNotification(type, message))
  }

  /// `shutdown`: no more work. Who waits for some is told what is known.
  func shutDown() {
    for document in documents.values {
      document.reading?.cancel()
      document.reading = nil
      document.readingDue = nil
      document.joiningDue = nil
      document.join?.ticket.cancel()
      document.join = nil
      document.finishWaiting()
    }
    for index in indexes.values { index.stop() }
    lifecycle = .shutDown
  }

  /// `exit`: the process ends, whatever is under way.
  func exit() {
    if case .shutDown = lifecycle { exitCode = 0 } else { exitCode = 1 }
  }

  /// The client is gone without a word, as many are when they leave. Only an end inside a message is a fault.
  func inputEnded(_ end: MessageInput.End) {
    switch end {
    case .clean:
      exitCode = 0
    case .broken(let error):
      log.warning("\(error)")
      exitCode = 1
    case .failed(let number):
      log.error("the input cannot be read: error \(number)")
      exitCode = 1
    }
  }
}
