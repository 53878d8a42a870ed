import Behaviour
import Languages
import Rules

/// Joins a document that stands still with the files around it: tells them of it, and judges anew those of its units
/// about which they say something else than before. A value: runs on any thread while the document goes on being edited.
package struct JoinJob: Sendable {
  let revision: Int
  let analyzer: Analyzer
  let settled: SettledText
  /// In the order of the reading, with their places in the file.
  let units: [LiveUnit]
  /// Whether others may not know this text yet.
  let isNews: Bool

  /// - Returns: nil where the job was given up.
  package func run(in surroundings: any Surroundings, shouldStop: () -> Bool = { false }) -> JoinedReading? {
    guard !shouldStop() else { return nil }
    let reading = settled.reading
    var joined = JoinedReading(revision: revision)
    if isNews {
      let knowledge = settled.placing.knowledge
      joined.isNews = surroundings.take(FileSummary(reading, knowledge: knowledge))
    }
    let judged = surroundings.asking(about: reading.source.path) { facts in judge(facts, shouldStop) }
    // Given up, but not unheard: others know something else of the document now.
    guard let judged else { return joined.isNews ? joined : nil }
    joined.units = judged.units
    guard judged.hasChanged else { return joined }
    joined.hasChanged = true
    var result = FileAnalysis(path: reading.source.path, language: reading.language.id.family, status: .partial)
    result.units = joined.units.map { AnalyzedUnit(unit: $0.unit, start: $0.start, entries: $0.judged) }
    analyzer.finish(&result, reading.outline, of: reading.source.bytes)
    for index in joined.units.indices { joined.units[index].entries = result.units[index].entries }
    joined.fileEntries = result.entries
    return joined
  }

  private func judge(
    _ facts: (any WorkspaceFacts)?,
    _ shouldStop: () -> Bool
  ) -> (units: [LiveUnit], hasChanged: Bool)? {
    let reading = settled.reading
    let placing = settled.placing
    let pairing = placing.baseline?.reading.map { UnitPairing(old: $0.units, new: reading.units) }
    var judged = units
    var hasChanged = false
    for (index, unit) in units.enumerated() where !unit.crossing.holds(in: facts) {
      guard !shouldStop() else { return nil }
      hasChanged = true
      judged[index] = placing.judge(
        unit.unit,
        behaviour: unit.key?.behaviour ?? 0,
        start: unit.start,
        partner: pairing?.partner(ofNew: index),
        text: reading.text(ofUnit: index),
        newUnits: { reading.units },
        others: facts.map { .asked($0) } ?? .nobody
      )
    }
    return (judged, hasChanged)
  }
}

/// The last text that was read as a whole, for whoever wants to judge it again.
struct SettledText: Sendable {
  let reading: Reading
  /// Asks nobody by itself.
  let placing: Placing
}

/// What a `JoinJob` found.
package struct JoinedReading: Sendable {
  let revision: Int
  var units: [LiveUnit] = []
  var fileEntries: [Entry] = []
  /// Whether any unit was judged anew.
  package var hasChanged = false
  /// Whether other files may know something else of this one now.
  package var isNews = false

  init(revision: Int) { self.revision = revision }
}

extension LiveDocument {
  /// The work of joining the document with what stands around it, to be run elsewhere; nil while its text has not been
  /// read as it is now.
  ///
  /// - Parameter isNews: whether others may not know this text yet.
  package func joinJob(isNews: Bool) -> JoinJob? {
    guard let settled, settled.revision == revision, let units = arranged ?? arrange(settled.text.reading) else {
      return nil
    }
    arranged = units
    return JoinJob(revision: revision, analyzer: analyzer, settled: settled.text, units: units, isNews: isNews)
  }

  private func arrange(_ reading: Reading) -> [LiveUnit]? {
    var known: [UnitPlace: LiveUnit] = [:]
    forEachUnit { unit, start in
      var unit = unit
      unit.start = start
      known[UnitPlace(unit.unit, start)] = unit
    }
    var units: [LiveUnit] = []
    for (index, unit) in reading.units.enumerated() {
      let start = reading.outline.units[index].range.lowerBound
      guard let found = known[UnitPlace(unit, start)] else { return nil }
      units.append(found)
    }
    return units
  }

  /// Takes in what a job found.
  ///
  /// - Returns: false where the text has moved on.
  @discardableResult
  package func accept(_ joined: JoinedReading) -> Bool {
    guard joined.revision == revision else { return false }
    guard joined.hasChanged else { return true }
    var found: [UnitPlace: LiveUnit] = [:]
    for unit in joined.units { found[UnitPlace(unit.unit, unit.start)] = unit }
    for segment in segments.indices {
      let start = segments[segment].range.lowerBound
      for index in segments[segment].units.indices {
        let place = UnitPlace(segments[segment].units[index].unit, start + segments[segment].units[index].start)
        if let unit = found[place] { segments[segment].units[index].take(unit) }
      }
    }
    for index in floating.indices {
      if let unit = found[UnitPlace(floating[index].unit, floating[index].start)] { floating[index].take(unit) }
    }
    fileEntries = joined.fileEntries
    arranged = joined.units
    return true
  }

  /// With the place of each in the file.
  private func forEachUnit(_ body: (LiveUnit, Int) -> Void) {
    for segment in segments {
      for unit in segment.units { body(unit, segment.range.lowerBound + unit.start) }
    }
    for unit in floating { body(unit, unit.start) }
  }
}

/// Tells the units of one text apart.
private struct UnitPlace: Hashable {
  var start: Int
  var kind: UnitKind
  var name: String

  init(_ unit: Unit, _ start: Int) {
    self.start = start
    kind = unit.kind
    name = unit.qualifiedName
  }
}

extension LiveUnit {
  /// Takes the ledger of the same unit, judged anew.
  fileprivate mutating func take(_ other: LiveUnit) {
    judged = other.judged
    entries = other.entries
    crossing = other.crossing
    change = other.change
    profile = other.profile
    former = other.former
  }
}
