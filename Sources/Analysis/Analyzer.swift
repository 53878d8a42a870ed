import Behaviour
import Languages
package import Rules
import TreeSitter

/// Turns a file into ledgers. A pure function of its arguments and of what it was made with.
package struct Analyzer: Sendable {
  package var configuration: AnalysisConfiguration

  package init(configuration: AnalysisConfiguration = AnalysisConfiguration()) {
    self.configuration = configuration
  }

  /// Whether a file of this name can be in a language that is read; one without an ending may say so in its first line.
  package func mayRead(path: String) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    return !name.dropFirst().contains(".") || Languages.language(forPath: path) != nil
  }

  /// Reads and judges a whole file.
  ///
  /// - Parameter path: relative to the workspace; decides the language and whether it is test code.
  /// - Parameter baseline: the file as it was, where there is one to compare with; empty for a file that is new.
  /// - Parameter workspace: what is known of the other files, for rules that ask.
  /// - Parameter changes: what else the change touches, where that is at hand.
  package func analyze(
    path: String,
    bytes: [UInt8],
    baseline: [UInt8]? = nil,
    workspace: (any WorkspaceFacts)? = nil,
    changes: ChangeSet.View? = nil
  ) -> FileAnalysis {
    analyze(
      read(path: path, bytes: bytes),
      baseline: baseline.map { read(path: path, bytes: $0) },
      workspace: workspace,
      changes: changes
    )
  }

  /// A file as it was; one that cannot be read has no units to compare with.
  func baselineReading(path: String, bytes: [UInt8]) -> BaselineReading {
    switch reading(path: path, bytes: bytes) {
    case .read(let reading): BaselineReading(reading)
    case .skipped: BaselineReading(nil)
    }
  }

  /// The units of a file with nothing judged yet.
  func reading(path: String, bytes: [UInt8]) -> ReadingOutcome {
    let firstLine = bytes.prefix { $0 != UInt8(ascii: "\n") }.prefix(200)
    let language = Languages.language(forPath: path, firstLine: firstLine)
    guard let language else { return .skipped(nil, .unsupportedLanguage) }
    let family = language.id.family
    guard bytes.count <= configuration.sizeLimit else { return .skipped(family, .tooLarge) }
    if bytes.prefix(8_192).contains(0) { return .skipped(family, .binary) }
    guard let source = Analyzer.parse(path: path, bytes: bytes, language: language, within: configuration.timeLimit)
    else { return .skipped(family, .timedOut) }
    let outline = language.outline(of: source)
    let units = outline.units.map { language.unit($0, of: source, in: outline) }
    return .read(Reading(source: source, language: language, outline: outline, units: units))
  }

  /// Parses a whole text; nil where that takes longer than the limit.
  static func parse(path: String, bytes: [UInt8], language: any Language, within limit: Duration) -> Source? {
    guard let parser = Parser(language.grammar) else { return nil }
    let clock = ContinuousClock()
    let deadline = clock.now + limit
    let tree = bytes.withUnsafeBufferPointer { parser.parse($0, shouldStop: { _ in clock.now > deadline }) }
    guard let tree else { return nil }
    return Source(path: path, bytes: bytes, syntax: SyntaxTree(tree, skipping: language.skippedKinds))
  }

  func judge(
    _ reading: Reading,
    baseline: BaselineReading?,
    workspace: (any WorkspaceFacts)?,
    _ changes: ChangeSet.View?
  ) -> FileAnalysis {
    let placing = Placing(
      facts: reading.facts,
      environment: reading.outline.environment,
      analyzer: self,
      baseline: baseline,
      elsewhere: changes?.elsewhere ?? .none
    )
    let others = workspace.map { Others.facts($0) } ?? .nobody
    var result = FileAnalysis(
      path: reading.source.path,
      language: reading.language.id.family,
      status: reading.source.syntax.hasErrors ? .partial : .analyzed
    )
    let old = baseline?.reading
    let pairing = old.map { UnitPairing(old: $0.units, new: reading.units) }
    for (index, unit) in reading.units.enumerated() {
      let span = reading.outline.units[index]
      let live = placing.judge(
        unit,
        behaviour: 0,
        start: span.range.lowerBound,
        partner: pairing?.partner(ofNew: index),
        text: reading.text(ofUnit: index),
        newUnits: { reading.units },
        origin: changes?.origin(ofNew: index),
        others: others
      )
      result.units.append(
        AnalyzedUnit(
          unit: unit,
          start: span.range.lowerBound,
          entries: live.entries,
          change: live.change,
          profile: live.profile,
          former: live.former
        )
      )
    }
    if let old, let pairing {
      let gone = pairing.unpairedOld.filter { changes?.isSurelyMoved(old: $0) != true }.map { index in
        var unit = AnalyzedUnit(
          unit: old.units[index],
          start: old.outline.units[index].range.lowerBound,
          entries: [],
          change: .removed
        )
        if changes?.isMoved(old: index) != true {
          unit.entries = placing.judgeRemoved(old.units[index], newUnits: { reading.units })
          if reading.source.syntax.hasErrors { unit.entries = unit.entries.map(\.withoutWholeFile) }
        }
        return unit
      }
      result.removed = RemovedTests.merged(gone)
      result.movedAway = pairing.unpairedOld.filter { changes?.isSurelyMoved(old: $0) == true }
        .map { old.outline.units[$0].range }
    }
    finish(&result, reading.outline, of: reading.source.bytes)
    return result
  }
}

extension Analyzer {
  /// Adds what is not any rule's to say of a unit: that a region is broken, that a person answered.
  func finish(_ result: inout FileAnalysis, _ outline: Outline, of bytes: [UInt8]) {
    UnparsedRegions.add(outline.broken, of: bytes, to: &result)
    Answers(NoteReader.notes(in: outline.comments, of: bytes), in: bytes)
      .apply(to: &result.units, rules: configuration.rules)
  }
}

/// What an analysis depends on besides the text.
package struct AnalysisConfiguration: Sendable, Hashable {
  /// Rules that run, in order.
  package var rules: [RuleID]
  /// Larger files are not read. In bytes.
  package var sizeLimit: Int
  /// A parse that takes longer is given up.
  package var timeLimit: Duration

  package init(
    rules: [RuleID] = RuleID.allCases,
    sizeLimit: Int = 5_000_000,
    timeLimit: Duration = .seconds(10)
  ) {
    self.rules = rules
    self.sizeLimit = sizeLimit
    self.timeLimit = timeLimit
  }
}

enum ReadingOutcome {
  case read(Reading)
  case skipped(String?, FileAnalysis.Reason)
}

/// A file's syntax, outline and behaviour.
struct Reading: Sendable {
  var source: Source
  let language: any Language
  let outline: Outline
  /// One for each span of the outline.
  let units: [Unit]
  let facts: FileFacts

  init(source: Source, language: any Language, outline: Outline, units: [Unit]) {
    self.source = source
    self.language = language
    self.outline = outline
    self.units = units
    facts = FileFacts(path: source.path, language: language, outline: outline, units: units)
  }

  func text(ofUnit index: Int) -> ArraySlice<UInt8> {
    outline.units.indices.contains(index) ? source.slice(outline.units[index].range) : []
  }
}

extension Entry {
  /// What is gone from a file that could be read in part only may stand in the other part.
  fileprivate var withoutWholeFile: Entry {
    guard outcome == .flagged else { return self }
    var entry = self
    entry.outcome = .unverified
    entry.confidence = nil
    entry.reason = "a part of the file could not be read; it may stand there"
    return entry
  }
}
