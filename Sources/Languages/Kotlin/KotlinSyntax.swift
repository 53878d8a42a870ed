import Behaviour
import TreeSitter

/// A parsed file with the names of its grammar: what outline and lowering both ask of it.
struct KotlinSyntax: GrammarSyntax {
  let source: Source
  let nodes: ContiguousArray<SyntaxNode>
  let grammar: KotlinGrammar
  let kinds: KindTable<KotlinKind>

  init(_ source: Source, _ kotlin: KotlinGrammar) {
    self.source = source
    nodes = source.syntax.nodes
    grammar = kotlin
    kinds = kotlin.kinds
  }

  /// Whether a node is part of what the program says: no comment, no token, nothing that does not parse.
  func isPart(_ node: Int32) -> Bool {
    let found = self[node]
    guard found.isNamed, !found.isError else { return false }
    switch kinds[found.kind] {
    case .lineComment, .blockComment: return false
    default: return true
    }
  }

  func isComment(_ node: Int32) -> Bool {
    let kind = kind(node)
    return kind == .lineComment || kind == .blockComment
  }

  /// An expression without what stands around it and says nothing: parentheses, a label, an annotation.
  func unwrap(_ node: Int32) -> Int32 {
    var node = node
    while true {
      if kind(node) == .parenthesized, let inner = firstPart(node) {
        node = inner
      } else if kind(node) == .prefix, let mark = firstPart(node), kind(mark) == .label || kind(mark) == .annotation,
        let inner = lastPart(node), inner != mark
      {
        node = inner
      } else {
        return node
      }
    }
  }

  // MARK: - Modifiers

  /// Whether a definition carries a modifier, `suspend` or `override`.
  func has(modifier word: StaticString, on node: Int32) -> Bool {
    guard let modifiers = first(.modifiers, in: node) else { return false }
    return children(modifiers).contains { isText($0, word) }
  }

  /// Whether a member stands right in an interface.
  func isOfInterface(_ node: Int32) -> Bool {
    let body = self[node].parent
    guard body > 0, kind(body) == .classBody else { return false }
    let type = self[body].parent
    return kind(type) == .class && has(.interface, in: type)
  }

  func annotations(of node: Int32) -> [Int32] {
    guard let modifiers = first(.modifiers, in: node) else { return [] }
    return children(modifiers).filter { kind($0) == .annotation }
  }

  /// The last name of an annotation's type: `Test` of `@org.junit.Test`.
  func annotationName(_ annotation: Int32) -> Int32? {
    guard let value = annotationValue(annotation) else { return nil }
    let type = kind(value) == .constructorInvocation ? first(.userType, in: value) : value
    return type.flatMap { children($0).filter { kind($0) == .typeName }.last }
  }

  /// The last names of all annotations of a declaration.
  func owner(_ name: String, of type: Int32) -> Owner {
    var owner = Owner(name: name, marks: marks(of: type))
    owner.notes = annotations(of: type).compactMap { Owner.note(text($0)) }
    return owner
  }

  func marks(of node: Int32) -> [String] {
    annotations(of: node).compactMap { annotationName($0).map { bareText($0) } }
  }

  /// What is made by an annotation: a type, or its constructor with arguments.
  func annotationValue(_ annotation: Int32) -> Int32? {
    children(annotation).first { kind($0) == .userType || kind($0) == .constructorInvocation }
  }

  // MARK: - Dotted names

  /// Whether a node is a name, or names joined by dots and nothing else, the first of them perhaps `this`.
  func isDotted(_ node: Int32) -> Bool {
    guard !self[node].hasError else { return false }
    var node = node
    while kind(node) == .navigation {
      guard let base = firstPart(node), let suffix = suffix(of: node), member(of: suffix) != nil else { return false }
      node = base
    }
    return kind(node) == .identifier || kind(node) == .this
  }

  /// The last suffix of a member.
  func suffix(of navigation: Int32) -> Int32? {
    guard let found = lastPart(navigation), kind(found) == .navigationSuffix else { return nil }
    return found
  }

  /// The name behind the dot; nil for a reference (`::name`) and for what is no name.
  func member(of suffix: Int32) -> Int32? {
    guard !has(.colons, in: suffix), let name = firstPart(suffix), kind(name) == .identifier else { return nil }
    return name
  }

  /// The first name of a dotted one.
  func root(_ node: Int32) -> Int32 {
    var node = node
    while kind(node) == .navigation, let base = firstPart(node) { node = base }
    return node
  }

  /// Whether a dotted name is written so that its text is the name.
  func isSolid(_ node: Int32) -> Bool {
    let range = range(node)
    return range.upperBound <= source.bytes.count
      && source.bytes.withUnsafeBufferPointer { bytes in
        for at in range {
          switch bytes[at] {
          case ...UInt8(ascii: " "), UInt8(ascii: "?"), UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: "/"):
            return false
          default: continue
          }
        }
        return true
      }
  }

  /// The names of a dotted name, first to last.
  func names(_ node: Int32) -> [Int32] {
    (node..<next(node)).filter { kind($0) == .identifier || kind($0) == .this || kind($0) == .typeName }
  }

  /// A dotted name without blanks, question marks and backticks.
  func dotted(_ node: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    for name in names(node) {
      if kind(self[name].parent) == .this { continue }
      if !bytes.isEmpty { bytes.append(UInt8(ascii: ".")) }
      if kind(name) == .this {
        bytes.append(contentsOf: "this".utf8)
      } else {
        bytes.append(contentsOf: source.slice(bare(name)))
      }
      if bytes.count > LoweringCore.textLimit { break }
    }
    return Array(bytes.prefix(LoweringCore.textLimit))
  }

  func dottedText(_ node: Int32) -> String { String(decoding: dotted(node), as: UTF8.self) }

  /// A name's bytes without the backticks that let it be any text.
  func bare(_ name: Int32) -> Range<Int> {
    let range = range(name)
    let slice = source.slice(range)
    guard slice.count > 2, slice.first == UInt8(ascii: "`"), slice.last == UInt8(ascii: "`") else { return range }
    return range.lowerBound + 1..<range.upperBound - 1
  }

  func bareText(_ name: Int32) -> String { source.text(bare(name)) }

  /// Whether a name is written as types are.
  func namesType(_ name: Int32) -> Bool {
    guard let first = source.slice(range(name)).first(where: { $0 != UInt8(ascii: "_") }) else { return false }
    return first >= UInt8(ascii: "A") && first <= UInt8(ascii: "Z")
  }

  // MARK: - Calls

  /// A call, taken apart.
  struct Call {
    let callee: Int32
    let typeArguments: Int32?
    let arguments: Int32?
    /// The function behind the parentheses.
    let lambda: Int32?
  }

  func call(_ node: Int32) -> Call? {
    guard kind(node) == .call, let callee = firstPart(node), let suffix = lastPart(node), kind(suffix) == .callSuffix
    else { return nil }
    return Call(
      callee: unwrap(callee),
      typeArguments: first(.typeArguments, in: suffix),
      arguments: first(.arguments, in: suffix),
      lambda: first(.annotatedLambda, in: suffix).flatMap { first(.lambda, in: $0) }
    )
  }

  /// The arguments in parentheses.
  func given(_ call: Call) -> [Int32] {
    call.arguments.map { children($0).filter { kind($0) == .argument } } ?? []
  }

  /// The value of an argument, without its label.
  func value(ofArgument node: Int32) -> Int32? { lastPart(node) }

  /// The label of an argument.
  func label(ofArgument node: Int32) -> Int32? {
    guard has(.set, in: node), let first = firstPart(node), kind(first) == .identifier else { return nil }
    return first
  }

  /// The name that a call ends with: `get` of `client.http.get(…)`.
  func calledName(_ callee: Int32) -> Int32? {
    switch kind(callee) {
    case .identifier: callee
    case .navigation: suffix(of: callee).flatMap(member)
    default: nil
    }
  }
}
