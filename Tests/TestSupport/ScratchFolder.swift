package import Foundation
import Glibc

/// A folder of its own for one test, gone with the last reference to it.
package final class ScratchFolder: Sendable {
  /// Absolute and free of links.
  package let url: URL

  package init(_ files: [String: String] = [:]) throws {
    let base = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    url = base.appending(path: "lacuna-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (name, text) in files { try write(text, to: name) }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  package var path: String { url.path }

  package func uri(_ name: String) -> String { url.appending(path: name).absoluteString }

  package func write(_ text: String, to name: String) throws {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  package func remove(_ name: String) throws { try FileManager.default.removeItem(at: url.appending(path: name)) }

  package func read(_ name: String) throws -> String {
    try String(contentsOf: url.appending(path: name), encoding: .utf8)
  }

  /// Runs Git here, away from the configuration of whoever runs the test.
  package func git(_ arguments: String...) throws {
    let words =
      ["env"] + ScratchFolder.gitEnvironment + ["git", "-C", path, "-c", "init.defaultBranch=main"] + arguments
    // Not Foundation's: that waits for the end of a pipe, which other processes started by the tests may hold open.
    var identifier: pid_t = 0
    var pointers = words.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var status: Int32 = 0
    guard posix_spawnp(&identifier, "env", nil, nil, &pointers, environ) == 0,
      waitpid(identifier, &status, 0) == identifier, status == 0
    else { throw Failure(command: "git \(arguments)") }
  }

  package func commitAll() throws {
    try git("init", "-q")
    try git("add", "-A")
    try git("commit", "-q", "-m", "x", "--allow-empty")
  }

  private static let gitEnvironment = [
    "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_NOSYSTEM=1", "GIT_AUTHOR_NAME=A", "GIT_AUTHOR_EMAIL=a@example.com",
    "GIT_COMMITTER_NAME=A", "GIT_COMMITTER_EMAIL=a@example.com",
  ]

  package struct Failure: Error {
    package var command: String
  }
}
