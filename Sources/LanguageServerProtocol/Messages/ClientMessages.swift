package import JSONText

/// A request that a client sends. The type is its parameters.
package protocol ClientRequest: JSONReadable, Sendable {
  static var method: String { get }
  /// What a successful answer holds. Optional where null is an answer too.
  associatedtype Reply: JSONWritable & Sendable
}

/// A notification that a client sends. The type is its parameters.
package protocol ClientNotification: JSONReadable, Sendable {
  static var method: String { get }
}

extension JSONReadable {
  /// Reads the parameters of a message; the error is the one to answer with, and names the place:
  /// "params.position.line: expected an integer, found a string".
  package init(params: JSONValue) throws(ResponseError) {
    do {
      self = try Self(json: params)
    } catch {
      throw ResponseError(.invalidParams, "\(error.inside("params"))")
    }
  }
}

/// The result of a request that has none: null.
package struct NoResult: Hashable, Sendable, JSONReadable, JSONWritable {
  package init() {}

  package init(json: JSONValue) {}

  package func write(to writer: inout JSONWriter) { writer.null() }
}
