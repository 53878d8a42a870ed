import Behaviour

/// What the words of test frameworks demand: matchers of Jest, Vitest, Jasmine and Playwright, words of Chai, functions
/// of `node:assert` and of Chai's `assert`.
struct JavaScriptMatcher {
  let kind: String
  var isNegated = false

  static func named(_ word: String) -> JavaScriptMatcher? { table[word] }

  /// `null` and `not null`, `true` and `false` are each other's opposite: one of them says it without a flag.
  func negated() -> JavaScriptMatcher {
    switch kind {
    case AssertionKind.null: JavaScriptMatcher(kind: AssertionKind.notNull)
    case AssertionKind.notNull: JavaScriptMatcher(kind: AssertionKind.null)
    case AssertionKind.truthy: JavaScriptMatcher(kind: AssertionKind.falsy)
    case AssertionKind.falsy: JavaScriptMatcher(kind: AssertionKind.truthy)
    default: JavaScriptMatcher(kind: kind, isNegated: !isNegated)
    }
  }

  private static let table: [String: JavaScriptMatcher] = {
    var table: [String: JavaScriptMatcher] = [:]
    for (kind, words) in demands { for word in words { table[word] = JavaScriptMatcher(kind: kind) } }
    for (kind, words) in refusals { for word in words { table[word] = JavaScriptMatcher(kind: kind, isNegated: true) } }
    return table
  }()

  private static let demands: [(String, [String])] = [
    (
      AssertionKind.equal,
      [
        "toBe", "toEqual", "toStrictEqual", "toMatchObject", "toBeCloseTo", "toHaveLength", "toHaveText", "toHaveValue",
        "toHaveTextContent", "toHaveCount", "toHaveTitle", "equal", "equals", "eq", "eql", "eqls", "deepEqual",
        "strictEqual", "deepStrictEqual", "partialDeepStrictEqual", "deepEquals", "lengthOf", "length",
        "closeTo", "approximately", "toEqualTypeOf", "is", "looseEqual", "toEqualIgnoringWhitespace",
      ]
    ),
    (AssertionKind.same, ["same", "exactly"]),
    (AssertionKind.truthy, ["toBeTruthy", "toBeTrue", "ok", "true", "isTrue", "isOk", "truthy"]),
    (AssertionKind.falsy, ["toBeFalsy", "toBeFalse", "notOk", "false", "isFalse", "isNotOk", "falsy"]),
    (
      AssertionKind.null,
      [
        "toBeNull", "toBeUndefined", "null", "undefined", "isNull", "isUndefined", "toBeNil", "toBeNullish",
        "notExists",
      ]
    ),
    (
      AssertionKind.notNull,
      ["toBeDefined", "exist", "exists", "isDefined", "isNotNull", "isNotUndefined", "toBeNonNullable", "toExist"]
    ),
    (AssertionKind.less, ["toBeLessThan", "below", "lessThan", "isBelow", "lt"]),
    (AssertionKind.greater, ["toBeGreaterThan", "above", "greaterThan", "isAbove", "gt"]),
    (AssertionKind.atMost, ["toBeLessThanOrEqual", "isAtMost", "most", "lte"]),
    (AssertionKind.atLeast, ["toBeGreaterThanOrEqual", "least", "isAtLeast", "gte"]),
    (
      AssertionKind.contains,
      [
        "toContain", "toContainEqual", "toContainText", "include", "includes", "contain", "contains", "members",
        "oneOf", "containSubset", "includeMembers", "sameMembers", "toBeOneOf",
      ]
    ),
    (
      AssertionKind.type,
      [
        "toBeInstanceOf", "toBeTypeOf", "instanceOf", "instanceof", "a", "an", "typeOf", "isArray", "isString",
        "isNumber", "isObject", "isFunction", "isBoolean", "toBeA", "toBeAn",
      ]
    ),
    (
      AssertionKind.raises,
      [
        "toThrow", "toThrowError", "toThrowMatching", "throw", "throws", "Throw", "throwsAsync", "throwError",
        "rejects",
        "rejected", "rejectedWith", "isRejected", "toBeRejected", "toBeRejectedWith", "toBeRejectedWithError",
      ]
    ),
    (
      AssertionKind.called,
      [
        "toHaveBeenCalled", "toHaveBeenCalledTimes", "toHaveBeenCalledWith", "toHaveBeenCalledOnce",
        "toHaveBeenCalledOnceWith", "toHaveBeenLastCalledWith", "toHaveBeenNthCalledWith",
        "toHaveBeenCalledExactlyOnceWith",
        "toHaveBeenCalledBefore", "toHaveBeenCalledAfter", "toBeCalled", "toBeCalledTimes", "toBeCalledWith",
        "lastCalledWith", "nthCalledWith", "toHaveReturned", "toHaveReturnedWith", "toHaveReturnedTimes",
        "toHaveLastReturnedWith", "called", "calledOnce", "calledTwice", "calledThrice", "calledWith", "calledOnceWith",
        "calledWithExactly", "calledOnceWithExactly", "calledWithMatch", "callCount", "alwaysCalledWith",
      ]
    ),
    (
      AssertionKind.snapshot,
      [
        "toMatchSnapshot", "toMatchInlineSnapshot", "toThrowErrorMatchingSnapshot",
        "toThrowErrorMatchingInlineSnapshot", "toMatchFileSnapshot", "toHaveScreenshot", "toMatchImageSnapshot",
        "toMatchAriaSnapshot", "matchSnapshot", "snapshot",
      ]
    ),
    (AssertionKind.matches, ["toMatch", "match", "matches", "toHaveURL", "string"]),
    (AssertionKind.fail, ["fail", "unreachable"]),
  ]

  private static let refusals: [(String, [String])] = [
    (
      AssertionKind.equal,
      ["notEqual", "notStrictEqual", "notDeepEqual", "notDeepStrictEqual", "not", "notEquals", "notLooseEqual"]
    ),
    (AssertionKind.contains, ["notInclude"]),
    (AssertionKind.matches, ["doesNotMatch", "notMatch", "notRegex"]),
    (
      AssertionKind.raises,
      ["doesNotThrow", "doesNotReject", "notThrows", "notThrowsAsync", "fulfilled", "isFulfilled"]
    ),
    (AssertionKind.called, ["notCalled", "neverCalledWith"]),
  ]
}
