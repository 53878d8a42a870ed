extension FinallyOverrides {
  static let examples: [RuleExample] = [
    RuleExample(
      "python",
      "The failed request never leaves the function",
      """
      import requests

      def fetch(url, stats):
          body = None
          try:
              body = requests.get(url, timeout=5).text
          finally:
              stats.count(url)
              return body
              ^^^^^^^^^^^ flagged high
      """
    ),
    RuleExample(
      "python",
      "The loop goes on over a payment that failed",
      """
      import stripe

      def charge_all(orders):
          for order in orders:
              try:
                  stripe.Charge.create(amount=order.total, idempotency_key=order.id)
              finally:
                  order.tries += 1
                  continue
                  ^^^^^^^^ flagged high
      """
    ),
    RuleExample(
      "python",
      "A context manager that swallows all that happens in its scope",
      """
      class Timer:
          def __enter__(self):
              self.start = now()
              return self

          def __exit__(self, kind, error, trace):
              self.elapsed = now() - self.start
              return True
              ^^^^^^^^^^^ flagged high
      """
    ),
    RuleExample(
      "javascript",
      "The result replaces the rejection",
      """
      export async function load(id) {
        let rows = [];
        try {
          const response = await fetch(`/rows/${id}`);
          rows = await response.json();
        } finally {
          return rows;
          ^^^^^^^^^^^^ flagged high
        }
      }
      """
    ),
    RuleExample(
      "typescript",
      "An error of the cleanup instead of the one that led to it",
      """
      import { open } from "fs/promises";

      export async function append(path: string, line: string): Promise<void> {
        const file = await open(path, "a");
        try {
          await file.write(line);
        } finally {
          await file.close();
          if (file.fd >= 0) {
            throw new Error(`${path} is still open`);
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          }
        }
      }
      """
    ),
    RuleExample(
      "javascript",
      "The same in a chain",
      """
      export function save(order) {
        return fetch("/orders", { method: "POST", body: order }).finally(() => {
          throw new Error("saving is over");
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
        });
      }
      """
    ),
    RuleExample(
      "java",
      "Whatever the query said, the answer is false",
      """
      import java.sql.*;

      class Locks {
        boolean take(Connection connection) throws SQLException {
          boolean taken = false;
          try {
            taken = connection.createStatement().executeUpdate("UPDATE locks SET owner = 1") == 1;
          } finally {
            return taken;
            ^^^^^^^^^^^^^ flagged high
          }
        }
      }
      """
    ),
    RuleExample(
      "go",
      "The failure of Close takes the place of the failure of Write",
      """
      package store

      import "os"

      func save(path string, data []byte) (err error) {
          file, err := os.Create(path)
          if err != nil {
              return err
          }
          defer func() {
              err = file.Close()
              ^^^^^^^^^^^^^^^^^^ flagged high
          }()
          _, err = file.Write(data)
          return err
      }
      """
    ),
    RuleExample(
      "kotlin",
      "The exception is gone",
      """
      import java.sql.Connection

      fun count(connection: Connection): Int {
          var count = 0
          try {
              count = connection.createStatement().executeUpdate("DELETE FROM sessions")
          } finally {
              return count
              ^^^^^^^^^^^^ flagged high
          }
      }
      """
    ),
    RuleExample(
      "rust",
      "A destructor that panics while another panic unwinds",
      """
      use std::fs;

      struct Scratch {
          path: String,
      }

      impl Drop for Scratch {
          fn drop(&mut self) {
              if fs::remove_file(&self.path).is_err() {
                  panic!("{} is still there", self.path);
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
              }
          }
      }
      """
    ),
    RuleExample(
      "csharp",
      "The exception of the body is lost",
      """
      using System;
      using System.IO;

      public class Writer
      {
          public void Write(string path, string text)
          {
              try
              {
                  File.WriteAllText(path, text);
              }
              finally
              {
                  if (!File.Exists(path))
                      throw new InvalidOperationException("not written");
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
              }
          }
      }
      """
    ),
    RuleExample(
      "ruby",
      "An explicit return in ensure",
      """
      class Export
        def run(path)
          File.write(path, render)
        ensure
          @done = true
          return path
          ^^^^^^^^^^^ flagged high
        end
      end
      """
    ),
    RuleExample(
      "php",
      "The exception does not leave the method",
      #"""
      <?php

      final class Mailer
      {
          public function send(\PDO $connection, string $statement): bool
          {
              try {
                  $connection->exec($statement);
                  $sent = true;
              } finally {
                  return true;
                  ^^^^^^^^^^^^ flagged high
              }
          }
      }
      """#
    ),
  ]
}
