import Analysis
import Behaviour
import Rules
import SourceText
import TestSupport
import Testing

@Suite("A document that is edited")
struct LiveDocumentTests {
  static let service = """
    import requests

    TIMEOUT = 5


    def stock(sku):
        response = requests.get("https://w/" + sku)
        return response.json()


    class Orders:
        \"\"\"Orders of a shop.\"\"\"

        def __init__(self, session):
            self.session = session

        def place(self, order):
            try:
                requests.post("https://w/orders", json=order, timeout=TIMEOUT)
            except Exception:
                pass

        # What is left.
        def left(self, sku):
            return stock(sku) - 1


    def report(skus):
        return [stock(sku) for sku in skus]
    """ + "\n"

  /// What can be compared of an analysis: where units stand, and what is said of them.
  private func summary(_ analysis: FileAnalysis) -> [String] {
    analysis.units.map { unit in
      "\(unit.unit.kind) \(unit.unit.qualifiedName) \(unit.range) "
        + unit.entries.map { "\($0.rule.rawValue) \($0.outcome) \($0.range) \($0.fingerprint)" }.joined(separator: "; ")
    }.sorted() + analysis.entries.map { "\($0.rule.rawValue) \($0.range)" }
  }

  private func open(_ text: String) throws -> LiveDocument {
    let document = LiveDocument(path: "src/orders.py", text: SourceText(text), analyzer: Analyzer())
    let reading = try #require(document.settleJob()?.run())
    #expect(document.accept(reading))
    return document
  }

  private func fresh(_ document: LiveDocument) -> [String] {
    summary(Analyzer().analyze(path: document.path, bytes: document.text.bytes))
  }

  private func range(of words: String, in document: LiveDocument) throws -> Range<Int> {
    let text = String(decoding: document.text.bytes, as: UTF8.self)
    let found = try #require(text.firstRange(of: words))
    let start = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
    return start..<(start + words.utf8.count)
  }

  @Test func opensAsTheFileIsReviewed() throws {
    let document = try open(Self.service)
    #expect(summary(document.analysis) == fresh(document))
    #expect(document.analysis.units.count >= 5)
  }

  @Test func aWholeEditInsideAUnitNeedsNoSettling() throws {
    let document = try open(Self.service)
    let before = document.analysis.units.map(\.unit.qualifiedName)
    document.apply(TextEdit(try range(of: "stock(sku) - 1", in: document), "stock(sku) - 2"))
    #expect(document.isSettled)
    #expect(document.analysis.units.map(\.unit.qualifiedName) == before)
    #expect(summary(document.analysis) == fresh(document))
  }

  @Test func aHalfTypedStatementCostsNoOtherUnitItsLedger() throws {
    let document = try open(Self.service)
    let before = document.analysis.units.filter { $0.unit.qualifiedName != "stock" }.map(\.entries)
    let place = try range(of: "    return response.json()", in: document).lowerBound
    for character in "    value = \"abc" {
      document.apply(TextEdit((place)..<(place), String(character)))
      let others = document.analysis.units.filter { $0.unit.qualifiedName != "stock" }.map(\.entries)
      #expect(others == before)
    }
    #expect(document.analysis.units.contains { $0.unit.qualifiedName == "stock" })
  }

  @Test func anUnclosedBracketIsHeldThroughSettling() throws {
    let document = try open(Self.service)
    let before = document.analysis.units.map(\.unit.qualifiedName)
    document.apply(TextEdit(try range(of: "response.json()", in: document), "response.json(((\""))
    let reading = try #require(document.settleJob()?.run())
    document.accept(reading)
    #expect(document.analysis.units.map(\.unit.qualifiedName) == before)
  }

  @Test func aNewFunctionIsThereAtOnce() throws {
    let document = try open(Self.service)
    let end = document.text.count
    document.apply(TextEdit(end..<end, "\n\ndef added():\n    return requests.get(\"https://w\")\n"))
    #expect(document.analysis.units.contains { $0.unit.qualifiedName == "added" })
    let reading = try #require(document.settleJob()?.run())
    #expect(document.accept(reading))
    #expect(summary(document.analysis) == fresh(document))
  }

  @Test func aReadingOfAnOlderTextIsRefused() throws {
    let document = try open(Self.service)
    document.apply(TextEdit(0..<0, "# note\n"))
    let job = try #require(document.settleJob())
    document.apply(TextEdit(0..<0, "# another\n"))
    let reading = try #require(job.run())
    #expect(!document.accept(reading))
  }

  @Test func theWholeTextAnewIsTakenForTheChangeItIs() throws {
    let document = try open(Self.service)
    let changed = Self.service.replacing("stock(sku) - 1", with: "stock(sku) - 20")
    document.replaceAll(with: Array(changed.utf8))
    #expect(document.isSettled)
    #expect(summary(document.analysis) == fresh(document))
  }

  /// Whatever is typed, deleted and pasted: once all is settled, the document is what its text is.
  @Test(arguments: 0..<40)
  func settlesToWhatItsTextIs(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let document = try open(Self.service)
    let pieces = [
      "x", " ", "\n", "\n    ", "(", ")", "\"", ":", "#", "def f():\n    pass\n", "requests.get(u)\n", "\"\"\"",
      "class A:\n",
      "    @property\n    def p(self):\n        return 1\n", "é𝒳", "\r\n", "try:", "return",
    ]
    for _ in 0..<30 {
      let count = document.text.count
      let start = Int.random(in: 0...count, using: &random)
      let length = Bool.random(using: &random) ? 0 : Int.random(in: 0...min(12, count - start), using: &random)
      let piece = Bool.random(using: &random) ? "" : pieces[Int.random(in: 0..<pieces.count, using: &random)]
      document.apply(TextEdit(start..<(start + length), piece))
      // Every unit and entry stays inside of the text, whatever it is held through.
      for unit in document.analysis.units {
        #expect(unit.range.lowerBound >= 0 && unit.range.upperBound <= document.text.count)
        for entry in unit.entries where entry.rule != .unparsedRegion {
          #expect(entry.range.lowerBound >= 0 && unit.start + entry.range.upperBound <= document.text.count)
        }
      }
      if Int.random(in: 0..<4, using: &random) == 0, let reading = document.settleJob()?.run() {
        document.accept(reading)
      }
    }
    let reading = try #require(document.settleJob()?.run())
    #expect(document.accept(reading, force: true))
    #expect(summary(document.analysis) == fresh(document))
  }

  static let page = #"""
    <h1>Orders</h1>
    <?php
    namespace Shop;

    use GuzzleHttp\Client;

    function stock(Client $client, string $sku): int
    {
        return (int) $client->get("/stock/$sku")->getBody();
    }

    class Orders
    {
        public function __construct(private Client $client)
        {
        }

        public function place(array $order): void
        {
            try {
                $this->client->post('/orders', ['json' => $order, 'timeout' => 5]);
            } catch (\Exception $e) {
            }
        }
    }
    ?>
    <p>that is all</p>
    """# + "\n"

  /// A piece of PHP is one only behind a tag.
  @Test(arguments: [
    ("(int) $client", "(float) $client"), ("'/orders'", "'/orders/new'"), ("5]", "$order['wait']]"),
    ("} catch", "  log($order);\n        } catch"),
  ])
  func piecesBetweenTagsAreReadAlone(_ words: String, _ replacement: String) throws {
    let document = LiveDocument(path: "src/orders.php", text: SourceText(Self.page), analyzer: Analyzer())
    let reading = try #require(document.settleJob()?.run())
    #expect(document.accept(reading))
    document.apply(TextEdit(try range(of: words, in: document), replacement))
    #expect(document.isSettled)
    #expect(!document.isHeld)
    #expect(summary(document.analysis) == fresh(document))
  }
}
