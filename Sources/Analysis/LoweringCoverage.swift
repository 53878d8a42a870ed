package import Behaviour
import Languages
import TreeSitter

/// How much of some files of one language lowering understood, for people who work on it.
package struct LoweringCoverage: Sendable {
  package private(set) var files = 0
  package private(set) var units = 0
  package private(set) var bytes = 0
  /// Syntax nodes inside units, punctuation left out.
  package private(set) var nodes = 0
  /// Of those, in regions that do not parse.
  package private(set) var broken = 0
  /// Of those, what lowering has no words for.
  package private(set) var unknown = 0
  /// The grammar's kinds that became `unknown`, and how often each.
  package private(set) var kinds: [String: Int] = [:]
  package private(set) var calls = 0
  /// Calls with a canonical path, by what it rests on.
  package private(set) var resolved: [Certainty: Int] = [:]

  package init() {}

  package mutating func add(_ other: LoweringCoverage) {
    files += other.files
    units += other.units
    bytes += other.bytes
    nodes += other.nodes
    broken += other.broken
    unknown += other.unknown
    kinds.merge(other.kinds) { $0 + $1 }
    calls += other.calls
    resolved.merge(other.resolved) { $0 + $1 }
  }
}

extension Analyzer {
  /// The family of a file's language, and how much of the file is understood; nil where it cannot be read.
  package func coverage(path: String, bytes: [UInt8]) -> (family: String, coverage: LoweringCoverage)? {
    guard case .read(let reading) = reading(path: path, bytes: bytes) else { return nil }
    return (reading.language.id.family, LoweringCoverage(of: reading))
  }
}

extension LoweringCoverage {
  fileprivate init(of reading: Reading) {
    files = 1
    bytes = reading.source.bytes.count
    units = reading.units.count
    let syntax = reading.source.syntax
    var isCounted = [Bool](repeating: false, count: syntax.nodes.count)
    // The code at top level is last: what stands in other units is theirs.
    for (span, unit) in zip(reading.outline.units, reading.units) {
      guard syntax.nodes.indices.contains(Int(span.node)) else { continue }
      let below = Int(span.node)..<Int(syntax[span.node].next)
      let isRest = span.kind == .module
      let marks = Marks(of: unit.tree, origin: span.range.lowerBound)
      for index in below where !isCounted[index] {
        isCounted[index] = true
        let bytes = syntax.nodes[index].bytes
        switch marks.meaning(of: bytes) {
        case .broken: broken += 1
        case .unknown(let isWhole):
          unknown += 1
          if isWhole { kinds[reading.language.grammar.name(ofKind: syntax.nodes[index].kind), default: 0] += 1 }
        case .understood: if isRest, !marks.covers(bytes) { continue }
        }
        nodes += 1
      }
      count(unit.tree)
    }
  }

  private mutating func count(_ tree: BehaviourTree) {
    for node in tree.nodes where node.kind == .call {
      calls += 1
      if node.path != 0 { resolved[node.certainty, default: 0] += 1 }
    }
  }
}

/// Where in a file a unit's tree says `unknown`, and where it says something else inside of that.
private struct Marks {
  enum Meaning {
    case understood, broken
    /// Whole: this very node, not one inside of it.
    case unknown(isWhole: Bool)
  }

  private struct Unknown {
    var range: Range<Int>
    var isBroken: Bool
    var understood: [Range<Int>]
  }

  /// In reading order; one inside another stands behind it.
  private var unknowns: [Unknown] = []
  private var statements: [Range<Int>] = []

  init(of tree: BehaviourTree, origin: Int) {
    func place(_ node: NodeIndex) -> Range<Int> {
      (origin + tree[node].bytes.lowerBound)..<(origin + tree[node].bytes.upperBound)
    }
    for index in tree.nodes.indices {
      let node = NodeIndex(index)
      if tree.parent(node) == tree.root { statements.append(place(node)) }
      guard tree.kind(node) == .unknown else { continue }
      unknowns.append(
        Unknown(
          range: place(node),
          isBroken: tree[node].has(.broken),
          understood: tree.children(node).filter { tree.kind($0) != .unknown }.map(place)
        )
      )
    }
  }

  func meaning(of bytes: Range<Int>) -> Meaning {
    guard
      let inner = unknowns.last(where: {
        $0.range.lowerBound <= bytes.lowerBound && bytes.upperBound <= $0.range.upperBound
      })
    else { return .understood }
    let isUnderstood = inner.understood.contains {
      $0.lowerBound <= bytes.lowerBound && bytes.upperBound <= $0.upperBound
    }
    if isUnderstood { return .understood }
    return inner.isBroken ? .broken : .unknown(isWhole: inner.range == bytes)
  }

  /// Whether some statement at top level holds this.
  func covers(_ bytes: Range<Int>) -> Bool {
    statements.contains { $0.lowerBound <= bytes.lowerBound && bytes.upperBound <= $0.upperBound }
  }
}
