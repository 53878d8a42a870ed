import JSONText

/// How a message is shown.
package struct MessageType: OpenSet {
  package let rawValue: Int

  package init(rawValue: Int) { self.rawValue = rawValue }

  package static let error = MessageType(rawValue: 1)
  package static let warning = MessageType(rawValue: 2)
  package static let info = MessageType(rawValue: 3)
  package static let log = MessageType(rawValue: 4)
  /// Since 3.18: older clients may not know it.
  package static let debug = MessageType(rawValue: 5)
}
