import JSONText
import Testing

struct JSONStringParsingTests {
  @Test(arguments: [
    (#"\"\\\/\b\f\n\r\t"#, "\"\\/\u{8}\u{C}\n\r\t"),
    (#"\u0041\u00e9\u20AC"#, "Aé€"),
    (#"\ud835\udcb3"#, "𝒳"),
    (#"0123456\n89abcdef\t"#, "0123456\n89abcdef\t"),
    (#"01234567\n"#, "01234567\n"),
    (
      #"é𝒳 plain, and long enough to need more than one word \\ of it"#,
      "é𝒳 plain, and long enough to need more than one word \\ of it"
    ),
    (#"\\\\\\\\\\\\\\\\\\\\"#, #"\\\\\\\\\\"#),
    (#"\u0000"#, "\0"),
    ("\u{7F}", "\u{7F}"),
  ])
  func unescapes(_ written: String, _ text: String) throws {
    #expect(try JSONValue(parsing: "\"\(written)\"", options: .strict) == .string(text))
    #expect(try JSONValue(parsing: "\"\(written)\"", options: .message) == .string(text))
  }

  /// Runs of every length before, between and after escapes: the scan takes eight bytes at a time.
  @Test func escapesAtEveryDistance() throws {
    for before in 0...17 {
      for after in 0...17 {
        let (head, tail) = (String(repeating: "h", count: before), String(repeating: "t", count: after))
        let value = try JSONValue(parsing: "\"\(head)\\n\(tail)\\\"\(head)\"")
        #expect(value == .string("\(head)\n\(tail)\"\(head)"))
      }
    }
  }

  @Test(arguments: [
    (#"a\ud800b"#, "a\u{FFFD}b"),
    (#"\udc00"#, "\u{FFFD}"),
    (#"\ud800\ud800\udc00"#, "\u{FFFD}\u{10000}"),
    (#"\ud800\n"#, "\u{FFFD}\n"),
    (#"\ud800\u0041"#, "\u{FFFD}A"),
  ])
  func halvesOfPairs(_ written: String, _ repaired: String) throws {
    #expect(try JSONValue(parsing: "\"\(written)\"", options: .message) == .string(repaired))
    let error = try #require(throws: JSONSyntaxError.self) {
      try JSONValue(parsing: "\"\(written)\"", options: .strict)
    }
    #expect(error.reason == .loneSurrogate)
  }

  @Test(
    arguments: [
      ([0xFF], "\u{FFFD}"),
      ([0xC0, 0x80], "\u{FFFD}\u{FFFD}"),
      ([0x61, 0xE2, 0x82, 0x62], "a\u{FFFD}b"),
      ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}"),
      ([0xF4, 0x90, 0x80, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
      ([0xF0, 0x9D, 0x92], "\u{FFFD}"),
      ([0xE0, 0x80, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}"),
      ([0x80], "\u{FFFD}"),
    ] as [([UInt8], String)]
  )
  func brokenText(_ content: [UInt8], _ repaired: String) throws {
    for escape in ["", #"\n"#] {
      let text = [UInt8(ascii: "\"")] + content + Array(escape.utf8) + [UInt8(ascii: "\"")]
      #expect(try JSONValue(parsing: text, options: .message) == .string(repaired + (escape.isEmpty ? "" : "\n")))
      let error = try #require(throws: JSONSyntaxError.self) { try JSONValue(parsing: text, options: .configuration) }
      #expect(error.reason == .invalidUTF8)
      #expect(error.place.offset == (content.first == 0x61 ? 2 : 1))
    }
  }

  @Test func wellFormedTextOfEveryLengthIsAccepted() throws {
    for scalar in ["\u{80}", "\u{7FF}", "\u{800}", "\u{D7FF}", "\u{E000}", "\u{FFFF}", "\u{10000}", "\u{10FFFF}"] {
      #expect(try JSONValue(parsing: "[\"\(scalar)\"]", options: .strict) == [.string(scalar)])
    }
  }
}
