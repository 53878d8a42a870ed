package import JSONText

/// `shutdown`: no more work; the process waits for `exit`.
package struct ShutdownRequest: ClientRequest, Hashable {
  package static let method = "shutdown"
  package typealias Reply = NoResult

  package init() {}

  /// There is nothing in it; some clients send null.
  package init(json: JSONValue) {}
}

/// `exit`: the process ends, with status 0 after `shutdown`, else with 1.
package struct ExitNotification: ClientNotification, Hashable {
  package static let method = "exit"

  package init() {}

  /// There is nothing in it; some clients send null.
  package init(json: JSONValue) {}
}
