import TreeSitter

/// A parsed file with the names of its grammar: what outline and lowering both ask of it.
struct CSharpSyntax: GrammarSyntax {
  let source: Source
  let nodes: ContiguousArray<SyntaxNode>
  let kinds: KindTable<CSharpKind>
  let fields: CSharpFields

  init(_ source: Source, _ csharp: CSharpGrammar) {
    self.source = source
    nodes = source.syntax.nodes
    kinds = csharp.kinds
    fields = csharp.fields
  }

  func text(_ node: Int32) -> String { source.text(nameRange(node)) }

  /// The bytes of a name, without the sign that lets a keyword be one: `@lock` is `lock`.
  func nameRange(_ node: Int32) -> Range<Int> {
    let range = range(node)
    guard range.count > 1, range.upperBound <= source.bytes.count, source.bytes[range.lowerBound] == UInt8(ascii: "@"),
      kind(node) == .identifier
    else { return range }
    return range.lowerBound + 1..<range.upperBound
  }

  /// Whether a node is part of what the program says: no comment, no sign, nothing that does not parse. The words for
  /// the object itself are expressions, though the grammar has them as tokens.
  func isPart(_ node: Int32) -> Bool {
    let found = self[node]
    guard !found.isError, !found.isMissing || found.isNamed else { return false }
    let kind = kinds[found.kind]
    if !found.isNamed { return kind == .this || kind == .base }
    switch kind {
    case .comment, .preprocRegion, .preprocEndRegion, .preprocPragma, .preprocNullable, .preprocError,
      .preprocWarning, .preprocLine, .preprocDefine, .preprocUndef:
      return false
    default: return true
    }
  }

  /// Whether a declaration has a modifier.
  func has(modifier word: StaticString, in node: Int32) -> Bool {
    let end = next(node)
    var child = node &+ 1
    while child < end {
      let found = self[child]
      if kinds[found.kind] == .modifier, isText(child, word) { return true }
      child = found.next
    }
    return false
  }

  /// An expression without what changes nothing at run time: parentheses, casts, `!`, `checked(…)`, `ref`.
  func unwrap(_ node: Int32) -> Int32 {
    var node = node
    while let inner = insideWrapper(node) { node = inner }
    return node
  }

  /// What stands in parentheses, behind a cast or before `as` or `!`; nil for any other node.
  private func insideWrapper(_ node: Int32) -> Int32? {
    switch kind(node) {
    case .parenthesized, .refExpression, .checkedExpression: firstPart(node)
    case .cast: child(node, fields.value)
    case .asExpression: child(node, fields.left)
    case .postfixUnary: isForgiving(node) ? firstPart(node) : nil
    default: nil
    }
  }

  /// `value!`.
  private func isForgiving(_ node: Int32) -> Bool {
    guard let last = source.slice(range(node)).last else { return false }
    return last == UInt8(ascii: "!") && children(node).contains { !self[$0].isNamed && isText($0, "!") }
  }

  /// The type that an expression is said to be on its way: `(Order)value`, `value as Order`; nil where none is named.
  func castType(_ node: Int32) -> Int32? {
    var node = node
    while true {
      switch kind(node) {
      case .cast: return child(node, fields.type)
      case .asExpression: return child(node, fields.right)
      default:
        guard let inner = insideWrapper(node) else { return nil }
        node = inner
      }
    }
  }

  func isFunction(_ node: Int32) -> Bool { kind(node) == .lambda || kind(node) == .anonymousMethod }

  /// The body of a lambda, an anonymous method, a member: a block, or the expression that stands for it.
  func body(of node: Int32) -> Int32? {
    let body =
      child(node, fields.body) ?? (kind(node) == .anonymousMethod ? first(.block, in: node) : nil)
      ?? first(.arrow, in: node)
    guard let body else { return nil }
    return kind(body) == .arrow ? firstPart(body) : body
  }

  /// The expression that an argument gives.
  func value(ofArgument node: Int32) -> Int32? {
    let name = child(node, fields.name)
    for part in children(node) where isPart(part) && part != name { return part }
    return nil
  }

  /// The arguments in a list; in an empty pair of brackets the grammar sees one of no length.
  func given(in list: Int32) -> [Int32] {
    children(list).filter { kind($0) == .argument && !range($0).isEmpty }
  }

  /// The arguments of a call, in order.
  func arguments(of call: Int32) -> [Int32] {
    guard let list = child(call, fields.arguments) ?? first(.arguments, in: call) else { return [] }
    return given(in: list)
  }
}
