package import Analysis
package import Rules
package import Workspace

/// The files of a workspace as the rules of each may ask of the others.
package struct ReviewedWorkspace: Sendable {
  package let index: WorkspaceIndex
  /// What the workspace's paths are relative to.
  private let root: FilePath

  /// Indexes the workspaces that some reviewed paths belong to.
  package init(_ candidates: [Candidate], of paths: [FilePath], analyzer: Analyzer) {
    let root = Discovery.workspaceRoot(of: paths)
    self.root = root
    var byPlace: [String: FilePath] = [:]
    for candidate in candidates where candidate.kind == .file && analyzer.mayRead(path: candidate.path.description) {
      if let place = ReviewedWorkspace.place(of: candidate.path, below: root) { byPlace[place] = candidate.path }
    }
    var others: [String: FilePath] = [:]
    Discovery().visit(root) { candidate in
      guard candidate.kind == .file, analyzer.mayRead(path: candidate.path.description),
        let place = candidate.path.relative(to: root)?.description, byPlace[place] == nil
      else { return true }
      others[place] = candidate.path
      return others.count <= ReviewedWorkspace.mostOthers
    }
    if others.count <= ReviewedWorkspace.mostOthers { byPlace.merge(others) { reviewed, _ in reviewed } }
    let items = byPlace.sorted { $0.key < $1.key }
    let summaries = Threads.map(items) { item -> FileSummary? in
      guard analyzer.mayRead(path: item.key),
        case .bytes(let bytes) = FileContents(of: item.value, limit: analyzer.configuration.sizeLimit)
      else { return nil }
      return analyzer.summary(path: item.key, bytes: bytes)
    }
    index = WorkspaceIndex(summaries.compactMap { $0 })
  }

  /// Files of the workspace that are read besides those that are reviewed; where there are more, none is.
  private static let mostOthers = 2_000

  package func facts(for path: FilePath) -> (any WorkspaceFacts)? {
    ReviewedWorkspace.place(of: path, below: root).flatMap { index.facts(forFile: $0) }
  }

  private static func place(of path: FilePath, below root: FilePath) -> String? {
    (try? path.resolved())?.relative(to: root)?.description
  }
}
