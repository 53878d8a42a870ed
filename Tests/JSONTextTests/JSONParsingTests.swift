import JSONText
import Testing

struct JSONParsingTests {
  @Test(
    arguments: [
      ("null", .null),
      ("true", true),
      (" false\r\n\t", false),
      ("0", 0),
      ("-0", 0),
      ("-12", -12),
      ("999999999999999999", 999_999_999_999_999_999),
      ("9223372036854775807", .integer(.max)),
      ("-9223372036854775808", .integer(.min)),
      ("9223372036854775808", .double(9_223_372_036_854_775_808)),
      ("1.5", 1.5),
      ("1.0", .double(1)),
      ("-2.5e-3", -0.0025),
      ("1E+2", .double(100)),
      ("1e-999", .double(0)),
      (#""""#, ""),
      (#""a""#, "a"),
      ("[]", []),
      ("[ ]", []),
      ("{}", .object([:])),
      ("{ }", .object([:])),
      ("[1,[2,[3]]]", [1, [2, [3]]]),
      (#"{"a" : {"b":[null , {}]}, "c":""}"#, ["a": ["b": [.null, .object([:])]], "c": ""]),
      ("\u{FEFF}[1]", [1]),
    ] as [(String, JSONValue)]
  )
  func readsValues(_ text: String, _ expected: JSONValue) throws {
    #expect(try JSONValue(parsing: text, options: .strict) == expected)
    #expect(try JSONValue(parsing: text, options: .message) == expected)
    #expect(try JSONValue(parsing: text, options: .configuration) == expected)
  }

  @Test func membersKeepTheirOrder() throws {
    let value = try JSONValue(parsing: #"{"z":1,"a":2,"m":3}"#)
    #expect(try JSONObject(json: value).members.map(\.name) == ["z", "a", "m"])
  }

  @Test func orderDoesNotMatterToEquality() throws {
    let one = try JSONValue(parsing: #"{"a":1,"b":[{"c":2,"d":3}]}"#)
    let other = try JSONValue(parsing: #"{"b":[{"d":3,"c":2}],"a":1}"#)
    #expect(one == other)
    #expect(one.hashValue == other.hashValue)
    #expect(try one != JSONValue(parsing: #"{"a":1,"b":[{"c":2,"d":4}]}"#))
    #expect(try one != JSONValue(parsing: #"{"a":1,"e":[]}"#))
  }

  @Test(
    arguments: [
      ("", .empty, 0, "line 1, column 1"),
      (" \n ", .empty, 3, "line 2, column 2"),
      ("[1", .endsTooSoon, 2, "line 1, column 3"),
      ("[1,", .endsTooSoon, 3, "line 1, column 4"),
      (#"{"a""#, .endsTooSoon, 4, "line 1, column 5"),
      (#"{"a":"#, .endsTooSoon, 5, "line 1, column 6"),
      ("tru", .endsTooSoon, 3, "line 1, column 4"),
      ("nil", .expectedValue, 0, "line 1, column 1"),
      ("NaN", .expectedValue, 0, "line 1, column 1"),
      ("Infinity", .expectedValue, 0, "line 1, column 1"),
      ("'a'", .expectedValue, 0, "line 1, column 1"),
      ("[,1]", .expectedValue, 1, "line 1, column 2"),
      ("[1 2]", .expectedCommaOrBracket, 3, "line 1, column 4"),
      ("[1}", .expectedCommaOrBracket, 2, "line 1, column 3"),
      ("[1,]", .trailingComma, 2, "line 1, column 3"),
      ("{\"a\":1,\r\n}", .trailingComma, 6, "line 1, column 7"),
      ("{a:1}", .expectedName, 1, "line 1, column 2"),
      (#"{"a" 1}"#, .expectedColon, 5, "line 1, column 6"),
      (#"{"a":1 "b":2}"#, .expectedCommaOrBrace, 7, "line 1, column 8"),
      ("[1] x", .textAfterValue, 4, "line 1, column 5"),
      ("1 // one", .commentNotAllowed, 2, "line 1, column 3"),
      ("/ 1", .expectedValue, 0, "line 1, column 1"),
      (#"["abc"#, .unterminatedString, 1, "line 1, column 2"),
      (#""abc\"#, .endsTooSoon, 5, "line 1, column 6"),
      ("\"a\nb\"", .controlCharacter, 2, "line 1, column 3"),
      ("\"0123456789\u{1F}\"", .controlCharacter, 11, "line 1, column 12"),
      (#""\x""#, .unknownEscape, 1, "line 1, column 2"),
      (#""\u12g4""#, .badUnicodeEscape, 1, "line 1, column 2"),
      (#""\u12"#, .badUnicodeEscape, 1, "line 1, column 2"),
      ("-", .malformedNumber, 0, "line 1, column 1"),
      ("[01]", .malformedNumber, 1, "line 1, column 2"),
      ("1.", .malformedNumber, 0, "line 1, column 1"),
      (".5", .expectedValue, 0, "line 1, column 1"),
      ("+1", .expectedValue, 0, "line 1, column 1"),
      ("1e", .malformedNumber, 0, "line 1, column 1"),
      ("1e999", .numberOutOfRange, 0, "line 1, column 1"),
      ("-1e999", .numberOutOfRange, 0, "line 1, column 1"),
      ("[\"é𝒳\",\r\n\r  x]", .expectedValue, 15, "line 3, column 3"),
      ("[\"é𝒳\", x]", .expectedValue, 11, "line 1, column 9"),
    ] as [(String, JSONSyntaxError.Reason, Int, String)]
  )
  func saysWhatIsWrongAndWhere(
    _ text: String,
    _ reason: JSONSyntaxError.Reason,
    _ offset: Int,
    _ place: String
  ) throws {
    let error = try #require(throws: JSONSyntaxError.self) { try JSONValue(parsing: text) }
    #expect(error.reason == reason)
    #expect(error.place.offset == offset)
    #expect(error.description.hasPrefix("\(place): "))
  }

  @Test func absurdNumbersAreRefused() throws {
    let digits = String(repeating: "7", count: 100_000)
    let error = try #require(throws: JSONSyntaxError.self) { try JSONValue(parsing: digits) }
    #expect(error.reason == .malformedNumber)
    let long = String(repeating: "7", count: 30)
    #expect(try JSONValue(parsing: long) == .double(777_777_777_777_777_777_777_777_777_777.0))
  }
}
