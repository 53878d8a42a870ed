import Analysis
import JSONText
import Rules
import TestSupport
import Testing

@testable import Review
@testable import Workspace

/// A review that knows what was found before says what one says that knows nothing.
@Suite("A review from the cache")
struct KeptReviewTests {
  private let folder: ScratchFolder
  private let home: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
    home = try ScratchFolder()
  }

  private func cache(engine: [UInt8] = [7]) throws -> WorkspaceCache {
    let place = CachePlace(FilePath(home.path).appending("lacuna/workspaces"))
    return try WorkspaceCache.open(FilePath(folder.path), in: place, engine: EngineID(engine))
  }

  /// All that a review says, to programs and to people.
  private func review(_ cache: WorkspaceCache?, base: String? = nil, of names: [String] = [""]) throws -> String {
    let reviewer = Reviewer(analyzer: Analyzer(), cache: cache)
    let paths = names.map { FilePath($0.isEmpty ? folder.path : folder.path + "/" + $0) }
    let report = try base.map { try reviewer.review(paths, base: $0) } ?? reviewer.review(paths)
    return JSONWriter.text(of: report, .pretty) + MarkdownReport().render(report)
  }

  // MARK: - A workspace that changes

  private struct Workspace {
    var random: SeededGenerator
    var comments = 0
    var isStrict = true
    var isLogged = true
    var hasTest = true
    var isWrapped = true
    var hasTwin = false
    var name = "capture"

    mutating func change() {
      switch Int.random(in: 0..<7, using: &random) {
      case 0: comments = Int.random(in: 0..<5, using: &random)
      case 1: isStrict.toggle()
      case 2: isLogged.toggle()
      case 3: hasTest.toggle()
      case 4: isWrapped.toggle()
      case 5: hasTwin.toggle()
      default: name = name == "capture" ? "collect" : "capture"
      }
    }

    var files: [String: String] {
      var files: [String: String] = [:]
      let head = (0..<comments).map { "# line \($0)\n" }.joined()
      files["app/client.py"] =
        head + """
          import logging
          import requests

          log = logging.getLogger(__name__)

          class ApiClient:
              def send(self, path, body):
                  try:
                      answer = requests.post(path, json=body\(isStrict ? ", timeout=5" : ""))
                  except requests.RequestException as error:
                      \(isLogged ? "log.exception('send failed')" : "pass")
                      raise RuntimeError("send failed") from error
                  return answer.json()

          """
      files["app/pay.py"] = """
        from app.client import ApiClient
        from app import audit

        class Payments:
            def __init__(self, client: ApiClient):
                self.client = client

            def \(name)(self, order):
                try:
                    self.client.send("/pay", order)
                except Exception as error:
                    audit.failed(error)

            def total(self, orders):
                return sum(order.price for order in orders) / len(orders)

        """
      files["app/audit.py"] = """
        import logging

        def failed(error):
            \(isLogged ? "logging.error('failed: %s', error)" : "return None")

        """
      for place in ["orders", "stock", "users"] {
        files["app/\(place).py"] = """
          import requests
          from app.client import ApiClient

          def load(client: ApiClient, key):
              return \(isWrapped ? "client.send('/\(place)', key)" : "requests.post('/\(place)', json=key).json()")

          def again(client: ApiClient, key):
              for attempt in range(3):
                  client.send('/\(place)/again', key)

          """
      }
      let twin = """
        def settle(lines, rate, limit):
            total = 0
            seen = []
            for line in lines:
                if line.amount > limit:
                    seen.append(line.key)
                    continue
                part = line.amount * rate
                if part < 0:
                    part = 0
                total = total + part
                seen.append(line.number)
            if total > limit and len(seen) > 3:
                total = limit
            return total, seen

        """
      files["app/billing.py"] = twin
      if hasTwin { files["app/quotes.py"] = "# a copy\n" + twin }
      if hasTest {
        files["tests/test_pay.py"] = """
          from app.pay import Payments

          def test_\(name)():
              payments = Payments(None)
              assert payments.\(name)({"id": 1}) is None

          """
      }
      return files
    }
  }

  private func write(_ files: [String: String], after old: [String: String]) throws {
    for (name, text) in files where old[name] != text { try folder.write(text, to: name) }
    for name in old.keys where files[name] == nil { try folder.remove(name) }
  }

  @Test(arguments: [1, 2] as [UInt64]) func saysWhatAReviewWithoutSays(seed: UInt64) throws {
    var workspace = Workspace(random: SeededGenerator(seed: seed))
    var files: [String: String] = [:]
    let shared = try cache()
    for step in 0..<24 {
      try write(workspace.files, after: files)
      files = workspace.files
      if step == 0 { try folder.commitAll() }
      // One process after the other, or one beside the other.
      let warm = step % 3 == 0 ? try cache() : shared
      #expect(try review(warm) == review(nil), "step \(step)")
      #expect(try review(warm, base: "HEAD") == review(nil, base: "HEAD"), "step \(step), compared")
      let named = ["app/pay.py", "app/billing.py"]
      #expect(try review(warm, base: "HEAD", of: named) == review(nil, base: "HEAD", of: named), "step \(step), named")
      shared.flush()
      warm.flush()
      #expect(warm.problem == nil)
      workspace.change()
    }
  }

  // MARK: - What is taken over

  /// Whether a file's part of the review would come from the cache.
  private func isKnown(_ name: String, _ cache: WorkspaceCache) throws -> Bool {
    let paths = [FilePath(folder.path)]
    let workspace = ReviewedWorkspace(
      Discovery().candidates(in: paths),
      of: paths,
      analyzer: Analyzer(),
      cache: cache
    )
    let path = FilePath(folder.path).appending(name)
    let outcomes = try #require(workspace.outcomes)
    let origin = KeptOutcomes.Origin(
      content: workspace.content(of: path),
      place: Reviewer.place(of: path, in: paths),
      indexed: workspace.indexed(path)
    )
    return outcomes.outcome(outcomes.key(of: origin), of: path, in: workspace) != nil
  }

  @Test func onlyWhatChangedAndWhatItTouchesIsReadAnew() throws {
    var workspace = Workspace(random: SeededGenerator(seed: 5))
    try write(workspace.files, after: [:])
    let cache = try cache()
    _ = try review(cache)
    cache.flush()
    for name in workspace.files.keys { #expect(try isKnown(name, cache), "\(name)") }
    // Everything in the client moves down by a line.
    workspace.comments = 1
    try folder.write(try #require(workspace.files["app/client.py"]), to: "app/client.py")
    #expect(try !isKnown("app/client.py", cache))
    #expect(try !isKnown("app/pay.py", cache), "it was told where the function stands that it calls")
    #expect(try isKnown("app/billing.py", cache))
    #expect(try isKnown("app/audit.py", cache))
  }

  @Test func otherSettingsAreAnotherReview() throws {
    try folder.write(Workspace(random: SeededGenerator(seed: 1)).files["app/client.py"] ?? "", to: "a.py")
    let cache = try cache()
    _ = try review(cache)
    let fewer = Analyzer(configuration: AnalysisConfiguration(rules: [.missingTimeout]))
    let paths = [FilePath(folder.path)]
    let warm = try Reviewer(analyzer: fewer, cache: cache).review(paths)
    let cold = try Reviewer(analyzer: fewer).review(paths)
    #expect(JSONWriter.text(of: warm, .pretty) == JSONWriter.text(of: cold, .pretty))
  }

  @Test func noBytesEndTheReader() throws {
    var workspace = Workspace(random: SeededGenerator(seed: 9))
    workspace.isStrict = false
    try write(workspace.files, after: [:])
    let report = try Reviewer(analyzer: Analyzer()).review([FilePath(folder.path)])
    var random = SeededGenerator(seed: 4)
    for file in report.files {
      let bytes = ByteCoder.bytes(of: file)
      for length in 0..<bytes.count {
        #expect(ByteCoder.value(ReviewReport.File.self, from: Array(bytes[..<length])) == nil)
      }
      for _ in 0..<200 {
        var damaged = bytes
        let place = Int.random(in: damaged.indices, using: &random)
        damaged[place] = UInt8.random(in: .min ... .max, using: &random)
        _ = ByteCoder.value(ReviewReport.File.self, from: damaged)
      }
    }
  }
}
