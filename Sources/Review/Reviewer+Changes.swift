import Analysis
import Workspace

extension Reviewer {
  /// Changes of more files than this are compared file by file.
  private static let mostFiles = 400

  /// Everything that the change touches, also outside of what is reviewed: code moves between files.
  func changeSet(_ comparison: Comparison) -> ChangeSet? {
    let changed = comparison.files.filter { analyzer.mayRead(path: $0.description) }
    guard changed.count <= Reviewer.mostFiles else { return nil }
    // What is all there is needs no second look.
    guard changed.count > 1 else { return ChangeSet([], analyzer: analyzer) }
    let limit = analyzer.configuration.sizeLimit
    let texts = changed.map { path in
      var now: [UInt8] = []
      let place = comparison.place(of: path)
      if case .bytes(let bytes) = FileContents(of: place, limit: limit) { now = bytes }
      return ChangeSet.Text(path: path.description, old: comparison.text(before: place), new: now)
    }
    return ChangeSet(texts, analyzer: analyzer)
  }
}
