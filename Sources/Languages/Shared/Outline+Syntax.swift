import Behaviour
import TreeSitter

extension UnitSpan {
  /// The code at the top level of a file.
  static func module(of source: Source) -> UnitSpan {
    UnitSpan(
      node: 0,
      range: 0..<source.bytes.count,
      nameRange: 0..<0,
      name: "<module>",
      qualifiedName: "<module>",
      kind: .module,
      container: nil
    )
  }
}

extension Outline {
  /// Looks at each node once, for comments and for what does not parse.
  ///
  /// - Parameter comment: where the comment stands that a node is; nil where it is none.
  mutating func lookAtEveryNode<Syntax: FragmentedSyntax>(
    of syntax: Syntax,
    comment: (Syntax.Kind, Int32, SyntaxNode) -> Range<Int>?
  ) {
    var damage: [Range<Int>] = []
    var at: Int32 = 0
    for node in syntax.nodes {
      if let kind = syntax.kinds[node.kind], let comment = comment(kind, at, node) {
        comments.append(comment)
      } else if node.isMissing {
        damage.append(node.bytes)
      } else if node.isError {
        for case .stray(let range, _) in syntax.fragments(of: at) { damage.append(range) }
      }
      at &+= 1
    }
    guard !damage.isEmpty else { return }
    damage.sort { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) }
    for range in damage where range.upperBound > broken.last?.upperBound ?? -1 { broken.append(range) }
  }
}
