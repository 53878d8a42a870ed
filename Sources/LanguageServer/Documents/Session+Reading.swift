import Analysis
import LanguageServerProtocol
import SourceText

/// Reading whole texts, in the background, when typing pauses.
extension Session {
  /// When the next reading or joining is due; nil while none is.
  var nextReading: SuspendingClock.Instant? {
    documents.values.lazy.flatMap { [$0.readingDue, $0.joiningDue] }.compactMap(\.self).min()
  }

  /// An edit came: what is being read is out of date, and what is known locally may not be all.
  func postponeReading(of document: OpenDocument) {
    let isWanted =
      !document.live.isSettled || document.reading != nil || document.readingDue != nil || index(of: document) != nil
    document.reading?.cancel()
    document.reading = nil
    // It is joined again when it is read.
    document.join?.ticket.cancel()
    document.joiningDue = nil
    let now = SuspendingClock.now
    let isTyping = document.lastEdit.map { now - $0.time < options.pauseOfTyping } ?? false
    document.lastEdit = (now, isTyping)
    document.readingDue = isWanted ? now + pause(of: document, isTyping: isTyping) : nil
  }

  /// A reading of text that is broken mid-typing knows less than is known already, and is mostly left: it can wait.
  private func pause(of document: OpenDocument, isTyping: Bool) -> Duration {
    if document.live.isHeld { return max(options.pause, options.pauseWhileBroken) }
    guard document.live.isSettled else { return options.pause }
    // Only others want to know, and a long text takes its time: not at every keystroke.
    let pause = max(options.pause, .milliseconds(min(document.text.count / 2_000, 1_000)))
    return isTyping ? max(pause, options.pauseOfTyping) : pause
  }

  func startDueReadings() {
    guard nextReading != nil else { return }
    let now = SuspendingClock.now
    for document in documents.values {
      if let due = document.readingDue, due <= now { read(document) }
      if let due = document.joiningDue, due <= now {
        document.joiningDue = nil
        join(document, isNews: true)
      }
    }
  }

  /// Reads a whole text at once, in the background.
  ///
  /// - Parameter force: also where it knows less than was known: the text is not half-typed but meant so.
  func read(_ document: OpenDocument, force: Bool = false) {
    document.readingDue = nil
    document.joiningDue = nil
    document.reading?.cancel()
    guard let job = document.live.settleJob() else {
      document.reading = nil
      return conclude(document)
    }
    let ticket = ReadingTicket(isForced: force || !document.isRead)
    document.reading = ticket
    let uri = document.uri
    readings.run { [inbox] in
      let settled = job.run { ticket.isCancelled }
      inbox.put(.handedIn { $0.take(settled, for: uri, ticket) })
    }
  }

  private func take(_ settled: SettledReading?, for uri: DocumentURI, _ ticket: ReadingTicket) {
    // Edited, closed, or opened anew since.
    guard let document = documents[uri], document.reading === ticket, let settled else { return }
    document.reading = nil
    let isTaken = document.live.accept(settled, force: ticket.isForced)
    log.debug("read \(document.path) after \(document.changes) changes: \(isTaken ? "taken" : "left, it is broken")")
    // What is told at once would be told otherwise a moment later: only typing is worth that.
    let mayWait = ticket.isForced || !document.whenRead.isEmpty
    if isTaken, !mayWait, let edit = document.lastEdit, edit.isTyping {
      // What was joined now would be out of date with the next key.
      document.joiningDue = edit.time + options.pauseOfTyping
      return conclude(document)
    }
    let isJoining = isTaken && join(document, isNews: true)
    guard isJoining, mayWait, isSurrounded(document) else { return conclude(document) }
    document.isWaitingForOthers = true
    document.review?.update(from: document)
  }

  /// Tells what is known of a document by now.
  func conclude(_ document: OpenDocument) {
    if !document.isRead, let reason = document.live.skipped, reason != .unsupportedLanguage {
      notice(.info, "\(document.path) is not read: \(reason.name)")
    }
    document.isRead = true
    document.isWaitingForOthers = false
    document.review?.update(from: document)
    tellDiagnostics(of: document)
    document.finishWaiting()
    refreshLenses()
  }

  /// Runs work when something is known of a document: at once, but for the first moment.
  func whenRead(_ document: OpenDocument, _ work: @escaping () -> Void) {
    if document.isRead { work() } else { document.whenRead.append(work) }
  }

  /// Runs work when nothing more can be known of a document: at once, unless an edit may mean something for the rest of
  /// the text. While it is half-typed nobody waits for the end of that.
  ///
  /// - Parameter hurry: reads now, not when typing pauses.
  func whenSettled(_ document: OpenDocument, hurry: Bool, _ work: @escaping () -> Void) {
    let isReadingWanted = document.reading != nil || document.readingDue != nil
    guard document.isRead, isReadingWanted, !document.live.isSettled, !document.live.isHeld else {
      return whenRead(document, work)
    }
    document.whenRead.append(work)
    if hurry, document.reading == nil { read(document) }
  }
}
