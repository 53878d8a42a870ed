package import Rules
package import SourceText

/// Where summaries outlive the index that they were made for. What it gives may have been made long ago, by another
/// process: it is a function of the text, the place, and the program.
package protocol SummaryStore: Sendable {
  /// What was kept of a text; nil where nothing was, or nothing can be had.
  ///
  /// - Parameter path: relative to the workspace.
  func summary(of path: String, content: ContentHash) -> FileSummary?

  func keep(_ summary: FileSummary, content: ContentHash)
}

/// Keeps nothing: each text is read again.
package struct NoSummaryStore: SummaryStore {
  package init() {}
  package func summary(of path: String, content: ContentHash) -> FileSummary? { nil }
  package func keep(_ summary: FileSummary, content: ContentHash) {}
}
