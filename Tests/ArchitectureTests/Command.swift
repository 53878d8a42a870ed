import Foundation

/// The folder of `Package.swift`.
let packageRoot = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// What a finished program said.
struct CommandResult: Equatable {
  var status: Int32
  var output: String
  var errors: String
}

/// Runs a program of the PATH to its end. The environment is this process's, with `changes` on top.
/// While it runs, no thread of the tests waits for it.
func run(_ command: [String], changes: [String: String] = [:]) async throws -> CommandResult {
  let folder = try TemporaryFolder()
  let output = folder.url.appending(path: "output"), errors = folder.url.appending(path: "errors")
  try Data().write(to: output)
  try Data().write(to: errors)
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = command
  process.environment = ProcessInfo.processInfo.environment.merging(changes) { _, new in new }
  process.standardInput = FileHandle.nullDevice
  // Files, not pipes: nothing has to be read while the program runs.
  process.standardOutput = try FileHandle(forWritingTo: output)
  process.standardError = try FileHandle(forWritingTo: errors)
  try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
    process.terminationHandler = { _ in continuation.resume() }
    do {
      try process.run()
    } catch {
      process.terminationHandler = nil
      continuation.resume(throwing: error)
    }
  }
  return CommandResult(
    status: process.terminationStatus,
    output: try String(contentsOf: output, encoding: .utf8),
    errors: try String(contentsOf: errors, encoding: .utf8)
  )
}

/// A folder that is removed with its last reference.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "lacuna-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }
}
