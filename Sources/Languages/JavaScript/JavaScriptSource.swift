import TreeSitter

/// A parsed file, with the names of its grammar.
struct JavaScriptSource {
  let source: Source
  let syntax: SyntaxTree
  let kinds: KindTable<JavaScriptKind>
  let tokens: KindTable<JavaScriptToken>
  let fields: JavaScriptFields
  /// Operators that the parser put inside of what they stand before, and their operand there: see `MisplacedOperator`.
  var displaced: [Int32: Int32] = [:]

  init(_ source: Source, _ tables: JavaScriptTables) {
    self.source = source
    syntax = source.syntax
    kinds = tables.kinds
    tokens = tables.tokens
    fields = tables.fields
  }

  func kind(_ node: Int32) -> JavaScriptKind? { kinds[syntax[node]] }
  func token(_ node: Int32) -> JavaScriptToken? { tokens[syntax[node]] }
  func range(_ node: Int32) -> Range<Int> { syntax[node].bytes }
  func text(_ node: Int32) -> String { source.text(syntax[node].bytes) }
  func slice(_ node: Int32) -> ArraySlice<UInt8> { source.slice(syntax[node].bytes) }
  func parent(_ node: Int32) -> Int32 { syntax[node].parent }

  /// The first child in a field; nil where none stands there.
  func child(_ node: Int32, _ field: UInt8) -> Int32? {
    guard field != 0 else { return nil }
    var child = node &+ 1
    let end = syntax[node].next
    while child < end {
      let found = syntax[child]
      if found.field == field { return child }
      child = found.next
    }
    return nil
  }

  /// The node before a node, below the same parent; nil for the first.
  func previousSibling(_ node: Int32) -> Int32? {
    let parent = syntax[node].parent
    var at = node &- 1
    guard parent >= 0, at > parent else { return nil }
    while syntax[at].parent != parent {
      at = syntax[at].parent
      guard at > parent else { return nil }
    }
    return at
  }

  func children(_ node: Int32) -> SyntaxTree.Children { syntax.children(of: node) }

  /// The first child that is neither a token nor a comment.
  func firstNamed(_ node: Int32) -> Int32? {
    var child = node &+ 1
    let end = syntax[node].next
    while child < end {
      let found = syntax[child]
      if found.isNamed, kinds[found] != .comment { return child }
      child = found.next
    }
    return nil
  }

  func lastNamed(_ node: Int32) -> Int32? {
    var last: Int32?
    for child in children(node) where syntax[child].isNamed && kind(child) != .comment { last = child }
    return last
  }

  func has(_ token: JavaScriptToken, in node: Int32) -> Bool {
    var child = node &+ 1
    let end = syntax[node].next
    while child < end {
      let found = syntax[child]
      if !found.isNamed, tokens[found] == token { return true }
      child = found.next
    }
    return false
  }

  /// Whether text that does not parse stands here.
  ///
  /// The grammars take the type arguments of a tagged template (`` css<Props>`…` ``) for a value with a `!` that is
  /// missing: nothing is. And they stumble over a `&` in markup that starts no character's name.
  func isDamage(_ node: SyntaxNode) -> Bool {
    guard node.isError else { return node.isMissing && kind(node.parent) != .nonNull }
    switch kind(node.parent) {
    case .jsxElement, .jsxOpening, .jsxSelfClosing, .jsxAttribute, .string:
      return source.slice(node.bytes).first != UInt8(ascii: "&")
    default: return true
    }
  }

  /// Whether a node's text is exactly this.
  func isText(_ node: Int32, _ text: StaticString) -> Bool {
    let range = syntax[node].bytes
    let count = text.utf8CodeUnitCount
    guard range.count == count, range.upperBound <= source.bytes.count else { return false }
    return source.bytes.withUnsafeBufferPointer { bytes in
      for offset in 0..<count where bytes[range.lowerBound + offset] != text.utf8Start[offset] { return false }
      return true
    }
  }

  /// An expression without what changes nothing at run time: parentheses, `as`, `satisfies`, `!`, type arguments.
  func unwrap(_ node: Int32) -> Int32 {
    var node = node
    while true {
      if !displaced.isEmpty, let operand = displaced[node] {
        node = operand
        continue
      }
      guard let inner = insideWrapper(node) else { return node }
      node = inner
    }
  }

  /// What stands in parentheses, or before `as`, `satisfies` or `!`; nil for any other node.
  func insideWrapper(_ node: Int32) -> Int32? {
    switch kind(node) {
    case .parenthesized, .as, .satisfies, .nonNull, .instantiation: firstNamed(node)
    case .typeAssertion: lastNamed(node)
    default: nil
    }
  }

  /// The type that an expression is said to be on its way through `as`, `satisfies` or `<T>`; nil where none is named.
  func castType(_ node: Int32) -> Int32? {
    var node = node
    while let kind = kind(node) {
      switch kind {
      case .as: return lastNamed(node).flatMap { $0 == firstNamed(node) ? nil : $0 }
      case .typeAssertion: return firstNamed(node).flatMap { firstNamed($0) }
      case .parenthesized, .satisfies, .nonNull, .instantiation:
        guard let inner = firstNamed(node) else { return nil }
        node = inner
      default: return nil
      }
    }
    return nil
  }

  func isFunction(_ node: Int32) -> Bool {
    switch kind(node) {
    case .functionExpression, .arrowFunction, .generatorFunction: true
    default: false
    }
  }

  /// Whether a function's body is a block, not an expression.
  func hasBlock(_ function: Int32) -> Bool {
    child(function, fields.body).map { kind($0) == .statementBlock } ?? false
  }

  /// A string without its quotes; the text of anything else.
  func inner(_ string: Int32) -> Range<Int> {
    let range = range(string)
    switch kind(string) {
    case .string, .template:
      guard range.count >= 2 else { return range.lowerBound..<range.lowerBound }
      return range.lowerBound + 1..<range.upperBound - 1
    default: return range
    }
  }

  /// The name of a method, field or key as one writes it after a dot, and where it stands; computed ones in brackets.
  func name(ofMember node: Int32) -> (text: String, range: Range<Int>)? {
    guard let name = child(node, fields.name) ?? child(node, fields.property) ?? child(node, fields.key) else {
      return nil
    }
    return (source.text(inner(name)), range(name))
  }
}
