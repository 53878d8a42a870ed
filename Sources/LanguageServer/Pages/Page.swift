import Analysis
import Behaviour
import LanguageServerProtocol
import Review
import SourceText
import Workspace

/// What a page says, in full and in short.
struct Page: Sendable {
  var markdown: String
  /// One line, for clients that can show nothing more.
  var short: String
}

extension Session {
  /// Makes a page, at once or when what it is about is known.
  func makePage(_ address: PageAddress, _ then: @escaping (Result<Page, ResponseError>) -> Void) {
    if let folder = folder(at: address) { return makeWorkspacePage(folder, then) }
    guard let document = documents[address.document] else { return then(.failure(.notOpen)) }
    guard let unit = address.unit else { return makeReviewPage(document, then) }
    whenRead(document) { [weak self] in
      guard let self, documents[address.document] === document else { return then(.failure(.notOpen)) }
      then(ledgerPage(of: unit, in: document))
    }
  }

  private func ledgerPage(of name: String, in document: OpenDocument) -> Result<Page, ResponseError> {
    let file = ReviewReport.File(document.live.analysis, text: document.text)
    let units = file.units.filter { $0.name == name }
    guard let first = units.first else {
      return .failure(ResponseError(.requestFailed, "There is no `\(name)` here any more."))
    }
    let pages = units.map { MarkdownReport().render($0, path: document.path) }
    let shown = document.live.analysis.units.first { $0.unit.qualifiedName == name }?.shownEntries ?? []
    let worst = first.entries.first { $0.outcome != "checked" && !$0.isSuppressed }
    let short = "\(name): \(Counts(shown).text)" + (worst.map { ". \($0.message) \($0.question ?? "")" } ?? "")
    return .success(Page(markdown: pages.joined(separator: "\n"), short: short))
  }

  private func makeReviewPage(_ document: OpenDocument, _ then: @escaping (Result<Page, ResponseError>) -> Void) {
    waitingPages[document.serial, default: []].append(then)
    let serial = document.serial
    findBaseline(of: document) { session, document in
      guard let document else { return session.finishReviewPages(serial, .failure(.notOpen)) }
      let finish: () -> Void = { [weak session, weak document] in
        guard let session, let document else { return }
        let isOpen = session.documents[document.uri] === document
        session.finishReviewPages(serial, isOpen ? .success(session.reviewPage(of: document)) : .failure(.notOpen))
      }
      guard !document.live.isSettled || document.join != nil else { return finish() }
      document.whenRead.append(finish)
      if !document.live.isSettled { session.read(document) }
    }
  }

  private func finishReviewPages(_ serial: Int, _ page: Result<Page, ResponseError>) {
    for then in waitingPages.removeValue(forKey: serial) ?? [] { then(page) }
  }

  private func reviewPage(of document: OpenDocument) -> Page {
    var base: String?
    var old: SourceText?
    if let bytes = document.baseline.bytes {
      base = document.configuration.baseline
      old = SourceText(bytes ?? [])
    }
    var report = ReviewReport(
      base: base,
      files: [ReviewReport.File(document.live.analysis, text: document.text, baseline: old)],
      changedLines: old.map { LineDiff(from: $0, to: document.text).changedLines } ?? 0
    )
    if case .missing(let reason)? = index(of: document)?.state {
      report.remarks.append("What depends on other files is not judged: \(reason).")
    }
    var review = SaveReview()
    review.update(from: document)
    let short = "\(document.path): \(review.title ?? "nothing to say")"
    let writer = MarkdownReport { _, line in "\(document.uri.text)#L\(line)" }
    return Page(markdown: writer.render(report), short: short)
  }
}

extension ResponseError {
  fileprivate static let notOpen = ResponseError(.requestFailed, "The document is not open.")
}
