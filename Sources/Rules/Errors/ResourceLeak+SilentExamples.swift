extension ResourceLeak {
  static let silentExamples: [RuleExample] = [
    RuleExample(
      "python",
      "The caller gets it right where it is opened",
      """
      def reader(path):
          return open(path)
      """
    ),
    RuleExample(
      "python",
      "In memory",
      """
      import io

      def render(rows):
          buffer = io.StringIO()
          for row in rows:
              buffer.write(row)
          return buffer.getvalue()
      """
    ),
    RuleExample(
      "python",
      "Kept by an object that can be closed",
      """
      class Journal:
          def __init__(self, path):
              self.file = open(path, "a")

          def close(self):
              self.file.close()
      """
    ),
    RuleExample(
      "python",
      "As long as the module lives",
      """
      import sqlite3

      connection = sqlite3.connect("cache.db")
      """
    ),
    RuleExample(
      "javascript",
      "A timer that runs as long as the page",
      """
      export function start(refresh) {
        setInterval(refresh, 1000);
      }
      """
    ),
    RuleExample(
      "java",
      "In memory",
      """
      import java.io.*;

      class Codec {
        byte[] encode(String text) throws IOException {
          ByteArrayOutputStream out = new ByteArrayOutputStream();
          OutputStreamWriter writer = new OutputStreamWriter(out, "UTF-8");
          writer.write(text);
          writer.flush();
          return out.toByteArray();
        }
      }
      """
    ),
    RuleExample(
      "java",
      "A statement ends with its connection",
      """
      import java.sql.*;
      import javax.sql.DataSource;

      class Accounts {
        private final DataSource source;

        void touch(String id) throws SQLException {
          try (Connection connection = source.getConnection()) {
                                       ^^^^^^^^^^^^^^^^^^^^^^ checked
            PreparedStatement update = connection.prepareStatement("UPDATE accounts SET seen = now() WHERE id = ?");
            update.setString(1, id);
            update.executeUpdate();
          }
        }
      }
      """
    ),
    RuleExample(
      "rust",
      "Closed where its name goes out of scope",
      """
      use std::fs::File;
      use std::io::Read;

      pub fn load(path: &str) -> std::io::Result<String> {
          let mut file = File::open(path)?;
          let mut text = String::new();
          file.read_to_string(&mut text)?;
          Ok(text)
      }
      """
    ),
    RuleExample(
      "csharp",
      "A stream in memory",
      """
      using System.IO;

      public class Codec
      {
          public byte[] Encode(string text)
          {
              var buffer = new MemoryStream();
              Write(buffer, text);
              return buffer.ToArray();
          }
      }
      """
    ),
    RuleExample(
      "ruby",
      "Returned as it is opened",
      """
      class Import
        def source(path)
          File.open(path)
        end
      end
      """
    ),
    RuleExample(
      "kotlin",
      "Opened and closed at once",
      """
      import java.io.File

      fun touch(path: String) {
          File(path).outputStream().close()
      }
      """
    ),
    RuleExample(
      "swift",
      "Goes to the caller",
      """
      import Foundation

      func reader(for url: URL) throws -> FileHandle {
        return try FileHandle(forReadingFrom: url)
      }
      """
    ),
    RuleExample(
      "typescript",
      "Only where it was obtained",
      """
      import { Pool, PoolClient } from "pg";

      export async function ping(pool: Pool): Promise<boolean> {
        let client: PoolClient | undefined;
        try {
          client = await pool.connect();
                         ^^^^^^^^^^^^^^ checked
          await client.query("SELECT 1");
          return true;
        } catch {
          return false;
        } finally {
          if (client) {
            client.release();
          }
        }
      }
      """
    ),
    RuleExample(
      "go",
      "Where there is no error there is a connection, and it is closed",
      """
      package proxy

      import (
          "fmt"
          "net"
          "time"
      )

      func isFree(address string) error {
          conn, err := net.DialTimeout("unix", address, time.Second)
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          if err == nil {
              conn.Close()
              return fmt.Errorf("%s is in use", address)
          }
          return nil
      }
      """
    ),
    RuleExample(
      "go",
      "A flag keeps account of who has it",
      """
      package store

      import "os"

      func open(path string, header []byte) (*os.File, error) {
          file, err := os.OpenFile(path, os.O_RDWR, 0o600)
          if err != nil {
              return nil, err
          }
          keep := false
          defer func() {
              if !keep {
                  file.Close()
              }
          }()
          if _, err := file.Write(header); err != nil {
              return nil, err
          }
          keep = true
          return file, nil
      }
      """
    ),
    RuleExample(
      "csharp",
      "Held by a scope that says how it is waited for",
      """
      using System.IO;

      public class Notes
      {
          public async Task Write(string path, string text)
          {
              var file = new FileStream(path, FileMode.Create);
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
              await using (file.ConfigureAwait(false))
              {
                  await file.WriteAsync(Encode(text));
              }
          }
      }
      """
    ),
    RuleExample(
      "python",
      "The scope holds a cursor, not the connection",
      """
      import psycopg

      def count(url):
          connection = psycopg.connect(url)
                       ^^^^^^^^^^^^^^^^^^^^ flagged high
          with connection.cursor() as cursor:
              return cursor.execute("SELECT count(*) FROM orders").fetchone()
      """
    ),
    RuleExample(
      "javascript",
      "A timer that stops itself",
      """
      export function drain(sockets) {
        const timer = setInterval(() => {
          if (sockets.size === 0) clearInterval(timer);
        }, 100);
      }
      """
    ),
    RuleExample(
      "java",
      "A view that the scope holds closes the file",
      """
      import java.io.File;
      import java.io.FileInputStream;
      import java.io.IOException;
      import java.nio.ByteBuffer;
      import java.nio.channels.FileChannel;

      class Reader {
        int read(File file, ByteBuffer buffer) throws IOException {
          try (FileChannel channel = new FileInputStream(file).getChannel()) {
            return channel.read(buffer);
          }
        }
      }
      """
    ),
    RuleExample(
      "go",
      "The cancel function is kept for later",
      """
      package routes

      import "context"

      type Factory struct {
      	cancel context.CancelFunc
      }

      func (f *Factory) Create() {
      	var ctx context.Context
      	ctx, f.cancel = context.WithCancel(context.Background())
      	f.build(ctx)
      }
      """
    ),
    RuleExample(
      "java",
      "A statement ends with the connection that a scope holds",
      """
      import java.sql.CallableStatement;
      import java.sql.Connection;
      import java.sql.SQLException;
      import javax.sql.DataSource;

      class Backup {
        void run(DataSource source, String folder) throws SQLException {
          try (Connection holder = java.util.Objects.requireNonNull(source).getConnection()) {
            CallableStatement call = holder.prepareCall("CALL SYSCS_UTIL.SYSCS_BACKUP_DATABASE(?)");
            call.setString(1, folder);
            call.execute();
          }
        }
      }
      """
    ),
    RuleExample(
      "java",
      "A channel that a selector keeps",
      """
      import java.net.InetSocketAddress;
      import java.nio.channels.SelectionKey;
      import java.nio.channels.Selector;
      import java.nio.channels.SocketChannel;

      public class Probe {
          public boolean start(Selector selector, InetSocketAddress address) throws Exception {
              SocketChannel channel = SocketChannel.open();
              channel.configureBlocking(false);
              channel.connect(address);
              SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT);
              if (key == null) {
                  channel.close();
                  return false;
              }
              return true;
          }
      }
      """
    ),
    RuleExample(
      "python",
      "The answer closes what it sends",
      """
      from django.http import FileResponse

      def download(request, path):
          return FileResponse(open(path, "rb"))
      """
    ),
    RuleExample(
      "python",
      "So it does where it has a name",
      """
      import os

      from django.http import FileResponse

      def download(request, path):
          response = FileResponse(open(path, "rb"))
          response["Content-Length"] = os.path.getsize(path)
          return response
      """
    ),
  ]
}
