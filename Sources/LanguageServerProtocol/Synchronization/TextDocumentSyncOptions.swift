package import JSONText

/// How changes are sent.
package struct TextDocumentSyncKind: OpenSet {
  package let rawValue: Int

  package init(rawValue: Int) { self.rawValue = rawValue }

  package static let none = TextDocumentSyncKind(rawValue: 0)
  /// The whole text each time. Some clients do so whatever was agreed.
  package static let full = TextDocumentSyncKind(rawValue: 1)
  /// What changed. A change may be the whole text all the same.
  package static let incremental = TextDocumentSyncKind(rawValue: 2)
}

/// What the server wants to hear of open documents.
package struct TextDocumentSyncOptions: Hashable, Sendable, JSONWritable {
  package var openClose: Bool
  package var change: TextDocumentSyncKind
  package var willSave: Bool
  /// Nil when the server does not want to hear of it.
  package var save: SaveOptions?

  package init(openClose: Bool, change: TextDocumentSyncKind, willSave: Bool = false, save: SaveOptions? = nil) {
    self.openClose = openClose
    self.change = change
    self.willSave = willSave
    self.save = save
  }

  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("openClose", openClose)
      writer.field("change", change)
      writer.field("willSave", ifTrue: willSave)
      writer.field("save", ifPresent: save)
    }
  }
}

/// What the server wants to hear of a save.
package struct SaveOptions: Hashable, Sendable, JSONWritable {
  /// Whether the text comes with it.
  package var includeText: Bool

  package init(includeText: Bool) { self.includeText = includeText }

  package func write(to writer: inout JSONWriter) {
    writer.object { $0.field("includeText", includeText) }
  }
}
