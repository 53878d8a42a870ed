import Analysis
import LanguageServerProtocol
import Rules
import Workspace

/// Joining what is open with the other files: when typing pauses, when a document is saved, and when another one
/// changes. Never on the way of a keystroke.
extension Session {
  /// Joins a document with the files around it, in the background.
  ///
  /// - Parameter isNews: whether the others may not know its text yet.
  /// - Returns: false where there is nothing to join it with, or nothing of it that could be joined.
  @discardableResult
  func join(_ document: OpenDocument, isNews: Bool) -> Bool {
    // What was not told to the others before is still to be told.
    let isNews = isNews || document.join?.isNews == true
    let index = index(of: document)
    guard case .running = lifecycle, index != nil || document.isJoined, let job = document.live.joinJob(isNews: isNews)
    else { return false }
    document.join?.ticket.cancel()
    let ticket = ReadingTicket(isForced: false)
    document.join = OpenDocument.Join(ticket: ticket, isNews: isNews)
    document.isJoined = index != nil
    let uri = document.uri
    let surroundings: any Surroundings = if let index { index.shared } else { NoSurroundings() }
    joins.run { [inbox] in
      let joined = job.run(in: surroundings) { ticket.isCancelled }
      inbox.put(.handedIn { $0.take(joined, for: uri, ticket) })
    }
    return true
  }

  private func take(_ joined: JoinedReading?, for uri: DocumentURI, _ ticket: ReadingTicket) {
    // Others may know something new of the document, whatever became of it since.
    if let document = documents[uri] {
      if joined?.isNews == true, let index = index(of: document) { rejoin(index, besides: document) }
      // Joined again, closed, or opened anew since.
      guard document.join?.ticket === ticket else { return }
      document.join = nil
      let isTaken = joined.map { document.live.accept($0) } ?? false
      if isTaken { log.debug("joined \(document.path)") }
      // Somebody may have begun to wait for the joining after what was read was told.
      let isAwaited = document.reading == nil && document.isRead && !document.whenRead.isEmpty
      if document.isWaitingForOthers || isAwaited || isTaken && joined?.hasChanged == true { conclude(document) }
    }
  }

  /// Something is different in a folder: what is open there may depend on it.
  func rejoin(_ index: FolderIndex, besides: OpenDocument? = nil) {
    guard index.state == .whole else { return }
    for document in documents.values.sorted(by: { $0.serial < $1.serial })
    where document !== besides && self.index(of: document) === index {
      join(document, isNews: false)
    }
  }

  private func rejoin(_ uri: DocumentURI) {
    if let index = indexes[uri] { rejoin(index) }
  }

  /// Whether other files can say something of a document, so that it is worth waiting for them.
  func isSurrounded(_ document: OpenDocument) -> Bool { index(of: document)?.state == .whole }

  /// A document was closed: from now on the file counts.
  func leave(_ document: OpenDocument) {
    document.join?.ticket.cancel()
    guard let index = index(of: document), let path = document.uri.pathBytes.map({ FilePath($0).tidied }),
      let place = path.relative(to: index.root)
    else { return }
    let (uri, ticket, build) = (index.uri, index.ticket, index.build)
    joins.run { [inbox] in
      build.index.release(place.description)
      guard build.update([place]), !ticket.isCancelled else { return }
      inbox.put(.handedIn { $0.rejoin(uri) })
    }
  }

  /// Files changed on the disk.
  func filesChanged(_ paths: [FilePath]) {
    for index in indexes.values {
      let places = paths.compactMap { $0.tidied.relative(to: index.root) }.filter { $0 != .currentFolder }
      guard !places.isEmpty else { continue }
      if places.contains(where: { $0.lastComponent == ".gitignore" }) { rescan(index) }
      let (uri, ticket, build) = (index.uri, index.ticket, index.build)
      indexing.run { [inbox] in
        guard !ticket.isCancelled, build.update(places) else { return }
        inbox.put(.handedIn { $0.rejoin(uri) })
      }
    }
  }
}

/// Around a document that belongs to no folder.
private struct NoSurroundings: Surroundings {
  func take(_ summary: FileSummary) -> Bool { false }

  func asking<Result>(about path: String, _ body: ((any WorkspaceFacts)?) -> Result) -> Result { body(nil) }
}
