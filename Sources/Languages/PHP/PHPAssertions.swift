import Behaviour
import TreeSitter

/// How a call of a test framework reads as an assertion.
struct PHPAssertion {
  enum Shape {
    /// The first argument is what is asserted on; the rest says what about it.
    case one
    /// What it must be, then what is asserted on: PHPUnit's order.
    case two
    /// The other way round.
    case twoSwapped
    /// What it is called on is asserted on; the arguments are what it must be.
    case receiver
    /// Nothing is asserted on.
    case plain
  }

  let kind: String
  let shape: Shape
  let isNegated: Bool

  init(_ kind: String, _ shape: Shape, negated: Bool = false) {
    self.kind = kind
    self.shape = shape
    isNegated = negated
  }
}

/// What PHPUnit, and the frameworks that build on it, call their assertions.
enum PHPAssertions {
  /// What a call of a function asserts; nil where it asserts nothing that is known here.
  static func function(_ callee: Int32, in lowering: PHPLowering) -> PHPAssertion? {
    let php = lowering.php
    let text = php.source.slice(php.range(callee))
    guard text.drop(while: { $0 == UInt8(ascii: "\\") }).starts(with: "assert".utf8) else { return nil }
    let name = php.dotted(callee)
    if name == "assert", lowering.isBuiltin(callee) { return PHPAssertion(AssertionKind.truthy, .one) }
    guard php.kind(callee) == .name, case .imported(let path) = lowering.outline.environment.names[name],
      path.hasPrefix("PHPUnit.Framework.")
    else { return nil }
    return table[name]
  }

  /// What a call of a method asserts.
  static func method(_ name: Int32, of receiver: Int32, in lowering: PHPLowering) -> PHPAssertion? {
    let php = lowering.php
    let text = php.source.slice(php.range(name))
    guard text.starts(with: "assert".utf8) || php.isText(name, "fail") else { return nil }
    guard lowering.isTest else { return nil }
    let word = php.text(name)
    if isCase(receiver, php) { return table[word] }
    if text.count == 4 { return nil }
    // `Mail::assertSent(…)`, `$response->assertOk()`
    let next = text.dropFirst(6).first ?? 0
    guard next >= UInt8(ascii: "A"), next <= UInt8(ascii: "Z") else { return nil }
    let isRefusal = word.hasPrefix("assertNot") || word.hasPrefix("assertDont") || word.hasSuffix("Missing")
    return PHPAssertion(kind(ofWord: word), .receiver, negated: isRefusal && word != "assertNotFound")
  }

  /// Whether a method belongs to the test case at hand, or to PHPUnit's own class of assertions.
  private static func isCase(_ receiver: Int32, _ php: PHPSyntax) -> Bool {
    if php.isText(receiver, "$this") || php.isText(receiver, "self") || php.isText(receiver, "static") { return true }
    return php.isName(receiver) && php.dotted(receiver).split(separator: ".").last == "Assert"
  }

  private static func kind(ofWord word: String) -> String {
    switch word {
    case "assertStatus", "assertExactJson", "assertJson", "assertJsonPath", "assertCookie", "assertSessionHas",
      "assertViewIs", "assertViewHas", "assertJsonCount", "assertContent", "assertHeader":
      AssertionKind.equal
    case "assertSent", "assertPushed", "assertDispatched", "assertQueued", "assertCalled", "assertSentTo",
      "assertNotSent", "assertNotPushed", "assertNotDispatched", "assertNothingSent", "assertNothingPushed",
      "assertNotQueued", "assertNothingQueued", "assertNothingDispatched", "assertSentCount", "assertSentTimes",
      "assertPushedOn", "assertDispatchedTimes":
      AssertionKind.called
    case "assertSee", "assertSeeText", "assertJsonFragment", "assertDontSee", "assertDontSeeText", "assertSeeInOrder":
      AssertionKind.contains
    default: AssertionKind.other
    }
  }

  private static let table: [String: PHPAssertion] = {
    var found: [String: PHPAssertion] = [:]
    for name in [
      "assertEquals", "assertEqualsCanonicalizing", "assertEqualsIgnoringCase", "assertEqualsWithDelta",
      "assertObjectEquals", "assertCount", "assertSameSize", "assertJsonStringEqualsJsonString",
      "assertJsonStringEqualsJsonFile", "assertJsonFileEqualsJsonFile", "assertStringEqualsFile",
      "assertXmlStringEqualsXmlString", "assertXmlStringEqualsXmlFile", "assertFileEquals",
      "assertStringEqualsStringIgnoringLineEndings", "assertArrayIsEqualToArrayOnlyConsideringListOfKeys",
      "assertArrayIsEqualToArrayIgnoringListOfKeys", "assertArrayIsIdenticalToArrayOnlyConsideringListOfKeys",
    ] {
      found[name] = PHPAssertion(AssertionKind.equal, .two)
    }
    for name in ["assertNotEquals", "assertNotEqualsCanonicalizing", "assertNotCount", "assertFileNotEquals"] {
      found[name] = PHPAssertion(AssertionKind.equal, .two, negated: true)
    }
    found["assertSame"] = PHPAssertion(AssertionKind.equal, .two)
    found["assertNotSame"] = PHPAssertion(AssertionKind.equal, .two, negated: true)
    for name in [
      "assertContains", "assertContainsEquals", "assertArrayHasKey", "assertStringContainsString",
      "assertStringContainsStringIgnoringCase", "assertObjectHasProperty", "assertObjectHasAttribute",
      "assertStringStartsWith", "assertStringEndsWith",
    ] {
      found[name] = PHPAssertion(AssertionKind.contains, .two)
    }
    for name in [
      "assertNotContains", "assertNotContainsEquals", "assertArrayNotHasKey",
      "assertStringNotContainsString", "assertStringStartsNotWith", "assertObjectNotHasProperty",
    ] {
      found[name] = PHPAssertion(AssertionKind.contains, .two, negated: true)
    }
    for name in [
      "assertMatchesRegularExpression", "assertRegExp", "assertStringMatchesFormat", "assertStringMatchesFormatFile",
    ] {
      found[name] = PHPAssertion(AssertionKind.matches, .two)
    }
    for name in ["assertDoesNotMatchRegularExpression", "assertNotRegExp"] {
      found[name] = PHPAssertion(AssertionKind.matches, .two, negated: true)
    }
    found["assertTrue"] = PHPAssertion(AssertionKind.truthy, .one)
    found["assertNotTrue"] = PHPAssertion(AssertionKind.truthy, .one, negated: true)
    found["assertFalse"] = PHPAssertion(AssertionKind.falsy, .one)
    found["assertNotFalse"] = PHPAssertion(AssertionKind.falsy, .one, negated: true)
    found["assertEmpty"] = PHPAssertion(AssertionKind.falsy, .one)
    found["assertNotEmpty"] = PHPAssertion(AssertionKind.falsy, .one, negated: true)
    found["assertNull"] = PHPAssertion(AssertionKind.null, .one)
    found["assertNotNull"] = PHPAssertion(AssertionKind.notNull, .one)
    found["assertInstanceOf"] = PHPAssertion(AssertionKind.type, .two)
    found["assertNotInstanceOf"] = PHPAssertion(AssertionKind.type, .two, negated: true)
    found["assertContainsOnlyInstancesOf"] = PHPAssertion(AssertionKind.type, .two)
    found["assertGreaterThan"] = PHPAssertion(AssertionKind.greater, .two)
    found["assertGreaterThanOrEqual"] = PHPAssertion(AssertionKind.atLeast, .two)
    found["assertLessThan"] = PHPAssertion(AssertionKind.less, .two)
    found["assertLessThanOrEqual"] = PHPAssertion(AssertionKind.atMost, .two)
    found["fail"] = PHPAssertion(AssertionKind.fail, .plain)
    for type in [
      "Array", "Bool", "Callable", "Float", "Int", "Iterable", "Numeric", "Object", "Resource", "Scalar",
      "String", "List", "ClosedResource",
    ] {
      found["assertIs" + type] = PHPAssertion(AssertionKind.type, .one)
      found["assertIsNot" + type] = PHPAssertion(AssertionKind.type, .one, negated: true)
    }
    for name in [
      "assertFileExists", "assertDirectoryExists", "assertFileIsReadable", "assertFileIsWritable", "assertJson",
      "assertDirectoryIsReadable", "assertDirectoryIsWritable", "assertNan", "assertInfinite", "assertFinite",
      "assertIsReadable", "assertIsWritable",
      // Laravel.
      "assertDatabaseHas", "assertDatabaseCount", "assertModelExists", "assertAuthenticated", "assertAuthenticatedAs",
      "assertSoftDeleted", "assertNotSoftDeleted", "assertCredentials", "assertGuest", "assertDatabaseEmpty",
      // Symfony.
      "assertResponseIsSuccessful", "assertResponseRedirects", "assertResponseStatusCodeSame",
      "assertResponseHasHeader", "assertSelectorExists", "assertSelectorTextContains", "assertSelectorTextSame",
      "assertPageTitleContains", "assertPageTitleSame", "assertRouteSame", "assertEmailCount", "assertQueuedEmailCount",
      "assertResponseIsUnprocessable", "assertEmailTextBodyContains", "assertEmailHtmlBodyContains",
      "assertBrowserHasCookie", "assertInputValueSame", "assertResponseFormatSame",
    ] {
      found[name] = PHPAssertion(AssertionKind.other, .one)
    }
    for name in [
      "assertFileDoesNotExist", "assertFileNotExists", "assertDirectoryDoesNotExist", "assertDatabaseMissing",
      "assertModelMissing", "assertSelectorNotExists", "assertSelectorTextNotContains", "assertInvalidCredentials",
    ] {
      found[name] = PHPAssertion(AssertionKind.other, .one, negated: true)
    }
    found["assertThat"] = PHPAssertion(AssertionKind.other, .twoSwapped)
    return found
  }()

  // MARK: - Pest

  /// What a matcher of Pest demands; nil for a word that demands nothing.
  static func matcher(_ word: String) -> String? {
    if let kind = matchers[word] { return kind }
    guard word.hasPrefix("to"), let next = word.utf8.dropFirst(2).first, next >= 0x41, next <= 0x5A else { return nil }
    return AssertionKind.other
  }

  private static let matchers: [String: String] = [
    "toBe": AssertionKind.equal, "toEqual": AssertionKind.equal, "toEqualCanonicalizing": AssertionKind.equal,
    "toEqualWithDelta": AssertionKind.equal, "toMatchArray": AssertionKind.equal, "toMatchObject": AssertionKind.equal,
    "toHaveCount": AssertionKind.equal, "toHaveLength": AssertionKind.equal, "toBeTrue": AssertionKind.truthy,
    "toBeTruthy": AssertionKind.truthy, "toBeFalse": AssertionKind.falsy, "toBeFalsy": AssertionKind.falsy,
    "toBeEmpty": AssertionKind.falsy, "toBeNull": AssertionKind.null, "toBeGreaterThan": AssertionKind.greater,
    "toBeGreaterThanOrEqual": AssertionKind.atLeast, "toBeLessThan": AssertionKind.less,
    "toBeLessThanOrEqual": AssertionKind.atMost, "toContain": AssertionKind.contains,
    "toContainEqual": AssertionKind.contains, "toHaveKey": AssertionKind.contains,
    "toHaveKeys": AssertionKind.contains, "toHaveProperty": AssertionKind.contains, "toBeIn": AssertionKind.contains,
    "toBeInstanceOf": AssertionKind.type, "toBeArray": AssertionKind.type, "toBeString": AssertionKind.type,
    "toBeInt": AssertionKind.type, "toBeFloat": AssertionKind.type, "toBeBool": AssertionKind.type,
    "toBeObject": AssertionKind.type, "toBeNumeric": AssertionKind.type, "toBeCallable": AssertionKind.type,
    "toBeIterable": AssertionKind.type, "toMatch": AssertionKind.matches, "toStartWith": AssertionKind.matches,
    "toEndWith": AssertionKind.matches, "toThrow": AssertionKind.raises, "toMatchSnapshot": AssertionKind.snapshot,
  ]
}
