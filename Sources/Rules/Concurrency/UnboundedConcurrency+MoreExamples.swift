extension UnboundedConcurrency {
  static let secondExamples: [RuleExample] = [
    RuleExample(
      "csharp",
      "A request for each address",
      """
      using System.Collections.Generic;
      using System.Linq;
      using System.Net.Http;
      using System.Threading.Tasks;

      public class Loader
      {
          private readonly HttpClient _http;

          public Loader(HttpClient http) { _http = http; }

          public async Task<string[]> All(List<string> urls)
          {
              return await Task.WhenAll(urls.Select(async url => await _http.GetStringAsync(url)));
                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          }
      }
      """
    ),
    RuleExample(
      "csharp",
      "A semaphore lets five through",
      """
      using System.Collections.Generic;
      using System.Linq;
      using System.Net.Http;
      using System.Threading;
      using System.Threading.Tasks;

      public class Loader
      {
          private readonly HttpClient _http;
          private readonly SemaphoreSlim _slots = new SemaphoreSlim(5);

          public Loader(HttpClient http) { _http = http; }

          public async Task All(List<string> urls)
          {
              var tasks = urls.Select(async url =>
              {
                  await _slots.WaitAsync();
                  try { return await _http.GetStringAsync(url); }
                  finally { _slots.Release(); }
              });
              await Task.WhenAll(tasks);
                    ^^^^^^^^^^^^^^^^^^^ checked
          }
      }
      """
    ),
    RuleExample(
      "csharp",
      "One after the other",
      """
      using System.Collections.Generic;
      using System.Net.Http;
      using System.Threading.Tasks;

      public class Loader
      {
          private readonly HttpClient _http;

          public async Task All(List<string> urls)
          {
              foreach (var url in urls)
              {
                  await Task.Run(() => _http.GetStringAsync(url));
              }
          }
      }
      """
    ),
    RuleExample(
      "java",
      "A thread for each order",
      """
      import java.net.http.HttpClient;
      import java.net.http.HttpRequest;
      import java.net.http.HttpResponse;
      import java.util.List;

      public class Notifier {
        private final HttpClient http;

        public Notifier(HttpClient http) { this.http = http; }

        public void all(List<HttpRequest> requests) {
          for (HttpRequest request : requests) {
            new Thread(() -> http.send(request, HttpResponse.BodyHandlers.ofString())).start();
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          }
        }
      }
      """
    ),
    RuleExample(
      "java",
      "A place must be free",
      """
      import java.net.http.HttpClient;
      import java.net.http.HttpRequest;
      import java.net.http.HttpResponse;
      import java.util.List;
      import java.util.concurrent.Semaphore;

      public class Notifier {
        private final HttpClient http;
        private final Semaphore slots = new Semaphore(10);

        public Notifier(HttpClient http) { this.http = http; }

        public void all(List<HttpRequest> requests) throws InterruptedException {
          for (HttpRequest request : requests) {
            slots.acquire();
            new Thread(() -> http.send(request, HttpResponse.BodyHandlers.ofString())).start();
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          }
        }
      }
      """
    ),
    RuleExample(
      "java",
      "A pool of a fixed size",
      """
      import java.net.http.HttpClient;
      import java.net.http.HttpRequest;
      import java.net.http.HttpResponse;
      import java.util.List;
      import java.util.concurrent.ExecutorService;
      import java.util.concurrent.Executors;

      public class Notifier {
        private final HttpClient http;
        private final ExecutorService pool = Executors.newFixedThreadPool(8);

        public Notifier(HttpClient http) { this.http = http; }

        public void all(List<HttpRequest> requests) {
          for (HttpRequest request : requests) {
            pool.submit(() -> http.send(request, HttpResponse.BodyHandlers.ofString()));
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          }
        }
      }
      """
    ),
    RuleExample(
      "java",
      "A pool that grows with the work",
      """
      import java.net.http.HttpClient;
      import java.net.http.HttpRequest;
      import java.net.http.HttpResponse;
      import java.util.List;
      import java.util.concurrent.ExecutorService;
      import java.util.concurrent.Executors;

      public class Notifier {
        private final HttpClient http;
        private final ExecutorService pool = Executors.newCachedThreadPool();

        public Notifier(HttpClient http) { this.http = http; }

        public void all(List<HttpRequest> requests) {
          for (HttpRequest request : requests) {
            pool.submit(() -> http.send(request, HttpResponse.BodyHandlers.ofString()));
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          }
        }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "A coroutine for each address",
      """
      import io.ktor.client.HttpClient
      import io.ktor.client.request.get
      import kotlinx.coroutines.async
      import kotlinx.coroutines.awaitAll
      import kotlinx.coroutines.coroutineScope

      class Loader(private val http: HttpClient) {
          suspend fun all(urls: List<String>) = coroutineScope {
              urls.map { url -> async { http.get(url) } }.awaitAll()
                                ^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "A semaphore lets five through",
      """
      import io.ktor.client.HttpClient
      import io.ktor.client.request.get
      import kotlinx.coroutines.async
      import kotlinx.coroutines.awaitAll
      import kotlinx.coroutines.coroutineScope
      import kotlinx.coroutines.sync.Semaphore
      import kotlinx.coroutines.sync.withPermit

      class Loader(private val http: HttpClient) {
          private val slots = Semaphore(5)

          suspend fun all(urls: List<String>) = coroutineScope {
              urls.map { url -> async { slots.withPermit { http.get(url) } } }.awaitAll()
                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          }
      }
      """
    ),
    RuleExample(
      "rust",
      "A future for each address",
      """
      use futures::future::join_all;

      async fn all(client: &reqwest::Client, urls: Vec<String>) -> Vec<reqwest::Result<reqwest::Response>> {
          join_all(urls.iter().map(|url| client.get(url).send())).await
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
      }
      """
    ),
    RuleExample(
      "rust",
      "Eight at once",
      """
      use futures::stream::{self, StreamExt};

      async fn all(urls: Vec<String>) -> Vec<reqwest::Result<reqwest::Response>> {
          stream::iter(urls).map(|url| reqwest::get(url)).buffer_unordered(8).collect().await
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      }
      """
    ),
    RuleExample(
      "rust",
      "A task for each message",
      """
      async fn all(urls: Vec<String>) {
          for url in urls {
              tokio::spawn(async move { reqwest::get(&url).await });
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          }
      }
      """
    ),
    RuleExample(
      "swift",
      "A child task for each address",
      """
      import Foundation

      func all(_ urls: [URL]) async throws -> [Data] {
        try await withThrowingTaskGroup(of: Data.self) { group in
          for url in urls {
            group.addTask { try await URLSession.shared.data(from: url).0 }
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          }
          return try await group.reduce(into: []) { $0.append($1) }
        }
      }
      """
    ),
    RuleExample(
      "swift",
      "One ends before the next begins",
      """
      import Foundation

      func all(_ urls: [URL]) async throws {
        try await withThrowingTaskGroup(of: Data.self) { group in
          for (index, url) in urls.enumerated() {
            if index >= 4 { _ = try await group.next() }
            group.addTask { try await URLSession.shared.data(from: url).0 }
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          }
          try await group.waitForAll()
        }
      }
      """
    ),
    RuleExample(
      "ruby",
      "A thread for each address",
      """
      require 'net/http'

      class Loader
        def all(urls)
          threads = urls.map do |url|
            Thread.new { Net::HTTP.get(URI(url)) }
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          end
          threads.map(&:value)
        end
      end
      """
    ),
    RuleExample(
      "ruby",
      "Five at a time",
      """
      require 'net/http'

      class Loader
        def all(urls)
          urls.each_slice(5) do |part|
            part.map { |url| Thread.new { Net::HTTP.get(URI(url)) } }.each(&:join)
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          end
        end
      end
      """
    ),
    RuleExample(
      "ruby",
      "A pool of threads",
      """
      require 'net/http'
      require 'parallel'

      class Loader
        def all(urls)
          Parallel.map(urls, in_threads: 8) { |url| Net::HTTP.get(URI(url)) }
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
        end
      end
      """
    ),
    RuleExample(
      "php",
      "A request for each address",
      #"""
      <?php
      use GuzzleHttp\Client;
      use GuzzleHttp\Promise\Utils;

      final class Loader
      {
          public function all(array $urls): array
          {
              $client = new Client(['timeout' => 5]);
              $promises = [];
              foreach ($urls as $url) {
                  $promises[$url] = $client->getAsync($url);
              }
              return Utils::settle($promises)->wait();
                     ^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          }
      }
      """#
    ),
    RuleExample(
      "php",
      "Five at once",
      #"""
      <?php
      use GuzzleHttp\Client;
      use GuzzleHttp\Pool;

      final class Loader
      {
          public function all(array $urls, callable $requests): void
          {
              $client = new Client(['timeout' => 5]);
              $pool = new Pool($client, $requests($urls), ['concurrency' => 5]);
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
              $pool->promise()->wait();
          }
      }
      """#
    ),
    RuleExample(
      "php",
      "Two that are written out",
      #"""
      <?php
      use GuzzleHttp\Client;
      use GuzzleHttp\Promise\Utils;

      final class Loader
      {
          public function both(Client $client, string $user): array
          {
              return Utils::unwrap([
                  'profile' => $client->getAsync("/users/$user"),
                  'orders' => $client->getAsync("/orders/$user"),
              ]);
          }
      }
      """#
    ),
    RuleExample(
      "typescript",
      "A slice of a hundred in each round",
      """
      import { readFile } from 'fs/promises';

      export async function scan(files: string[]): Promise<string[]> {
        const found: string[] = [];
        for (let i = 0; i < files.length; i += 100) {
          const part = files.slice(i, i + 100);
          const texts = await Promise.all(part.map(async file => readFile(file, 'utf-8')));
                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          found.push(...texts);
        }
        return found;
      }
      """
    ),
    RuleExample(
      "swift",
      "A number of them that is written down",
      """
      import Foundation

      func warmUp() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
          for round in 0...20 {
            group.addTask { _ = try await URLSession.shared.data(from: page(round)) }
          }
          try await group.waitForAll()
        }
      }
      """
    ),
  ]
}
