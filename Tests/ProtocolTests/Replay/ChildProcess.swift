import Foundation
import Glibc
import Synchronization

/// A process started with nothing between: Foundation's own waits for ever when several tests start some at once.
struct ChildProcess {
  private let id: pid_t
  /// Between making a pipe and keeping children from it none may start.
  private static let lock = Mutex(())

  /// - Parameter descriptors: what become standard input, output and error. Nothing else is passed on.
  init(
    _ program: URL,
    _ arguments: [String],
    in folder: URL,
    environment: [String: String],
    descriptors: [Int32]
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (target, descriptor) in descriptors.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(target))
    }
    // A test runner may ignore signals that a program counts on.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))

    let words = (["env", "-C", folder.path, program.path] + arguments).map { strdup($0) } + [nil]
    let settings = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in words + settings { free(text) } }
    var child: pid_t = 0
    let error = Self.lock.withLock { _ in posix_spawn(&child, "/usr/bin/env", &actions, &attributes, words, settings) }
    guard error == 0 else { throw ReplayFailure("\(program.path): \(String(cString: strerror(error)))") }
    id = child
  }

  /// Waits for its end.
  ///
  /// - Returns: its status, negative for the signal that ended it.
  func wait() -> Int {
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? Int((status >> 8) & 0xFF) : -Int(status & 0x7F)
  }

  func kill() { _ = Glibc.kill(id, SIGKILL) }

  /// Two ends that children do not inherit by chance.
  static func pipe() throws -> (reading: FileHandle, writing: FileHandle) {
    var ends: [Int32] = [0, 0]
    let isThere = lock.withLock { _ in
      Glibc.pipe(&ends) == 0 && ends.allSatisfy { fcntl($0, F_SETFD, FD_CLOEXEC) == 0 }
    }
    guard isThere else { throw ReplayFailure("no pipe: error \(errno)") }
    return (
      FileHandle(fileDescriptor: ends[0], closeOnDealloc: true),
      FileHandle(fileDescriptor: ends[1], closeOnDealloc: true)
    )
  }
}
