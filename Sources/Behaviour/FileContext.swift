/// What is true of a whole file, as far as its units need to know it.
package struct FileContext: Sendable, Hashable {
  /// Relative to the workspace, `/` between parts.
  package var path: String
  /// The family, as reports and knowledge have it.
  package var language: String
  package var facts: LanguageFacts
  package var traits: FileTraits
  /// Canonical names of what the file imports, sorted.
  package var imports: [String]

  package init(path: String, language: String, facts: LanguageFacts, traits: FileTraits = [], imports: [String] = []) {
    self.path = path
    self.language = language
    self.facts = facts
    self.traits = traits
    self.imports = imports
  }
}

package struct FileTraits: OptionSet, Sendable, Hashable {
  package let rawValue: UInt16
  package init(rawValue: UInt16) { self.rawValue = rawValue }

  package static let test = FileTraits(rawValue: 1 << 0)
  package static let generated = FileTraits(rawValue: 1 << 1)
  package static let vendored = FileTraits(rawValue: 1 << 2)
  /// Declares types only (`.pyi`, `.d.ts`).
  package static let stub = FileTraits(rawValue: 1 << 3)
  /// A migration, a seed, an example, a benchmark, a script: run by a person, or once.
  package static let oneOff = FileTraits(rawValue: 1 << 4)
  /// Runs as a program (`if __name__ == "__main__"`, a shebang).
  package static let script = FileTraits(rawValue: 1 << 5)
}
