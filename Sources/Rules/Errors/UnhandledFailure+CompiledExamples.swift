extension UnhandledFailure {
  static let compiledExamples: [RuleExample] = [
    RuleExample(
      "go",
      "Any answer but a 404 is taken for the user",
      """
      package users

      import (
      	"encoding/json"
      	"net/http"
      )

      func Find(id string) (*User, error) {
      	response, err := http.Get("https://users.example.com/" + id)
      	if err != nil {
      		return nil, err
      	}
      	defer response.Body.Close()
      	if response.StatusCode == http.StatusNotFound {
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
      		return nil, nil
      	}
      	var user User
      	return &user, json.NewDecoder(response.Body).Decode(&user)
      }
      """
    ),
    RuleExample(
      "go",
      "A 404, and every answer that is not fine",
      """
      package users

      import (
      	"encoding/json"
      	"fmt"
      	"net/http"
      )

      func Find(id string) (*User, error) {
      	response, err := http.Get("https://users.example.com/" + id)
      	if err != nil {
      		return nil, err
      	}
      	defer response.Body.Close()
      	if response.StatusCode == http.StatusNotFound {
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      		return nil, nil
      	}
      	if response.StatusCode != http.StatusOK {
      		return nil, fmt.Errorf("no user: %d", response.StatusCode)
      	}
      	var user User
      	return &user, json.NewDecoder(response.Body).Decode(&user)
      }
      """
    ),
    RuleExample(
      "rust",
      "A lost connection ends the program",
      """
      pub async fn find(id: u64) -> User {
          let response = reqwest::get(format!("https://users.example.com/{id}")).await.unwrap();
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          response.json().await.unwrap()
      }
      """
    ),
    RuleExample(
      "rust",
      "A lost connection is the caller's to handle",
      """
      pub async fn find(id: u64) -> Result<User, reqwest::Error> {
          let response = reqwest::get(format!("https://users.example.com/{id}")).await?;
          response.error_for_status()?.json().await
      }
      """
    ),
    RuleExample(
      "swift",
      "A file that is not there ends the program",
      """
      import Foundation

      struct Settings {
        func load(_ url: URL) -> Data {
          try! Data(contentsOf: url)
               ^^^^^^^^^^^^^^^^^^^^^ flagged medium
        }
      }
      """
    ),
    RuleExample(
      "swift",
      "A file that is not there is the caller's to handle",
      """
      import Foundation

      struct Settings {
        func load(_ url: URL) throws -> Data {
          try Data(contentsOf: url)
        }
      }
      """
    ),
    RuleExample(
      "java",
      "Any answer but a 404 is taken for the user",
      """
      import java.net.http.HttpClient;
      import java.net.http.HttpRequest;
      import java.net.http.HttpResponse;

      class Users {
        private final HttpClient client = HttpClient.newHttpClient();

        String find(HttpRequest request) throws Exception {
          HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
          if (response.statusCode() == 404) {
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
            return null;
          }
          return response.body();
        }
      }
      """
    ),
    RuleExample(
      "java",
      "A 404, and every answer that is not fine",
      """
      import java.net.http.HttpClient;
      import java.net.http.HttpRequest;
      import java.net.http.HttpResponse;

      class Users {
        private final HttpClient client = HttpClient.newHttpClient();

        String find(HttpRequest request) throws Exception {
          HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
          if (response.statusCode() == 404) {
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
            return null;
          }
          if (response.statusCode() >= 400) {
            throw new IllegalStateException("no user: " + response.statusCode());
          }
          return response.body();
        }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "Any answer but a 404 is taken for the user",
      """
      import java.net.http.HttpClient
      import java.net.http.HttpRequest
      import java.net.http.HttpResponse

      class Users {
          private val client = HttpClient.newHttpClient()

          fun find(request: HttpRequest): String? {
              val response = client.send(request, HttpResponse.BodyHandlers.ofString())
              if (response.statusCode() == 404) {
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
                  return null
              }
              return response.body()
          }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "A 404, and every answer that is not fine",
      """
      import java.net.http.HttpClient
      import java.net.http.HttpRequest
      import java.net.http.HttpResponse

      class Users {
          private val client = HttpClient.newHttpClient()

          fun find(request: HttpRequest): String? {
              val response = client.send(request, HttpResponse.BodyHandlers.ofString())
              if (response.statusCode() == 404) {
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
                  return null
              }
              check(response.statusCode() < 400) { "no user" }
              return response.body()
          }
      }
      """
    ),
    RuleExample(
      "csharp",
      "Nothing to wait for",
      """
      using System.Net.Http;

      class Reports
      {
          private readonly HttpClient client = new HttpClient();

          public async void Send(Report report)
          {
              await client.PostAsync("https://reports.example.com", report.Content);
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          }
      }
      """
    ),
    RuleExample(
      "csharp",
      "An event's handler has no other form",
      """
      using System.Net.Http;

      class Window
      {
          private readonly HttpClient client = new HttpClient();

          public async void OnClick(object sender, EventArgs e)
          {
              await client.PostAsync("https://reports.example.com", report.Content);
          }
      }
      """
    ),
    RuleExample(
      "csharp",
      "Any answer but a 404 is taken for the user",
      """
      using System.Net;
      using System.Net.Http;

      class Users
      {
          private readonly HttpClient client = new HttpClient();

          public async Task<string> Find(string id)
          {
              var response = await client.GetAsync("https://users.example.com/" + id);
              if (response.StatusCode == HttpStatusCode.NotFound)
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
              {
                  return null;
              }
              return await response.Content.ReadAsStringAsync();
          }
      }
      """
    ),
    RuleExample(
      "csharp",
      "A handler takes what is waited for",
      """
      using System;
      using System.Net.Http;
      using System.Threading.Tasks;

      class Notices
      {
          private readonly HttpClient client = new HttpClient();

          public async void OnStopping()
          {
              await Task.Delay(500);
              try
              {
                  await client.GetAsync("https://hub.example.com/stopping");
              }
              catch (Exception ex)
              {
                  Console.Error.WriteLine(ex);
              }
          }
      }
      """
    ),
    RuleExample(
      "rust",
      "Written into memory, which does not fail",
      """
      use std::fs::File;

      pub fn packed(rule: &Rule) -> Vec<u8> {
          let mut bytes = Vec::with_capacity(64);
          serde_json::to_writer(&mut bytes, rule).unwrap();
          bytes
      }

      pub fn keep(rule: &Rule, mut file: File) {
          serde_json::to_writer(&mut file, rule).unwrap();
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
      }
      """
    ),
  ]
}
