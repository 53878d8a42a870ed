import Foundation
import Testing

/// The replayer itself: a fixture that cannot fail would be worth nothing.
@Suite("Replaying")
struct ReplayTests {
  private static func frame(_ body: String) -> String { "Content-Length: \(body.utf8.count)\\r\\n\\r\\n\(body)" }

  private static let answer = frame(#"{"jsonrpc":"2.0","id":1,"result":{"a":[1,"xyz"],"b":null}}"#)

  /// - Parameter script: of a stand-in server, that need not read what it is sent.
  private func problem(_ script: String, _ lines: [String]) throws -> String? {
    let folder = try TemporaryFolder()
    try folder.write("server", "\(script)\ncat > /dev/null\n")
    let shell = URL(fileURLWithPath: "/bin/sh")
    let file = folder.url.appendingPathComponent("server").path
    let fixture = try Fixture(name: "stand-in", text: lines.joined(separator: "\n"))
    do {
      try Replay(fixture, program: shell, arguments: [file], version: "1").run()
      return nil
    } catch {
      return "\(error)"
    }
  }

  private static let ending = [#"{"close":true}"#, #"{"exit":0}"#]

  @Test(arguments: [
    #"{"receive":{"id":1,"result":{"a":[1,"xyz"],"b":null}}}"#,
    #"{"receive":{"id":"{{any}}","result":{"a":[1,"x{{any}}"],"b":"{{any}}"}}}"#,
    #"{"receive":{"id":1,"result":{"a":{"{{some}}":["xyz"]},"{{more}}":true}}}"#,
    #"{"receive":[{"id":1,"result":{"{{more}}":true}}]}"#,
  ])
  func whatIsExpectedPasses(step: String) throws {
    #expect(try problem("printf '\(Self.answer)'", [step] + Self.ending) == nil)
  }

  @Test(arguments: [
    #"{"receive":{"id":1,"result":{"a":[1,"xyz"]}}}"#, #"{"receive":{"id":1,"result":{"a":[1,"xy"],"b":null}}}"#,
    #"{"receive":{"id":"1","result":"{{any}}"}}"#, #"{"receive":{"id":1,"result":{"a":{"{{some}}":[2]},"b":null}}}"#,
    #"{"receive":{"id":1,"result":{"a":[1,"y{{any}}z"],"b":null}}}"#, #"{"receive":{"method":"x"}}"#,
    #"{"receive":{"id":1,"result":{"a":[1],"b":null}}}"#,
  ])
  func whatIsNotExpectedFails(step: String) throws {
    let problem = try problem("printf '\(Self.answer)'", [step] + Self.ending)
    #expect(problem?.hasPrefix("stand-in:1: unexpected") ?? false)
  }

  @Test(arguments: [
    ("printf 'hello\\n'", "no message"), ("printf 'Content-Length: x\\r\\n\\r\\n'", "no header"),
    ("printf 'Content-Length: 9\\r\\n\\r\\n{}'; exit 0", "inside a message"), ("exit 0", "ended"),
    ("printf '\(frame(#"{"id":1}"#))'", "not JSON-RPC"), ("printf '\(answer)'; exit 3", "status 3"),
    ("printf '\(answer)\(answer)'; exit 0", "unexpected"), ("printf '\(answer)'; kill -9 $$", "status -9"),
  ])
  func aServerThatBreaksTheRulesIsFoundOut(script: String, expected: String) throws {
    let lines = [#"{"receive":{"id":1,"result":"{{any}}"}}"#] + Self.ending
    let problem = try problem(script, lines)
    #expect(problem?.contains(expected) ?? false, "\(problem ?? "no problem")")
  }

  @Test func editsAreAppliedAsTheirPlacesAreCounted() throws {
    let open = """
      {"send":{"method":"textDocument/didOpen","params":{"textDocument":{"uri":"{{uri:a}}","version":1,"text":"𝒳=1\\r\\n𝒴"}}}}
      """
    func apply(_ character: Int, _ gives: String) -> String {
      let place = "{\"line\":1,\"character\":\(character)}"
      let edit = "{\"range\":{\"start\":\(place),\"end\":\(place)},\"newText\":\"!\"}"
      return "{\"apply\":{\"changes\":{\"{{uri:a}}\":[\(edit)]}},\"gives\":{\"a\":\"\(gives)\"}}"
    }
    #expect(try problem("", [open, apply(2, "𝒳=1\\r\\n𝒴!")] + Self.ending) == nil)
    #expect(try problem("", [open, apply(0, "𝒳=1\\r\\n!𝒴")] + Self.ending) == nil)
    #expect(try problem("", [open, apply(0, "𝒳=1\\r\\n𝒴!")] + Self.ending)?.contains("does not give") ?? false)
  }
}
