import Behaviour

/// How the assertion libraries of Go call what they demand.
struct GoAssertion {
  enum Shape {
    /// `Equal(t, expected, actual)`.
    case expectedFirst
    /// `Less(t, actual, expected)`.
    case actualFirst
    /// `True(t, actual)`.
    case one
    /// `Panics(t, function)`, `PanicsWithValue(t, value, function)`.
    case raises
    /// `Fail(t, text)`: nothing but words.
    case words
    /// `AssertCalled(t, "Charge", arguments…)` on a double.
    case called
    /// `EXPECT().Charge(arguments…)` on a double.
    case expectation
    /// `Expect(actual).To(matcher)`.
    case matcher
  }

  var kind: String
  var shape: Shape
  var isNegated = false
  /// Whether what the test fails with is the first argument.
  var hasHandle = true

  init(_ kind: String, _ shape: Shape, negated: Bool = false, hasHandle: Bool = true) {
    self.kind = kind
    self.shape = shape
    isNegated = negated
    self.hasHandle = hasHandle
  }

  /// By the name of the function, without the `f` of its form with a format.
  static func form(named name: String) -> GoAssertion? {
    if let found = forms[name] { return found }
    return name.hasSuffix("f") ? forms[String(name.dropLast())] : nil
  }

  /// The methods of what a test is handed that make it fail.
  static let failing: Set<String> = ["Error", "Errorf", "Fatal", "Fatalf", "Fail", "FailNow"]

  /// Packages of functions and objects with these names, by the start of their paths.
  static let packages = [
    "github.com/stretchr/testify/", "gotest.tools/", "github.com/alecthomas/assert", "github.com/matryer/is",
    "github.com/shoenig/test", "github.com/tj/assert", "gopkg.in/stretchr/testify",
  ]
  /// Of these, the ones that take what is actual first.
  static let actualFirst = ["gotest.tools/", "github.com/matryer/is"]

  private static let forms: [String: GoAssertion] = {
    typealias Kind = AssertionKind
    var forms: [String: GoAssertion] = [
      "Equal": GoAssertion(Kind.equal, .expectedFirst), "EqualValues": GoAssertion(Kind.equal, .expectedFirst),
      "Exactly": GoAssertion(Kind.equal, .expectedFirst), "JSONEq": GoAssertion(Kind.equal, .expectedFirst),
      "YAMLEq": GoAssertion(Kind.equal, .expectedFirst), "ElementsMatch": GoAssertion(Kind.equal, .expectedFirst),
      "DeepEqual": GoAssertion(Kind.equal, .expectedFirst),
      "EqualExportedValues": GoAssertion(Kind.equal, .expectedFirst),
      "NotEqual": GoAssertion(Kind.equal, .expectedFirst, negated: true),
      "NotEqualValues": GoAssertion(Kind.equal, .expectedFirst, negated: true),
      "Same": GoAssertion(Kind.same, .expectedFirst), "NotSame": GoAssertion(Kind.same, .expectedFirst, negated: true),
      "InDelta": GoAssertion(Kind.equal, .expectedFirst), "InEpsilon": GoAssertion(Kind.equal, .expectedFirst),
      "WithinDuration": GoAssertion(Kind.equal, .expectedFirst),
      "True": GoAssertion(Kind.truthy, .one), "False": GoAssertion(Kind.falsy, .one),
      "Assert": GoAssertion(Kind.truthy, .one), "Check": GoAssertion(Kind.truthy, .one),
      "Nil": GoAssertion(Kind.null, .one), "NotNil": GoAssertion(Kind.notNull, .one),
      "NoError": GoAssertion(Kind.null, .one), "NoErr": GoAssertion(Kind.null, .one),
      "NilError": GoAssertion(Kind.null, .one), "Error": GoAssertion(Kind.other, .one),
      "ErrorIs": GoAssertion(Kind.same, .actualFirst), "ErrorAs": GoAssertion(Kind.type, .actualFirst),
      "NotErrorIs": GoAssertion(Kind.same, .actualFirst, negated: true),
      "ErrorContains": GoAssertion(Kind.contains, .actualFirst), "EqualError": GoAssertion(Kind.equal, .actualFirst),
      "ErrorType": GoAssertion(Kind.type, .actualFirst),
      "Contains": GoAssertion(Kind.contains, .actualFirst),
      "NotContains": GoAssertion(Kind.contains, .actualFirst, negated: true),
      "Subset": GoAssertion(Kind.contains, .actualFirst),
      "NotSubset": GoAssertion(Kind.contains, .actualFirst, negated: true),
      "Regexp": GoAssertion(Kind.matches, .expectedFirst),
      "NotRegexp": GoAssertion(Kind.matches, .expectedFirst, negated: true),
      "Len": GoAssertion(Kind.equal, .actualFirst), "IsType": GoAssertion(Kind.type, .expectedFirst),
      "Implements": GoAssertion(Kind.type, .expectedFirst),
      "Greater": GoAssertion(Kind.greater, .actualFirst), "GreaterOrEqual": GoAssertion(Kind.atLeast, .actualFirst),
      "Less": GoAssertion(Kind.less, .actualFirst), "LessOrEqual": GoAssertion(Kind.atMost, .actualFirst),
      "Panics": GoAssertion(Kind.raises, .raises), "PanicsWithValue": GoAssertion(Kind.raises, .raises),
      "PanicsWithError": GoAssertion(Kind.raises, .raises),
      "NotPanics": GoAssertion(Kind.raises, .raises, negated: true),
      "Fail": GoAssertion(Kind.fail, .words), "FailNow": GoAssertion(Kind.fail, .words),
    ]
    for name in [
      "Empty", "NotEmpty", "Zero", "NotZero", "Positive", "Negative", "FileExists", "NoFileExists", "DirExists",
      "NoDirExists", "IsIncreasing", "IsDecreasing", "Condition", "Eventually", "EventuallyWithT", "Never",
      "HTTPSuccess", "HTTPError", "HTTPStatusCode", "HTTPBodyContains",
    ] {
      forms[name] = GoAssertion(Kind.other, .one)
    }
    return forms
  }()

  /// By the method of a double.
  static let doubles: [String: GoAssertion] = [
    "AssertCalled": GoAssertion(AssertionKind.called, .called),
    "AssertNotCalled": GoAssertion(AssertionKind.called, .called, negated: true),
    "AssertNumberOfCalls": GoAssertion(AssertionKind.called, .called),
    "AssertExpectations": GoAssertion(AssertionKind.called, .words),
    "AssertExpectationsForObjects": GoAssertion(AssertionKind.called, .words, hasHandle: true),
  ]

  /// By the matcher given to `Expect(actual).To(…)`.
  static let matchers: [String: String] = [
    "Equal": AssertionKind.equal, "BeEquivalentTo": AssertionKind.equal, "BeNumerically": AssertionKind.other,
    "BeIdenticalTo": AssertionKind.same, "BeTrue": AssertionKind.truthy, "BeFalse": AssertionKind.falsy,
    "BeNil": AssertionKind.null, "HaveOccurred": AssertionKind.notNull, "Succeed": AssertionKind.null,
    "MatchError": AssertionKind.same, "ContainElement": AssertionKind.contains,
    "ContainSubstring": AssertionKind.contains, "MatchRegexp": AssertionKind.matches, "Panic": AssertionKind.raises,
  ]
}
