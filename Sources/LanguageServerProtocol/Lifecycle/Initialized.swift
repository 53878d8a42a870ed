package import JSONText

/// `initialized`: the client has read the answer to `initialize`; from now on the server may send requests.
package struct InitializedNotification: ClientNotification, Hashable {
  package static let method = "initialized"

  package init() {}

  /// There is nothing in it.
  package init(json: JSONValue) {}
}
