import Behaviour
import Languages
import Testing

/// The statements of a function with this body, as its tree prints, without the block and the parameters around them.
func javaScript(
  _ body: String,
  before: String = "",
  parameters: String = "",
  path: String = "src/file.ts"
) throws -> String {
  let text = "\(before)\nasync function f(\(parameters)) {\n\(body)\n}\n"
  let lines = try Reading(text, path: path).tree("f").split(separator: "\n")
  // The block, its parameters and what stands below them.
  let statements = lines.dropFirst().drop { $0.hasPrefix("    parameter:") || $0.hasPrefix("      ") }
  return statements.map { $0.dropFirst(4) + "\n" }.joined()
}

/// The units of a file, a line each: kind, qualified name, and the text that is theirs, shortened.
func javaScriptUnits(_ text: String, path: String = "src/file.ts") throws -> String {
  let reading = try Reading(text, path: path)
  return reading.outline.units.map { span in
    let words = reading.source.text(span.range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return "\(span.kind.rawValue) \(span.qualifiedName): " + (words.count > 60 ? words.prefix(57) + "..." : words)
      + "\n"
  }.joined()
}

/// What the names at the top level of a file stand for, a line each.
func javaScriptNames(_ text: String, path: String = "src/file.ts") throws -> String {
  let names = try Reading(text, path: path).outline.environment.names
  return names.sorted { $0.key < $1.key }.map { name, meaning in
    let meaning =
      switch meaning {
      case .imported(let path): "imported \(path)"
      case .function(let isAsync): isAsync ? "async function" : "function"
      case .type: "type"
      case .value(let type?, let certainty): "value of \(type) by \(certainty)"
      case .value: "value"
      }
    return "\(name): \(meaning)\n"
  }.joined()
}

/// A unit of a file as it prints.
func javaScriptUnit(_ name: String, in text: String, path: String = "src/file.ts") throws -> String {
  BehaviourPrinter().print(try Reading(text, path: path).unit(name))
}
