import Behaviour
import Knowledge

/// The actor may do this to this object.
package enum Authorization: Rule {
  package static let card = RuleCard(
    id: .authorization,
    family: .judgement,
    summary: "Whoever asks may do this to this object.",
    rationale: """
      The most expensive holes are those in which everything works: a signed-in user changes the number in the \
      address and gets, or deletes, what is another's. Nothing fails, and a test with one user cannot see it.

      Who may do what is decided by people, so this is always a question. It is asked where a request brings the id \
      of a record, the code writes to that record or gives away what is somebody's own, and nothing on the way \
      speaks of permission, ownership, or of who is asking; not for what is public by its purpose.
      """,
    sources: ["CWE-862", "CWE-863", "CWE-639"],
    examples: Authorization.shown
  )

  package static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    guard !context.isExempt, context.unit.kind != .module, !context.calls.isEmpty,
      let entry = context.entryPoint(), !context.file.checksAccess, !isPublic(context),
      !speaksOfAccess(context), let deed = deed(in: context)
    else { return }
    let name = context.display(deed.call)
    let resource = deed.resource
    ledger.add(
      .authorization,
      .unverified,
      deed.call,
      at: context.headline(deed.call),
      message: "`\(name)` works on whichever \(resource) the request names; nothing here asks whose it is.",
      question:
        "May any signed-in user run `\(context.shown(context.unit.name))` on another person's \(resource)? Where is that decided?",
      reason: "who may call \(context.shownUnit), \(entry.clause), is decided outside this code, or not at all",
      stake: .security,
      evidence: deed.identifier == deed.call ? [] : [("the request names it here", deed.identifier)]
    )
  }

  private struct Deed {
    var call: NodeIndex
    var identifier: NodeIndex
    var resource: String
  }

  /// A write to, or a look at, what the request names.
  private static func deed(in context: UnitContext) -> Deed? {
    let tree = context.tree
    guard let identifier = clientIdentifier(in: context) else { return nil }
    for call in context.calls where tree[call.node].role != .decorator && call.node > tree.root {
      guard writes(call, in: context), call.node > identifier || tree.contains(call.node, identifier) else { continue }
      return Deed(call: call.node, identifier: identifier, resource: resource(of: identifier, call.node, context))
    }
    return nil
  }

  private static func writes(_ call: CallFact, in context: UnitContext) -> Bool {
    switch context.likelyEffect(of: call) {
    case .databaseWrite, .payment, .cloud: return true
    default: break
    }
    guard call.known == nil else { return false }
    // `order.destroy`, `Order.objects.filter(…).delete()`: by their names alone.
    let name = context.tree.name(call.node)
    let last = NameReading.habitual(NameReading.last(name))
    return mutations.contains(last) && (name.contains(".") || context.tree.child(call.node, .receiver) != nil)
  }

  private static let mutations: Set<String> = [
    "destroy", "delete", "deleteById", "deleteOne", "updateOne", "findByIdAndUpdate", "findByIdAndDelete",
    "findOneAndUpdate", "findOneAndDelete", "update", "updateById", "softDelete", "forceDelete", "delete_by",
    "removeById",
    "deleteMany", "updateMany", "update_attributes", "save", "delete_by_id", "exec_delete", "cancel", "refund",
  ]

  /// Where the unit gets the id of a record from a request.
  private static func clientIdentifier(in context: UnitContext) -> NodeIndex? {
    let tree = context.tree
    for (index, node) in tree.nodes.enumerated() where node.kind == .read || node.kind == .call {
      let at = NodeIndex(index)
      let name = tree.text(node.name)
      switch node.kind {
      case .read:
        if node.role == .parameter {
          if EntryPoint.isIdentifier(name), isScalar(name, context) { return at }
          let path = tree.path(at)
          if path.hasPrefix("actix_web.web.Path") || path.hasPrefix("axum.extract.Path") { return at }
          continue
        }
        if node.placeKind == .element, let key = tree.child(at, .index), tree.kind(key) == .literal,
          EntryPoint.isIdentifier(tree.name(key)), isRequest(NameReading.root(name))
        {
          return at
        }
        if name.contains("."), EntryPoint.isIdentifier(NameReading.last(name)), isRequest(NameReading.root(name)),
          NameReading.words(name).contains(where: { requestParts.contains($0) })
        {
          return at
        }
      case .call:
        guard let first = tree.child(at, .argument), let key = tree.child(first, .value), tree.kind(key) == .literal,
          EntryPoint.isIdentifier(tree.name(key)),
          readers.contains(NameReading.last(name).lowercased()), tree[at].role != .decorator
        else { continue }
        return at
      default: continue
      }
    }
    return nil
  }

  private static func isRequest(_ root: Substring) -> Bool {
    ["params", "req", "request", "ctx", "c", "context", "args", "event", "kwargs", "call"].contains(root)
      || root == "self" || root == "input"
  }

  private static let requestParts: Set<String> = ["params", "body", "query", "args", "data", "path", "kwargs", "json"]
  private static let readers: Set<String> = [
    "param", "params", "query", "input", "urlparam", "pathvalue", "formvalue", "getparameter", "route", "get", "vars",
    "pathvariable", "queryparam", "postform",
  ]

  /// A parameter that a framework fills from the request, by its type a number or a text.
  private static func isScalar(_ name: String, _ context: UnitContext) -> Bool {
    guard let parameter = context.unit.parameters.first(where: { $0.name == name }), let type = parameter.type else {
      return true
    }
    let first = NameReading.words(type).first ?? ""
    return [
      "int", "str", "string", "uuid", "long", "number", "guid", "i", "u", "i32", "i64", "u64", "uint", "object", "id",
    ]
    .contains(first) || type.hasPrefix("i") && type.count <= 4 || NameReading.words(type).contains("path")
  }

  private static func resource(of identifier: NodeIndex, _ call: NodeIndex, _ context: UnitContext) -> String {
    let tree = context.tree
    var words = NameReading.words(NameReading.last(tree.name(identifier))).dropLast()
    if words.isEmpty {
      // The type on which it is done: `Order` in `Order.find(…)`.
      let own = context.calls.lazy.map { NameReading.root(tree.name($0.node)) }.first { NameReading.isCapitalized($0) }
      if let own { words = NameReading.words(own)[...] }
    }
    let text = words.joined(separator: " ")
    return text.isEmpty || text.count > 30 || text == "params" ? "record" : text
  }

  // MARK: - What answers it, or makes the question idle

  /// Whether anything in the unit speaks of permission, of ownership, or of who is asking.
  private static func speaksOfAccess(_ context: UnitContext) -> Bool {
    if context.tree.names.contains(where: { AccessWords.speak($0) }) { return true }
    guard let owner = context.unit.owner else { return false }
    return (owner.bases + owner.marks + owner.fields.map(\.name)).contains { AccessWords.speak($0) }
      || context.unit.parameters.contains { AccessWords.speak($0.name) || AccessWords.speak($0.type ?? "") }
  }

  /// Reached by everybody on purpose.
  private static func isPublic(_ context: UnitContext) -> Bool {
    let words = NameReading.words(context.unit.qualifiedName)
    return words.contains { publicWords.contains($0) }
  }

  private static let publicWords: Set<String> = [
    "login", "logout", "register", "registration", "signup", "signin", "sign", "health", "healthz", "ping", "webhook",
    "webhooks", "callback", "oauth", "public", "search", "subscribe", "unsubscribe", "contact", "feedback", "status",
    "metrics", "reset", "verify", "confirm", "install", "setup", "demo", "guest",
  ]
}

/// Words by which code speaks of who may do something.
package enum AccessWords {
  package static func speak(_ name: String) -> Bool {
    guard name.utf8.count > 2, name.utf8.count < 120 else { return false }
    let words = NameReading.words(name)
    if words.contains(where: { single.contains($0) }) { return true }
    return zip(words, words.dropFirst()).contains { pairs.contains($0 + " " + $1) }
  }

  private static let single: Set<String> = [
    "auth", "authorize", "authorise", "authorized", "authorised", "authorization", "authenticate", "authenticated",
    "authentication", "permission", "permissions", "perms", "policy", "policies", "guard", "guards", "role", "roles",
    "admin", "owner", "ownership", "tenant", "tenancy", "acl", "rbac", "scope", "scopes", "session", "principal",
    "claims", "identity", "viewer", "actor", "jwt", "bearer", "token", "signature", "hmac", "secured", "preauthorize",
    "superuser", "staff", "csrf", "forbidden", "unauthorized", "ability", "abilities", "cancan", "pundit", "gate",
    "allowed", "secret", "credentials", "protected", "login", "grant", "granted", "middleware", "interceptor",
  ]
  private static let pairs: Set<String> = [
    "current user", "request user", "req user", "auth user", "user id", "account id", "team id", "organization id",
    "org id", "workspace id", "company id", "customer id", "is allowed", "can access", "can edit", "can manage",
    "logged in", "signed in", "api key", "user context", "get user", "allow access", "has access", "check access",
    "ctx user", "context user", "my account", "load and",
  ]
}
