import Foundation
import Glibc

/// A server at the other end of two pipes. All waiting is for something that must come; the limit is there so that a
/// server that hangs fails one test and not all.
final class ServerProcess {
  private let process: ChildProcess
  private let input: FileHandle
  private let output: FileHandle
  private let errors: URL
  private var isOver = false
  private var buffer = Data()
  private static let limit: Duration = .seconds(60)

  init(_ program: URL, _ arguments: [String], in folder: TemporaryFolder, environment: [String: String]) throws {
    // A server that is gone is found out by the next read, not by a signal.
    signal(SIGPIPE, SIG_IGN)
    errors = folder.scratch("errors")
    let toServer = try ChildProcess.pipe()
    let fromServer = try ChildProcess.pipe()
    let errorFile = try FileHandle(forWritingTo: errors)
    let descriptors = [toServer.reading, fromServer.writing, errorFile].map(\.fileDescriptor)
    process = try ChildProcess(
      program,
      arguments,
      in: folder.url,
      environment: environment,
      descriptors: descriptors
    )
    (input, output) = (toServer.writing, fromServer.reading)
  }

  deinit {
    guard !isOver else { return }
    process.kill()
    _ = process.wait()
  }

  /// What it wrote to standard error.
  var errorText: String { (try? String(contentsOf: errors, encoding: .utf8)) ?? "" }

  func send(_ data: Data) throws {
    try input.write(contentsOf: data)
  }

  func send(_ message: JSON) throws {
    let body = message.data
    try send(Data("Content-Length: \(body.count)\r\n\r\n".utf8) + body)
  }

  func closeInput() throws {
    try input.close()
  }

  /// The next message; nil at the end of output.
  func receive() throws -> JSON? {
    let end = ContinuousClock.now + Self.limit
    while true {
      if let body = try Framing.takeBody(from: &buffer) { return try JSON(parsing: body) }
      guard try read(until: end) else {
        guard buffer.isEmpty else { throw ReplayFailure("output ends inside a message: \(Framing.excerpt(buffer))") }
        return nil
      }
    }
  }

  /// - Returns: false at the end of output.
  private func read(until end: ContinuousClock.Instant) throws -> Bool {
    let left = ContinuousClock.now.duration(to: end)
    let descriptor = output.fileDescriptor
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, Int32(max(0, left.components.seconds * 1_000))) > 0 else {
      throw ReplayFailure("nothing came for \(Self.limit)")
    }
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(descriptor, &chunk, chunk.count)
    guard count >= 0 else { throw ReplayFailure("output cannot be read: error \(errno)") }
    buffer.append(contentsOf: chunk[..<count])
    return count > 0
  }

  /// Waits for the end of output and of the process.
  ///
  /// - Returns: its status, negative for the signal that ended it, and the messages that still came.
  func end() throws -> (status: Int, messages: [JSON]) {
    var messages: [JSON] = []
    while let message = try receive() { messages.append(message) }
    isOver = true
    return (process.wait(), messages)
  }
}

/// A fixture and a server that do not agree.
struct ReplayFailure: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}

/// What stands around each message, by the letter.
enum Framing {
  /// Takes a whole message off the front; nil when it is not there yet.
  static func takeBody(from buffer: inout Data) throws -> Data? {
    let name = Data("Content-Length: ".utf8)
    guard buffer.prefix(name.count) == name.prefix(buffer.count) else {
      throw ReplayFailure("this is no message: \(excerpt(buffer))")
    }
    guard let end = buffer.range(of: Data("\r\n\r\n".utf8)) else { return nil }
    guard let count = Int(String(decoding: buffer[name.endIndex + buffer.startIndex..<end.lowerBound], as: UTF8.self))
    else { throw ReplayFailure("this is no header: \(excerpt(buffer))") }
    guard buffer.endIndex - end.upperBound >= count else { return nil }
    let body = buffer[end.upperBound..<end.upperBound + count]
    buffer = Data(buffer[(end.upperBound + count)...])
    return Data(body)
  }

  static func excerpt(_ data: Data) -> String { "\(String(decoding: data.prefix(200), as: UTF8.self))" }
}
