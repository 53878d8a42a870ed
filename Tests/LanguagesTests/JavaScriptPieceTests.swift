import Behaviour
import Languages
import Testing

/// What is parsed alone while it is typed is what stands in the file.
@Suite struct JavaScriptPieceTests {
  @Test(arguments: JavaScriptSamples.all.map(\.path))
  func unitsReadAloneAsInPlace(_ path: String) throws {
    let text = try #require(JavaScriptSamples.all.first { $0.path == path }?.text)
    let reading = try Reading(text, path: path)
    let spans = reading.outline.units.filter { $0.kind != .module }
    #expect(spans.count >= 3)
    for span in spans {
      let (alone, start) = try piece(span, of: reading)
      let found = alone.outline.units.first { $0.qualifiedName == span.qualifiedName && $0.range.lowerBound == start }
      let other = try #require(found, "\(span.qualifiedName) is not found alone")
      #expect(syntax(of: span, in: reading) == syntax(of: other, in: alone))
      #expect(other.kind == span.kind)
      // With the names of the whole file around it, it does the same.
      var outline = alone.outline
      outline.environment = reading.outline.environment
      if let container = other.container, let whole = span.container {
        outline.containers[container].owner = reading.outline.containers[whole].owner
      }
      var unit = reading.language.lower(other, of: alone.source, in: outline)
      unit.documentation = try reading.unit(span.qualifiedName).documentation
      #expect(unit == reading.language.lower(span, of: reading.source, in: reading.outline), "\(span.qualifiedName)")
    }
  }
}
