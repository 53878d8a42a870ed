import Behaviour

/// How a call of a test framework reads as an assertion.
struct SwiftAssertion {
  enum Shape {
    /// The first argument is what is asserted on.
    case one
    /// What is asserted on, then what it must be.
    case two
    /// What must fail, or must not.
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

/// What the test frameworks of Swift call their assertions.
enum SwiftAssertions {
  /// A function by its plain name: those of XCTest, whose names are nobody else's.
  static func function(_ name: String) -> SwiftAssertion? { functions[name] }

  private static let functions: [String: SwiftAssertion] = [
    "XCTAssert": SwiftAssertion(AssertionKind.truthy, .one),
    "XCTAssertTrue": SwiftAssertion(AssertionKind.truthy, .one),
    "XCTAssertFalse": SwiftAssertion(AssertionKind.falsy, .one),
    "XCTAssertNil": SwiftAssertion(AssertionKind.null, .one),
    "XCTAssertNotNil": SwiftAssertion(AssertionKind.notNull, .one),
    "XCTUnwrap": SwiftAssertion(AssertionKind.notNull, .one),
    "XCTAssertEqual": SwiftAssertion(AssertionKind.equal, .two),
    "XCTAssertNotEqual": SwiftAssertion(AssertionKind.equal, .two, negated: true),
    "XCTAssertIdentical": SwiftAssertion(AssertionKind.same, .two),
    "XCTAssertNotIdentical": SwiftAssertion(AssertionKind.same, .two, negated: true),
    "XCTAssertLessThan": SwiftAssertion(AssertionKind.less, .two),
    "XCTAssertLessThanOrEqual": SwiftAssertion(AssertionKind.atMost, .two),
    "XCTAssertGreaterThan": SwiftAssertion(AssertionKind.greater, .two),
    "XCTAssertGreaterThanOrEqual": SwiftAssertion(AssertionKind.atLeast, .two),
    "XCTAssertThrowsError": SwiftAssertion(AssertionKind.raises, .raising),
    "XCTAssertNoThrow": SwiftAssertion(AssertionKind.raises, .raising, negated: true),
    "XCTFail": SwiftAssertion(AssertionKind.fail, .plain),
    // A condition that holds in debug builds.
    "assert": SwiftAssertion(AssertionKind.truthy, .one),
    // Snapshot testing by Point-Free.
    "assertSnapshot": SwiftAssertion(AssertionKind.snapshot, .one),
    "assertSnapshots": SwiftAssertion(AssertionKind.snapshot, .one),
    "assertInlineSnapshot": SwiftAssertion(AssertionKind.snapshot, .one),
  ]

  /// What a test case waits for or measures, which fails it: told from other functions of that name by a label.
  static func wait(_ name: String, _ label: String) -> SwiftAssertion? {
    switch (name, label) {
    case ("wait", "for"), ("fulfillment", "of"), ("waitForExpectations", _), ("measure", _), ("measureMetrics", _):
      SwiftAssertion(AssertionKind.other, .plain)
    default: nil
    }
  }

  /// What a matcher of Nimble demands.
  static func matcher(_ name: String) -> SwiftAssertion {
    matchers[name] ?? SwiftAssertion(AssertionKind.other, .two)
  }

  private static let matchers: [String: SwiftAssertion] = [
    "equal": SwiftAssertion(AssertionKind.equal, .two),
    "beCloseTo": SwiftAssertion(AssertionKind.equal, .two),
    "beIdenticalTo": SwiftAssertion(AssertionKind.same, .two),
    "be": SwiftAssertion(AssertionKind.same, .two),
    "beNil": SwiftAssertion(AssertionKind.null, .one),
    "beTrue": SwiftAssertion(AssertionKind.truthy, .one),
    "beTruthy": SwiftAssertion(AssertionKind.truthy, .one),
    "beFalse": SwiftAssertion(AssertionKind.falsy, .one),
    "beFalsy": SwiftAssertion(AssertionKind.falsy, .one),
    "beLessThan": SwiftAssertion(AssertionKind.less, .two),
    "beLessThanOrEqualTo": SwiftAssertion(AssertionKind.atMost, .two),
    "beGreaterThan": SwiftAssertion(AssertionKind.greater, .two),
    "beGreaterThanOrEqualTo": SwiftAssertion(AssertionKind.atLeast, .two),
    "contain": SwiftAssertion(AssertionKind.contains, .two),
    "containElementSatisfying": SwiftAssertion(AssertionKind.contains, .two),
    "match": SwiftAssertion(AssertionKind.matches, .two),
    "beginWith": SwiftAssertion(AssertionKind.matches, .two),
    "endWith": SwiftAssertion(AssertionKind.matches, .two),
    "beAKindOf": SwiftAssertion(AssertionKind.type, .two),
    "beAnInstanceOf": SwiftAssertion(AssertionKind.type, .two),
    "throwError": SwiftAssertion(AssertionKind.raises, .raising),
    "throwAssertion": SwiftAssertion(AssertionKind.raises, .raising),
  ]

  /// What an assertion that a comparison holds demands.
  static func comparison(_ mark: String) -> SwiftAssertion? { comparisons[mark] }

  private static let comparisons: [String: SwiftAssertion] = [
    "==": SwiftAssertion(AssertionKind.equal, .two),
    "!=": SwiftAssertion(AssertionKind.equal, .two, negated: true),
    "===": SwiftAssertion(AssertionKind.same, .two),
    "!==": SwiftAssertion(AssertionKind.same, .two, negated: true),
    "<": SwiftAssertion(AssertionKind.less, .two),
    "<=": SwiftAssertion(AssertionKind.atMost, .two),
    ">": SwiftAssertion(AssertionKind.greater, .two),
    ">=": SwiftAssertion(AssertionKind.atLeast, .two),
  ]
}
