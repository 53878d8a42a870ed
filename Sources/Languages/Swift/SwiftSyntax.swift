import TreeSitter

/// A parsed file with the names of its grammar: what outline and lowering both ask of it.
struct SwiftSyntax: GrammarSyntax {
  let source: Source
  let nodes: ContiguousArray<SyntaxNode>
  let kinds: KindTable<SwiftKind>
  let fields: SwiftFields

  init(_ source: Source, _ swift: SwiftGrammar) {
    self.source = source
    nodes = source.syntax.nodes
    kinds = swift.kinds
    fields = swift.fields
  }

  func firstByte(_ node: Int32) -> UInt8 {
    let start = range(node).lowerBound
    return start < source.bytes.count ? source.bytes[start] : 0
  }

  /// Whether a node is part of what the program says: no comment, no token, nothing that does not parse.
  func isPart(_ node: Int32) -> Bool {
    let found = self[node]
    guard found.isNamed, !found.isError else { return false }
    switch kinds[found.kind] {
    case .comment, .multilineComment, .directive, .diagnostic: return false
    default: return true
    }
  }

  func isComment(_ node: Int32) -> Bool {
    let kind = kind(node)
    return kind == .comment || kind == .multilineComment
  }

  /// Whether there are no two parts below a node, so that it stands for its first one.
  func onlyPart(_ node: Int32) -> Int32? {
    var found: Int32?
    for child in children(node) where isPart(child) {
      if found != nil { return nil }
      found = child
    }
    return found
  }

  /// An expression without the parentheses around it.
  func unwrap(_ node: Int32) -> Int32 {
    var node = node
    while kind(node) == .tuple, let inner = onlyPart(node), kind(inner) != .bang { node = inner }
    return node
  }

  /// The block of statements below a node; nil where it is empty.
  func body(_ node: Int32) -> Int32? { first(.statements, in: node) }

  // MARK: - What does not parse

  /// Whether an error or a token that is not there is damage, and not a quirk of the grammar: it takes `()` for
  /// parentheses around something that is missing, and a `;` between members for an error.
  func isDamage(_ node: Int32) -> Bool {
    let found = self[node]
    if found.isMissing {
      guard kind(found.parent) == .bang, kind(self[found.parent].parent) == .tuple else { return true }
      return false
    }
    return found.isError && !isText(node, ";")
  }

  // MARK: - Dotted names

  /// Whether a node is a name, or names joined by dots and nothing else but `?` and `!`.
  func isDotted(_ node: Int32) -> Bool {
    guard !self[node].hasError else { return false }
    var node = node
    while true {
      switch kind(node) {
      case .identifier, .selfWord, .superWord: return true
      case .navigation:
        guard let suffix = child(node, fields.suffix), kind(suffix &+ 1) == .identifier else { return false }
        node = node &+ 1
      case .postfix:
        guard let operation = child(node, fields.operation), kind(operation) == .bang else { return false }
        node = node &+ 1
      default: return false
      }
    }
  }

  /// Whether a dotted name is written without blanks and marks, so that its text is the name.
  func isSolid(_ node: Int32) -> Bool {
    let range = range(node)
    return range.upperBound <= source.bytes.count
      && source.bytes.withUnsafeBufferPointer { bytes in
        for at in range {
          switch bytes[at] {
          case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "`"), 0...UInt8(ascii: " "): return false
          default: continue
          }
        }
        return true
      }
  }

  /// The names of a dotted name, first to last.
  func names(_ node: Int32) -> [Int32] {
    (node..<max(node, next(node))).filter {
      switch kind($0) {
      case .identifier, .selfWord, .superWord: true
      default: false
      }
    }
  }

  /// Whether something is asked for on the way along a dotted name: `a?.b`.
  func isOptional(_ node: Int32) -> Bool {
    var at = node
    let end = next(node)
    while at < end {
      if kind(at) == .question { return true }
      at &+= 1
    }
    return false
  }

  /// A name's bytes without the backticks that may be around it.
  func bare(_ node: Int32) -> Range<Int> {
    let range = range(node)
    guard range.count > 2, firstByte(node) == UInt8(ascii: "`") else { return range }
    return range.lowerBound + 1..<range.upperBound - 1
  }

  func name(_ node: Int32) -> String { source.text(bare(node)) }

  /// The names of a type as written, without what it is generic over: `Foo.Bar`.
  func typeName(_ node: Int32) -> String {
    guard kind(node) == .userType else { return name(node) }
    var text = ""
    for child in children(node) where kind(child) == .typeIdentifier {
      text += text.isEmpty ? name(child) : "." + name(child)
    }
    return text
  }
}
