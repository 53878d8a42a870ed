package import JSONText

/// What the client can do, as far as this server asks. What it does not say, and what it says in a form that cannot be
/// understood, it cannot.
package struct ClientCapabilities: Hashable, Sendable, JSONReadable {
  package var general = General()
  package var textDocument = TextDocument()
  package var workspace = Workspace()
  package var window = Window()
  /// Whatever is outside the specification.
  package var experimental: JSONValue?

  package init() {}

  package init(json: JSONValue) throws(JSONMismatch) {
    _ = try JSONObject(json: json)
    general = json.tolerated("general") ?? General()
    textDocument = json.tolerated("textDocument") ?? TextDocument()
    workspace = json.tolerated("workspace") ?? Workspace()
    window = json.tolerated("window") ?? Window()
    experimental = json.tolerated("experimental")
  }

  package struct General: Hashable, Sendable, JSONReadable {
    /// Best first. Empty when the client says nothing: then it counts UTF-16.
    package var positionEncodings: [PositionEncodingKind] = []

    package init() {}

    package init(json: JSONValue) throws(JSONMismatch) {
      positionEncodings = json.toleratedElements("positionEncodings") ?? []
    }
  }

  package struct Window: Hashable, Sendable, JSONReadable {
    /// The server may begin progress by itself (`window/workDoneProgress/create`).
    package var workDoneProgress = false
    /// `window/showDocument`.
    package var showDocument = false
    /// `window/showMessageRequest` may carry actions with members of its own.
    package var showMessageAdditionalProperties = false

    package init() {}

    package init(json: JSONValue) throws(JSONMismatch) {
      workDoneProgress = json.isTrue("workDoneProgress")
      showDocument = json["showDocument"]?.isTrue("support") ?? false
      showMessageAdditionalProperties =
        json["showMessage"]?["messageActionItem"]?.isTrue("additionalPropertiesSupport") ?? false
    }
  }
}

extension JSONValue {
  /// A switch that is off unless it is on.
  func isTrue(_ name: String) -> Bool { self[name] == .bool(true) }

  /// Something is declared by being there, if only as an empty object.
  func isDeclared(_ name: String) -> Bool {
    if case .object? = self[name] { true } else { false }
  }
}
