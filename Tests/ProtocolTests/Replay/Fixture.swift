import Foundation
import Testing

/// A recorded exchange: one JSON object a line, each a step.
struct Fixture: Sendable, CustomTestStringConvertible {
  struct Step: Sendable {
    var line: Int
    var kind: String
    var value: JSON
    /// The whole line: some steps have more than their value.
    var whole: JSON
  }

  var name: String
  var steps: [Step]

  var testDescription: String { name }

  static let folder: URL = {
    let here = URL(fileURLWithPath: #filePath)
    return (0..<4).reduce(here) { url, _ in url.deletingLastPathComponent() }.appendingPathComponent(
      "protocol-fixtures"
    )
  }()

  static let kinds = [
    "about", "files", "remove", "git", "start", "initialize", "send", "raw", "receive", "eventually", "apply", "covers",
    "close", "exit",
  ]

  /// All there are, by name.
  static func all() throws -> [Fixture] {
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return try files.filter { $0.pathExtension == "jsonl" }.sorted { $0.path < $1.path }.map(Fixture.init)
  }

  init(_ file: URL) throws {
    try self.init(name: file.deletingPathExtension().lastPathComponent, text: String(contentsOf: file, encoding: .utf8))
  }

  init(name: String, text: String) throws {
    self.name = name
    steps = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() where !line.isEmpty
    {
      let whole: JSON
      do {
        whole = try JSON(parsing: Data(line.utf8))
      } catch {
        throw ReplayFailure("\(name):\(index + 1): not JSON: \(error)")
      }
      guard let kind = Self.kinds.first(where: { whole[$0] != nil }), let value = whole[kind] else {
        throw ReplayFailure("\(name):\(index + 1): not a step: \(line.prefix(80))")
      }
      steps.append(Step(line: index + 1, kind: kind, value: value, whole: whole))
    }
  }
}
