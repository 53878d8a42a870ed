import Behaviour
import Languages
import Testing

@Suite struct CSharpOutlineTests {
  @Test func membersOfTypesAreUnits() throws {
    let units = try csharpUnits(
      """
      using System;
      namespace Shop.Orders
      {
        public class OrderService : IDisposable
        {
          private readonly Gateway gateway;
          public OrderService(Gateway gateway) { this.gateway = gateway; }
          public int Count { get; set; }
          public string Name => gateway.Name;
          public int Total { get { return total; } set { total = value; } }
          public async Task PayAsync() { await gateway.Charge(); }
          public static OrderService Create() => new(null);
          public static bool operator ==(OrderService a, OrderService b) => true;
          public int this[int i] => i;
          public void Dispose() { }
          ~OrderService() { }
          abstract void Nothing();
          class Inner { void Run() { } }
        }
        interface IGateway { Task Charge(); void Log() { Write(); } }
        record Line(int Id) { public int Twice() => Id * 2; }
      }
      """
    )
    #expect(
      units == """
        initializer OrderService.OrderService: public OrderService(Gateway gateway) { this.gateway = gat...
        method OrderService.Name: public string Name => gateway.Name;
        method OrderService.Total: get { return total; }
        method OrderService.Total: set { total = value; }
        method OrderService.PayAsync: public async Task PayAsync() { await gateway.Charge(); }
        function OrderService.Create: public static OrderService Create() => new(null);
        function OrderService.operator ==: public static bool operator ==(OrderService a, OrderServi...
        method OrderService.this[]: public int this[int i] => i;
        method OrderService.Dispose: public void Dispose() { }
        method OrderService.~OrderService: ~OrderService() { }
        method OrderService.Inner.Run: void Run() { }
        method IGateway.Log: void Log() { Write(); }
        method Line.Twice: public int Twice() => Id * 2;

        """
    )
  }

  @Test func codeAtTopLevelIsAUnitWithTheHandlersInItApart() throws {
    let units = try csharpUnits(
      """
      var builder = WebApplication.CreateBuilder(args);
      var app = builder.Build();
      app.MapGet("/orders", async (Store store) => { return await store.All(); }).WithName("orders");
      app.MapGet("/health", () => "ok");
      void Stop() { app.Stop(); }
      app.Run();
      """
    )
    #expect(
      units == """
        closure app.MapGet("/orders"): app.MapGet("/orders", async (Store store) => { return awa...
        function Stop: void Stop() { app.Stop(); }
        module <module>: var builder = WebApplication.CreateBuilder(args); var app...

        """
    )
  }

  @Test func fieldsThatDoSomethingBelongToTheModule() throws {
    let text =
      "class A { static readonly HttpClient Client = new() { Timeout = 5 }; int n = 3; readonly B b = Make(); }"
    let reading = try Reading(text, path: "A.cs")
    #expect(
      try reading.tree("<module>") == """
          block
            assign [declares]
              target: read static Client
              value: call HttpClient = System.Net.Http.HttpClient by import [constructs]
                argument: argument Timeout
                  value: literal integer "5"
            assign [declares]
              target: read field A.n
              value: literal integer "3"
            assign [declares]
              target: read field A.b
              value: call Make

        """
    )
    #expect(try Reading("class A { int n = 3; List<int> xs = new(); }", path: "A.cs").outline.units.isEmpty)
  }

  @Test(arguments: [
    "[Fact]", "[Theory] [InlineData(1)]", "[Test]", "[TestCase(1)]", "[TestMethod]", "[Xunit.Fact]", "[FactAttribute]",
    "[Fact, Trait(\"a\", \"b\")]",
  ])
  func attributesMakeTests(_ attribute: String) throws {
    let reading = try Reading("class A { \(attribute) public void Works() { Run(); } }", path: "A.cs")
    #expect(reading.outline.units.map(\.kind) == [.test])
    #expect(reading.outline.traits.contains(.test))
  }

  @Test func attributesSkipTestsAndPrepareForThem() throws {
    let text = """
      class A {
        [Fact(Skip = "later")] void One() { }
        [Test] [Ignore("later")] void Two() { }
        [SetUp] public void Before() { }
      }
      """
    let units = try Reading(text, path: "A.cs").units
    #expect(units.map { $0.traits.contains(.skipped) } == [true, true, false])
    #expect(units.map { $0.traits.contains(.fixture) } == [false, false, true])
  }

  @Test func traitsAndTypesOfAMethod() throws {
    let text = """
      class A {
        /// <summary>
        /// Pays an order.
        /// </summary>
        /// <param name="order">the order</param>
        [HttpPost("pay")]
        public static async Task<int> Pay(Order order, int tries = 3, params string[] rest) { await X(); return 1; }
        internal override IEnumerable<int> All() { yield return 1; }
      }
      """
    let units = try Reading(text, path: "A.cs").units
    #expect(units[0].traits == [.async, .static, .exported])
    #expect(units[0].returnType == "Task<int>")
    #expect(units[0].documentation == "Pays an order. the order")
    #expect(
      units[0].parameters == [
        Parameter(name: "order", type: "Order"), Parameter(name: "tries", type: "int", hasDefault: true),
        Parameter(name: "rest", type: "string[]", isVariadic: true),
      ]
    )
    #expect(units[1].traits == [.override, .exported, .generator])
  }

  @Test func ownersKnowTheirBasesAndFields() throws {
    let text = """
      using System.Net.Http;
      class A(ILogger<A> log) : BackgroundService, IFoo<int> {
        readonly HttpClient http; OtherService other; Local local; static int count;
        public string? Name { get; }
      }
      class Local { }
      """
    let owner = try #require(try Reading(text, path: "A.cs").outline.containers.first?.owner)
    #expect(owner.bases == ["BackgroundService", "IFoo"])
    #expect(owner.fields.map(\.name) == ["log", "http", "other", "local", "Name"])
    #expect(
      owner.fields.map(\.type) == [
        "Microsoft.Extensions.Logging.ILogger", "System.Net.Http.HttpClient", "OtherService", nil, "System.String",
      ]
    )
  }

  @Test(
    arguments: [
      ("src/Shop.Tests/OrderHelper.cs", .test), ("test/Shop.Test/A.cs", .test), ("src/Orders/OrderTests.cs", .test),
      ("src/Orders/Latest.cs", []), ("src/Form.Designer.cs", .generated), ("src/A.g.cs", .generated),
      ("db/Migrations/1_Init.cs", .oneOff), ("run.csx", .script), ("src/Contest.cs", []),
    ] as [(String, FileTraits)]
  )
  func pathsTellWhatAFileIs(_ path: String, _ traits: FileTraits) throws {
    #expect(try Reading("class A { }", path: path).outline.traits == traits)
  }

  @Test func generatorsSignTheirWork() throws {
    let text = "// <auto-generated />\nclass A { }"
    #expect(try Reading(text, path: "A.cs").outline.traits.contains(.generated))
  }
}
