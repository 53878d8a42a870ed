extension RemovedTimeout {
  static let compiledExamples: [RuleExample] = [
    RuleExample(
      "go",
      "The context that ends it is not handed on",
      diff: """
         package shop

         import (
         	"context"
         	"database/sql"
         )

         func Close(ctx context.Context, db *sql.DB, id string) error {
        -	_, err := db.ExecContext(ctx, "UPDATE accounts SET closed = true WHERE id = $1", id)
        +	_, err := db.ExecContext(context.Background(), "UPDATE accounts SET closed = true WHERE id = $1", id)
        +           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
         	return err
         }
        """
    ),
    RuleExample(
      "go",
      "The deadline of the context is gone",
      diff: """
         package shop

         import (
         	"context"
         	"time"
         )

         func (s *Stock) Level(ctx context.Context, sku string) (int, error) {
        -	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
        -	defer cancel()
         	return s.gateway.Load(ctx, sku)
        +        ^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
         }
        """
    ),
    RuleExample(
      "go",
      "The same time in another unit",
      diff: """
         package shop

         import (
         	"context"
         	"time"
         )

         func (s *Stock) Level(ctx context.Context, sku string) (int, error) {
        +                ^^^^^ checked
        -	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
        +	ctx, cancel := context.WithTimeout(ctx, 5000*time.Millisecond)
         	defer cancel()
         	return s.gateway.Load(ctx, sku)
         }
        """
    ),
    RuleExample(
      "java",
      "The request has no limit any more",
      diff: """
         import java.net.URI;
         import java.net.http.HttpClient;
         import java.net.http.HttpRequest;
         import java.net.http.HttpResponse;
         import java.time.Duration;

         class Stock {
           private final HttpClient http = HttpClient.newHttpClient();

           String level(String sku) throws Exception {
             HttpRequest request = HttpRequest.newBuilder()
                 .uri(URI.create("https://stock.internal/" + sku))
        -        .timeout(Duration.ofSeconds(5))
                 .build();
             return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        +           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
           }
         }
        """
    ),
    RuleExample(
      "java",
      "Seconds became milliseconds",
      diff: """
         import java.net.URI;
         import java.net.http.HttpClient;
         import java.net.http.HttpRequest;
         import java.net.http.HttpResponse;
         import java.time.Duration;

         class Stock {
           private final HttpClient http = HttpClient.newHttpClient();

           String level(String sku) throws Exception {
        +         ^^^^^ checked
             HttpRequest request = HttpRequest.newBuilder()
                 .uri(URI.create("https://stock.internal/" + sku))
        -        .timeout(Duration.ofSeconds(5))
        +        .timeout(Duration.ofMillis(5000))
                 .build();
             return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
           }
         }
        """
    ),
    RuleExample(
      "kotlin",
      "The scope that ended it is gone",
      diff: """
         import io.ktor.client.HttpClient
         import io.ktor.client.request.get
         import io.ktor.client.statement.bodyAsText
         import kotlinx.coroutines.withTimeout

         suspend fun level(client: HttpClient, sku: String): String {
        -  val response = withTimeout(5000) { client.get("https://stock.internal/$sku") }
        +  val response = client.get("https://stock.internal/$sku")
        +                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
           return response.bodyAsText()
         }
        """
    ),
    RuleExample(
      "kotlin",
      "Over more than before",
      diff: """
         import io.ktor.client.HttpClient
         import io.ktor.client.request.get
         import io.ktor.client.statement.bodyAsText
         import kotlinx.coroutines.withTimeout

         suspend fun level(client: HttpClient, sku: String): String {
        +            ^^^^^ checked
        -  val response = withTimeout(5000) { client.get("https://stock.internal/$sku") }
        -  return response.bodyAsText()
        +  return withTimeout(5000) {
        +    client.get("https://stock.internal/$sku").bodyAsText()
        +  }
         }
        """
    ),
    RuleExample(
      "swift",
      "Ten minutes in place of ten seconds",
      diff: """
         import Foundation

         func level(_ url: URL) async throws -> Data {
           var request = URLRequest(url: url)
        -  request.timeoutInterval = 10
        +  request.timeoutInterval = 600
        +  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
           return try await URLSession.shared.data(for: request).0
         }
        """
    ),
    RuleExample(
      "swift",
      "Said where the request is made",
      diff: """
         import Foundation

         func level(_ url: URL) async throws -> Data {
        +     ^^^^^ checked
        -  var request = URLRequest(url: url)
        -  request.timeoutInterval = 10
        +  let request = URLRequest(url: url, timeoutInterval: 10)
           return try await URLSession.shared.data(for: request).0
         }
        """
    ),
    RuleExample(
      "rust",
      "Nothing ends the request",
      diff: """
         use std::time::Duration;
         use tokio::time::timeout;

         impl Stock {
             pub async fn level(&self, sku: &str) -> Result<String, Error> {
        -        let response = timeout(Duration::from_secs(5), self.client.get(url(sku)).send()).await??;
        +        let response = self.client.get(url(sku)).send().await?;
        +                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
                 Ok(response.text().await?)
             }
         }
        """
    ),
    RuleExample(
      "rust",
      "A limit of the request's own",
      diff: """
         use std::time::Duration;
         use tokio::time::timeout;

         impl Stock {
             pub async fn level(&self, sku: &str) -> Result<String, Error> {
        +                 ^^^^^ checked
        -        let response = timeout(Duration::from_secs(5), self.client.get(url(sku)).send()).await??;
        +        let response = self.client.get(url(sku)).timeout(Duration::from_secs(5)).send().await?;
                 Ok(response.text().await?)
             }
         }
        """
    ),
    RuleExample(
      "csharp",
      "Milliseconds in place of seconds",
      diff: """
         using System;
         using System.Net.Http;
         using System.Threading;
         using System.Threading.Tasks;

         public class Stock
         {
             private readonly HttpClient _http;

             public async Task<string> Level(string sku)
        +                              ^^^^^ checked
             {
        -        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        +        using var limit = new CancellationTokenSource(TimeSpan.FromMilliseconds(5000));
                 var response = await _http.GetAsync($"https://stock.internal/{sku}", limit.Token);
                 return await response.Content.ReadAsStringAsync();
             }
         }
        """
    ),
    RuleExample(
      "swift",
      "A little longer than before",
      diff: """
         import Foundation

         func level(_ url: URL) async throws -> Data {
        +     ^^^^^ checked
           var request = URLRequest(url: url)
        -  request.timeoutInterval = 10
        +  request.timeoutInterval = 15
           return try await URLSession.shared.data(for: request).0
         }
        """
    ),
    RuleExample(
      "csharp",
      "A hundred times as long",
      diff: """
         using System;
         using System.Net.Http;
         using System.Threading;
         using System.Threading.Tasks;

         public class Stock
         {
             private readonly HttpClient _http;

             public async Task<string> Level(string sku)
             {
        -        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        +        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(500));
        +                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
                 var response = await _http.GetAsync($"https://stock.internal/{sku}", limit.Token);
                 return await response.Content.ReadAsStringAsync();
             }
         }
        """
    ),
  ]
}
