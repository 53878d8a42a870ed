import Languages
import Testing
import TreeSitter

/// Parsing, and the flat tree that comes of it.
@Suite struct SyntaxTreeTests {
  private let grammar: Grammar
  private let parser: Parser

  init() throws {
    grammar = try #require(Languages.language(.python)).grammar
    parser = try #require(Parser(grammar))
  }

  private func parse(_ text: String, reusing old: Tree? = nil) throws -> Tree {
    let bytes = Array(text.utf8)
    return try #require(bytes.withUnsafeBufferPointer { parser.parse($0, reusing: old) })
  }

  private func flat(_ text: String, skipping: [Bool] = []) throws -> SyntaxTree {
    SyntaxTree(try parse(text), skipping: skipping)
  }

  private func names(_ tree: SyntaxTree) -> [String] { tree.nodes.map { grammar.name(ofKind: $0.kind) } }

  @Test func nodesStandInReadingOrder() throws {
    let tree = try flat("f(a)\n")
    #expect(names(tree) == ["module", "call", "identifier", "argument_list", "(", "identifier", ")"])
    #expect(tree.nodes.map(\.parent) == [-1, 0, 1, 1, 3, 3, 3])
    #expect(tree.nodes.map(\.next) == [7, 7, 3, 7, 5, 6, 7])
    #expect(tree.nodes.map(\.bytes) == [0..<5, 0..<4, 0..<1, 1..<4, 1..<2, 2..<3, 3..<4])
    #expect(tree.nodes.map(\.isNamed) == [true, true, true, true, false, true, false])
    #expect(!tree.hasErrors)
  }

  @Test func childrenAreFoundByPlaceAndByField() throws {
    let tree = try flat("f(a)\n")
    #expect(Array(tree.children(of: 1)) == [2, 3])
    #expect(Array(tree.children(of: 2)).isEmpty)
    #expect(tree.child(of: 1, field: grammar.fieldNumber("function")) == 2)
    #expect(tree.child(of: 1, field: grammar.fieldNumber("arguments")) == 3)
    #expect(tree.child(of: 1, field: grammar.fieldNumber("body")) == nil)
    #expect(tree.child(of: 1, field: 0) == nil)
    #expect(grammar.fieldNumber("no such field") == 0)
  }

  @Test func kindsMayBeLeftOut() throws {
    let tree = try flat("f(a)\n", skipping: grammar.punctuation)
    #expect(names(tree) == ["module", "call", "identifier", "argument_list", "identifier"])
    #expect(tree.nodes.map(\.next) == [5, 5, 3, 5, 5])
  }

  @Test func whatIsNotThereIsMarked() throws {
    let broken = try flat("f(a\n")
    #expect(broken.hasErrors)
    #expect(broken.nodes.contains { $0.isError || $0.isMissing })
    #expect(broken[0].hasError || broken[0].isError)
    // A token that the parser put in is kept, though its kind is left out.
    let missing = try flat("x = (1, 2\nwhile a(b:\n  c()\n", skipping: grammar.punctuation)
    #expect(missing.hasErrors)
  }

  @Test func theWalkEndsAtTheLimit() throws {
    let tree = SyntaxTree(try parse("f(a)\ng(b)\n"), skipping: [], limit: 4)
    #expect(tree.isCutShort)
    #expect(tree.nodes.count == 4)
    #expect(tree.nodes.allSatisfy { $0.next <= 4 })
    #expect(try !flat("f(a)\n").isCutShort)
  }

  @Test func whatIsOutsideOfTheTreeReadsAsAnError() throws {
    let tree = try flat("f(a)\n")
    for index in [Int32(-1), 7, .max] {
      #expect(tree[index].isError)
      #expect(Array(tree.children(of: index)).isEmpty)
      #expect(tree.child(of: index, field: 1) == nil)
    }
  }

  @Test func anEditedTreeParsesAsTheTextDoesAnew() throws {
    let old = try parse("f(a)\ng(b)\n")
    // `f(a)` becomes `f(a, c)`.
    old.edit(start: 3, oldEnd: 3, newEnd: 6, startPoint: (0, 3), oldEndPoint: (0, 3), newEndPoint: (0, 6))
    let reused = SyntaxTree(try parse("f(a, c)\ng(b)\n", reusing: old), skipping: [])
    let anew = try flat("f(a, c)\ng(b)\n")
    #expect(names(reused) == names(anew))
    #expect(reused.nodes.map(\.bytes) == anew.nodes.map(\.bytes))
  }

  @Test func parsingCanBeGivenUp() throws {
    let bytes = Array(String(repeating: "f(a)\n", count: 20_000).utf8)
    let given = bytes.withUnsafeBufferPointer { parser.parse($0, shouldStop: { $0 > 1_000 }) }
    #expect(given == nil)
    #expect(try flat("f(a)\n").nodes.count == 7)
  }

  @Test func aTreeIsHandedOverOnce() throws {
    let handed = try parse("f(a)\n").handOver()
    let taken = try #require(Tree(handed))
    #expect(SyntaxTree(taken, skipping: []).nodes.count == 7)
    #expect(Tree(handed) == nil)
  }

  @Test func anEmptyTextHasARoot() throws {
    #expect(names(try flat("")) == ["module"])
  }
}
