import Synchronization

/// Reads objects through one `git cat-file --batch`, which is started when it is first needed, and again when it is
/// found gone or out of step.
///
/// A request is an object's hexadecimal name, so nothing that a repository contains can confuse the exchange.
final class ObjectReader: Sendable {
  enum Kind: String {
    case blob
    case tree
    case commit
    case tag
  }

  enum Object: Equatable {
    case found(Kind, [UInt8])
    /// Larger than was asked for; its size in bytes.
    case tooLarge(Int)
    /// Not in the repository, which may be a shallow or partial clone of one that has it.
    case missing
  }

  private let command: Command
  private let timeLimit: Duration
  private let process = Mutex<BatchProcess?>(nil)

  init(_ repository: GitRepository) {
    command = repository.git.command(in: repository.root, ["cat-file", "--batch"])
    timeLimit = repository.git.timeLimit
  }

  func read(_ id: ObjectID, limit: Int) throws(GitError) -> Object {
    try request("\(id)", limit: limit)
  }

  /// The tree of a commit.
  func readTree(of commit: ObjectID, limit: Int) throws(GitError) -> Object {
    try request("\(commit)^{tree}", limit: limit)
  }

  private func request(_ name: String, limit: Int) throws(GitError) -> Object {
    let deadline = Deadline(after: timeLimit)
    let result: Result<Object, GitError> = process.withLock { process in
      var failure = BatchFailure.broken("it ended")
      // Twice: a process that was well when it was last used may be gone since.
      for _ in 0..<2 {
        do throws(BatchFailure) {
          if process == nil { process = try BatchProcess(command) }
          guard let current = process else { break }
          let object = try current.request(name, limit: limit, deadline)
          if case .tooLarge(let size) = object, size > BatchProcess.drainLimit { process = nil }
          return .success(object)
        } catch {
          process = nil
          failure = error
          if error == .timedOut { break }
        }
      }
      switch failure {
      case .timedOut: return .failure(.timedOut("cat-file"))
      case .broken(let words): return .failure(.failed("cat-file", words))
      }
    }
    return try result.get()
  }
}

private enum BatchFailure: Error, Equatable {
  case timedOut
  case broken(String)

  static func from<Value>(_ call: () throws(SystemError) -> Value) throws(BatchFailure) -> Value {
    do throws(SystemError) {
      return try call()
    } catch {
      // Whether a process that ended is noticed in writing or in reading is a matter of moments.
      throw .broken(error.isBrokenPipe ? "it ended" : error.description)
    }
  }
}

/// One running `cat-file`, and what it has said and nobody has read.
private final class BatchProcess {
  /// Up to this size, reading an unwanted object to its end is cheaper than starting anew.
  static let drainLimit = 32 * 1_024 * 1_024

  private let process: ChildProcess
  private var unread: [UInt8] = []
  private var position = 0

  init(_ command: Command) throws(BatchFailure) {
    process = try BatchFailure.from { () throws(SystemError) in
      try ChildProcess(command, input: .sent, errors: .dropped)
    }
  }

  /// The answer is `<id> <kind> <size>`, the content and a line feed; or `<name> missing`.
  func request(_ name: String, limit: Int, _ deadline: Deadline) throws(BatchFailure) -> ObjectReader.Object {
    let isSent = try BatchFailure.from { () throws(SystemError) in
      try process.send(Array("\(name)\n".utf8), until: deadline)
    }
    guard isSent else { throw .timedOut }
    let header = String(decoding: try line(deadline), as: UTF8.self)
    if header == "\(name) missing" { return .missing }
    let words = header.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 3, ObjectID(words[0].utf8) != nil, let kind = ObjectReader.Kind(rawValue: String(words[1])),
      let size = Int(words[2]), size >= 0
    else { throw .broken("unexpected answer") }

    guard size <= limit else {
      if size <= Self.drainLimit { _ = try content(size, deadline) }
      return .tooLarge(size)
    }
    return .found(kind, try content(size, deadline))
  }

  private func content(_ size: Int, _ deadline: Deadline) throws(BatchFailure) -> [UInt8] {
    while unread.count - position <= size { try readMore(deadline) }
    let content = Array(unread[position..<position + size])
    guard unread[position + size] == UInt8(ascii: "\n") else { throw .broken("unexpected answer") }
    drop(size + 1)
    return content
  }

  private func line(_ deadline: Deadline) throws(BatchFailure) -> [UInt8] {
    while true {
      if let end = unread[position...].firstIndex(of: UInt8(ascii: "\n")) {
        let line = Array(unread[position..<end])
        drop(line.count + 1)
        return line
      }
      guard unread.count - position < 4_096 else { throw .broken("unexpected answer") }
      try readMore(deadline)
    }
  }

  private func drop(_ count: Int) {
    position += count
    guard position == unread.count || position > 1_024 * 1_024 else { return }
    unread.removeFirst(position)
    position = 0
  }

  private func readMore(_ deadline: Deadline) throws(BatchFailure) {
    let chunk = try BatchFailure.from { () throws(SystemError) in try process.read(until: deadline) }
    guard let chunk else { throw .timedOut }
    guard !chunk.bytes.isEmpty else { throw .broken("it ended") }
    unread += chunk.bytes
  }
}
