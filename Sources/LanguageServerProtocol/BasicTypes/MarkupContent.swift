package import JSONText

/// How a text is to be read.
package struct MarkupKind: OpenSet {
  package let rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }

  package static let plainText = MarkupKind(rawValue: "plaintext")
  package static let markdown = MarkupKind(rawValue: "markdown")
}

/// A text for people.
package struct MarkupContent: Hashable, Sendable {
  package var kind: MarkupKind
  package var value: String

  package init(kind: MarkupKind, value: String) {
    self.kind = kind
    self.value = value
  }
}

extension MarkupContent: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("kind", kind)
      writer.field("value", value)
    }
  }
}
