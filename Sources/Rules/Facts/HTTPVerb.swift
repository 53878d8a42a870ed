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
    // `client.request(Method::POST, url).send()`
    for link in chain(of: call) {
      let name = tree.name(link).split(separator: ".").last ?? ""
      if let verb = HTTPVerb(rawValue: name.lowercased()) { return verb }
      if name == "request", case .given(let first) = positional(0, of: link) { return constantVerb(first) }
    }
    let method = argument("method", of: call)
    switch method {
    case .given(let value): return constantVerb(value)
    case .hidden, .absent: break
    }
    if let named = namedVerb(of: call) { return named }
    if let chain = chainVerb(of: call) { return chain.verb }
    if case .given(let first) = positional(0, of: call) {
      if let verb = constantVerb(first) { return verb }
      // `newRequest(context, method, url)`
      if isRequest(call), case .given(let second) = positional(1, of: call), let verb = constantVerb(second) {
        return verb
      }
      // `client.request(method, url)`: two values before any options, the first no address.
      if last.lowercased() == "request" || last.lowercased() == "stream", hasLabels { return nil }
      if let origin = flow.origin(of: first), tree.kind(origin) == .call, origin != call {
        if isRequest(origin) { return verb(of: origin) }
        if let made = madeVerb(origin) { return made }
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
    if hasLabels, case .given(let second) = positional(1, of: call), !endsWait(second) {
      return tree[second].kind == .literal && tree[second].literalKind == .null ? .get : .post
    }
    return .get
  }

  /// `exchange(url, HttpMethod.POST, …)`: a constant among the arguments that is named so.
  private func namedVerb(of call: NodeIndex) -> HTTPVerb? {
    for argument in tree.children(call, .argument) {
      guard let value = tree.child(argument, .value), tree.kind(value) == .read else { continue }
      if let verb = constantName(value) { return verb }
    }
    return nil
  }

  private func constantName(_ value: NodeIndex) -> HTTPVerb? {
    let name = tree.name(value)
    guard NameReading.words(NameReading.base(name)).last == "method" || name.contains(".Method") else { return nil }
    let last = NameReading.last(name)
    return HTTPVerb(rawValue: (last.hasPrefix("Method") ? last.dropFirst(6) : last).lowercased())
  }

  /// What the calls before a call in its chain ask for: `client.post().uri(…).retrieve()`,
  /// `client.newCall(request).execute()`. Nil where the chain is of nothing that says; no verb where it says so by
  /// something that cannot be seen into.
  private func chainVerb(of call: NodeIndex) -> (verb: HTTPVerb?, Void)? {
    guard tree.child(call, .receiver) != nil || tree.child(call, .argument) == nil else { return nil }
    for link in links(before: call) {
      let last = NameReading.last(tree.name(link))
      if let verb = HTTPVerb(rawValue: last.lowercased()) { return (verb, ()) }
      if last == "method", case .given(let value) = positional(0, of: link) {
        return (constantVerb(value) ?? constantName(value), ())
      }
      guard case .given(let first) = positional(0, of: link), let origin = flow.origin(of: first) else { continue }
      if tree.kind(origin) == .call, let made = madeVerb(origin) { return (made, ()) }
      if isRequestName(first) || isRequestName(origin) { return (nil, ()) }
    }
    return nil
  }

  /// What a request asks for that a call makes: `new HttpPost(url)`, `new Request.Builder().post(body).build()`.
  private func madeVerb(_ call: NodeIndex) -> HTTPVerb? {
    let words = NameReading.words(NameReading.last(tree.name(call)))
    if tree[call].has(.constructs), words.count == 2, words[0] == "http" { return HTTPVerb(rawValue: words[1]) }
    let links = links(before: call)
    guard !links.isEmpty else { return nil }
    for link in links {
      let last = NameReading.last(tree.name(link))
      if let verb = HTTPVerb(rawValue: last.lowercased()) { return verb }
      if last == "method", case .given(let value) = positional(0, of: link) {
        return constantVerb(value) ?? constantName(value)
      }
    }
    // A request that is built without a word for it reads.
    return NameReading.last(tree.name(call)) == "build" ? .get : nil
  }

  private func constantVerb(_ value: NodeIndex) -> HTTPVerb? {
    let origin = flow.origin(of: value) ?? value
    if tree.kind(origin) == .read {
      let name = tree.name(origin)
      // `Method::POST`
      let last = NameReading.last(name)
      if name.contains("."), last.allSatisfy(\.isUppercase), let verb = HTTPVerb(rawValue: last.lowercased()) {
        return verb
      }
      // `http.MethodPost`, `HttpMethod.POST`
      let words = NameReading.words(name)
      return words.contains("method") ? words.last.flatMap { HTTPVerb(rawValue: $0) } : nil
    }
    guard tree.kind(origin) == .literal, tree[origin].literalKind == .string else { return nil }
    return HTTPVerb(rawValue: tree.name(origin).lowercased())
  }

  private func isRequest(_ call: NodeIndex) -> Bool {
    let last = tree.name(call).split(separator: ".").last ?? ""
    return last.hasSuffix("Request") || last.hasSuffix("RequestMessage") || last.contains("NewRequest")
  }

  /// `cancellationToken`, `CancellationToken.None`: what ends a wait is no body.
  private func endsWait(_ value: NodeIndex) -> Bool {
    guard tree.kind(value) == .read else { return false }
    return NameReading.words(tree.name(value)).contains { ["token", "ctx", "context", "timeout"].contains($0) }
  }

  private func isRequestName(_ value: NodeIndex) -> Bool {
    guard tree.kind(value) == .read else { return false }
    let last = (tree.name(value).split(separator: ".").last ?? "").lowercased()
    return last.hasPrefix("req") || last.hasSuffix("request") || last.hasSuffix("config") || last.hasSuffix("options")
  }
}
