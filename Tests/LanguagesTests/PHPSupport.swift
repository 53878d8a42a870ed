import Behaviour
import Languages
import Testing

/// The statements of a function with this body, as its tree prints, without the block around them.
func php(_ body: String, parameters: String = "", imports: String = "") throws -> String {
  let text = "<?php\n" + imports + "\nfunction f(" + parameters + ")\n{\n" + body + "\n}\n"
  let tree = try Reading(text, path: "a.php").tree("f")
  return tree.split(separator: "\n").dropFirst().map { $0.dropFirst(4) + "\n" }.joined()
}
