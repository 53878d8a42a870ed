import Behaviour
import Knowledge
import Languages
import Rules
import SourceText

/// Makes units' ledgers, and the keys that say what they were made from.
struct Placing: Sendable {
  let facts: FileFacts
  let baseline: BaselineReading?
  /// What else the change touches.
  private let elsewhere: ChangedFiles
  private let factsHash: Int
  private let environmentHash: Int
  let knowledge: KnowledgeBase
  private let examination: Examination

  init(
    facts: FileFacts,
    environment: FileEnvironment,
    analyzer: Analyzer,
    baseline: BaselineReading?,
    elsewhere: ChangedFiles = .none
  ) {
    self.elsewhere = elsewhere
    self.facts = facts
    self.baseline = baseline
    factsHash = facts.hashValue
    environmentHash = environment.hashValue
    knowledge = KnowledgeBase.standard(for: facts.context.language)
    examination = Examination(rules: analyzer.configuration.rules)
  }

  /// A hash of all that a unit's behaviour is a function of.
  func behaviourKey(of span: UnitSpan, in source: Source, outline: Outline) -> UInt64 {
    var hasher = Hasher()
    hasher.combine(span.name)
    hasher.combine(span.qualifiedName)
    hasher.combine(span.kind)
    if let container = span.container, outline.containers.indices.contains(container) {
      hasher.combine(outline.containers[container].owner)
    }
    hasher.combine(environmentHash)
    var hash = source.bytes.withUnsafeBytes { bytes in
      ContentHash(UnsafeRawBufferPointer(rebasing: bytes[span.range.clamped(to: 0..<bytes.count)]))
    }
    hash.combine(UInt64(bitPattern: Int64(hasher.finalize())))
    return hash.rawValue
  }

  /// The ledger's key of a unit whose behaviour has a key.
  func key(of unit: Unit, behaviour: UInt64, partner: Int?) -> LedgerKey {
    LedgerKey(behaviour: behaviour, facts: factsHash, baseline: partner.flatMap { baseline?.hash(ofUnit: $0) })
  }

  /// Judges a unit.
  ///
  /// - Parameter partner: index of the unit that it was in the baseline.
  /// - Parameter newUnits: all units of the file as it is; asked for only where rules compare.
  /// - Parameter origin: what it was in another file, where it moved.
  /// - Parameter others: whom its rules may ask about other files.
  func judge(
    _ unit: Unit,
    behaviour: UInt64,
    start: Int,
    partner: Int?,
    text: ArraySlice<UInt8>,
    newUnits: @escaping () -> [Unit],
    origin: ChangeSet.Origin? = nil,
    others: Others = .nobody
  ) -> LiveUnit {
    var was: UnitContext.Baseline?
    var change: Change?
    var former: FormerPlace?
    if let baseline {
      change = .added
      if let partner, let reading = baseline.reading, let oldFacts = baseline.facts {
        let isSame =
          unit.kind == .module
          ? reading.units[partner].doesTheSame(as: unit) : reading.text(ofUnit: partner).elementsEqual(text)
        change = isSame ? .unchanged : .modified
        let name = reading.units[partner].qualifiedName
        if name != unit.qualifiedName { former = FormerPlace(name: name, path: nil) }
        was = UnitContext.Baseline(
          old: UnitContext(unit: reading.units[partner], file: oldFacts, knowledge: knowledge),
          oldUnits: { reading.units },
          newUnits: newUnits,
          elsewhere: elsewhere
        )
      } else if let origin {
        if origin.isSure {
          change = unit.isSame(as: origin.unit) ? .unchanged : .modified
          let name = origin.unit.qualifiedName
          former = FormerPlace(name: name == unit.qualifiedName ? nil : name, path: origin.path)
        }
        was = UnitContext.Baseline(
          old: UnitContext(unit: origin.unit, file: origin.facts, knowledge: knowledge),
          oldUnits: { origin.units },
          newUnits: newUnits,
          elsewhere: elsewhere
        )
      }
    }
    let asked = others.facts
    let context = UnitContext(
      unit: unit,
      file: facts,
      knowledge: knowledge,
      baseline: was,
      isNew: change == .added,
      workspace: asked
    )
    let entries = examination.entries(of: context)
    let hasChanged = change == .added || change == .modified
    let profile = hasChanged ? ProfileChange(before: was.map { UnitProfile($0.old) }, after: UnitProfile(context)) : nil
    return LiveUnit(
      unit: unit,
      start: start,
      judged: entries,
      entries: entries,
      key: key(of: unit, behaviour: behaviour, partner: partner),
      change: change,
      profile: profile,
      former: former,
      crossing: others.crossing(asked)
    )
  }
}

extension Placing {
  /// What went with a unit of the baseline that is gone.
  func judgeRemoved(_ unit: Unit, newUnits: @escaping () -> [Unit]) -> [Entry] {
    guard unit.kind != .module, let old = baseline?.reading, let oldFacts = baseline?.facts else { return [] }
    let context = UnitContext(unit: unit, file: oldFacts, knowledge: knowledge)
    let change = ChangeScope(oldUnits: { old.units }, newUnits: newUnits, facts: facts, elsewhere: elsewhere)
    return examination.entries(ofRemoved: context, in: change)
  }
}

/// A file as it stands in the baseline.
struct BaselineReading: Sendable {
  /// Nil where the file is not in the baseline, or cannot be read there.
  let reading: Reading?
  let facts: FileFacts?
  private let byName: [String: Int]

  init(_ reading: Reading?) {
    self.reading = reading
    facts = reading?.facts
    var byName: [String: Int] = [:]
    for (index, unit) in (reading?.units ?? []).enumerated() {
      byName[UnitPairing.key(unit)] = byName[UnitPairing.key(unit)] ?? index
    }
    self.byName = byName
  }

  /// The unit of this name and kind, the first where there are several.
  func partner(of unit: Unit) -> Int? { byName[UnitPairing.key(unit)] }

  func hash(ofUnit index: Int) -> UInt64? {
    guard let reading, reading.outline.units.indices.contains(index) else { return nil }
    let range = reading.outline.units[index].range
    return reading.source.bytes.withUnsafeBytes { bytes in
      ContentHash(UnsafeRawBufferPointer(rebasing: bytes[range.clamped(to: 0..<bytes.count)])).rawValue
    }
  }
}

extension Unit {
  /// Whether nothing but where it stands and what is said in comments is different.
  fileprivate func isSame(as other: Unit) -> Bool {
    qualifiedName == other.qualifiedName && parameters == other.parameters && returnType == other.returnType
      && traits == other.traits && doesTheSame(as: other)
  }

  /// The code at top level stands around everything else: what it does is compared, not the text it stands in.
  fileprivate func doesTheSame(as other: Unit) -> Bool {
    var hashes = (StructuralHash(), StructuralHash())
    hashes.0.combine(tree.root, of: tree, locals: [])
    hashes.1.combine(other.tree.root, of: other.tree, locals: [])
    return hashes.0 == hashes.1
  }
}
