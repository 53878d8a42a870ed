import Analysis
import Behaviour
import JSONText
import LanguageServerProtocol
import Review
import SourceText
import Workspace

/// A line above each unit that has something to say, and above the file after a review.
enum CodeLensHandler: RequestHandler {
  static let access = Access.reads

  static func handle(_ request: CodeLensRequest, in session: Session, _ reply: Reply<[CodeLens]?>) {
    guard let document = session.documents[request.textDocument.uri] else { return reply.send(nil) }
    let answer = {
      let lenses = session.lenses(of: document)
      document.toldLenses = lenses
      reply.send(lenses)
    }
    // One that cannot be told to ask again is told what holds for longer.
    if session.capabilities.workspace.codeLensRefresh {
      session.whenRead(document, answer)
    } else {
      session.whenSettled(document, hurry: false, answer)
    }
  }
}

/// Titles are complete when they are given. For clients that ask all the same, with what they added to the lens.
enum CodeLensResolveHandler: ImmediateHandler {
  typealias Request = CodeLensResolveRequest
  static let access = Access.reads

  static func respond(to request: CodeLensResolveRequest, in session: Session) throws(ResponseError) -> CodeLens {
    request.lens
  }
}

extension Session {
  func lenses(of document: OpenDocument) -> [CodeLens] {
    guard document.configuration.showsLenses, documents[document.uri] === document else { return [] }
    let analysis = document.live.analysis
    var lenses: [CodeLens] = []
    if let title = document.fileTitle(analysis.status) {
      let command = Command(title: title, command: .reviewFile, arguments: [.string(document.uri.text)])
      lenses.append(CodeLens(range: document.text.lspRange(of: 0..<0, in: encoding), command: command))
    }
    var finder = RangeFinder(document.text, encoding)
    for unit in analysis.units where unit.hasSomethingToSay {
      let name = unit.unit.qualifiedName
      let counts = Counts(unit.shownEntries).text
      let command = Command(
        title: unit.unit.kind == .module ? "top level: \(counts)" : counts,
        command: .showLedger,
        arguments: [.string(document.uri.text), .string(name)]
      )
      lenses.append(CodeLens(range: finder.range(of: unit.namePlace).firstLine, command: command))
    }
    return lenses
  }

  /// Has lenses asked for again that are not what they were: nothing was edited, so no client would do so by itself.
  func refreshLenses() {
    guard capabilities.workspace.codeLensRefresh else { return }
    let isOutdated = documents.values.contains { document in
      document.isRead && document.toldLenses.map { $0 != lenses(of: document) } ?? false
    }
    guard isOutdated else { return }
    for document in documents.values { document.toldLenses = nil }
    client.request(CodeLensRefreshRequest())
  }
}

extension OpenDocument {
  /// What stands above the file: that it could not be read, or what the last review on saving came to.
  fileprivate func fileTitle(_ status: FileAnalysis.Status) -> String? {
    switch status {
    case .skipped(.unsupportedLanguage): nil
    case .skipped(let reason): "not read: \(reason.name)"
    case .analyzed, .partial: review?.title
    }
  }
}

extension FileAnalysis.Reason {
  /// For people.
  var name: String {
    switch self {
    case .unsupportedLanguage: "its language is not supported"
    case .tooLarge: "too large"
    case .binary: "not text"
    case .unreadable: "unreadable"
    case .timedOut: "reading it took too long"
    }
  }
}

extension LSPRange {
  /// A lens must not span lines.
  fileprivate var firstLine: LSPRange { start.line == end.line ? self : LSPRange(start: start, end: start) }
}
