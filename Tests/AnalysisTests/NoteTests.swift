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
