import Behaviour
import Foundation
import Languages
import TestSupport
import Testing
import TreeSitter

/// Every program of the corpus, in every language, whole and damaged: nothing traps, and every tree has its shape.
@Suite struct CorpusDamageTests {
  /// A file's bytes, and its path as its reading is to have it.
  private func files(of program: String) throws -> [(path: String, bytes: [UInt8])] {
    let folder = CorpusTests.folder.appendingPathComponent(program)
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix("program.") }.sorted()
      .map { name in
        (
          program.hasPrefix("test-") ? "tests/\(name)" : name,
          [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
        )
      }
  }

  /// The byte ranges of the tokens that are damaged, in reading order.
  private func tokens(of reading: Reading) -> [Range<Int>] {
    let nodes = reading.source.syntax.nodes
    return sample(nodes.enumerated().filter { Int($1.next) == $0 + 1 && !$1.bytes.isEmpty }.map(\.element.bytes))
  }

  @Test(arguments: CorpusTests.programs)
  func cutOffAtEveryTokenItReads(_ program: String) throws {
    for (path, bytes) in try files(of: program) {
      for token in tokens(of: try Reading(bytes: bytes, path: path)) {
        let found = flaws(in: try Reading(bytes: Array(bytes[..<token.upperBound]), path: path))
        #expect(found.isEmpty, "\(path) cut at \(token.upperBound): \(found)")
      }
    }
  }

  @Test(arguments: CorpusTests.programs)
  func withoutAnyOneTokenItReads(_ program: String) throws {
    for (path, bytes) in try files(of: program) {
      for token in tokens(of: try Reading(bytes: bytes, path: path)) {
        var damaged = bytes
        damaged.removeSubrange(token)
        let found = flaws(in: try Reading(bytes: damaged, path: path))
        #expect(found.isEmpty, "\(path) without \(token): \(found)")
      }
    }
  }

  /// What typing rests on: a unit between what its containers put around it parses as it parses in place.
  @Test(arguments: CorpusTests.programs)
  func aUnitAloneParsesAsInPlace(_ program: String) throws {
    for (path, bytes) in try files(of: program) {
      let whole = try Reading(bytes: bytes, path: path)
      for span in whole.outline.units where span.kind != .module {
        let (alone, start) = try piece(span, of: whole)
        let found = try #require(
          alone.outline.units.first { $0.range.lowerBound == start },
          "\(path): \(span.qualifiedName) is not found alone"
        )
        #expect(syntax(of: found, in: alone) == syntax(of: span, in: whole), "\(path): \(span.qualifiedName)")
        #expect(found.qualifiedName == span.qualifiedName)
        #expect(found.kind == span.kind)
      }
    }
  }

  @Test(arguments: Languages.all.map(\.id))
  func anyBytesRead(_ id: LanguageID) throws {
    let path = try "a." + #require(Languages.language(id)?.fileExtensions.first)
    let texts: [[UInt8]] = [
      [], [0], Array("\n\n  \n".utf8), [0xEF, 0xBB, 0xBF, 0x0A], [0xFF, 0xFE, 0x00, 0x41], Array("}{)(][\u{2028}".utf8),
      [UInt8](repeating: 0, count: 4_096), (0..<4_096).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ 13) },
      Array("f('".utf8) + [0xC3, 0x28, 0xF0] + Array("')".utf8),
    ]
    for text in texts { #expect(flaws(in: try Reading(bytes: text, path: path)) == []) }
  }

  /// Unclosed and closed, in text that most languages read as something.
  @Test(arguments: Languages.all.map(\.id))
  func nestingHasNoBound(_ id: LanguageID) throws {
    let path = try "a." + #require(Languages.language(id)?.fileExtensions.first)
    for (open, close) in [
      ("(", ")"), ("[", "]"), ("{", "}"), ("f(", ")"), ("!", ""), ("a + ", ""), ("a.b().", ""), ("{ f(", ") }"),
      ("if (a) {", "}"), ("class A {", "}"),
      ("begin\n", "end\n"), ("a[", "]"), ("f { ", " }"), ("\"${", "}\""), ("a ? b : ", ""), ("if a {", "}"),
      ("try {", "} catch {}"),
    ] {
      let depth = open == "(" ? 100_000 : 6_000 / open.utf8.count
      let deep = String(repeating: open, count: depth) + "a" + String(repeating: close, count: depth)
      for text in [deep, "\(prelude(id))\(deep)\n}\n", String(deep.dropLast(depth / 2))] {
        let found = flaws(in: try Reading(text, path: path))
        #expect(found.isEmpty, "\(open): \(found.prefix(3))")
      }
    }
  }

  @Test(arguments: Languages.all.map(\.id))
  func aLongLineReads(_ id: LanguageID) throws {
    let path = try "a." + #require(Languages.language(id)?.fileExtensions.first)
    let text = prelude(id) + String(repeating: "f(a, b); ", count: 25_000) + "\n}\n"
    #expect(flaws(in: try Reading(text, path: path)) == [])
  }

  /// The start of a function.
  private func prelude(_ id: LanguageID) -> String {
    switch id.rawValue {
    case "python": "def f():\n  "
    case "ruby": "def f\n  "
    case "go": "package p\nfunc f() {\n  "
    case "rust": "fn f() {\n  "
    case "swift": "func f() {\n  "
    case "kotlin": "fun f() {\n  "
    case "java", "csharp": "class C {\n  void f() {\n  "
    case "php": "<?php\nfunction f() {\n  "
    default: "function f() {\n  "
    }
  }
}
