import Behaviour

/// Names by which code and tests speak of the same thing: members, functions, labels, keys.
enum ChangedNames {
  private static let shortest = 4

  /// What the units of a file that are no tests spoke of and speak of no more.
  static func lost(from old: [Unit], to new: [Unit]) -> Set<String> {
    guard !old.isEmpty else { return [] }
    return spoken(of: old).subtracting(spoken(of: new))
  }

  static func spoken(of units: [Unit]) -> Set<String> {
    var names: Set<String> = []
    for unit in units where unit.kind != .test {
      if unit.kind != .module {
        insert(unit.name, into: &names)
        if let owner = unit.owner { insert(String(NameReading.last(owner.name)), into: &names) }
      }
      add(unit, to: &names)
    }
    return names
  }

  /// What one unit speaks of.
  static func spoken(of unit: Unit) -> Set<String> {
    var names: Set<String> = []
    add(unit, to: &names)
    return names
  }

  private static func add(_ unit: Unit, to names: inout Set<String>) {
    let tree = unit.tree
    for node in tree.nodes where node.name != 0 {
      let text = tree.text(node.name)
      switch node.kind {
      case .call: insert(String(NameReading.last(text)), into: &names)
      // A plain name is the unit's own affair; one with a capital is a type's or a constant's.
      case .read where text.contains(".") || NameReading.isCapitalized(text):
        insert(String(NameReading.last(text)), into: &names)
      case .argument: insert(text, into: &names)
      case .literal where node.literalKind == .string:
        if text.utf8.count <= 60, !text.utf8.contains(UInt8(ascii: " ")) { insert(text, into: &names) }
      default: continue
      }
    }
  }

  /// Without the signs that a language puts in front: `@response`, `:length`.
  private static func insert(_ name: String, into names: inout Set<String>) {
    let bare = name.drop { !($0.isLetter || $0.isNumber || $0 == "_") }
    if bare.utf8.count >= shortest { names.insert(String(bare)) }
  }
}
