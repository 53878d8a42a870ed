extension UnboundedRetry {
  static let compiledExamples: [RuleExample] = [
    RuleExample(
      "go",
      "Until there is no error",
      """
      package rates

      import "net/http"

      func Load(url string) *http.Response {
      	for {
      		response, err := http.Get(url)
                         ^^^^^^^^^^^^^ flagged high
      		if err == nil {
      			return response
      		}
      	}
      }
      """
    ),
    RuleExample(
      "go",
      "Ten attempts, and a context that ends them",
      """
      package rates

      import (
      	"context"
      	"net/http"
      	"time"
      )

      func Load(ctx context.Context, request *http.Request) (*http.Response, error) {
      	delay := 100 * time.Millisecond
      	var err error
      	for attempt := 0; attempt < 10; attempt++ {
      		var response *http.Response
      		response, err = http.DefaultClient.Do(request)
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      		if err == nil {
      			return response, nil
      		}
      		select {
      		case <-ctx.Done():
      			return nil, ctx.Err()
      		case <-time.After(delay):
      		}
      		delay *= 2
      	}
      	return nil, err
      }
      """
    ),
    RuleExample(
      "go",
      "The same second for everybody",
      """
      package rates

      import (
      	"net/http"
      	"time"
      )

      func Load(url string) (*http.Response, error) {
      	var last error
      	for i := 0; i < 10; i++ {
      		response, err := http.Get(url)
                         ^^^^^^^^^^^^^ flagged medium
      		if err != nil {
      			last = err
      			time.Sleep(time.Second)
      			continue
      		}
      		return response, nil
      	}
      	return nil, last
      }
      """
    ),
    RuleExample(
      "go",
      "The library's own limits",
      """
      package rates

      import (
      	"net/http"

      	"github.com/cenkalti/backoff/v4"
      )

      func Load(url string) error {
      	policy := backoff.WithMaxRetries(backoff.NewExponentialBackOff(), 5)
      	return backoff.Retry(func() error {
              ^^^^^^^^^^^^^ checked
      		response, err := http.Get(url)
      		if err != nil {
      			return err
      		}
      		return response.Body.Close()
      	}, policy)
      }
      """
    ),
    RuleExample(
      "go",
      "A constant pause and no end",
      """
      package rates

      import (
      	"net/http"
      	"time"

      	"github.com/cenkalti/backoff/v4"
      )

      func Load(url string) error {
      	return backoff.Retry(func() error {
              ^^^^^^^^^^^^^ flagged high
      		response, err := http.Get(url)
      		if err != nil {
      			return err
      		}
      		return response.Body.Close()
      	}, backoff.NewConstantBackOff(time.Second))
      }
      """
    ),
    RuleExample(
      "go",
      "Every delivery that fails comes back",
      """
      package orders

      import amqp "github.com/rabbitmq/amqp091-go"

      func Consume(deliveries <-chan amqp.Delivery, handle func(amqp.Delivery) error) {
      	for delivery := range deliveries {
      		if err := handle(delivery); err != nil {
      			delivery.Nack(false, true)
         ^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
      			continue
      		}
      		delivery.Ack(false)
      	}
      }
      """
    ),
    RuleExample(
      "go",
      "Each round looks in the folder above",
      """
      package config

      import (
      	"os"
      	"path/filepath"
      )

      func Find(dir string) string {
      	for {
      		if _, err := os.Stat(filepath.Join(dir, ".tool.yaml")); err == nil {
      			return dir
      		}
      		dir = filepath.Dir(dir)
      	}
      }
      """
    ),
    RuleExample(
      "go",
      "Who made the policy, made its end",
      """
      package provider

      import (
      	"net/http"

      	"example.com/shop/job"
      	"github.com/cenkalti/backoff/v4"
      )

      func Provide(url string) error {
      	operation := func() error {
      		response, err := http.Get(url)
      		if err != nil {
      			return err
      		}
      		return response.Body.Close()
      	}
      	return backoff.Retry(operation, job.NewBackOff(backoff.NewExponentialBackOff()))
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
      }
      """
    ),
    RuleExample(
      "rust",
      "Around and around",
      """
      use reqwest::Client;

      pub async fn load(client: &Client, url: &str) -> String {
          loop {
              match client.get(url).send().await {
                    ^^^^^^^^^^^^^^^^^^^^^^ flagged high
                  Ok(response) => return response.text().await.unwrap_or_default(),
                  Err(_) => continue,
              }
          }
      }
      """
    ),
    RuleExample(
      "rust",
      "Counted, with a pause that doubles",
      """
      use std::time::Duration;
      use reqwest::Client;

      pub async fn load(client: &Client, url: &str) -> Result<String, reqwest::Error> {
          let mut delay = Duration::from_millis(100);
          let mut attempts = 0;
          loop {
              match client.get(url).send().await {
                    ^^^^^^^^^^^^^^^^^^^^^^ checked
                  Ok(response) => return response.text().await,
                  Err(error) if attempts >= 5 => return Err(error),
                  Err(_) => {
                      attempts += 1;
                      tokio::time::sleep(delay).await;
                      delay *= 2;
                  }
              }
          }
      }
      """
    ),
    RuleExample(
      "rust",
      "A fixed pace that is never cut off",
      """
      use tokio_retry::strategy::FixedInterval;
      use tokio_retry::Retry;

      pub async fn load(url: String) -> Result<String, reqwest::Error> {
          Retry::spawn(FixedInterval::from_millis(100), || async { reqwest::get(&url).await?.text().await }).await
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
      }
      """
    ),
    RuleExample(
      "rust",
      "A strategy that is cut off",
      """
      use tokio_retry::strategy::{jitter, ExponentialBackoff};
      use tokio_retry::Retry;

      pub async fn load(url: String) -> Result<String, reqwest::Error> {
          let strategy = ExponentialBackoff::from_millis(10).map(jitter).take(5);
          Retry::spawn(strategy, || async { reqwest::get(&url).await?.text().await }).await
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      }
      """
    ),
    RuleExample(
      "swift",
      "Try until it works",
      """
      import Foundation

      func load(_ url: URL) async -> Data {
        while true {
          do {
            let (data, _) = try await URLSession.shared.data(from: url)
                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
            return data
          } catch {
            print("trying again")
          }
        }
      }
      """
    ),
    RuleExample(
      "swift",
      "Four attempts, later and later",
      """
      import Foundation

      func load(_ url: URL) async throws -> Data {
        for attempt in 0..<4 {
          do {
            let (data, _) = try await URLSession.shared.data(from: url)
                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
            return data
          } catch {
            try await Task.sleep(nanoseconds: UInt64(pow(2.0, Double(attempt))) * 1_000_000_000)
          }
        }
        throw URLError(.cannotConnectToHost)
      }
      """
    ),
    RuleExample(
      "swift",
      "Four attempts at once",
      """
      import Foundation

      func load(_ url: URL) async throws -> Data {
        var attempts = 0
        while true {
          do {
            return try await URLSession.shared.data(from: url).0
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          } catch {
            attempts += 1
            if attempts == 4 { throw error }
          }
        }
      }
      """
    ),
    RuleExample(
      "java",
      "Caught and tried again, for ever",
      """
      import java.io.IOException;
      import java.net.http.HttpClient;
      import java.net.http.HttpRequest;
      import java.net.http.HttpResponse;

      class Rates {
        private final HttpClient client = HttpClient.newHttpClient();

        String load(HttpRequest request) throws InterruptedException {
          while (true) {
            try {
              return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
            } catch (IOException e) {
              Thread.sleep(200);
            }
          }
        }
      }
      """
    ),
    RuleExample(
      "java",
      "A count and a pause that doubles",
      """
      import java.io.IOException;
      import java.net.http.HttpClient;
      import java.net.http.HttpRequest;
      import java.net.http.HttpResponse;

      class Rates {
        private final HttpClient client = HttpClient.newHttpClient();

        String load(HttpRequest request) throws Exception {
          int attempt = 0;
          while (true) {
            try {
              return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
            } catch (IOException e) {
              if (++attempt >= 5) {
                throw e;
              }
              Thread.sleep(100L << attempt);
            }
          }
        }
      }
      """
    ),
    RuleExample(
      "java",
      "An annotation with a multiplier",
      """
      import org.springframework.retry.annotation.Backoff;
      import org.springframework.retry.annotation.Retryable;
      import org.springframework.web.client.RestTemplate;

      class Rates {
        private final RestTemplate rest = new RestTemplate();

        @Retryable(maxAttempts = 4, backoff = @Backoff(delay = 200, multiplier = 2))
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
        String load(String currency) {
          return rest.getForObject("https://rates.example.com/{c}", String.class, currency);
        }
      }
      """
    ),
    RuleExample(
      "java",
      "A policy that the configuration makes",
      """
      import io.github.resilience4j.retry.Retry;
      import org.springframework.web.client.RestTemplate;

      class Rates {
        private final RestTemplate rest = new RestTemplate();
        private final Retry retry;

        Rates(Retry retry) {
          this.retry = retry;
        }

        String load(String currency) {
          return retry.executeSupplier(() -> rest.getForObject("https://rates.example.com/" + currency, String.class));
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
        }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "Until the answer comes",
      """
      import java.io.IOException
      import java.net.URL

      class Rates {
          fun load(currency: String): String {
              while (true) {
                  try {
                      return URL("https://rates.example.com/$currency").readText()
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
                  } catch (e: IOException) {
                      logger.warn("trying again", e)
                  }
              }
          }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "A count and longer pauses",
      """
      import java.io.IOException
      import java.net.URL
      import kotlinx.coroutines.delay

      class Rates {
          suspend fun load(currency: String): String {
              var wait = 100L
              repeat(4) {
                  try {
                      return URL("https://rates.example.com/$currency").readText()
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
                  } catch (e: IOException) {
                      delay(wait)
                      wait *= 2
                  }
              }
              throw IOException("no rates")
          }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "A count and no pause",
      """
      import java.io.IOException
      import java.net.URL

      class Rates {
          fun load(currency: String): String {
              for (attempt in 1..5) {
                  try {
                      return URL("https://rates.example.com/$currency").readText()
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
                  } catch (e: IOException) {
                      logger.warn("trying again", e)
                  }
              }
              throw IOException("no rates")
          }
      }
      """
    ),
    RuleExample(
      "csharp",
      "Caught, and again",
      """
      using System.Net.Http;

      class Rates
      {
          private readonly HttpClient client = new HttpClient();

          public async Task<string> Load(string currency)
          {
              while (true)
              {
                  try
                  {
                      return await client.GetStringAsync("https://rates.example.com/" + currency);
                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
                  }
                  catch (HttpRequestException)
                  {
                      await Task.Delay(500);
                  }
              }
          }
      }
      """
    ),
    RuleExample(
      "csharp",
      "Polly without an end",
      """
      using Polly;
      using System.Net.Http;

      class Rates
      {
          private readonly HttpClient client = new HttpClient();

          public async Task<string> Load(string currency)
          {
              var policy = Policy.Handle<HttpRequestException>().RetryForeverAsync();
                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
              return await policy.ExecuteAsync(() => client.GetStringAsync("https://rates.example.com/" + currency));
          }
      }
      """
    ),
    RuleExample(
      "csharp",
      "Polly with a count and a growing pause",
      """
      using Polly;
      using System.Net.Http;

      class Rates
      {
          private readonly HttpClient client = new HttpClient();

          public async Task<string> Load(string currency)
          {
              var policy = Policy.Handle<HttpRequestException>()
                                                                 checked
                  .WaitAndRetryAsync(4, attempt => TimeSpan.FromSeconds(Math.Pow(2, attempt)));
              return await policy.ExecuteAsync(() => client.GetStringAsync("https://rates.example.com/" + currency));
          }
      }
      """
    ),
    RuleExample(
      "csharp",
      "A worker that is told to stop",
      """
      using System.Net.Http;

      class Feed
      {
          private readonly HttpClient client = new HttpClient();

          public async Task Connect(CancellationToken token)
          {
              while (!token.IsCancellationRequested)
              {
                  try
                  {
                      await client.GetAsync("https://feed.example.com", token);
                      return;
                  }
                  catch (HttpRequestException)
                  {
                      await Task.Delay(TimeSpan.FromSeconds(5), token);
                  }
              }
          }
      }
      """
    ),
  ]
}
