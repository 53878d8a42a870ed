import TreeSitter

/// A parsed file with the names of its grammar: what outline and lowering both ask of it.
struct PHPSyntax: GrammarSyntax {
  let source: Source
  let nodes: ContiguousArray<SyntaxNode>
  let kinds: KindTable<PHPKind>
  let fields: PHPFields

  init(_ source: Source, _ grammar: PHPGrammar) {
    self.source = source
    nodes = source.syntax.nodes
    kinds = grammar.kinds
    fields = grammar.fields
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

  func isFunction(_ node: Int32) -> Bool { kind(node) == .closure || kind(node) == .arrow }

  func isName(_ node: Int32) -> Bool {
    switch kind(node) {
    case .name, .qualifiedName, .relativeName: true
    default: false
    }
  }

  func isType(_ node: Int32) -> Bool {
    switch kind(node) {
    case .class, .interface, .trait, .enum: true
    default: false
    }
  }

  /// The bytes of a string literal between its quotes, or of a heredoc between its marks.
  func inner(_ string: Int32) -> Range<Int> {
    let whole = range(string)
    switch kind(string) {
    case .string, .interpolated, .shell:
      // `b"…"` has a sign before the quote.
      let start = source.slice(whole).prefix(2).firstIndex { $0 == 0x22 || $0 == 0x27 || $0 == 0x60 }
      guard let start, whole.upperBound - start >= 2 else { return whole }
      return start + 1..<whole.upperBound - 1
    case .heredoc, .nowdoc:
      guard let body = child(string, fields.value) else { return whole.upperBound..<whole.upperBound }
      return range(body)
    default: return whole
    }
  }

  /// The declared parts of a class, wherever its grammar puts them.
  func members(of type: Int32) -> SyntaxTree.Children { children(child(type, fields.body) ?? type) }

  // MARK: - Names

  /// Appends a written name with dots for backslashes, without the one that starts at the top.
  func append(name node: Int32, to bytes: inout [UInt8]) {
    var isFirst = true
    for byte in source.slice(range(node)) where byte > UInt8(ascii: " ") {
      if byte != UInt8(ascii: "\\") { bytes.append(byte) } else if !isFirst { bytes.append(UInt8(ascii: ".")) }
      isFirst = false
    }
  }

  func dotted(_ node: Int32) -> String {
    var bytes: [UInt8] = []
    append(name: node, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a name starts at the top of all namespaces: `\PDO`.
  func isAbsolute(_ node: Int32) -> Bool { source.slice(range(node)).first == UInt8(ascii: "\\") }
}
