extension ResourceLeak {
  static let unverifiedExamples: [RuleExample] = [
    RuleExample(
      "python",
      "Given to a function that may keep it",
      """
      import socket

      def listen(address, registry):
          server = socket.create_server(address)
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
          registry.adopt(server)
      """
    ),
    RuleExample(
      "typescript",
      "Kept in a field of a class that has no end",
      """
      import { createConnection } from "mysql2/promise";

      export class Store {
        async open(uri: string): Promise<void> {
          this.connection = await createConnection(uri);
                                  ^^^^^^^^^^^^^^^^^^^^^ unverified
        }
      }
      """
    ),
    RuleExample(
      "php",
      "The language ends it with the last reference",
      """
      <?php

      final class Feed
      {
          public function first(string $path): string
          {
              $file = fopen($path, 'r');
                      ^^^^^^^^^^^^^^^^^ unverified
              return trim((string) fgets($file));
          }
      }
      """
    ),
    RuleExample(
      "go",
      "Whether the server closes it cannot be seen",
      """
      package proxy

      import "net"

      func accept(address string, server *Server) error {
          conn, err := net.Dial("tcp", address)
                       ^^^^^^^^^^^^^^^^^^^^^^^^ unverified
          if err != nil {
              return err
          }
          return server.Adopt(conn)
      }
      """
    ),
  ]
}
