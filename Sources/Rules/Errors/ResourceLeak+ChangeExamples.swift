extension ResourceLeak {
  /// What was closed before a change, and is not any more.
  static let changeExamples: [RuleExample] = [
    RuleExample(
      "go",
      "What an unknown function opens was closed before",
      baseline: """
        package pages

        func Size(name string) (int, error) {
        	page, err := openPage(name)
        	if err != nil {
        		return 0, err
        	}
        	defer page.Close()
        	return page.Measure()
        }
        """,
      """
      package pages

      func Size(name string) (int, error) {
      	page, err := openPage(name)
                    ^^^^^^^^^^^^^^ flagged medium
      	if err != nil {
      		return 0, err
      	}
      	return page.Measure()
      }
      """
    ),
    RuleExample(
      "python",
      "The finally block is gone",
      baseline: """
        def rows(data):
            book = load_workbook(data)
            try:
                return list(book.rows)
            finally:
                book.close()
        """,
      """
      def rows(data):
          book = load_workbook(data)
                 ^^^^^^^^^^^^^^^^^^^ flagged medium
          return list(book.rows)
      """
    ),
    RuleExample(
      "python",
      "A scope closes it now",
      baseline: """
        def rows(data):
            book = load_workbook(data)
            try:
                return list(book.rows)
            finally:
                book.close()
        """,
      """
      def rows(data):
          with load_workbook(data) as book:
              return list(book.rows)
      """
    ),
    RuleExample(
      "typescript",
      "The session is not ended any more",
      baseline: """
        export async function count(pool: SessionPool) {
          const session = await pool.next();
          try {
            return await session.count('orders');
          } finally {
            session.release();
          }
        }
        """,
      """
      export async function count(pool: SessionPool) {
        const session = await pool.next();
                              ^^^^^^^^^^^ flagged medium
        return await session.count('orders');
      }
      """
    ),
  ]
}
