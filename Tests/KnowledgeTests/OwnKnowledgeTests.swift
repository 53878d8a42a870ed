import JSONText
import Testing

@testable import Knowledge

/// Knowledge files that a workspace brings.
@Suite struct OwnKnowledgeTests {
  private let standard = KnowledgeBase.standard(for: "python")

  @Test func ownRowsWin() throws {
    let own = try library(
      #"""
      "types": [{"names": ["shop.http.client()"], "is": "requests.Session"}],
      "calls": [
        {"names": ["requests.get", "shop.gateway.Gateway.charge"], "effect": "payment", "repeat": "unsafe"},
        {"names": ["**.[A-Z]*.objects.create"], "effect": "cache-write"}
      ]
      """#
    )
    let base = KnowledgeBase(standard, adding: [own])
    #expect(base.call("requests.get")?.effect == .payment)
    #expect(base.call("shop.gateway.Gateway.charge")?.repetition == .unsafe)
    #expect(base.call("shop.http.client().post")?.effect == .networkWrite)
    #expect(base.call("shop.models.Order.objects.create")?.effect == .cacheWrite)
    #expect(base.call("requests.post") == standard.call("requests.post"))
    #expect(standard.call("requests.get")?.effect == .networkRead)
  }

  /// A pattern of the workspace's goes before what the standard knowledge writes out.
  @Test func anOwnPatternWins() throws {
    let own = try library(#""calls": [{"names": ["requests.*"], "effect": "cache-read"}]"#)
    let base = KnowledgeBase(standard, adding: [own])
    #expect(base.call("requests.get")?.effect == .cacheRead)
    #expect(base.call("requests.Session.get")?.effect == .networkRead)
  }

  @Test func ofTwoOwnLibrariesTheLaterOneWins() throws {
    let first = try library(#""clients": [{"names": ["shop.Client"], "deadline": {"default": "none"}}]"#)
    let second = try library(#""clients": [{"names": ["shop.Client"], "deadline": {"default": 2.5}}]"#)
    let base = KnowledgeBase(standard, adding: [first, second])
    #expect(base.client("shop.Client") == Deadline(.finite(seconds: 2.5)))
  }

  @Test func theVersionChangesWithEveryFile() throws {
    let one = try library(#""calls": [{"names": ["shop.pay"], "effect": "payment"}]"#)
    let other = try library(#""calls": [{"names": ["shop.pay"], "effect": "mail"}]"#)
    let versions = [[], [one], [other], [one, other], [other, one]].map {
      KnowledgeBase(standard, adding: $0).version
    }
    #expect(Set(versions).count == versions.count)
    #expect(KnowledgeBase(standard, adding: []).version == standard.version)
    #expect(KnowledgeBase(standard, adding: [one]).version == versions[1])
  }

  @Test func anotherFamilysFileChangesNothing() throws {
    let own = try KnowledgeLibrary(
      file(#"{"library": "shop", "language": "javascript", "calls": [{"names": ["requests.get"]}]}"#)
    )
    let base = KnowledgeBase(standard, adding: [own])
    #expect(base.call("requests.get") == standard.call("requests.get"))
    #expect(base.version == standard.version)
  }

  @Test func commentsAndTrailingCommasAreFine() throws {
    let own = try library("\"calls\": [\n // Ours.\n {\"names\": [\"shop.pay\",], \"effect\": \"payment\",},\n]")
    #expect(KnowledgeBase(standard, adding: [own]).call("shop.pay")?.effect == .payment)
  }

  @Test(arguments: [
    ("", "line 1, column 1", "there is no value"),
    ("[]", "line 1, column 1", "expected an object, found an array"),
    (#"{"library": "shop"}"#, "line 1, column 1", "\"language\" is missing"),
    (#"{"library": "shop", "language": "cobol"}"#, "line 1, column 21", "expected one of "),
    (row(#"{"names": []}"#), "line 2, column 2", "calls[0].names: there is nothing in it"),
    (row(#"{"effect": "mail"}"#), "line 2, column 1", "calls[0]: \"names\" is missing"),
    (row(#"{"names": "shop.pay"}"#), "line 2, column 2", "expected an array, found a string"),
    (row(#"{"names": ["shop.pay"], "efect": "mail"}"#), "line 2, column 25", "calls[0].efect: is not known here"),
    (row(#"{"names": ["shop.pay"], "effect": "netwrok"}"#), "line 2, column 25", "found \"netwrok\""),
    (row(#"{"names": ["shop.pay"], "fails": ["raise"]}"#), "line 2, column 35", "raises, status, value, absence"),
    (row(#"{"names": ["shop.pay"], "async": 1}"#), "line 2, column 25", "expected a boolean, found an integer"),
    (row(#"{"names": ["shop.pay"], "deadline": {}}"#), "line 2, column 25", "\"default\" is missing"),
    (row(#"{"names": ["shop.pay"], "deadline": {"default": "never"}}"#), "line 2, column 38", "found \"never\""),
    (row(#"{"names": ["shop.pay"], "deadline": {"default": -1}}"#), "line 2, column 38", "ends before it begins"),
    (row(#"{"names": ["shop.pay"], "part": "retry"}"#), "line 2, column 1", "retry: is missing: what bounds it"),
    (
      row(#"{"names": ["shop.pay"], "retry": {"bounded-by": []}}"#), "line 2, column 25",
      "the parts \"retry\" and \"consumes\" only"
    ),
    (row(#"{"names": ["a b"]}"#), "line 2, column 12", "no spaces, quotes or backslashes"),
    (row(#"{"names": [""]}"#), "line 2, column 12", "a path cannot be empty"),
    (row(#"{"names": ["a.{b,{c}}"]}"#), "line 2, column 12", "braces do not nest"),
    (row(#"{"names": ["a.{b"]}"#), "line 2, column 12", "'{' has no '}' after it"),
    (row(#"{"names": ["a.b}"]}"#), "line 2, column 12", "'}' has no '{' before it"),
    (row(#"{"names": ["a.b***"]}"#), "line 2, column 12", "'**' stands alone between dots"),
    (row(#"{"names": ["**.*"]}"#), "line 2, column 12", "a path needs a name"),
    (row(#"{"names": ["a.b(x).c"]}"#), "line 2, column 12", "parentheses are written '()'"),
    (row(#"{"names": ["a.[a-z]*.c"]}"#), "line 2, column 12", "brackets are written '[A-Z]*' only"),
    (
      row("{\"names\": [\"" + String(repeating: "{a,b}", count: 40) + "\"]}"), "line 2, column 12",
      "too many alternatives"
    ),
    (
      #"{"library": "shop", "language": "python", "types": [{"names": ["a"], "is": "b.*"}]}"#, "line 1, column 70",
      "without stars and braces"
    ),
    (String(repeating: "[", count: 100_000), "line 1, column 65", "nested too deeply"),
    ("{\"library\": \"\u{0}\"}", "line 1, column 14", "control character"),
  ])
  func aWrongFileSaysWhatAndWhere(_ text: String, _ place: String, _ message: String) throws {
    let problem = try #require(throws: KnowledgeProblem.self) { _ = try KnowledgeLibrary(file(text)) }
    #expect(problem.file == "knowledge/shop.json")
    #expect("\(problem.place)" == place)
    #expect(problem.message.contains(message), "\(problem.message)")
    #expect("\(problem)" == "knowledge/shop.json: \(place): \(problem.message)")
  }

  @Test func oneWrongFileDoesNotCostTheOthers() {
    let good = KnowledgeFile(name: "a.json", bytes: Array(row(#"{"names": ["shop.pay"], "effect": "payment"}"#).utf8))
    let bad = KnowledgeFile(name: "b.json", bytes: [0xFF, 0xFE, 0x00])
    let (libraries, problems) = KnowledgeLibrary.read([bad, good])
    #expect(problems.map(\.file) == ["b.json"])
    #expect(KnowledgeBase(standard, adding: libraries).call("shop.pay")?.effect == .payment)
  }
}

private func file(_ text: String) -> KnowledgeFile {
  KnowledgeFile(name: "knowledge/shop.json", bytes: Array(text.utf8))
}

private func library(_ members: String) throws -> KnowledgeLibrary {
  try KnowledgeLibrary(file(#"{"library": "shop", "language": "python", \#(members)}"#))
}

/// A file with one call, on a line of its own.
private func row(_ call: String) -> String {
  "{\"library\": \"shop\", \"language\": \"python\", \"calls\": [\n\(call)\n]}"
}
