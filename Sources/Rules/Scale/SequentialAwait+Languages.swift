extension SequentialAwait {
  static let languageExamples: [RuleExample] = [
    RuleExample(
      "python",
      "A loop whose rounds do not need each other",
      """
      import httpx

      async def prices(client: httpx.AsyncClient, skus):
          found = {}
          for sku in skus:
              answer = await client.get(f"/prices/{sku}")
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
              found[sku] = answer.json()
          return found
      """
    ),
    RuleExample(
      "kotlin",
      "Two requests of which neither needs the other",
      """
      import io.ktor.client.HttpClient
      import io.ktor.client.request.get

      suspend fun dashboard(client: HttpClient, id: String): Dashboard {
        val profile = client.get("https://api.example.com/users/$id")
        val orders = client.get("https://api.example.com/orders?user=$id")
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
        return Dashboard(profile, orders)
      }
      """
    ),
    RuleExample(
      "kotlin",
      "The second needs what the first gave",
      """
      import io.ktor.client.HttpClient
      import io.ktor.client.request.get

      suspend fun dashboard(client: HttpClient, id: String): Dashboard {
        val profile = client.get("https://api.example.com/users/$id")
        val orders = client.get(profile.headers["orders"] ?: "/orders")
        return Dashboard(profile, orders)
      }
      """
    ),
    RuleExample(
      "swift",
      "Two requests of which neither needs the other",
      """
      import Foundation

      func dashboard(_ session: URLSession, _ user: URL, _ orders: URL) async throws -> Dashboard {
        let (profile, first) = try await session.data(from: user)
        let (lines, second) = try await session.data(from: orders)
                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
        return try Dashboard(profile, first, lines, second)
      }
      """
    ),
    RuleExample(
      "swift",
      "Started together",
      """
      import Foundation

      func dashboard(_ session: URLSession, _ user: URL, _ orders: URL) async throws -> Dashboard {
        async let profile = session.data(from: user)
        async let lines = session.data(from: orders)
        return try await Dashboard(profile, lines)
      }
      """
    ),
    RuleExample(
      "rust",
      "Two requests of which neither needs the other",
      """
      pub async fn dashboard(client: &reqwest::Client, id: u64) -> reqwest::Result<Dashboard> {
          let profile = client.get(format!("https://api.example.com/users/{id}")).send().await?;
          let orders = client.get(format!("https://api.example.com/orders?user={id}")).send().await?;
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          Dashboard::of(profile, orders).await
      }
      """
    ),
    RuleExample(
      "rust",
      "Awaited together",
      """
      pub async fn dashboard(client: &reqwest::Client, user: &str, orders: &str) -> reqwest::Result<Dashboard> {
          let (profile, orders) = tokio::try_join!(client.get(user).send(), client.get(orders).send())?;
                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          Dashboard::of(profile, orders).await
      }
      """
    ),
    RuleExample(
      "csharp",
      "Two requests of which neither needs the other",
      """
      using System.Net.Http;

      public class Dashboards(HttpClient client)
      {
          public async Task<Dashboard> Load(string id)
          {
              var profile = await client.GetStringAsync($"https://api.example.com/users/{id}");
              var orders = await client.GetStringAsync($"https://api.example.com/orders?user={id}");
                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
              return new Dashboard(profile, orders);
          }
      }
      """
    ),
    RuleExample(
      "csharp",
      "Awaited together",
      """
      using System.Net.Http;

      public class Dashboards(HttpClient client)
      {
          public async Task<string[]> Load(string id)
          {
              return await Task.WhenAll(client.GetStringAsync($"/users/{id}"), client.GetStringAsync($"/orders/{id}"));
                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          }
      }
      """
    ),
    RuleExample(
      "csharp",
      "The same, asked twice, of what nobody here knows",
      """
      public class Pages(PartStore store)
      {
          public async Task<Page> Build(string id)
          {
              var left = await store.LoadPart(id, "left");
              var right = await store.LoadPart(id, "right");
                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
              return new Page(left, right);
          }
      }
      """
    ),
  ]
}
