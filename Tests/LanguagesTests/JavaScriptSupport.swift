import Behaviour
import Languages
import Testing
import TreeSitter

/// A text in one of the three dialects, read.
struct JavaScriptFile {
  let language: JavaScriptLanguage
  let source: Source
  let outline: Outline

  init(
    _ text: String,
    _ dialect: JavaScriptLanguage.Dialect = .typescript,
    path: String? = nil,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    try self.init(bytes: Array(text.utf8), dialect, path: path, at: location)
  }

  init(
    bytes: [UInt8],
    _ dialect: JavaScriptLanguage.Dialect,
    path: String? = nil,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    language = try #require(JavaScriptLanguage(dialect), sourceLocation: location)
    let parser = try #require(Parser(language.grammar), sourceLocation: location)
    let tree = try #require(bytes.withUnsafeBufferPointer { parser.parse($0) }, sourceLocation: location)
    let name = "src/file." + (language.fileExtensions.first ?? "js")
    let syntax = SyntaxTree(tree, skipping: language.skippedKinds)
    source = Source(path: path ?? name, bytes: bytes, syntax: syntax)
    outline = language.outline(of: source)
  }

  var units: [Unit] { outline.units.map { language.lower($0, of: source, in: outline) } }

  func unit(_ name: String, at location: SourceLocation = #_sourceLocation) throws -> Unit {
    let span = try #require(
      outline.units.first { $0.qualifiedName == name },
      "no unit \(name) among \(outline.units.map(\.qualifiedName))",
      sourceLocation: location
    )
    return language.lower(span, of: source, in: outline)
  }
}

/// What a unit prints, without the line that names it.
func printed(_ unit: Unit) -> String {
  BehaviourPrinter().print(unit.tree).split(separator: "\n").map { String($0.dropFirst(2)) }.joined(separator: "\n")
}

/// The body of a function `f`, as it prints.
func body(
  _ text: String,
  _ dialect: JavaScriptLanguage.Dialect = .typescript,
  before: String = "",
  parameters: String = "",
  path: String? = nil,
  at location: SourceLocation = #_sourceLocation
) throws -> String {
  let whole = "\(before)\nasync function f(\(parameters)) {\n\(text)\n}\n"
  let unit = try JavaScriptFile(whole, dialect, path: path, at: location).unit("f", at: location)
  let lines = printed(unit).split(separator: "\n").map(String.init)
  let parameterLines = lines.dropFirst().filter { !$0.hasPrefix("  parameter:") }
  return parameterLines.map { String($0.dropFirst(2)) }.joined(separator: "\n")
}
