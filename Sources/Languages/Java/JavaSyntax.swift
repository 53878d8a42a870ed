import TreeSitter

/// A parsed file with the names of its grammar: what outline and lowering both ask of it.
struct JavaSyntax: GrammarSyntax {
  let source: Source
  let nodes: ContiguousArray<SyntaxNode>
  let kinds: KindTable<JavaKind>
  let fields: JavaFields

  init(_ source: Source, _ java: JavaGrammar) {
    self.source = source
    nodes = source.syntax.nodes
    kinds = java.kinds
    fields = java.fields
  }

  /// The first child in a field that is there, not only wished for by the parser.
  func child(_ node: Int32, _ field: UInt8) -> Int32? {
    guard field != 0 else { return nil }
    let end = next(node)
    var child = node &+ 1
    while child < end {
      let found = self[child]
      if found.field == field, !found.isError, !found.isMissing { return child }
      child = found.next
    }
    return nil
  }

  func isComment(_ node: Int32) -> Bool { kind(node) == .lineComment || kind(node) == .blockComment }

  /// Whether a node is part of what the program says: no comment, no token, nothing that does not parse.
  func isPart(_ node: Int32) -> Bool {
    let found = self[node]
    guard found.isNamed, !found.isError, !found.isMissing else { return false }
    return !isComment(node)
  }

  /// An expression without the parentheses around it.
  func unwrap(_ node: Int32) -> Int32 {
    var node = node
    while kind(node) == .parenthesized, let inner = firstPart(node) { node = inner }
    return node
  }

  // MARK: - Modifiers and annotations

  func modifiers(_ declaration: Int32) -> Int32? { first(.modifiers, in: declaration) }

  func hasModifier(_ kind: JavaKind, _ declaration: Int32) -> Bool {
    modifiers(declaration).map { has(kind, in: $0) } ?? false
  }

  func annotations(_ declaration: Int32) -> [Int32] {
    guard let modifiers = modifiers(declaration) else { return [] }
    return children(modifiers).filter { kind($0) == .annotation || kind($0) == .markerAnnotation }
  }

  /// The last part of an annotation's name: `Test` in `@org.junit.Test`.
  func annotationName(_ annotation: Int32) -> String {
    guard let name = child(annotation, fields.name) else { return "" }
    return text(kind(name) == .scopedIdentifier ? child(name, fields.name) ?? name : name)
  }

  // MARK: - Types

  static let typeKinds: Set<JavaKind> = [.class, .interface, .enum, .record, .annotationType]

  func isType(_ node: Int32) -> Bool { kind(node).map { JavaSyntax.typeKinds.contains($0) } ?? false }

  /// The members of a type: those of an enum stand behind its constants.
  func members(ofBody body: Int32) -> Int32 {
    kind(body) == .enumBody ? first(.enumDeclarations, in: body) ?? body : body
  }

  // MARK: - Dotted names

  /// Whether a node is a name, `this`, or names joined by dots and nothing else.
  func isDotted(_ node: Int32) -> Bool {
    guard !self[node].hasError else { return false }
    var node = node
    while kind(node) == .fieldAccess {
      guard let object = child(node, fields.object), object == node &+ 1, !has(.super, in: node) else { return false }
      node = object
    }
    return kind(node) == .identifier || kind(node) == .this
  }

  /// Whether a dotted name is written without blanks, so that its text is the name.
  func isSolid(_ range: Range<Int>) -> Bool {
    range.upperBound <= source.bytes.count
      && source.bytes.withUnsafeBufferPointer { bytes in
        for at in range where bytes[at] <= UInt8(ascii: " ") || bytes[at] == UInt8(ascii: "/") { return false }
        return true
      }
  }

  /// The names of a dotted name or type, first to last.
  func names(_ node: Int32) -> [Int32] {
    (node..<next(node)).filter { kind($0) == .identifier || kind($0) == .typeIdentifier || kind($0) == .this }
  }

  /// A dotted name without blanks.
  func dotted(_ node: Int32) -> String {
    isSolid(range(node)) ? text(node) : names(node).map { text($0) }.joined(separator: ".")
  }
}
