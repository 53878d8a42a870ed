import JSONText

/// What `LSPPosition.character` counts.
package struct PositionEncodingKind: OpenSet {
  package let rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }

  package static let utf8 = PositionEncodingKind(rawValue: "utf-8")
  /// What counts when nothing is agreed.
  package static let utf16 = PositionEncodingKind(rawValue: "utf-16")
  package static let utf32 = PositionEncodingKind(rawValue: "utf-32")
}
