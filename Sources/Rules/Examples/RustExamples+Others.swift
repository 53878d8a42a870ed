extension LanguageExamples {
  static let rustCheckThenAct: [RuleExample] = [
    RuleExample(
      "rust",
      "Two may register the same name",
      """
      use sqlx::PgPool;

      pub async fn register(pool: &PgPool, email: &str) -> Result<(), Error> {
          let known = sqlx::query("SELECT id FROM users WHERE email = $1").bind(email).fetch_optional(pool).await?;
          if known.is_some() {
              return Err(Error::Taken);
          }
          sqlx::query("INSERT INTO users (email) VALUES ($1)").bind(email).execute(pool).await?;
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          Ok(())
      }
      """
    ),
    RuleExample(
      "rust",
      "The row is locked until the transaction ends",
      """
      use sqlx::PgPool;

      pub async fn redeem(pool: &PgPool, code: &str) -> Result<(), Error> {
          let mut tx = pool.begin().await?;
          let coupon = sqlx::query_as("SELECT * FROM coupons WHERE code = $1 FOR UPDATE").bind(code).fetch_one(&mut *tx).await?;
          if coupon.used {
              return Err(Error::Used);
          }
          sqlx::query("UPDATE coupons SET used = true WHERE code = $1").bind(code).execute(&mut *tx).await?;
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          tx.commit().await?;
          Ok(())
      }
      """
    ),
    RuleExample(
      "rust",
      "A lock is held over both",
      """
      use rusqlite::Connection;
      use std::sync::Mutex;

      pub fn register(gate: &Mutex<()>, db: &Connection, email: &str) -> Result<(), Error> {
          let _held = gate.lock()?;
          let known = db.query_row("SELECT id FROM users WHERE email = ?1", [email], first)?;
          if known.is_none() {
              db.execute("INSERT INTO users (email) VALUES (?1)", [email])?;
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          }
          Ok(())
      }
      """
    ),
    RuleExample(
      "rust",
      "Another table",
      """
      use sqlx::PgPool;

      pub async fn note(pool: &PgPool, order: i64) -> Result<(), Error> {
          let row = sqlx::query("SELECT id FROM orders WHERE id = $1").bind(order).fetch_optional(pool).await?;
          if row.is_none() {
              return Err(Error::Unknown);
          }
          sqlx::query("INSERT INTO notes (order_id) VALUES ($1)").bind(order).execute(pool).await?;
          Ok(())
      }
      """
    ),
  ]

  static let rustRetryWithoutIdempotency: [RuleExample] = [
    RuleExample(
      "rust",
      "A charge that may happen three times",
      """
      use reqwest::Client;
      use std::time::Duration;

      pub async fn charge(client: &Client, body: &Charge) -> Result<Receipt, Error> {
          for attempt in 0..3 {
              match client.post("https://pay.example/charges").json(body).send().await {
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
                  Ok(response) => return Ok(response.error_for_status()?.json().await?),
                  Err(error) => {
                      tracing::warn!("attempt {attempt} failed: {error}");
                      tokio::time::sleep(Duration::from_millis(200)).await;
                  }
              }
          }
          Err(Error::GaveUp)
      }
      """
    ),
    RuleExample(
      "rust",
      "One key for all attempts",
      """
      use reqwest::Client;
      use std::time::Duration;
      use uuid::Uuid;

      pub async fn charge(client: &Client, body: &Charge) -> Result<Receipt, Error> {
          let key = Uuid::new_v4().to_string();
          for attempt in 0..3 {
              match client.post("https://pay.example/charges").header("Idempotency-Key", &key).json(body).send().await {
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
                  Ok(response) => return Ok(response.error_for_status()?.json().await?),
                  Err(error) => {
                      tracing::warn!("attempt {attempt} failed: {error}");
                      tokio::time::sleep(Duration::from_millis(200)).await;
                  }
              }
          }
          Err(Error::GaveUp)
      }
      """
    ),
    RuleExample(
      "rust",
      "A key that is made anew in each attempt",
      """
      use reqwest::Client;
      use uuid::Uuid;

      pub async fn charge(client: &Client, body: &Charge) -> Result<Receipt, Error> {
          for attempt in 0..3 {
              let key = Uuid::new_v4().to_string();
              match client.post("https://pay.example/charges").header("Idempotency-Key", key).json(body).send().await {
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
                  Ok(response) => return Ok(response.error_for_status()?.json().await?),
                  Err(error) => tracing::warn!("attempt {attempt} failed: {error}"),
              }
          }
          Err(Error::GaveUp)
      }
      """
    ),
  ]

  static let rustIoInLoop: [RuleExample] = [
    RuleExample(
      "rust",
      "A query for each",
      """
      use sqlx::PgPool;

      pub async fn totals(pool: &PgPool, ids: &[i64]) -> sqlx::Result<Vec<Total>> {
          let mut totals = Vec::new();
          for id in ids {
              totals.push(sqlx::query_as("SELECT * FROM totals WHERE id = $1").bind(id).fetch_one(pool).await?);
                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          }
          Ok(totals)
      }
      """
    ),
    RuleExample(
      "rust",
      "One query for all",
      """
      use sqlx::PgPool;

      pub async fn totals(pool: &PgPool, ids: &[i64]) -> sqlx::Result<Vec<Total>> {
          sqlx::query_as("SELECT * FROM totals WHERE id = ANY($1)").bind(ids).fetch_all(pool).await
      }
      """
    ),
  ]

  static let rustFabricatedResult: [RuleExample] = [
    RuleExample(
      "rust",
      "A customer who never was",
      """
      use reqwest::Client;

      pub async fn customer(client: &Client, id: u64) -> Customer {
          match client.get(format!("https://crm.example/customers/{id}")).send().await {
              Ok(response) => read(response.error_for_status()),
              Err(_) => Customer { id, name: "John Doe", email: "john@shop.example", tier: "gold" },
              ^^^^^^^^^^ flagged high
          }
      }
      """
    ),
    RuleExample(
      "rust",
      "Nothing is made up",
      """
      use reqwest::Client;

      pub async fn customer(client: &Client, id: u64) -> Result<Customer, reqwest::Error> {
          client.get(format!("https://crm.example/customers/{id}")).send().await?.error_for_status()?.json().await
      }
      """
    ),
  ]

  static let rustRemovedGuard: [RuleExample] = [
    RuleExample(
      "rust",
      "Who may do this is no longer asked",
      baseline: """
        pub fn refund(user: &User, payment: &Payment) -> Result<(), Error> {
            if !user.may("refund") {
                return Err(Error::Forbidden);
            }
            gateway.refund(payment)?;
            Ok(())
        }
        """,
      """
      pub fn refund(user: &User, payment: &Payment) -> Result<(), Error> {
          gateway.refund(payment)?;
          ^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          Ok(())
      }
      """
    ),
    RuleExample(
      "rust",
      "The same check, by a macro",
      baseline: """
        pub fn refund(user: &User, payment: &Payment) -> anyhow::Result<()> {
            if !user.may("refund") {
                bail!("forbidden");
            }
            gateway.refund(payment)?;
            Ok(())
        }
        """,
      """
      pub fn refund(user: &User, payment: &Payment) -> anyhow::Result<()> {
             ^^^^^^ checked
          ensure!(user.may("refund"), "forbidden");
          gateway.refund(payment)?;
          Ok(())
      }
      """
    ),
  ]

  static let rustWeakenedHandler: [RuleExample] = [
    RuleExample(
      "rust",
      "A failure that left became an empty list",
      baseline: """
        use sqlx::PgPool;

        pub async fn open_orders(pool: &PgPool) -> Result<Vec<Order>, Error> {
            match sqlx::query_as("SELECT * FROM orders").fetch_all(pool).await {
                Ok(orders) => Ok(orders),
                Err(error) => {
                    tracing::warn!("no orders: {error}");
                    Err(Error::Database(error))
                }
            }
        }
        """,
      """
      use sqlx::PgPool;

      pub async fn open_orders(pool: &PgPool) -> Vec<Order> {
          match sqlx::query_as("SELECT * FROM orders").fetch_all(pool).await {
              Ok(orders) => orders,
              Err(error) => {
              ^^^^^^^^^^^^^^ flagged high
                  tracing::warn!("no orders: {error}");
                  vec![]
              }
          }
      }
      """
    ),
    RuleExample(
      "rust",
      "Another error, which still leaves",
      baseline: """
        use std::fs;

        pub fn load(path: &str) -> Result<String, Error> {
            fs::read_to_string(path).map_err(|error| Error::Io(error))
        }
        """,
      """
      use std::fs;

      pub fn load(path: &str) -> Result<String, Error> {
          fs::read_to_string(path).map_err(|error| Error::Settings(path.to_string(), error))
                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      }
      """
    ),
  ]

  static let rustAssertionFreeTest: [RuleExample] = [
    RuleExample(
      "rust",
      "A macro of the file asserts",
      path: "tests/search.rs",
      """
      macro_rules! finds {
          ($query:expr, $count:expr) => {
              let found = search($query).unwrap();
              assert_eq!(found.len(), $count);
          };
      }

      #[test]
      fn finds_orders() {
         ^^^^^^^^^^^^ checked
          finds!("open", 2);
      }
      """
    ),
    RuleExample(
      "rust",
      "A macro from elsewhere may assert",
      path: "tests/search.rs",
      """
      #[test]
      fn finds_orders() {
         ^^^^^^^^^^^^ unverified
          let found = search("open");
          round_trip!(found);
      }
      """
    ),
    RuleExample(
      "rust",
      "Nothing is asked of the result",
      path: "tests/orders.rs",
      """
      use shop::orders::{build, ship};

      #[test]
      fn ships() {
         ^^^^^ flagged medium
          let order = build(3);
          ship(&order);
      }
      """
    ),
    RuleExample(
      "rust",
      "In the module of the tests",
      """
      pub fn total(rows: &[u32]) -> u32 {
          rows.iter().sum()
      }

      #[cfg(test)]
      mod tests {
          use super::*;

          fn rows() -> Vec<u32> {
              vec![1, 2]
          }

          #[test]
          fn sums() {
             ^^^^ flagged medium
              total(&rows());
          }
      }
      """
    ),
    RuleExample(
      "rust",
      "A panic is what is asked for",
      path: "tests/orders.rs",
      """
      #[test]
      #[should_panic(expected = "empty")]
      fn refuses_nothing() {
         ^^^^^^^^^^^^^^^ checked
          shop::orders::ship(&shop::orders::build(0));
      }
      """
    ),
    RuleExample(
      "rust",
      "A helper of the file asserts",
      path: "tests/orders.rs",
      """
      fn check(order: &Order) {
          assert!(order.shipped);
      }

      #[test]
      fn ships() {
         ^^^^^ checked
          let order = shop::orders::ship(3);
          check(&order);
      }
      """
    ),
  ]

  static let rustTautologicalTest: [RuleExample] = [
    RuleExample(
      "rust",
      "A value is compared with itself",
      path: "tests/orders.rs",
      """
      #[test]
      fn totals() {
          let order = shop::orders::build(3);
          assert_eq!(order.total(), order.total());
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
      }
      """
    ),
    RuleExample(
      "rust",
      "It always holds",
      path: "tests/orders.rs",
      """
      #[test]
      fn ships() {
          shop::orders::ship(3);
          assert!(true);
          ^^^^^^^^^^^^^ flagged high
      }
      """
    ),
    RuleExample(
      "rust",
      "The test knows the sum by itself",
      path: "tests/orders.rs",
      """
      #[test]
      fn sums() {
         ^^^^ checked
          assert_eq!(shop::orders::total(&[1, 2]), 3);
      }
      """
    ),
  ]
}
