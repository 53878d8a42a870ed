import Glibc

/// A refusal by the operating system.
package struct SystemError: Error, Hashable, Sendable, CustomStringConvertible {
  package let code: Int32

  package init(code: Int32) {
    self.code = code
  }

  /// Why the call that just returned failed.
  static var last: SystemError { SystemError(code: errno) }

  package static let notFound = SystemError(code: ENOENT)

  /// Whether the other end of a pipe or socket is gone.
  var isBrokenPipe: Bool { code == EPIPE || code == ECONNRESET }

  /// In the system's own English words: "No such file or directory".
  package var description: String {
    var buffer = [CChar](repeating: 0, count: 256)
    guard strerror_r(code, &buffer, buffer.count) == 0 else { return "System error \(code)" }
    return buffer.withUnsafeBytes { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }
}

/// Repeats a call that a signal interrupted. A negative result is the sign of failure.
func uninterrupted<Result: SignedInteger>(_ call: () -> Result) throws(SystemError) -> Result {
  while true {
    let result = call()
    if result >= 0 { return result }
    guard errno == EINTR else { throw .last }
  }
}
