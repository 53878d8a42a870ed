import TreeSitter

/// A parsed file with the names of its grammar: what outline and lowering both ask of it.
struct GoSyntax: GrammarSyntax {
  let source: Source
  let nodes: ContiguousArray<SyntaxNode>
  let kinds: KindTable<GoKind>
  let fields: GoFields

  init(_ source: Source, _ go: GoGrammar) {
    self.source = source
    nodes = source.syntax.nodes
    kinds = go.kinds
    fields = go.fields
  }

  /// Whether two ranges of the text spell the same.
  func areSame(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    a.count == b.count && source.slice(a) == source.slice(b)
  }

  /// Whether a node is part of what the program says: no comment, no token, nothing that does not parse.
  func isPart(_ node: Int32) -> Bool {
    let found = self[node]
    return found.isNamed && !found.isError && !found.isMissing && kinds[found.kind] != .comment
  }

  /// The only child that is part of the program; nil where there are more or none.
  func onlyPart(_ node: Int32) -> Int32? {
    guard let first = firstPart(node) else { return nil }
    let end = next(node)
    var child = next(first)
    while child < end {
      if isPart(child) { return nil }
      child = next(child)
    }
    return first
  }

  /// Whether a node of a kind stands anywhere below, functions in it left out.
  func holds(_ kind: GoKind, in node: Int32) -> Bool {
    let end = next(node)
    var at = node &+ 1
    while at < end {
      let found = self.kind(at)
      if found == kind { return true }
      at = found == .closure ? next(at) : at &+ 1
    }
    return false
  }

  /// An expression without the parentheses around it.
  func unwrap(_ node: Int32) -> Int32 {
    var node = node
    while kind(node) == .parenthesized, let inner = firstPart(node) { node = inner }
    return node
  }

  // MARK: - Dotted names

  /// Whether a node is a name, or names joined by dots and nothing else.
  func isDotted(_ node: Int32) -> Bool {
    guard !self[node].hasError else { return false }
    return kind(root(node)) == .identifier
  }

  /// The first name of a dotted one.
  func root(_ node: Int32) -> Int32 {
    var node = node
    while kind(node) == .selector || kind(node) == .qualifiedType { node &+= 1 }
    return node
  }

  /// The last name of a dotted one, or of what hangs on an expression.
  func last(_ node: Int32) -> Int32 {
    switch kind(node) {
    case .selector: child(node, fields.field) ?? node
    case .qualifiedType: child(node, fields.name) ?? node
    default: node
    }
  }

  /// Whether a dotted name is written without blanks, so that its text is the name.
  func isSolid(_ node: Int32) -> Bool {
    let range = range(node)
    return range.upperBound <= source.bytes.count
      && source.bytes.withUnsafeBufferPointer { bytes in
        for at in range where bytes[at] <= UInt8(ascii: " ") || bytes[at] == UInt8(ascii: "/") { return false }
        return true
      }
  }

  /// Whether a dotted name occurs below a node, or is it.
  func mentions(_ name: Int32, in node: Int32) -> Bool {
    let wanted = range(name)
    let kind = kind(name)
    let end = next(node)
    var at = node
    while at < end {
      let found = self[at]
      if kinds[found.kind] == kind, areSame(found.bytes, wanted) { return true }
      at &+= 1
    }
    return false
  }

  /// What is called, without parentheses and types; nil where nothing is.
  func callee(_ call: Int32) -> Int32? {
    guard var callee = child(call, fields.function).map(unwrap) else { return nil }
    while kind(callee) == .instantiation, let inner = firstPart(callee) { callee = inner }
    return callee
  }

  /// What a call is given, comments left out.
  func arguments(_ call: Int32) -> [Int32] {
    child(call, fields.arguments).map(parts) ?? []
  }
}
