extension FinallyOverrides {
  static let silentExamples: [RuleExample] = [
    RuleExample(
      "python",
      "A loop of the cleanup is left, not the cleanup",
      """
      import requests

      def fetch(url, watchers):
          try:
              return requests.get(url, timeout=5)
          finally:
              for watcher in watchers:
                  if watcher.is_closed:
                      continue
                  watcher.notify(url)
                  break
      """
    ),
    RuleExample(
      "javascript",
      "A function in the cleanup has a return of its own",
      """
      export async function load(id, listeners) {
        try {
          return await fetch(`/rows/${id}`);
        } finally {
          listeners.forEach((listener) => {
            if (!listener.isOpen) return;
            listener.done(id);
          });
        }
      }
      """
    ),
    RuleExample(
      "javascript",
      "What a callback of finally returns is not the value",
      """
      export function save(order, spinner) {
        return fetch("/orders", { method: "POST", body: order }).finally(() => {
          return spinner.stop();
        });
      }
      """
    ),
    RuleExample(
      "java",
      "A failure of close ends in the cleanup",
      """
      import java.io.*;

      class Copy {
        long copy(InputStream in, OutputStream out) throws IOException {
          try {
            return in.transferTo(out);
          } finally {
            try {
              out.close();
            } catch (IOException e) {
              log.warn("close failed", e);
            }
          }
        }
      }
      """
    ),
    RuleExample(
      "typescript",
      "Given back, and no more",
      """
      export async function measure(name: string, work: () => Promise<void>): Promise<void> {
        const span = tracer.start(name);
        try {
          await work();
        } finally {
          span.end();
        }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "A lock is given back",
      """
      import java.util.concurrent.locks.ReentrantLock

      class Counter(private val lock: ReentrantLock) {
          fun next(): Int {
              lock.lock()
              try {
                  return ++count
              } finally {
                  lock.unlock()
              }
          }
      }
      """
    ),
    RuleExample(
      "csharp",
      "The switch of the cleanup is left, not the cleanup",
      """
      using System.IO;

      public class Writer
      {
          public void Write(string path, string text, Mode mode)
          {
              try
              {
                  File.WriteAllText(path, text);
              }
              finally
              {
                  switch (mode)
                  {
                      case Mode.Loud:
                          Report(path);
                          break;
                      default:
                          break;
                  }
              }
          }
      }
      """
    ),
    RuleExample(
      "ruby",
      "Ensure only closes",
      """
      class Export
        def run(path)
          file = File.open(path, "w")
          file.write(render)
          path
        ensure
          file&.close
        end
      end
      """
    ),
    RuleExample(
      "php",
      "A temporary file is taken away",
      """
      <?php

      final class Thumbnails
      {
          public function make(string $source): string
          {
              $scratch = tempnam(sys_get_temp_dir(), 'thumb');
              try {
                  return $this->render($source, $scratch);
              } finally {
                  unlink($scratch);
              }
          }
      }
      """
    ),
    RuleExample(
      "go",
      "Closed, and the result left as it is",
      """
      package store

      import "os"

      func first(path string) (line string, err error) {
          file, err := os.Open(path)
          if err != nil {
              return "", err
          }
          defer func() {
              _ = file.Close()
          }()
          return readLine(file)
      }
      """
    ),
    RuleExample(
      "rust",
      "A destructor that lets the failure go",
      """
      use std::fs;

      impl Drop for Scratch {
          fn drop(&mut self) {
              let _ = fs::remove_file(&self.path);
          }
      }
      """
    ),
    RuleExample(
      "go",
      "The failure in flight is told to others, and to nothing else",
      """
      package config

      import "fmt"

      func load(path string, cancel func(error)) (config *Config, err error) {
          defer func() {
              if err != nil {
                  cancel(fmt.Errorf("configuration: %w", err))
              }
          }()
          return parse(path)
      }
      """
    ),
  ]
}
