import Behaviour
import Languages
import Testing

/// A piece of code, read.
struct Reading {
  let source: Source
  let outline: Outline
  let language: any Language

  init(_ text: String, path: String) throws { try self.init(bytes: Array(text.utf8), path: path) }

  init(bytes: [UInt8], path: String) throws {
    language = try #require(Languages.language(forPath: path))
    source = try #require(Languages.parse(bytes, path: path, as: language))
    outline = language.outline(of: source)
  }

  var units: [Unit] { outline.units.map { language.lower($0, of: source, in: outline) } }

  func unit(_ qualifiedName: String) throws -> Unit {
    let span = try #require(outline.units.first { $0.qualifiedName == qualifiedName }, "no unit \(qualifiedName)")
    return language.lower(span, of: source, in: outline)
  }

  /// The tree of a unit as text, of the first where no name is given.
  func tree(_ qualifiedName: String? = nil) throws -> String {
    let unit = try qualifiedName.map { try self.unit($0) } ?? #require(units.first)
    return BehaviourPrinter().print(unit.tree)
  }
}

/// The statements of a function with this body, as its tree prints, without the block around them.
func python(_ body: String, parameters: String = "", imports: String = "") throws -> String {
  let indented = body.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }
  let text = imports + "\ndef f(" + parameters + "):\n" + indented.joined(separator: "\n") + "\n"
  let tree = try Reading(text, path: "a.py").tree("f")
  return tree.split(separator: "\n").dropFirst().map { $0.dropFirst(4) + "\n" }.joined()
}
