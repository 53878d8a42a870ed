// The C library declares `environ` as a plain variable. Nothing in Lacuna ever sets one.
@preconcurrency import Glibc

/// The environment of a process: names and values, as bytes.
package struct ProcessEnvironment: Sendable, Equatable {
  private var values: [[UInt8]: [UInt8]] = [:]

  package init(_ values: [String: String] = [:]) {
    for (name, value) in values { self[name] = value }
  }

  /// What this process was started with.
  package static var current: ProcessEnvironment {
    var environment = ProcessEnvironment()
    var entry = environ
    while let line = entry.pointee {
      let bytes = FilePath(cString: line).bytes
      if let sign = bytes.firstIndex(of: UInt8(ascii: "=")), sign > 0 {
        environment.values[Array(bytes[..<sign])] = Array(bytes[(sign + 1)...])
      }
      entry += 1
    }
    return environment
  }

  package subscript(name: String) -> String? {
    get { values[Array(name.utf8)].map { String(decoding: $0, as: UTF8.self) } }
    set { values[Array(name.utf8)] = newValue.map { FilePath($0).bytes } }
  }

  /// The value of a name as a path; nil if there is none or it is empty.
  func path(_ name: String) -> FilePath? {
    values[Array(name.utf8)].flatMap { $0.isEmpty ? nil : FilePath($0) }
  }

  mutating func removeAll(where isUnwanted: (String) -> Bool) {
    values = values.filter { !isUnwanted(String(decoding: $0.key, as: UTF8.self)) }
  }

  /// `NAME=value`, in the order of the names.
  var lines: [[UInt8]] {
    values.map { $0.key + [UInt8(ascii: "=")] + $0.value }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The program that a bare name stands for. Only absolute folders of `PATH` are searched: what a workspace holds
  /// must not be run because the search began in it.
  func executable(named name: String) -> FilePath? {
    let folders = values[Array("PATH".utf8)] ?? Array("/usr/local/bin:/usr/bin:/bin".utf8)
    for folder in folders.split(separator: UInt8(ascii: ":")) where folder.first == UInt8(ascii: "/") {
      let candidate = FilePath(Array(folder)).appending(name)
      guard candidate.withCString({ access($0, X_OK) }) == 0 else { continue }
      if let status = try? FileStatus(of: candidate, following: true), status.kind == .file { return candidate }
    }
    return nil
  }
}
