extension LostCause {
  static let unverifiedExamples: [RuleExample] = [
    RuleExample(
      "typescript",
      "A function that is not in reach makes the new error",
      """
      import { toFailure } from "./errors";

      export async function loadUser(id: string): Promise<User> {
        try {
          const response = await fetch(`/users/${id}`);
          return await response.json();
        } catch (error) {
          throw toFailure(error);
          ^^^^^^^^^^^^^^^^^^^^^^^ unverified
        }
      }
      """
    ),
    RuleExample(
      "python",
      "A refusal also answers for the database that did not answer",
      """
      import psycopg2

      def sign_in(connection, name, secret):
          try:
              with connection.cursor() as cursor:
                  row = find_user(cursor, name)
                  psycopg2.connect(user=name, password=secret)
                  return row
          except Exception:
              raise AuthenticationFailed("wrong name or password")
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
      """
    ),
    RuleExample(
      "java",
      "A comment gives a reason",
      """
      import java.io.*;
      import java.nio.file.*;

      class Keys {
        byte[] load(Path path) {
          try {
            return Files.readAllBytes(path);
          } catch (IOException e) {
            // The message of the file system names the path of the key: keep it out of the answer.
            throw new KeyUnavailableException("no key");
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
          }
        }
      }
      """
    ),
  ]
}
