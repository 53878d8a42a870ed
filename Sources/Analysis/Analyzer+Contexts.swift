import Behaviour
import Languages
import Knowledge
package import Rules

extension Analyzer {
  /// The units of a file as rules see them, each with the byte at which it starts in the file; nil where the file cannot
  /// be read.
  package func contexts(path: String, bytes: [UInt8]) -> [(context: UnitContext, start: Int)]? {
    guard case .read(let reading) = reading(path: path, bytes: bytes) else { return nil }
    let facts = reading.facts
    let knowledge = KnowledgeBase.standard(for: facts.context.language)
    return zip(reading.units, reading.outline.units).map { unit, span in
      (UnitContext(unit: unit, file: facts, knowledge: knowledge), span.range.lowerBound)
    }
  }
}
