extension ResourceLeak {
  static let examples: [RuleExample] = [
    RuleExample(
      "python",
      "Closed only when nothing before that raises",
      """
      import json

      def load(path):
          file = open(path)
                 ^^^^^^^^^^ flagged high
          data = file.read()
          file.close()
          return json.loads(data)
      """
    ),
    RuleExample(
      "python",
      "Its `with` ends the transaction, not the connection",
      """
      import sqlite3

      def count(path):
          with sqlite3.connect(path) as connection:
               ^^^^^^^^^^^^^^^^^^^^^ flagged high
              row = connection.execute("SELECT count(*) FROM orders").fetchone()
              return row[0]
      """
    ),
    RuleExample(
      "python",
      "A return before the end",
      """
      import socket

      def probe(host, port):
          connection = socket.create_connection((host, port), timeout=2)
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          banner = connection.recv(64)
          if not banner:
              return None
          connection.close()
          return banner
      """
    ),
    RuleExample(
      "javascript",
      "The client of the pool is not given back when the query fails",
      """
      import { Pool } from "pg";

      const pool = new Pool();

      export async function transfer(from, to, amount) {
        const client = await pool.connect();
                             ^^^^^^^^^^^^^^ flagged high
        await client.query("UPDATE accounts SET balance = balance - $1 WHERE id = $2", [amount, from]);
        await client.query("UPDATE accounts SET balance = balance + $1 WHERE id = $2", [amount, to]);
        client.release();
      }
      """
    ),
    RuleExample(
      "typescript",
      "A file that nobody closes",
      """
      import { open } from "fs/promises";

      export async function head(path: string): Promise<string> {
        const file = await open(path, "r");
                           ^^^^^^^^^^^^^^^ flagged high
        const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
        return buffer.toString("utf8", 0, bytesRead);
      }
      """
    ),
    RuleExample(
      "java",
      "Closed only on the way that goes well",
      """
      import java.io.*;

      class Header {
        int version(File file) throws IOException {
          InputStream in = new FileInputStream(file);
                           ^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          int version = in.read();
          in.close();
          return version;
        }
      }
      """
    ),
    RuleExample(
      "java",
      "The stream of a directory holds the directory open",
      """
      import java.io.IOException;
      import java.nio.file.*;
      import java.util.List;

      class Inbox {
        List<Path> pending(Path root) throws IOException {
          return Files.list(root).filter(Files::isRegularFile).toList();
                 ^^^^^^^^^^^^^^^^ flagged medium
        }
      }
      """
    ),
    RuleExample(
      "go",
      "An early return leaves the file open",
      """
      package store

      import (
          "fmt"
          "os"
      )

      func size(path string) (int64, error) {
          file, err := os.Open(path)
                       ^^^^^^^^^^^^^ flagged high
          if err != nil {
              return 0, err
          }
          info, err := file.Stat()
          if err != nil {
              return 0, fmt.Errorf("stat %s: %w", path, err)
          }
          file.Close()
          return info.Size(), nil
      }
      """
    ),
    RuleExample(
      "go",
      "The body of the response is never closed",
      """
      package rates

      import (
          "encoding/json"
          "net/http"
      )

      func load(url string) (Rates, error) {
          var rates Rates
          resp, err := http.Get(url)
                       ^^^^^^^^^^^^^ flagged high
          if err != nil {
              return rates, err
          }
          err = json.NewDecoder(resp.Body).Decode(&rates)
          return rates, err
      }
      """
    ),
    RuleExample(
      "go",
      "All files stay open until the function ends",
      """
      package store

      import (
          "io"
          "os"
      )

      func concat(out io.Writer, paths []string) error {
          for _, path := range paths {
              file, err := os.Open(path)
                           ^^^^^^^^^^^^^ flagged medium
              if err != nil {
                  return err
              }
              defer file.Close()
              if _, err := io.Copy(out, file); err != nil {
                  return err
              }
          }
          return nil
      }
      """
    ),
    RuleExample(
      "go",
      "The cancel function is thrown away",
      """
      package jobs

      import (
          "context"
          "time"
      )

      func run(parent context.Context, job func(context.Context) error) error {
          ctx, _ := context.WithTimeout(parent, time.Minute)
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          return job(ctx)
      }
      """
    ),
    RuleExample(
      "kotlin",
      "Not closed where reading fails",
      """
      import java.io.FileInputStream

      fun magic(path: String): Int {
          val input = FileInputStream(path)
                      ^^^^^^^^^^^^^^^^^^^^^ flagged high
          val first = input.read()
          input.close()
          return first
      }
      """
    ),
    RuleExample(
      "swift",
      "Closed only where nothing throws",
      """
      import Foundation

      func magic(of url: URL) throws -> Data? {
        let handle = try FileHandle(forReadingFrom: url)
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
        let data = try handle.read(upToCount: 4)
        try handle.close()
        return data
      }
      """
    ),
    RuleExample(
      "swift",
      "Memory that nobody frees",
      """
      func checksum(_ count: Int) -> Int {
        let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: count)
                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged
        bytes.initialize(repeating: 1, count: count)
        return Int(bytes[0]) + count
      }
      """
    ),
    RuleExample(
      "rust",
      "Forgotten on purpose, and with it the file",
      """
      use std::fs::File;

      pub fn mark(path: &str) -> std::io::Result<()> {
          let file = File::create(path)?;
          std::mem::forget(file);
          ^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          Ok(())
      }
      """
    ),
    RuleExample(
      "csharp",
      "A connection without `using`",
      """
      using Microsoft.Data.SqlClient;

      public class Orders
      {
          public int Count(string connectionString)
          {
              var connection = new SqlConnection(connectionString);
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
              connection.Open();
              var count = Read(connection.CreateCommand());
              connection.Close();
              return count;
          }
      }
      """
    ),
    RuleExample(
      "ruby",
      "The file stays open when a line cannot be read",
      """
      class Import
        def rows(path)
          file = File.open(path)
                 ^^^^^^^^^^^^^^^ flagged high
          rows = file.readlines.map { |line| line.split(",") }
          file.close
          rows
        end
      end
      """
    ),
    RuleExample(
      "php",
      "The way out in between forgets the file",
      """
      <?php

      final class Feed
      {
          public function first(string $path): ?string
          {
              $file = fopen($path, 'r');
                      ^^^^^^^^^^^^^^^^^ flagged medium
              $line = fgets($file);
              if ($line === false) {
                  return null;
              }
              fclose($file);
              return $line;
          }
      }
      """
    ),
  ]
}
