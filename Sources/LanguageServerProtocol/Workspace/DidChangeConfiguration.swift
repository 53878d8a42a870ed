package import JSONText

/// `workspace/didChangeConfiguration`: the user's settings are others now.
package struct DidChangeConfigurationNotification: ClientNotification, Hashable {
  package static let method = "workspace/didChangeConfiguration"

  /// From some clients all settings, from some those of this server, from some null: those want to be asked by
  /// `workspace/configuration`.
  package var settings: JSONValue

  package init(json: JSONValue) { settings = json["settings"] ?? .null }
}
