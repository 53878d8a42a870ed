import TreeSitter

/// The languages that can be read.
package enum Languages {
  package static let all: [any Language] = {
    let made: [(any Language)?] = [
      CSharpLanguage(),
      GoLanguage(),
      JavaLanguage(),
      JavaScriptLanguage(.javascript),
      JavaScriptLanguage(.typescript),
      JavaScriptLanguage(.tsx),
      KotlinLanguage(),
      PHPLanguage(),
      PythonLanguage(),
      RubyLanguage(),
      RustLanguage(),
      SwiftLanguage(),
    ]
    return made.compactMap { $0 }
  }()

  package static func language(_ id: LanguageID) -> (any Language)? { all.first { $0.id == id } }

  /// The language of a file: by its name, else by the program that its first line names.
  ///
  /// - Parameter firstLine: with or without the line's end; looked at only where the name has no ending.
  package static func language(forPath path: String, firstLine: ArraySlice<UInt8> = []) -> (any Language)? {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return language(ofScript: firstLine) }
    let ending = name[name.index(after: dot)...].lowercased()
    return all.first { $0.fileExtensions.contains(ending) }
  }

  /// The language that an editor calls so.
  package static func language(forEditorID id: String) -> (any Language)? {
    all.first { $0.editorIDs.contains(id) }
  }

  /// Parses bytes as a language; nil only where the parser cannot be made, or gives up.
  package static func parse(_ bytes: [UInt8], path: String, as language: any Language) -> Source? {
    guard let parser = Parser(language.grammar) else { return nil }
    guard let tree = bytes.withUnsafeBufferPointer({ parser.parse($0) }) else { return nil }
    return Source(path: path, bytes: bytes, syntax: SyntaxTree(tree, skipping: language.skippedKinds))
  }

  /// `#!/usr/bin/env -S python3.11 -u`, `#!/usr/bin/node`.
  private static func language(ofScript firstLine: ArraySlice<UInt8>) -> (any Language)? {
    guard firstLine.starts(with: "#!".utf8) else { return nil }
    let line = String(decoding: firstLine.dropFirst(2).prefix(200), as: UTF8.self)
    let words = line.split { $0 == " " || $0 == "\t" || $0.isNewline }
    guard var program = words.first?.split(separator: "/").last else { return nil }
    if program == "env" {
      guard let named = words.dropFirst().first(where: { !$0.hasPrefix("-") && !$0.contains("=") }) else { return nil }
      program = named.split(separator: "/").last ?? named
    }
    let versionless = program.prefix { !$0.isNumber }
    return all.first { $0.interpreters.contains(String(versionless)) }
  }
}

extension LanguageID {
  /// The language that an editor calls so; nil for one that is not read.
  package init?(editorID: String) {
    guard let id = Languages.language(forEditorID: editorID)?.id else { return nil }
    self = id
  }
}
