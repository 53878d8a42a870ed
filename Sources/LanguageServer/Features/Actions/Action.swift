import LanguageServerProtocol
import Rules
import SourceText

/// Something that can be done about the code at some lines.
struct Action {
  enum Kind: String {
    case fix, question, answer, ignore, checklist, ledger
  }

  var kind: Kind
  var title: String
  /// Qualified name of the unit that it is about; empty for what belongs to the file.
  var unit: String
  /// The entry that it is about; nil where it is about a whole unit.
  var entry: PlacedEntry?
  /// In the text as it is, ascending, none touching another.
  var edits: [TextEdit] = []
  /// Why it cannot be done now.
  var disabledReason: String?

  var codeActionKind: CodeActionKind {
    switch kind {
    case .fix, .question, .answer, .ignore: .quickFix
    case .checklist: .refactorRewrite
    case .ledger: .source
    }
  }
}
