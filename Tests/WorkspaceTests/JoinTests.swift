import Analysis
import Behaviour
import Rules
import SourceText
import TestSupport
import Testing
import Workspace

@Suite("A document that is joined with the files around it")
struct JoinTests {
  private static let service = "async def charge(order):\n    await order.client.send(order)\n"
  private static let orders = """
    from services import charge


    async def pay(order):
        total = order.total
        charge(order)
        return total


    def other(order):
        return order
    """ + "\n"

  private let index = SharedIndex()
  private let analyzer = Analyzer(configuration: AnalysisConfiguration(rules: [.unawaitedTask, .duplicateLogic]))

  private func open(_ path: String, _ text: String) -> LiveDocument {
    LiveDocument(path: path, text: SourceText(text), analyzer: analyzer)
  }

  /// What happens when typing pauses.
  @discardableResult
  private func settle(_ document: LiveDocument, force: Bool = true) throws -> Bool {
    let reading = try #require(document.settleJob()?.run())
    guard document.accept(reading, force: force) else { return false }
    let joined = try #require(document.joinJob(isNews: true)?.run(in: index))
    #expect(document.accept(joined))
    return joined.isNews
  }

  private func flags(_ document: LiveDocument) -> [String] {
    (document.analysis.units.flatMap(\.entries)).filter { $0.outcome == .flagged }.map(\.rule.rawValue)
  }

  private func place(of words: String, in document: LiveDocument) throws -> Int {
    let text = String(decoding: document.text.bytes, as: UTF8.self)
    let found = try #require(text.firstRange(of: words))
    return text.utf8.distance(from: text.startIndex, to: found.lowerBound)
  }

  private func edit(_ document: LiveDocument, _ old: String, _ new: String) throws {
    let start = try place(of: old, in: document)
    document.apply(TextEdit(start..<(start + old.utf8.count), Array(new.utf8)))
  }

  @Test func isJudgedByWhatTheyDeclare() throws {
    let orders = open("orders.py", Self.orders)
    let service = open("services.py", Self.service)
    try settle(orders)
    try settle(service)
    // Not before all are known: what is missing would be taken for what does not exist.
    #expect(flags(orders) == [])
    index.complete()
    try settle(orders)
    #expect(flags(orders) == ["unawaited-task"])

    try edit(service, "async def", "def")
    try edit(service, "await ", "")
    #expect(try settle(service))
    let joined = try #require(orders.joinJob(isNews: false)?.run(in: index))
    orders.accept(joined)
    #expect(flags(orders) == [])
  }

  @Test func keepsWhatTheySaidThroughKeystrokes() throws {
    let orders = open("orders.py", Self.orders)
    let service = open("services.py", Self.service)
    index.complete()
    try settle(service)
    try settle(orders)
    #expect(flags(orders) == ["unawaited-task"])
    for text in ["t", "o", "t"] {
      try edit(orders, "total = ", "total = \(text)")
      #expect(flags(orders) == ["unawaited-task"])
    }
    #expect(orders.joinJob(isNews: false) == nil, "the text was not read as it is now")
    try settle(orders)
    #expect(flags(orders) == ["unawaited-task"])
    // Half-typed: what is known is held, and joined to nobody.
    try edit(orders, "return total", "return total(")
    #expect(flags(orders) == ["unawaited-task"])
    let reading = try #require(orders.settleJob()?.run())
    #expect(!orders.accept(reading))
    #expect(orders.joinJob(isNews: true) == nil)
  }

  @Test func whatNobodyChangedIsNotJudgedAgain() throws {
    let orders = open("orders.py", Self.orders)
    index.complete()
    #expect(try settle(orders))
    #expect(try !settle(orders))
    let joined = try #require(orders.joinJob(isNews: false)?.run(in: index))
    #expect(!joined.isNews)
    #expect(orders.accept(joined))
  }

  @Test func anEditorComesBeforeTheFile() throws {
    let file = try #require(analyzer.summary(path: "services.py", bytes: Array("def charge(order):\n    pass\n".utf8)))
    let orders = open("orders.py", Self.orders)
    let service = open("services.py", Self.service)
    index.complete()
    try settle(service)
    #expect(!index.take("services.py", content: ContentHash([1]), file))
    #expect(!index.forget("services.py"))
    try settle(orders)
    #expect(flags(orders) == ["unawaited-task"])
    index.release("services.py")
    #expect(index.take("services.py", content: ContentHash([1]), file))
    let joined = try #require(orders.joinJob(isNews: false)?.run(in: index))
    orders.accept(joined)
    #expect(flags(orders) == [])
  }

  @Test func whatDoesNotBelongIsJudgedAlone() throws {
    let index = SharedIndex { !$0.hasPrefix("vendor/") }
    index.complete()
    let vendored = try #require(analyzer.summary(path: "vendor/x.py", bytes: Array(Self.service.utf8)))
    #expect(!index.take(vendored))
    #expect(index.fileCount == 0)
    #expect(index.asking(about: "vendor/x.py") { $0 == nil })
  }

  /// Whatever was typed, in whatever order: in the end each document says what it says when it is read for the first time.
  @Test(arguments: 1...4)
  func comesToTheSameAsReadingAnew(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let index = SharedIndex()
    let analyzer = Analyzer()
    let texts = ["services.py": Self.service, "orders.py": Self.orders, "more.py": Self.orders + Self.service]
    let paths = texts.keys.sorted()
    let documents = paths.map { LiveDocument(path: $0, text: SourceText(texts[$0] ?? ""), analyzer: analyzer) }
    index.complete()
    func settle(_ document: LiveDocument) throws {
      let reading = try #require(document.settleJob()?.run())
      guard document.accept(reading, force: true) else { return }
      let joined = try #require(document.joinJob(isNews: true)?.run(in: index))
      document.accept(joined)
    }
    let pieces = [
      "async ", "await ", "charge(order)\n    ", "\n\ndef charge(x):\n    return x\n\n\n", "x", "(", "order",
      " = 1\n    ", "#",
    ]
    for _ in 0..<40 {
      let document = random.pick(documents)
      let count = document.text.count
      let start = Int.random(in: 0...count, using: &random)
      let isRemoval = Bool.random(using: &random)
      let end = isRemoval ? min(count, start + Int.random(in: 0..<20, using: &random)) : start
      document.apply(TextEdit(start..<end, isRemoval ? [] : Array(random.pick(pieces).utf8)))
      if Int.random(in: 0..<3, using: &random) == 0 { try settle(random.pick(documents)) }
    }
    for document in documents { try settle(document) }
    for document in documents {
      if let joined = document.joinJob(isNews: false)?.run(in: index) { document.accept(joined) }
    }
    let anew = WorkspaceIndex(documents.compactMap { analyzer.summary(path: $0.path, bytes: $0.text.bytes) })
    for document in documents {
      let fresh = analyzer.analyze(
        path: document.path,
        bytes: document.text.bytes,
        workspace: anew.facts(forFile: document.path)
      )
      #expect(Self.describe(document.analysis) == Self.describe(fresh))
    }
  }

  private static func describe(_ analysis: FileAnalysis) -> [String] {
    analysis.units.map { unit in
      "\(unit.unit.qualifiedName) \(unit.range) "
        + unit.entries.map { "\($0.rule) \($0.outcome) \($0.range) \($0.message)" }.joined(separator: "; ")
    }.sorted()
  }
}
