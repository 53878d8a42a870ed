extension LanguageExamples {
  static let rustSwallowedError: [RuleExample] = [
    RuleExample(
      "rust",
      "A failed write that `.ok()` makes nothing of",
      """
      use std::fs;

      pub fn save(path: &str, body: &str) {
          fs::write(path, body).ok();
                                ^^ flagged high
      }
      """
    ),
    RuleExample(
      "rust",
      "The failure is bound to nothing",
      """
      use std::fs;

      pub fn save(path: &str, body: &str) {
          let _ = fs::write(path, body);
                  ^^^^^^^^^^^^^^^^^^^^^ flagged medium
      }
      """
    ),
    RuleExample(
      "rust",
      "A rate that is made up where none came",
      """
      use reqwest::Client;

      pub async fn rate(client: &Client) -> f64 {
          let Ok(response) = client.get("https://rates.example/eur").send().await else {
                                                                                       ^ flagged high
              return 1.08;
          };
          parse(response.error_for_status())
      }
      """
    ),
    RuleExample(
      "rust",
      "A line in the log, and an empty list",
      """
      use sqlx::PgPool;
      use tracing::warn;

      pub async fn open_orders(pool: &PgPool, customer: i64) -> Vec<Order> {
          match sqlx::query_as("SELECT * FROM orders WHERE customer = $1").bind(customer).fetch_all(pool).await {
              Ok(orders) => orders,
              Err(error) => {
              ^^^^^^^^^^^^^^ flagged high
                  warn!(%error, "no orders of {customer}");
                  Vec::new()
              }
          }
      }
      """
    ),
    RuleExample(
      "rust",
      "It leaves as an error of the module",
      """
      use std::fs;

      pub fn store(path: &str, body: &str) -> Result<(), StoreError> {
          fs::write(path, body).map_err(StoreError::Io)?;
                                        ^^^^^^^^^^^^^^ checked
          Ok(())
      }
      """
    ),
    RuleExample(
      "rust",
      "Logged, and handed on",
      """
      use std::fs;

      pub fn store(path: &str, body: &str) -> Result<(), StoreError> {
          if let Err(error) = fs::write(path, body) {
                                                    ^ checked
              log::error!("could not store {path}: {error}");
              return Err(StoreError::Io(error));
          }
          Ok(())
      }
      """
    ),
    RuleExample(
      "rust",
      "Only logged",
      """
      use std::fs;

      pub fn store(path: &str, body: &str) {
          if let Err(error) = fs::write(path, body) {
                                                    ^ unverified
              log::error!("could not store {path}: {error}");
          }
      }
      """
    ),
    RuleExample(
      "rust",
      "A question mark lets it through",
      """
      use std::fs;

      pub fn store(path: &str, body: &str) -> std::io::Result<()> {
          fs::write(path, body)?;
          fs::write("latest", path)
      }
      """
    ),
    RuleExample(
      "rust",
      "What is read of a number is no failure of anything outside",
      """
      pub fn limit(text: &str) -> u32 {
          text.parse().unwrap_or(10)
      }
      """
    ),
  ]

  static let rustMissingTimeout: [RuleExample] = [
    RuleExample(
      "rust",
      "A request by the default client",
      """
      pub async fn page(url: &str) -> Result<String, reqwest::Error> {
          reqwest::get(url).await?.error_for_status()?.text().await
          ^^^^^^^^^^^^^^^^^ flagged high
      }
      """
    ),
    RuleExample(
      "rust",
      "A client that is built without a limit",
      """
      use reqwest::Client;

      pub async fn page(url: &str) -> Result<String, reqwest::Error> {
          let client = Client::new();
          client.get(url).send().await?.error_for_status()?.text().await
          ^^^^^^^^^^^^^^^^^^^^^^ flagged medium
      }
      """
    ),
    RuleExample(
      "rust",
      "A client that is built with one",
      """
      use reqwest::Client;
      use std::time::Duration;

      pub async fn page(url: &str) -> Result<String, reqwest::Error> {
          let client = Client::builder().timeout(Duration::from_secs(5)).build()?;
          client.get(url).send().await?.error_for_status()?.text().await
          ^^^^^^^^^^^^^^^^^^^^^^ checked
      }
      """
    ),
    RuleExample(
      "rust",
      "A limit for this request",
      """
      use reqwest::Client;
      use std::time::Duration;

      pub async fn page(client: &Client, url: &str) -> Result<String, reqwest::Error> {
          client.get(url).timeout(Duration::from_secs(5)).send().await?.error_for_status()?.text().await
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      }
      """
    ),
    RuleExample(
      "rust",
      "A limit around the request",
      """
      use reqwest::Client;
      use std::time::Duration;
      use tokio::time::timeout;

      pub async fn page(client: &Client, url: &str) -> Result<String, Error> {
          let response = timeout(Duration::from_secs(5), client.get(url).send()).await??;
                                                         ^^^^^^^^^^^^^^^^^^^^^^ checked
          Ok(response.error_for_status()?.text().await?)
      }
      """
    ),
    RuleExample(
      "rust",
      "A client from elsewhere",
      """
      use reqwest::Client;

      pub async fn page(client: &Client, url: &str) -> Result<String, reqwest::Error> {
          client.get(url).send().await?.error_for_status()?.text().await
          ^^^^^^^^^^^^^^^^^^^^^^ unverified
      }
      """
    ),
    RuleExample(
      "rust",
      "The blocking client gives up by itself",
      """
      pub fn page(url: &str) -> Result<String, reqwest::Error> {
          reqwest::blocking::get(url)?.error_for_status()?.text()
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      }
      """
    ),
  ]

  static let rustUncheckedResult: [RuleExample] = [
    RuleExample(
      "rust",
      "A body is read whatever the status",
      """
      use reqwest::Client;

      pub async fn names(client: &Client, url: &str) -> Result<Names, reqwest::Error> {
          let response = client.get(url).send().await?;
                         ^^^^^^^^^^^^^^^^^^^^^^ flagged high
          response.json().await
      }
      """
    ),
    RuleExample(
      "rust",
      "The status becomes an error",
      """
      use reqwest::Client;

      pub async fn names(client: &Client, url: &str) -> Result<Names, reqwest::Error> {
          let response = client.get(url).send().await?.error_for_status()?;
                         ^^^^^^^^^^^^^^^^^^^^^^ checked
          response.json().await
      }
      """
    ),
    RuleExample(
      "rust",
      "The status is looked at",
      """
      use reqwest::Client;

      pub async fn names(client: &Client, url: &str) -> Result<Names, Error> {
          let response = client.get(url).send().await?;
                         ^^^^^^^^^^^^^^^^^^^^^^ checked
          if !response.status().is_success() {
              return Err(Error::Status(response.status()));
          }
          Ok(response.json().await?)
      }
      """
    ),
    RuleExample(
      "rust",
      "Nobody takes the exit status",
      """
      use std::process::Command;

      pub fn collect() -> std::io::Result<()> {
          Command::new("git").arg("gc").status()?;
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          Ok(())
      }
      """
    ),
    RuleExample(
      "rust",
      "The caller gets the exit status",
      """
      use std::process::{Command, ExitStatus};

      pub fn collect() -> std::io::Result<ExitStatus> {
          Command::new("git").arg("gc").status()
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
      }
      """
    ),
  ]

  static let rustUnawaitedTask: [RuleExample] = [
    RuleExample(
      "rust",
      "A future that nobody awaits",
      """
      pub async fn place(order: &Order) -> Result<(), Error> {
          audit(order);
          ^^^^^^^^^^^^ flagged high
          Ok(())
      }

      async fn audit(order: &Order) -> Result<(), Error> {
          tokio::fs::write("audit.log", order.line()).await?;
          Ok(())
      }
      """
    ),
    RuleExample(
      "rust",
      "Two futures that are waited for together",
      """
      pub async fn place(order: &Order) -> Result<(), Error> {
          let line = audit(order);
          let copy = audit(order);
          let (line, copy) = tokio::join!(line, copy);
          line.and(copy)
      }

      async fn audit(order: &Order) -> Result<(), Error> {
          tokio::fs::write("audit.log", order.line()).await?;
          Ok(())
      }
      """
    ),
  ]
}
