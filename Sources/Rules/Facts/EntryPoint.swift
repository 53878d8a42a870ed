import Behaviour
import Knowledge

/// How somebody outside of the program reaches a unit: by a request, which brings values that nobody here chose.
struct EntryPoint {
  /// As a message may say it: `a request handler (`@app.post`)`.
  var clause: String
}

extension UnitContext {
  /// Nil where no request comes here by what can be seen: a decorator, a route that is given the function, what the
  /// function is given to answer with, or a controller of a framework.
  func entryPoint() -> EntryPoint? {
    for child in tree.children(tree.root) {
      switch tree[child].role {
      case .decorator:
        if call(child)?.known?.part == .routes || isRoute(tree.name(child)) {
          return EntryPoint(clause: "a request handler by `\(shown(unit.written(tree.name(child))))`")
        }
      case .parameter:
        let path = tree.path(child)
        guard !path.isEmpty else { continue }
        if knowledge.call(path)?.part == .respond || EntryPoint.takesRequest(path) {
          return EntryPoint(clause: "a request handler by what it is given")
        }
      default: break
      }
    }
    if unit.kind == .closure, EntryPoint.isRoute(closure: unit.name) {
      return EntryPoint(clause: "the handler of `\(shown(unit.name))`")
    }
    // A controller of a framework is derived from one of its types; a name alone is that of many things.
    guard let owner = unit.owner, unit.kind == .method, !owner.bases.isEmpty, !unit.name.hasPrefix("_"),
      unit.traits.isDisjoint(with: .static)
    else { return nil }
    let names = [owner.name] + owner.bases
    guard names.contains(where: { EntryPoint.isController($0) }) else { return nil }
    return takesClientValues ? EntryPoint(clause: "an action of the controller `\(shown(owner.name))`") : nil
  }

  /// A decorator that is called as those of routes are, and is given a path.
  private func isRoute(_ name: String) -> Bool {
    guard EntryPoint.routeWords.contains(NameReading.last(name).lowercased()) else { return false }
    return true
  }

  /// Whether anything of a request is read: `params[:id]`, `request.data`, a parameter that is an id.
  private var takesClientValues: Bool {
    if unit.parameters.contains(where: { EntryPoint.isIdentifier($0.name) || EntryPoint.requests.contains($0.name) }) {
      return true
    }
    return tree.nodes.contains {
      $0.kind == .read && $0.name != 0 && EntryPoint.requests.contains(String(NameReading.root(tree.text($0.name))))
    }
  }
}

extension EntryPoint {
  static let requests: Set<String> = ["params", "request", "req"]

  static let routeWords: Set<String> = [
    "route", "httppost", "httpput", "httpdelete", "httppatch", "httpget", "postmapping", "putmapping", "deletemapping",
    "patchmapping", "getmapping", "requestmapping", "mutation", "api_view",
  ]

  /// `app.post('/orders/:id')`: the name of a function that a call was given, with the path.
  static func isRoute(closure name: String) -> Bool {
    guard let open = name.firstIndex(of: "("), name[open...].contains("/") || name[open...].count <= 2 else {
      return false
    }
    let verb = NameReading.last(String(name[..<open])).lowercased()
    return [
      "get", "post", "put", "patch", "delete", "del", "route", "all", "mappost", "mapput", "mapdelete", "mappatch",
      "mapget",
    ].contains(verb) && name[open...].contains("/")
  }

  /// A declared type that only requests have.
  static func takesRequest(_ path: String) -> Bool {
    let last = NameReading.last(path)
    return ["HttpServletRequest", "ServerHttpRequest", "HttpRequest", "ServerRequest", "ApplicationCall"].contains(last)
      || path.hasPrefix("actix_web.web.") || path.hasPrefix("axum.extract.") || path == "Vapor.Request"
  }

  static func isController(_ name: String) -> Bool {
    let words = NameReading.words(NameReading.last(name))
    guard let last = words.last else { return false }
    return ["controller", "controllerbase", "resolver", "viewset", "apiview", "endpoint"].contains(last)
      || words.suffix(2) == ["api", "view"] || words.suffix(2) == ["view", "set"]
      || words.suffix(2) == ["controller", "base"]
  }

  /// Whether a name is one of somebody's records: `id`, `orderId`, `pk`.
  static func isIdentifier(_ name: some StringProtocol) -> Bool {
    guard let last = NameReading.words(name).last else { return false }
    return ["id", "ids", "uuid", "pk", "guid"].contains(last)
  }
}
