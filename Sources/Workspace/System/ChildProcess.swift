import Glibc

/// A running program and its pipes. Killed, with the rest of its process group, when the last reference goes.
///
/// Pipes are socket pairs: writing to a program that is gone is then an error and not a signal. Not to be used from two
/// threads at once.
final class ChildProcess {
  enum Input {
    /// Nothing to read.
    case nothing
    /// Whatever is sent.
    case sent
  }

  enum Errors {
    case dropped
    case kept
  }

  enum Stream {
    case output
    case errors
  }

  private let identifier: pid_t
  private let input: Descriptor?
  /// Nil once it has ended.
  private(set) var output: Descriptor?
  private(set) var errors: Descriptor?
  private var status: ExitStatus?

  init(_ command: Command, input: Input, errors: Errors) throws(SystemError) {
    let inputPair = input == .sent ? try SocketPair() : nil
    let outputPair = try SocketPair()
    let errorPair = errors == .kept ? try SocketPair() : nil
    identifier = try spawn(command, input: inputPair?.theirs, output: outputPair.theirs, errors: errorPair?.theirs)
    self.input = inputPair?.ours
    output = outputPair.ours
    self.errors = errorPair?.ours
  }

  deinit { kill() }

  /// Sends all of some bytes; false if the time is up first.
  func send(_ bytes: [UInt8], until deadline: Deadline) throws(SystemError) -> Bool {
    guard let input else { throw SystemError(code: EBADF) }
    var sent = 0
    while sent < bytes.count {
      var waiting = [pollfd(fd: input.number, events: Int16(POLLOUT), revents: 0)]
      guard try deadline.wait(for: &waiting) else { return false }
      do throws(SystemError) {
        sent += try uninterrupted {
          bytes.withUnsafeBytes { bytes in
            let rest = UnsafeRawBufferPointer(rebasing: bytes[sent...])
            return Glibc.send(input.number, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
          }
        }
      } catch {
        guard error.code == EAGAIN else { throw error }
      }
    }
    return true
  }

  /// What either stream has to say next; no bytes at its end, after which it is nil. Nil if the time is up first.
  func read(until deadline: Deadline) throws(SystemError) -> (stream: Stream, bytes: [UInt8])? {
    let open = [(Stream.output, output), (.errors, errors)].compactMap { stream, descriptor in
      descriptor.map { (stream: stream, descriptor: $0) }
    }
    var waiting = open.map { pollfd(fd: $0.descriptor.number, events: Int16(POLLIN), revents: 0) }
    guard !open.isEmpty, try deadline.wait(for: &waiting) else { return nil }
    for (candidate, state) in zip(open, waiting) where state.revents != 0 {
      let bytes = try candidate.descriptor.readChunk()
      if bytes.isEmpty { close(candidate.stream) }
      return (candidate.stream, bytes)
    }
    return nil
  }

  private func close(_ stream: Stream) {
    switch stream {
    case .output: output = nil
    case .errors: errors = nil
    }
  }

  /// How it ended; nil if it has not when the time is up.
  func wait(until deadline: Deadline) -> ExitStatus? {
    var pause: useconds_t = 50
    while true {
      if let status = reap() { return status }
      guard !deadline.isPast else { return nil }
      // There is no event to wait for. Its pipes are at their end by now, so it takes microseconds to go.
      usleep(pause)
      pause = min(pause * 2, 20_000)
    }
  }

  /// Ends the process and its group. Does nothing to one that was waited for. One that the system itself holds up, as
  /// a dead network drive does, is left to go when it can.
  func kill() {
    guard status == nil else { return }
    _ = Glibc.kill(-identifier, SIGKILL)
    _ = Glibc.kill(identifier, SIGKILL)
    _ = wait(until: Deadline(after: .seconds(1)))
  }

  private func reap() -> ExitStatus? {
    if let status { return status }
    var raw: Int32 = 0
    do throws(SystemError) {
      guard try uninterrupted({ waitpid(identifier, &raw, WNOHANG) }) != 0 else { return nil }
      status = raw & 0x7F == 0 ? .exited((raw >> 8) & 0xFF) : .signalled(raw & 0x7F)
    } catch {
      status = .unknown
    }
    return status
  }
}

extension Descriptor {
  /// What there is to read, up to a buffer's length; empty at the end, also where the other side broke off.
  fileprivate func readChunk() throws(SystemError) -> [UInt8] {
    var failure: SystemError?
    let bytes = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
      do throws(SystemError) {
        count = try read(into: UnsafeMutableRawBufferPointer(buffer))
      } catch {
        failure = error
      }
    }
    guard let failure, failure.code != ECONNRESET else { return bytes }
    throw failure
  }
}

/// Two connected ends, neither of which is inherited unless it is handed over.
private struct SocketPair {
  let ours: Descriptor
  let theirs: Descriptor

  init() throws(SystemError) {
    var numbers: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    _ = try uninterrupted { socketpair(AF_UNIX, kind, 0, &numbers) }
    let (first, second) = (Descriptor(owning: numbers[0]), Descriptor(owning: numbers[1]))
    ours = try first.aboveStandardStreams()
    theirs = try second.aboveStandardStreams()
  }
}

extension Descriptor {
  /// The same, under a number that is not one of the three that a child gets. Where the parent has closed one of its
  /// own, a new descriptor may take its place.
  fileprivate func aboveStandardStreams() throws(SystemError) -> Descriptor {
    guard number <= STDERR_FILENO else { return self }
    return Descriptor(owning: try uninterrupted { fcntl(number, F_DUPFD_CLOEXEC, STDERR_FILENO + 1) })
  }
}

/// Starts a program in a process group of its own, with default signal handling. What it is not given is `/dev/null`.
private func spawn(
  _ command: Command,
  input: Descriptor?,
  output: Descriptor,
  errors: Descriptor?
) throws(SystemError) -> pid_t {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  for (descriptor, number) in [(input, STDIN_FILENO), (output, STDOUT_FILENO), (errors, STDERR_FILENO)] {
    if let descriptor {
      posix_spawn_file_actions_adddup2(&actions, descriptor.number, number)
    } else {
      posix_spawn_file_actions_addopen(&actions, number, "/dev/null", O_RDWR, 0)
    }
  }

  var attributes = posix_spawnattr_t()
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  var signals = sigset_t()
  sigemptyset(&signals)
  posix_spawnattr_setsigmask(&attributes, &signals)
  for signal in [SIGPIPE, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGCHLD, SIGXFSZ] { sigaddset(&signals, signal) }
  posix_spawnattr_setsigdefault(&attributes, &signals)
  let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
  posix_spawnattr_setflags(&attributes, Int16(flags))

  var identifier: pid_t = 0
  let failure = withCStrings([command.executable.bytes] + command.arguments) { arguments in
    withCStrings(command.environment.lines) { environment in
      command.executable.withCString { posix_spawn(&identifier, $0, &actions, &attributes, arguments, environment) }
    }
  }
  guard failure == 0 else { throw SystemError(code: failure) }
  return identifier
}

/// A C array of C strings, closed by a null pointer. A string ends at its first NUL.
private func withCStrings<Result>(
  _ strings: [[UInt8]],
  _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let pointers = strings.map { string in
    (string.map(CChar.init(bitPattern:)) + [0]).withUnsafeBufferPointer { $0.baseAddress.flatMap(strdup) }
  }
  defer { for pointer in pointers { free(pointer) } }
  return body(pointers + [nil])
}
