import Behaviour

/// How a call of a test framework reads as an assertion.
struct KotlinAssertion {
  enum Shape {
    /// The first argument is what is asserted on; the rest says what about it.
    case one
    /// What is asserted on, then what it must be.
    case two
    /// The other way round: `assertEquals(expected, actual)`.
    case twoSwapped
    /// The error that must be raised, and the function that must raise it.
    case raising
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

/// What the test frameworks of Kotlin call their assertions.
enum KotlinAssertions {
  /// Plain functions, as kotlin.test and JUnit have them.
  static let plain: [String: KotlinAssertion] = {
    var found: [String: KotlinAssertion] = [:]
    for name in [
      "assertEquals", "assertContentEquals", "assertArrayEquals", "assertIterableEquals", "assertLinesMatch",
    ] {
      found[name] = KotlinAssertion(AssertionKind.equal, .twoSwapped)
    }
    found["assertNotEquals"] = KotlinAssertion(AssertionKind.equal, .twoSwapped, negated: true)
    found["assertSame"] = KotlinAssertion(AssertionKind.same, .twoSwapped)
    found["assertNotSame"] = KotlinAssertion(AssertionKind.same, .twoSwapped, negated: true)
    found["assertTrue"] = KotlinAssertion(AssertionKind.truthy, .one)
    found["assertFalse"] = KotlinAssertion(AssertionKind.falsy, .one)
    found["assertNull"] = KotlinAssertion(AssertionKind.null, .one)
    found["assertNotNull"] = KotlinAssertion(AssertionKind.notNull, .one)
    found["assertContains"] = KotlinAssertion(AssertionKind.contains, .two)
    found["assertIs"] = KotlinAssertion(AssertionKind.type, .one)
    found["assertIsNot"] = KotlinAssertion(AssertionKind.type, .one, negated: true)
    found["assertInstanceOf"] = KotlinAssertion(AssertionKind.type, .twoSwapped)
    for name in [
      "assertFailsWith", "assertFails", "assertThrows", "assertThrowsExactly", "shouldThrow", "shouldThrowAny",
      "shouldThrowExactly", "shouldThrowMessage", "shouldThrowWithMessage", "shouldThrowUnit", "expectThrows",
      "assertFailure", "assertThatThrownBy",
    ] {
      found[name] = KotlinAssertion(AssertionKind.raises, .raising)
    }
    for name in ["assertDoesNotThrow", "shouldNotThrowAny", "shouldNotThrow", "shouldNotThrowAnyUnit"] {
      found[name] = KotlinAssertion(AssertionKind.raises, .raising, negated: true)
    }
    found["fail"] = KotlinAssertion(AssertionKind.fail, .plain)
    found["assertTimeout"] = KotlinAssertion(AssertionKind.other, .raising)
    found["assertTimeoutPreemptively"] = KotlinAssertion(AssertionKind.other, .raising)
    return found
  }()

  static let functions: [String] = plain.keys.sorted() + ["assertAll"]

  /// Packages whose plain functions these are.
  static func isAssertionModule(_ path: String) -> Bool {
    modules.contains { path.hasPrefix($0) }
  }

  private static let modules = [
    "kotlin.test.", "org.junit.", "junit.framework.", "org.testng.", "io.kotest.", "strikt.", "assertk.",
    "org.assertj.", "com.google.common.truth.", "org.hamcrest.", "io.ktor.test.", "kotlinx.coroutines.test.",
    "androidx.test.", "org.jetbrains.kotlin.test.", "org.opentest4j.",
  ]

  /// Functions that name what is asserted on; the calls behind say what about it.
  static let subjects: Set<String> = ["assertThat", "expectThat", "assertWithMessage", "assertThatCode"]

  /// What is demanded of a subject: AssertJ, Truth, AssertK, Strikt.
  static func demand(ofMatcher name: String) -> KotlinAssertion {
    matchers[name] ?? KotlinAssertion(AssertionKind.other, .two)
  }

  /// Calls between a subject and its demand that look at a part of it, or describe it.
  static let navigations: Set<String> = [
    "as", "describedAs", "withFailMessage", "overridingErrorMessage", "extracting", "usingRecursiveComparison",
    "usingElementComparator", "asString", "asList", "first", "last", "element", "prop", "get", "that", "withMessage",
    "ignoringFields", "asInstanceOf", "rootCause", "cause", "message",
  ]

  private static let matchers: [String: KotlinAssertion] = {
    var found: [String: KotlinAssertion] = [:]
    for name in ["isEqualTo", "isEqualToIgnoringCase", "isEqualByComparingTo", "containsExactly", "hasSize"] {
      found[name] = KotlinAssertion(AssertionKind.equal, .two)
    }
    found["isNotEqualTo"] = KotlinAssertion(AssertionKind.equal, .two, negated: true)
    found["isSameAs"] = KotlinAssertion(AssertionKind.same, .two)
    found["isSameInstanceAs"] = KotlinAssertion(AssertionKind.same, .two)
    found["isNotSameAs"] = KotlinAssertion(AssertionKind.same, .two, negated: true)
    found["isTrue"] = KotlinAssertion(AssertionKind.truthy, .one)
    found["isFalse"] = KotlinAssertion(AssertionKind.falsy, .one)
    found["isNull"] = KotlinAssertion(AssertionKind.null, .one)
    found["isNotNull"] = KotlinAssertion(AssertionKind.notNull, .one)
    for name in ["contains", "containsKey", "containsEntry", "containsExactlyInAnyOrder"] {
      found[name] = KotlinAssertion(AssertionKind.contains, .two)
    }
    found["doesNotContain"] = KotlinAssertion(AssertionKind.contains, .two, negated: true)
    found["isLessThan"] = KotlinAssertion(AssertionKind.less, .two)
    found["isGreaterThan"] = KotlinAssertion(AssertionKind.greater, .two)
    found["isLessThanOrEqualTo"] = KotlinAssertion(AssertionKind.atMost, .two)
    found["isAtMost"] = KotlinAssertion(AssertionKind.atMost, .two)
    found["isGreaterThanOrEqualTo"] = KotlinAssertion(AssertionKind.atLeast, .two)
    found["isAtLeast"] = KotlinAssertion(AssertionKind.atLeast, .two)
    found["isInstanceOf"] = KotlinAssertion(AssertionKind.type, .two)
    found["isA"] = KotlinAssertion(AssertionKind.type, .two)
    found["matches"] = KotlinAssertion(AssertionKind.matches, .two)
    found["startsWith"] = KotlinAssertion(AssertionKind.matches, .two)
    found["endsWith"] = KotlinAssertion(AssertionKind.matches, .two)
    return found
  }()

  /// Kotest's demands, as a word between two values or a method of the first.
  static func should(_ name: String) -> KotlinAssertion? {
    if let found = shoulds[name] { return found }
    guard name.hasPrefix("should"), let next = name.dropFirst(6).first, next.isUppercase else { return nil }
    let isNegated = name.hasPrefix("shouldNot")
    return KotlinAssertion(AssertionKind.other, .two, negated: isNegated)
  }

  private static let shoulds: [String: KotlinAssertion] = [
    "shouldBe": KotlinAssertion(AssertionKind.equal, .two),
    "shouldBeEqual": KotlinAssertion(AssertionKind.equal, .two),
    "shouldNotBe": KotlinAssertion(AssertionKind.equal, .two, negated: true),
    "shouldBeSameInstanceAs": KotlinAssertion(AssertionKind.same, .two),
    "shouldBeTrue": KotlinAssertion(AssertionKind.truthy, .one),
    "shouldBeFalse": KotlinAssertion(AssertionKind.falsy, .one),
    "shouldBeNull": KotlinAssertion(AssertionKind.null, .one),
    "shouldNotBeNull": KotlinAssertion(AssertionKind.notNull, .one),
    "shouldContain": KotlinAssertion(AssertionKind.contains, .two),
    "shouldContainAll": KotlinAssertion(AssertionKind.contains, .two),
    "shouldNotContain": KotlinAssertion(AssertionKind.contains, .two, negated: true),
    "shouldBeLessThan": KotlinAssertion(AssertionKind.less, .two),
    "shouldBeGreaterThan": KotlinAssertion(AssertionKind.greater, .two),
    "shouldBeLessThanOrEqual": KotlinAssertion(AssertionKind.atMost, .two),
    "shouldBeGreaterThanOrEqual": KotlinAssertion(AssertionKind.atLeast, .two),
    "shouldBeAtMost": KotlinAssertion(AssertionKind.atMost, .two),
    "shouldBeAtLeast": KotlinAssertion(AssertionKind.atLeast, .two),
    "shouldBeInstanceOf": KotlinAssertion(AssertionKind.type, .two),
    "shouldBeTypeOf": KotlinAssertion(AssertionKind.type, .two),
    "shouldMatch": KotlinAssertion(AssertionKind.matches, .two),
    "shouldStartWith": KotlinAssertion(AssertionKind.matches, .two),
    "shouldEndWith": KotlinAssertion(AssertionKind.matches, .two),
  ]

  /// MockK's functions that demand what a double was called with.
  static let verifications: Set<String> = [
    "verify", "coVerify", "verifyOrder", "coVerifyOrder", "verifySequence", "coVerifySequence", "verifyAll",
    "coVerifyAll",
  ]

  /// Mockito's: what a double was called with stands behind.
  static func isMockitoVerify(_ name: String) -> Bool { name == "verify" }

  static let quietVerifications: Set<String> = [
    "verifyNoInteractions", "verifyNoMoreInteractions", "verifyZeroInteractions", "confirmVerified",
  ]
}
