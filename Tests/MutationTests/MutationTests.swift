import Analysis
import Mutation
import Testing

@Suite("Protections are taken out of functions")
struct MutationTests {
  private static let analyzer = Analyzer()

  /// The texts that a kind of mutation makes of a file, in reading order.
  private func texts(_ operation: MutationOperator, path: String, _ source: String) -> [String] {
    mutations(operation, path: path, source).map { String(decoding: $0.applied(to: Array(source.utf8)), as: UTF8.self) }
  }

  private func mutations(_ operation: MutationOperator, path: String, _ source: String) -> [Mutation] {
    MutationFinder.mutations(path: path, bytes: Array(source.utf8), analyzer: MutationTests.analyzer)
      .filter { $0.operation == operation }
  }

  private static let python = """
    import requests

    def fetch(url):
        try:
            return requests.get(url, timeout=5).json()
        except requests.RequestException as error:
            log.error(error)
            raise

    """

  @Test func aHandlerIsEmptied() {
    #expect(
      texts(.emptiedHandler, path: "src/a.py", MutationTests.python) == [
        """
        import requests

        def fetch(url):
            try:
                return requests.get(url, timeout=5).json()
            except requests.RequestException as error:
                pass

        """
      ]
    )
  }

  @Test func aHandlerAnswersWithAConstant() {
    #expect(
      texts(.loggedDefault, path: "src/a.py", MutationTests.python) == [
        """
        import requests

        def fetch(url):
            try:
                return requests.get(url, timeout=5).json()
            except requests.RequestException as error:
                logging.warning("failed")
                return []

        """
      ]
    )
  }

  @Test func aDeadlineIsTakenOutWithItsComma() {
    #expect(
      texts(.removedDeadline, path: "src/a.py", MutationTests.python)
        == [MutationTests.python.replacing(", timeout=5", with: "")]
    )
    #expect(
      texts(.raisedLimit, path: "src/a.py", MutationTests.python)
        == [MutationTests.python.replacing("timeout=5", with: "timeout=50")]
    )
  }

  @Test func aLockIsTakenFromAroundItsBody() {
    let source = """
      class Stock {
        private final Object lock = new Object();

        void take(int count) {
          synchronized (lock) {
            this.free = this.free - count;
          }
        }
      }

      """
    #expect(
      texts(.removedLock, path: "src/Stock.java", source) == [source.replacing("synchronized (lock) {", with: "{")]
    )
  }

  @Test func aMethodLosesTheWordThatLocksIt() {
    let source = "class Stock {\n  synchronized void take(int count) {\n    this.free = this.free - count;\n  }\n}\n"
    #expect(texts(.removedLock, path: "src/Stock.java", source) == [source.replacing("synchronized ", with: "")])
  }

  @Test func aSpanOfTimeGoesWithItsUnit() {
    let source = """
      import java.util.concurrent.CountDownLatch;
      import java.util.concurrent.TimeUnit;

      class Orders {
        void settle(CountDownLatch latch) throws InterruptedException {
          latch.await(3, TimeUnit.SECONDS);
        }
      }

      """
    #expect(
      texts(.removedDeadline, path: "src/Orders.java", source) == [source.replacing("3, TimeUnit.SECONDS", with: "")]
    )
  }

  @Test func whatIsReleasedIsToldOfWhereItWasOpened() {
    let source = """
      package pages

      func Size(name string) (int, error) {
      	page, err := openPage(name)
      	if err != nil {
      		return 0, err
      	}
      	defer page.Close()
      	return page.Measure()
      }

      """
    let found = mutations(.removedRelease, path: "src/a.go", source).map {
      $0.verdict(path: "src/a.go", original: Array(source.utf8), analyzer: MutationTests.analyzer, compares: true)?
        .verdict
    }
    #expect(found == [.flagged])
  }

  @Test func anAwaitIsTakenFromInFrontOfACall() {
    let source = "async function place(order) {\n  await save(order);\n  return order.id;\n}\n"
    #expect(texts(.removedAwait, path: "src/a.js", source) == [source.replacing("await ", with: "")])
  }

  @Test func aGuardIsTakenOutAndOneOfItsDemands() {
    let source = """
      func Pay(order *Order) error {
        if order == nil || order.Paid {
          return errors.New("nothing to pay")
        }
        return gateway.Charge(order)
      }

      """
    #expect(texts(.droppedConjunct, path: "src/a.go", source) == [source.replacing(" || order.Paid", with: "")])
    #expect(texts(.removedGuard, path: "src/a.go", source).count == 1)
  }

  @Test func allThatATestDemandsIsTakenOut() {
    let source = """
      def test_total():
          order = Order([1, 2])
          assert order.total() == 3
          assert order.count() == 2

      """
    #expect(
      texts(.removedAssertions, path: "tests/test_a.py", source) == [
        """
        def test_total():
            order = Order([1, 2])
            pass
            pass

        """
      ]
    )
  }

  // MARK: - What is said of it

  private func verdicts(_ operation: MutationOperator, path: String, _ source: String) -> [MutationVerdict?] {
    mutations(operation, path: path, source).map {
      $0.verdict(path: path, original: Array(source.utf8), analyzer: MutationTests.analyzer, compares: false)?.verdict
    }
  }

  @Test func whatIsLostIsFlagged() {
    #expect(verdicts(.removedDeadline, path: "src/a.py", MutationTests.python) == [.flagged])
    #expect(verdicts(.loggedDefault, path: "src/a.py", MutationTests.python) == [.flagged])
  }

  @Test func whatStillStandsCovers() {
    let source = """
      import stripe

      def charge(order):
          for attempt in range(3):
              try:
                  return stripe.Charge.create(amount=order.total, idempotency_key=order.id)
              except stripe.StripeError as error:
                  if attempt == 2:
                      raise
          raise RuntimeError("the card could not be charged")

      """
    #expect(verdicts(.emptiedHandler, path: "src/a.py", source) == [.covered])
  }

  @Test func aTextThatDoesNotParseSaysNothing() {
    let source = Array(MutationTests.python.utf8)
    for mutation in mutations(.removedDeadline, path: "src/a.py", MutationTests.python) {
      // The same edit of another text hits the middle of something.
      let other = Array("def f(:\n".utf8) + source
      #expect(
        mutation.verdict(path: "src/a.py", original: other, analyzer: MutationTests.analyzer, compares: false) == nil
      )
    }
  }
}
