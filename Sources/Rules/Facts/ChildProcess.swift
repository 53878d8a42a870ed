package import Behaviour

extension UnitContext {
  /// Whether a child process is for a person to work with, by the words in the command and in the names around it: an
  /// editor, a pager, a shell. It runs for as long as that person likes, and how it ends matters to nobody else.
  package func isForPerson(_ call: NodeIndex) -> Bool {
    if ProcessWords.says(unit.qualifiedName) { return true }
    return tree.subtree(call).contains { node in
      switch tree.kind(node) {
      case .literal: tree[node].literalKind == .string && ProcessWords.says(tree.name(node))
      case .read: ProcessWords.says(tree.name(node))
      default: false
      }
    }
  }
}

private enum ProcessWords {
  static func says(_ name: String) -> Bool {
    NameReading.words(name).contains { word in
      words.contains(word) || ["pager", "editor", "browser", "viewer"].contains { word.hasSuffix($0) }
    }
  }

  private static let words: Set<String> = [
    "edit", "page", "less", "more", "shell", "interactive", "repl", "ssh", "session", "vi", "vim", "nano", "emacs",
    "tty", "pty", "terminal", "console", "prompt", "open", "inherit", "clear", "cls",
  ]
}
