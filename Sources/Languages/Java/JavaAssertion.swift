import Behaviour

/// How a call of a test framework reads as an assertion.
struct JavaAssertion: Sendable {
  enum Shape: Sendable {
    /// The first argument is what is asserted on; the rest says what about it.
    case one
    /// What it must be, then what is asserted on, as JUnit has it; TestNG has it the other way round.
    case two
    /// What is asserted on, then what it must be, in every framework.
    case inOrder
    /// The error that must be raised, then what must raise it.
    case raising
    /// What must not raise.
    case quiet
    /// Functions whose assertions all run.
    case all
    /// A time, and what must be done in it.
    case timed
    /// Nothing is asserted on.
    case plain
  }

  let kind: String
  var shape = Shape.one
  var isNegated = false

  /// What matters more of several demands in one chain.
  var weight: Int {
    switch kind {
    case AssertionKind.notNull: 0
    case AssertionKind.other: 1
    default: 2
    }
  }

  var negated: JavaAssertion {
    switch kind {
    case AssertionKind.null: JavaAssertion(kind: AssertionKind.notNull, shape: shape)
    case AssertionKind.notNull: JavaAssertion(kind: AssertionKind.null, shape: shape)
    case AssertionKind.truthy: JavaAssertion(kind: AssertionKind.falsy, shape: shape)
    case AssertionKind.falsy: JavaAssertion(kind: AssertionKind.truthy, shape: shape)
    default: JavaAssertion(kind: kind, shape: shape, isNegated: !isNegated)
    }
  }
}

/// What the test frameworks of Java call their assertions.
enum JavaAssertions {
  /// Functions of JUnit's and TestNG's `Assert`, `Assertions`, `TestCase`.
  static let functions: [String: JavaAssertion] = [
    "assertEquals": JavaAssertion(kind: AssertionKind.equal, shape: .two),
    "assertArrayEquals": JavaAssertion(kind: AssertionKind.equal, shape: .two),
    "assertIterableEquals": JavaAssertion(kind: AssertionKind.equal, shape: .two),
    "assertLinesMatch": JavaAssertion(kind: AssertionKind.matches, shape: .two),
    "assertNotEquals": JavaAssertion(kind: AssertionKind.equal, shape: .two, isNegated: true),
    "assertSame": JavaAssertion(kind: AssertionKind.same, shape: .two),
    "assertNotSame": JavaAssertion(kind: AssertionKind.same, shape: .two, isNegated: true),
    "assertTrue": JavaAssertion(kind: AssertionKind.truthy),
    "assertFalse": JavaAssertion(kind: AssertionKind.falsy),
    "assertNull": JavaAssertion(kind: AssertionKind.null),
    "assertNotNull": JavaAssertion(kind: AssertionKind.notNull),
    "assertInstanceOf": JavaAssertion(kind: AssertionKind.type, shape: .two),
    "assertThrows": JavaAssertion(kind: AssertionKind.raises, shape: .raising),
    "assertThrowsExactly": JavaAssertion(kind: AssertionKind.raises, shape: .raising),
    "expectThrows": JavaAssertion(kind: AssertionKind.raises, shape: .raising),
    "assertDoesNotThrow": JavaAssertion(kind: AssertionKind.raises, shape: .quiet, isNegated: true),
    "assertAll": JavaAssertion(kind: AssertionKind.other, shape: .all),
    "assertTimeout": JavaAssertion(kind: AssertionKind.other, shape: .timed),
    "assertTimeoutPreemptively": JavaAssertion(kind: AssertionKind.other, shape: .timed),
    "assertJsonEquals": JavaAssertion(kind: AssertionKind.equal, shape: .two),
    "fail": JavaAssertion(kind: AssertionKind.fail, shape: .plain),
  ]

  /// What the functions above may hang on.
  static let holders: Set<String> = [
    "Assert", "Assertions", "TestCase", "AssertJUnit", "MatcherAssert", "Truth", "AssertionsForClassTypes",
    "AssertionsForInterfaceTypes", "BDDAssertions", "JSONAssert",
  ]

  /// What starts a chain of AssertJ, Truth or their like.
  static let subjects: Set<String> = ["assertThat", "then", "that", "assertThatObject", "thenThrownBy"]
  static let raising: [String: JavaAssertion] = [
    "assertThatThrownBy": JavaAssertion(kind: AssertionKind.raises),
    "thenThrownBy": JavaAssertion(kind: AssertionKind.raises),
    "assertThatCode": JavaAssertion(kind: AssertionKind.raises),
    "thenCode": JavaAssertion(kind: AssertionKind.raises),
    "assertThatExceptionOfType": JavaAssertion(kind: AssertionKind.raises),
    "assertThatIllegalArgumentException": JavaAssertion(kind: AssertionKind.raises),
    "assertThatIllegalStateException": JavaAssertion(kind: AssertionKind.raises),
    "assertThatNullPointerException": JavaAssertion(kind: AssertionKind.raises),
    "assertThatIOException": JavaAssertion(kind: AssertionKind.raises),
    "assertThatNoException": JavaAssertion(kind: AssertionKind.raises, isNegated: true),
  ]

  /// Links of such a chain.
  static let links: [String: JavaAssertion] = {
    var found: [String: JavaAssertion] = [:]
    for (kind, names) in demands { for name in names { found[name] = JavaAssertion(kind: kind) } }
    for (kind, names) in refusals { for name in names { found[name] = JavaAssertion(kind: kind, isNegated: true) } }
    return found
  }()

  /// Links that only look at something else, or say something about the assertion.
  static func isPassive(_ name: String) -> Bool { passive.contains(name) || name.hasPrefix("using") }

  private static let passive: Set<String> = [
    "as", "describedAs", "withFailMessage", "overridingErrorMessage", "extracting", "flatExtracting", "first", "last",
    "element", "singleElement", "asList", "asString", "asInstanceOf", "map", "flatMap", "filteredOn", "rootCause",
    "cause", "withThreadDumpOnError", "ignoringFields", "comparingOnlyFields", "and", "size", "returnToIterable",
    "get", "value", "message", "inBinary", "inHexadecimal", "within", "extractingResultOf",
    "ignoringCollectionOrder", "withComparatorForType", "inPath", "node", "when", "withStrictTypeChecking", "named",
    "withMessageForThrowable", "hasCauseThat", "hasMessageThat", "containing", "getCause",
  ]

  private static let demands: [(String, [String])] = [
    (
      AssertionKind.equal,
      [
        "isEqualTo", "hasSize", "hasToString", "isZero", "isOne", "hasValue", "isEqualToComparingFieldByField",
        "isEqualToIgnoringCase", "isEqualToIgnoringWhitespace", "isEqualByComparingTo", "isCloseTo", "hasLength",
        "hasSameSizeAs", "hasSameElementsAs", "containsExactly", "containsExactlyInAnyOrder", "hasSameContentAs",
        "isEqualToNormalizingNewlines", "containsExactlyElementsIn", "containsExactlyElementsOf",
        "containsExactlyInAnyOrderElementsOf", "isEqualToIgnoringGivenFields", "isEqualToIgnoringNullFields", "hasName",
        "containsExactlyEntriesIn", "hasContent", "hasStatus", "hasStatusOk", "isEqualToUsingTypeSystem",
      ]
    ),
    (AssertionKind.same, ["isSameAs", "isSameInstanceAs"]),
    (AssertionKind.truthy, ["isTrue", "isPresent", "isNotEmpty", "isNotBlank", "isCompleted", "isDone"]),
    (AssertionKind.falsy, ["isFalse", "isEmpty", "isBlank", "isNotPresent", "isNullOrEmpty", "isNotCompleted"]),
    (AssertionKind.null, ["isNull"]),
    (AssertionKind.notNull, ["isNotNull"]),
    (AssertionKind.less, ["isLessThan", "isBefore", "isNegative"]),
    (AssertionKind.greater, ["isGreaterThan", "isAfter", "isPositive", "hasSizeGreaterThan"]),
    (AssertionKind.atMost, ["isLessThanOrEqualTo", "isAtMost", "isBeforeOrEqualTo", "isNotPositive"]),
    (
      AssertionKind.atLeast,
      ["isGreaterThanOrEqualTo", "isAtLeast", "isAfterOrEqualTo", "isNotNegative", "hasSizeGreaterThanOrEqualTo"]
    ),
    (
      AssertionKind.contains,
      [
        "contains", "containsAll", "containsOnly", "containsAnyOf", "containsKey", "containsKeys", "containsEntry",
        "containsValue", "containsSequence", "containsAtLeast", "containsIgnoringCase", "isIn", "isSubsetOf",
        "containsOnlyKeys", "containsOnlyOnce", "containsAllEntriesOf", "containsAtLeastElementsIn", "isBetween",
      ]
    ),
    (
      AssertionKind.type,
      ["isInstanceOf", "isExactlyInstanceOf", "isInstanceOfAny", "hasOnlyElementsOfType", "hasSameClassAs"]
    ),
    (
      AssertionKind.matches,
      [
        "matches", "startsWith", "endsWith", "containsPattern", "satisfies", "anyMatch", "allMatch", "noneMatch",
        "allSatisfy", "anySatisfy", "noneSatisfy", "satisfiesExactly", "matchesPattern", "hasMessage",
        "hasMessageContaining", "hasMessageStartingWith", "hasMessageMatching", "hasCauseInstanceOf",
        "hasRootCauseInstanceOf", "hasFieldOrPropertyWithValue", "hasFieldOrProperty", "returns", "is", "has",
        "hasCause", "withMessage", "withMessageContaining", "hasMessageEndingWith", "withCauseInstanceOf",
        "hasRootCauseMessage", "withMessageStartingWith",
      ]
    ),
  ]

  private static let refusals: [(String, [String])] = [
    (AssertionKind.equal, ["isNotEqualTo", "isNotZero"]),
    (AssertionKind.same, ["isNotSameAs"]),
    (
      AssertionKind.contains, ["doesNotContain", "doesNotContainKey", "isNotIn", "doesNotContainEntry", "containsNone"]
    ),
    (AssertionKind.type, ["isNotInstanceOf"]),
    (AssertionKind.matches, ["doesNotMatch", "doesNotStartWith", "doesNotEndWith", "isNot", "doesNotHave"]),
    (AssertionKind.raises, ["doesNotThrowAnyException"]),
  ]

  /// Hamcrest's matchers.
  static let matchers: [String: JavaAssertion] = [
    "equalTo": JavaAssertion(kind: AssertionKind.equal), "is": JavaAssertion(kind: AssertionKind.equal),
    "hasSize": JavaAssertion(kind: AssertionKind.equal), "closeTo": JavaAssertion(kind: AssertionKind.equal),
    "contains": JavaAssertion(kind: AssertionKind.equal),
    "containsInAnyOrder": JavaAssertion(kind: AssertionKind.equal),
    "sameInstance": JavaAssertion(kind: AssertionKind.same), "theInstance": JavaAssertion(kind: AssertionKind.same),
    "nullValue": JavaAssertion(kind: AssertionKind.null), "notNullValue": JavaAssertion(kind: AssertionKind.notNull),
    "lessThan": JavaAssertion(kind: AssertionKind.less), "greaterThan": JavaAssertion(kind: AssertionKind.greater),
    "lessThanOrEqualTo": JavaAssertion(kind: AssertionKind.atMost),
    "greaterThanOrEqualTo": JavaAssertion(kind: AssertionKind.atLeast),
    "hasItem": JavaAssertion(kind: AssertionKind.contains), "hasItems": JavaAssertion(kind: AssertionKind.contains),
    "hasKey": JavaAssertion(kind: AssertionKind.contains), "hasEntry": JavaAssertion(kind: AssertionKind.contains),
    "containsString": JavaAssertion(kind: AssertionKind.contains), "in": JavaAssertion(kind: AssertionKind.contains),
    "isIn": JavaAssertion(kind: AssertionKind.contains), "oneOf": JavaAssertion(kind: AssertionKind.contains),
    "instanceOf": JavaAssertion(kind: AssertionKind.type), "isA": JavaAssertion(kind: AssertionKind.type),
    "startsWith": JavaAssertion(kind: AssertionKind.matches), "endsWith": JavaAssertion(kind: AssertionKind.matches),
    "matchesPattern": JavaAssertion(kind: AssertionKind.matches),
  ]
}
