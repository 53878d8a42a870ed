import Behaviour
import Languages
import Rules
import SourceText
import TreeSitter

extension LiveDocument {
  /// Parses a segment alone, between the heads and tails of what it stands in, and judges its units anew.
  ///
  /// - Parameter edit: what changed, relative to the segment, and by how much it grew; nil where nothing did.
  func reread(_ index: Int, edit: (range: Range<Int>, delta: Int)?) {
    guard let language, let placing, case .body(let container) = segments[index].kind else { return }
    let chain = spineChain(of: container)
    var bytes: [UInt8] = []
    for spine in chain { bytes += spine.head }
    let offset = bytes.count
    bytes += text.bytes[segments[index].range.clamped(to: 0..<text.count)]
    let end = bytes.count
    for spine in chain.reversed() { bytes += spine.tail }

    let source = Analyzer.parse(path: path, bytes: bytes, language: language, within: .milliseconds(200))
    guard let source else { return hold(index, edit: edit) }
    var outline = language.outline(of: source)
    let errors = outline.broken.count { $0.upperBound >= offset && $0.lowerBound <= end }
    let keepsPlace =
      outline.containers.count >= chain.count
      && zip(outline.containers, chain).allSatisfy { $0.name == $1.name && $0.head.lowerBound < offset }
    guard keepsPlace, errors <= segments[index].toleratedErrors else { return hold(index, edit: edit) }

    outline.environment = environment
    for (position, spine) in chain.enumerated() { outline.containers[position].owner = spine.owner }
    var units: [LiveUnit] = []
    for span in outline.units where span.kind != .module && span.range.lowerBound >= offset {
      guard span.range.upperBound <= end else { continue }
      let behaviour = placing.behaviourKey(of: span, in: source, outline: outline)
      let same = segments[index].units.first { $0.key?.behaviour == behaviour }
      let unit = same?.unit ?? language.unit(span, of: source, in: outline)
      let start = span.range.lowerBound - offset
      if var same {
        same.start = start
        units.append(same)
      } else {
        units.append(
          placing.judge(
            unit,
            behaviour: behaviour,
            start: start,
            partner: placing.baseline?.partner(of: unit),
            text: source.slice(span.range),
            newUnits: { [segments] in segments.flatMap { $0.units.map(\.unit) } },
            others: .remembered(memory(of: unit, in: segments[index]))
          )
        )
      }
    }
    finish(&units, outline, offset: offset, of: bytes)
    if Set(units.map(Declared.init)) != Set(segments[index].units.map(Declared.init)) || units.isEmpty {
      // Another function here than before, or code at top level.
      isSettled = false
    }
    // What was typed ends the container that it stands in: what follows belongs elsewhere now.
    let last = bytes[offset..<end].lastIndex { $0 != 10 && $0 != 13 && $0 != 32 && $0 != 9 } ?? offset
    if outline.containers.prefix(chain.count).contains(where: { $0.body.upperBound < last }) { isSettled = false }
    if units.contains(where: { $0.unit.kind == .initializer }) { isSettled = false }
    segments[index].units = units
    segments[index].isHeld = false
    if segments[index].toleratedErrors == .max { segments[index].toleratedErrors = errors }
  }

  private func finish(_ units: inout [LiveUnit], _ outline: Outline, offset: Int, of bytes: [UInt8]) {
    var result = FileAnalysis(path: path, language: nil, status: .partial)
    result.units = units.map { AnalyzedUnit(unit: $0.unit, start: $0.start + offset, entries: $0.judged) }
    analyzer.finish(&result, outline, of: bytes)
    for (index, unit) in result.units.enumerated() { units[index].entries = unit.entries }
  }

  /// What other files said when a unit was last judged: they are not asked on a keystroke.
  private func memory(of unit: Unit, in segment: Segment) -> FactMemory? {
    segment.units.first { $0.unit.qualifiedName == unit.qualifiedName && $0.unit.kind == unit.kind }?.crossing.memory
  }

  /// What the rest of the file knows of a unit.
  private struct Declared: Hashable {
    var name: String
    var kind: UnitKind
    var traits: UnitTraits
    var hasDemand: Bool

    init(_ live: LiveUnit) {
      name = live.unit.qualifiedName
      kind = live.unit.kind
      traits = live.unit.traits
      hasDemand = live.unit.hasDemand
    }
  }

  func spineChain(of container: Int?) -> [Spine] {
    var chain: [Spine] = []
    var next = container
    while let index = next, spines.indices.contains(index), chain.count < 64 {
      chain.append(spines[index])
      next = spines[index].parent
    }
    return chain.reversed()
  }

  /// The text does not parse: its units keep their ledgers, less the entries that the edit touched.
  private func hold(_ index: Int, edit: (range: Range<Int>, delta: Int)?) {
    segments[index].isHeld = true
    isSettled = false
    guard let edit else { return }
    for position in segments[index].units.indices {
      segments[index].units[position].hold(through: edit.range, delta: edit.delta)
    }
  }

  /// Moves what has its place in the file, not in a segment.
  func move(_ units: inout [LiveUnit], _ entries: inout [Entry], past range: Range<Int>, by delta: Int) {
    for index in units.indices { units[index].hold(through: range, delta: delta) }
    entries = entries.compactMap { $0.moved(through: range, delta: delta) }
  }
}

extension LiveUnit {
  /// Follows an edit whose text is not read yet. The range is in the bytes that `start` counts in.
  mutating func hold(through range: Range<Int>, delta: Int) {
    let end = start + unit.length
    if range.lowerBound >= end, range.upperBound > end || range.lowerBound > end { return }
    if range.upperBound < start || (range.upperBound == start && range.lowerBound < start) {
      start += delta
      return
    }
    key = nil
    let local = (range.lowerBound - start)..<(range.upperBound - start)
    entries = entries.compactMap { $0.moved(through: local, delta: delta) }
    judged = entries
    unit.length = max(0, unit.length + delta)
    if range.lowerBound < start { start = range.lowerBound }
    unit.nameRange = unit.nameRange.moved(through: local, delta: delta) ?? 0..<0
  }
}

extension Entry {
  /// The entry after an edit; nil where the edit touched what it speaks of.
  func moved(through edit: Range<Int>, delta: Int) -> Entry? {
    guard let range = range.moved(through: edit, delta: delta) else { return nil }
    var moved = self
    moved.range = range
    moved.evidence = evidence.compactMap { item in
      item.range.moved(through: edit, delta: delta).map { Evidence(item.note, $0) }
    }
    if var fix {
      let edits = fix.edits.compactMap { item in
        item.range.moved(through: edit, delta: delta).map { Fix.Edit($0, item.replacement) }
      }
      fix.edits = edits
      moved.fix = edits.count == self.fix?.edits.count ? fix : nil
    }
    return moved
  }
}

extension Range where Bound == Int {
  /// The range after an edit: moved where it stands behind it, grown where it stands around it, nil where they overlap.
  func moved(through edit: Range<Int>, delta: Int) -> Range<Int>? {
    if edit.lowerBound >= upperBound { return self }
    if edit.upperBound <= lowerBound { return (lowerBound + delta)..<(upperBound + delta) }
    if edit.lowerBound > lowerBound, edit.upperBound < upperBound { return lowerBound..<(upperBound + delta) }
    return nil
  }
}
