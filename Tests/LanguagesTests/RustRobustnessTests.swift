import Behaviour
import Languages
import Testing
import TreeSitter

/// No text is too broken, too deep, too long or too strange to be read.
@Suite struct RustRobustnessTests {
  @Test(arguments: rustSamples)
  func aWholeProgramIsUnderstood(_ sample: String) throws {
    let reading = try Reading(sample, path: "a.rs")
    #expect(reading.outline.broken.isEmpty)
    for unit in reading.units {
      #expect(!unit.tree.nodes.contains { $0.kind == .unknown }, "\(unit.qualifiedName)")
    }
    #expect(flaws(in: reading) == [])
  }

  @Test(arguments: rustSamples)
  func everyPrefixIsRead(_ sample: String) throws {
    let whole = try Reading(sample, path: "a.rs")
    // The corpus is cut at every token; here a few of many do.
    for end in Set(whole.source.syntax.nodes.map { Int($0.end) }).sorted().enumerated() where end.offset % 5 == 0 {
      let found = flaws(in: try Reading(bytes: Array(whole.source.bytes[..<end.element]), path: "a.rs"))
      #expect(found.isEmpty, "\(end.element): \(found)")
    }
  }

  @Test(arguments: rustSamples)
  func everyTextWithoutOneOfItsTokensIsRead(_ sample: String) throws {
    let whole = try Reading(sample, path: "a.rs")
    let nodes = whole.source.syntax.nodes
    for (index, node) in nodes.enumerated() where Int(node.next) == index + 1 && index % 5 == 0 {
      var bytes = whole.source.bytes
      bytes.removeSubrange(node.bytes)
      let found = flaws(in: try Reading(bytes: bytes, path: "a.rs"))
      #expect(found.isEmpty, "\(node.bytes): \(found)")
    }
  }

  /// A piece of a file, with what its containers put around it, is the unit that it is in place.
  @Test(arguments: rustSamples)
  func aUnitBetweenHeadsAndTailsReadsAsInPlace(_ sample: String) throws {
    let whole = try Reading(sample, path: "a.rs")
    for span in whole.outline.units where span.kind != .module {
      let (alone, start) = try piece(span, of: whole)
      let found = try #require(alone.outline.units.first { $0.range.lowerBound == start }, "\(span.qualifiedName)")
      #expect(alone.outline.broken.isEmpty)
      #expect(found.qualifiedName == span.qualifiedName)
      #expect(found.kind == span.kind)
      #expect(found.range.count == span.range.count)
      let (old, new) = (whole.source.syntax, alone.source.syntax)
      #expect(old[span.node].next - span.node == new[found.node].next - found.node)
    }
  }

  @Test(arguments: [
    ("(", ")", "a"), ("[", "]", ""), ("f(", ")", "a"), ("!", "", "a"), ("", ".b", "a"), ("", "?", "a"),
    ("", " && a", "a"), ("", ".await", "a"), ("a::", "b", ""), ("{", "}", "a"), ("vec![", "]", "a"), ("|x| ", "", "a"),
    ("f!(", ")", "a"), ("match a { _ => ", "}", "b"), ("if a { b } else ", "{ c }", ""), ("Some(", ")", "a"),
    ("async { ", "}.await", "a"), ("&", "", "a"), ("", ".ok()", "a()"), ("json!({\"a\": ", "})", "b"),
  ])
  func nestingHasNoBound(_ open: String, _ close: String, _ core: String) throws {
    let count = 20_000
    let deep =
      String(repeating: open, count: count) + core + String(repeating: close, count: close.contains("{ c") ? 1 : count)
    for text in ["fn f() -> u8 {\n  \(deep)\n}\n", "fn f() { let \(deep) = \(deep); }", "static A: u8 = \(deep);"] {
      _ = try Reading(text, path: "a.rs").units
    }
  }

  @Test func nestedItemsHaveNoBound() throws {
    for (open, close) in [("mod a {", "}"), ("fn f() {", "}"), ("impl A {", "}"), ("use a::{", "};"), ("a<", ">")] {
      let deep = String(repeating: open, count: 10_000) + String(repeating: close, count: 10_000)
      _ = try Reading(deep, path: "a.rs").units
    }
  }

  @Test func aMacroInAMacroIsReadToADepth() throws {
    let tree = try Reading("fn f() { a!(b!(c!(d!(e!(g()))))); }", path: "a.rs").tree()
    #expect(tree.contains("call a"))
    #expect(tree.contains("call e"))
    #expect(!tree.contains("call g"))
  }
}
