import Languages
import Testing
import TreeSitter

/// A unit's text between the heads and tails of its containers, as if nothing else were in the file.
func piece(_ span: UnitSpan, of reading: Reading) throws -> (reading: Reading, start: Int) {
  var heads: [UInt8] = []
  var tails: [UInt8] = []
  var container = span.container
  while let index = container {
    let around = reading.outline.containers[index]
    heads = reading.source.slice(around.head) + heads
    tails += reading.source.slice(around.tail)
    container = around.parent
  }
  let text = heads + reading.source.slice(span.range) + tails
  return (try Reading(bytes: text, path: reading.source.path), heads.count)
}

/// The node of a unit and all below it, with their places in the unit.
func syntax(of span: UnitSpan, in reading: Reading) -> [String] {
  let syntax = reading.source.syntax
  return (span.node..<syntax[span.node].next).map { index in
    let node = syntax[index]
    let bytes = node.bytes
    let start = bytes.lowerBound - span.range.lowerBound
    return "\(reading.language.grammar.name(ofKind: node.kind)) \(start)..<\(start + bytes.count)"
  }
}
