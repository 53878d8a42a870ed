import TreeSitter

/// A parsed file with the names of its grammar: what outline and lowering both ask of it.
struct PythonSyntax: GrammarSyntax {
  let source: Source
  let nodes: ContiguousArray<SyntaxNode>
  let kinds: KindTable<PythonKind>
  let fields: PythonFields

  init(_ source: Source, _ python: PythonGrammar) {
    self.source = source
    nodes = source.syntax.nodes
    kinds = python.kinds
    fields = python.fields
  }

  /// Whether a node is part of what the program says: no comment, no token, nothing that does not parse.
  func isPart(_ node: Int32) -> Bool {
    let found = self[node]
    return found.isNamed && !found.isError && kinds[found.kind] != .comment
  }

  /// An expression without the parentheses around it.
  func unwrap(_ node: Int32) -> Int32 {
    var node = node
    while kind(node) == .parenthesized, let inner = firstPart(node) { node = inner }
    return node
  }

  /// The function or class that a decorated definition defines; the node itself where nothing decorates it.
  func definition(_ node: Int32) -> Int32 {
    kind(node) == .decorated ? child(node, fields.definition) ?? node : node
  }

  // MARK: - Dotted names

  /// Whether a node is a name, or names joined by dots and nothing else.
  func isDotted(_ node: Int32) -> Bool {
    guard !self[node].hasError else { return false }
    var node = node
    while kind(node) == .attribute { node &+= 1 }
    return kind(node) == .identifier
  }

  /// Whether a dotted name is written without blanks, so that its text is the name.
  func isSolid(_ node: Int32) -> Bool {
    let range = range(node)
    return range.upperBound <= source.bytes.count
      && source.bytes.withUnsafeBufferPointer { bytes in
        for at in range where bytes[at] <= UInt8(ascii: " ") || bytes[at] == UInt8(ascii: "\\") { return false }
        return true
      }
  }

  /// The names of a dotted name, first to last.
  func names(_ node: Int32) -> [Int32] {
    (node..<next(node)).filter { kind($0) == .identifier }
  }

  /// A dotted name without blanks.
  func dotted(_ node: Int32) -> String {
    kind(node) == .identifier || isSolid(node)
      ? source.text(range(node)) : names(node).map { source.text(range($0)) }.joined(separator: ".")
  }
}
