extension LanguageExamples {
  static let goWrites: [RuleID: [RuleExample]] = [
    .broadCatch: [
      RuleExample(
        "go",
        "A panic of whatever kind ends here, and nobody sees which",
        """
        package jobs

        import "os"

        func export(path string, rows []byte) error {
          defer func() {
            if recover() != nil {
            ^^^^^^^^^^^^^^^^^^^^ flagged
              reset()
            }
          }()
          if err := os.WriteFile(path, rows, 0o600); err != nil {
            return err
          }
          return os.Rename(path, path+".done")
        }
        """
      ),
      RuleExample(
        "go",
        "What panicked goes on",
        """
        package jobs

        import "os"

        func export(path string, rows []byte) error {
          defer func() {
            if r := recover(); r != nil {
              reset()
              panic(r)
            }
          }()
          if err := os.WriteFile(path, rows, 0o600); err != nil {
            return err
          }
          return os.Rename(path, path+".done")
        }
        """
      ),
    ],
    .checkThenAct: [
      RuleExample(
        "go",
        "Count none, insert one",
        """
        package users

        import (
          "context"

          "go.mongodb.org/mongo-driver/bson"
          "go.mongodb.org/mongo-driver/mongo"
        )

        func register(ctx context.Context, users *mongo.Collection, email string) error {
          n, err := users.CountDocuments(ctx, bson.M{"email": email})
          if err != nil {
            return err
          }
          if n > 0 {
            return ErrTaken
          }
          _, err = users.InsertOne(ctx, bson.M{"email": email})
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged
          return err
        }
        """
      ),
      RuleExample(
        "go",
        "The database refuses the second",
        """
        package users

        import (
          "context"

          "go.mongodb.org/mongo-driver/bson"
          "go.mongodb.org/mongo-driver/mongo"
        )

        func register(ctx context.Context, users *mongo.Collection, email string) error {
          _, err := users.InsertOne(ctx, bson.M{"email": email})
          if mongo.IsDuplicateKeyError(err) {
            return ErrTaken
          }
          return err
        }
        """
      ),
    ],
    .retryWithoutIdempotency: [
      RuleExample(
        "go",
        "The answer was lost, not the charge",
        """
        package payments

        import (
          "net/http"
          "time"
        )

        func charge(order Order) error {
          var err error
          for attempt := 0; attempt < 3; attempt++ {
            _, err = http.Post("https://pay/charges", "application/json", order.Body())
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged
            if err == nil {
              return nil
            }
            time.Sleep(time.Second)
          }
          return err
        }
        """
      ),
      RuleExample(
        "go",
        "Asking twice changes nothing",
        """
        package payments

        import (
          "net/http"
          "time"
        )

        func status(id string) (resp *http.Response, err error) {
          for attempt := 0; attempt < 3; attempt++ {
            resp, err = http.Get("https://pay/charges/" + id)
            if err == nil {
              return resp, nil
            }
            time.Sleep(time.Second)
          }
          return nil, err
        }
        """
      ),
    ],
  ]
}
