extension LostCause {
  static let checkedExamples: [RuleExample] = [
    RuleExample(
      "python",
      "Named as the cause",
      """
      import json

      def load_settings(path):
          try:
              with open(path) as file:
                  return json.load(file)
          except OSError as error:
              raise ConfigError(f"{path} cannot be read") from error
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      """
    ),
    RuleExample(
      "python",
      "Hidden on purpose: `from None` says so",
      """
      import requests

      def fetch_rates(url):
          try:
              return requests.get(url, timeout=5).json()
          except requests.RequestException:
              raise RatesUnavailable(url) from None
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      """
    ),
    RuleExample(
      "java",
      "The cause is the last argument",
      """
      import java.io.*;
      import java.nio.file.*;

      class Template {
        String read(Path path) {
          try {
            return Files.readString(path);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          }
        }
      }
      """
    ),
    RuleExample(
      "java",
      "Logged with its trace before the caller is told less",
      """
      import org.slf4j.Logger;
      import org.slf4j.LoggerFactory;
      import java.sql.*;

      class Report {
        private static final Logger log = LoggerFactory.getLogger(Report.class);

        void run(Statement statement) {
          try {
            statement.executeUpdate("REFRESH MATERIALIZED VIEW report");
          } catch (SQLException e) {
            log.error("report failed", e);
            throw new ReportException("report is not available");
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          }
        }
      }
      """
    ),
    RuleExample(
      "javascript",
      "The cause goes along",
      """
      export async function loadProfile(id) {
        try {
          return await fetch(`/api/profiles/${id}`);
        } catch (error) {
          throw new Error("profile unavailable", { cause: error });
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
        }
      }
      """
    ),
    RuleExample(
      "typescript",
      "Its text is in the message",
      """
      import { readFile } from "fs/promises";

      export async function readTemplate(path: string): Promise<string> {
        try {
          return await readFile(path, "utf8");
        } catch (err) {
          throw new TemplateError(`${path}: ${err}`);
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
        }
      }
      """
    ),
    RuleExample(
      "go",
      "Wrapped",
      """
      package config

      import (
          "fmt"
          "os"
      )

      func read(path string) ([]byte, error) {
          data, err := os.ReadFile(path)
          if err != nil {
              return nil, fmt.Errorf("read %s: %w", path, err)
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          }
          return data, nil
      }
      """
    ),
    RuleExample(
      "kotlin",
      "The cause by its label",
      """
      import java.io.IOException
      import java.nio.file.Files
      import java.nio.file.Path

      fun read(path: Path): String =
          try {
              Files.readString(path)
          } catch (e: IOException) {
              throw ConfigException("cannot read $path", cause = e)
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          }
      """
    ),
    RuleExample(
      "rust",
      "The error is a part of the new one",
      """
      use std::fs;

      pub fn load(path: &str) -> Result<String, LoadError> {
          match fs::read_to_string(path) {
              Ok(text) => Ok(text),
              Err(error) => Err(LoadError::Io(error)),
                            ^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          }
      }
      """
    ),
    RuleExample(
      "swift",
      "The case of the enum holds the error",
      """
      import Foundation

      func load(from url: URL) throws -> Data {
        do {
          return try Data(contentsOf: url)
        } catch {
          throw LoadError.unreadable(url, underlying: error)
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
        }
      }
      """
    ),
    RuleExample(
      "csharp",
      "The inner exception",
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
                  throw new ConfigurationException($"cannot read {path}", e);
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
              }
          }
      }
      """
    ),
    RuleExample(
      "ruby",
      "Ruby keeps the error at hand as the cause by itself",
      """
      class Importer
        def import(path)
          store(File.readlines(path))
        rescue SystemCallError => e
          raise ImportError, "#{path} cannot be imported"
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
        end
      end
      """
    ),
    RuleExample(
      "php",
      "The previous exception is handed on",
      #"""
      <?php

      final class Invoices
      {
          public function __construct(private \PDO $connection) {}

          public function store(string $statement): void
          {
              try {
                  $this->connection->exec($statement);
              } catch (\PDOException $e) {
                  throw new InvoiceException("invoice not stored", 500, $e);
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
              }
          }
      }
      """#
    ),
    RuleExample(
      "java",
      "The cause is set after the error was made",
      """
      import java.io.*;

      class Snapshot {
        Object load(ObjectInputStream in) throws IOException {
          try {
            return in.readObject();
          } catch (ReflectiveOperationException | RuntimeException e) {
            InvalidObjectException failure = new InvalidObjectException("snapshot is damaged");
            failure.initCause(e);
            throw failure;
            ^^^^^^^^^^^^^^ checked
          }
        }
      }
      """
    ),
  ]
}
