import Behaviour
import Languages
import Testing
import TreeSitter

/// No text may trap, hang or give a tree without a shape.
@Suite struct SwiftTotalityTests {
  @Test(arguments: [
    ("(", ")"), ("f(", ")"), ("!", ""), ("-", ""), ("a ? b : ", ""), ("{ x in ", "}"), ("A(", ")"), ("a[", "]"),
    ("try? ", ""), ("a + (", ")"), ("[a: ", "]"), ("a ?? ", ""), ("\"\\(", ")\""), ("f { ", " }"), ("!f(", ")"),
    ("if a { ", " } else { 1 }"),
  ])
  func deepExpressionsRead(_ open: String, _ close: String) throws {
    let depth = 100_000 / max(1, open.utf8.count)
    let deep = String(repeating: open, count: depth) + "a" + String(repeating: close, count: depth)
    for path in ["a.swift", "Tests/a.swift"] {
      #expect(flaws(in: try Reading("func f() {\n  let x = \(deep)\n}\n", path: path)) == [])
    }
  }

  @Test(arguments: [
    ("if a { ", " }"), ("if a { } else ", "{ }"), ("do { ", " } catch { }"), ("while a { ", " }"),
    ("defer { ", " }\n"), ("guard a else { ", " }"), ("switch a { case 1: ", " }"), ("func f() { ", " }"),
    ("struct A { func m() { ", " } }"), ("repeat { ", " } while a"), ("for a in b { ", " }"),
    ("lock.withLock { ", " }"),
  ])
  func deepStatementsRead(_ open: String, _ close: String) throws {
    let depth = 50_000 / max(1, open.utf8.count)
    let deep = String(repeating: open, count: depth) + "a()" + String(repeating: close, count: depth)
    #expect(flaws(in: try Reading("func f() {\n\(deep)\n}\n", path: "a.swift")) == [])
    let many = String(repeating: open + "a()" + close + "\n", count: 2_000)
    #expect(flaws(in: try Reading("func f() {\n\(many)\n}\n", path: "a.swift")) == [])
  }

  @Test(arguments: ["a + ", "a && ", "a.b().", "a.", "a[0].", "a == ", "a().b { 1 }.", "a(b) + ", "a ?? "])
  func longChainsRead(_ link: String) throws {
    let long = String(repeating: link, count: 60_000 / link.utf8.count) + "z"
    let reading = try Reading("func f() -> Int {\n  return \(long)\n}\n", path: "a.swift")
    #expect(flaws(in: reading) == [])
  }
}
