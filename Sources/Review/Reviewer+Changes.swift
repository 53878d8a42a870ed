import Analysis
import Workspace

extension Reviewer {
  /// Changes of more files than this are compared file by file.
  private static let mostFiles = 400

  /// Everything that the change touches, also outside of what is reviewed: code moves between files.
  func changeSet(_ comparison: Comparison, _ workspace: ReviewedWorkspace, _ readings: Readings) -> ChangeSet? {
    let changed = comparison.files.filter { analyzer.mayRead(path: $0.description) }
    guard changed.count <= Reviewer.mostFiles else { return nil }
    // What is all there is needs no second look.
    guard changed.count > 1 else { return ChangeSet([]) }
    let limit = analyzer.configuration.sizeLimit
    let versions = Threads.map(changed) { path -> ChangeSet.Versions in
      let name = path.description
      let place = comparison.place(of: path)
      var now: [UInt8] = []
      if case .bytes(let bytes) = FileContents(of: place, limit: limit) { now = bytes }
      let old = readings.read(name, comparison.text(before: place))
      if let kept = workspace.peek(place, bytes: now), kept.name == name { readings.keep(kept, at: name) }
      return ChangeSet.Versions(path: name, old: old, new: readings.read(name, now))
    }
    return ChangeSet(versions)
  }
}
