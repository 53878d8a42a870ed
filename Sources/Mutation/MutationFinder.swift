package import Analysis
import Behaviour
import Languages
package import Rules

/// Finds what can be taken out of the units of one file.
package struct MutationFinder {
  let context: UnitContext
  /// Index of the unit in its file.
  let unit: Int
  /// Byte of the file at which the unit starts.
  let start: Int
  let bytes: [UInt8]
  let phrasing: Phrasing

  var tree: BehaviourTree { context.tree }

  /// Every mutation of a file, in reading order of the units.
  package static func mutations(
    path: String,
    bytes: [UInt8],
    analyzer: Analyzer,
    workspace: (any WorkspaceFacts)? = nil
  ) -> [Mutation] {
    guard let contexts = analyzer.contexts(path: path, bytes: bytes) else { return [] }
    let analysis = analyzer.analyze(path: path, bytes: bytes, workspace: workspace)
    guard case .analyzed = analysis.status, analysis.units.count == contexts.count else { return [] }
    var found: [Mutation] = []
    for (index, (context, start)) in contexts.enumerated() {
      guard let phrasing = Phrasing(context.file.context.language) else { continue }
      let finder = MutationFinder(context: context, unit: index, start: start, bytes: bytes, phrasing: phrasing)
      if context.unit.kind == .test {
        found += finder.assertions()
        continue
      }
      guard !context.isExempt, context.unit.kind != .module else { continue }
      found += finder.handlers()
      found += finder.deadlines()
      found += finder.keys()
      found += finder.locks()
      found += finder.awaits()
      found += finder.releases()
      found += finder.guards()
      found += finder.checks()
      found += finder.transactions()
      found += finder.evidence(of: analysis.units[index].entries)
    }
    return found
  }

  // MARK: - Places

  /// Bytes in the file.
  func place(_ node: NodeIndex) -> Range<Int> { place(tree[node].bytes) }

  func place(_ range: Range<Int>) -> Range<Int> {
    let lower = min(max(0, start + range.lowerBound), bytes.count)
    return lower..<min(max(lower, start + range.upperBound), bytes.count)
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  func mutation(_ operation: MutationOperator, at site: NodeIndex, _ edits: [Mutation.Edit]?) -> Mutation? {
    guard let edits, edits.contains(where: { text($0.range) != $0.replacement }) else { return nil }
    return Mutation(operation, unit: unit, site: place(site), edits: edits, rules: operation.rules)
  }
}
