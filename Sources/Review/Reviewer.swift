package import Analysis
import Rules
import SourceText
package import Workspace

/// Makes the review of files and folders: finds them, reads them, judges them, on all cores.
package struct Reviewer: Sendable {
  package var analyzer: Analyzer
  package var limits: ReviewLimits
  /// What was found out before, where anything is kept.
  package var cache: WorkspaceCache?
  /// Called from any thread with how many files are done, of how many.
  package var progress: @Sendable (Int, Int) -> Void

  package init(
    analyzer: Analyzer,
    limits: ReviewLimits = ReviewLimits(),
    cache: WorkspaceCache? = nil,
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) {
    self.analyzer = analyzer
    self.limits = limits
    self.cache = cache
    self.progress = progress
  }

  /// Why there is no review.
  package enum Failure: Error, CustomStringConvertible {
    case unreadable(FilePath, String)
    case git(GitError)

    package var description: String {
      switch self {
      case .unreadable(let path, let why): "`\(path)`: \(why)"
      case .git(let error): error.description
      }
    }
  }

  /// Reviews what is in some paths as it stands.
  package func review(_ paths: [FilePath]) throws(Failure) -> ReviewReport {
    let candidates = try candidates(in: paths)
    let workspace = ReviewedWorkspace(candidates, of: paths, analyzer: analyzer, cache: cache)
    let files = map(candidates) { candidate in
      file(candidate, in: paths, baseline: nil, workspace, Readings(analyzer)).file
    }
    var report = ReviewReport(base: nil, files: sorted(files), changedLines: 0)
    report.remarks = [workspace.remark].compactMap { $0 }
    return report
  }

  /// Reviews what is in some paths against a git revision: the files that differ from it, and those that were named.
  package func review(_ paths: [FilePath], base revision: String) throws(Failure) -> ReviewReport {
    let comparison = try Comparison(paths, base: revision)
    let removed = Set(paths.flatMap { comparison.removedFiles(in: $0) })
    let candidates = try candidates(in: paths.filter { !removed.contains($0.tidied) && !removed.contains($0) })
    let chosen = candidates.filter { $0.isNamed || comparison.change(of: $0.path) != nil }
    let items = chosen.map { Item.present($0) } + removed.sorted().map { Item.removed($0) }
    let workspace = ReviewedWorkspace(candidates, of: paths, analyzer: analyzer, cache: cache)
    let readings = Readings(analyzer)
    let changes = ReviewedChange(comparison, workspace, readings, analyzer: analyzer, cache: cache)
    let results = map(items) { item in
      switch item {
      case .present(let candidate): file(candidate, in: paths, baseline: comparison, workspace, readings, changes)
      case .removed(let path): removedFile(path, in: paths, comparison, workspace, readings, changes)
      }
    }
    var report = compared(results, base: revision)
    report.remarks = comparison.otherRepositories(among: candidates.map(\.path)).map {
      "`\($0)` is another repository: what changed in it is not part of this review."
    }
    report.remarks += [workspace.remark].compactMap { $0 }
    return report
  }

  private enum Item: Sendable {
    case present(Candidate)
    case removed(FilePath)
  }

  /// A file's part of the review.
  struct Outcome: Sendable {
    var file: ReviewReport.File
    var changedLines = 0
    /// Nil where nothing was compared.
    var size: ChangeSize?
    var former = Former()
    /// Why what the file was cannot be had.
    var unread: String?
  }

  private func candidates(in paths: [FilePath]) throws(Failure) -> [Candidate] {
    let candidates = Discovery().candidates(in: paths)
    for candidate in candidates where candidate.isNamed {
      if case .unreadable(let why) = candidate.kind { throw .unreadable(candidate.path, why) }
    }
    return candidates
  }

  private func map<Item: Sendable, Result: Sendable>(
    _ items: [Item],
    _ transform: @escaping @Sendable (Item) -> Result
  ) -> [Result] {
    let count = items.count
    return Threads.map(items, finished: { [progress] done in progress(done, count) }, transform)
  }

  private func sorted(_ files: [ReviewReport.File]) -> [ReviewReport.File] {
    files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private func file(
    _ candidate: Candidate,
    in roots: [FilePath],
    baseline: Comparison?,
    _ workspace: ReviewedWorkspace,
    _ readings: Readings,
    _ changes: ReviewedChange? = nil
  ) -> Outcome {
    let path = candidate.path.description
    switch candidate.kind {
    case .unreadable, .symbolicLink, .special:
      return Outcome(file: ReviewReport.File(path: path, skipped: .unreadable))
    case .file: break
    }
    let place = Reviewer.place(of: candidate.path, in: roots)
    guard analyzer.mayRead(path: place) else {
      return Outcome(file: ReviewReport.File(path: path, skipped: .unsupportedLanguage))
    }
    let old = baseline?.text(before: candidate.path)
    let unread = old?.isEmpty == true ? baseline?.whyUnread(before: candidate.path) : nil
    let outcomes = workspace.outcomes
    var origin = KeptOutcomes.Origin(
      content: workspace.content(of: candidate.path),
      place: place,
      indexed: workspace.indexed(candidate.path),
      old: old,
      change: outcomes.flatMap { changes?.digest(for: candidate.path, $0) }
    )
    if let outcomes, origin.content != nil,
      var known = outcomes.outcome(outcomes.key(of: origin), of: candidate.path, in: workspace)
    {
      known.unread = unread
      return known
    }
    switch FileContents(of: candidate.path, limit: analyzer.configuration.sizeLimit) {
    case .tooLarge: return Outcome(file: ReviewReport.File(path: path, skipped: .tooLarge))
    case .binary: return Outcome(file: ReviewReport.File(path: path, skipped: .binary))
    case .unreadable: return Outcome(file: ReviewReport.File(path: path, skipped: .unreadable))
    case .bytes(let bytes):
      let start = ContinuousClock.now
      let text = SourceText(bytes)
      let oldText = old.map { SourceText($0) }
      let read = workspace.take(candidate.path, bytes: bytes) ?? readings.read(place, bytes)
      let before = old.map { readings.read(place, $0) }
      defer { readings.forget(place) }
      let facts = workspace.facts(for: candidate.path)
      var analysis = analyzer.analyze(
        read,
        baseline: before,
        workspace: facts,
        changes: changes?.view(of: candidate.path)
      )
      analysis.path = path
      var outcome = Outcome(file: ReviewReport.File(analysis, text: text, baseline: oldText))
      if let old, let oldText {
        outcome.measure(from: oldText, to: text, place: place, analysis)
        if let before, !old.isEmpty, old != bytes { outcome.former = Former(analyzer.analyze(before)) }
      }
      if let outcomes, isWhole(analysis, since: start, changes) {
        origin.content = outcomes.digest(of: bytes)
        outcomes.keep(outcome, under: outcomes.key(of: origin), facts?.memory, in: workspace)
      }
      outcome.unread = unread
      return outcome
    }
  }

  /// Whether an analysis would come to the same on any machine: one that ran out of time need not.
  private func isWhole(
    _ analysis: FileAnalysis,
    since start: ContinuousClock.Instant,
    _ changes: ReviewedChange?
  ) -> Bool {
    analysis.status != .skipped(.timedOut) && changes?.isWhole ?? true
      && ContinuousClock.now - start < analyzer.configuration.timeLimit
  }

  private func removedFile(
    _ path: FilePath,
    in roots: [FilePath],
    _ comparison: Comparison,
    _ workspace: ReviewedWorkspace,
    _ readings: Readings,
    _ changes: ReviewedChange
  ) -> Outcome {
    let old = comparison.text(before: path)
    let place = Reviewer.place(of: path, in: roots)
    guard analyzer.mayRead(path: place) else {
      return Outcome(file: ReviewReport.File(path: path.description, skipped: .unsupportedLanguage))
    }
    let unread = old.isEmpty ? comparison.whyUnread(before: path) : nil
    let outcomes = workspace.outcomes
    let key = outcomes.map { outcomes in
      outcomes.key(of: .init(place: place, old: old, change: changes.digest(for: path, outcomes)))
    }
    if let key, var known = outcomes?.outcome(key, of: path, in: nil) {
      known.unread = unread
      return known
    }
    let start = ContinuousClock.now
    let text = SourceText(old)
    let before = readings.read(place, old)
    defer { readings.forget(place) }
    var analysis = analyzer.analyze(
      analyzer.read(path: place, bytes: []),
      baseline: before,
      changes: changes.view(of: path)
    )
    analysis.path = path.description
    var outcome = Outcome(file: ReviewReport.File(analysis, text: SourceText([UInt8]()), baseline: text))
    outcome.measure(from: text, to: SourceText([UInt8]()), place: place, analysis)
    outcome.former = Former(analyzer.analyze(before))
    if let key, isWhole(analysis, since: start, changes) { outcomes?.keep(outcome, under: key, nil, in: nil) }
    outcome.unread = unread
    return outcome
  }

  /// Where a file stands in what is reviewed: what is above a reviewed folder says nothing of the file (a checkout below
  /// a folder `tests` is not all tests).
  static func place(of path: FilePath, in roots: [FilePath]) -> String {
    guard path.isAbsolute || path.description.hasPrefix("..") else { return path.description }
    let below = roots.compactMap { path.relative(to: $0.tidied) }.min { $0.bytes.count < $1.bytes.count }
    guard let below, below != .currentFolder else { return path.lastComponent.description }
    return below.description
  }
}
