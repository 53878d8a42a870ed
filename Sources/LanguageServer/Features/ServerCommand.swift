import JSONText
import LanguageServerProtocol

/// What a client can have the server do.
enum ServerCommand: String, CaseIterable {
  /// The page of one unit. Arguments: the document, the unit's qualified name.
  case showLedger = "lacuna.showLedger"
  /// The page of a document's review. Argument: the document.
  case reviewFile = "lacuna.reviewFile"
  /// The page of the review of a workspace folder. Argument: the folder; all of them without one.
  case reviewWorkspace = "lacuna.reviewWorkspace"
  /// Makes the edit of an action, for clients that take no edits along with actions. Argument: the action's data.
  case applyAction = "lacuna.applyAction"
}

extension Command {
  init(title: String, command: ServerCommand, arguments: [JSONValue]) {
    self.init(title: title, command: command.rawValue, arguments: arguments)
  }
}
