import JSONText
import Testing

struct JSONReadingTests {
  private struct Level: OpenSet {
    var rawValue: Int
    static let high = Level(rawValue: 1)
  }

  private struct Place: JSONReadable, Equatable {
    var line: Int
    var note: String?

    init(json: JSONValue) throws(JSONMismatch) {
      line = try json.required("line")
      note = try json.optional("note")
    }
  }

  private struct Report: JSONReadable {
    var places: [Place]
    var level: Level?

    init(json: JSONValue) throws(JSONMismatch) {
      places = try json.required("places")
      level = json.tolerated("level")
    }
  }

  private func problem(_ text: String) throws -> String {
    let value = try JSONValue(parsing: text)
    return try #require(throws: JSONMismatch.self) { try Report(json: value) }.description
  }

  @Test func readsWhatItKnows() throws {
    let report = try Report(
      json: JSONValue(
        parsing: #"{"x":{},"places":[{"line":1.0,"y":[]},{"note":null,"line":2},{"line":3,"note":"n"}],"level":9}"#
      )
    )
    #expect(report.places.map(\.line) == [1, 2, 3])
    #expect(report.places.map(\.note) == [nil, nil, "n"])
    #expect(report.level == Level(rawValue: 9))
    #expect(report.level != .high)
  }

  @Test(arguments: [
    ("[]", "expected an object, found an array"),
    ("null", "places: is missing"),
    ("{}", "places: is missing"),
    (#"{"places":null}"#, "places: is missing"),
    (#"{"places":{}}"#, "places: expected an array, found an object"),
    (#"{"places":[{"line":1},7]}"#, "places[1]: expected an object, found an integer"),
    (#"{"places":[{"line":1},{}]}"#, "places[1].line: is missing"),
    (#"{"places":[{"line":"1"}]}"#, "places[0].line: expected an integer, found a string"),
    (#"{"places":[{"line":1.5}]}"#, "places[0].line: expected an integer, found a number"),
    (#"{"places":[{"line":1e300}]}"#, "places[0].line: expected an integer, found a number"),
    (#"{"places":[{"line":1,"note":true}]}"#, "places[0].note: expected a string, found a boolean"),
  ])
  func mismatchesNameThePath(_ text: String, _ expected: String) throws {
    #expect(try problem(text) == expected)
  }

  @Test func pathsQuoteWhatIsNoWord() {
    let path: JSONPath = ["rules", "missing-timeout", 3, "", "a\"b", "_ok1", "1st"]
    #expect(path.description == #"rules["missing-timeout"][3][""]["a\"b"]._ok1["1st"]"#)
    #expect(JSONMismatch("is missing").inside("b").inside(0).inside("a").description == "a[0].b: is missing")
  }

  @Test func toleratedMistakesCostOnlyThemselves() throws {
    let value = try JSONValue(parsing: #"{"a":"x","b":[1,"2",3,null],"c":null,"places":[]}"#)
    #expect(value.tolerated("a", as: Int.self) == nil)
    #expect(value.tolerated("a", as: String.self) == "x")
    #expect(value.tolerated("c", as: Bool.self) == nil)
    #expect(value.tolerated("missing", as: Bool.self) == nil)
    #expect(value.toleratedElements("b", as: Int.self) == [1, 3])
    #expect(value.toleratedElements("a", as: Int.self) == nil)
    #expect(try Report(json: JSONValue(parsing: #"{"places":[],"level":"high"}"#)).level == nil)
  }

  @Test func unknownMembersCanBeKept() throws {
    let value = try JSONValue(parsing: #"{"z":1,"line":2,"a":3}"#)
    #expect(value.members(except: ["line"]).members.map(\.name) == ["z", "a"])
    #expect(JSONValue.null.members(except: []).isEmpty)
  }

  @Test func lookingInside() throws {
    let value = try JSONValue(parsing: #"{"a":[{"b":true}]}"#)
    #expect(value["a"]?[0]?["b"] == true)
    #expect(value["a"]?[1] == nil)
    #expect(value["a"]?[-1] == nil)
    #expect(value[0] == nil)
    #expect(value["a"]?["b"] == nil)
  }

  @Test func objectsCanBeChanged() {
    var object: JSONObject = ["a": 1, "b": 2, "a": 3]
    #expect(object.members.map(\.name) == ["a", "b"])
    #expect(object["a"] == 3)
    object["c"] = 4
    object["a"] = nil
    object["d"] = nil
    #expect(JSONWriter.text(of: object) == #"{"b":2,"c":4}"#)
  }
}
