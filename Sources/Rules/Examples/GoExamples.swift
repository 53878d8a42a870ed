extension LanguageExamples {
  static let go = LanguageExamples(
    "go",
    examples: [
      .swallowedError: [
        RuleExample(
          "go",
          "A failure becomes an empty answer",
          """
          package prices

          import (
              "net/http"
              "time"
          )

          var client = &http.Client{Timeout: 5 * time.Second}

          func load(url string) []Price {
              response, err := client.Get(url)
              if err != nil {
              ^^^^^^^^^^^^^^ flagged medium
                  return []Price{}
              }
              return read(response)
          }
          """
        ),
        RuleExample(
          "go",
          "The failure goes on with what led to it",
          """
          package prices

          import (
              "fmt"
              "os"
          )

          func load(path string) ([]byte, error) {
              data, err := os.ReadFile(path)
              if err != nil {
              ^^^^^^^^^^^^^^ checked
                  return nil, fmt.Errorf("load prices: %w", err)
              }
              return data, nil
          }
          """
        ),
        RuleExample(
          "go",
          "The failure of a write is not taken",
          """
          package orders

          import "database/sql"

          func forget(db *sql.DB, id string) {
              db.Exec("DELETE FROM orders WHERE id = ?", id)
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          }
          """
        ),
        RuleExample(
          "go",
          "What is not there is an answer",
          """
          package orders

          import (
              "database/sql"
              "errors"
          )

          func find(db *sql.DB, id string) (*Order, error) {
              var order Order
              err := db.QueryRow("SELECT id FROM orders WHERE id = ?", id).Scan(&order.ID)
              if errors.Is(err, sql.ErrNoRows) {
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
                  return nil, nil
              }
              if err != nil {
              ^^^^^^^^^^^^^^ checked
                  return nil, err
              }
              return &order, nil
          }
          """
        ),
        RuleExample(
          "go",
          "A failure is let through, and closing has nobody to tell",
          """
          package orders

          import "os"

          func size(path string) (int64, error) {
              file, err := os.Open(path)
              if err != nil {
                  return 0, err
              }
              defer file.Close()
              return measure(file)
          }
          """
        ),
      ],
      .missingTimeout: [
        RuleExample(
          "go",
          "The client of the package has no limit",
          """
          package prices

          import "net/http"

          func get(url string) (*http.Response, error) {
              return http.Get(url)
                     ^^^^^^^^^^^^^ flagged high
          }
          """
        ),
        RuleExample(
          "go",
          "The client has a limit",
          """
          package prices

          import (
              "net/http"
              "time"
          )

          func get(url string) (*http.Response, error) {
              client := &http.Client{Timeout: 10 * time.Second}
              return client.Get(url)
                     ^^^^^^^^^^^^^^^ checked
          }
          """
        ),
        RuleExample(
          "go",
          "The context of the request has a limit",
          """
          package prices

          import (
              "context"
              "net/http"
              "time"
          )

          func get(url string) (*http.Response, error) {
              ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
              defer cancel()
              request, err := http.NewRequestWithContext(ctx, "GET", url, nil)
              if err != nil {
                  return nil, err
              }
              return http.DefaultClient.Do(request)
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          }
          """
        ),
        RuleExample(
          "go",
          "The caller decides",
          """
          package prices

          import "net/http"

          func get(client *http.Client, url string) (*http.Response, error) {
              return client.Get(url)
                     ^^^^^^^^^^^^^^^ unverified
          }
          """
        ),
      ],
      .uncheckedResult: [
        RuleExample(
          "go",
          "The body is read whatever the status says",
          """
          package rates

          import (
              "encoding/json"
              "net/http"
              "time"
          )

          var client = &http.Client{Timeout: 5 * time.Second}

          func rate(url string) (Rate, error) {
              var rate Rate
              response, err := client.Get(url)
                               ^^^^^^^^^^^^^^^ flagged medium
              if err != nil {
                  return rate, err
              }
              defer response.Body.Close()
              err = json.NewDecoder(response.Body).Decode(&rate)
              return rate, err
          }
          """
        ),
        RuleExample(
          "go",
          "A bad status is an error",
          """
          package rates

          import (
              "encoding/json"
              "fmt"
              "net/http"
              "time"
          )

          var client = &http.Client{Timeout: 5 * time.Second}

          func rate(url string) (Rate, error) {
              var rate Rate
              response, err := client.Get(url)
                               ^^^^^^^^^^^^^^^ checked
              if err != nil {
                  return rate, err
              }
              defer response.Body.Close()
              if response.StatusCode != http.StatusOK {
                  return rate, fmt.Errorf("rates: status %d", response.StatusCode)
              }
              err = json.NewDecoder(response.Body).Decode(&rate)
              return rate, err
          }
          """
        ),
      ],
      .checkThenAct: [
        RuleExample(
          "go",
          "The database decides",
          """
          package users

          import "database/sql"

          func register(db *sql.DB, email string) error {
              _, err := db.Exec("INSERT INTO users (email) VALUES (?) ON CONFLICT DO NOTHING", email)
              return err
          }
          """
        )
      ],
      .retryWithoutIdempotency: [
        RuleExample(
          "go",
          "Reading again does no harm",
          """
          package files

          import "os"

          func load(path string) ([]byte, error) {
              var err error
              for attempt := 0; attempt < 3; attempt++ {
                  var data []byte
                  data, err = os.ReadFile(path)
                  if err == nil {
                      return data, nil
                  }
              }
              return nil, err
          }
          """
        )
      ],
      .removedGuard: [
        RuleExample(
          "go",
          "Who may do this is no longer asked",
          baseline: """
            package payments

            func refund(user *User, payment *Payment) error {
                if !user.HasPermission("refund") {
                    return ErrForbidden
                }
                return gateway.Refund(payment)
            }
            """,
          """
          package payments

          func refund(user *User, payment *Payment) error {
              return gateway.Refund(payment)
                     ^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          }
          """
        ),
        RuleExample(
          "go",
          "The same question, written another way",
          baseline: """
            package payments

            func refund(user *User, payment *Payment) error {
                if !user.HasPermission("refund") {
                    return ErrForbidden
                }
                return gateway.Refund(payment)
            }
            """,
          """
          package payments

          func refund(user *User, payment *Payment) error {
               ^^^^^^ checked
              if user.HasPermission("refund") {
                  return gateway.Refund(payment)
              }
              return ErrForbidden
          }
          """
        ),
      ],
      .weakenedHandler: [
        RuleExample(
          "go",
          "A failure that went on ends in the log",
          baseline: """
            package orders

            import (
                "database/sql"
                "fmt"
            )

            func save(db *sql.DB, order Order) error {
                _, err := db.Exec("INSERT INTO orders (id) VALUES (?)", order.ID)
                if err != nil {
                    return fmt.Errorf("save order: %w", err)
                }
                return nil
            }
            """,
          """
          package orders

          import (
              "database/sql"
              "log"
          )

          func save(db *sql.DB, order Order) error {
              _, err := db.Exec("INSERT INTO orders (id) VALUES (?)", order.ID)
              if err != nil {
              ^^^^^^^^^^^^^^ flagged high
                  log.Println("not saved", err)
              }
              return nil
          }
          """
        ),
        RuleExample(
          "go",
          "It goes on, and says more",
          baseline: """
            package orders

            import (
                "database/sql"
                "fmt"
            )

            func save(db *sql.DB, order Order) error {
                _, err := db.Exec("INSERT INTO orders (id) VALUES (?)", order.ID)
                if err != nil {
                    return fmt.Errorf("save order: %w", err)
                }
                return nil
            }
            """,
          """
          package orders

          import (
              "database/sql"
              "fmt"
          )

          func save(db *sql.DB, order Order) error {
              _, err := db.Exec("INSERT INTO orders (id) VALUES (?)", order.ID)
              if err != nil {
              ^^^^^^^^^^^^^^ checked
                  return fmt.Errorf("save order %s: %w", order.ID, err)
              }
              return nil
          }
          """
        ),
      ],
      .fabricatedResult: [
        RuleExample(
          "go",
          "A failure becomes data",
          """
          package rates

          import (
              "net/http"
              "time"
          )

          var client = &http.Client{Timeout: 5 * time.Second}

          func fetchProfile(url string) map[string]any {
              response, err := client.Get(url)
              if err != nil {
              ^^^^^^^^^^^^^^ flagged high
                  return map[string]any{"name": "John Doe", "email": "john@example.com", "plan": "premium"}
              }
              return parse(response)
          }
          """
        ),
        RuleExample(
          "go",
          "The failure is told",
          """
          package rates

          import (
              "net/http"
              "time"
          )

          var client = &http.Client{Timeout: 5 * time.Second}

          func fetchProfile(url string) (*Profile, error) {
              response, err := client.Get(url)
              if err != nil {
                  return nil, err
              }
              return parse(response)
          }
          """
        ),
      ],
      .assertionFreeTest: [
        RuleExample(
          "go",
          "The result is printed",
          path: "orders_test.go",
          """
          package orders

          import (
              "fmt"
              "testing"
          )

          func TestTotal(t *testing.T) {
               ^^^^^^^^^ flagged high
              order := Order{Lines: []int{1, 2}}
              fmt.Println(order.Total())
          }
          """
        ),
        RuleExample(
          "go",
          "What is no test needs no assertion",
          path: "orders_test.go",
          """
          package orders

          func build(lines ...int) Order {
              return Order{Lines: lines}
          }
          """
        ),
      ],
      .tautologicalTest: [
        RuleExample(
          "go",
          "A value is compared with itself",
          path: "orders_test.go",
          """
          package orders

          import (
              "testing"

              "github.com/stretchr/testify/assert"
          )

          func TestTotal(t *testing.T) {
              total := order.Total()
              assert.Equal(t, total, total)
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          }
          """
        ),
        RuleExample(
          "go",
          "The expected value stands in the test",
          path: "orders_test.go",
          """
          package orders

          import (
              "testing"

              "github.com/stretchr/testify/assert"
          )

          func TestTotal(t *testing.T) {
               ^^^^^^^^^ checked
              assert.Equal(t, 3, order.Total())
          }
          """
        ),
      ],
      .ioInLoop: [
        RuleExample(
          "go",
          "One statement for each order",
          """
          package orders

          import "database/sql"

          func archive(db *sql.DB, orders []Order) error {
              for _, order := range orders {
                  if _, err := db.Exec("UPDATE orders SET archived = true WHERE id = ?", order.ID); err != nil {
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
                      return err
                  }
              }
              return nil
          }
          """
        ),
        RuleExample(
          "go",
          "One query for all",
          """
          package orders

          import "database/sql"

          func names(db *sql.DB, ids []int64) (*sql.Rows, error) {
              return db.Query("SELECT name FROM customers WHERE id = ANY($1)", ids)
          }
          """
        ),
      ],
      .unparsedRegion: [
        RuleExample(
          "go",
          "What does not parse was not looked at",
          """
          package orders

          func total(order *Order) int {
              return order. * )
                          ^^^^^ unverified
          }
          """
        ),
        RuleExample(
          "go",
          "All of it parses",
          """
          package orders

          func total(order *Order) int {
              return order.Sum
          }
          """
        ),
      ],
    ].merging(goWrites) { $1 },
    absent: [
      .sequentialAwait: "a call waits where it stands: nothing is awaited, and what runs beside it is started by hand",
      .unawaitedTask:
        "a function runs when it is called, or beside the others by `go`: no value stands for its outcome",
      .blockingInAsync: "a goroutine that waits gives its thread to another: there is no loop that it could hold",
    ]
  )
}
