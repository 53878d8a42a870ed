/// Why a text is not JSON, and where.
package struct JSONSyntaxError: Error, Hashable {
  package enum Reason: Hashable, Sendable {
    case empty
    case endsTooSoon
    case expectedValue
    case expectedName
    case expectedColon
    case expectedCommaOrBracket
    case expectedCommaOrBrace
    case trailingComma
    case commentNotAllowed
    case unterminatedComment
    case unterminatedString
    case controlCharacter
    case unknownEscape
    case badUnicodeEscape
    case loneSurrogate
    case invalidUTF8
    case malformedNumber
    case numberOutOfRange
    case duplicateName
    case textAfterValue
    case tooDeep
    case tooLarge
    case tooManyValues
  }

  package let reason: Reason
  package let place: JSONPlace

  package init(reason: Reason, place: JSONPlace) {
    self.reason = reason
    self.place = place
  }
}

extension JSONSyntaxError: CustomStringConvertible {
  /// One line: "line 3, column 7: expected a value".
  package var description: String { "\(place): \(reason)" }
}

extension JSONSyntaxError.Reason: CustomStringConvertible {
  package var description: String {
    switch self {
    case .empty: "there is no value"
    case .endsTooSoon: "the text ends in the middle of a value"
    case .expectedValue: "expected a value"
    case .expectedName: "expected a member name in double quotes"
    case .expectedColon: "expected ':' after the member name"
    case .expectedCommaOrBracket: "expected ',' or ']'"
    case .expectedCommaOrBrace: "expected ',' or '}'"
    case .trailingComma: "a comma must be followed by another value"
    case .commentNotAllowed: "comments are not allowed here"
    case .unterminatedComment: "this comment has no end"
    case .unterminatedString: "this string has no end"
    case .controlCharacter: "a control character in a string must be written as an escape"
    case .unknownEscape: "unknown escape; JSON has \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\uXXXX"
    case .badUnicodeEscape: "'\\u' must be followed by four hexadecimal digits"
    case .loneSurrogate: "this escape is half of a surrogate pair"
    case .invalidUTF8: "this is not valid UTF-8"
    case .malformedNumber: "malformed number"
    case .numberOutOfRange: "this number is too large"
    case .duplicateName: "this name occurs twice in the same object"
    case .textAfterValue: "unexpected text after the value"
    case .tooDeep: "nested too deeply"
    case .tooLarge: "the text is too large"
    case .tooManyValues: "too many values"
    }
  }
}
