import Glibc

/// A file name as the system has it: bytes, which need not be UTF-8. A NUL, which no name can hold, reads as U+FFFD.
package struct FilePath: Hashable, Sendable {
  package let bytes: [UInt8]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes.contains(0) ? bytes.flatMap { $0 == 0 ? [0xEF, 0xBF, 0xBD] : [$0] } : bytes
  }

  package init(_ string: String) {
    self.init(Array(string.utf8))
  }

  package static let currentFolder = FilePath(".")

  package var isAbsolute: Bool { bytes.first == slash }

  /// What follows the last slash; empty for a path that ends in one.
  package var lastComponent: FilePath {
    FilePath(Array(bytes[((bytes.lastIndex(of: slash) ?? -1) + 1)...]))
  }

  /// The folder that holds it: `.` for a bare name, the root for the root.
  package var parent: FilePath {
    guard let end = bytes.lastIndex(of: slash) else { return .currentFolder }
    return end == 0 ? FilePath([slash]) : FilePath(Array(bytes[..<end]))
  }

  /// A path below this one. Below `.` and the empty path stands the other path as it is.
  package func appending(_ other: FilePath) -> FilePath {
    if bytes.isEmpty || bytes == [UInt8(ascii: ".")] || other.isAbsolute { return other }
    return FilePath(bytes + (bytes.last == slash ? [] : [slash]) + other.bytes)
  }

  package func appending(_ other: String) -> FilePath { appending(FilePath(other)) }

  /// Without `.` components, repeated slashes and a slash at the end; `.` if nothing is left. `..` stays: what it
  /// means depends on links.
  package var tidied: FilePath {
    let components = bytes.split(separator: slash).filter { $0 != [UInt8(ascii: ".")] }
    let joined = [UInt8](components.joined(separator: [slash]))
    if isAbsolute { return FilePath([slash] + joined) }
    return joined.isEmpty ? .currentFolder : FilePath(joined)
  }

  /// What has to be appended to `folder` to get this path; nil if it is not below it. Compares bytes: tidy both first.
  package func relative(to folder: FilePath) -> FilePath? {
    if self == folder { return .currentFolder }
    if folder == .currentFolder { return isAbsolute ? nil : self }
    let prefix = folder.bytes.last == slash ? folder.bytes : folder.bytes + [slash]
    guard bytes.count > prefix.count, bytes.starts(with: prefix) else { return nil }
    return FilePath(Array(bytes[prefix.count...]))
  }

  package func withCString<Result>(_ body: (UnsafePointer<CChar>) throws -> Result) rethrows -> Result {
    try (bytes.map(CChar.init(bitPattern:)) + [0]).withUnsafeBufferPointer { buffer in
      // An array with an element has an address; were it not so, an empty name is one that no file has.
      guard let start = buffer.baseAddress else { return try "".withCString(body) }
      return try body(start)
    }
  }
}

private let slash = UInt8(ascii: "/")

extension FilePath: Comparable {
  /// By bytes, as Git sorts.
  package static func < (left: FilePath, right: FilePath) -> Bool { precedes(left.bytes, right.bytes) }
}

func precedes(_ left: [UInt8], _ right: [UInt8]) -> Bool {
  let order = memcmp(left, right, min(left.count, right.count))
  return order == 0 ? left.count < right.count : order < 0
}

extension FilePath: CustomStringConvertible, ExpressibleByStringLiteral {
  /// As text; what is not UTF-8 reads as U+FFFD.
  package var description: String { String(decoding: bytes, as: UTF8.self) }

  package init(stringLiteral value: String) { self.init(value) }
}
