import Behaviour

extension GoOutline {
  /// What a file is, by its path and its head.
  static func traits(of source: Source) -> FileTraits {
    var traits = FileTraits(path: source.path)
    let name = source.path.split(separator: "/").last ?? ""
    if name.hasSuffix("_test.go") { traits.insert(.test) }
    if name.hasSuffix(".pb.go") || name.hasSuffix(".pb.gw.go") || FileTraits.areGenerated(source.bytes) {
      traits.insert(.generated)
    }
    return traits
  }
}

/// How the test frameworks of Go know a test, and what prepares for one.
enum GoTests {
  /// `TestCharge`, `FuzzCharge`, `Test_charge`, not `Testify`.
  static func isTest(_ name: String) -> Bool {
    for prefix in ["Test", "Fuzz"] where name.hasPrefix(prefix) {
      guard let next = name.dropFirst(4).first else { return true }
      return !next.isLowercase
    }
    return false
  }

  static func isFixture(_ name: String) -> Bool { fixtures.contains(name) }

  private static let fixtures: Set<String> = [
    "TestMain", "SetupTest", "TearDownTest", "SetupSuite", "TearDownSuite", "BeforeTest", "AfterTest", "SetupSubTest",
    "TearDownSubTest", "SetUpTest", "SetUpSuite",
  ]

  /// What a test is handed to fail with.
  static let handles: Set<String> = ["testing.T", "testing.B", "testing.F", "testing.TB", "testing.M"]
}
