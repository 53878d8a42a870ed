/// How the test frameworks of Swift know a test, and what prepares for one.
enum SwiftTests {
  /// Whether a base type makes a type a test case: `XCTestCase`, one of its own that ends so.
  static func isTestCase(base: String) -> Bool { base.hasSuffix("TestCase") }

  /// Whether a base type makes a type a specification of Quick.
  static func isSpecification(base: String) -> Bool { base == "QuickSpec" || base == "AsyncSpec" || base == "KIFSpec" }

  static func isFixture(_ name: String) -> Bool { fixtures.contains(name) }

  private static let fixtures: Set<String> = [
    "setUp", "tearDown", "setUpWithError", "tearDownWithError", "invokeTest",
  ]

  /// What a call of Quick in a specification declares.
  enum Declaration { case test, group, fixture }

  static func declaration(_ name: String) -> (Declaration, isSkipped: Bool)? {
    switch name {
    case "it", "fit": (.test, false)
    case "xit", "pending": (.test, true)
    case "describe", "context", "fdescribe", "fcontext": (.group, false)
    case "xdescribe", "xcontext": (.group, true)
    case "beforeEach", "afterEach", "beforeSuite", "afterSuite", "justBeforeEach", "aroundEach": (.fixture, false)
    default: nil
    }
  }

  /// Attributes that say nothing about what runs.
  static func isCompilerAttribute(_ name: String) -> Bool { compilerAttributes.contains(name) }

  private static let compilerAttributes: Set<String> = [
    "Test", "Suite", "available", "discardableResult", "inlinable", "inline", "usableFromInline", "frozen", "objc",
    "objcMembers",
    "nonobjc", "testable", "preconcurrency", "Sendable", "escaping", "autoclosure", "unknown", "dynamicMemberLookup",
    "dynamicCallable", "propertyWrapper", "resultBuilder", "_spi", "_implementationOnly", "_exported", "unchecked",
    "retroactive", "MainActor", "ViewBuilder", "_disfavoredOverload", "specialized", "_specialize", "backDeployed",
    "exclusivity", "concurrent", "nonsending", "_alwaysEmitIntoClient", "_cdecl", "_silgen_name", "convention",
    "inlineAlways", "implementation", "abi", "_lifetime", "lifetime", "globalActor", "NSManaged", "IBOutlet",
    "IBInspectable", "IBDesignable", "GKInspectable", "NSCopying", "requires_stored_property_inits", "attached",
    "freestanding", "storageRestrictions", "rethrows", "warn_unqualified_access", "differentiable", "derivative",
  ]
}
