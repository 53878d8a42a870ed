import TreeSitter

/// A parsed file with the names of its grammar: what outline and lowering both ask of it.
struct RubySyntax: GrammarSyntax {
  let source: Source
  let nodes: ContiguousArray<SyntaxNode>
  let kinds: KindTable<RubyKind>
  let tokens: KindTable<RubyToken>
  let fields: RubyFields

  init(_ source: Source, _ ruby: RubyGrammar) {
    self.source = source
    nodes = source.syntax.nodes
    kinds = ruby.kinds
    tokens = ruby.tokens
    fields = ruby.fields
  }

  func token(_ node: Int32) -> RubyToken? { tokens[self[node].kind] }

  /// Whether a node is part of what the program says: no comment, no token, no text of a here-document (which stands
  /// where its line ends), nothing that does not parse.
  func isPart(_ node: Int32) -> Bool {
    let found = self[node]
    guard found.isNamed, !found.isError else { return false }
    switch kinds[found.kind] {
    case .comment, .heredocBody, .empty, .uninterpreted: return false
    default: return true
    }
  }

  /// The only part of a node; nil where there are several, or none.
  func onlyPart(_ node: Int32) -> Int32? {
    var found: Int32?
    let end = next(node)
    var child = node &+ 1
    while child < end {
      if self[child].isError { return nil }
      if isPart(child) {
        if found != nil { return nil }
        found = child
      }
      child = next(child)
    }
    return found
  }

  /// An expression without the parentheses around it.
  func unwrap(_ node: Int32) -> Int32 {
    var node = node
    while kind(node) == .parenthesized, let inner = onlyPart(node) { node = inner }
    return node
  }

  // MARK: - Calls

  /// The block given to a call.
  func block(of call: Int32) -> Int32? { kind(call) == .call ? child(call, fields.block) : nil }

  /// Whether a call has anything but a callee: arguments, a block.
  func hasArguments(_ call: Int32) -> Bool {
    let end = next(call)
    var child = call &+ 1
    while child < end {
      let found = self[child]
      if found.field == fields.arguments || found.field == fields.block { return true }
      child = found.next
    }
    return false
  }

  /// The arguments of a call, its block left out.
  func givenArguments(_ call: Int32) -> [Int32] {
    guard let list = child(call, fields.arguments) else { return [] }
    return parts(list)
  }

  /// The statements' node of a block or lambda; nil for an empty one.
  func body(ofBlock block: Int32) -> Int32? { child(block, fields.body) }

  /// The name of the method that a call calls; nil for `f.()`, an operator, `super`.
  func methodName(_ call: Int32) -> Int32? {
    guard let method = child(call, fields.method) else { return nil }
    return kind(method) == .identifier || kind(method) == .constant ? method : nil
  }

  /// Whether a method without a receiver is called so.
  func isBare(_ call: Int32) -> Bool { child(call, fields.receiver) == nil }

  /// The first argument's text, where it is a constant string or symbol.
  func constantText(_ node: Int32) -> String? {
    switch kind(node) {
    case .string, .delimitedSymbol: has(.interpolation, in: node) ? nil : source.text(inner(node))
    case .simpleSymbol: source.text(range(node).dropFirst(1))
    case .hashKeySymbol: text(node)
    default: nil
    }
  }

  // MARK: - Texts

  /// The bytes of a string, symbol, regular expression or command without what opens and closes it.
  func inner(_ node: Int32) -> Range<Int> {
    switch kind(node) {
    case .heredocBody:
      let end = first(.heredocEnd, in: node).map { range($0).lowerBound } ?? range(node).upperBound
      return RubyText.trimmed(range(node).lowerBound..<max(range(node).lowerBound, end), in: source.bytes)
    case .bareString, .bareSymbol: return range(node)
    default: return RubyText.inner(range(node), in: source.bytes)
    }
  }
}

enum RubyText {
  /// The bytes of a literal between its delimiters: `"a"`, `:"a"`, `%q(a)`, `/a/i`.
  static func inner(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    guard range.lowerBound >= 0, range.upperBound <= bytes.count, !range.isEmpty else { return 0..<0 }
    var start = range.lowerBound
    if bytes[start] == UInt8(ascii: ":") { start += 1 }
    if start < range.upperBound, bytes[start] == UInt8(ascii: "%") {
      start += 1
      while start < range.upperBound, isLetter(bytes[start]) { start += 1 }
    }
    guard start < range.upperBound else { return range.upperBound..<range.upperBound }
    let close = closing(bytes[start])
    start += 1
    var end = range.upperBound
    // Options of a regular expression stand behind it.
    while close == UInt8(ascii: "/"), end > start, isLetter(bytes[end - 1]) { end -= 1 }
    if end > start, bytes[end - 1] == close { end -= 1 } else { end = range.upperBound }
    return start..<max(start, end)
  }

  private static func closing(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "("): UInt8(ascii: ")")
    case UInt8(ascii: "["): UInt8(ascii: "]")
    case UInt8(ascii: "{"): UInt8(ascii: "}")
    case UInt8(ascii: "<"): UInt8(ascii: ">")
    default: byte
    }
  }

  static func trimmed(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return 0..<0 }
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, bytes[start] <= UInt8(ascii: " ") { start += 1 }
    while end > start, bytes[end - 1] <= UInt8(ascii: " ") { end -= 1 }
    return start..<end
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
  }
}
