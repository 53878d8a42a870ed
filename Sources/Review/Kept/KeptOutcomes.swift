import Analysis
import Rules
import SourceText
import Workspace

/// What reviews found of single files, kept for the next review.
///
/// A file's outcome is found by everything that it is made of but for the other files: its text, where it stands, the
/// settings, and in a comparison what it was and what else changed. With it are kept the questions that the rules asked
/// of the other files; it counts while they get the answers that they got then.
struct KeptOutcomes: Sendable {
  private let cache: WorkspaceCache
  /// Of everything that can be chosen, whatever it comes to be.
  private let settings: String

  init(_ cache: WorkspaceCache, for analyzer: Analyzer) {
    self.cache = cache
    settings = String(reflecting: analyzer.configuration)
  }

  /// What an outcome is made of, but for the other files.
  struct Origin {
    /// What the file holds; nil for one that is gone.
    var content: CacheDigest?
    /// By which it is read.
    var place: String
    /// Where it stands in the index; nil for a file that is not in it.
    var indexed: String?
    /// What it was; nil where nothing is compared.
    var old: [UInt8]?
    /// All that changed, with the file's own place among it; nil where that is not at hand.
    var change: CacheDigest?
  }

  private struct Kept: Coded {
    var outcome: Reviewer.Outcome
    var questions: [KeptQuestion]
    var low: UInt64
    var high: UInt64

    static var blank: Kept { Kept(outcome: .blank, questions: [], low: 0, high: 0) }

    mutating func code(_ coder: inout ByteCoder) throws(ByteCoder.Malformed) {
      try coder.code(&questions)
      try coder.code(&low)
      try coder.code(&high)
      try coder.code(&outcome)
    }
  }

  func digest(of bytes: [UInt8]) -> CacheDigest { cache.digest(of: bytes) }

  func key(of origin: Origin) -> CacheDigest {
    cache.key(.ledger) { hasher in
      hasher.combine(settings)
      hasher.combine(origin.place)
      hasher.combine(origin.indexed)
      for digest in [origin.content, origin.old.map { cache.digest(of: $0) }, origin.change] {
        hasher.combine(UInt64(digest == nil ? 0 : 1))
        if let digest { hasher.combine(digest) }
      }
    }
  }

  /// What was kept, where it still holds.
  ///
  /// - Parameter path: of the file, as the review names it.
  func outcome(_ key: CacheDigest, of path: FilePath, in workspace: ReviewedWorkspace?) -> Reviewer.Outcome? {
    guard let entry = cache.entry(key), var kept = ByteCoder.value(Kept.self, from: entry.body) else { return nil }
    kept.outcome.file.path = path.description
    if kept.questions.isEmpty { return kept.outcome }
    guard let workspace, let world = workspace.world else { return nil }
    // Nothing in the workspace is different: then no answer is.
    if cache.isOf(world, entry, key) { return kept.outcome }
    guard let facts = workspace.facts(for: path), let digests = workspace.digests else { return nil }
    for question in kept.questions {
      guard let question = question.question(in: workspace.index) else { return nil }
      facts.answer(question)
    }
    guard digests.digest(of: facts.memory) == CacheDigest(low: kept.low, high: kept.high) else { return nil }
    cache.confirm(entry, .ledger, under: key, world: world)
    return kept.outcome
  }

  /// - Parameter memory: of what the rules asked.
  func keep(
    _ outcome: Reviewer.Outcome,
    under key: CacheDigest,
    _ memory: FactMemory?,
    in workspace: ReviewedWorkspace?
  ) {
    var outcome = outcome
    outcome.file.path = ""
    let answers = memory.flatMap { workspace?.digests?.digest(of: $0) }
    let kept = Kept(
      outcome: outcome,
      questions: memory?.questions.map { KeptQuestion($0) } ?? [],
      low: answers?.low ?? 0,
      high: answers?.high ?? 0
    )
    cache.keep(ByteCoder.bytes(of: kept), .ledger, under: key, world: workspace?.world)
  }
}
