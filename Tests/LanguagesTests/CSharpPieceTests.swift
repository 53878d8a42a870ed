import Behaviour
import Foundation
import Languages
import Testing

/// What is parsed alone while it is typed is what stands in the file.
@Suite struct CSharpPieceTests {
  static let sample = """
    #nullable enable
    using System;
    namespace Shop.Orders
    {
      [ApiController]
      public class OrderService<T>(HttpClient http) : Base(http), IOrder where T : class
      {
        private readonly Gateway gateway = new Gateway("x");
        public int Total { get { return total; } private set { total = value; } }
        public string Name => gateway.Name;
        public OrderService(int x) : base(x) { }

        /// <summary>Pays.</summary>
        [HttpPost("pay")]
        public async Task<int> PayAsync(Order? order, params string[] rows)
        {
          try { await http.GetAsync(url).ConfigureAwait(false); }
          catch (HttpRequestException e) when (e.StatusCode == null) { throw; }
          return rows.Length;
        }

        #region inner
        private class Inner { void Run() => gateway.Run(); }
        #endregion
    #if DEBUG
        public void Trace() { Console.WriteLine(Name); }
    #endif
      }

      public record Line(int Id) { public int Twice() => Id * 2; }
    }
    """

  static let programs: [String] = {
    CorpusTests.programs.filter { program in
      FileManager.default.fileExists(atPath: CorpusTests.folder.appendingPathComponent("\(program)/program.cs").path)
    }
  }()

  @Test(arguments: programs)
  func unitsOfTheCorpusReadAloneAsInPlace(_ program: String) throws {
    let file = CorpusTests.folder.appendingPathComponent("\(program)/program.cs")
    try check(String(decoding: try Data(contentsOf: file), as: UTF8.self))
  }

  @Test func unitsReadAloneAsInPlace() throws {
    try check(CSharpPieceTests.sample)
  }

  private func check(_ text: String) throws {
    let path = "src/Shop.cs"
    let reading = try Reading(text, path: path)
    #expect(flaws(in: reading) == [])
    for span in reading.outline.units where span.kind != .module {
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
      var inPlace = reading.language.lower(span, of: reading.source, in: reading.outline)
      inPlace.documentation = unit.documentation
      #expect(unit == inPlace, "\(span.qualifiedName)")
    }
  }
}
