import SourceText

/// An entry that a person is to look at, with where it stands.
struct SeenEntry {
  let file: ReviewReport.File
  /// Nil for what belongs to the file.
  let unit: ReviewReport.Unit?
  let entry: ReviewReport.Entry

  /// The unit is gone: lines are those of the file at the base.
  var isOfTheBase: Bool { unit?.change == "removed" }

  /// It was there at the base already, in code that the change touched.
  var isOld: Bool { entry.isOld == true }
}

extension ReviewReport {
  /// The entries that people are to look at: in a comparison only what the change touched, and what it brought before
  /// what was there; then worst first.
  func peopleSee() -> [SeenEntry] {
    let found = touched().filter { $0.entry.outcome != "checked" }
    // Of two that cost the same, the one that stands first.
    return found.enumerated().sorted { a, b in
      if a.element.isOld != b.element.isOld { return b.element.isOld }
      let ranks = (Order(a.element.entry), Order(b.element.entry))
      return ranks.0 == ranks.1 ? a.offset < b.offset : ranks.0 < ranks.1
    }.map { $0.element }
  }

  /// Every entry of what the change touched, in the order of the text.
  func touched() -> [SeenEntry] {
    var found: [SeenEntry] = []
    for file in files {
      for entry in file.entries where !entry.isSuppressed {
        found.append(SeenEntry(file: file, unit: nil, entry: entry))
      }
      for unit in file.units where unit.change != "unchanged" {
        for entry in unit.entries where !entry.isSuppressed {
          found.append(SeenEntry(file: file, unit: unit, entry: entry))
        }
      }
    }
    return found
  }
}

/// Entries that say the same of different places, told once.
struct SeenGroup {
  private(set) var members: [SeenEntry]

  var first: SeenEntry? { members.first }

  /// In the order of their first members.
  static func groups(of entries: [SeenEntry]) -> [SeenGroup] {
    var groups: [SeenGroup] = []
    var positions: [String: Int] = [:]
    for item in entries {
      let key = SeenGroup.key(item.entry)
      if let position = positions[key] {
        groups[position].members.append(item)
      } else {
        positions[key] = groups.count
        groups.append(SeenGroup(members: [item]))
      }
    }
    return groups
  }

  /// What is left of an entry without the code that it quotes. Where more than the name of the unit differs, the rest
  /// is part of what is said.
  private static func key(_ entry: ReviewReport.Entry) -> String {
    [
      entry.rule, entry.outcome, entry.stake, entry.confidence ?? "", outline(entry.reason ?? ""),
      outline(entry.message),
    ]
    .joined(separator: "\u{0}")
  }

  private static func outline(_ text: String) -> String {
    var out = ""
    var isCode = false
    for character in text {
      if character == "`" {
        isCode.toggle()
        out.append(character)
      } else if !isCode {
        out.append(character)
      }
    }
    return out
  }
}
