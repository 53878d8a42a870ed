extension LostCause {
  static let silentExamples: [RuleExample] = [
    RuleExample(
      "python",
      "A key that is not there is the whole story",
      """
      def find(items, name):
          try:
              return items[name]
          except KeyError:
              raise ItemNotFound(name)
      """
    ),
    RuleExample(
      "java",
      "A type that cannot carry a cause (detekt #3525)",
      """
      import java.io.*;

      class Port {
        int read(BufferedReader reader) throws IOException {
          try {
            return Integer.parseInt(reader.readLine());
          } catch (RuntimeException e) {
            throw new NumberFormatException("not a port");
          }
        }
      }
      """
    ),
    RuleExample(
      "java",
      "An interruption, and a text that is no number",
      """
      class Worker {
        int size(String text, Thread other) {
          try {
            other.join();
          } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted");
          }
          try {
            return Integer.parseInt(text);
          } catch (NumberFormatException e) {
            throw new IllegalArgumentException("no size: " + text);
          }
        }
      }
      """
    ),
    RuleExample(
      "go",
      "A sentinel is toFailured into the words of the caller",
      """
      package users

      import (
          "database/sql"
          "errors"
          "fmt"
      )

      func find(db *sql.DB, id int) (string, error) {
          var name string
          err := db.QueryRow("SELECT name FROM users WHERE id = $1", id).Scan(&name)
          if err != nil {
              if errors.Is(err, sql.ErrNoRows) {
                  return "", ErrUserNotFound
              }
              return "", fmt.Errorf("user %d: %w", id, err)
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          }
          return name, nil
      }
      """
    ),
    RuleExample(
      "typescript",
      "The status was looked at",
      """
      export async function remove(client: Client, id: string): Promise<void> {
        try {
          await client.delete(`/orders/${id}`);
        } catch (error) {
          if (error.status === 404) {
            throw new OrderNotFound(id);
          }
          throw error;
        }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "What refuses access says no more (auth errors that must not leak)",
      """
      fun verify(token: String): Claims =
          try {
              decoder.decode(token)
          } catch (e: TokenException) {
              throw UnauthorizedException("invalid credentials")
          }
      """
    ),
    RuleExample(
      "csharp",
      "Thrown again as it is",
      """
      using System.IO;

      public class Reader
      {
          public string Read(string path)
          {
              try
              {
                  return File.ReadAllText(path);
              }
              catch (IOException)
              {
                  Count(path);
                  throw;
              }
          }
      }
      """
    ),
    RuleExample(
      "javascript",
      "A failure of its own inside the handler is dealt with there",
      """
      export async function load(id, cache) {
        try {
          return await fetch(`/items/${id}`);
        } catch (error) {
          try {
            if (!cache.has(id)) throw new Error("not cached");
            return cache.get(id);
          } catch (miss) {
            throw error;
          }
        }
      }
      """
    ),
    RuleExample(
      "typescript",
      "One text, and the error shows it",
      """
      export function flag(name: string, value: string): boolean {
        try {
          return Boolean(JSON.parse(value));
        } catch (err) {
          throw new Error(`${name}: "${value}" is neither true nor false`);
        }
      }
      """
    ),
    RuleExample(
      "csharp",
      "The handler takes only what its condition picks out",
      """
      using System.Net.Http;

      public class Rates
      {
          public async Task<string> Load(HttpClient client, string url)
          {
              try
              {
                  return await client.GetStringAsync(url);
              }
              catch (HttpRequestException e) when (e.StatusCode == HttpStatusCode.NotFound)
              {
                  throw new RateUnknownException(url);
              }
          }
      }
      """
    ),
    RuleExample(
      "rust",
      "A pattern names the variant",
      """
      pub fn claim(store: &Store, key: &str) -> Result<Lease, ClaimError> {
          match store.put(key) {
              Ok(lease) => Ok(lease),
              Err(StoreError::Conflict(_)) => Err(ClaimError::Taken),
              Err(other) => Err(ClaimError::Store(other)),
                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          }
      }
      """
    ),
    RuleExample(
      "java",
      "The new type says what the old one said",
      """
      class Gateway {
        Answer ask(Request request) {
          try {
            return client.send(request);
          } catch (GatewayTimeoutException e) {
            throw new PaymentGatewayTimeoutException(request.id());
          }
        }
      }
      """
    ),
    RuleExample(
      "java",
      "Another format is tried, and its own mistake is raised",
      """
      import java.util.HashMap;
      import java.util.Map;

      class Metadata {
        Map<String, String> parse(String text) {
          Map<String, String> result = new HashMap<>();
          try {
            result.putAll(mapper.readValue(text, Map.class));
          } catch (JsonProcessingException e) {
            for (String pair : text.split(",")) {
              String[] parts = pair.split("=");
              if (parts.length != 2) {
                throw new IllegalArgumentException("malformed pair: " + pair);
              }
              result.put(parts[0], parts[1]);
            }
          }
          return result;
        }
      }
      """
    ),
    RuleExample(
      "python",
      "A single text that has another form, which the new error shows",
      """
      from netaddr import IPNetwork
      from netaddr.core import AddrFormatError
      from rest_framework import serializers

      def network(data):
          try:
              return IPNetwork(data)
          except AddrFormatError:
              raise serializers.ValidationError(f"Invalid address: {data}")
      """
    ),
  ]
}
