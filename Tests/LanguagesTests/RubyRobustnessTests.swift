import Behaviour
import Languages
import TestSupport
import Testing
import TreeSitter

/// No text is too broken, too deep, too long or too strange to be read.
@Suite struct RubyRobustnessTests {
  @discardableResult
  private func read(_ bytes: [UInt8], path: String = "a.rb") throws -> [Unit] {
    let reading = try Reading(bytes: bytes, path: path)
    #expect(flaws(in: reading) == [])
    return reading.units
  }

  @discardableResult
  private func read(_ text: String) throws -> [Unit] { try read(Array(text.utf8)) }

  @Test(arguments: rubySamples)
  func samplesParse(_ sample: String) throws {
    #expect(try Reading(sample, path: "a.rb").outline.broken.isEmpty)
  }

  @Test(arguments: rubySamples)
  func everyPrefixIsRead(_ sample: String) throws {
    let whole = try Reading(sample, path: "a.rb")
    for end in TestSupport.sample(Set(whole.source.syntax.nodes.map { Int($0.end) }).sorted(), count: 60) {
      try read(Array(whole.source.bytes[..<end]))
    }
  }

  @Test(arguments: rubySamples)
  func everyTextWithoutOneOfItsTokensIsRead(_ sample: String) throws {
    let whole = try Reading(sample, path: "a.rb")
    let tokens = whole.source.syntax.nodes.enumerated().filter { Int($1.next) == $0 + 1 }
    for (_, node) in TestSupport.sample(tokens, count: 60) {
      var bytes = whole.source.bytes
      bytes.removeSubrange(node.bytes)
      try read(bytes)
    }
  }

  /// A piece of a file, with what its containers put around it, parses alone as it parses in place.
  @Test(arguments: rubySamples)
  func aUnitBetweenHeadsAndTailsParsesAsInPlace(_ sample: String) throws {
    let whole = try Reading(sample, path: "a.rb")
    for span in whole.outline.units where span.kind != .module {
      let (alone, start) = try piece(span, of: whole)
      let found = try #require(alone.outline.units.first { $0.range.lowerBound == start }, "\(span.qualifiedName)")
      #expect(syntax(of: found, in: alone) == syntax(of: span, in: whole), "\(span.qualifiedName)")
      #expect(found.qualifiedName == span.qualifiedName)
      #expect(found.kind == span.kind, "\(span.qualifiedName)")
    }
  }

  @Test(arguments: rubySamples)
  func lineEndingsAndAMarkAtTheStartChangeLittle(_ sample: String) throws {
    let plain = try read(sample).map(\.qualifiedName)
    #expect(!plain.isEmpty)
    #expect(try read(sample.replacing("\n", with: "\r\n")).map(\.qualifiedName) == plain)
    #expect(try read("\u{FEFF}" + sample).map(\.qualifiedName) == plain)
  }

  @Test(arguments: [
    ("(", ")", "a"), ("[", "]", ""), ("f(", ")", "a"), ("!", "", "a"), ("", ".b", "a"), ("", " + a", "a"),
    ("", " && a", "a"), ("", ".b()", "a"), ("{a: ", "}", "a"), ("-> { ", " }", "a"), ("a ? b : ", "", "a"),
  ])
  func nestingHasNoBound(_ open: String, _ close: String, _ core: String) throws {
    let count = 100_000
    let deep = String(repeating: open, count: count) + core + String(repeating: close, count: count)
    _ = try Reading("def f\n  x = \(deep)\nend\n", path: "a.rb").units
  }

  @Test(arguments: [
    ("a[", "]", "b"), ("{1 => ", "}", "a"), ("-", "", "a"), ("a { ", " }", "b"), ("a do |b| ", " end", "c"),
    ("", "[0]", "a"), ("", ".b(1)", "a()"), ("a = ", "", "b"), ("*", "", "a"), ("(", "", "a"), ("\"#{", "}\"", "a"),
    ("A::", "", "B"), ("private ", "", "def f; end"), ("", " rescue a", "b"), ("", " if a", "b"),
    ("begin; ", "; end", "a"),
    ("if a then ", " end", "b"), ("if a then ", " else b end", "b"), ("case a when ", " end", "b"),
    ("def f; ", "; end", "a"),
    ("class A; ", "; end", "a"), ("module A; ", "; end", "def b; end"), ("describe \"a\" do; ", "; end", "it { }"),
    ("while a do ", " end", "b"), ("begin; a; rescue; ", "; end", "retry"), ("a.each { ", " }", "b"),
    ("case a; in [", "] then b; end", "c"), ("a, (", "), b = c", "d"), ("<<A\n", "\nA\n", "b"), ("not ", "", "a"),
  ])
  func nestingAtTopLevelAndHalfOpenHasNoBound(_ open: String, _ close: String, _ core: String) throws {
    let count = 1_200
    let deep = String(repeating: open, count: count) + core + String(repeating: close, count: count)
    for text in ["\(deep)\n", "def f\n\(deep)\nend\n", "\(deep.dropLast(count / 2))\n"] { try read(text) }
  }

  @Test func longChainsOfClausesAreRead() throws {
    try read("if a\n  b\n" + String(repeating: "elsif a\n  b\n", count: 20_000) + "end\n")
    try read("case a\n" + String(repeating: "when b\n  c\n", count: 20_000) + "end\n")
    try read("case\n" + String(repeating: "when b\n  c\n", count: 2_000) + "end\n")
  }

  @Test func strangeTextsAreRead() throws {
    #expect(try read("").isEmpty)
    #expect(try read("\n\n  \n").isEmpty)
    try read([0xFF, 0xFE, 0x00, 0x41])
    try read("def f\u{301}\n  '\u{1F600}'\nend\n")
    let broken = Array("def f\n  call('".utf8) + [0xC3, 0x28, 0xFF] + Array("')\nend\nx = f(".utf8) + [0xE2, 0x82]
    #expect(try read(broken).contains { $0.name == "f" })
    try read([UInt8](repeating: 0, count: 4_096))
    try read((0..<4_096).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ 13) })
    try read("def f\n  1\nend\n__END__\nclass {{{\n")
  }

  @Test func aLongLineIsRead() throws {
    let element = "f('\(String(repeating: "a", count: 90))'), "
    #expect(
      try read("def g\n  x = [" + String(repeating: element, count: 11_000) + "1]\nend\n").first?.tree.count ?? 0
        > 30_000
    )
    let name = String(repeating: "a", count: 1_000_000)
    let units = try read("def f\n  \(name)(\"\(name)\")\nend\n")
    #expect(units.first?.tree.names.allSatisfy { $0.utf8.count <= 4_000 } == true)
  }
}
