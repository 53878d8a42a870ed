import Foundation

/// The built program, run as a user runs it.
enum Lacuna {
  struct Run {
    var status: Int32
    var output: String
    var errors: String
  }

  /// Next to the test bundle.
  static let binary: URL = {
    let bundle = URL(fileURLWithPath: CommandLine.arguments[0]).standardizedFileURL
    var folder = bundle.deletingLastPathComponent()
    for _ in 0..<4 {
      let candidate = folder.appendingPathComponent("lacuna")
      if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
      folder = folder.deletingLastPathComponent()
    }
    return bundle.deletingLastPathComponent().appendingPathComponent("lacuna")
  }()

  /// - Parameter changes: to the environment.
  static func run(
    _ arguments: [String],
    in folder: TemporaryFolder,
    changes: [String: String] = [:]
  ) throws -> Run {
    try start(binary, arguments, in: folder, changes)
  }

  static func run(program: String, _ arguments: [String], in folder: TemporaryFolder) throws -> Run {
    try start(URL(fileURLWithPath: program), arguments, in: folder)
  }

  /// Starts it, and does not wait for its end.
  static func start(_ arguments: [String], in folder: TemporaryFolder, output: URL? = nil) throws -> ChildProcess {
    let output = try output.map { try FileHandle(forWritingTo: $0) } ?? .nullDevice
    let null = FileHandle.nullDevice.fileDescriptor
    return try ChildProcess(
      binary,
      arguments,
      in: folder.url,
      environment: environment(in: folder),
      descriptors: [null, output.fileDescriptor, null]
    )
  }

  static func git(_ arguments: [String], in folder: TemporaryFolder) throws {
    let identity = ["-c", "user.name=Test", "-c", "user.email=test@localhost", "-c", "init.defaultBranch=main"]
    let run = try start(URL(fileURLWithPath: "/usr/bin/env"), ["git"] + identity + arguments, in: folder)
    guard run.status == 0 else { throw Failure(description: "git \(arguments): \(run.errors)") }
  }

  struct Failure: Error { var description: String }

  private static func environment(in folder: TemporaryFolder) -> [String: String] {
    var environment = ProcessInfo.processInfo.environment
    environment["GIT_CONFIG_GLOBAL"] = "/dev/null"
    environment["GIT_CONFIG_NOSYSTEM"] = "1"
    environment["HOME"] = folder.url.path
    environment["XDG_CACHE_HOME"] = folder.cache.path
    environment["LACUNA_CACHE"] = nil
    return environment
  }

  private static func start(
    _ program: URL,
    _ arguments: [String],
    in folder: TemporaryFolder,
    _ changes: [String: String] = [:]
  ) throws -> Run {
    let environment = environment(in: folder).merging(changes) { _, new in new }
    // Files, not pipes: nothing to fill up while nobody reads.
    let output = folder.scratch("output")
    let errors = folder.scratch("errors")
    let files = try (
      FileHandle.nullDevice, FileHandle(forWritingTo: output), FileHandle(forWritingTo: errors)
    )
    let process = try ChildProcess(
      program,
      arguments,
      in: folder.url,
      environment: environment,
      descriptors: [files.0.fileDescriptor, files.1.fileDescriptor, files.2.fileDescriptor]
    )
    let status = process.wait()
    return Run(
      status: Int32(clamping: status),
      output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8)
    )
  }
}

/// A folder that goes when the test does.
final class TemporaryFolder {
  let url: URL
  /// Where caches are kept; not there until there is one.
  let cache: URL
  private let scratchFolder: URL
  private var count = 0

  init() throws {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent("lacuna-\(UUID().uuidString)")
    url = root.appendingPathComponent("work")
    scratchFolder = root.appendingPathComponent("scratch")
    cache = root.appendingPathComponent("cache")
    for folder in [url, scratchFolder] {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
  }

  deinit {
    try? FileManager.default.removeItem(at: url.deletingLastPathComponent())
  }

  func write(_ path: String, _ text: String) throws {
    try write(path, Data(text.utf8))
  }

  func write(_ path: String, _ data: Data) throws {
    let file = url.appendingPathComponent(path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(at: url.appendingPathComponent(path))
  }

  func scratch(_ name: String) -> URL {
    count += 1
    let file = scratchFolder.appendingPathComponent("\(name)-\(count)")
    _ = FileManager.default.createFile(atPath: file.path, contents: nil)
    return file
  }
}
