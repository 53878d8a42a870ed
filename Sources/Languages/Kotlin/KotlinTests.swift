/// How the test frameworks that Kotlin uses know a test, and what prepares for one.
enum KotlinTests {
  /// Annotations that make a function a test: JUnit, TestNG, kotlin.test, Kotest's, jqwik's.
  static let annotations: Set<String> = [
    "Test", "ParameterizedTest", "RepeatedTest", "TestFactory", "TestTemplate", "Property", "Theory", "UiThreadTest",
  ]

  static let skips: Set<String> = ["Ignore", "Disabled", "Ignored"]

  static let fixtures: Set<String> = [
    "Before", "BeforeEach", "BeforeAll", "BeforeClass", "BeforeTest", "BeforeMethod", "After", "AfterEach", "AfterAll",
    "AfterClass", "AfterTest", "AfterMethod",
  ]

  /// What a class derives from whose tests stand in a function that it is given: Kotest's and Spek's.
  static func isSpec(base: String) -> Bool {
    specs.contains(base)
  }

  private static let specs: Set<String> = [
    "StringSpec", "FunSpec", "DescribeSpec", "ShouldSpec", "BehaviorSpec", "FreeSpec", "WordSpec", "FeatureSpec",
    "ExpectSpec", "AnnotationSpec", "Spek",
  ]

  /// Functions that hold tests.
  static let groups: Set<String> = [
    "context", "describe", "feature", "given", "Given", "when", "When", "and", "And", "group", "xcontext", "xdescribe",
    "xgiven", "xfeature",
  ]

  /// Functions that hold a test.
  static let tests: Set<String> = [
    "test", "it", "should", "scenario", "expect", "then", "Then", "xtest", "xit", "xshould", "xscenario", "xthen",
  ]

  static let specFixtures: Set<String> = [
    "beforeTest", "beforeEach", "beforeEachTest", "beforeSpec", "beforeGroup", "afterTest", "afterEach", "afterSpec",
    "afterEachTest", "afterGroup", "beforeAny", "afterAny", "beforeContainer", "afterContainer",
  ]
}
