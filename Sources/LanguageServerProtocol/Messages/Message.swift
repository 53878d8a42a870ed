package import JSONText

/// A message from the client, before its method gives meaning to its parameters.
package enum Message: Hashable, Sendable {
  /// Must be answered, exactly once. `params` are null when there are none.
  case request(id: RequestID, method: String, params: JSONValue)
  /// Must not be answered. `params` are null when there are none.
  case notification(method: String, params: JSONValue)
  /// The answer to a request of the server. A result that is missing is null.
  case response(id: RequestID, result: Result<JSONValue, ResponseError>)
}

/// What came is no message. The client is owed an answer with this error and this id.
package struct MalformedMessage: Error, Hashable, Sendable {
  /// Null when it could not be told, as JSON-RPC wants it.
  package let id: RequestID
  package let error: ResponseError

  init(id: RequestID = .null, _ code: ErrorCode, _ message: String) {
    self.id = id
    error = ResponseError(code, message)
  }
}

extension Message {
  /// Reads what one frame holds.
  package init(parsing body: [UInt8], options: JSONParsingOptions = .message) throws(MalformedMessage) {
    let json: JSONValue
    do {
      json = try JSONValue(parsing: body, options: options)
    } catch {
      throw MalformedMessage(.parseError, "The message is not JSON: \(error)")
    }
    try self.init(json: json)
  }

  /// Tolerant where nothing is lost by it: an absent `jsonrpc`, unknown members, null for parameters, a response with
  /// both a result and an error (then it failed), or with neither (a client whose language drops members that are nil).
  package init(json: JSONValue) throws(MalformedMessage) {
    guard case .object(let object) = json else { throw Self.notAnObject(json) }
    let id = try Self.id(in: object)
    if let version = object["jsonrpc"], version != "2.0" {
      throw MalformedMessage(id: id ?? .null, .invalidRequest, "`jsonrpc` must be \"2.0\".")
    }
    switch (object["method"], id) {
    case (.string(let method)?, let id?):
      self = .request(id: id, method: method, params: try Self.params(in: object, id: id))
    case (.string(let method)?, nil):
      self = .notification(method: method, params: try Self.params(in: object, id: .null))
    case (nil, let id?) where object["params"] == nil:
      self = .response(id: id, result: Self.result(in: object))
    case (nil, let id):
      throw MalformedMessage(id: id ?? .null, .invalidRequest, "A message has a `method`, or answers an `id`.")
    case (_?, let id):
      throw MalformedMessage(id: id ?? .null, .invalidRequest, "`method` must be a string.")
    }
  }

  private static func notAnObject(_ json: JSONValue) -> MalformedMessage {
    guard case .array = json else {
      return MalformedMessage(.invalidRequest, "A message is an object; this is \(json.kindName).")
    }
    return MalformedMessage(
      .invalidRequest,
      "The language server protocol has no batches; send each message by itself."
    )
  }

  private static func id(in object: JSONObject) throws(MalformedMessage) -> RequestID? {
    guard let id = object["id"] else { return nil }
    do {
      return try RequestID(json: id)
    } catch {
      throw MalformedMessage(.invalidRequest, "\(error.inside("id"))")
    }
  }

  private static func params(in object: JSONObject, id: RequestID) throws(MalformedMessage) -> JSONValue {
    switch object["params"] {
    case nil, .null?: return .null
    case .object(let params)?: return .object(params)
    case .array(let params)?: return .array(params)
    case let other?:
      throw MalformedMessage(id: id, .invalidRequest, "`params` must be an object, not \(other.kindName).")
    }
  }

  private static func result(in object: JSONObject) -> Result<JSONValue, ResponseError> {
    guard let error = object["error"], error != .null else { return .success(object["result"] ?? .null) }
    do {
      return .failure(try ResponseError(json: error))
    } catch {
      return .failure(ResponseError(.unknownErrorCode, "The error of the response is malformed: \(error)"))
    }
  }
}
