package import JSONText

extension TestEditor {
  /// What a client makes of a text by some edits, whose columns count UTF-16. They must not overlap.
  package static func applying(_ edits: JSONValue?, to text: String) -> String? {
    guard case .array(let edits)? = edits else { return nil }
    var lines: [[UInt16]] = [[]]
    for unit in text.utf16 {
      lines[lines.count - 1].append(unit)
      if unit == 10 { lines.append([]) }
    }
    var starts: [Int] = [0]
    for line in lines.dropLast() { starts.append(starts[starts.count - 1] + line.count) }
    func offset(_ position: JSONValue?) -> Int? {
      guard case .integer(let line)? = position?["line"], case .integer(let column)? = position?["character"],
        starts.indices.contains(Int(line)), lines[Int(line)].count >= Int(column)
      else { return nil }
      return starts[Int(line)] + Int(column)
    }
    var units = Array(text.utf16)
    var replacements: [(Range<Int>, [UInt16])] = []
    for edit in edits {
      guard let start = offset(edit["range"]?["start"]), let end = offset(edit["range"]?["end"]), start <= end,
        case .string(let new)? = edit["newText"]
      else { return nil }
      replacements.append((start..<end, Array(new.utf16)))
    }
    for (range, new) in replacements.sorted(by: { $0.0.lowerBound > $1.0.lowerBound }) {
      units.replaceSubrange(range, with: new)
    }
    return String(decoding: units, as: UTF16.self)
  }
}
