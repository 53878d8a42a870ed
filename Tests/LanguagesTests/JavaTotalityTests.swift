import Behaviour
import Languages
import Testing
import TreeSitter

/// No text may trap, hang or give a tree without a shape.
@Suite struct JavaTotalityTests {
  private func text(_ path: String) throws -> String { try #require(JavaSamples.all.first { $0.path == path }).text }

  @Test(arguments: JavaSamples.all.map(\.path))
  func samplesReadWhole(_ path: String) throws {
    let reading = try Reading(try text(path), path: path)
    #expect(flaws(in: reading) == [])
    #expect(reading.outline.broken == [])
    for unit in reading.units {
      #expect(!unit.tree.nodes.contains { $0.kind == .unknown }, "\(unit.name)\n\(BehaviourPrinter().print(unit.tree))")
    }
  }

  private func tokens(of reading: Reading) -> [Range<Int>] {
    let nodes = reading.source.syntax.nodes
    return nodes.enumerated().filter { Int($1.next) == $0 + 1 && !$1.bytes.isEmpty }.map(\.element.bytes)
  }

  @Test(arguments: JavaSamples.all.map(\.path))
  func everyCutReads(_ path: String) throws {
    let whole = try Reading(try text(path), path: path)
    for token in tokens(of: whole) {
      let found = flaws(in: try Reading(bytes: Array(whole.source.bytes[..<token.upperBound]), path: path))
      #expect(found.isEmpty, "cut at \(token.upperBound): \(found)")
    }
  }

  @Test(arguments: JavaSamples.all.map(\.path))
  func everyMissingTokenReads(_ path: String) throws {
    let whole = try Reading(try text(path), path: path)
    for token in tokens(of: whole) {
      var bytes = whole.source.bytes
      bytes.removeSubrange(token)
      let found = flaws(in: try Reading(bytes: bytes, path: path))
      #expect(found.isEmpty, "without \(token): \(found)")
    }
  }

  /// What is parsed alone while it is typed is what stands in the file.
  @Test(arguments: JavaSamples.all.map(\.path))
  func unitsReadAloneAsInPlace(_ path: String) throws {
    let reading = try Reading(try text(path), path: path)
    for span in reading.outline.units where span.kind != .module {
      let (alone, start) = try piece(span, of: reading)
      let found = alone.outline.units.first { $0.range.lowerBound == start }
      let other = try #require(found, "\(span.qualifiedName) is not found alone")
      #expect(syntax(of: span, in: reading) == syntax(of: other, in: alone))
      #expect(other.kind == span.kind)
      #expect(other.qualifiedName == span.qualifiedName)
      // With the names of the whole file around it, it does the same.
      var outline = alone.outline
      outline.environment = reading.outline.environment
      outline.traits = reading.outline.traits
      if let container = other.container, let whole = span.container {
        outline.containers[container].owner = reading.outline.containers[whole].owner
      }
      var unit = reading.language.lower(other, of: alone.source, in: outline)
      unit.documentation = try reading.unit(span.qualifiedName).documentation
      let expected = reading.language.lower(span, of: reading.source, in: reading.outline)
      #expect(BehaviourPrinter().print(unit) == BehaviourPrinter().print(expected), "\(span.qualifiedName)")
    }
  }

  @Test(arguments: [
    ("(", ")"), ("f(", ")"), ("!", ""), ("a ? b : ", ""), ("x -> ", ""), ("new A(", ")"), ("x = ", ""), ("a[", "]"),
    ("(String) ", ""), ("a + (", ")"), ("() -> { return ", "; }"), ("new int[] {", "}"), ("switch (", ") { }"),
    ("new A() { int a = ", "; }"), ("List.of(", ")"), ("a.exceptionally(x -> ", ")"), ("-", ""),
    ("assertThat(", ").is(1)"),
    ("a instanceof ", ""),
  ])
  func deepExpressionsRead(_ open: String, _ close: String) throws {
    let depth = 100_000 / max(1, open.utf8.count)
    let deep = String(repeating: open, count: depth) + "a" + String(repeating: close, count: depth)
    for path in ["A.java", "src/test/java/ATest.java"] {
      #expect(flaws(in: try Reading("class A {\n void f() {\n  x = \(deep);\n }\n}\n", path: path)) == [])
    }
  }

  @Test(arguments: [
    ("{", "}"), ("if (a) {", "}"), ("if (a) b(); else ", ""), ("while (a) ", ""), ("try {", "} finally { }"),
    ("try (A a = b()) {", "}"), ("for (;;) ", ""), ("synchronized (a) {", "}"), ("switch (a) { case 1: ", "}"),
    ("class A { void m() {", "}}"), ("l: ", ""), ("do ", " while (a);"), ("new A() { void m() { ", " } };"),
  ])
  func deepStatementsRead(_ open: String, _ close: String) throws {
    let depth = 50_000 / max(1, open.utf8.count)
    let deep = String(repeating: open, count: depth) + "a();" + String(repeating: close, count: depth)
    #expect(flaws(in: try Reading("class A {\n void f() {\n\(deep)\n }\n}\n", path: "A.java")) == [])
  }

  @Test func deepTypesRead() throws {
    let deep =
      String(repeating: "class A { ", count: 5_000) + "void f() { a(); }" + String(repeating: "}", count: 5_000)
    #expect(flaws(in: try Reading(deep, path: "A.java")) == [])
    let generic = String(repeating: "List<", count: 10_000) + "A" + String(repeating: ">", count: 10_000)
    #expect(flaws(in: try Reading("class A { \(generic) a; void f(\(generic) b) { } }", path: "A.java")) == [])
  }

  @Test(arguments: ["a + ", "a && ", "a.b().", "a.", "a[0].", "a == ", "a().b(x -> 1)."])
  func longChainsRead(_ link: String) throws {
    let long = String(repeating: link, count: 100_000 / link.utf8.count) + "z"
    for path in ["A.java", "src/test/java/ATest.java"] {
      let reading = try Reading("class A {\n int f() {\n  return \(long);\n }\n}\n", path: path)
      #expect(flaws(in: reading) == [])
      #expect(reading.outline.units.count == 1)
    }
  }

  @Test func aLongLineReads() throws {
    let element = "f(\"\(String(repeating: "a", count: 90))\"), "
    let list = String(repeating: element, count: 10_000)
    let reading = try Reading("class A { static Object x = List.of(\(list)z()); }", path: "A.java")
    #expect(flaws(in: reading) == [])
    #expect(reading.units.first?.tree.count ?? 0 > 30_000)
    let chain = String(repeating: "else if (a) { b(); } ", count: 20_000)
    #expect(flaws(in: try Reading("class A { void f() { if (a) { } \(chain) } }", path: "A.java")) == [])
  }
}
