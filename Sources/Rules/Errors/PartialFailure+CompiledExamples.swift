extension PartialFailure {
  static let compiledExamples: [RuleExample] = [
    RuleExample(
      "go",
      "Debited, and not credited",
      """
      package bank

      import (
      	"context"
      	"database/sql"
      )

      type Bank struct {
      	db *sql.DB
      }

      func (b *Bank) Transfer(ctx context.Context, from, to string, amount int64) error {
      	if _, err := b.db.ExecContext(ctx, "UPDATE accounts SET balance = balance - $1 WHERE id = $2", amount, from); err != nil {
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
      		return err
      	}
      	_, err := b.db.ExecContext(ctx, "UPDATE accounts SET balance = balance + $1 WHERE id = $2", amount, to)
      	return err
      }
      """
    ),
    RuleExample(
      "go",
      "Debited and credited in one transaction",
      """
      package bank

      import (
      	"context"
      	"database/sql"
      )

      type Bank struct {
      	db *sql.DB
      }

      func (b *Bank) Transfer(ctx context.Context, from, to string, amount int64) error {
      	tx, err := b.db.BeginTx(ctx, nil)
      	if err != nil {
      		return err
      	}
      	defer tx.Rollback()
      	if _, err := tx.ExecContext(ctx, "UPDATE accounts SET balance = balance - $1 WHERE id = $2", amount, from); err != nil {
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      		return err
      	}
      	if _, err := tx.ExecContext(ctx, "UPDATE accounts SET balance = balance + $1 WHERE id = $2", amount, to); err != nil {
      		return err
      	}
      	return tx.Commit()
      }
      """
    ),
    RuleExample(
      "rust",
      "Debited, and not credited",
      """
      use sqlx::PgPool;

      pub struct Bank {
          pool: PgPool,
      }

      impl Bank {
          pub async fn transfer(&self, from: i64, to: i64, amount: i64) -> Result<(), sqlx::Error> {
              sqlx::query("UPDATE accounts SET balance = balance - $1 WHERE id = $2").bind(amount).bind(from).execute(&self.pool).await?;
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
              sqlx::query("UPDATE accounts SET balance = balance + $1 WHERE id = $2").bind(amount).bind(to).execute(&self.pool).await?;
              Ok(())
          }
      }
      """
    ),
    RuleExample(
      "rust",
      "Debited and credited in one transaction",
      """
      use sqlx::PgPool;

      pub struct Bank {
          pool: PgPool,
      }

      impl Bank {
          pub async fn transfer(&self, from: i64, to: i64, amount: i64) -> Result<(), sqlx::Error> {
              let mut tx = self.pool.begin().await?;
              sqlx::query("UPDATE accounts SET balance = balance - $1 WHERE id = $2").bind(amount).bind(from).execute(&mut *tx).await?;
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
              sqlx::query("UPDATE accounts SET balance = balance + $1 WHERE id = $2").bind(amount).bind(to).execute(&mut *tx).await?;
              tx.commit().await
          }
      }
      """
    ),
    RuleExample(
      "java",
      "The row is there, and the message never leaves",
      """
      import org.springframework.jdbc.core.JdbcTemplate;
      import org.springframework.kafka.core.KafkaTemplate;

      class Orders {
        private final JdbcTemplate jdbc;
        private final KafkaTemplate<String, Order> kafka;

        Orders(JdbcTemplate jdbc, KafkaTemplate<String, Order> kafka) {
          this.jdbc = jdbc;
          this.kafka = kafka;
        }

        void place(Order order) {
          jdbc.update("INSERT INTO orders (id, total) VALUES (?, ?)", order.id(), order.total());
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          kafka.send("orders", order);
        }
      }
      """
    ),
    RuleExample(
      "java",
      "The message is a row of an outbox",
      """
      import org.springframework.jdbc.core.JdbcTemplate;
      import org.springframework.transaction.annotation.Transactional;

      class Orders {
        private final JdbcTemplate jdbc;

        Orders(JdbcTemplate jdbc) {
          this.jdbc = jdbc;
        }

        @Transactional
        void place(Order order) {
          jdbc.update("INSERT INTO orders (id, total) VALUES (?, ?)", order.id(), order.total());
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          jdbc.update("INSERT INTO outbox (topic, body) VALUES (?, ?)", "orders", order.toJson());
        }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "The row is there, and the message never leaves",
      """
      import org.springframework.jdbc.core.JdbcTemplate
      import org.springframework.kafka.core.KafkaTemplate

      class Orders(private val jdbc: JdbcTemplate, private val kafka: KafkaTemplate<String, Order>) {
          fun place(order: Order) {
              jdbc.update("INSERT INTO orders (id, total) VALUES (?, ?)", order.id, order.total)
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
              kafka.send("orders", order)
          }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "Both rows in one transaction",
      """
      import org.springframework.jdbc.core.JdbcTemplate
      import org.springframework.transaction.annotation.Transactional

      class Orders(private val jdbc: JdbcTemplate) {
          @Transactional
          fun place(order: Order) {
              jdbc.update("INSERT INTO orders (id, total) VALUES (?, ?)", order.id, order.total)
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
              jdbc.update("INSERT INTO lines (id, sku) VALUES (?, ?)", order.id, order.sku)
          }
      }
      """
    ),
    RuleExample(
      "csharp",
      "Charged, and then saved",
      """
      using Stripe;

      class Checkout
      {
          private readonly ChargeService charges = new ChargeService();
          private readonly ShopContext db;

          public async Task Place(Cart cart)
          {
              await charges.CreateAsync(new ChargeCreateOptions { Amount = cart.Total, Currency = "eur" });
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
              await db.InsertAsync(new Order(cart.Customer, cart.Total));
          }
      }
      """
    ),
    RuleExample(
      "csharp",
      "Two statements, and a failure between them",
      """
      using Dapper;
      using System.Data.SqlClient;

      class Bank
      {
          public async Task Transfer(int source, int target, decimal amount)
          {
              var connection = new SqlConnection("Server=bank");
              await connection.ExecuteAsync("UPDATE Accounts SET Balance = Balance - @amount WHERE Id = @source", new { amount, source });
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
              await connection.ExecuteAsync("UPDATE Accounts SET Balance = Balance + @amount WHERE Id = @target", new { amount, target });
          }
      }
      """
    ),
    RuleExample(
      "swift",
      "Debited, and not credited",
      #"""
      import PostgresNIO

      struct Bank {
        let client: PostgresClient

        func transfer(from: Int, to: Int, amount: Int) async throws {
          try await client.query("UPDATE accounts SET balance = balance - \(amount) WHERE id = \(from)")
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          try await client.query("UPDATE accounts SET balance = balance + \(amount) WHERE id = \(to)")
        }
      }
      """#
    ),
    RuleExample(
      "swift",
      "Debited and credited in one transaction",
      """
      import GRDB

      struct Bank {
        let pool: DatabasePool

        func transfer(from: Int, to: Int, amount: Int) throws {
          try pool.write { db in
            try db.execute(sql: "UPDATE accounts SET balance = balance - ? WHERE id = ?", arguments: [amount, from])
            try db.execute(sql: "UPDATE accounts SET balance = balance + ? WHERE id = ?", arguments: [amount, to])
          }
        }
      }
      """
    ),
  ]
}
