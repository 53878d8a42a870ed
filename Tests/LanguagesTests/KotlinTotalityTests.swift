import Behaviour
import Languages
import Testing
import TreeSitter

/// No text may trap, hang or give a tree without a shape.
@Suite struct KotlinTotalityTests {
  private func text(_ path: String) throws -> String { try #require(KotlinSamples.all.first { $0.path == path }).text }

  @Test(arguments: KotlinSamples.all.map(\.path))
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

  @Test(arguments: KotlinSamples.all.map(\.path))
  func everyCutReads(_ path: String) throws {
    let whole = try Reading(try text(path), path: path)
    for token in tokens(of: whole) {
      let found = flaws(in: try Reading(bytes: Array(whole.source.bytes[..<token.upperBound]), path: path))
      #expect(found.isEmpty, "cut at \(token.upperBound): \(found)")
    }
  }

  @Test(arguments: KotlinSamples.all.map(\.path))
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
  @Test(arguments: KotlinSamples.all.map(\.path))
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
