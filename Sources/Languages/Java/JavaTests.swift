import TreeSitter

/// How the test frameworks of Java know a test, and what prepares for one.
enum JavaTests {
  /// What makes the methods of a type tests.
  enum Testing {
    case byAnnotation
    /// JUnit 3: by their names.
    case byName
    /// TestNG: the type says so for all of its public methods.
    case all
  }

  static func testing(_ syntax: JavaSyntax, _ type: Int32, testCases: Set<String>) -> Testing {
    if syntax.annotations(type).contains(where: { tests.contains(syntax.annotationName($0)) }) { return .all }
    guard let base = syntax.child(type, syntax.fields.superclass).flatMap({ syntax.names($0).last }) else {
      return .byAnnotation
    }
    let name = syntax.text(base)
    return name.hasSuffix("TestCase") || testCases.contains(name) ? .byName : .byAnnotation
  }

  static func isTest(_ syntax: JavaSyntax, _ method: Int32, named name: String, _ testing: Testing) -> Bool {
    for annotation in syntax.annotations(method) {
      let annotation = syntax.annotationName(annotation)
      if tests.contains(annotation) { return true }
      if fixtures.contains(annotation) || providers.contains(annotation) { return false }
    }
    switch testing {
    case .byAnnotation: return false
    case .byName: return name.hasPrefix("test")
    case .all: return syntax.hasModifier(.public, method) && !syntax.hasModifier(.static, method)
    }
  }

  static let tests: Set<String> = [
    "Test", "ParameterizedTest", "RepeatedTest", "TestFactory", "TestTemplate", "Theory", "RetryingTest",
    "CartesianTest", "FuzzTest",
  ]
  static let fixtures: Set<String> = [
    "Before", "After", "BeforeEach", "AfterEach", "BeforeAll", "AfterAll", "BeforeClass", "AfterClass",
    "BeforeMethod", "AfterMethod", "BeforeTest", "AfterTest", "BeforeSuite", "AfterSuite", "BeforeGroups",
    "AfterGroups", "BeforeProperty", "AfterProperty", "BeforeTry", "AfterTry",
  ]
  static let providers: Set<String> = ["DataProvider", "Parameters", "Factory", "MethodSource", "Bean"]
  static let skips: Set<String> = ["Disabled", "Ignore", "DisabledOnOs", "DisabledOnJre", "Ignored"]

  static func isFixture(_ name: String) -> Bool { name == "setUp" || name == "tearDown" }
}
