extension LostCause {
  static let examples: [RuleExample] = [
    RuleExample(
      "python",
      "Which of the settings could not be read, and why?",
      """
      import json

      class ConfigError(Exception):
          pass

      def load_settings(path):
          try:
              with open(path) as file:
                  return json.load(file)
          except OSError as error:
              raise ConfigError("settings cannot be read")
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
      """
    ),
    RuleExample(
      "java",
      "A failed query becomes one sentence",
      """
      import java.sql.*;

      class Accounts {
        private final Connection connection;

        long balance(String id) {
          try (PreparedStatement query = connection.prepareStatement("SELECT balance FROM accounts WHERE id = ?")) {
            query.setString(1, id);
            ResultSet row = query.executeQuery();
            return row.next() ? row.getLong(1) : 0;
          } catch (SQLException e) {
            throw new IllegalStateException("balance of " + id + " is unavailable");
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          }
        }
      }
      """
    ),
    RuleExample(
      "javascript",
      "A request that failed, for one of many reasons",
      """
      export async function loadProfile(id) {
        try {
          const response = await fetch(`/api/profiles/${id}`);
          return await response.json();
        } catch (error) {
          throw new Error("profile unavailable");
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
        }
      }
      """
    ),
    RuleExample(
      "typescript",
      "The rejection of the database is answered with another one",
      """
      import { Pool } from "pg";

      export class OrderStore {
        constructor(private readonly pool: Pool) {}

        async find(id: string): Promise<Order> {
          try {
            const result = await this.pool.query("SELECT * FROM orders WHERE id = $1", [id]);
            return result.rows[0];
          } catch (err) {
            throw new StoreError(`order ${id} cannot be loaded`);
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          }
        }
      }
      """
    ),
    RuleExample(
      "go",
      "Neither the host nor the reason is in the new error",
      """
      package rates

      import (
          "errors"
          "net/http"
      )

      func load(client *http.Client, url string) (*http.Response, error) {
          response, err := client.Get(url)
          if err != nil {
              return nil, errors.New("rates are unavailable")
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          }
          return response, nil
      }
      """
    ),
    RuleExample(
      "go",
      "A constant stands for whatever the file system said",
      """
      package config

      import "os"

      func read(path string) ([]byte, error) {
          data, err := os.ReadFile(path)
          if err != nil {
              return nil, ErrUnreadable
              ^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          }
          return data, nil
      }
      """
    ),
    RuleExample(
      "kotlin",
      "The failure of the upload is replaced",
      """
      import java.io.IOException
      import java.nio.file.Files
      import java.nio.file.Path

      class Archive(private val root: Path) {
          fun store(name: String, body: ByteArray) {
              try {
                  Files.write(root.resolve(name), body)
              } catch (e: IOException) {
                  throw ArchiveException("cannot store $name")
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
              }
          }
      }
      """
    ),
    RuleExample(
      "rust",
      "What the file system said is thrown away",
      """
      use std::fs;

      pub fn load(path: &str) -> Result<String, LoadError> {
          let text = fs::read_to_string(path).map_err(|_| LoadError::Unreadable)?;
                                                          ^^^^^^^^^^^^^^^^^^^^^ flagged medium
          Ok(text)
      }
      """
    ),
    RuleExample(
      "swift",
      "An error of its own for every failure of the file system",
      """
      import Foundation

      struct Settings {
        static func load(from url: URL) throws -> Data {
          do {
            return try Data(contentsOf: url)
          } catch {
            throw SettingsError(message: "settings cannot be read")
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          }
        }
      }
      """
    ),
    RuleExample(
      "csharp",
      "The exception of the driver does not reach the caller",
      """
      using System;
      using System.Data.SqlClient;

      public class Ledger
      {
          private readonly SqlCommand command;

          public int Book(Entry entry)
          {
              try
              {
                  return command.ExecuteNonQuery();
              }
              catch (SqlException e)
              {
                  throw new InvalidOperationException("booking failed");
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
              }
          }
      }
      """
    ),
    RuleExample(
      "csharp",
      "Thrown again by its name, the exception forgets where it came from",
      """
      using System;
      using System.IO;

      public class Reader
      {
          public string Read(string path)
          {
              try
              {
                  return File.ReadAllText(path);
              }
              catch (IOException e)
              {
                  Count(path);
                  throw e;
                  ^^^^^^^^ flagged medium
              }
          }
      }
      """
    ),
    RuleExample(
      "ruby",
      "The cause that Ruby would keep is taken away",
      """
      class Importer
        def import(path)
          rows = File.readlines(path)
          store(rows)
        rescue SystemCallError
          raise ImportError, "#{path} cannot be imported", cause: nil
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged
        end
      end
      """
    ),
    RuleExample(
      "php",
      "Without the previous exception only the sentence is left",
      #"""
      <?php

      final class Invoices
      {
          public function __construct(private \PDO $connection) {}

          public function store(array $row): void
          {
              try {
                  $this->connection->exec($this->statement($row));
              } catch (\PDOException $e) {
                  throw new InvoiceException("invoice not stored", 500);
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
              }
          }
      }
      """#
    ),
  ]
}
