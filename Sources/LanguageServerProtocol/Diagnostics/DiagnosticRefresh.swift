import JSONText

/// `workspace/diagnostic/refresh`: the client should ask for all diagnostics again. Only for clients that declare it.
package struct DiagnosticRefreshRequest: BareServerRequest, Hashable {
  package static let method = "workspace/diagnostic/refresh"

  package init() {}
}
