import Glibc
import Synchronization
package import Workspace

/// What the server tells of itself. It holds names of files, numbers and rules, never a line of the user's text: a user
/// can be asked for it.
package final class Log: Sendable {
  private let sink: @Sendable (String) -> Void
  private let limit: Mutex<LogLevel>

  /// - Parameter sink: takes lines, without their line ends, from any thread.
  package init(level: LogLevel = .info, sink: @escaping @Sendable (String) -> Void) {
    self.sink = sink
    limit = Mutex(level)
  }

  /// Goes nowhere.
  package static var none: Log { Log(level: .error) { _ in } }

  /// Appends to a file, line by line, so that two servers may share it. Nil where it cannot be opened; `errno` says why.
  package static func file(_ path: String, level: LogLevel = .info) -> Log? {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    let identifier = getpid()
    return Log(level: level) { line in
      // A log that cannot be written has nobody to tell it to.
      let text = Array("\(LogTime.now) [\(identifier)] \(line)\n".utf8)
      _ = text.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    }
  }

  package var level: LogLevel {
    get { limit.withLock { $0 } }
    set { limit.withLock { $0 = newValue } }
  }

  package func error(_ message: @autoclosure () -> String) { write(.error, message()) }
  package func warning(_ message: @autoclosure () -> String) { write(.warning, message()) }
  package func info(_ message: @autoclosure () -> String) { write(.info, message()) }
  package func debug(_ message: @autoclosure () -> String) { write(.debug, message()) }

  private func write(_ level: LogLevel, _ message: @autoclosure () -> String) {
    guard level <= self.level else { return }
    // What comes from outside must not make a line look like two.
    let message = message().split(whereSeparator: \.isNewline).joined(separator: " ")
    sink("\(level.rawValue): \(message)")
  }
}

/// The time of day, as a log has it.
private enum LogTime {
  /// `2026-07-01T12:03:04.123Z`
  static var now: String {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    var parts = tm()
    gmtime_r(&time.tv_sec, &parts)
    let date = "\(parts.tm_year + 1900)-\(padded(parts.tm_mon + 1))-\(padded(parts.tm_mday))"
    let clock = "\(padded(parts.tm_hour)):\(padded(parts.tm_min)):\(padded(parts.tm_sec))"
    return "\(date)T\(clock).\(padded(Int32(time.tv_nsec / 1_000_000), 3))Z"
  }

  private static func padded(_ number: Int32, _ width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
