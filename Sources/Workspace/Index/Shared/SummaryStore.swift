package import Rules

/// Where summaries outlive the index that they were made for. What it gives may have been made long ago, by another
/// process: it is a function of the text, the place, and the program.
package protocol SummaryStore: Sendable {
  /// What was kept of a text; nil where nothing was, or nothing can be had.
  ///
  /// - Parameter path: relative to the workspace.
  func summary(of path: String, _ bytes: [UInt8]) -> FileSummary?

  func keep(_ summary: FileSummary, of bytes: [UInt8])

  /// Nothing more is asked of it, and nothing more comes.
  func finish()
}

/// Keeps nothing: each text is read again.
package struct NoSummaryStore: SummaryStore {
  package init() {}
  package func summary(of path: String, _ bytes: [UInt8]) -> FileSummary? { nil }
  package func keep(_ summary: FileSummary, of bytes: [UInt8]) {}
  package func finish() {}
}

extension WorkspaceCache: SummaryStore {
  package func summary(of path: String, _ bytes: [UInt8]) -> FileSummary? {
    summary(of: bytes, readAs: path, at: path)
  }

  package func keep(_ summary: FileSummary, of bytes: [UInt8]) { keep(summary, of: bytes, readAs: summary.path) }

  package func finish() { close() }
}
