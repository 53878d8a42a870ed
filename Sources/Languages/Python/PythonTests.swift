/// How the test frameworks of Python know a test, and what prepares for one.
enum PythonTests {
  /// Whether a function's name makes it a test: `test`, `test_charge`, `testCharge`, `test2`.
  static func isTest(_ name: String) -> Bool {
    guard name.hasPrefix("test") else { return false }
    guard let next = name.utf8.dropFirst(4).first else { return true }
    return next == UInt8(ascii: "_") || next >= UInt8(ascii: "A") && next <= UInt8(ascii: "Z")
      || next >= UInt8(ascii: "0") && next <= UInt8(ascii: "9")
  }

  /// Whether a base type makes a type a test case: `unittest.TestCase`, `APITestCase`.
  static func isTestCase(base: String) -> Bool { base.hasSuffix("TestCase") }

  static func isFixture(_ name: String) -> Bool { fixtures.contains(name) }

  private static let fixtures: Set<String> = [
    "setUp", "tearDown", "setUpClass", "tearDownClass", "setUpModule", "tearDownModule", "setUpTestData",
    "asyncSetUp", "asyncTearDown", "addCleanup", "setup_method", "teardown_method", "setup_class", "teardown_class",
    "setup_function", "teardown_function", "setup_module", "teardown_module", "setup", "teardown",
  ]
}
