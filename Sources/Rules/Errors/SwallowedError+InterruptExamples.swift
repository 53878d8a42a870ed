extension SwallowedError {
  static let interruptExamples: [RuleExample] = [
    RuleExample(
      "java",
      "The request to end is forgotten",
      """
      class Poller {
        private final Source source;

        void waitForIt() {
          while (source.isEmpty()) {
            try {
              Thread.sleep(500);
            } catch (InterruptedException e) {
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
              logger.warn("interrupted", e);
            }
          }
        }
      }
      """
    ),
    RuleExample(
      "java",
      "The request to end is made again",
      """
      class Poller {
        private final Source source;

        void waitForIt() {
          while (source.isEmpty()) {
            try {
              Thread.sleep(500);
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
              return;
            }
          }
        }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "The request to end is forgotten",
      """
      class Poller(private val source: Source) {
          fun waitForIt() {
              try {
                  Thread.sleep(500)
              } catch (e: InterruptedException) {
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
                  logger.warn("interrupted", e)
              }
          }
      }
      """
    ),
  ]
}
