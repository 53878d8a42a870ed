import Behaviour
import Languages
import Testing
import TreeSitter

/// No text may trap, hang or give a tree without a shape.
@Suite struct JavaTotalityTests {
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
