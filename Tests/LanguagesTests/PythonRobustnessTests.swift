import Behaviour
import Languages
import Testing
import TreeSitter

/// No text is too broken, too deep, too long or too strange to be read.
@Suite struct PythonRobustnessTests {
  /// What must hold of every reading.
  private func read(_ bytes: [UInt8]) throws -> [Unit] {
    let reading = try Reading(bytes: bytes, path: "a.py")
    let units = reading.units
    for (span, unit) in zip(reading.outline.units, units) {
      let isSound =
        span.range.upperBound <= bytes.count && unit.length == span.range.count
        && unit.tree.nodes.enumerated().allSatisfy { index, node in
          node.end <= unit.length && node.start <= node.end && Int(node.next) > index
            && Int(node.next) <= unit.tree.count && Int(node.parent) < index
        }
      #expect(isSound, "\(span.name)")
    }
    return units
  }

  @Test(arguments: pythonSamples)
  func everyPrefixIsRead(_ sample: String) throws {
    let whole = try Reading(sample, path: "a.py")
    for end in Set(whole.source.syntax.nodes.map { Int($0.end) }) {
      _ = try read(Array(whole.source.bytes[..<end]))
    }
  }

  @Test(arguments: pythonSamples)
  func everyTextWithoutOneOfItsTokensIsRead(_ sample: String) throws {
    let whole = try Reading(sample, path: "a.py")
    let nodes = whole.source.syntax.nodes
    for (index, node) in nodes.enumerated() where Int(node.next) == index + 1 {
      var bytes = whole.source.bytes
      bytes.removeSubrange(node.bytes)
      _ = try read(bytes)
    }
  }

  /// A piece of a file, with what its containers put around it, parses alone as it parses in place.
  @Test(arguments: pythonSamples)
  func aUnitBetweenHeadsAndTailsParsesAsInPlace(_ sample: String) throws {
    let whole = try Reading(sample, path: "a.py")
    for span in whole.outline.units where span.kind != .module {
      var head: [UInt8] = []
      var tail: [UInt8] = []
      var container = span.container
      while let index = container {
        let found = whole.outline.containers[index]
        head = Array(whole.source.bytes[found.head]) + head
        tail += whole.source.bytes[found.tail]
        container = found.parent
      }
      let alone = try Reading(bytes: head + whole.source.bytes[span.range] + tail, path: "a.py")
      let found = try #require(alone.outline.units.first { $0.range.lowerBound == head.count }, "\(span.name)")
      #expect(shape(of: span, in: whole) == shape(of: found, in: alone), "\(span.name)")
      #expect(found.qualifiedName == span.qualifiedName)
    }
  }

  private func shape(of span: UnitSpan, in reading: Reading) -> [[Int]] {
    let nodes = reading.source.syntax.nodes[Int(span.node)..<Int(reading.source.syntax[span.node].next)]
    return nodes.map {
      [Int($0.kind), Int($0.field), Int($0.start) - span.range.lowerBound, Int($0.end) - span.range.lowerBound]
    }
  }

  @Test(arguments: pythonSamples)
  func lineEndingsTabsAndAMarkAtTheStartChangeNothing(_ sample: String) throws {
    func trees(_ text: String) throws -> [String] {
      try read(Array(text.utf8)).map { BehaviourPrinter().print($0) }
    }
    let plain = try trees(sample)
    #expect(!plain.isEmpty)
    #expect(try trees(sample.replacing("\n", with: "\r\n")) == plain)
    #expect(try trees(sample.replacing("  ", with: "\t")) == plain)
    #expect(try trees("\u{FEFF}" + sample) == plain)
  }

  @Test(arguments: [
    ("(", ")", "a"), ("[", "]", ""), ("f(", ")", "a"), ("not ", "", "a"), ("", ".b", "a"), ("", " + a", "a"),
    ("", " and a", "a"), ("", "()", "a"), ("a if b else ", "", "a"),
  ])
  func nestingHasNoBound(_ open: String, _ close: String, _ core: String) throws {
    let count = 100_000
    let deep = String(repeating: open, count: count) + core + String(repeating: close, count: count)
    #expect(try read(Array("def f():\n  return \(deep)\n".utf8)).first?.tree.count ?? 0 > 1)
  }

  @Test(arguments: [
    ("a[", "]", "b"), ("{1: ", "}", "a"), ("-", "", "a"), ("lambda: ", "", "a"), ("await ", "", "a"),
    ("[x for x in ", "]", "a"), ("", " < a", "a"), ("", "[0]", "a"), ("", ".b()", "a()"), ("", " if b else a", "a"),
    ("a = ", "", "b"), ("(a := ", ")", "b"), ("*", "", "a"), ("(", "", "a"), ("f'{", "}'", "a"), ("@", "", "a"),
  ])
  func nestingAtTopLevelAndHalfOpenHasNoBound(_ open: String, _ close: String, _ core: String) throws {
    let count = 2_000
    let deep = String(repeating: open, count: count) + core + String(repeating: close, count: count)
    for text in ["x = \(deep)\n", "\(deep)\n", "x = \(deep.dropLast(count / 2))\n"] {
      _ = try read(Array(text.utf8))
    }
  }

  @Test func nestedBlocksHaveNoBound() throws {
    for head in ["if a:", "for a in b:", "while a:", "try:", "with a:", "def f():", "class A:", "else:"] {
      let lines = (0..<1_200).map { String(repeating: " ", count: $0) + head }
      _ = try read(Array((lines.joined(separator: "\n") + "\n" + String(repeating: " ", count: 1_200) + "a()").utf8))
    }
    let chain = "if a:\n  b()\n" + String(repeating: "elif a:\n  b()\n", count: 20_000)
    _ = try read(Array(chain.utf8))
  }

  @Test func whatStandsTooDeepIsUnknown() throws {
    let tree = try Reading(
      "def f():\n  a(" + String(repeating: "[", count: 1_000) + "b()" + String(repeating: "]", count: 1_000) + ")\n",
      path: "a.py"
    ).unit("f").tree
    #expect(tree.nodes.filter { $0.kind == .unknown }.count == 1)
    #expect(!tree.nodes.contains { $0.kind == .call && tree.text($0.name) == "b" })
  }

  @Test func strangeTextsAreRead() throws {
    #expect(try read([]).isEmpty)
    #expect(try read(Array("\n\n  \n".utf8)).isEmpty)
    _ = try read([0xFF, 0xFE, 0x00, 0x41])
    _ = try read(Array("def f\u{301}():\n  return '\u{1F600}'\n".utf8))
    let broken = Array("def f():\n  call('".utf8) + [0xC3, 0x28, 0xFF] + Array("')\nx = f(".utf8) + [0xE2, 0x82]
    #expect(try read(broken).contains { $0.name == "f" })
    _ = try read([UInt8](repeating: 0, count: 4_096))
    _ = try read((0..<4_096).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ 13) })
  }

  @Test func aLongLineIsRead() throws {
    let element = "f('\(String(repeating: "a", count: 90))'), "
    let list = "x = [" + String(repeating: element, count: 11_000) + "]\n"
    #expect(try read(Array(list.utf8)).first?.tree.count ?? 0 > 30_000)
    let name = String(repeating: "a", count: 1_000_000)
    let units = try read(Array("def f():\n  \(name)(\"\(name)\")\n".utf8))
    #expect(units.first?.tree.names.allSatisfy { $0.utf8.count <= 4_000 } == true)
  }
}
