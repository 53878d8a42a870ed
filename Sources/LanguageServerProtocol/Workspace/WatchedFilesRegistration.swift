import JSONText

/// Asks a client to tell of changes on the disk (`client/registerCapability`).
package struct WatchedFilesRegistration: Hashable, Sendable {
  /// Which changes are told.
  package struct Kinds: OptionSet, Hashable, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    package static let create = Kinds(rawValue: 1)
    package static let change = Kinds(rawValue: 2)
    package static let delete = Kinds(rawValue: 4)
    package static let all: Kinds = [.create, .change, .delete]
  }

  package struct Watcher: Hashable, Sendable {
    /// As in `**/.lacuna.json`: `*`, `**`, `?`, `{a,b}`, `[a-z]`.
    package var glob: String
    /// The folder that the glob starts from; nil for the workspace. Only for clients that declare relative patterns.
    package var base: DocumentURI?
    package var kinds: Kinds

    package init(glob: String, base: DocumentURI? = nil, kinds: Kinds = .all) {
      self.glob = glob
      self.base = base
      self.kinds = kinds
    }
  }

  package var watchers: [Watcher]

  package init(watchers: [Watcher]) { self.watchers = watchers }

  package func registration(id: String) -> Registration {
    Registration(
      id: id,
      method: DidChangeWatchedFilesNotification.method,
      registerOptions: ["watchers": .array(watchers.map(\.json))]
    )
  }
}

extension WatchedFilesRegistration.Watcher {
  fileprivate var json: JSONValue {
    let pattern: JSONValue =
      if let base { ["baseUri": .string(base.text), "pattern": .string(glob)] } else { .string(glob) }
    // The specification's default is all three.
    return kinds == .all ? ["globPattern": pattern] : ["globPattern": pattern, "kind": .integer(Int64(kinds.rawValue))]
  }
}
