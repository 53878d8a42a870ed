import Analysis
package import Behaviour
import Knowledge
import Languages
package import Rules

/// The facts of one unit of a piece of source, as rules get them; nil where the source has no unit of that name.
package func unitContext(of name: String, in source: String, language: String) -> UnitContext? {
  let analysis = analyze(source, language: language, rules: [])
  guard let unit = analysis.units.map(\.unit).first(where: { $0.qualifiedName == name }) else { return nil }
  let family = analysis.language ?? language
  let facts = Languages.all.first { $0.id.family == family }?.facts ?? LanguageFacts()
  return UnitContext(
    unit: unit,
    file: FileFacts(context: FileContext(path: "src/example", language: family, facts: facts)),
    knowledge: KnowledgeBase.standard(for: family)
  )
}

extension UnitContext {
  /// The n-th call of that name as written.
  package func call(named name: String, at position: Int = 0) -> CallFact? {
    calls.filter { tree.name($0.node) == name }.dropFirst(position).first
  }

  /// Nodes as the text that stands there.
  package func texts(_ nodes: [NodeIndex], in source: String) -> [String] {
    let bytes = Array(source.utf8)
    return nodes.map { String(decoding: bytes[tree[$0].bytes.clamped(to: 0..<bytes.count)], as: UTF8.self) }
  }
}
