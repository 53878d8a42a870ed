import Behaviour
import Languages
import Testing
import TreeSitter

/// No text may trap, hang or give a tree without a shape.
@Suite struct SwiftTotalityTests {
  private func text(_ path: String) throws -> String { try #require(SwiftSamples.all.first { $0.path == path }).text }

  @Test(arguments: SwiftSamples.all.map(\.path))
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

  @Test(arguments: SwiftSamples.all.map(\.path))
  func everyCutReads(_ path: String) throws {
    let whole = try Reading(try text(path), path: path)
    for token in tokens(of: whole) {
      let found = flaws(in: try Reading(bytes: Array(whole.source.bytes[..<token.upperBound]), path: path))
      #expect(found.isEmpty, "cut at \(token.upperBound): \(found)")
    }
  }

  @Test(arguments: SwiftSamples.all.map(\.path))
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
  @Test(arguments: SwiftSamples.all.map(\.path))
  func unitsReadAloneAsInPlace(_ path: String) throws {
    let reading = try Reading(try text(path), path: path)
    for span in reading.outline.units where span.kind != .module {
      let (alone, start) = try piece(span, of: reading)
      let found = alone.outline.units.first { $0.range.lowerBound == start }
      let other = try #require(found, "\(span.qualifiedName) is not found alone")
      #expect(syntax(of: span, in: reading) == syntax(of: other, in: alone))
      #expect(other.kind == span.kind)
      #expect(other.qualifiedName == span.qualifiedName)
    }
  }

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
