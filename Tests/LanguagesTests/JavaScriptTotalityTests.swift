import Behaviour
import Languages
import Testing
import TreeSitter

/// No text may trap, hang or give a tree without a shape.
@Suite struct JavaScriptTotalityTests {
  @Test(arguments: JavaScriptSamples.all.map(\.path))
  func samplesReadWhole(_ path: String) throws {
    let text = try #require(JavaScriptSamples.all.first { $0.path == path }?.text)
    let reading = try Reading(text, path: path)
    #expect(flaws(in: reading) == [])
    #expect(reading.outline.broken == [])
    for unit in reading.units {
      let unread = unit.tree.nodes.filter { $0.kind == .unknown && !unit.name.contains("run") }
      #expect(unread.isEmpty, "\(unit.name) has something that is not understood")
    }
  }

  @Test(arguments: JavaScriptSamples.pieces)
  func everyCutReads(_ path: String, _ text: String) throws {
    let bytes = Array(text.utf8)
    for end in tokenEnds(bytes) {
      let found = flaws(in: try Reading(bytes: Array(bytes[..<end]), path: path))
      #expect(found.isEmpty, "cut at \(end): \(found)")
    }
  }

  @Test(arguments: JavaScriptSamples.pieces)
  func everyMissingTokenReads(_ path: String, _ text: String) throws {
    let bytes = Array(text.utf8)
    var start = 0
    for end in tokenEnds(bytes) {
      let found = flaws(in: try Reading(bytes: Array(bytes[..<start] + bytes[end...]), path: path))
      #expect(found.isEmpty, "without \(start)..<\(end): \(found)")
      start = end
    }
  }

  /// Where a word or a sign ends.
  private func tokenEnds(_ bytes: [UInt8]) -> [Int] {
    func isWord(_ byte: UInt8) -> Bool {
      switch byte {
      case 0x80..., UInt8(ascii: "_"), UInt8(ascii: "$"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
        true
      default: false
      }
    }
    return bytes.indices.dropFirst().filter { !(isWord(bytes[$0 - 1]) && isWord(bytes[$0])) && bytes[$0] != 0x20 }
      + [bytes.count]
  }

  @Test(arguments: ["src/a.js", "src/a.ts", "src/a.tsx"])
  func anyBytesRead(_ path: String) throws {
    let texts: [[UInt8]] = [
      [], [0], [0xEF, 0xBB, 0xBF] + Array("const a = f()\n".utf8), Array("a\r\nfunction f() {\r\n  g()\r\n}\r\n".utf8),
      [0xFF, 0xFE, 0x80] + Array("function f() { g('".utf8) + [0xC3, 0x28, 0xF0] + Array("') }".utf8),
      Array("#!/usr/bin/env node\nmain()".utf8), Array("\u{2028}f()\u{2029}".utf8),
    ]
    for text in texts { #expect(flaws(in: try Reading(bytes: text, path: path)) == []) }
  }

  @Test func aByteOrderMarkHidesNothing() throws {
    let reading = try Reading(bytes: [0xEF, 0xBB, 0xBF] + Array("function f() { g() }".utf8), path: "a.js")
    #expect(reading.outline.units.map(\.qualifiedName) == ["f"])
  }

  @Test func aMillionBytesInOneLineRead() throws {
    let piece = "!function(e,t){var n=e.a(t)||{};n.b=function(r){return r?n.c(r,1):t[0].then(function(o){o()})}}(x,y),"
    let text = String(repeating: piece, count: 1_000_000 / piece.utf8.count) + "z();"
    #expect(flaws(in: try Reading(text, path: "app.min.js")) == [])
  }

  @Test(arguments: [
    ("(", ")"), ("[", "]"), ("{", "}"), ("f(", ")"), ("`${", "}`"), ("a + (", ")"), ("!", ""), ("a ? b : ", ""),
    ("a => ", ""), ("new ", ""), ("await ", ""), ("x = ", ""), ("function f() {", "}"), ("if (a) {", "}"),
    ("if (a) b(); else ", ""), ("while (a) ", ""), ("try {", "} catch {}"), ("{ a: [", "] }"),
    ("class A { m() {", "}}"),
    ("switch (a) { case 1: ", "}"), ("f(() => {", "})"), ("describe('a', () => {", "})"), ("x.catch(() => ", ")"),
    ("expect(", ").toBe(1)"), ("a.then(", ", b)"), ("({ a: ", " })"), ("<a>", "</a>"), ("<A b={", "} />"), ("l: ", ""),
    ("for (;;) ", ""), ("a?.[", "]"), ("(x as ", ")"),
  ])
  func deepNestingReads(_ open: String, _ close: String) throws {
    let depth = 100_000 / max(1, open.utf8.count)
    let text = "function f() {\n" + String(repeating: open, count: depth) + "a" + String(repeating: close, count: depth)
    for path in ["a.js", "a.tsx"] {
      let bytes = Array((text + "\n}\n").utf8)
      #expect(flaws(in: try Reading(bytes: bytes, path: path)) == [])
    }
  }

  @Test(arguments: ["a + ", "a && ", "a || ", "a, ", "a ?? ", "a < ", "a.b().", "a[0].", "a.", "a`b`.", "await a."])
  func longChainsRead(_ link: String) throws {
    let text = "function f() {\n  return " + String(repeating: link, count: 100_000 / link.utf8.count) + "z\n}\n"
    let reading = try Reading(text, path: "a.ts")
    #expect(flaws(in: reading) == [])
    #expect(reading.outline.units.count == 1)
  }

  @Test func longDestructuringsRead() throws {
    for (open, close) in [("{ a: ", " }"), ("[", "]"), ("{ a: { b = 1, c: ", " } }")] {
      let pattern = String(repeating: open, count: 10_000) + "x" + String(repeating: close, count: 10_000)
      #expect(flaws(in: try Reading("const \(pattern) = y; function f(\(pattern)) {}", path: "a.js")) == [])
    }
  }
}
