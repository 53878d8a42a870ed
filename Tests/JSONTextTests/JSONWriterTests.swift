import JSONText
import Testing

struct JSONWriterTests {
  private struct Entry: JSONWritable {
    var name = "a"
    var count: Int?
    var isHidden = false

    func write(to writer: inout JSONWriter) {
      writer.object { writer in
        writer.field("name", name)
        writer.field("count", count)
        writer.field("again", ifPresent: count)
        writer.field("hidden", ifTrue: isHidden)
        writer.field("range", object: { $0.field("line", 3) })
        writer.field(
          "tags",
          array: { writer in
            writer.value("x")
            writer.null()
            writer.bool(true)
          }
        )
        writer.fields(["extra": [1.5, .object([:]), []]])
      }
    }
  }

  @Test func compact() {
    #expect(
      JSONWriter.text(of: [Entry(), Entry(count: -7, isHidden: true)]) == """
        [{"name":"a","count":null,"range":{"line":3},"tags":["x",null,true],"extra":[1.5,{},[]]},\
        {"name":"a","count":-7,"again":-7,"hidden":true,"range":{"line":3},"tags":["x",null,true],"extra":[1.5,{},[]]}]
        """
    )
  }

  @Test func pretty() {
    #expect(
      JSONWriter.text(of: Entry(count: 2), .pretty) == """
        {
          "name": "a",
          "count": 2,
          "again": 2,
          "range": {
            "line": 3
          },
          "tags": [
            "x",
            null,
            true
          ],
          "extra": [
            1.5,
            {},
            []
          ]
        }
        """
    )
  }

  @Test func behindWhatIsThere() {
    var writer = JSONWriter(appendingTo: Array("data: ".utf8))
    writer.array { $0.integer(1) }
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "data: [1]")
  }

  @Test func escapesWhatMustBeAndNothingElse() {
    let text = "\0\u{1}\u{8}\t\n\u{B}\u{C}\r\u{1F} !\"#/\\\u{7F}é\u{2028}𝒳"
    let escaped = ##""\u0000\u0001\b\t\n\u000b\f\r\u001f !\"#/\\"## + "\u{7F}é\u{2028}𝒳\""
    #expect(JSONWriter.text(of: text) == escaped)
    #expect(JSONWriter.text(of: JSONObject([("\"\n", 1)])) == #"{"\"\n":1}"#)
  }

  @Test func runsOfEveryLengthAroundAnEscape() throws {
    for before in 0...17 {
      for after in 0...17 {
        let text = String(repeating: "é", count: before) + "\"" + String(repeating: "t", count: after)
        let written = JSONWriter.text(of: text)
        #expect(written == "\"\(text.replacing("\"", with: "\\\""))\"")
        #expect(try JSONValue(parsing: written, options: .strict) == .string(text))
      }
    }
  }

  @Test(arguments: [0, 1, -1, 9, 10, -10, 1234567890, Int64.max, Int64.min])
  func integers(_ value: Int64) {
    #expect(JSONWriter.text(of: value) == "\(value)")
  }

  @Test(arguments: [0.1, -2.5, 1e21, Double.leastNonzeroMagnitude, Double.greatestFiniteMagnitude, 100])
  func numbersReadBackAsTheyWere(_ value: Double) throws {
    #expect(try JSONValue(parsing: JSONWriter.text(of: value), options: .strict) == .double(value))
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, .signalingNaN])
  func whatJSONCannotSayIsNull(_ value: Double) {
    #expect(JSONWriter.text(of: ["x": .double(value)] as JSONValue) == #"{"x":null}"#)
  }
}
