import Behaviour

/// What the names in tests say.
package enum TestNames {
  /// Whether a call asks for an address by its verb (`self.client.get`, `request(app).post`), or does what a person does
  /// on a page.
  static func isRequest(_ name: String) -> Bool {
    let last = String(NameReading.last(name))
    if pageSteps.contains(last) { return true }
    guard verbs.contains(last), name.utf8.contains(UInt8(ascii: ".")) else { return false }
    let base = NameReading.base(name)
    return base.isEmpty || NameReading.words(base).contains { clients.contains($0) }
  }

  /// Of Capybara, Cypress, Playwright, Selenium.
  private static let pageSteps: Set<String> = [
    "visit", "click_button", "click_link", "click_on", "fill_in", "within", "goto", "click", "fill", "find_element",
    "send_keys", "getByRole", "getByText", "getByTestId", "locator",
  ]
  private static let verbs: Set<String> = ["get", "post", "put", "patch", "delete", "head", "options", "request"]
  private static let clients: Set<String> = [
    "client", "browser", "request", "http", "api", "agent", "app", "server", "session",
  ]

  /// Whether a call's name says that it may assert: `check_totals`, `self.assertValid`, `expectOrder`, `run_test`.
  package static func mayAssert(_ name: String) -> Bool {
    let last = NameReading.last(name)
    // What loads modules demands nothing, and an error is made to be raised.
    if last == "require" || skips.contains(String(last)) || ofTestCase.contains(String(last)) { return false }
    if last.hasSuffix("Error") || last.hasSuffix("Exception"), NameReading.isCapitalized(last),
      !last.hasPrefix("Assert")
    {
      return false
    }
    if NameReading.words(last).contains(where: { assertWords.contains($0) }) { return true }
    // A function of a type that tests share: `SharedOrderTests.Pays`.
    let type = NameReading.last(String(NameReading.base(name)))
    guard NameReading.isCapitalized(type), let kind = NameReading.words(type).last else { return false }
    return kind == "tests" || kind == "assertions"
  }

  private static let assertWords: Set<String> = [
    "assert", "asserts", "verify", "verifies", "fail", "fails", "should", "check", "checks", "expect", "expects",
    "validate", "validates", "approve", "ensure", "ensures", "must", "require", "requires", "matches", "compare",
    "compares", "assertion", "assertions", "checker", "test", "tests", "tester", "raises", "warns", "expected",
    "throws",
    "snapshot", "snapshots", "screenshot", "screenshots", "golden", "capture", "captures",
  ]

  /// Calls that end a test without a verdict.
  static let skips: Set<String> = ["skip", "skipTest", "pending", "todo", "fixme", "skipIf", "skipUnless"]

  /// The same for what a test is decorated with.
  static func mayAssert(decorator name: String) -> Bool {
    if name.hasPrefix("pytest.mark.") { return false }
    return NameReading.words(NameReading.last(name)).contains { decoratorWords.contains($0) }
  }

  private static let decoratorWords: Set<String> = [
    "assert", "asserts", "verify", "check", "checks", "expect", "expects", "expected", "compare", "comparison",
    "raises", "warns", "test", "matches", "validate",
  ]

  /// Whether a test's name says that it is enough for it to run.
  static func isSmoke(_ name: String) -> Bool {
    let words = NameReading.words(name)
    if words.contains(where: { smokeWords.contains($0) }) { return true }
    // `test_empty_params_pass`
    if let last = words.last, words.count > 2, last == "pass" || last == "passes" { return true }
    let text = " " + words.joined(separator: " ") + " "
    return smokePhrases.contains { text.contains($0) }
  }

  private static let smokeWords: Set<String> = [
    "smoke", "smoketest", "compiles", "importable", "imports", "crash", "crashes", "crasher", "segfault", "nothrow",
    "noop", "skip", "skipped", "segmentation", "leak", "leaks", "deadlock", "hang", "hangs", "refleak", "regression",
    "fuzz",
  ]
  private static let smokePhrases = [
    " not raise ", " not raises ", " no raise ", " not throw ", " not throws ", " no throw ", " doesn t throw ",
    " doesn t raise ", " doesnt throw ", " doesnt raise ", " without error ", " without errors ", " no error ",
    " no errors ", " not error ", " doesn t error ", " without throwing ", " without raising ", " without crashing ",
    " not crash ", " not fail ", " doesn t fail ", " doesn t crash ", " renders without ", " can be created ",
    " can be constructed ", " can be imported ", " can import ", " runs without ", " no exception ", " no exceptions ",
    " without exception ", " without exceptions ", " not blow up ", " no warnings ", " no warning ",
    " without warning ",
    " without warnings ", " is ignored ", " is accepted ", " is allowed ",
  ]

  /// Whether a test is about a value being like itself: equality, hashing, determinism, caching.
  static func isAboutSameness(_ unit: Unit) -> Bool {
    let words = NameReading.words(unit.name) + NameReading.words(unit.owner?.name ?? "")
    return words.contains { samenessWords.contains($0) }
  }

  private static let samenessWords = assertionWords.union([
    "equal", "equals", "equality", "eq", "ne", "lt", "le", "gt", "ge", "hash", "hashes", "hashable", "hashing",
    "hashcode", "identity", "identical", "compare", "compares", "comparison", "comparisons", "comparable", "cmp",
    "comparator", "reflexive", "nan", "nans", "deterministic", "determinism", "determinate", "idempotent",
    "idempotence", "idempotency", "stable", "stability", "consistent", "consistency", "consistently", "cache", "cached",
    "caches", "caching", "memo", "memoize", "memoized", "memoization", "singleton", "repeat", "repeated", "repeatable",
    "repeatedly", "reproducible", "same", "symmetric", "symmetry", "pure", "immutable", "richcmp", "twice", "unchanged",
    "invariant", "invariants", "relational",
  ])

  /// Whether a test is about assertions themselves.
  static func isAboutAssertions(_ unit: Unit) -> Bool {
    let words = NameReading.words(unit.name) + NameReading.words(unit.owner?.name ?? "")
    return words.contains { assertionWords.contains($0) }
  }

  private static let assertionWords: Set<String> = [
    "assert", "asserts", "assertion", "assertions", "expect", "matcher",
  ]

  /// Whether a name says that its value is what something else must come to.
  static func isExpectation(_ name: String) -> Bool {
    NameReading.words(name).contains { expectationWords.contains($0) }
  }

  private static let expectationWords: Set<String> = [
    "expected", "expect", "expectation", "want", "wanted", "correct", "should", "answer", "desired", "truth", "exp",
    "target", "golden",
  ]

  /// Words of names that say that being there is all that is asked.
  static let presenceWords: Set<String> = [
    "exists", "exist", "defined", "present", "presence", "available", "created", "create", "creates", "constructed",
    "construct", "constructor", "init", "initialized", "instance", "instantiate", "instantiates", "instantiated",
    "exported", "exports", "export", "loaded", "loads", "load", "found", "null", "none", "undefined", "not", "is",
    "has", "renders", "render", "mounts", "imports", "import", "registered",
  ]

  /// Words of calls that look for something, and give nothing where it is not there.
  static let finderWords: Set<String> = [
    "find", "finds", "select", "query", "get", "search", "lookup", "locate", "match", "first", "one", "by", "member",
    "fetch", "load", "parse", "exec", "closest", "child", "element", "item", "which", "resolve", "detect",
  ]

  /// Whether a base of a test type is known to declare no assertions but those that are read as such.
  static func isPlainBase(_ base: String) -> Bool {
    plainBases.contains(String(base.split(separator: ".").last ?? ""))
  }

  private static let plainBases: Set<String> = [
    "object", "TestCase", "IsolatedAsyncioTestCase", "TransactionTestCase", "SimpleTestCase", "LiveServerTestCase",
    "XCTestCase", "ABC", "Generic", "Protocol",
  ]

  /// Methods of a test case that assert nothing.
  static let ofTestCase: Set<String> = [
    "subTest", "addCleanup", "addClassCleanup", "addAsyncCleanup", "doCleanups", "id", "skipTest", "shortDescription",
    "setUp", "tearDown", "run", "debug", "enterContext", "enterClassContext", "enterAsyncContext",
    "addTypeEqualityFunc", "client", "settings", "modify_settings", "__class__", "client_class",
  ]

  /// Folders and modules in which helpers for tests stand.
  static let supportModules: Set<String> = [
    "test", "tests", "testing", "testutils", "testutil", "test_utils", "test-utils", "testhelpers", "test_helpers",
    "test-helpers", "testlib", "support", "helpers", "helper", "fixtures", "conftest", "mock_helpers", "harness",
    "script_helper", "utils", "util", "common", "testlib", "e2e",
  ]
}
