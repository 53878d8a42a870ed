extension ResourceLeak {
  static let checkedExamples: [RuleExample] = [
    RuleExample(
      "python",
      "Held by a scope",
      """
      def load(path):
          with open(path) as file:
               ^^^^^^^^^^ checked
              return file.read()
      """
    ),
    RuleExample(
      "python",
      "Taken over by an exit stack",
      """
      from contextlib import ExitStack

      def merge(paths, out):
          with ExitStack() as stack:
              for path in paths:
                  file = open(path)
                         ^^^^^^^^^^ checked
                  stack.enter_context(file)
                  out.append(file.readline())
      """
    ),
    RuleExample(
      "javascript",
      "Given back in any case",
      """
      import { Pool } from "pg";

      const pool = new Pool();

      export async function count() {
        const client = await pool.connect();
                             ^^^^^^^^^^^^^^ checked
        try {
          const result = await client.query("SELECT count(*) FROM orders");
          return result.rows[0].count;
        } finally {
          client.release();
        }
      }
      """
    ),
    RuleExample(
      "typescript",
      "Closed in a finally, whatever the body does",
      """
      import { open } from "fs/promises";

      export async function head(path: string): Promise<Buffer> {
        const file = await open(path, "r");
                           ^^^^^^^^^^^^^^^ checked
        try {
          const { buffer } = await file.read(Buffer.alloc(64), 0, 64, 0);
          return buffer;
        } finally {
          await file.close();
        }
      }
      """
    ),
    RuleExample(
      "java",
      "Try with resources, the reader round the file included",
      """
      import java.io.*;

      class Header {
        String first(File file) throws IOException {
          try (BufferedReader reader = new BufferedReader(new FileReader(file))) {
                                                          ^^^^^^^^^^^^^^^^^^^^ checked
            return reader.readLine();
          }
        }
      }
      """
    ),
    RuleExample(
      "java",
      "Closed by a helper in finally",
      """
      import java.io.*;
      import org.apache.commons.io.IOUtils;

      class Header {
        int version(File file) throws IOException {
          InputStream in = null;
          try {
            in = new FileInputStream(file);
                 ^^^^^^^^^^^^^^^^^^^^^^^^^ checked
            return in.read();
          } finally {
            IOUtils.closeQuietly(in);
          }
        }
      }
      """
    ),
    RuleExample(
      "go",
      "Deferred",
      """
      package store

      import (
          "io"
          "os"
      )

      func read(path string) ([]byte, error) {
          file, err := os.Open(path)
                       ^^^^^^^^^^^^^ checked
          if err != nil {
              return nil, err
          }
          defer file.Close()
          return io.ReadAll(file)
      }
      """
    ),
    RuleExample(
      "go",
      "The body goes to a deferred function as a parameter (bodyclose #60)",
      """
      package rates

      import (
          "io"
          "net/http"
      )

      func load(url string) ([]byte, error) {
          resp, err := http.Get(url)
                       ^^^^^^^^^^^^^ checked
          if err != nil {
              return nil, err
          }
          defer closeBody(resp.Body)
          return io.ReadAll(resp.Body)
      }
      """
    ),
    RuleExample(
      "go",
      "The body goes to a function that is written where it is deferred",
      """
      package rates

      import (
          "io"
          "log"
          "net/http"
      )

      func load(url string) ([]byte, error) {
          resp, err := http.Get(url)
                       ^^^^^^^^^^^^^ checked
          if err != nil {
              return nil, err
          }
          defer func(body io.ReadCloser) {
              if err := body.Close(); err != nil {
                  log.Printf("close: %v", err)
              }
          }(resp.Body)
          return io.ReadAll(resp.Body)
      }
      """
    ),
    RuleExample(
      "go",
      "So does the file itself, by the name that it has outside",
      """
      package store

      import (
          "io"
          "os"
      )

      func read(path string) ([]byte, error) {
          file, err := os.Open(path)
                       ^^^^^^^^^^^^^ checked
          if err != nil {
              return nil, err
          }
          defer func(file *os.File) { _ = file.Close() }(file)
          return io.ReadAll(file)
      }
      """
    ),
    RuleExample(
      "go",
      "Handed to the caller",
      """
      package store

      import "os"

      func create(path string) (*os.File, error) {
          file, err := os.Create(path)
                       ^^^^^^^^^^^^^^^ checked
          if err != nil {
              return nil, err
          }
          created++
          return file, nil
      }
      """
    ),
    RuleExample(
      "kotlin",
      "use",
      """
      import java.io.File

      fun first(path: String): String? =
          File(path).bufferedReader().use { reader -> reader.readLine() }
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      """
    ),
    RuleExample(
      "swift",
      "defer",
      """
      import Foundation

      func magic(of url: URL) throws -> Data? {
        let handle = try FileHandle(forReadingFrom: url)
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
        defer { try? handle.close() }
        return try handle.read(upToCount: 4)
      }
      """
    ),
    RuleExample(
      "csharp",
      "using",
      """
      using System.IO;

      public class Header
      {
          public int Version(string path)
          {
              using var file = File.OpenRead(path);
                               ^^^^^^^^^^^^^^^^^^^ checked
              return file.ReadByte();
          }
      }
      """
    ),
    RuleExample(
      "ruby",
      "A block holds it",
      """
      class Import
        def rows(path)
          File.open(path) do |file|
          ^^^^^^^^^^^^^^^^^^^^^^^^^ checked
            file.readlines.map { |line| line.split(",") }
          end
        end
      end
      """
    ),
    RuleExample(
      "ruby",
      "Closed in ensure",
      """
      class Import
        def first(path)
          file = File.open(path)
                 ^^^^^^^^^^^^^^^ checked
          file.readline
        ensure
          file&.close
        end
      end
      """
    ),
    RuleExample(
      "php",
      "Closed in finally",
      """
      <?php

      final class Feed
      {
          public function first(string $path): string
          {
              $file = fopen($path, 'r');
                      ^^^^^^^^^^^^^^^^^ checked
              try {
                  return $this->parse(fgets($file));
              } finally {
                  fclose($file);
              }
          }
      }
      """
    ),
  ]
}
