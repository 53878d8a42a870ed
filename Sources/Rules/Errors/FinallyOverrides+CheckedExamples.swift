extension FinallyOverrides {
  static let checkedExamples: [RuleExample] = [
    RuleExample(
      "go",
      "Only where nothing else failed",
      """
      package store

      import "os"

      func save(path string, data []byte) (err error) {
          file, err := os.Create(path)
          if err != nil {
              return err
          }
          defer func() {
              if cerr := file.Close(); err == nil {
                  err = cerr
                  ^^^^^^^^^^ checked
              }
          }()
          _, err = file.Write(data)
          return err
      }
      """
    ),
    RuleExample(
      "go",
      "Both in one",
      """
      package store

      import (
          "errors"
          "os"
      )

      func save(path string, data []byte) (err error) {
          file, err := os.Create(path)
          if err != nil {
              return err
          }
          defer func() {
              err = errors.Join(err, file.Close())
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          }()
          _, err = file.Write(data)
          return err
      }
      """
    ),
    RuleExample(
      "java",
      "The failure of the cleanup is added to the first one",
      """
      import java.io.*;

      class Copy {
        void copy(InputStream in, OutputStream out) throws IOException {
          IOException primary = null;
          try {
            in.transferTo(out);
          } catch (IOException e) {
            primary = e;
            throw e;
          } finally {
            try {
              out.close();
            } catch (IOException e) {
              if (primary != null) {
                primary.addSuppressed(e);
                ^^^^^^^^^^^^^^^^^^^^^^^^ checked
              }
            }
          }
        }
      }
      """
    ),
    RuleExample(
      "typescript",
      "Thrown only where the work itself went well",
      """
      import { open } from "fs/promises";

      export async function append(path: string, line: string): Promise<void> {
        const file = await open(path, "a");
        let failure: unknown;
        try {
          await file.write(line);
        } catch (error) {
          failure = error;
          throw error;
        } finally {
          const left = await flush(file);
          if (!failure && left > 0) {
            throw new Error(`${left} bytes are left`);
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          }
        }
      }
      """
    ),
    RuleExample(
      "python",
      "Which failures end here is picked by a look at them",
      """
      class Tolerate:
          def __exit__(self, kind, error, trace):
              if kind is not None and issubclass(kind, self.kinds):
                  return True
                  ^^^^^^^^^^^ checked
              return False
      """
    ),
    RuleExample(
      "rust",
      "A panic in flight is asked for first",
      """
      use std::fs;

      impl Drop for Scratch {
          fn drop(&mut self) {
              if !std::thread::panicking() && fs::remove_file(&self.path).is_err() {
                  panic!("{} is still there", self.path);
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
              }
          }
      }
      """
    ),
  ]
}
