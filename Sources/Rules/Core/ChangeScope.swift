package import Behaviour

/// What a change did around a unit, as far as it is at hand.
package struct ChangeScope {
  /// All units of the unit's file as it was, and as it is.
  package let oldUnits: () -> [Unit]
  package let newUnits: () -> [Unit]
  package let facts: FileFacts
  package let elsewhere: ChangedFiles

  package init(
    oldUnits: @escaping () -> [Unit],
    newUnits: @escaping () -> [Unit],
    facts: FileFacts,
    elsewhere: ChangedFiles
  ) {
    self.oldUnits = oldUnits
    self.newUnits = newUnits
    self.facts = facts
    self.elsewhere = elsewhere
  }
}

/// The other files that a change touches.
package struct ChangedFiles: Sendable {
  package struct File: Sendable {
    package let facts: FileFacts
    package let old: [Unit]
    package let new: [Unit]
    /// Names of functions and types that the file had and has no more.
    package let removed: Set<String>
    /// Names of which its code spoke and speaks no more; none for a file of tests.
    package let lost: Set<String>
    /// Positions in `new` of the units that the file did not have.
    package let added: [Int]

    package init(facts: FileFacts, old: [Unit], new: [Unit]) {
      self.facts = facts
      self.old = old
      self.new = new
      let were = Set(old.map(\.qualifiedName))
      added = new.indices.filter { !were.contains(new[$0].qualifiedName) && new[$0].kind != .module }
      lost = facts.context.traits.contains(.test) ? [] : ChangedNames.lost(from: old, to: new)
      removed = ChangedFiles.names(of: old).subtracting(ChangedFiles.names(of: new))
    }
  }

  package let files: [File]
  /// Every file of the change is in it, but the one that is looked at.
  package let isWhole: Bool

  package init(files: [File], isWhole: Bool) {
    self.files = files
    self.isWhole = isWhole
  }

  package static let none = ChangedFiles(files: [], isWhole: false)

  /// Of some names, those of which code of these files spoke, and of which none of it speaks any more.
  ///
  /// - Parameter own: names that are lost in the file that is looked at.
  func lost(among names: Set<String>, besides own: Set<String> = []) -> Set<String> {
    let files = files.filter { !$0.facts.context.traits.contains(.test) }
    var lost = files.reduce(into: own) { $0.formUnion($1.lost) }.intersection(names)
    for file in files where !lost.isEmpty { lost.subtract(ChangedNames.spoken(of: file.new)) }
    return lost
  }

  /// The functions and types that some units declare, by their last names.
  package static func names(of units: [Unit]) -> Set<String> {
    var names: Set<String> = []
    for unit in units where unit.kind != .module && unit.kind != .test {
      names.insert(unit.name)
      if let owner = unit.owner { names.insert(String(NameReading.last(owner.name))) }
    }
    return names
  }
}
