import Behaviour
import Languages
import Testing
import TreeSitter

/// No text may trap, hang or give a tree without a shape.
@Suite struct KotlinTotalityTests {
  @Test(arguments: [
    ("(", ")"), ("f(", ")"), ("!", ""), ("-", ""), ("{ ", " }"), ("f { ", " }"), ("a[", "]"), ("a + (", ")"),
    ("if (a) b else ", ""), ("if (a) { ", " }"), ("listOf(", ")"), ("a ?: ", ""), ("a.use { ", " }"),
    ("runCatching { ", " }.getOrNull()"), ("assertThat(", ").isTrue()"), ("\"${", "}\""),
    ("try { ", " } catch (e: E) { }"),
    ("when (a) { 1 -> ", " }"), ("when { a -> ", " }"), ("return ", ""), ("object : A { val a = ", " }"), ("x = ", ""),
    ("fun() = ", ""), ("!a && ", ""), ("a as ", ""), ("a is ", ""), ("*", ""), ("@A ", ""), ("x@ ", ""),
  ])
  func deepExpressionsRead(_ open: String, _ close: String) throws {
    let depth = 6_000 / max(1, open.utf8.count)
    let deep = String(repeating: open, count: depth) + "a" + String(repeating: close, count: depth)
    for path in ["A.kt", "src/test/kotlin/ATest.kt"] {
      #expect(flaws(in: try Reading("fun f() {\n  val x = \(deep)\n}\n", path: path)) == [])
      #expect(flaws(in: try Reading(deep, path: path)) == [])
    }
  }

  @Test(arguments: [
    ("{", "}"), ("if (a) {", "}"), ("if (a) b() else ", ""), ("while (a) ", ""), ("try {", "} finally { }"),
    ("for (a in b) ", ""), ("class A {\n fun m() {\n", "\n}\n}"), ("do ", " while (a)"), ("fun f() {\n", "\n}"),
    ("synchronized(a) {", "}"),
  ])
  func deepStatementsRead(_ open: String, _ close: String) throws {
    let depth = 6_000 / max(1, open.utf8.count)
    let deep = String(repeating: open, count: depth) + "a()" + String(repeating: close, count: depth)
    #expect(flaws(in: try Reading("class A {\n fun f() {\n\(deep)\n }\n}\n", path: "A.kt")) == [])
  }

  @Test(arguments: [
    "a + ", "a && ", "!a || ", "a.b().", "a.", "a[0].", "a == ", "a().b { 1 }.", "a ?: ", "a to ", "a?.",
  ])
  func longChainsRead(_ link: String) throws {
    let long = String(repeating: link, count: 30_000 / link.utf8.count) + "z"
    for path in ["A.kt", "src/test/kotlin/ATest.kt"] {
      let reading = try Reading("class A {\n fun f(): Int {\n  return \(long)\n }\n}\n", path: path)
      #expect(flaws(in: reading) == [])
      #expect(reading.outline.units.count == 1)
    }
  }

  @Test func aLongLineReads() throws {
    let element = "f(\"\(String(repeating: "a", count: 90))\"), "
    let list = String(repeating: element, count: 10_000)
    let reading = try Reading("val x = listOf(\(list)z())\n", path: "A.kt")
    #expect(flaws(in: reading) == [])
    #expect(reading.units.first?.tree.count ?? 0 > 30_000)
    let chain = String(repeating: "else if (a) { b() } ", count: 10_000)
    #expect(flaws(in: try Reading("fun f() {\n if (a) { } \(chain)\n}\n", path: "A.kt")) == [])
  }
}
