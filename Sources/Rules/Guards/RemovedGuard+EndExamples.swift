extension RemovedGuard {
  /// Checks with nothing behind them but what the unit gives back, and checks that others made all along.
  static let endExamples: [RuleExample] = [
    RuleExample(
      "python",
      "What is given back was looked at before",
      baseline: """
        def profile(request, profiles):
            found = profiles.by_name(request.name)
            if not request.user.may_see(found):
                raise PermissionDenied("not yours")
            return found
        """,
      """
      def profile(request, profiles):
          found = profiles.by_name(request.name)
          return found
          ^^^^^^^^^^^^ flagged medium
      """
    ),
    RuleExample(
      "typescript",
      "Nothing stands behind the check",
      baseline: """
        class Import {
          finish() {
            this.reader.drain();
            if (this.reader.errors.length > 0) {
              throw new Error('some lines could not be read');
            }
          }
        }
        """,
      """
      class Import {
        finish() {
        ^^^^^^ flagged medium
          this.reader.drain();
        }
      }
      """
    ),
    RuleExample(
      "python",
      "A function that was called before made its own check before",
      baseline: """
        def load(source):
            if source is None:
                raise ValueError("no source")
            return parse(source.path)

        def parse(path):
            if path is None:
                raise ValueError("no path")
            return open_document(path)
        """,
      """
      def load(source):
          return parse(source.path)
                 ^^^^^^^^^^^^^^^^^^ flagged medium

      def parse(path):
          if path is None:
              raise ValueError("no path")
          return open_document(path)
      """
    ),
    RuleExample(
      "go",
      "It gives something else back now",
      baseline: """
        package shop

        func Find(name string) (*Item, error) {
        	item := table[name]
        	if item == nil {
        		return nil, errors.New("no such item")
        	}
        	return item, nil
        }
        """,
      """
      package shop

      func Find(name string) (*Item, error) {
      	return lookUp(name)
      }
      """
    ),
  ]
}
