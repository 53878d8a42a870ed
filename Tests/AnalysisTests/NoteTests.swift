import Analysis
import Rules
import TestSupport
import Testing

@Suite("What people write in comments")
struct NoteTests {
  private func entries(_ source: String, language: String = "python") -> [Entry] {
    analyze(source, language: language, rules: [.missingTimeout, .uncheckedResult]).units.flatMap(\.entries)
  }

  private func stock(above: String = "", trailing: String = "", call: String = "requests.get(url)") -> String {
    """
    import requests


    def stock(url):
    \(above)    answer = \(call)\(trailing)
        answer.raise_for_status()
        return answer.json()
    """ + "\n"
  }

  private func timeout(_ source: String) throws -> Entry {
    try #require(entries(source).first { $0.rule == .missingTimeout })
  }

  private func tag() throws -> String { try timeout(stock()).tag }

  @Test func anAnswerIsEvidence() throws {
    let answered = stock(
      above: """
            # lacuna: stock
            # - [x] missing-timeout (\(try tag())): the session has a global timeout, see http.py

        """
    )
    let entry = try timeout(answered)
    #expect(entry.outcome == .checked)
    #expect(entry.message.contains("the session has a global timeout, see http.py"))
  }

  @Test func anAnswerMayStandAboveTheUnitAndFollowItsQuestion() throws {
    let question = try #require(try timeout(stock()).question)
    let source = stock().replacing(
      "def stock",
      with:
        "# lacuna: stock\n# - [x] missing-timeout (\(try tag())): \(question) Five seconds, in the proxy.\ndef stock"
    )
    let entry = try timeout(source)
    #expect(entry.outcome == .checked)
    #expect(entry.answer == .answered("Five seconds, in the proxy."))
  }

  @Test func anAnswerWrappedByAFormatterIsRead() throws {
    let entry = try timeout(
      stock(
        above: """
              # lacuna: stock
              # - [x] missing-timeout (\(try tag())): the session has a global
              #   timeout, see http.py

          """
      )
    )
    #expect(entry.answer == .answered("the session has a global timeout, see http.py"))
  }

  @Test(arguments: [
    "- [ ] missing-timeout (TAG): some day", "- [x] missing-timeout (TAG):", "- [x] missing-timeout (TAG): QUESTION",
  ])
  func noAnswerIsNoEvidence(item: String) throws {
    let open = try timeout(stock())
    let item = item.replacing("TAG", with: open.tag).replacing("QUESTION", with: open.question ?? "")
    let entry = try timeout(stock(above: "    # lacuna: stock\n    # \(item)\n"))
    #expect(entry.outcome == .flagged)
  }

  @Test func anAnswerToOtherCodeIsStale() throws {
    let above = "    # lacuna: stock\n    # - [x] missing-timeout (\(try tag())): five seconds, in the proxy\n"
    let entry = try timeout(stock(above: above, call: "requests.get(url + suffix(url))"))
    #expect(entry.outcome == .unverified)
    #expect(entry.answer == .stale("five seconds, in the proxy"))
    #expect(entry.reason?.contains("before the code changed") == true)
  }

  @Test(arguments: [true, false])
  func anIgnoreWithAReasonIsNotShownAgain(isTrailing: Bool) throws {
    let note = "# lacuna: ignore missing-timeout: a person waits and can interrupt"
    let entry = try timeout(isTrailing ? stock(trailing: "  \(note)") : stock(above: "    \(note)\n"))
    #expect(entry.outcome == .unverified)
    #expect(entry.answer == .suppressed("a person waits and can interrupt"))
  }

  @Test func anIgnoreSettlesOneFindingOfOneRule() throws {
    let source = """
      import requests


      def stock(url):
          # lacuna: ignore missing-timeout: a person waits
          a = requests.get(url)
          a.raise_for_status()
          b = requests.get(url + "/b")
          b.raise_for_status()
          return a.json(), b.json()
      """ + "\n"
    let outcomes = entries(source).filter { $0.rule == .missingTimeout }.map(\.outcome)
    #expect(outcomes.contains(.flagged))
    #expect(outcomes.contains(.unverified))
  }

  @Test(arguments: [
    "lacuna: ignore missing-timeout", "lacuna: ignore missing-timeout:", "lacuna: ignore unchecked-result: not here",
    "lacuna: ignore no-such-rule: whatever",
  ])
  func anIgnoreThatDoesNothingIsReported(note: String) throws {
    let all = entries(stock(above: "    # \(note)\n"))
    #expect(all.contains { $0.rule == .missingTimeout && $0.outcome == .flagged })
    #expect(
      all.contains { $0.stake == .upkeep && $0.outcome == .unverified && $0.question?.contains("comment") == true }
    )
  }

  @Test func theReasonGivenToAnotherToolIsAReason() throws {
    let quoted = try timeout(stock(trailing: "  # noqa: S113 - the proxy ends it after 5 s"))
    #expect(quoted.outcome == .unverified)
    #expect(quoted.reason?.contains("the proxy ends it after 5 s") == true)
    #expect(try timeout(stock(trailing: "  # noqa: S113")).outcome == .flagged)
  }

  @Test func blockCommentsHoldNotesToo() throws {
    let source = """
      export async function stock(url: string) {
        /* lacuna: ignore missing-timeout: the platform ends it */
        const answer = await fetch(url);
        if (!answer.ok) throw new Error("no stock");
        return answer.json();
      }
      """ + "\n"
    let entry = try #require(entries(source, language: "typescript").first { $0.rule == .missingTimeout })
    #expect(entry.answer == .suppressed("the platform ends it"))
  }
}

@Suite("Suppressions of other tools that give a reason")
struct ForeignSuppressionTests {
  private static let cases: [(language: String, source: String)] = [
    (
      "python",
      "import requests\ndef f(u):\n    return requests.get(u)  # noqa: S113 - the proxy ends it after five seconds\n"
    ),
    (
      "javascript",
      "import axios from 'axios';\nfunction f(u) {\n  // eslint-disable-next-line no-timeout -- the proxy ends it\n  return axios.get(u);\n}\n"
    ),
    (
      "go",
      "package a\nimport \"net/http\"\nfunc f(u string) {\n\thttp.Get(u) //nolint:noctx // the proxy ends it in time\n}\n"
    ),
    (
      "java",
      """
      import java.sql.*;
      class A {
        @SuppressWarnings("EmptyCatchBlock") // a lost count is made up for by the next
        void f(Connection c) {
          try { c.createStatement().executeUpdate("UPDATE t SET n = n + 1"); } catch (SQLException e) { }
        }
      }

      """
    ),
    (
      "ruby",
      "require 'net/http'\ndef f(u)\n  Net::HTTP.get(u) # rubocop:disable Lint/Timeout -- the proxy ends it in time\nend\n"
    ),
    (
      "csharp",
      """
      using System.Net.Http;
      class A {
        void F(HttpClient c) {
          try { c.PostAsync("https://a.example", null).Wait(); } catch (System.Exception) { } // NOSONAR losing this ping is fine
        }
      }

      """
    ),
    (
      "rust",
      """
      #[allow(clippy::let_underscore_must_use, reason = "a lost ping is sent again a second later")]
      fn ping(path: &str) {
          let _ = std::fs::write(path, "ping");
      }

      """
    ),
  ]

  @Test(arguments: cases.indices)
  func makeItAQuestion(_ index: Int) throws {
    let (language, source) = Self.cases[index]
    let entries = analyze(source, language: language).units.flatMap(\.entries)
    #expect(!entries.contains { $0.outcome == .flagged }, "\(language): \(entries.map(\.message))")
    let bare = source.replacing(" - the proxy ends it after five seconds", with: "").replacing(
      " -- the proxy ends it",
      with: ""
    )
    if bare != source {
      let bareEntries = analyze(bare, language: language).units.flatMap(\.entries)
      #expect(bareEntries.contains { $0.reason?.contains("another tool") == true } == false)
    }
  }
}
