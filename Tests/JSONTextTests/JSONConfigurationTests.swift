import JSONText
import Testing

struct JSONConfigurationTests {
  @Test func commentsAndTrailingCommasAreFine() throws {
    let text = """
      // Settings of this project.
      {
        "rules": { /* none yet */ },
        "paths": [
          "src", // ours
          "lib",
        ],
      }
      /* the end **/
      """
    let expected: JSONValue = ["rules": .object([:]), "paths": ["src", "lib"]]
    #expect(try JSONValue(parsing: text, options: .configuration) == expected)
  }

  @Test(
    arguments: [
      ("[1,,]", .expectedValue, "line 1, column 4"),
      ("[,]", .expectedValue, "line 1, column 2"),
      ("{,}", .expectedName, "line 1, column 2"),
      ("[\n1 /* no end", .unterminatedComment, "line 2, column 3"),
      ("[1 # one\n]", .expectedCommaOrBracket, "line 1, column 4"),
      ("// nothing", .empty, "line 1, column 11"),
      ("/*/", .unterminatedComment, "line 1, column 1"),
      ("{\"a\": 1,\n \"a\": 2}", .duplicateName, "line 2, column 2"),
    ] as [(String, JSONSyntaxError.Reason, String)]
  )
  func mistakesAreNamed(_ text: String, _ reason: JSONSyntaxError.Reason, _ place: String) throws {
    let error = try #require(throws: JSONSyntaxError.self) { try JSONValue(parsing: text, options: .configuration) }
    #expect(error.reason == reason)
    #expect(error.place.description == place)
  }

  @Test(
    arguments: [
      ([], 1, 1),
      (["rules"], 2, 3),
      (["rules", "missing-timeout"], 3, 5),
      (["rules", "missing-timeout", "level"], 3, 26),
      (["paths", 0], 5, 14),
      (["paths", 1], 5, 29),
    ] as [(JSONPath, Int, Int)]
  )
  func placesOfValues(_ path: JSONPath, _ line: Int, _ column: Int) throws {
    let text = """
      {
        "rules": {
          "missing-timeout": { "level": 7 },
        },
        "paths": [ "😀", /* 😀 */ 2 ]
      }
      """
    let place = try #require(JSONPlace(of: path, in: Array(text.utf8)))
    #expect(place.line == line)
    #expect(place.column == column)
  }

  @Test(arguments: [["nothing"], ["rules", 0], ["paths", 2], ["paths", "rules"]] as [JSONPath])
  func noPlaceForWhatIsNotThere(_ path: JSONPath) {
    let text = #"{"rules": {}, "paths": [1, 2]}"#
    #expect(JSONPlace(of: path, in: Array(text.utf8)) == nil)
    #expect(JSONPlace(of: path, in: Array(#"{"rules"#.utf8)) == nil)
  }
}
