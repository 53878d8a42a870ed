import Analysis
import JSONText
import Review
import SourceText
import TestSupport
import Testing

@Suite("A review, as it is shown")
struct RenderingTests {
  private let report: ReviewReport = {
    let range = ReportRange(startLine: 2, startColumn: 5, endLine: 2, endColumn: 9)
    let wide = ReportRange(startLine: 1, startColumn: 1, endLine: 3, endColumn: 1)
    func entry(_ outcome: String, _ rule: String, stake: String, ignored: Bool = false) -> ReviewReport.Entry {
      ReviewReport.Entry(
        rule: rule,
        outcome: outcome,
        range: range,
        message: "`f_x` is *one* <thing>.",
        question: outcome == "checked" ? nil : "What ends it?",
        reason: outcome == "unverified" ? "not seen" : nil,
        confidence: outcome == "flagged" ? "high" : nil,
        stake: stake,
        evidence: [ReviewReport.Evidence(note: "repeated here", range: wide)],
        fingerprint: "00112233445566aa",
        isSuppressed: ignored
      )
    }
    let unit = ReviewReport.Unit(
      name: "Shop.pay",
      kind: "method",
      change: "modified",
      range: wide,
      entries: [
        entry("flagged", "missing-timeout", stake: "availability"), entry("unverified", "io-in-loop", stake: "upkeep"),
        entry("checked", "broad-catch", stake: "upkeep"),
        entry("unverified", "swallowed-error", stake: "upkeep", ignored: true),
      ]
    )
    let file = ReviewReport.File(
      path: "src/ä b.py",
      language: "python",
      status: "analyzed",
      reason: nil,
      units: [unit],
      entries: []
    )
    let skipped = ReviewReport.File(path: "x.bin.py", skipped: .binary)
    return ReviewReport(base: "main", files: [file, skipped], changedLines: 7)
  }()

  @Test func jsonIsTheContract() throws {
    let json = try JSONValue(parsing: JSONWriter.bytes(of: report))
    #expect(json["schema"] == "lacuna-review/1")
    #expect(json["base"] == "main")
    let file = try #require(json["files"]?[0])
    #expect(file["reason"] == .null)
    let unit = try #require(file["units"]?[0])
    #expect(unit["change"] == "modified")
    #expect(unit["range"]?["endLine"] == 3)
    let entry = try #require(unit["entries"]?[0])
    #expect(entry["confidence"] == "high")
    #expect(entry["evidence"]?[0]?["note"] == "repeated here")
    #expect(json["files"]?[1]?["reason"] == "binary")
    let summary = try #require(json["summary"])
    #expect(summary["files"] == 2 && summary["skippedFiles"] == 1 && summary["units"] == 1)
    #expect(summary["flagged"] == 1 && summary["unverified"] == 2 && summary["checked"] == 1)
    #expect(summary["changedUnits"] == 1 && summary["changedLines"] == 7)
  }

  @Test func theTerminalShowsTheCodeItSpeaksOf() {
    let text = TextReport(style: TextStyle(isColoured: false)) { _ in SourceText("one\n    call\nthree\n") }.render(
      report
    )
    #expect(text.contains("Shop.pay · modified · 1 gap · 1 unverified · 1 checked"))
    #expect(text.contains("2 │     call"))
    #expect(text.contains("  │     ^^^^"))
    #expect(text.contains("repeated here"))
    #expect(text.contains("→ What ends it?"))
    #expect(text.contains("because: not seen"))
    #expect(text.contains("x.bin.py  not read: binary"))
    #expect(!text.contains("swallowed-error"))
    #expect(!text.contains("\u{1b}"))
  }

  @Test func nothingInAFileReachesTheTerminalAsACommand() {
    let text = TextReport(style: TextStyle(isColoured: false)) { _ in SourceText("one\n\u{1b}[2Jcall\u{202e}\nthree\n")
    }
    .render(report)
    #expect(!text.contains("\u{1b}"))
    #expect(!text.contains("\u{202e}"))
  }

  @Test func markdownKeepsCodeAndEscapesTheRest() {
    let text = MarkdownReport { path, line in "\(path)#L\(line)" }.render(report)
    #expect(text.contains("`f_x` is \\*one\\* \\<thing\\>."))
    #expect(text.contains("[line 2](src/ä b.py#L2)"))
    #expect(text.contains("> What ends it?"))
    #expect(text.contains("Against `main`"))
    #expect(text.contains("- `x.bin.py`: binary"))
  }

  @Test func sarifSaysFailReviewPass() throws {
    let json = try JSONValue(parsing: JSONWriter.bytes(of: SARIFReport(report)))
    #expect(json["version"] == "2.1.0")
    let run = try #require(json["runs"]?[0])
    let results = try #require(run["results"])
    #expect((0..<3).map { results[$0]?["kind"] } == ["fail", "review", "pass"])
    #expect((0..<3).map { results[$0]?["level"] } == ["error", "none", "none"])
    #expect(results[0]?["locations"]?[0]?["physicalLocation"]?["artifactLocation"]?["uri"] == "src/%C3%A4%20b.py")
    #expect(results[3]?["suppressions"]?[0]?["kind"] == "inSource")
    #expect(run["invocations"]?[0]?["toolExecutionNotifications"]?[0]?["message"]?["text"] == "Not read: binary.")
  }
}
