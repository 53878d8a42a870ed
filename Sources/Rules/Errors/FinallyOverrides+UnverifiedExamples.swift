extension FinallyOverrides {
  static let unverifiedExamples: [RuleExample] = [
    RuleExample(
      "python",
      "What the exit of the scope answers is known only when it runs",
      """
      class Transaction:
          def __exit__(self, kind, error, trace):
              self.connection.rollback()
              return self.quiet
              ^^^^^^^^^^^^^^^^^ unverified
      """
    ),
    RuleExample(
      "python",
      "The cleanup writes, and may fail itself",
      """
      import requests

      def deploy(release, url):
          try:
              release.install()
              release.restart()
          finally:
              requests.post(url, json={"done": release.id}, timeout=5)
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
      """
    ),
    RuleExample(
      "java",
      "The row is written in the cleanup",
      """
      import java.sql.*;

      class Import {
        void run(Statement log, Source source) throws SQLException {
          try {
            source.importAll();
          } finally {
            log.executeUpdate("UPDATE imports SET running = 0");
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
          }
        }
      }
      """
    ),
  ]
}
