import Rules

extension TrapTests {
  /// 1: a log is one however it came here, and is no more than that. 12: who comments an empty handler meant it.
  static let logs: [Trap] = [
    Trap(
      1,
      .swallowedError,
      "python",
      "a logger of another module",
      ["flagged"],
      says: "only logged",
      """
      import requests
      from shop.logs import log

      def price(item):
          try:
              return requests.get(item.url, timeout=5).json()
          except Exception:
              log.warning("no price", exc_info=True)
              return 0
      """
    ),
    Trap(
      1,
      .swallowedError,
      "python",
      "loguru",
      ["flagged"],
      says: "only logged",
      """
      import requests
      from loguru import logger

      def price(item):
          try:
              return requests.get(item.url, timeout=5).json()
          except Exception:
              logger.opt(exception=True).warning("no price")
              return 0
      """
    ),
    Trap(
      1,
      .swallowedError,
      "typescript",
      "a logger of the project",
      ["flagged"],
      says: "only logged",
      """
      import { logger } from './logger';

      export async function price(item: Item): Promise<number> {
        try {
          const answer = await fetch(item.url, { signal: AbortSignal.timeout(5000) });
          return await answer.json();
        } catch (error) {
          logger.error({ error }, 'no price');
          return 0;
        }
      }
      """
    ),
    Trap(
      1,
      .swallowedError,
      "csharp",
      "an injected logger",
      ["flagged"],
      says: "only logged",
      """
      using System.IO;

      public class Prices
      {
          private readonly ILogger<Prices> _logger;

          public string Read(string path)
          {
              try
              {
                  return File.ReadAllText(path);
              }
              catch (Exception error)
              {
                  _logger.LogError(error, "no price in {Path}", path);
                  return "";
              }
          }
      }
      """
    ),
    Trap(
      12,
      .swallowedError,
      "java",
      "a comment in an empty handler",
      ["unverified"],
      says: "the cache is only a help",
      """
      import java.nio.file.Files;
      import java.nio.file.Path;

      class Cache {
        void drop(Path path) {
          try {
            Files.writeString(path, "");
          } catch (Exception e) {
            // the cache is only a help
          }
        }
      }
      """
    ),
    Trap(
      12,
      .swallowedError,
      "python",
      "a comment in an empty handler",
      ["unverified"],
      says: "told by the watchdog",
      """
      import requests

      def ping(url):
          try:
              requests.post(url, timeout=2)
          except Exception:
              # told by the watchdog
              pass
      """
    ),
  ]

  /// 9: not every error can say why.
  static let causes: [Trap] = [
    Trap(
      9,
      .lostCause,
      "python",
      "on purpose",
      ["checked"],
      """
      def total(text):
          try:
              return int(fetch(text))
          except OSError:
              raise Refused("no total") from None
      """
    )
  ]

  /// 11: which clients end by themselves.
  static let timeouts: [Trap] = [
    Trap(
      11,
      .missingTimeout,
      "python",
      "requests waits for ever",
      ["flagged high"],
      """
      import requests

      def load(url):
          return requests.get(url)
      """
    ),
    Trap(
      11,
      .missingTimeout,
      "python",
      "httpx does not",
      ["checked"],
      """
      import httpx

      def load(url):
          return httpx.get(url)
      """
    ),
    Trap(
      11,
      .missingTimeout,
      "go",
      "http.Get waits for ever",
      ["flagged high"],
      """
      package shop

      import "net/http"

      func load(url string) (*http.Response, error) {
      	return http.Get(url)
      }
      """
    ),
    Trap(
      11,
      .missingTimeout,
      "kotlin",
      "OkHttp does not",
      ["checked"],
      """
      import okhttp3.OkHttpClient
      import okhttp3.Request

      fun load(url: String): String? {
          val client = OkHttpClient()
          client.newCall(Request.Builder().url(url).build()).execute().use { answer ->
              return answer.body?.string()
          }
      }
      """
    ),
    Trap(
      11,
      .missingTimeout,
      "rust",
      "reqwest waits for ever",
      ["flagged"],
      """
      async fn load(url: &str) -> Result<String, reqwest::Error> {
          reqwest::get(url).await?.text().await
      }
      """
    ),
    Trap(
      11,
      .missingTimeout,
      "php",
      "curl waits for ever",
      ["flagged"],
      """
      <?php
      function load(string $url): string {
          $handle = curl_init($url);
          curl_setopt($handle, CURLOPT_RETURNTRANSFER, true);
          $answer = curl_exec($handle);
          return $answer;
      }
      """
    ),
    Trap(
      11,
      .missingTimeout,
      "csharp",
      "HttpClient does not",
      ["checked"],
      """
      using System.Net.Http;

      public class Loader
      {
          public async Task<string> Load(string url)
          {
              using var client = new HttpClient();
              return await client.GetStringAsync(url);
          }
      }
      """
    ),
    Trap(
      11,
      .missingTimeout,
      "swift",
      "URLSession does not",
      ["checked"],
      """
      import Foundation

      func load(_ url: URL) async throws -> Data {
        try await URLSession.shared.data(from: url).0
      }
      """
    ),
  ]
}
