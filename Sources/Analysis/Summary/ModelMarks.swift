import Behaviour
import Rules

/// What a mark on a field or a type says of its table: `Column(unique = true)`, `Unique(["code", "user"])`, `Version`.
enum ModelMarks {
  static func read(_ mark: String, field: String?) -> ModelStatement? {
    let name = String(mark.prefix { $0 != "(" }.split(separator: ".").last ?? "")
    let rest = mark.dropFirst(mark.prefix { $0 != "(" }.utf8.count)
    let flat = rest.filter { $0 != " " && $0 != "\n" && $0 != "\t" }
    if let field {
      if ["Version", "ConcurrencyCheck", "Timestamp"].contains(name) {
        return ModelStatement(isVersion: true)
      }
      let saysUnique = ["unique=true", "unique:true", "IsUnique=true"].contains {
        flat.contains($0)
      }
      let isKey =
        ["Unique", "PrimaryColumn"].contains(name) || saysUnique && !flat.contains("where")
      return isKey ? ModelStatement(columns: [field]) : nil
    }
    switch name {
    case "Unique", "UniqueConstraint":
      return key(columns(in: rest))
    case "Index":
      guard flat.contains("unique:true") || flat.contains("IsUnique=true"), !flat.contains("where")
      else { return nil }
      return key(columns(in: rest))
    case "Table":
      guard let at = rest.firstRange(of: "columnNames") else { return nil }
      return key(columns(in: rest[at.upperBound...].prefix { $0 != ")" }))
    default: return nil
    }
  }

  private static func key(_ columns: [String]) -> ModelStatement? {
    columns.isEmpty ? nil : ModelStatement(columns: columns)
  }

  /// Quoted texts, and what `nameof(…)` names; a text in front of a list is the key's own name.
  private static func columns(in text: Substring) -> [String] {
    var text = text
    if let list = text.firstIndex(where: { $0 == "[" || $0 == "{" }),
      let end = text[list...].firstIndex(where: { $0 == "]" || $0 == "}" })
    {
      let inner = text[text.index(after: list)..<end]
      if inner.contains(where: { $0 == "\"" || $0 == "'" }) { text = inner }
    }
    var found: [String] = []
    var quoted: String?
    var quote: Character = "\""
    for character in text {
      if let open = quoted {
        if character == quote {
          if !open.isEmpty { found.append(open) }
          quoted = nil
        } else {
          quoted = open + String(character)
        }
      } else if character == "\"" || character == "'" {
        quote = character
        quoted = ""
      }
    }
    var rest = text
    while let at = rest.firstRange(of: "nameof(") {
      let name = rest[at.upperBound...].prefix { $0 != ")" }
      found.append(String(name.split(separator: ".").last ?? ""))
      rest = rest[at.upperBound...]
    }
    return found.filter { !$0.isEmpty && $0.utf8.count <= 60 }
  }
}
