extension LockLeak {
  /// Locks that were given back before a change.
  static let changeExamples: [RuleExample] = [
    RuleExample(
      "java",
      "Given back before the change",
      baseline: """
        class Stock {
          private final Lock lock = new ReentrantLock();

          int take(int count) {
            lock.lock();
            try {
              return shelf.take(count);
            } finally {
              lock.unlock();
            }
          }
        }
        """,
      """
      class Stock {
        private final Lock lock = new ReentrantLock();

        int take(int count) {
          lock.lock();
          ^^^^^^^^^^^ flagged medium
          return shelf.take(count);
        }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "A lock by its name, and given back nowhere",
      """
      class Stock(private val gate: Gate) {
          fun sell(count: Int): Int {
              gate.lock.acquire()
              ^^^^^^^^^^^^^^^^^^^ unverified
              return shelf.take(count)
          }
      }
      """
    ),
  ]
}
