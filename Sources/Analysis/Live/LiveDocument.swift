import Behaviour
package import Languages
import Rules
package import SourceText
import TreeSitter

/// A document that stays analyzed while it is edited.
///
/// Local first: an edit re-reads the segment around it, bounded by the unit there, and nothing else; all other units
/// keep their ledgers, moved. What an edit may mean for the rest of the file (a new function, a changed import) is left
/// to a `SettleJob`, run elsewhere when typing pauses. While text is broken mid-typing, the units in the broken segment
/// keep what was last known of them, less what the edit itself touched.
///
/// Belongs to one task at a time.
package final class LiveDocument {
  package let path: String
  package private(set) var text: SourceText
  /// Counts edits.
  package private(set) var revision = 0
  /// Whether a `SettleJob` could find more, or something else, than is known now.
  package internal(set) var isSettled = false
  /// Why nothing is known of this document, if so.
  package private(set) var skipped: FileAnalysis.Reason?

  let language: (any Language)?
  let analyzer: Analyzer
  var segments: [Segment] = []
  /// Units without a segment, with their places in the file.
  var floating: [LiveUnit] = []
  /// Entries of the file itself. Ranges are bytes in the file.
  var fileEntries: [Entry] = []
  /// Broken regions that a settled reading had, all in all.
  var toleratedErrors = 0
  var spines: [Spine] = []
  var environment = FileEnvironment()
  var placing: Placing?
  /// Units of the baseline that were gone when the document last settled.
  private var removed: [AnalyzedUnit] = []
  private var baseline: BaselineReading?
  private var baselineBytes: [UInt8]??
  /// The last text that was read as a whole and taken, and which one it was.
  private(set) var settled: (text: SettledText, revision: Int)?
  /// The units in the order of that reading, with their places in the file; nil until somebody asks for them.
  var arranged: [LiveUnit]?
  private var tree: Tree?
  private var treeEdits: [AppliedEdit] = []

  package init(path: String, text: SourceText, analyzer: Analyzer, language id: LanguageID? = nil) {
    self.path = path
    self.text = text
    self.analyzer = analyzer
    let firstLine = text.bytes.prefix { $0 != UInt8(ascii: "\n") }.prefix(200)
    language = id.flatMap { Languages.language($0) } ?? Languages.language(forPath: path, firstLine: firstLine)
    if language == nil { skipped = .unsupportedLanguage }
  }

  /// Takes the file's text in the baseline: nil where there is none to compare with, `.some(nil)` where the file is new.
  package func setBaseline(_ bytes: [UInt8]??) {
    baselineBytes = bytes
    baseline = nil
    settled = nil
    arranged = nil
    isSettled = false
  }

  /// Applies an edit and re-reads what stands around it.
  package func apply(_ edit: TextEdit) {
    let applied = text.apply(edit)
    revision += 1
    arranged = nil
    if tree != nil { treeEdits.append(applied) }
    guard skipped == nil else {
      isSettled = false
      return
    }
    let delta = applied.newEnd - applied.oldEnd
    let touched = applied.start..<applied.oldEnd
    move(&floating, &fileEntries, past: touched, by: delta)
    guard let index = segment(holding: touched) else {
      dissolve(touched, delta: delta)
      isSettled = false
      return
    }
    for later in segments.indices where later > index { segments[later].range = segments[later].range.moved(by: delta) }
    let old = segments[index].range
    segments[index].range = old.lowerBound..<(old.upperBound + delta)
    switch segments[index].kind {
    case .structure: isSettled = false
    case .body: reread(index, edit: (touched.moved(by: -old.lowerBound), delta))
    }
  }

  /// The whole text anew, as clients without incremental changes send it: what did not change is found and kept.
  package func replaceAll(with bytes: [UInt8]) {
    let old = text.bytes
    let limit = min(old.count, bytes.count)
    var prefix = 0
    while prefix < limit, old[prefix] == bytes[prefix] { prefix += 1 }
    var suffix = 0
    while suffix < limit - prefix, old[old.count - 1 - suffix] == bytes[bytes.count - 1 - suffix] { suffix += 1 }
    guard prefix < old.count || prefix < bytes.count else { return }
    apply(TextEdit(prefix..<(old.count - suffix), Array(bytes[prefix..<(bytes.count - suffix)])))
  }

  /// Whether a part of the text does not parse at the moment, and what was known of it is held through that.
  package var isHeld: Bool { segments.contains(where: \.isHeld) }

  /// Whether the text was read as a whole as it is now.
  package var isRead: Bool { settled?.revision == revision }

  /// What is known now, joined.
  package var analysis: FileAnalysis {
    var result = FileAnalysis(path: path, language: language?.id.family, status: .analyzed)
    if let skipped {
      result.status = .skipped(skipped)
      return result
    }
    for segment in segments {
      for live in segment.units {
        result.units.append(
          AnalyzedUnit(
            unit: live.unit,
            start: segment.range.lowerBound + live.start,
            entries: live.entries,
            change: live.change,
            profile: live.profile,
            former: live.former
          )
        )
      }
    }
    for live in floating {
      result.units.append(
        AnalyzedUnit(
          unit: live.unit,
          start: live.start,
          entries: live.entries,
          change: live.change,
          profile: live.profile,
          former: live.former
        )
      )
    }
    result.entries = fileEntries
    result.removed = removed
    if toleratedErrors > 0 || segments.contains(where: \.isHeld) { result.status = .partial }
    return result
  }

  // MARK: - Settling

  /// The work of reading the whole text, to be run elsewhere.
  package func settleJob() -> SettleJob? {
    guard let language else { return nil }
    var memo: [UInt64: [LiveUnit]] = [:]
    var memories: [String: FactMemory] = [:]
    for unit in segments.flatMap(\.units) + floating {
      if let memory = unit.crossing.memory { memories[unit.unit.qualifiedName] = memory }
      if let key = unit.key { memo[key.behaviour, default: []].append(unit) }
    }
    let old = tree?.handOver()
    return SettleJob(
      revision: revision,
      path: path,
      bytes: text.bytes,
      language: language,
      analyzer: analyzer,
      memo: memo,
      memories: memories,
      oldTree: old,
      treeEdits: treeEdits,
      baselineBytes: baselineBytes,
      baseline: baseline
    )
  }

  /// Takes in what a job found.
  ///
  /// - Parameter force: also where the text has become unreadable in more places than were known.
  /// - Returns: false where the text has moved on, or where the job's reading of a text that is broken mid-typing knows
  ///   less than is known already.
  @discardableResult
  package func accept(_ settled: SettledReading, force: Bool = false) -> Bool {
    guard settled.revision == revision else { return false }
    if let tree = settled.tree.flatMap({ Tree($0) }) {
      self.tree = tree
      treeEdits = []
    }
    baseline = settled.baseline
    arranged = nil
    if let reason = settled.skipped {
      skipped = reason
      self.settled = nil
      segments = []
      floating = []
      fileEntries = []
      isSettled = true
      return true
    }
    let isBroken = settled.brokenRegions > toleratedErrors
    if isBroken, !force, !segments.isEmpty { return false }
    skipped = nil
    segments = settled.segments
    floating = settled.floating
    fileEntries = settled.fileEntries
    spines = settled.spines
    environment = settled.environment
    placing = settled.placing
    self.settled = settled.text.map { ($0, settled.revision) }
    removed = settled.removed
    toleratedErrors = settled.brokenRegions
    isSettled = true
    return true
  }

  /// Takes segments that do not parse as they are: for a save, which is no longer mid-typing.
  package func release() {
    arranged = nil
    for index in segments.indices where segments[index].isHeld {
      segments[index].toleratedErrors = .max
      reread(index, edit: nil)
    }
  }

  // MARK: - Segments

  /// The segment in which an edit stands; between two, the one that the text before belongs to.
  func segment(holding range: Range<Int>) -> Int? {
    var low = 0
    var high = segments.count
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].range.upperBound < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    guard low < segments.count, segments[low].range.lowerBound <= range.lowerBound else { return nil }
    if range.upperBound <= segments[low].range.upperBound {
      // At the very end of a head: what is typed there is the body's.
      if range.lowerBound == segments[low].range.upperBound, segments[low].kind == .structure,
        low + 1 < segments.count, segments[low + 1].kind != .structure
      {
        return low + 1
      }
      return low
    }
    // From the end of one into the next alone.
    if range.lowerBound == segments[low].range.upperBound, low + 1 < segments.count,
      range.upperBound <= segments[low + 1].range.upperBound
    {
      return low + 1
    }
    return nil
  }

  /// An edit over several segments: they become one, of which nothing is known until the document settles.
  private func dissolve(_ range: Range<Int>, delta: Int) {
    let first = segments.firstIndex { $0.range.upperBound > range.lowerBound } ?? segments.count
    let last = segments.lastIndex { $0.range.lowerBound < range.upperBound } ?? -1
    for later in segments.indices where later > last && later >= first {
      segments[later].range = segments[later].range.moved(by: delta)
    }
    guard first <= last else { return }
    let start = segments[first].range.lowerBound
    let end = segments[last].range.upperBound + delta
    segments.replaceSubrange(
      first...last,
      with: [Segment(range: start..<max(start, end), kind: .structure)]
    )
  }
}

extension Range where Bound == Int {
  func moved(by distance: Int) -> Range<Int> { (lowerBound + distance)..<(upperBound + distance) }
}
