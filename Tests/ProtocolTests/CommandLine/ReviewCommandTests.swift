import Foundation
import Testing

@Suite("lacuna review")
struct ReviewCommandTests {
  private static let gap = """
    import requests


    def stock(sku):
        return requests.get("https://warehouse/" + sku).json()
    """ + "\n"

  private func json(_ run: Lacuna.Run) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  }

  private func files(_ run: Lacuna.Run) throws -> [[String: Any]] {
    try #require(try json(run)["files"] as? [[String: Any]])
  }

  private func file(_ path: String, of run: Lacuna.Run) throws -> [String: Any] {
    try #require(try files(run).first { $0["path"] as? String == path })
  }

  private func units(_ file: [String: Any]) throws -> [[String: Any]] {
    try #require(file["units"] as? [[String: Any]])
  }

  @Test func listsEveryFileAndSaysWhyOneWasNotRead() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.py", Self.gap)
    try folder.write("empty.py", "")
    try folder.write("notes.txt", "nothing to read")
    try folder.write("binary.py", Data([0x70, 0, 1, 2]))
    try folder.write("latin.py", Data("# caf".utf8) + Data([0xE9, 10]))
    try folder.write("half.py", "def f(:\n    return (1\n")
    try folder.write("big.py", String(repeating: "x = 1\n", count: 1_000_000))
    try folder.write("line.js", "const xs = [" + String(repeating: "1,", count: 500_000) + "];\n")
    let run = try Lacuna.run(["review", "--format", "json"], in: folder)
    #expect(run.status == 0)
    #expect(run.errors == "")
    let report = try json(run)
    #expect(report["schema"] as? String == "lacuna-review/1")
    let found = try files(run).map { "\($0["path"] ?? "") \($0["status"] ?? "") \($0["reason"] as? String ?? "-")" }
    #expect(
      found == [
        "a.py analyzed -", "big.py skipped too-large", "binary.py skipped binary", "empty.py analyzed -",
        "half.py partial -", "latin.py analyzed -", "line.js analyzed -", "notes.txt skipped unsupported-language",
      ]
    )
    let half = try file("half.py", of: run)
    let entries =
      try (half["entries"] as? [[String: Any]] ?? []) + units(half).flatMap { $0["entries"] as? [[String: Any]] ?? [] }
    #expect(entries.contains { $0["rule"] as? String == "unparsed-region" && $0["outcome"] as? String == "unverified" })
  }

  @Test func theConfigurationOfTheWorkspaceCounts() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.py", Self.gap)
    let before = try Lacuna.run(["review", "--fail-on", "flagged"], in: folder)
    #expect(before.status == 1)
    try folder.write(
      ".lacuna.json",
      "{ \"rules\": { \"missing-timeout\": \"off\", \"unchecked-result\": \"off\" },\n  \"maxFileSize\": 0 }"
    )
    let after = try Lacuna.run(["review", "--fail-on", "flagged"], in: folder)
    #expect(after.status == 0)
    #expect(after.errors == "lacuna review: .lacuna.json:2:3: maxFileSize: must be from 1 to 1000000000, not 0\n")
  }

  @Test func theSameReviewIsTheSameBytes() throws {
    let folder = try TemporaryFolder()
    for index in 0..<12 { try folder.write("m\(index).py", Self.gap) }
    let runs = try ["json", "text", "markdown", "sarif"].map { format in
      try (0..<3).map { _ in try Lacuna.run(["review", "--format", format], in: folder).output }
    }
    for outputs in runs {
      #expect(!outputs[0].isEmpty)
      #expect(Set(outputs).count == 1)
    }
  }

  @Test(arguments: [
    ["review", "--format", "yaml"], ["review", "--fail-on"], ["review", "--frobnicate"], ["review", "no/such/file.py"],
    ["review", "--base", "HEAD"], ["frobnicate"], [], ["explain", "no-such-rule"],
  ])
  func whatCannotBeDoneIsSaidOnStandardError(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    try folder.write("a.py", Self.gap)
    let run = try Lacuna.run(arguments, in: folder)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(!run.errors.isEmpty)
  }

  @Test func failsOnWhatItIsToldToFailOn() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.py", Self.gap)
    #expect(try Lacuna.run(["review", "--fail-on", "flagged"], in: folder).status == 1)
    #expect(try Lacuna.run(["review", "--fail-on", "never"], in: folder).status == 0)
    try folder.write("a.py", "def add(a, b):\n    return a + b\n")
    #expect(try Lacuna.run(["review", "--fail-on", "unverified"], in: folder).status == 0)
  }

  @Test func saysOfEachUnitWhatBecameOfIt() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "shop.py",
      "def kept(a):\n    return a\n\n\ndef changed(a):\n    return a\n\n\ndef gone(a):\n    return a\n"
    )
    try folder.write("old.py", "def old():\n    return 1\n")
    try folder.write("same.py", "def same():\n    return 1\n")
    try Lacuna.git(["init", "-q"], in: folder)
    try Lacuna.git(["add", "."], in: folder)
    try Lacuna.git(["commit", "-qm", "before"], in: folder)
    try folder.write(
      "shop.py",
      "def kept(a):\n    return a\n\n\ndef changed(a):\n    return a + 1\n\n\ndef new(a):\n    return [a]\n"
    )
    try folder.remove("old.py")
    let run = try Lacuna.run(["review", "--base", "HEAD", "--format", "json"], in: folder)
    #expect(run.status == 0)
    let changes = try units(file("shop.py", of: run)).map { "\($0["name"] ?? "") \($0["change"] ?? "")" }
    #expect(Set(changes) == ["kept unchanged", "changed modified", "new added", "gone removed"])
    #expect(try units(file("old.py", of: run)).map { $0["change"] as? String } == ["removed"])
    #expect(try !files(run).contains { $0["path"] as? String == "same.py" })
    let summary = try #require(try json(run)["summary"] as? [String: Any])
    #expect(summary["changedUnits"] as? Int == 4)
    #expect(summary["changedLines"] as? Int == 8)
    #expect(try json(run)["base"] as? String == "HEAD")
  }

  @Test func aRepositoryWithoutACommitHasNothingToCompareWith() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.py", Self.gap)
    try Lacuna.git(["init", "-q"], in: folder)
    let run = try Lacuna.run(["review", "--base", "HEAD"], in: folder)
    #expect(run.status == 2)
    #expect(run.errors.contains("no commit"))
  }

  @Test func aFolderNamedTestsAboveTheReviewedOneMakesNothingATest() throws {
    let folder = try TemporaryFolder()
    try folder.write("tests/project/src/a.py", Self.gap)
    let path = folder.url.appendingPathComponent("tests/project").path
    #expect(try Lacuna.run(["review", path, "--fail-on", "flagged"], in: folder).status == 1)
  }
}
