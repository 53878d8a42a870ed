import JSONText
import TestSupport
import Testing

/// Whatever comes in, the parser answers; and what it accepts, it can say again.
struct JSONFuzzTests {
  static let samples = [
    #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"rootUri":"file:///a%20b","x":[1,-2.5e3,true]}}"#,
    #"{"text":"def f():\n\treturn \"é\u00e9\ud835\udcb3\\\"\r\n","range":{"start":{"line":0,"character":0}},"n":null}"#,
    "// settings\n{ \"a\": [1, /* two */ 2,], \"b\": {\"c\": -0.5E+2, }, }\n",
  ]

  private func examine(_ bytes: [UInt8]) throws -> Bool {
    var accepted = false
    for options in [JSONParsingOptions.strict, .message, .configuration] {
      do {
        let value = try JSONValue(parsing: bytes, options: options)
        #expect(try JSONValue(parsing: JSONWriter.bytes(of: value), options: .strict) == value)
        #expect(try JSONValue(parsing: JSONWriter.bytes(of: value, .pretty), options: .strict) == value)
        accepted = true
      } catch {
        #expect((0...bytes.count).contains(error.place.offset))
        #expect(error.place.line >= 1 && error.place.column >= 1)
      }
    }
    return accepted
  }

  @Test(arguments: samples)
  func everyTruncationIsAnError(_ sample: String) throws {
    let bytes = Array(sample.utf8)
    #expect(try examine(bytes))
    let lastOfValue = bytes.lastIndex(of: UInt8(ascii: "}")) ?? 0
    for length in 0...lastOfValue {
      #expect(try !examine(Array(bytes[..<length])), "the first \(length) bytes")
    }
  }

  @Test(arguments: samples)
  func randomBytesAnywhere(_ sample: String) throws {
    var random = SeededGenerator(seed: 20)
    var (accepted, refused) = (0, 0)
    for _ in 0..<3_000 {
      var bytes = Array(sample.utf8)
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let position = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[position] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: position)
        case 2: bytes.insert(bytes.randomElement(using: &random) ?? 0, at: position)
        default: bytes[position] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        }
      }
      if try examine(bytes) { accepted += 1 } else { refused += 1 }
    }
    #expect(accepted > 50 && refused > 50)
  }
}
