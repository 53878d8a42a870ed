package import JSONText

/// A request that the server sends. The type is its parameters.
package protocol ServerRequest: JSONWritable, Sendable {
  static var method: String { get }
  /// What a successful answer holds. Optional where null is an answer too.
  associatedtype Reply: JSONReadable & Sendable
  /// False where the protocol knows no parameters: then `params` is left out.
  static var hasParameters: Bool { get }
}

extension ServerRequest {
  package static var hasParameters: Bool { true }
}

/// A request without parameters.
package protocol BareServerRequest: ServerRequest where Reply == NoResult {}

extension BareServerRequest {
  package static var hasParameters: Bool { false }

  package func write(to writer: inout JSONWriter) { writer.null() }
}

/// A notification that the server sends. The type is its parameters.
package protocol ServerNotification: JSONWritable, Sendable {
  static var method: String { get }
}
