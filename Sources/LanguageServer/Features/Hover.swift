import Analysis
import Behaviour
import LanguageServerProtocol
import Review
import Rules
import SourceText

/// What is known of the code below the cursor: of an entry there, or, on a unit's name, of the unit.
enum HoverHandler: RequestHandler {
  static let access = Access.reads

  static func handle(_ request: HoverRequest, in session: Session, _ reply: Reply<Hover?>) {
    guard let document = session.documents[request.textDocument.uri] else { return reply.send(nil) }
    session.whenRead(document) { reply.send(session.hover(at: request.position, in: document)) }
  }
}

extension Session {
  fileprivate func hover(at position: LSPPosition, in document: OpenDocument) -> Hover? {
    let offset = document.text.offset(of: position, in: encoding)
    let analysis = document.live.analysis
    let kind = capabilities.textDocument.hover.contentFormat.first { $0 == .markdown || $0 == .plainText }
    let writer = EntryText(kind: kind ?? .plainText, text: document.text)
    let entries = analysis.placedEntries.filter { $0.range.contains(offset) && !$0.entry.isSuppressed }
    var paragraphs: [String] = []
    var place: Range<Int>?
    if let unit = analysis.units.first(where: { $0.unit.kind != .module && $0.namePlace.contains(offset) }) {
      paragraphs = writer.summary(of: unit)
      place = unit.namePlace
    }
    // The closest first.
    for entry in entries.sorted(by: { $0.range.count < $1.range.count }) {
      if !paragraphs.isEmpty { paragraphs.append(writer.kind == .markdown ? "---" : "") }
      paragraphs += writer.paragraphs(of: entry)
      place = place ?? entry.range
    }
    guard let place, !paragraphs.isEmpty else { return nil }
    return Hover(
      contents: MarkupContent(kind: writer.kind, value: paragraphs.joined(separator: "\n\n")),
      range: document.text.lspRange(of: place, in: encoding)
    )
  }
}

extension EntryText {
  /// What a lens says, for editors that show none; nothing for a unit with nothing to say.
  fileprivate func summary(of unit: AnalyzedUnit) -> [String] {
    guard unit.hasSomethingToSay else { return [] }
    let entries = unit.shownEntries.sorted(by: Entry.comesFirst)
    let questions = entries.filter { $0.outcome == .unverified }
    let hidden = Set(questions.dropFirst(Entry.shownQuestions))
    var items = entries.filter { !hidden.contains($0) }
      .map { item(for: PlacedEntry(entry: $0, start: unit.start, unit: unit)) }
    if !hidden.isEmpty { items.append("- … and \(hidden.count) more that could not be verified") }
    return ["\(strong(unit.unit.qualifiedName)): \(Counts(entries).text)", items.joined(separator: "\n")]
  }
}

extension Counts {
  init(_ entries: [Entry]) {
    self.init(
      flagged: entries.count { $0.outcome == .flagged },
      unverified: entries.count { $0.outcome == .unverified },
      checked: entries.count { $0.outcome == .checked }
    )
  }
}
