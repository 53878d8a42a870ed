import JSONText
import Testing

struct JSONParsingLimitsTests {
  private func reason(_ text: String, _ options: JSONParsingOptions) throws -> JSONSyntaxError.Reason {
    try #require(throws: JSONSyntaxError.self) { try JSONValue(parsing: text, options: options) }.reason
  }

  @Test func depthIsLimited() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    let value = try JSONValue(parsing: nested(512))
    #expect(value.description == nested(512))
    #expect(try reason(nested(513), .message) == .tooDeep)
    #expect(try reason(String(repeating: "[", count: 5_000_000), .message) == .tooDeep)
    #expect(try reason(String(repeating: #"{"a":"#, count: 1_000_000), .message) == .tooDeep)
  }

  @Test func sizeIsLimited() throws {
    let options = JSONParsingOptions(maximumSize: 4)
    #expect(try JSONValue(parsing: "1234", options: options) == 1234)
    #expect(try reason("12345", options) == .tooLarge)
  }

  @Test func numberOfValuesIsLimited() throws {
    let options = JSONParsingOptions(maximumValues: 4)
    #expect(try JSONValue(parsing: "[1,2,3]", options: options) == [1, 2, 3])
    #expect(try reason("[1,2,3,4]", options) == .tooManyValues)
  }

  @Test func manyMembersTakeNoMoreThanTheirTurn() throws {
    // Compared one by one, these would take minutes.
    let names = (0..<200_000).map { "\"name \($0)\":\($0)" }
    let object = try JSONObject(json: JSONValue(parsing: "{\(names.joined(separator: ","))}"))
    #expect(object.members.count == 200_000)
    #expect(object["name 199999"] == 199_999)
  }

  @Test(arguments: [2, 15, 16, 17, 40])
  func duplicateNamesAreOneMember(_ count: Int) throws {
    let members = (0..<count).map { "\"n\($0)\":\($0)" } + ["\"n1\":true"]
    let text = "{\(members.joined(separator: ","))}"
    let object = try JSONObject(json: JSONValue(parsing: text, options: .message))
    #expect(object.members.map(\.name) == (0..<count).map { "n\($0)" })
    #expect(object["n1"] == true)

    let error = try #require(throws: JSONSyntaxError.self) { try JSONValue(parsing: text, options: .configuration) }
    #expect(error.reason == .duplicateName)
    #expect(error.place.offset == text.utf8.count - #""n1":true}"#.utf8.count)
  }
}
