import Behaviour
import TreeSitter

extension RubyLowering {
  /// Writes the unit.
  mutating func unit() -> Unit {
    switch kind(span.node) {
    case .method, .singletonMethod: methodUnit()
    case .call: blockUnit()
    default: moduleUnit()
    }
  }

  private mutating func moduleUnit() -> Unit {
    for other in outline.units where other.kind != .module { units[other.node] = other.name }
    core.builder.open(.block, .statement, span.range)
    if rb[span.node].isError { broken(span.node) } else { statements(of: span.node, .discarded) }
    core.builder.close()
    var made = bare([])
    made.tree = core.builder.finish()
    return made
  }

  private mutating func methodUnit() -> Unit {
    let node = span.node
    var traits: UnitTraits = []
    if span.kind == .function, let container = span.container, outline.containers[container].owner != nil {
      traits.insert(.static)
    }
    if !isPrivate { traits.insert(.exported) }
    if RubyTests.isFixture(span.name) { traits.insert(.fixture) }
    core.builder.open(.block, .statement, span.range)
    var made = bare(traits)
    if let list = child(node, fields.parameters) {
      parameters(list)
      made.parameters = declared(list)
    }
    if let body = child(node, fields.body) {
      if kind(body) == .bodyStatement {
        methodBody(body, givesValue ? .returned : .discarded)
      } else {
        // `def total = lines.sum`
        statement(body, givesValue ? .returned : .discarded)
      }
    }
    for part in brokenParts(of: node) { statement(part) }
    core.builder.close()
    finish(&made)
    return made
  }

  /// A test, a fixture, a block given to a call at top level.
  private mutating func blockUnit() -> Unit {
    let call = RubyTestCall(span.node, in: rb)
    var traits: UnitTraits = []
    if call?.role == .fixture { traits.insert(.fixture) }
    if call?.isSkipped == true || span.kind == .test && isInSkippedGroup { traits.insert(.skipped) }
    core.builder.open(.block, .statement, span.range)
    var made = bare(traits)
    if let block = child(span.node, fields.block) {
      if let list = rb.first(.blockParameters, in: block) {
        parameters(list)
        made.parameters = declared(list)
      }
      // What `let` makes is what its name stands for.
      let isValue = call?.role == .fixture && call?.title != nil
      if let body = rb.body(ofBlock: block) { self.body(body, isValue ? .returned : .discarded) }
    }
    for part in brokenParts(of: span.node) { statement(part) }
    core.builder.close()
    finish(&made)
    return made
  }

  private mutating func finish(_ made: inout Unit) {
    made.owner = span.container.flatMap { outline.containers.indices.contains($0) ? outline.containers[$0].owner : nil }
    made.documentation = documentation
    made.tree = core.builder.finish()
  }

  /// Writes the body of a method. A bare `nil` at its end says that it gives nothing.
  mutating func methodBody(_ node: Int32, _ tail: Tail) {
    if isAttempt(node) {
      attempt(node, tail, mayGiveNothing: tail.isReturned)
    } else {
      statements(of: node, tail, mayGiveNothing: tail.isReturned)
    }
  }

  /// Whether what the last statement gives is the unit's own value.
  private var givesValue: Bool {
    if span.kind == .initializer || span.kind == .test { return false }
    if RubyTests.isFixture(span.name) { return false }
    return !(span.name.hasSuffix("=") && span.name.utf8.first.map { $0 >= UInt8(ascii: "A") } ?? false)
  }

  private var isPrivate: Bool {
    span.qualifiedName.split(separator: ".").contains { $0.hasPrefix("_") }
      || core.source.slice(span.range).starts(with: "private".utf8)
  }

  private var isInSkippedGroup: Bool {
    var at = rb.parent(span.node)
    for _ in 0..<400 where at > 0 {
      if kind(at) == .call, let group = RubyTestCall(at, in: rb), group.isSkipped { return true }
      at = rb.parent(at)
    }
    return false
  }

  private func bare(_ traits: UnitTraits) -> Unit {
    let start = span.range.lowerBound
    return Unit(
      name: span.name,
      qualifiedName: span.qualifiedName,
      kind: span.kind,
      traits: traits,
      length: span.range.count,
      nameRange: max(0, span.nameRange.lowerBound - start)..<max(0, span.nameRange.upperBound - start)
    )
  }

  /// The comment right before the unit, without its signs.
  private var documentation: String? {
    let bytes = core.source.bytes
    var lines: [String] = []
    var at = min(span.range.lowerBound, bytes.count)
    // Back to the start of the unit's own line.
    while at > 0, bytes[at - 1] == UInt8(ascii: " ") || bytes[at - 1] == UInt8(ascii: "\t") { at -= 1 }
    while at > 0, bytes[at - 1] == UInt8(ascii: "\n"), lines.count < 60 {
      var start = at - 1
      while start > 0, bytes[start - 1] != UInt8(ascii: "\n"), at - start < 1_000 { start -= 1 }
      let line = bytes[start..<(at - 1)].drop { $0 <= UInt8(ascii: " ") }
      guard line.first == UInt8(ascii: "#") else { break }
      let words = RubyComment.text(line)
      if !words.isEmpty { lines.append(words) }
      at = start
    }
    return lines.isEmpty ? nil : lines.reversed().joined(separator: "\n")
  }
}
