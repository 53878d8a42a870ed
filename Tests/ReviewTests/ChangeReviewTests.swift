import Analysis
import JSONText
import Review
import TestSupport
import Testing
import Workspace

/// Reviews of changes in real repositories.
@Suite("The review of a change")
struct ChangeReviewTests {
  private static let shop = """
    import requests


    def stock(sku):
        answer = requests.get("https://warehouse.example/" + sku, timeout=3)
        answer.raise_for_status()
        return answer.json()


    def gone():
        return 1
    """ + "\n"

  private static let careless = """
    import requests


    def stock(sku):
        answer = requests.get("https://warehouse.example/" + sku)
        return answer.json()
    """ + "\n"

  private func review(
    _ folder: ScratchFolder,
    base: String = "HEAD",
    limits: ReviewLimits = ReviewLimits()
  ) throws -> ReviewReport {
    let reviewer = Reviewer(analyzer: Analyzer(), limits: limits)
    return try reviewer.review([FilePath(folder.path)], base: base)
  }

  private func changed() throws -> ScratchFolder {
    let folder = try ScratchFolder(["src/shop.py": Self.shop])
    try folder.commitAll()
    try folder.write(Self.careless, to: "src/shop.py")
    return folder
  }

  private func budget(_ report: ReviewReport) -> [ReviewReport.Entry] {
    report.files.flatMap(\.entries).filter { $0.rule == "review-budget" }
  }

  private func lines(_ count: Int, _ name: String = "x") -> String {
    (0..<count).map { "\(name)_\($0) = \($0)\n" }.joined()
  }

  // MARK: - Three parts

  @Test func hasThreeParts() throws {
    let report = try review(changed())
    let text = MarkdownReport { path, line in "\(path)#L\(line)" }.render(report)
    let parts = ["## Changed", "## Flagged", "## Could not verify"].compactMap { text.firstRange(of: $0)?.lowerBound }
    #expect(parts.count == 3 && parts == parts.sorted())
    #expect(text.contains("`stock` · modified"))
    #expect(text.contains("Removed: `gone`"))
    #expect(text.contains("-timeout`"))
    #expect(text.contains("src/shop.py#L"))
  }

  @Test func saysWhetherTheCodeIsLessVerifiableThanBefore() throws {
    let folder = try changed()
    let worse = try #require(try review(folder).verifiability)
    #expect(worse.trend == .less)
    #expect(worse.text.contains("less verifiable than before"))
    try folder.git("commit", "-q", "-a", "-m", "worse")
    try folder.write(Self.shop, to: "src/shop.py")
    #expect(try review(folder).verifiability?.trend == .more)
  }

  @Test func trendsAreSharesFirst() {
    func trend(_ before: (Int, Int), _ after: (Int, Int)) -> Verifiability.Trend {
      Verifiability(
        before: .init(open: before.0, checked: before.1),
        after: .init(open: after.0, checked: after.1)
      ).trend
    }
    #expect(trend((1, 9), (1, 9)) == .same)
    #expect(trend((1, 1), (2, 9)) == .more)
    #expect(trend((0, 3), (1, 9)) == .less)
    #expect(trend((0, 0), (0, 0)) == .same)
    #expect(trend((2, 0), (1, 0)) == .more)
  }

  @Test func sarifSaysWhatIsNew() throws {
    let folder = try ScratchFolder(["a.py": Self.careless])
    try folder.commitAll()
    try folder.write(
      Self.careless + "\n\ndef pay(sku):\n    return requests.post(\"https://x.example/\" + sku)\n",
      to: "a.py"
    )
    let json = try JSONValue(parsing: JSONWriter.bytes(of: SARIFReport(try review(folder))))
    guard case .array(let results)? = json["runs"]?[0]?["results"] else { throw Missing() }
    func state(_ unit: JSONValue) -> [JSONValue?] {
      results.filter { $0["locations"]?[0]?["logicalLocations"]?[0]?["fullyQualifiedName"] == unit }
        .map { $0["baselineState"] }
    }
    #expect(!state("stock").isEmpty && state("stock").allSatisfy { $0 == "unchanged" })
    #expect(!state("pay").isEmpty && state("pay").allSatisfy { $0 == "new" })
  }

  private struct Missing: Error {}

  @Test func annotationsHoldNoOtherCommand() throws {
    let text = GitHubAnnotations().render(try review(changed()))
    let lines = text.split(separator: "\n")
    #expect(lines.allSatisfy { $0.hasPrefix("::error ") || $0.hasPrefix("::warning ") || $0.hasPrefix("::notice ") })
    #expect(lines.contains { $0.contains("-timeout") && $0.contains(",line=5,") })
    #expect(lines.last?.contains("less verifiable") == true)
  }

  // MARK: - Size

  @Test func aSmallChangeIsWithinWhatAReviewCanHold() throws {
    let entries = budget(try review(changed()))
    #expect(entries.map(\.outcome) == ["checked"])
  }

  @Test func aLargeOneIsNot() throws {
    let folder = try ScratchFolder(["a.py": "x = 1\n"])
    try folder.commitAll()
    try folder.write(lines(401), to: "b.py")
    let entries = budget(try review(folder))
    #expect(entries.map(\.outcome) == ["flagged", "unverified"])
    #expect(entries[0].message.contains("more than 400"))
    #expect(entries[0].confidence == "medium")
    var limits = ReviewLimits()
    limits.lines = 1_000
    limits.linesPerHour = 300
    #expect(budget(try review(folder, limits: limits))[0].message.contains("60 minutes"))
    limits.linesPerHour = 500
    #expect(budget(try review(folder, limits: limits))[0].outcome == "checked")
  }

  @Test func moneyNeedsItsOwnerSooner() throws {
    let folder = try ScratchFolder(["a.py": "x = 1\n"])
    try folder.commitAll()
    try folder.write(lines(301), to: "payments/charge.py")
    #expect(budget(try review(folder))[0].message.contains("more than the 300"))
    try folder.remove("payments/charge.py")
    try folder.write(lines(301), to: "colours.py")
    #expect(budget(try review(folder))[0].outcome == "checked")
  }

  @Test(arguments: ["package-lock.js", "vendor/a.py", "src/a_pb2.py", "web/app.min.js"])
  func whatNobodyReadsIsNotCounted(name: String) throws {
    let folder = try ScratchFolder(["a.py": "x = 1\n"])
    try folder.commitAll()
    let text = name.hasPrefix("package") ? "// @generated\n" + lines(900) : lines(900)
    try folder.write(text, to: name)
    #expect(budget(try review(folder)).allSatisfy { $0.outcome != "flagged" })
  }

  @Test func whatIsDeletedCountsAQuarterAndSpaceNothing() throws {
    let folder = try ScratchFolder(["a.py": lines(1_000), "b.py": "if True:\n" + lines(500, "  y")])
    try folder.commitAll()
    try folder.write(lines(1), to: "a.py")
    try folder.write("if True:\n" + lines(500, "    y"), to: "b.py")
    let whole = try #require(budget(try review(folder)).first { $0.outcome != "unverified" })
    #expect(whole.outcome == "checked")
    #expect(whole.message.contains("250 lines"))
  }

  // MARK: - Git

  @Test func aDetachedHeadIsAHead() throws {
    let folder = try changed()
    try folder.git("stash", "-q")
    try folder.git("checkout", "-q", "--detach")
    try folder.git("stash", "pop", "-q")
    #expect(try review(folder).summary.changedUnits == 2)
  }

  @Test func aRebaseThatStopsIsReviewedAsItStands() throws {
    let folder = try ScratchFolder(["a.py": "def f():\n    return 1\n"])
    try folder.commitAll()
    try folder.git("checkout", "-q", "-b", "side")
    try folder.write("def f():\n    return 2\n", to: "a.py")
    try folder.git("commit", "-q", "-a", "-m", "two")
    try folder.git("checkout", "-q", "main")
    try folder.write("def f():\n    return 3\n", to: "a.py")
    try folder.git("commit", "-q", "-a", "-m", "three")
    #expect(throws: (any Error).self) { try folder.git("rebase", "-q", "side") }
    let report = try review(folder)
    // Conflict marks do not parse, and that is said.
    #expect(report.files.map(\.status) == ["partial"])
  }

  @Test func aWorkTreeHasAHeadOfItsOwn() throws {
    let folder = try changed()
    try folder.git("stash", "-q")
    try folder.git("worktree", "add", "-q", "-b", "side", "side")
    try folder.write(Self.careless, to: "side/src/shop.py")
    let reviewer = Reviewer(analyzer: Analyzer())
    let report = try reviewer.review([FilePath(folder.path + "/side")], base: "HEAD")
    #expect(report.summary.changedUnits == 2)
  }

  @Test func aShallowCloneSaysWhatItLacks() throws {
    let folder = try ScratchFolder()
    try folder.write(Self.shop, to: "origin/shop.py")
    try folder.git("init", "-q", "origin")
    try folder.git("-C", "origin", "add", "-A")
    try folder.git("-C", "origin", "commit", "-q", "-m", "one")
    try folder.write(Self.careless, to: "origin/shop.py")
    try folder.git("-C", "origin", "commit", "-q", "-a", "-m", "two")
    try folder.git("clone", "-q", "--depth", "1", "file://\(folder.path)/origin", "copy")
    let reviewer = Reviewer(analyzer: Analyzer())
    let copy = FilePath(folder.path + "/copy")
    #expect(throws: Reviewer.Failure.self) { try reviewer.review([copy], base: "HEAD~1") }
    try folder.write(Self.shop, to: "copy/shop.py")
    #expect(try reviewer.review([copy], base: "HEAD").summary.changedUnits == 2)
  }

  @Test func aPointerOfLFSIsNoText() throws {
    let pointer =
      "version https://git-lfs.github.com/spec/v1\noid sha256:\(String(repeating: "0", count: 64))\nsize 12\n"
    let folder = try ScratchFolder(["a.py": pointer])
    try folder.commitAll()
    try folder.write(Self.careless, to: "a.py")
    let entry = try #require(budget(try review(folder)).first { $0.outcome == "unverified" })
    #expect(entry.message.contains("Git LFS"))
  }

  @Test func anotherRepositoryInsideIsNamed() throws {
    let folder = try ScratchFolder(["a.py": "x = 1\n", "lib/b.py": Self.shop])
    try folder.git("init", "-q", "lib")
    try folder.git("-C", "lib", "add", "-A")
    try folder.git("-C", "lib", "commit", "-q", "-m", "one")
    try folder.commitAll()
    try folder.write(Self.careless, to: "lib/b.py")
    let report = try review(folder)
    #expect(report.remarks.contains { $0.contains("lib") && $0.contains("another repository") })
  }

  /// Of a part of a large workspace nothing is said that hangs on the rest, and that is said.
  @Test func tooManyOtherFilesAreSaid() throws {
    let folder = try ScratchFolder(["a.py": Self.shop, "lib/b.py": "x = 1\n", "lib/c.py": "x = 2\n"])
    try folder.commitAll()
    let path = FilePath(folder.path).appending("a.py")
    let candidates = Discovery().candidates(in: [path])
    let few = ReviewedWorkspace(candidates, of: [path], analyzer: Analyzer(), mostOthers: 1)
    #expect(few.isPartial)
    #expect(few.remark?.contains("more than 1 files") == true)
    #expect(few.facts(for: path) == nil)
    let all = ReviewedWorkspace(candidates, of: [path], analyzer: Analyzer(), mostOthers: 2)
    #expect(all.remark == nil)
    #expect(all.facts(for: path) != nil)
    // What is reviewed as a whole is never too much.
    let whole = [FilePath(folder.path)]
    let every = ReviewedWorkspace(Discovery().candidates(in: whole), of: whole, analyzer: Analyzer(), mostOthers: 0)
    #expect(!every.isPartial)
  }

  @Test func carriageReturnsAloneAreNoChange() throws {
    let folder = try ScratchFolder(["a.py": Self.shop])
    try folder.commitAll()
    try folder.git("config", "core.autocrlf", "true")
    try folder.write(Self.shop.replacing("\n", with: "\r\n"), to: "a.py")
    #expect(try review(folder).files.isEmpty)
  }

  @Test func aRenameIsNoAddition() throws {
    let folder = try ScratchFolder(["a.py": Self.shop])
    try folder.commitAll()
    try folder.git("mv", "a.py", "b.py")
    let report = try review(folder)
    #expect(report.files.map(\.path).allSatisfy { $0.hasSuffix("b.py") })
    #expect(report.summary.changedUnits == 0)
  }

  @Test(arguments: ["nowhere", "HEAD~7", "--all", "merge-base:nowhere"])
  func aBaseThatIsNoneIsAnError(name: String) throws {
    let folder = try changed()
    #expect(throws: Reviewer.Failure.self) { try review(folder, base: name) }
  }

  @Test func noCommitYetIsAnError() throws {
    let folder = try ScratchFolder(["a.py": Self.shop])
    try folder.git("init", "-q")
    #expect(throws: Reviewer.Failure.self) { try review(folder) }
  }
}
