import Foundation

/// The checker of what servers send, and where its types of the protocol are: set-up puts them there.
enum Validator {
  static let root: URL = (0..<4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }
  static let types = root.appendingPathComponent(".tools/test")

  static var isThere: Bool {
    FileManager.default.fileExists(atPath: types.appendingPathComponent("lsprotocol").path)
  }

  /// What it says, the last line being the sum of it.
  static func run(_ arguments: [String]) throws -> (status: Int, output: String) {
    let output = try ChildProcess.pipe()
    var environment = ProcessInfo.processInfo.environment
    environment["PYTHONPATH"] = types.path
    environment["PYTHONDONTWRITEBYTECODE"] = "1"
    let checker = root.appendingPathComponent("Tests/ProtocolTests/Validator/Checker").path
    let writing = output.writing.fileDescriptor
    let process = try ChildProcess(
      URL(fileURLWithPath: "/usr/bin/env"),
      ["python3", checker] + arguments,
      in: root,
      environment: environment,
      descriptors: [FileHandle.nullDevice.fileDescriptor, writing, writing]
    )
    try output.writing.close()
    let said = try output.reading.readToEnd() ?? Data()
    return (process.wait(), String(decoding: said, as: UTF8.self))
  }
}
