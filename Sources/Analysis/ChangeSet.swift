package import Behaviour
import Knowledge
package import Rules

/// All files of a change, read once, so that what moved from one to another is not taken for gone.
package final class ChangeSet: Sendable {
  /// What a unit was in the file that it came from.
  package struct Origin: Sendable {
    package let unit: Unit
    package let path: String
    /// Whether it is the same unit beyond doubt, not merely one to compare with.
    package let isSure: Bool
    package let facts: FileFacts
    package let units: [Unit]
  }

  /// A file as it was (empty for a new one) and as it is (empty for one that is gone).
  package struct Versions: Sendable {
    package let path: String
    package let old: ReadFile
    package let new: ReadFile

    package init(path: String, old: ReadFile, new: ReadFile) {
      self.path = path
      self.old = old
      self.new = new
    }
  }

  /// The change as one of its files sees it.
  package struct View: Sendable {
    fileprivate let all: ChangeSet
    fileprivate let path: String

    /// The others.
    var elsewhere: ChangedFiles { all.files(besides: path) }

    /// Where a unit of the file came from, where that is another file.
    func origin(ofNew index: Int) -> Origin? { all.origins[Place(path: path, index: index)] }

    /// Whether a unit that the file had is in another file now.
    func isMoved(old index: Int) -> Bool { all.moved[Place(path: path, index: index)] != nil }

    /// Whether it is there beyond doubt, so that nobody need be told that it is gone.
    func isSurelyMoved(old index: Int) -> Bool { all.moved[Place(path: path, index: index)] == true }
  }

  private struct Place: Hashable {
    let path: String
    let index: Int
  }

  private let files: [String: ChangedFiles.File]
  private let order: [String]
  private let origins: [Place: Origin]
  /// Units that are in another file now, and whether that is sure.
  private let moved: [Place: Bool]

  /// - Parameter versions: of every file that the change touches.
  package init(_ versions: [Versions]) {
    var files: [String: ChangedFiles.File] = [:]
    var oldFacts: [String: FileFacts] = [:]
    for file in versions {
      let old = file.old.units
      let new = file.new.units
      guard let facts = new?.facts ?? old?.facts else { continue }
      files[file.path] = ChangedFiles.File(facts: facts, old: old?.units ?? [], new: new?.units ?? [])
      oldFacts[file.path] = old?.facts
    }
    self.files = files
    order = files.keys.sorted()
    (origins, moved) = ChangeSet.moves(among: files, order, oldFacts)
  }

  package func view(of path: String) -> View { View(all: self, path: path) }

  private func files(besides path: String) -> ChangedFiles {
    ChangedFiles(files: order.compactMap { $0 == path ? nil : files[$0] }, isWhole: true)
  }

  /// How alike two units of one name must be to be one that moved, and two of different names.
  private static let likeness = (sameName: 0.5, otherName: 0.85)
  private static let leastNodes = 8

  private static func moves(
    among files: [String: ChangedFiles.File],
    _ order: [String],
    _ facts: [String: FileFacts]
  ) -> ([Place: Origin], [Place: Bool]) {
    var gone: [Place] = []
    var added: [Place] = []
    for path in order {
      guard let file = files[path] else { continue }
      let pairing = UnitPairing(old: file.old, new: file.new)
      gone += pairing.unpairedOld.filter { file.old[$0].kind != .module }.map { Place(path: path, index: $0) }
      added += file.new.indices.filter { pairing.partner(ofNew: $0) == nil && file.new[$0].kind != .module }
        .map { Place(path: path, index: $0) }
    }
    guard !gone.isEmpty, !added.isEmpty, gone.count * added.count <= 250_000 else { return ([:], [:]) }
    var bags: [Place: UnitPairing.Bag] = [:]
    var candidates: [(score: Double, isAlike: Bool, new: Int, old: Int)] = []
    for (n, new) in added.enumerated() {
      guard let unit = files[new.path]?.new[new.index] else { continue }
      let bag = UnitPairing.Bag(unit)
      for (o, old) in gone.enumerated() where old.path != new.path {
        guard let was = files[old.path]?.old[old.index],
          was.kind == unit.kind || was.kind != .test && unit.kind != .test
        else { continue }
        let isNamesake = was.name == unit.name
        guard isNamesake || bag.count >= leastNodes else { continue }
        let other = bags[old] ?? UnitPairing.Bag(was)
        bags[old] = other
        let score = bag.similarity(to: other, atLeast: isNamesake ? likeness.sameName : likeness.otherName)
        guard score >= (isNamesake ? likeness.sameName : likeness.otherName) else { continue }
        candidates.append((score + (isNamesake ? 1 : 0), score >= likeness.otherName, n, o))
      }
    }
    candidates.sort { ($1.score, $0.new, $0.old) < ($0.score, $1.new, $1.old) }
    var origins: [Place: Origin] = [:]
    var moved: [Place: Bool] = [:]
    for candidate in candidates {
      let new = added[candidate.new]
      let old = gone[candidate.old]
      guard origins[new] == nil, moved[old] == nil, let file = files[old.path], let facts = facts[old.path],
        let unit = files[new.path]?.new[new.index]
      else { continue }
      let was = file.old[old.index]
      // Many members of one name (`validate`, `get`) are alike by half without being one another.
      let isSure = candidate.isAlike || was.qualifiedName == unit.qualifiedName
      origins[new] = Origin(unit: was, path: old.path, isSure: isSure, facts: facts, units: file.old)
      moved[old] = isSure
    }
    return (origins, moved)
  }
}
