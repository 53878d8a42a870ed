package import Behaviour
package import Knowledge

/// What a request asks for (RFC 9110, 9.3).
package enum HTTPVerb: String, Sendable {
  case get, head, options, trace, put, delete, post, patch

  package var writes: Bool {
    switch self {
    case .get, .head, .options, .trace: false
    case .put, .delete, .post, .patch: true
    }
  }

  /// PUT and DELETE are safe to repeat by definition.
  package var repetition: Repetition {
    switch self {
    case .get, .head, .options, .trace: .none
    case .put, .delete: .safe
    case .post, .patch: .unsafe
    }
  }
}

extension UnitContext {
  /// The verb of a request: from the callee's last word (`client.post`), from its arguments, or from the request object
  /// among them; nil where the unit does not say.
  package func verb(of call: NodeIndex) -> HTTPVerb? {
    let last = tree.name(call).split(separator: ".").last ?? ""
    if let verb = HTTPVerb(rawValue: last.lowercased()) { return verb }
    let method = argument("method", of: call)
    switch method {
    case .given(let value): return constantVerb(value)
    case .hidden, .absent: break
    }
    if case .given(let first) = positional(0, of: call) {
      if let verb = constantVerb(first) { return verb }
      // `client.request(method, url)`: two values before any options, the first no address.
      if last.lowercased() == "request" || last.lowercased() == "stream", hasLabels { return nil }
      if let origin = flow.origin(of: first), tree.kind(origin) == .call, origin != call, isRequest(origin) {
        return verb(of: origin)
      }
      if isRequestName(first) { return nil }
    }
    if case .hidden = method { return nil }
    switch argument(anyOf: ["data", "body", "json"], of: call) {
    case .given(let value): return tree[value].kind == .literal && tree[value].literalKind == .null ? .get : .post
    case .hidden: return nil
    case .absent: break
    }
    // `urlopen(url, data)`: a second value is the body.
    if hasLabels, case .given(let second) = positional(1, of: call) {
      return tree[second].kind == .literal && tree[second].literalKind == .null ? .get : .post
    }
    return .get
  }

  private func constantVerb(_ value: NodeIndex) -> HTTPVerb? {
    guard let origin = flow.origin(of: value), tree.kind(origin) == .literal, tree[origin].literalKind == .string else {
      return nil
    }
    return HTTPVerb(rawValue: tree.name(origin).lowercased())
  }

  private func isRequest(_ call: NodeIndex) -> Bool {
    (tree.name(call).split(separator: ".").last ?? "").hasSuffix("Request")
  }

  private func isRequestName(_ value: NodeIndex) -> Bool {
    guard tree.kind(value) == .read else { return false }
    let last = (tree.name(value).split(separator: ".").last ?? "").lowercased()
    return last.hasPrefix("req") || last.hasSuffix("request") || last.hasSuffix("config") || last.hasSuffix("options")
  }
}
