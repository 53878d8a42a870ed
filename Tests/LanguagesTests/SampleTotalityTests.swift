import Behaviour
import Languages
import Testing
import TreeSitter

/// Programs that use all that a language has are read whole, and damaged anywhere they neither trap nor hang nor give a
/// tree without a shape.
@Suite struct SampleTotalityTests {
  static let samples = JavaSamples.all + KotlinSamples.all + SwiftSamples.all

  private func text(_ path: String) throws -> String { try #require(Self.samples.first { $0.path == path }).text }

  @Test(arguments: samples.map(\.path))
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

  @Test(arguments: samples.map(\.path))
  func everyCutReads(_ path: String) throws {
    let whole = try Reading(try text(path), path: path)
    for token in tokens(of: whole) {
      let found = flaws(in: try Reading(bytes: Array(whole.source.bytes[..<token.upperBound]), path: path))
      #expect(found.isEmpty, "cut at \(token.upperBound): \(found)")
    }
  }

  @Test(arguments: samples.map(\.path))
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
  @Test(arguments: samples.map(\.path))
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
}
