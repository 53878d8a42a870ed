import Analysis
import Review
import TestSupport
import Testing
import Workspace

/// What a reviewer reads of a change.
@Suite("The page of a change")
struct ChangePageTests {
  private static let charge = """
    def charge(order, gateway):
        if order.total > 1000:
            raise ValueError("too much")
        with gateway.lock:
            gateway.pay(order.total)
        return order.id
    """ + "\n"

  private static let refund = """
    def refund(order, gateway):
        for line in order.lines:
            if line.price < 0:
                raise ValueError("no price")
            gateway.pay_back(line.price)
        return order.id
    """ + "\n"

  private func review(_ folder: ScratchFolder) throws -> ReviewReport {
    try Reviewer(analyzer: Analyzer()).review([FilePath(folder.path)], base: "HEAD")
  }

  private func committed(_ files: [String: String]) throws -> ScratchFolder {
    let folder = try ScratchFolder(files)
    try folder.commitAll()
    return folder
  }

  private func page(_ folder: ScratchFolder) throws -> String { MarkdownReport().render(try review(folder)) }

  @Test func aMoveToAnotherFileIsNoAddition() throws {
    let folder = try committed(["shop.py": Self.charge + "\n\n" + Self.refund])
    try folder.write(Self.charge, to: "shop.py")
    try folder.write(Self.refund, to: "back.py")
    let report = try review(folder)
    let moved = try #require(report.files.flatMap(\.units).first { $0.name == "refund" })
    #expect(moved.change == "unchanged")
    #expect(!report.files.flatMap(\.units).contains { $0.change == "removed" })
    let text = MarkdownReport().render(report)
    #expect(text.contains("Moved from `shop.py`, otherwise unchanged: `refund`"))
    // Nobody need read it again: the two empty lines between are what is left.
    #expect(text.contains("2 lines to review") || text.contains("1 line to review"))
  }

  @Test func whatMovedAndChangedIsModified() throws {
    let folder = try committed(["shop.py": Self.charge + "\n\n" + Self.refund])
    try folder.write(Self.charge, to: "shop.py")
    try folder.write(Self.refund.replacing("return order.id", with: "return order"), to: "back.py")
    #expect(try page(folder).contains("`refund` · modified, moved from `shop.py`"))
  }

  @Test func aRenamedUnitSaysWhatItWas() throws {
    let folder = try committed(["shop.py": Self.refund])
    try folder.write(Self.refund.replacing("def refund", with: "def pay_back"), to: "shop.py")
    #expect(try page(folder).contains("`pay_back` · modified, renamed from `refund`"))
  }

  @Test func saysOnlyWhatIsDifferent() throws {
    let folder = try committed(["shop.py": Self.charge])
    try folder.write(
      Self.charge.replacing("    with gateway.lock:\n        gateway.pay", with: "    gateway.pay"),
      to: "shop.py"
    )
    let text = try page(folder)
    #expect(text.contains("locks 1 → 0"))
    #expect(!text.contains("checks 1"))
  }

  @Test func theSameOfSeveralPlacesIsToldOnce() throws {
    let folder = try committed(["shop.py": "import requests\n"])
    let calls = ["a", "b", "c"].map { "def \($0)(x):\n    return requests.get(x)\n" }.joined(separator: "\n\n")
    try folder.write("import requests\n\n\n" + calls, to: "shop.py")
    let text = try page(folder)
    #expect(text.contains("The same in 2 more: line 9, `b`; line 13, `c`"))
  }

  @Test func whatWasThereBeforeStandsApart() throws {
    let old = "import requests\n\n\ndef f(x):\n    return requests.get(x)\n"
    let folder = try committed(["shop.py": old])
    try folder.write(
      old.replacing("return requests.get(x)", with: "x = x.strip()\n    return requests.get(x)"),
      to: "shop.py"
    )
    let text = try page(folder)
    #expect(text.contains("1 in what changed that was there before") || text.contains("Nothing is flagged"))
  }

  @Test func whatIsGoneHasNoLineToShow() throws {
    let test = "def test_a():\n    assert f() == 1\n"
    let folder = try committed([
      "shop.py": "def f():\n    return 1\n", "test_shop.py": "from shop import f\n\n\n" + test,
    ])
    try folder.write("from shop import f\n", to: "test_shop.py")
    let report = try review(folder)
    #expect(MarkdownReport().render(report).contains("line 4 before the change, `test_a`"))
    let lines = GitHubAnnotations().render(report).split(separator: "\n").filter { $0.contains("removed-test") }
    #expect(!lines.isEmpty && lines.allSatisfy { !$0.contains("line=") })
  }

  @Test func topLevelCodeSaysWhereItChanged() throws {
    let folder = try committed(["shop.py": "LIMIT = 1\n\n\ndef f():\n    return LIMIT\n\n\nRATE = limit(LIMIT)\n"])
    try folder.write("LIMIT = 1\n\n\ndef f():\n    return LIMIT\n\n\nRATE = limit(LIMIT + 1)\n", to: "shop.py")
    #expect(try page(folder).contains("code at top level, line 8 · modified"))
  }

  @Test func whatStandsInNoUnitIsToldToo() throws {
    let old = "import json\n\n\ndef f():\n    return 1\n"
    let folder = try committed(["shop.py": old])
    try folder.write("import json\nimport re\n\n\ndef f():\n    return 1\n", to: "shop.py")
    #expect(try page(folder).contains("line 2: imports, declarations or comments"))
    try folder.write(old + "\n\ndef g():\n    return 2\n", to: "shop.py")
    #expect(try !page(folder).contains("imports, declarations"))
  }
}
