import TreeSitter

/// A parsed file with the names of its grammar: what outline and lowering both ask of it.
struct RustSyntax: GrammarSyntax {
  let source: Source
  let nodes: ContiguousArray<SyntaxNode>
  let kinds: KindTable<RustKind>
  let fields: RustFields

  init(_ source: Source, _ rust: RustGrammar) {
    self.source = source
    nodes = source.syntax.nodes
    kinds = rust.kinds
    fields = rust.fields
  }

  func isComment(_ node: Int32) -> Bool {
    let kind = kind(node)
    return kind == .lineComment || kind == .blockComment
  }

  /// Whether a node is part of what the program does: no comment, no token, no attribute, nothing that does not parse.
  func isPart(_ node: Int32) -> Bool {
    let found = self[node]
    guard found.isNamed, !found.isError else { return false }
    switch kinds[found.kind] {
    case .lineComment, .blockComment, .attributeItem, .innerAttribute, .label: return false
    default: return true
    }
  }

  /// The item that attributes stand before; the node itself where it is no attribute.
  func item(_ node: Int32) -> Int32 {
    var node = node
    while kind(node) == .attributeItem || isComment(node) {
      let next = next(node)
      guard self[next].parent == self[node].parent else { return node }
      node = next
    }
    return node
  }

  /// An expression without what only says how its value is held: parentheses, `&`, `*`, `as`.
  func unwrap(_ node: Int32) -> Int32 {
    var node = node
    while true {
      let inner: Int32? =
        switch kind(node) {
        case .parenthesized: firstPart(node)
        case .reference, .cast: child(node, fields.value)
        case .unary: kind(node &+ 1) == .star ? firstPart(node) : nil
        default: nil
        }
      guard let inner else { return node }
      node = inner
    }
  }

  func isAsync(_ node: Int32) -> Bool {
    guard let modifiers = first(.modifiers, in: node) else { return has(.async, in: node) }
    return has(.async, in: modifiers)
  }

  // MARK: - Dotted names

  /// Whether a node is a name, or names joined by dots and colons and nothing else.
  func isDotted(_ node: Int32) -> Bool {
    guard !self[node].hasError else { return false }
    var node = node
    while kind(node) == .member {
      guard let value = child(node, fields.value) else { return false }
      // `(*self).count` is written as a member of something else, and is none.
      node = unwrap(value)
    }
    return isPath(node)
  }

  /// Whether a node is a name, or names joined by colons.
  func isPath(_ node: Int32) -> Bool {
    var node = node
    while true {
      switch kind(node) {
      case .identifier, .selfName, .superName, .crateName, .typeIdentifier, .fieldIdentifier, .metavariable,
        .shorthandIdentifier, .primitiveType:
        return true
      case .scoped, .scopedType:
        guard let path = child(node, fields.path) else { return true }
        node = path
      case .genericFunction:
        guard let function = child(node, fields.function) else { return false }
        node = function
      case .genericType, .genericTypeTurbofish:
        guard let type = child(node, fields.type) else { return false }
        node = type
      default: return false
      }
    }
  }

  /// Whether a dotted name's text is the name: one word, or words joined by dots without blanks.
  func isSolid(_ node: Int32) -> Bool {
    if self[node].next == node &+ 1 { return true }
    let range = range(node)
    guard range.upperBound <= source.bytes.count else { return false }
    return source.bytes.withUnsafeBufferPointer { bytes in
      for at in range {
        switch bytes[at] {
        case 0...UInt8(ascii: " "), UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: "/"), UInt8(ascii: "*"):
          return false
        default: continue
        }
      }
      return true
    }
  }

  /// Appends a dotted name with a dot between its parts, without type arguments.
  func append(dotted node: Int32, to bytes: inout [UInt8], depth: Int = 0) {
    guard depth < 64 else { return }
    func add(_ node: Int32) {
      if !bytes.isEmpty { bytes.append(UInt8(ascii: ".")) }
      bytes.append(contentsOf: source.slice(range(node)))
    }
    switch kind(node) {
    case .member:
      if let value = child(node, fields.value) { append(dotted: unwrap(value), to: &bytes, depth: depth + 1) }
      if let name = child(node, fields.field) { add(name) }
    case .scoped, .scopedType:
      if let path = child(node, fields.path) { append(dotted: path, to: &bytes, depth: depth + 1) }
      if let name = child(node, fields.name) { add(name) }
    case .genericFunction:
      if let function = child(node, fields.function) { append(dotted: function, to: &bytes, depth: depth + 1) }
    case .genericType, .genericTypeTurbofish:
      if let type = child(node, fields.type) { append(dotted: type, to: &bytes, depth: depth + 1) }
    default: add(node)
    }
  }

  func dotted(_ node: Int32) -> String {
    var bytes: [UInt8] = []
    append(dotted: node, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The last word of a dotted name.
  func lastName(_ node: Int32, depth: Int = 0) -> Int32 {
    guard depth < 64 else { return node }
    switch kind(node) {
    case .member: return child(node, fields.field) ?? node
    case .scoped, .scopedType: return child(node, fields.name) ?? node
    case .genericFunction: return child(node, fields.function).map { lastName($0, depth: depth + 1) } ?? node
    case .genericType, .genericTypeTurbofish:
      return child(node, fields.type).map { lastName($0, depth: depth + 1) } ?? node
    default: return node
    }
  }

  /// Whether a name begins as those of types and variants do.
  func isUpper(_ node: Int32) -> Bool {
    let bytes = source.slice(range(node))
    guard let first = bytes.first(where: { $0 != UInt8(ascii: "_") }) else { return false }
    return first >= UInt8(ascii: "A") && first <= UInt8(ascii: "Z")
  }
}
