extension ResourceLeak {
  static let likelyExamples: [RuleExample] = [
    RuleExample(
      "go",
      "A function of the same file says by its type what it gives",
      """
      package feed

      import (
      	"io"
      	"net/http"
      )

      func ask(client *http.Client, url string) (*http.Response, error) {
      	return client.Get(url)
      }

      func Body(client *http.Client, url string) ([]byte, error) {
      	resp, err := ask(client, url)
                    ^^^^^^^^^^^^^^^^ unverified
      	if err != nil {
      		return nil, err
      	}
      	return io.ReadAll(resp.Body)
      }
      """
    ),
    RuleExample(
      "python",
      "Closed by another function of the file",
      """
      def total(ledger):
          book = ledger.checked_out()
          try:
              return book.total()
          finally:
              book.close()

      def count(ledger):
          book = ledger.checked_out()
                 ^^^^^^^^^^^^^^^^^^^^ unverified
          return book.count()
      """
    ),
    RuleExample(
      "kotlin",
      "Opened by its name",
      """
      fun header(store: Store): String {
          val channel = store.openChannel("header")
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
          return channel.readLine()
      }
      """
    ),
    RuleExample(
      "go",
      "What is opened elsewhere is closed here",
      """
      package feed

      func (s *Store) First() (string, error) {
      	file, err := s.openFile("first")
      	if err != nil {
      		return "", err
      	}
      	defer file.Close()
      	return file.Line(), nil
      }
      """
    ),
    RuleExample(
      "go",
      "Given on to who asked",
      """
      package feed

      func (s *Store) Start() (*File, error) {
      	file, err := s.openFile("first")
      	if err != nil {
      		return nil, err
      	}
      	file.Skip(1)
      	return file, nil
      }
      """
    ),
  ]
}
