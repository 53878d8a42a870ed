import JSONText

/// What sort of action it is. Kinds form a tree: `refactor.extract` is one of `refactor`.
package struct CodeActionKind: OpenSet {
  package let rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }

  package static let empty = CodeActionKind(rawValue: "")
  package static let quickFix = CodeActionKind(rawValue: "quickfix")
  package static let refactor = CodeActionKind(rawValue: "refactor")
  package static let refactorExtract = CodeActionKind(rawValue: "refactor.extract")
  package static let refactorInline = CodeActionKind(rawValue: "refactor.inline")
  package static let refactorRewrite = CodeActionKind(rawValue: "refactor.rewrite")
  package static let source = CodeActionKind(rawValue: "source")
  package static let sourceOrganizeImports = CodeActionKind(rawValue: "source.organizeImports")
  package static let sourceFixAll = CodeActionKind(rawValue: "source.fixAll")

  /// Whether this is `other`, or of its sort. Everything is of the empty kind.
  package func isKind(of other: CodeActionKind) -> Bool {
    other.rawValue.isEmpty || self == other || rawValue.hasPrefix(other.rawValue + ".")
  }
}

/// What made a client ask for actions.
package struct CodeActionTriggerKind: OpenSet {
  package let rawValue: Int

  package init(rawValue: Int) { self.rawValue = rawValue }

  /// Somebody asked.
  package static let invoked = CodeActionTriggerKind(rawValue: 1)
  /// The cursor moved, or the text changed.
  package static let automatic = CodeActionTriggerKind(rawValue: 2)
}
