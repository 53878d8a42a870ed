import Behaviour
import Knowledge
import Languages
package import Rules
import TreeSitter

/// A file that was read and not yet judged: a workspace's files are all read before the first is judged.
package struct ReadFile: Sendable {
  let path: String
  let outcome: ReadingOutcome

  /// What other files may know of it; nil where it could not be read.
  ///
  /// - Parameter place: where it stands in the workspace, where that is not the path by which it was read.
  package func summary(at place: String? = nil) -> FileSummary? {
    guard case .read(let reading) = outcome else { return nil }
    var summary = FileSummary(reading, knowledge: KnowledgeBase.standard(for: reading.language.id.family))
    if let place { summary.path = place }
    return summary
  }

  /// A file as it was; one that cannot be read has no units to compare with.
  fileprivate var asBaseline: BaselineReading {
    guard case .read(let reading) = outcome else { return BaselineReading(nil) }
    return BaselineReading(reading)
  }

  /// The units of the text, and what they know of each other; nil for one that cannot be read.
  var units: (facts: FileFacts, units: [Unit])? {
    guard case .read(let reading) = outcome else { return nil }
    return (reading.facts, reading.units)
  }

  /// By which path it was read.
  package var name: String { path }

  /// Whether this is what a text was read to.
  package func isReading(of bytes: [UInt8]) -> Bool {
    guard case .read(let reading) = outcome else { return false }
    return reading.source.bytes == bytes
  }
}

extension Analyzer {
  /// Reads a file.
  ///
  /// - Parameter path: relative to the workspace; decides the language and whether it is test code.
  package func read(path: String, bytes: [UInt8]) -> ReadFile {
    var outcome = reading(path: path, bytes: bytes)
    if case .read(var reading) = outcome {
      // The syntax was needed for the units alone, and is what takes most room.
      reading.source = Source(path: path, bytes: bytes, syntax: reading.source.syntax.emptied)
      outcome = .read(reading)
    }
    return ReadFile(path: path, outcome: outcome)
  }

  /// Judges a file that was read.
  ///
  /// - Parameter baseline: the file as it was, where there is one to compare with.
  package func analyze(
    _ file: ReadFile,
    baseline: ReadFile? = nil,
    workspace: (any WorkspaceFacts)? = nil,
    changes: ChangeSet.View? = nil
  ) -> FileAnalysis {
    switch file.outcome {
    case .skipped(let language, let reason):
      return FileAnalysis(path: file.path, language: language, status: .skipped(reason))
    case .read(let reading):
      return judge(reading, baseline: baseline.map(\.asBaseline), workspace: workspace, changes)
    }
  }

  /// What other files may know of a file; nil where it cannot be read.
  package func summary(path: String, bytes: [UInt8]) -> FileSummary? { read(path: path, bytes: bytes).summary() }
}
