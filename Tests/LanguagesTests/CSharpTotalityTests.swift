import Behaviour
import Languages
import Testing

/// No text may trap, hang or give a tree without a shape.
@Suite struct CSharpTotalityTests {
  @Test(arguments: [
    ("x is null && ", "y"), ("x is not null || ", "y"), ("a?.b().", "c"), ("a ?? ", "b"), ("a.b.", "c"), ("a!.", "b"),
    ("a + ", "b"), ("a == ", "b"), ("x is 1 or ", "2"), ("a = ", "b"), ("a ? b : ", "c"), ("from x in y select ", "z"),
    ("await ", "a"), ("(A)", "a"), ("a as A as ", "A"), ("x => ", "y"), ("throw new A(", "b"), ("a.Should().", "Be()"),
  ])
  func longChainsRead(_ link: String, _ end: String) throws {
    let chain = String(repeating: link, count: 60_000 / link.utf8.count) + end
    let reading = try Reading("class C { void F() { var q = " + chain + "; } }", path: "a.cs")
    #expect(flaws(in: reading) == [])
  }

  @Test(arguments: [
    ("namespace A {", "}"), ("class A {", "}"), ("class A { int P { get {", "}}}"), ("#if A\n", "\n#endif\n"),
    ("switch (a) { case 1: ", "}"), ("a switch { 1 => ", "}"), ("try {", "} catch {}"), ("lock (a) {", "}"),
    ("using (a) {", "}"), ("foreach (var a in b) {", "}"), ("if (a) b(); else ", ""), ("new A { B = ", "}"),
    ("x is { A: ", "}"), ("x is not ", "null"), ("[1, ", "]"), ("$\"{", "}\""), ("(a, ", ")"), ("void F() {", "}"),
    ("a => {", "}"), ("delegate { ", "}"), ("[A] ", ""), ("List<", ">"), ("a?[", "]"),
  ])
  func deepNestingReads(_ open: String, _ close: String) throws {
    let depth = 20_000 / max(1, open.utf8.count)
    let deep = String(repeating: open, count: depth) + "a" + String(repeating: close, count: depth)
    for text in [deep, "class C { void F() { \(deep); } }", "class C { int f = \(deep); }"] {
      #expect(flaws(in: try Reading(text, path: "a.cs")) == [])
    }
  }

  @Test func anyBytesRead() throws {
    let texts: [[UInt8]] = [
      [], [0], [0xEF, 0xBB, 0xBF] + Array("class A { void F() { g(); } }".utf8),
      [0xFF, 0xFE, 0x80] + Array("class A { void F() { g(\"".utf8) + [0xC3, 0x28, 0xF0] + Array("\"); } }".utf8),
      Array("#!/usr/bin/env dotnet-script\r\nRun();\r\n".utf8), Array("class A { string s = \"\"\"".utf8),
      Array("/// <summary>".utf8), Array("class A { /// <a\n void F() { } }".utf8),
    ]
    for text in texts { #expect(flaws(in: try Reading(bytes: text, path: "a.cs")) == []) }
  }

  @Test func halfOfAFileIsStillRead() throws {
    let text = "class A { void F() { try { Load(); } catch (Exception e) { Log(e; } } void G() { Save(); } }"
    let reading = try Reading(text, path: "a.cs")
    #expect(reading.outline.units.contains { $0.name == "F" })
    #expect(!reading.outline.broken.isEmpty)
    #expect(flaws(in: reading) == [])
  }
}
