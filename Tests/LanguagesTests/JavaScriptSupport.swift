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
