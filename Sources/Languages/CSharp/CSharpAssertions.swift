import Behaviour

/// How a call of a test framework reads as an assertion.
struct CSharpAssertion {
  enum Shape {
    /// The first argument is what is asserted on; the rest says what about it.
    case one
    /// What it must be, then what is asserted on: `Assert.Equal(3, total)`.
    case expectedFirst
    /// The other way round: `Assert.Greater(total, 2)`.
    case actualFirst
    /// The type is given like a type, or before the value: `Assert.IsType<Order>(value)`.
    case type
    /// The error that must be thrown, and the code that must throw it.
    case raising
    /// What is asserted on, then a constraint: `Assert.That(total, Is.EqualTo(3))`.
    case constraint
    /// Nothing is asserted on.
    case plain
  }

  var kind: String
  var shape: Shape
  var isNegated: Bool

  init(_ kind: String, _ shape: Shape = .one, negated: Bool = false) {
    self.kind = kind
    self.shape = shape
    isNegated = negated
  }
}

/// What the test frameworks of C# call their assertions.
enum CSharpAssertions {
  /// A member of `Assert`, in xUnit, NUnit or MSTest; what is not known there is an assertion of its own kind.
  static func assert(_ name: String) -> CSharpAssertion {
    asserts[name] ?? CSharpAssertion(AssertionKind.other, .plain)
  }

  /// A member of `CollectionAssert` or `StringAssert`.
  static func collectionAssert(_ name: String) -> CSharpAssertion {
    switch name {
    case "AreEqual", "AreEquivalent": CSharpAssertion(AssertionKind.equal, .expectedFirst)
    case "AreNotEqual", "AreNotEquivalent": CSharpAssertion(AssertionKind.equal, .expectedFirst, negated: true)
    case "Contains": CSharpAssertion(AssertionKind.contains, .actualFirst)
    case "DoesNotContain": CSharpAssertion(AssertionKind.contains, .actualFirst, negated: true)
    case "Matches", "IsMatch", "StartsWith", "EndsWith": CSharpAssertion(AssertionKind.matches, .actualFirst)
    default: CSharpAssertion(AssertionKind.other, .one)
    }
  }

  private static let asserts: [String: CSharpAssertion] = {
    var found: [String: CSharpAssertion] = [:]
    for name in ["Equal", "StrictEqual", "AreEqual", "Equivalent", "AreEquivalent"] {
      found[name] = CSharpAssertion(AssertionKind.equal, .expectedFirst)
      found["Not" + name] = CSharpAssertion(AssertionKind.equal, .expectedFirst, negated: true)
    }
    found["AreNotEqual"] = CSharpAssertion(AssertionKind.equal, .expectedFirst, negated: true)
    for name in ["Same", "AreSame"] { found[name] = CSharpAssertion(AssertionKind.same, .expectedFirst) }
    for name in ["NotSame", "AreNotSame"] {
      found[name] = CSharpAssertion(AssertionKind.same, .expectedFirst, negated: true)
    }
    for name in ["True", "IsTrue"] { found[name] = CSharpAssertion(AssertionKind.truthy) }
    for name in ["False", "IsFalse"] { found[name] = CSharpAssertion(AssertionKind.falsy) }
    for name in ["Null", "IsNull"] { found[name] = CSharpAssertion(AssertionKind.null) }
    for name in ["NotNull", "IsNotNull"] { found[name] = CSharpAssertion(AssertionKind.notNull) }
    for name in ["Contains", "Superset"] { found[name] = CSharpAssertion(AssertionKind.contains, .expectedFirst) }
    found["DoesNotContain"] = CSharpAssertion(AssertionKind.contains, .expectedFirst, negated: true)
    for name in ["Matches", "StartsWith", "EndsWith", "MatchesRegex"] {
      found[name] = CSharpAssertion(AssertionKind.matches, .expectedFirst)
    }
    found["DoesNotMatch"] = CSharpAssertion(AssertionKind.matches, .expectedFirst, negated: true)
    for name in ["IsType", "IsAssignableFrom", "IsInstanceOf", "IsInstanceOfType", "IsExactInstanceOfType"] {
      found[name] = CSharpAssertion(AssertionKind.type, .type)
    }
    for name in ["IsNotType", "IsNotAssignableFrom", "IsNotInstanceOf", "IsNotInstanceOfType"] {
      found[name] = CSharpAssertion(AssertionKind.type, .type, negated: true)
    }
    found["Greater"] = CSharpAssertion(AssertionKind.greater, .actualFirst)
    found["GreaterOrEqual"] = CSharpAssertion(AssertionKind.atLeast, .actualFirst)
    found["Less"] = CSharpAssertion(AssertionKind.less, .actualFirst)
    found["LessOrEqual"] = CSharpAssertion(AssertionKind.atMost, .actualFirst)
    for name in [
      "Throws", "ThrowsAsync", "ThrowsAny", "ThrowsAnyAsync", "ThrowsException", "ThrowsExceptionAsync",
      "ThrowsExactly", "ThrowsExactlyAsync", "Catch", "CatchAsync",
    ] {
      found[name] = CSharpAssertion(AssertionKind.raises, .raising)
    }
    for name in ["DoesNotThrow", "DoesNotThrowAsync"] {
      found[name] = CSharpAssertion(AssertionKind.raises, .raising, negated: true)
    }
    found["That"] = CSharpAssertion(AssertionKind.truthy, .constraint)
    found["Fail"] = CSharpAssertion(AssertionKind.fail, .plain)
    for name in ["Empty", "NotEmpty", "Single", "Collection", "All", "InRange", "NotInRange", "IsEmpty", "IsNotEmpty"] {
      found[name] = CSharpAssertion(AssertionKind.other)
    }
    return found
  }()

  // MARK: - Words

  /// A word of FluentAssertions behind `Should()`, or of Shouldly behind `Should`: `Be`, `NotContain`, `ThrowAsync`.
  static func matcher(_ word: String) -> CSharpAssertion? {
    if let found = words[word] { return found }
    guard word.hasPrefix("Not"), var found = words[String(word.dropFirst(3))] else {
      return word.hasPrefix("BeEquivalent") ? CSharpAssertion(AssertionKind.equal, .actualFirst) : nil
    }
    if found.kind == AssertionKind.null { return CSharpAssertion(AssertionKind.notNull) }
    found.isNegated = true
    return found
  }

  private static let words: [String: CSharpAssertion] = {
    var found: [String: CSharpAssertion] = [:]
    for word in ["Be", "Equal", "BeEquivalentTo", "BeCloseTo", "BeApproximately", "HaveCount", "HaveValue", "BeOneOf"] {
      found[word] = CSharpAssertion(AssertionKind.equal, .actualFirst)
    }
    found["BeSameAs"] = CSharpAssertion(AssertionKind.same, .actualFirst)
    found["BeTrue"] = CSharpAssertion(AssertionKind.truthy)
    found["BeFalse"] = CSharpAssertion(AssertionKind.falsy)
    found["BeNull"] = CSharpAssertion(AssertionKind.null)
    for word in ["Contain", "ContainEquivalentOf", "ContainKey", "ContainKeys", "ContainSingle", "ContainInOrder"] {
      found[word] = CSharpAssertion(AssertionKind.contains, .actualFirst)
    }
    for word in ["Match", "MatchRegex", "StartWith", "EndWith"] {
      found[word] = CSharpAssertion(AssertionKind.matches, .actualFirst)
    }
    for word in ["BeOfType", "BeAssignableTo"] { found[word] = CSharpAssertion(AssertionKind.type, .type) }
    found["BeGreaterThan"] = CSharpAssertion(AssertionKind.greater, .actualFirst)
    found["BePositive"] = CSharpAssertion(AssertionKind.greater)
    for word in ["BeGreaterThanOrEqualTo", "BeGreaterOrEqualTo"] {
      found[word] = CSharpAssertion(AssertionKind.atLeast, .actualFirst)
    }
    found["BeLessThan"] = CSharpAssertion(AssertionKind.less, .actualFirst)
    for word in ["BeLessThanOrEqualTo", "BeLessOrEqualTo"] {
      found[word] = CSharpAssertion(AssertionKind.atMost, .actualFirst)
    }
    for word in ["Throw", "ThrowAsync", "ThrowExactly", "ThrowExactlyAsync", "ThrowWithinAsync"] {
      found[word] = CSharpAssertion(AssertionKind.raises, .raising)
    }
    return found
  }()

  /// A word of NUnit's constraints: `Is.EqualTo(3)`, `Has.Member(x)`.
  static let constraints: [String: CSharpAssertion] = [
    "EqualTo": CSharpAssertion(AssertionKind.equal, .actualFirst),
    "EquivalentTo": CSharpAssertion(AssertionKind.equal, .actualFirst),
    "SameAs": CSharpAssertion(AssertionKind.same, .actualFirst),
    "Null": CSharpAssertion(AssertionKind.null),
    "True": CSharpAssertion(AssertionKind.truthy),
    "False": CSharpAssertion(AssertionKind.falsy),
    "GreaterThan": CSharpAssertion(AssertionKind.greater, .actualFirst),
    "Positive": CSharpAssertion(AssertionKind.greater),
    "GreaterThanOrEqualTo": CSharpAssertion(AssertionKind.atLeast, .actualFirst),
    "AtLeast": CSharpAssertion(AssertionKind.atLeast, .actualFirst),
    "LessThan": CSharpAssertion(AssertionKind.less, .actualFirst),
    "LessThanOrEqualTo": CSharpAssertion(AssertionKind.atMost, .actualFirst),
    "AtMost": CSharpAssertion(AssertionKind.atMost, .actualFirst),
    "InstanceOf": CSharpAssertion(AssertionKind.type, .type),
    "TypeOf": CSharpAssertion(AssertionKind.type, .type),
    "AssignableTo": CSharpAssertion(AssertionKind.type, .type),
    "Contain": CSharpAssertion(AssertionKind.contains, .actualFirst),
    "Contains": CSharpAssertion(AssertionKind.contains, .actualFirst),
    "Member": CSharpAssertion(AssertionKind.contains, .actualFirst),
    "Match": CSharpAssertion(AssertionKind.matches, .actualFirst),
    "StartWith": CSharpAssertion(AssertionKind.matches, .actualFirst),
    "EndWith": CSharpAssertion(AssertionKind.matches, .actualFirst),
  ]
}
