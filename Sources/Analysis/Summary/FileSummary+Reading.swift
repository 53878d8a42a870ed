import Behaviour
import Knowledge
import Languages
package import Rules

extension Analyzer {
  /// What other files may know of a file; nil where it cannot be read.
  package func summary(path: String, bytes: [UInt8]) -> FileSummary? {
    guard case .read(let reading) = reading(path: path, bytes: bytes) else { return nil }
    return FileSummary(reading, knowledge: KnowledgeBase.standard(for: reading.language.id.family))
  }
}

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
        if let summary = reader.summary(of: call, into: &table) { calls.append(summary) }
      }
      let declaration = facts.declarations[unit.qualifiedName]
      let shape = UnitShape(unit)
      units.append(
        UnitSummary(
          name: unit.name,
          qualifiedName: unit.qualifiedName,
          kind: unit.kind,
          traits: unit.traits,
          parameters: unit.parameters,
          returnType: unit.returnType,
          owner: unit.owner?.name,
          line: line,
          conduct: UnitConduct(context, declaration),
          effects: effects,
          shape: shape.hash,
          size: unit.tree.count,
          calls: first..<Int32(clamping: calls.count)
        )
      )
    }
    names = table.names
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
