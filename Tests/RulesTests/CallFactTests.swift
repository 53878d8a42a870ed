import Behaviour
import Knowledge
import Rules
import TestSupport
import Testing

@Suite("What calls do is read from their arguments")
struct CallFactTests {
  @Test(arguments: [
    ("SELECT name FROM users", false, Repetition.none),
    ("  -- all of them\n select 1", false, .none),
    ("INSERT INTO ledger VALUES (1)", true, .unsafe),
    ("INSERT INTO ledger VALUES (1) ON CONFLICT DO NOTHING", true, .safe),
    ("insert or ignore into t values (1)", true, .safe),
    ("UPDATE stock SET amount = amount - 1 WHERE id = 2", true, .unsafe),
    ("UPDATE stock SET amount = 'a = a + 1' WHERE id = 2", true, .safe),
    ("DELETE FROM stock", true, .safe),
    ("WITH old AS (SELECT 1) INSERT INTO archive SELECT * FROM old", true, .unsafe),
    ("WITH old AS (SELECT 1) SELECT * FROM old", false, .none),
    ("BEGIN", false, .none),
  ])
  func statementsAreRead(_ text: String, _ writes: Bool, _ repetition: Repetition) throws {
    let statement = try #require(SQLStatement(text))
    #expect(statement.writes == writes)
    #expect(statement.repetition == repetition)
  }

  @Test func whatIsNoStatementIsNotRead() {
    #expect(SQLStatement("hello world") == nil)
    #expect(SQLStatement("") == nil)
  }

  private func effect(_ line: String, language: String = "python", head: String = "import requests\n") throws -> Effect
  {
    let source =
      language == "python"
      ? "\(head)def f(url, verb, body):\n    return \(line)\n" : "function f(url, verb, body) { return \(line); }"
    let context = try #require(unitContext(of: "f", in: source, language: language))
    return try #require(context.calls.first { $0.known != nil }).effect
  }

  @Test func theVerbIsAmongTheArguments() throws {
    #expect(try effect("requests.request('GET', url)") == .networkRead)
    #expect(try effect("requests.request('POST', url)") == .networkWrite)
    #expect(try effect("requests.request(method='delete', url=url)") == .networkWrite)
    #expect(try effect("requests.request(verb, url)") == .networkByVerb)
    #expect(try effect("fetch(url)", language: "javascript") == .networkRead)
    #expect(try effect("fetch(url, { method: 'PATCH' })", language: "javascript") == .networkWrite)
    #expect(try effect("fetch(url, body)", language: "javascript") == .networkByVerb)
  }

  @Test func theStatementIsFoundThroughNamesAndParts() throws {
    let head = "import sqlite3\n"
    let connect = "sqlite3.connect('a').execute"
    #expect(try effect("\(connect)('SELECT 1')", head: head) == .databaseRead)
    #expect(try effect("\(connect)('DELETE FROM ' + url)", head: head) == .databaseWrite)
    #expect(try effect("\(connect)(f'INSERT INTO {url} VALUES (1)')", head: head) == .databaseWrite)
    #expect(try effect("\(connect)(url)", head: head) == .databaseBySQL)
  }

  private func argument(_ path: String, _ call: String, language: String = "python") throws -> String {
    let source =
      language == "python"
      ? "def f(options, *rest, **more):\n    known = {'timeout': 5}\n    known['retries'] = 2\n    send(\(call))\n"
      : "function f(options, url) { const known = { timeout: 5 }; send(\(call)); }"
    let context = try #require(unitContext(of: "f", in: source, language: language))
    let fact = try #require(context.call(named: "send"))
    switch context.argument(path, of: fact.node) {
    case .given(let node): return context.tree.name(node)
    case .hidden: return "hidden"
    case .absent: return "absent"
    }
  }

  @Test func argumentsByLabelPositionAndKey() throws {
    #expect(try argument("timeout", "1, timeout=3") == "3")
    #expect(try argument("#1", "1, 2, timeout=3") == "2")
    #expect(try argument("headers.Key", "headers={'Key': 'a'}") == "a")
    #expect(try argument("headers.Key", "headers=options") == "hidden")
    #expect(try argument("timeout", "1") == "absent")
  }

  @Test func spreadsHideWhatTheyMayHold() throws {
    #expect(try argument("timeout", "**more") == "hidden")
    #expect(try argument("timeout", "*rest") == "absent")
    #expect(try argument("timeout", "**known") == "5")
    #expect(try argument("retries", "**known") == "2")
  }

  @Test func optionsInPositionalObjects() throws {
    #expect(try argument("timeout", "url, { timeout: 7 }", language: "javascript") == "7")
    #expect(try argument("timeout", "url, known", language: "javascript") == "5")
    #expect(try argument("timeout", "url, options", language: "javascript") == "hidden")
    #expect(try argument("timeout", "url", language: "javascript") == "absent")
    #expect(try argument("timeout", "url, { ...known, a: 1 }", language: "javascript") == "5")
    #expect(try argument("timeout", "url, { ...options }", language: "javascript") == "hidden")
  }
}

@Suite("Code that repeats is recognised")
struct RepetitionTests {
  private func bound(_ body: String) throws -> RetryRegion.Bound? {
    let source = "def f(n):\n" + body.split(separator: "\n").map { "    \($0)\n" }.joined()
    return try #require(unitContext(of: "f", in: source, language: "python")).retries.first?.bound
  }

  @Test func boundsOfLoops() throws {
    let attempt = "\n    try:\n        return go()\n    except E:\n        continue"
    #expect(try bound("for i in range(3):" + attempt) == .attempts(3))
    #expect(try bound("for i in range(1, 4):" + attempt) == .attempts(3))
    #expect(try bound("for i in range(n):" + attempt) == .limited)
    #expect(try bound("while True:" + attempt) == RetryRegion.Bound.none)
    #expect(try bound("while n > 0:\n    n -= 1" + attempt) == .limited)
    #expect(
      try bound("for wait in (1, 2, 4):\n    try:\n        return go()\n    except E:\n        sleep(wait)") == .limited
    )
  }

  @Test func loopsThatAreNoRetries() throws {
    // Each item once, whatever became of the one before.
    #expect(try bound("for x in n:\n    try:\n        go(x)\n    except E:\n        continue") == nil)
    // One source after the other.
    #expect(try bound("for x in n:\n    try:\n        return go(x)\n    except E:\n        continue") == nil)
    // A worker: success does not end it.
    #expect(try bound("while True:\n    try:\n        go()\n    except E:\n        log()") == nil)
    // A failure ends it.
    #expect(try bound("for i in range(3):\n    try:\n        return go()\n    except E:\n        raise") == nil)
  }

  private func size(_ header: String, _ call: String = "get(x)") throws -> RoundSize? {
    let source = "def f(n):\n    \(header)\n        \(call)\n"
    let context = try #require(unitContext(of: "f", in: source, language: "python"))
    let fact = try #require(context.call(named: "get"))
    return context.elementRound(around: fact.node).map { context.size(of: $0) }
  }

  @Test func sizesOfRounds() throws {
    #expect(try size("for x in n:") == .open)
    #expect(try size("for x in ('a', 'b'):") == .constant(2))
    #expect(try size("for x in range(3):") == .constant(3))
    #expect(try size("for i, x in enumerate(n):") == .open)
    #expect(try size("for x in COUNTRIES:") == .named)
    #expect(try size("for x in consumer:") == .stream)
    #expect(try size("for x in range(0, len(n), 50):") == .batches("each round takes a slice"))
    #expect(try size("while n:") == nil)
  }
}
