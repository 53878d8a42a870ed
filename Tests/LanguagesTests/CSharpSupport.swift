import Behaviour
import Languages
import Testing

/// The statements of a method with this body, as its tree prints, without the block and the parameters around them.
func csharp(
  _ body: String,
  before: String = "",
  parameters: String = "",
  members: String = "",
  path: String = "src/Shop.cs"
) throws -> String {
  let text = """
    \(before)
    class Shop {
    \(members)
      async Task F(\(parameters)) {
    \(body)
      }
    }
    """
  let lines = try Reading(text, path: path).tree("Shop.F").split(separator: "\n")
  // The block, its parameters and what stands below them.
  let statements = lines.dropFirst().drop { $0.hasPrefix("    parameter:") || $0.hasPrefix("      ") }
  return statements.map { $0.dropFirst(4) + "\n" }.joined()
}

/// The units of a file, a line each: kind, qualified name, and the text that is theirs, shortened.
func csharpUnits(_ text: String, path: String = "src/Shop.cs") throws -> String {
  let reading = try Reading(text, path: path)
  return reading.outline.units.map { span in
    let words = reading.source.text(span.range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return "\(span.kind.rawValue) \(span.qualifiedName): " + (words.count > 60 ? words.prefix(57) + "..." : words)
      + "\n"
  }.joined()
}
