import Behaviour

/// How the test frameworks of C# know a test, and what prepares for one.
enum CSharpTests {
  /// Whether an attribute makes a method a test: `[Fact]`, `[Test]`, `[TestMethod]`.
  static func isTest(attribute node: Int32, _ cs: CSharpSyntax) -> Bool { tests.contains(name(of: node, cs)) }

  static func traits(ofAttribute node: Int32, _ cs: CSharpSyntax) -> UnitTraits {
    let name = name(of: node, cs)
    if fixtures.contains(name) { return .fixture }
    if skips.contains(name) { return .skipped }
    if tests.contains(name), let arguments = cs.first(.attributeArguments, in: node),
      cs.children(arguments).contains(where: { starts(cs, $0, "Skip") || starts(cs, $0, "Ignore") })
    {
      return .skipped
    }
    return []
  }

  /// The last part of an attribute's name, without `Attribute`.
  private static func name(of node: Int32, _ cs: CSharpSyntax) -> String {
    guard let name = cs.child(node, cs.fields.name) else { return "" }
    let last = cs.isDotted(name) ? cs.names(name).last ?? name : name
    let text = cs.text(last)
    return text.count > 9 && text.hasSuffix("Attribute") ? String(text.dropLast(9)) : text
  }

  private static func starts(_ cs: CSharpSyntax, _ node: Int32, _ word: StaticString) -> Bool {
    let start = cs.range(node).lowerBound
    return cs.source.isText(start..<start + word.utf8CodeUnitCount, word)
  }

  private static let tests: Set<String> = [
    "Fact", "Theory", "Test", "TestCase", "TestCaseSource", "TestMethod", "DataTestMethod", "SkippableFact",
    "SkippableTheory", "StaFact", "StaTheory", "UIFact", "UITheory", "WpfFact", "WpfTheory", "ConditionalFact",
    "ConditionalTheory", "RetryFact", "RetryTheory", "DatabaseTheory", "Property", "AvaloniaFact", "AvaloniaTheory",
    "AutoData", "InlineAutoData",
  ]

  private static let fixtures: Set<String> = [
    "SetUp", "TearDown", "OneTimeSetUp", "OneTimeTearDown", "TestInitialize", "TestCleanup", "ClassInitialize",
    "ClassCleanup", "AssemblyInitialize", "AssemblyCleanup", "TestFixtureSetUp", "TestFixtureTearDown", "Before",
    "After",
  ]

  private static let skips: Set<String> = ["Ignore", "Explicit", "Skip"]
}
