import JSONText

/// Why a request was not answered with a result.
package struct ErrorCode: OpenSet {
  package let rawValue: Int

  package init(rawValue: Int) { self.rawValue = rawValue }

  /// What came is not JSON.
  package static let parseError = ErrorCode(rawValue: -32700)
  /// What came is JSON, but not a message; or it is one that must not come now, such as any after `shutdown`.
  package static let invalidRequest = ErrorCode(rawValue: -32600)
  package static let methodNotFound = ErrorCode(rawValue: -32601)
  package static let invalidParams = ErrorCode(rawValue: -32602)
  package static let internalError = ErrorCode(rawValue: -32603)
  /// A request came before `initialize`.
  package static let serverNotInitialized = ErrorCode(rawValue: -32002)
  package static let unknownErrorCode = ErrorCode(rawValue: -32001)
  /// The request was right, and yet it could not be done. The message says why, for a person.
  package static let requestFailed = ErrorCode(rawValue: -32803)
  /// The server gave up a request by itself; only where a request allows for that.
  package static let serverCancelled = ErrorCode(rawValue: -32802)
  /// The document changed under the request, so that an answer would be about another text.
  package static let contentModified = ErrorCode(rawValue: -32801)
  /// The client asked for the request to be given up.
  package static let requestCancelled = ErrorCode(rawValue: -32800)
}
