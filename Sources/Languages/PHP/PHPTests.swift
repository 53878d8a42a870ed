import TreeSitter

/// How the test frameworks of PHP know a test, and what prepares for one.
enum PHPTests {
  /// Whether a base type makes a type a test case: `TestCase`, `WebTestCase`, `FeatureTest`.
  static func isTestCase(base: String) -> Bool { base.hasSuffix("TestCase") || base.hasSuffix("Test") }

  /// Whether a method's name makes it a test: `testCharge`, `test_charge`.
  static func isTest(_ name: String) -> Bool { name.hasPrefix("test") && name != "test" }

  static func isFixture(_ name: String) -> Bool { fixtures.contains(name) }

  private static let fixtures: Set<String> = [
    "setUp", "tearDown", "setUpBeforeClass", "tearDownAfterClass", "_before", "_after", "createApplication",
  ]

  /// The last words of the attributes in a list: `Test`, `DataProvider`.
  static func attributes(_ list: Int32, _ php: PHPSyntax) -> [Substring] {
    var found: [Substring] = []
    for group in php.children(list) where php.kind(group) == .attributeGroup {
      for attribute in php.children(group) where php.kind(attribute) == .attribute {
        guard let name = php.firstPart(attribute) else { continue }
        if let last = php.dotted(name).split(separator: ".").last { found.append(last) }
      }
    }
    return found
  }
}

/// A call of Pest that declares a test, a group of tests, or what prepares and cleans up for them.
struct PHPTestCall {
  enum Role {
    case test, group, fixture
  }

  let role: Role
  /// The call of `it`, `test`, `describe`.
  let call: Int32
  /// The function that is given to it.
  let callback: Int32
  /// The name that is given to it; nil for a fixture.
  let title: Int32?
  /// Declared as one that does not run.
  private(set) var isSkipped = false
  /// What the test must raise: `->throws(Declined::class)`.
  private(set) var raises: Int32?

  /// - Parameter top: the call itself, or the last of those that hang on it.
  init?(_ top: Int32, in php: PHPSyntax) {
    var words: [(name: Int32, call: Int32)] = []
    var at = top
    while php.kind(at) == .memberCall, words.count < 40, let object = php.child(at, php.fields.object),
      let name = php.child(at, php.fields.name)
    {
      words.append((name, at))
      at = php.unwrap(object)
    }
    guard php.kind(at) == .call, let callee = php.child(at, php.fields.function), php.kind(callee) == .name,
      let role = PHPTestCall.role(of: callee, php), let arguments = php.child(at, php.fields.arguments)
    else { return nil }
    var callback: Int32?
    var title: Int32?
    for argument in php.children(arguments) where php.kind(argument) == .argument {
      guard let value = php.lastPart(argument).map(php.unwrap) else { continue }
      if php.isFunction(value) { callback = value } else if title == nil, callback == nil { title = value }
    }
    guard let callback, role == .fixture || title != nil else { return nil }
    self.role = role
    self.callback = callback
    self.title = role == .fixture ? nil : title
    call = at
    for word in words {
      if php.isText(word.name, "skip") || php.isText(word.name, "todo") { isSkipped = true }
      guard php.isText(word.name, "throws"), let list = php.child(word.call, php.fields.arguments) else { continue }
      raises = php.firstPart(list).flatMap(php.lastPart)
    }
  }

  /// The call around the function that is given to it.
  init?(around function: Int32, in php: PHPSyntax) {
    let argument = php.parent(function)
    let list = php.parent(argument)
    var top = php.parent(list)
    guard php.kind(argument) == .argument, php.kind(list) == .arguments, php.kind(top) == .call else { return nil }
    for _ in 0..<40 {
      let outer = php.parent(top)
      guard php.kind(outer) == .memberCall, php.child(outer, php.fields.object) == top else { break }
      top = outer
    }
    guard let made = PHPTestCall(top, in: php), made.callback == function else { return nil }
    self = made
  }

  private static func role(of callee: Int32, _ php: PHPSyntax) -> Role? {
    switch php.text(callee) {
    case "it", "test": .test
    case "describe": .group
    case "beforeEach", "afterEach", "beforeAll", "afterAll": .fixture
    default: nil
    }
  }
}
