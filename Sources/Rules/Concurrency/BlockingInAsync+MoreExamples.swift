extension BlockingInAsync {
  static let secondExamples: [RuleExample] = [
    RuleExample(
      "java",
      "A query where the event loop goes through",
      """
      import org.springframework.jdbc.core.JdbcTemplate;
      import reactor.core.publisher.Mono;

      public class OrderHandler {
        private final JdbcTemplate jdbc;
        private final CustomerClient customers;

        public OrderHandler(JdbcTemplate jdbc, CustomerClient customers) {
          this.jdbc = jdbc;
          this.customers = customers;
        }

        public Mono<Summary> summary(String id) {
          Integer open = jdbc.queryForObject("SELECT COUNT(*) FROM orders WHERE customer = ?", Integer.class, id);
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          return customers.find(id).map(customer -> new Summary(customer, open));
        }
      }
      """
    ),
    RuleExample(
      "java",
      "The query has threads of its own",
      """
      import org.springframework.jdbc.core.JdbcTemplate;
      import reactor.core.publisher.Mono;
      import reactor.core.scheduler.Schedulers;

      public class OrderHandler {
        private final JdbcTemplate jdbc;

        public OrderHandler(JdbcTemplate jdbc) { this.jdbc = jdbc; }

        public Mono<Integer> open(String id) {
          return Mono.fromCallable(
              () -> jdbc.queryForObject("SELECT COUNT(*) FROM orders WHERE customer = ?", Integer.class, id))
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
            .subscribeOn(Schedulers.boundedElastic());
        }
      }
      """
    ),
    RuleExample(
      "java",
      "A pause inside of an operator",
      """
      import reactor.core.publisher.Flux;

      public class Feed {
        public Flux<Quote> slow(Flux<Quote> quotes) {
          return quotes.map(quote -> {
            Thread.sleep(100);
            ^^^^^^^^^^^^^^^^^ flagged high
            return quote;
          });
        }
      }
      """
    ),
    RuleExample(
      "java",
      "A thread for each request may wait",
      """
      import org.springframework.jdbc.core.JdbcTemplate;

      public class OrderController {
        private final JdbcTemplate jdbc;

        public OrderController(JdbcTemplate jdbc) { this.jdbc = jdbc; }

        public Integer open(String id) {
          return jdbc.queryForObject("SELECT COUNT(*) FROM orders WHERE customer = ?", Integer.class, id);
        }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "A pause in a coroutine that holds its thread",
      """
      import kotlinx.coroutines.delay

      class Poller(private val jobs: JobClient) {
          suspend fun await(id: String): Job {
              var job = jobs.find(id)
              while (!job.done) {
                  Thread.sleep(500)
                  ^^^^^^^^^^^^^^^^^ flagged high
                  job = jobs.find(id)
              }
              return job
          }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "A loop of its own inside of a coroutine",
      """
      import kotlinx.coroutines.runBlocking

      class Mailer(private val client: MailClient) {
          suspend fun all(letters: List<Letter>) {
              letters.forEach { letter ->
                  runBlocking { client.send(letter) }
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
              }
          }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "Threads that may wait",
      """
      import java.io.File
      import kotlinx.coroutines.Dispatchers
      import kotlinx.coroutines.withContext

      class Templates {
          suspend fun read(name: String): String = withContext(Dispatchers.IO) {
              File("templates/$name.html").readText()
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "Whose threads these are is not to be seen",
      """
      import kotlinx.coroutines.CoroutineDispatcher
      import kotlinx.coroutines.withContext

      class Pauses(private val dispatcher: CoroutineDispatcher) {
          suspend fun pause(millis: Long) = withContext(dispatcher) {
              Thread.sleep(millis)
              ^^^^^^^^^^^^^^^^^^^^ unverified
          }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "It waits without holding anything",
      """
      import kotlinx.coroutines.delay

      suspend fun poll(jobs: JobClient, id: String): Job {
          while (!jobs.isDone(id)) {
              delay(500)
          }
          return jobs.find(id)
      }
      """
    ),
    RuleExample(
      "rust",
      "A pause that holds a worker",
      """
      use std::time::Duration;

      async fn poll(client: &Client, job: &str) -> Result<Job, Error> {
          loop {
              let state = client.state(job).await?;
              if state.done {
                  return Ok(state);
              }
              std::thread::sleep(Duration::from_millis(500));
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          }
      }
      """
    ),
    RuleExample(
      "rust",
      "A file is read on a worker",
      """
      async fn template(name: &str) -> std::io::Result<String> {
          let text = std::fs::read_to_string(format!("templates/{name}.html"))?;
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          Ok(text)
      }
      """
    ),
    RuleExample(
      "rust",
      "The blocking client in an asynchronous handler",
      """
      use axum::Json;

      async fn rates() -> Json<Rates> {
          let text = reqwest::blocking::get("https://rates.example.com")
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
              .and_then(|response| response.text())
              .unwrap_or_default();
          Json(Rates { text })
      }
      """
    ),
    RuleExample(
      "rust",
      "Work that may block has threads of its own",
      """
      use std::path::PathBuf;

      async fn digest(path: PathBuf) -> Result<Vec<u8>, Error> {
          let data = tokio::task::spawn_blocking(move || std::fs::read(path)).await??;
                                                         ^^^^^^^^^^^^^^^^^^^ checked
          Ok(hash(&data))
      }
      """
    ),
    RuleExample(
      "rust",
      "It waits without holding anything",
      """
      use std::time::Duration;

      async fn later(job: Job) -> std::io::Result<String> {
          tokio::time::sleep(Duration::from_secs(1)).await;
          tokio::fs::read_to_string(job.path).await
      }
      """
    ),
    RuleExample(
      "swift",
      "A thread that tasks share is put to sleep",
      """
      import Foundation

      final class Poller {
        let client: JobClient

        init(client: JobClient) { self.client = client }

        func wait(for id: String) async throws -> Job {
          while true {
            let job = try await client.job(id)
            if job.isDone { return job }
            Thread.sleep(forTimeInterval: 0.5)
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          }
        }
      }
      """
    ),
    RuleExample(
      "swift",
      "A semaphore in an asynchronous function",
      """
      import Dispatch

      func load(_ loader: Loader) async -> Data? {
        let semaphore = DispatchSemaphore(value: 0)
        var result: Data?
        loader.load { data in
          result = data
          semaphore.signal()
        }
        semaphore.wait()
        ^^^^^^^^^^^^^^^^ flagged medium
        return result
      }
      """
    ),
    RuleExample(
      "swift",
      "Threads of a queue may wait",
      """
      import Foundation

      func digest(of file: URL) async throws -> Data {
        try await withCheckedThrowingContinuation { continuation in
          DispatchQueue.global().async {
            continuation.resume(with: Result { try Data(contentsOf: file) })
                                                   ^^^^^^^^^^^^^^^^^^^^^^ checked
          }
        }
      }
      """
    ),
    RuleExample(
      "swift",
      "It waits without holding anything",
      """
      import Foundation

      func poll(_ client: JobClient, id: String) async throws -> Job {
        while true {
          let job = try await client.job(id)
          if job.isDone { return job }
          try await Task.sleep(for: .milliseconds(500))
        }
      }
      """
    ),
    RuleExample(
      "ruby",
      "A pause in the reactor",
      """
      require 'eventmachine'

      class Feed
        def start(quotes)
          EventMachine.add_periodic_timer(1) do
            sleep 0.2
            ^^^^^^^^^ flagged high
            quotes.refresh
          end
        end
      end
      """
    ),
    RuleExample(
      "ruby",
      "The reactor has threads for what waits",
      """
      require 'eventmachine'
      require 'net/http'

      class Feed
        def start(uri)
          EventMachine.add_periodic_timer(1) do
            EventMachine.defer { Net::HTTP.get(uri) }
                                 ^^^^^^^^^^^^^^^^^^ checked
          end
        end
      end
      """
    ),
    RuleExample(
      "ruby",
      "Whether the scheduler takes the wait over",
      """
      require 'async'

      class Feed
        def refresh(quotes)
          Async do
            sleep 1
            ^^^^^^^ unverified
            quotes.refresh
          end
        end
      end
      """
    ),
    RuleExample(
      "ruby",
      "A job has a thread of its own",
      """
      require 'sidekiq'

      class RefreshJob
        include Sidekiq::Job

        def perform(feed)
          sleep 1
          Quotes.refresh(feed)
        end
      end
      """
    ),
    RuleExample(
      "php",
      "A server of one loop is stopped by each request",
      #"""
      <?php
      use Psr\Http\Message\ServerRequestInterface;
      use React\Http\HttpServer;
      use React\Http\Message\Response;

      function serve(): HttpServer
      {
          return new HttpServer(function (ServerRequestInterface $request) {
              $rates = file_get_contents('https://rates.example.com/all');
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
              return Response::json(json_decode($rates));
          });
      }
      """#
    ),
    RuleExample(
      "php",
      "A pause stops every timer",
      #"""
      <?php
      use React\EventLoop\Loop;

      final class Poller
      {
          public function start(Jobs $jobs): void
          {
              Loop::addPeriodicTimer(1.0, function () use ($jobs) {
                  sleep(3);
                  ^^^^^^^^ flagged high
                  $jobs->refresh();
              });
          }
      }
      """#
    ),
    RuleExample(
      "php",
      "Whether the runtime takes the wait over",
      #"""
      <?php
      use Swoole\Coroutine;

      final class Poller
      {
          public function start(Jobs $jobs): void
          {
              Coroutine::create(function () use ($jobs) {
                  sleep(3);
                  ^^^^^^^^ unverified
                  $jobs->refresh();
              });
          }
      }
      """#
    ),
    RuleExample(
      "php",
      "A process for each request may wait",
      """
      <?php
      final class RatesController
      {
          public function show(): array
          {
              sleep(1);
              return json_decode(file_get_contents('rates.json'), true);
          }
      }
      """
    ),
  ]
}
