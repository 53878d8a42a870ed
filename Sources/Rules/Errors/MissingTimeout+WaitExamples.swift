extension MissingTimeout {
  static let waitExamples: [RuleExample] = [
    RuleExample(
      "java",
      "A wait for what the unit was given",
      """
      import java.util.concurrent.CountDownLatch;

      class Waiting {
          static void all(CountDownLatch latch) throws InterruptedException {
              latch.await();
              ^^^^^^^^^^^^^ unverified
          }
      }
      """
    ),
    RuleExample(
      "java",
      "The limit goes with the wait",
      """
      import java.util.concurrent.CountDownLatch;
      import java.util.concurrent.TimeUnit;

      class Waiting {
          static boolean all(CountDownLatch latch) throws InterruptedException {
              return latch.await(3, TimeUnit.SECONDS);
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          }
      }
      """
    ),
  ]
}
