import Behaviour
import Knowledge
import Languages
import Rules

extension FileSummary {
  init(_ reading: Reading, knowledge: KnowledgeBase) {
    let facts = reading.facts
    self.init(path: reading.source.path, language: facts.context.language, traits: facts.context.traits)
    imports = facts.context.imports
    types = facts.bases.map { TypeSummary(name: $0.key, bases: $0.value) }.sorted { $0.name < $1.name }
    let known = Set(types.map(\.name))
    for container in reading.outline.containers {
      guard let owner = container.owner, !known.contains(owner.name) else { continue }
      types.append(TypeSummary(name: owner.name, bases: owner.bases))
    }
    var table = NameNumbers(names: names)
    let isOfTests = traits.contains(.test) || reading.units.contains { $0.kind == .test }
    var mentioned: Set<UInt32> = []
    var lines = LineWalk(reading.source.bytes)
    units.reserveCapacity(reading.units.count)
    for (index, unit) in reading.units.enumerated() {
      let start = reading.outline.units[index].range.lowerBound
      let context = UnitContext(unit: unit, file: facts, knowledge: knowledge)
      let first = Int32(clamping: calls.count)
      let line = lines.line(at: start)
      var effects: EffectSet = []
      var reader = CallReader(context, lines: lines, start: start)
      for call in context.calls {
        effects.insert(EffectSet(call.effect))
        if let summary = reader.summary(of: call, into: &table, labels: &labels) {
          calls.append(summary)
        }
      }
      let declaration = facts.declarations[unit.qualifiedName]
      units.append(
        UnitSummary(
          name: unit.name,
          qualifiedName: unit.qualifiedName,
          kind: unit.kind,
          traits: unit.traits.union(declaration?.traits.intersection(.async) ?? []),
          parameters: unit.parameters,
          returnType: unit.returnType,
          owner: unit.owner?.name,
          line: line,
          conduct: UnitConduct(context, declaration),
          effects: effects,
          shape: ShapeSummary(unit),
          additions: effects.leavesProcess ? Additions(context) : [],
          drive: isOfTests ? FailureDrive(context) : [],
          size: unit.tree.count,
          calls: first..<Int32(clamping: calls.count)
        )
      )
      if isOfTests { mentioned.formUnion(unit.tree.names.flatMap { FileSummary.mentions($0, &table) }) }
    }
    mentions = mentioned.sorted()
    models = isOfTests ? [] : ModelReader.models(of: reading)
    names = table.names
  }

  /// What a name or a text of a test may speak of: itself, and its last part; of an address each part.
  private static func mentions(_ name: String, _ table: inout NameNumbers) -> [UInt32] {
    guard name.utf8.count > 2, name.utf8.count <= 100 else { return [] }
    if name.utf8.first == UInt8(ascii: "/") || name.contains("://") {
      let parts = name.split(separator: "/").filter { $0.utf8.count > 3 }.map { $0.prefix { $0 != "?" && $0 != "#" } }
      return [table.number(of: name)] + parts.map { table.number(of: String($0)) }
    }
    let last = NameReading.last(name)
    return last.utf8.count == name.utf8.count || last.utf8.count < 3
      ? [table.number(of: name)] : [table.number(of: name), table.number(of: String(last))]
  }
}

/// Numbers for the names of one file.
struct NameNumbers {
  private(set) var names: [String]
  private var numbers: [String: UInt32] = [:]

  init(names: [String]) {
    self.names = names
    for (number, name) in names.enumerated() { numbers[name] = UInt32(clamping: number) }
  }

  mutating func number(of name: String) -> UInt32 {
    if name.isEmpty { return 0 }
    if let known = numbers[name] { return known }
    let number = UInt32(clamping: names.count)
    names.append(name)
    numbers[name] = number
    return number
  }
}

/// Counts lines on the way through a text.
struct LineWalk {
  private let bytes: [UInt8]
  private var at = 0
  private var line = 1

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The line of an offset, from 1. Cheap where offsets come in order.
  mutating func line(at offset: Int) -> Int {
    if offset < at {
      at = 0
      line = 1
    }
    let end = min(offset, bytes.count)
    bytes.withUnsafeBufferPointer { bytes in
      while at < end {
        if bytes[at] == UInt8(ascii: "\n") { line &+= 1 }
        at &+= 1
      }
    }
    return line
  }
}
