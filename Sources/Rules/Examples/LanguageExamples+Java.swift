extension LanguageExamples {
  static let java = LanguageExamples(
    "java",
    examples: javaErrors.merging(javaEffects) { $0 + $1 }.merging(javaTests) { $0 + $1 },
    absent: [.sequentialAwait: "a call waits where it stands: a future is asked for its value by a call like any other"]
  )

  private static let javaErrors: [RuleID: [RuleExample]] = [
    .swallowedError: [
      RuleExample(
        "java",
        "A logged warning and an empty list in place of the answer",
        """
        import java.io.IOException;
        import java.net.http.HttpClient;
        import java.net.http.HttpRequest;
        import java.net.http.HttpResponse;
        import java.util.List;
        import org.slf4j.Logger;
        import org.slf4j.LoggerFactory;

        class Orders {
          private static final Logger log = LoggerFactory.getLogger(Orders.class);
          private final HttpClient client;

          List<Order> open(HttpRequest request) {
            try {
              HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
              return parse(response.body());
            } catch (Exception error) {
              ^^^^^^^^^^^^^^^^ flagged high
              log.warn("no orders", error);
              return List.of();
            }
          }
        }
        """
      ),
      RuleExample(
        "java",
        "A refund that fails is passed over",
        """
        import com.stripe.exception.StripeException;
        import com.stripe.model.Refund;

        class Refunds {
          void refund(RefundParams params, RequestOptions options) {
            try {
              Refund.create(params, options);
            } catch (StripeException error) {
              ^^^^^^^^^^^^^^^^^^^^^^ flagged high
              error.printStackTrace();
            }
          }
        }
        """
      ),
      RuleExample(
        "java",
        "The failure goes on, with its cause",
        """
        import java.io.IOException;
        import java.nio.file.Files;
        import java.nio.file.Path;

        class Templates {
          String load(Path path) {
            try {
              return Files.readString(path);
            } catch (IOException error) {
              ^^^^^^^^^^^^^^^^^^ checked
              throw new TemplateMissing(path, error);
            }
          }
        }
        """
      ),
      RuleExample(
        "java",
        "A future whose failure becomes a zero",
        """
        import java.util.concurrent.CompletableFuture;

        class Balances {
          CompletableFuture<Integer> balance(Ledger ledger, String account) {
            return CompletableFuture.supplyAsync(() -> ledger.fetchBalance(account))
                .exceptionally(error -> 0);
          }
        }
        """
      ),
      RuleExample(
        "java",
        "A number that does not parse is an answer",
        """
        class Settings {
          int limit(String text) {
            try {
              return Integer.parseInt(text);
            } catch (NumberFormatException error) {
              return 10;
            }
          }
        }
        """
      ),
    ],
    .broadCatch: [
      RuleExample(
        "java",
        "One handler for a request, a file and a bug in between",
        """
        import java.nio.file.Files;
        import java.nio.file.Path;
        import org.slf4j.Logger;
        import org.slf4j.LoggerFactory;
        import org.springframework.web.client.RestTemplate;

        class Mirror {
          private static final Logger log = LoggerFactory.getLogger(Mirror.class);
          private final RestTemplate rest;

          void mirror(String url, Path path) {
            try {
              String body = rest.getForObject(url, String.class);
              Files.writeString(path, body);
            } catch (Exception error) {
              ^^^^^^^^^^^^^^^^ flagged medium
              index.markStale(url);
            }
          }
        }
        """
      ),
      RuleExample(
        "java",
        "Rolled back and handed on",
        """
        import java.sql.Connection;

        class Booking {
          void book(Connection connection, Order order) throws Exception {
            try {
              connection.prepareStatement("UPDATE stock SET free = free - 1").executeUpdate();
              connection.prepareStatement("INSERT INTO orders VALUES (?)").executeUpdate();
              connection.commit();
            } catch (Exception error) {
              ^^^^^^^^^^^^^^^^ checked
              connection.rollback();
              throw error;
            }
          }
        }
        """
      ),
      RuleExample(
        "java",
        "A narrow handler",
        """
        import java.io.IOException;
        import java.nio.file.Files;
        import java.nio.file.Path;

        class Mirror {
          void copy(Path source, Path target) {
            try {
              Files.copy(source, target);
              Files.delete(source);
            } catch (IOException error) {
              index.markStale(target);
            }
          }
        }
        """
      ),
    ],
    .missingTimeout: [
      RuleExample(
        "java",
        "A request without a limit",
        """
        import java.net.URI;
        import java.net.http.HttpClient;
        import java.net.http.HttpRequest;
        import java.net.http.HttpResponse;

        class Rates {
          private final HttpClient client = HttpClient.newHttpClient();

          String latest(URI address) throws Exception {
            HttpRequest request = HttpRequest.newBuilder(address).GET().build();
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
            if (response.statusCode() >= 400) throw new IllegalStateException("no rates");
            return response.body();
          }
        }
        """
      ),
      RuleExample(
        "java",
        "The request sets the limit",
        """
        import java.net.URI;
        import java.net.http.HttpClient;
        import java.net.http.HttpRequest;
        import java.net.http.HttpResponse;
        import java.time.Duration;

        class Rates {
          private final HttpClient client = HttpClient.newHttpClient();

          String latest(URI address) throws Exception {
            HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).GET().build();
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
            if (response.statusCode() >= 400) throw new IllegalStateException("no rates");
            return response.body();
          }
        }
        """
      ),
      RuleExample(
        "java",
        "The connection sets it, by a call before",
        """
        import java.net.HttpURLConnection;
        import java.net.URL;

        class Probe {
          int status(URL url) throws Exception {
            HttpURLConnection connection = (HttpURLConnection) url.openConnection();
            connection.setReadTimeout(2000);
            return connection.getResponseCode();
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          }
        }
        """
      ),
      RuleExample(
        "java",
        "A client that is made elsewhere",
        """
        import org.springframework.web.client.RestTemplate;

        class Rates {
          private final RestTemplate rest;

          Rates(RestTemplate rest) {
            this.rest = rest;
          }

          Rate latest(String currency) {
            return rest.getForObject("https://rates.internal/{currency}", Rate.class, currency);
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
          }
        }
        """
      ),
    ],
    .uncheckedResult: [
      RuleExample(
        "java",
        "The exit code of a child process is thrown away",
        """
        import java.util.concurrent.TimeUnit;

        class Converter {
          void convert(String source, String target) throws Exception {
            Process process = new ProcessBuilder("ffmpeg", "-i", source, target).start();
            process.waitFor(10, TimeUnit.MINUTES);
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
            publish(target);
          }
        }
        """
      ),
      RuleExample(
        "java",
        "The exit code decides",
        """
        class Converter {
          void convert(Process process, String target) throws Exception {
            int code = process.waitFor();
                       ^^^^^^^^^^^^^^^^^ checked
            if (code != 0) throw new IllegalStateException("not converted");
            publish(target);
          }
        }
        """
      ),
      RuleExample(
        "java",
        "The answer is parsed whatever its status",
        """
        import java.net.http.HttpClient;
        import java.net.http.HttpRequest;
        import java.net.http.HttpResponse;

        class Rates {
          private final HttpClient client = HttpClient.newHttpClient();

          Rate latest(HttpRequest request) throws Exception {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
            return parse(response.body());
          }
        }
        """
      ),
    ],
    .unawaitedTask: [
      RuleExample(
        "java",
        "Nobody takes the outcome of a record that is sent",
        """
        import org.apache.kafka.clients.producer.KafkaProducer;
        import org.apache.kafka.clients.producer.ProducerRecord;

        class Audit {
          private final KafkaProducer<String, String> producer;

          void record(Order order) {
            producer.send(new ProducerRecord<>("audit", order.id, order.text()));
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          }
        }
        """
      ),
      RuleExample(
        "java",
        "The callback gets the outcome",
        """
        import org.apache.kafka.clients.producer.KafkaProducer;
        import org.apache.kafka.clients.producer.ProducerRecord;

        class Audit {
          private final KafkaProducer<String, String> producer;

          void record(Order order) {
            producer.send(new ProducerRecord<>("audit", order.id, order.text()), (metadata, error) -> {
              if (error != null) failures.add(order, error);
            });
          }
        }
        """
      ),
      RuleExample(
        "java",
        "A task in a pool, whose future nobody takes",
        """
        import java.util.concurrent.ExecutorService;

        class Receipts {
          private final ExecutorService pool;

          void send(Order order) {
            pool.submit(() -> mailer.deliver(order.receipt()));
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
          }
        }
        """
      ),
    ],
  ]
}
