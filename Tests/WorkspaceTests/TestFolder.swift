import Glibc
import Testing

@testable import Workspace

/// A folder of its own for one test, gone with the last reference to it.
final class TestFolder: Sendable {
  /// Absolute and free of links.
  let path: FilePath

  init() throws {
    let base = ProcessEnvironment.current["TMPDIR"] ?? "/tmp"
    var template = Array("\(base)/lacuna-test-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    path = try FilePath(String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)).resolved()
  }

  deinit {
    let remove = Command(executable: "/bin/rm", arguments: [Array("-rf".utf8), path.bytes], environment: .init())
    _ = try? remove.run(within: .seconds(60), outputLimit: 1_000)
  }

  func write(_ text: String, to name: FilePath) throws { try write(Array(text.utf8), to: name) }

  func write(_ bytes: [UInt8], to name: FilePath) throws {
    try makeFolder(name.parent)
    let file = path.appending(name).withCString { open($0, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644) }
    guard file >= 0 else { throw SystemError.last }
    defer { close(file) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      try #require(count > 0)
      rest = rest.dropFirst(count)
    }
  }

  func makeFolder(_ name: FilePath) throws {
    guard name != .currentFolder, access(path.appending(name)) == false else { return }
    try makeFolder(name.parent)
    guard path.appending(name).withCString({ mkdir($0, 0o755) }) == 0 else { throw SystemError.last }
  }

  func link(_ name: FilePath, to target: FilePath) throws {
    try makeFolder(name.parent)
    let result = target.withCString { target in path.appending(name).withCString { symlink(target, $0) } }
    try #require(result == 0)
  }

  func makePipe(_ name: FilePath) throws {
    try #require(path.appending(name).withCString { mkfifo($0, 0o644) } == 0)
  }

  func remove(_ name: FilePath) throws {
    try #require(path.appending(name).withCString { unlink($0) } == 0)
  }

  func move(_ name: FilePath, to other: FilePath) throws {
    try makeFolder(other.parent)
    let result = path.appending(name).withCString { from in path.appending(other).withCString { rename(from, $0) } }
    try #require(result == 0)
  }

  func exists(_ name: FilePath) -> Bool { access(path.appending(name)) }

  private func access(_ path: FilePath) -> Bool { path.withCString { Glibc.access($0, F_OK) } == 0 }

  /// What a script prints that runs in this folder.
  @discardableResult
  func shell(_ script: String, _ environment: ProcessEnvironment = .current) throws -> String {
    let arguments = ["-ec", "cd \"$0\"; \(script)"].map { Array($0.utf8) } + [path.bytes]
    let command = Command(executable: "/bin/sh", arguments: arguments, environment: environment)
    let result = try command.run(within: .seconds(60), outputLimit: 10_000_000)
    try #require(result.status == .exited(0), "\(script): \(result.errorText)")
    return String(decoding: result.output, as: UTF8.self)
  }
}
