import Behaviour
import Rules

/// Following calls.
extension WorkspaceIndex {
  /// What a call of a file runs.
  func resolved(_ call: Int32, in number: Int32) -> ResolvedCall {
    guard let file = file(number), file.summary.calls.indices.contains(Int(call)) else { return ResolvedCall() }
    let written = file.summary.calls[Int(call)]
    if written.flags.contains(.known) { return ResolvedCall() }
    return file.resolved(call, revision: declarations) {
      guard let unit = file.calls.unit(ofCall: Int(call)), let resolver = CallResolver(index: self, from: number) else {
        return ResolvedCall()
      }
      let summary = file.summary.units[unit]
      return resolver.resolve(file.reference(written), from: summary.qualifiedName, owner: summary.owner)
    }
  }

  /// What a unit does with all that it surely calls: a walk over at most so many units, nearest first.
  func reach(of start: ID) -> Reach {
    answer({ $0.reaches[start] }, { $0.reaches[start] = $1 }) { findReach(of: start) }
  }

  private func findReach(of start: ID) -> Reach {
    var reach = Reach(effects: [], conduct: [], isWhole: true)
    var seen: Set<ID> = [start]
    var waiting = [(id: start, depth: 0)]
    var next = 0
    while next < waiting.count {
      let (id, depth) = waiting[next]
      next += 1
      guard let file = file(of: id), file.summary.units.indices.contains(Int(id.position)) else { continue }
      let unit = file.summary.units[Int(id.position)]
      reach.effects.formUnion(unit.effects)
      reach.conduct.formUnion(unit.conduct)
      if unit.conduct.contains(.hasUnknown) { reach.isWhole = false }
      for position in unit.calls where file.summary.calls.indices.contains(Int(position)) {
        if file.summary.calls[Int(position)].flags.contains(.known) { continue }
        let found = resolved(position, in: id.file)
        guard found.certainty == .sure, let callee = found.units.first else {
          reach.isWhole = false
          continue
        }
        guard seen.insert(callee).inserted else { continue }
        guard depth < WorkspaceIndex.deepest, seen.count < WorkspaceIndex.most else {
          reach.isWhole = false
          continue
        }
        waiting.append((callee, depth + 1))
      }
    }
    return reach
  }

  private static let deepest = 8
  private static let most = 500

  /// What the names of modules start with that are folders of the workspace. Told from what is imported: the same root
  /// stands before the folders of most packages that exist here.
  var moduleRoots: [String] { answer({ $0.moduleRoots }, { $0.moduleRoots = $1 }) { findModuleRoots() } }

  private func findModuleRoots() -> [String] {
    let candidates = files.lazy.compactMap { $0 }.filter { $0.links.modulesAreFolders }
    let folders = Set(candidates.map { String($0.folder) })
    guard !folders.isEmpty else { return [] }
    var counts: [String: Int] = [:]
    for file in candidates {
      for path in file.summary.imports where path.contains("/") {
        // The longest end of the path that is a folder here.
        var at = path.startIndex
        while let slash = path[at...].firstIndex(of: "/") {
          at = path.index(after: slash)
          guard folders.contains(String(path[at...])) else { continue }
          counts[String(path[..<slash]), default: 0] += 1
          break
        }
      }
    }
    let most = counts.values.max() ?? 0
    return counts.filter { $0.value * 10 >= most }.map(\.key).sorted { ($1.count, $0) < ($0.count, $1) }
  }
}
