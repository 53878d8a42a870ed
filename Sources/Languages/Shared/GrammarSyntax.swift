import TreeSitter

/// A parsed file with the names of its grammar: what a language's outline and lowering both ask of it.
protocol GrammarSyntax {
  associatedtype Kind: RawRepresentable & CaseIterable & Hashable & Sendable where Kind.RawValue == String

  var source: Source { get }
  var nodes: ContiguousArray<SyntaxNode> { get }
  var kinds: KindTable<Kind> { get }

  /// Whether a node is part of what the program says: no comment, no token, nothing that does not parse.
  func isPart(_ node: Int32) -> Bool
}

extension GrammarSyntax {
  subscript(_ node: Int32) -> SyntaxNode {
    node >= 0 && Int(node) < nodes.count ? nodes[Int(node)] : SyntaxNode.outside
  }

  func kind(_ node: Int32) -> Kind? { kinds[self[node].kind] }
  /// Bytes in the file.
  func range(_ node: Int32) -> Range<Int> { self[node].bytes }
  /// The first node behind this one and all below it.
  func next(_ node: Int32) -> Int32 { self[node].next }
  func parent(_ node: Int32) -> Int32 { self[node].parent }
  func text(_ node: Int32) -> String { source.text(range(node)) }
  func isText(_ node: Int32, _ text: StaticString) -> Bool { source.isText(range(node), text) }

  /// Whether a node's text starts so.
  func starts(_ node: Int32, with text: StaticString) -> Bool {
    let start = range(node).lowerBound
    return source.isText(start..<start + text.utf8CodeUnitCount, text)
  }

  /// The first child in a field that is there, not only wished for by the parser.
  func child(_ node: Int32, _ field: UInt8) -> Int32? {
    guard field != 0 else { return nil }
    let end = next(node)
    var child = node &+ 1
    while child < end {
      let found = self[child]
      if found.field == field, !found.isError { return child }
      child = found.next
    }
    return nil
  }

  func children(_ node: Int32) -> SyntaxTree.Children { source.syntax.children(of: node) }

  /// The children that are part of what the program says.
  func parts(_ node: Int32) -> [Int32] { children(node).filter(isPart) }

  func firstPart(_ node: Int32) -> Int32? {
    let end = next(node)
    var child = node &+ 1
    while child < end {
      if isPart(child) { return child }
      child = next(child)
    }
    return nil
  }

  func lastPart(_ node: Int32) -> Int32? {
    let end = next(node)
    var child = node &+ 1
    var last: Int32?
    while child < end {
      if isPart(child) { last = child }
      child = next(child)
    }
    return last
  }

  /// The first child of a kind.
  func first(_ kind: Kind, in node: Int32) -> Int32? {
    let end = next(node)
    var child = node &+ 1
    while child < end {
      if self.kind(child) == kind { return child }
      child = next(child)
    }
    return nil
  }

  func has(_ kind: Kind, in node: Int32) -> Bool { first(kind, in: node) != nil }
}
