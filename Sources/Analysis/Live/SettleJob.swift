import Behaviour
import Languages
import Rules
import SourceText
import TreeSitter

/// Reads a whole document, reusing the ledgers of the units that did not change. A value: runs on any thread while the
/// document goes on being edited.
package struct SettleJob: Sendable {
  let revision: Int
  let path: String
  let bytes: [UInt8]
  let language: any Language
  let analyzer: Analyzer
  let memo: [UInt64: [LiveUnit]]
  /// What other files said when units were last judged, by the units' qualified names.
  let memories: [String: FactMemory]
  let oldTree: HandedTree?
  let treeEdits: [AppliedEdit]
  let baselineBytes: [UInt8]??
  let baseline: BaselineReading?

  /// - Parameter shouldStop: asked between units and while parsing; true gives the job up.
  /// - Returns: nil where the job was given up.
  package func run(shouldStop: @Sendable () -> Bool = { false }) -> SettledReading? {
    let configuration = analyzer.configuration
    var settled = SettledReading(revision: revision)
    settled.baseline = baseline ?? baselineReading()
    if bytes.count > configuration.sizeLimit {
      settled.skipped = .tooLarge
      return settled
    }
    if bytes.prefix(8_192).contains(0) {
      settled.skipped = .binary
      return settled
    }
    guard let tree = parse(shouldStop: shouldStop) else {
      guard !shouldStop() else { return nil }
      settled.skipped = .timedOut
      return settled
    }
    let source = Source(path: path, bytes: bytes, syntax: SyntaxTree(tree, skipping: language.skippedKinds))
    settled.tree = tree.handOver()
    let outline = language.outline(of: source)
    guard let units = lower(outline, of: source, shouldStop: shouldStop) else { return nil }
    let reading = Reading(source: source, language: language, outline: outline, units: units)
    guard judge(reading, into: &settled, shouldStop: shouldStop) else { return nil }
    return settled
  }

  private func baselineReading() -> BaselineReading? {
    switch baselineBytes {
    case nil: return nil
    case .some(nil): return BaselineReading(nil)
    case .some(.some(let old)): return analyzer.baselineReading(path: path, bytes: old)
    }
  }

  private func parse(shouldStop: () -> Bool) -> Tree? {
    guard let parser = Parser(language.grammar) else { return nil }
    let old = oldTree.flatMap { Tree($0) }
    if let old { for edit in treeEdits { old.edit(edit) } }
    let clock = ContinuousClock()
    let deadline = clock.now + analyzer.configuration.timeLimit
    return withoutActuallyEscaping(shouldStop) { shouldStop in
      bytes.withUnsafeBufferPointer { bytes in
        parser.parse(bytes, reusing: old) { _ in shouldStop() || clock.now > deadline }
      }
    }
  }

  /// The units of the file: those whose text and surroundings did not change as they were lowered before.
  private func lower(_ outline: Outline, of source: Source, shouldStop: () -> Bool) -> [Unit]? {
    var units: [Unit] = []
    units.reserveCapacity(outline.units.count)
    // Keys without facts: those need the units first.
    let placing = Placing(
      facts: FileFacts(context: .init(path: path, language: language.id.family, facts: LanguageFacts())),
      environment: outline.environment,
      analyzer: analyzer,
      baseline: nil
    )
    for span in outline.units {
      guard !shouldStop() else { return nil }
      let key = placing.behaviourKey(of: span, in: source, outline: outline)
      units.append(memo[key]?.first?.unit ?? language.unit(span, of: source, in: outline))
    }
    return units
  }

  private func judge(_ reading: Reading, into settled: inout SettledReading, shouldStop: () -> Bool) -> Bool {
    let facts = reading.facts
    let placing = Placing(
      facts: facts,
      environment: reading.outline.environment,
      analyzer: analyzer,
      baseline: settled.baseline
    )
    let pairing = settled.baseline?.reading.map { UnitPairing(old: $0.units, new: reading.units) }
    var judged: [LiveUnit] = []
    for (index, unit) in reading.units.enumerated() {
      guard !shouldStop() else { return false }
      let span = reading.outline.units[index]
      let behaviour = placing.behaviourKey(of: span, in: reading.source, outline: reading.outline)
      let partner = pairing?.partner(ofNew: index)
      let key = placing.key(of: unit, behaviour: behaviour, partner: partner)
      if settled.baseline == nil, var known = memo[behaviour]?.first(where: { $0.key == key }) {
        known.start = span.range.lowerBound
        judged.append(known)
      } else {
        judged.append(
          placing.judge(
            unit,
            behaviour: behaviour,
            start: span.range.lowerBound,
            partner: partner,
            text: reading.text(ofUnit: index),
            newUnits: { reading.units },
            others: .remembered(memory(of: unit, behaviour))
          )
        )
      }
    }
    settled.removed = removedUnits(pairing, settled.baseline)
    settled.brokenRegions = reading.outline.broken.count
    var result = FileAnalysis(path: path, language: language.id.family, status: .partial)
    result.units = judged.map { AnalyzedUnit(unit: $0.unit, start: $0.start, entries: $0.judged) }
    analyzer.finish(&result, reading.outline, of: reading.source.bytes)
    for index in judged.indices { judged[index].entries = result.units[index].entries }
    settled.fileEntries = result.entries

    let segmentation = Segmentation(reading.outline, of: bytes) { judged[$0] }
    settled.segments = segmentation.segments
    settled.floating = segmentation.floating.map { judged[$0] }
    for index in settled.segments.indices {
      let range = settled.segments[index].range
      settled.segments[index].toleratedErrors = reading.outline.broken.count { $0.overlaps(range) }
    }
    settled.spines = reading.outline.containers.map { container in
      Spine(
        parent: container.parent,
        name: container.name,
        head: Array(reading.source.slice(container.head)),
        tail: Array(reading.source.slice(container.tail)),
        owner: container.owner
      )
    }
    settled.environment = reading.outline.environment
    settled.placing = placing
    // The syntax was needed for the units alone, and is what takes most room.
    var kept = reading
    kept.source = Source(path: path, bytes: bytes, syntax: reading.source.syntax.emptied)
    settled.text = SettledText(reading: kept, placing: placing)
    return true
  }

  /// What other files said when a unit was last judged. They are asked again when the document is joined with them.
  private func memory(of unit: Unit, _ behaviour: UInt64) -> FactMemory? {
    if let same = memo[behaviour]?.first { return same.crossing.memory }
    return memories[unit.qualifiedName]
  }
}

extension SettleJob {
  private func removedUnits(_ pairing: UnitPairing?, _ baseline: BaselineReading?) -> [AnalyzedUnit] {
    guard let pairing, let old = baseline?.reading else { return [] }
    return pairing.unpairedOld.map { index in
      AnalyzedUnit(
        unit: old.units[index],
        start: old.outline.units[index].range.lowerBound,
        entries: [],
        change: .removed
      )
    }
  }
}

/// What a `SettleJob` found.
package struct SettledReading: Sendable {
  let revision: Int
  var skipped: FileAnalysis.Reason?
  var segments: [Segment] = []
  var floating: [LiveUnit] = []
  var fileEntries: [Entry] = []
  var removed: [AnalyzedUnit] = []
  var spines: [Spine] = []
  var environment = FileEnvironment()
  var placing: Placing?
  var text: SettledText?
  var brokenRegions = 0
  var baseline: BaselineReading?
  var tree: HandedTree?
}

extension Tree {
  /// Tells the tree of an edit of the text that it is a parse of.
  fileprivate func edit(_ edit: AppliedEdit) {
    self.edit(
      start: edit.start,
      oldEnd: edit.oldEnd,
      newEnd: edit.newEnd,
      startPoint: (edit.startPoint.row, edit.startPoint.column),
      oldEndPoint: (edit.oldEndPoint.row, edit.oldEndPoint.column),
      newEndPoint: (edit.newEndPoint.row, edit.newEndPoint.column)
    )
  }
}
