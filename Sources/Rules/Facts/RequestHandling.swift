import Behaviour
import Knowledge

extension UnitContext {
  /// Whether the unit answers requests from outside, by how a framework finds it: a route's decorator, a function given
  /// to a router, a method of a controller, a parameter that is the request.
  static func handlesRequests(_ context: UnitContext) -> Bool {
    let unit = context.unit
    let tree = context.tree
    guard unit.kind != .module, unit.kind != .initializer else { return false }
    for child in tree.children(tree.root) {
      switch tree[child].role {
      case .decorator:
        if context.call(child)?.known?.part == .routes || HandlerNames.decorates(tree.name(child)) { return true }
      case .parameter:
        if context.isRequest(parameterNamed: tree.name(child)) { return true }
      default: break
      }
    }
    guard let owner = unit.owner, unit.traits.contains(.exported) else { return false }
    return owner.bases.contains { HandlerNames.isController(String(NameReading.last($0))) }
  }

  /// Whether a parameter is what a framework hands over as the request, by its declared type, or in code that a router
  /// is given, by its name.
  package func isRequest(parameterNamed name: String) -> Bool {
    guard let parameter = unit.parameters.first(where: { $0.name == name }) else { return false }
    if let type = parameter.type {
      if HandlerNames.contexts.contains(where: { type.hasSuffix($0) }) { return true }
      let last = NameReading.last(type.filter { $0 != "*" && $0 != "&" && $0 != "?" && $0 != " " })
      let head = last.prefix { $0 != "<" && $0 != "[" }
      return HandlerNames.requestTypes.contains(String(head))
    }
    switch name {
    case "req": return unit.kind == .closure || unit.parameters.count > 1
    case "request": return true
    case "ctx", "c": return unit.kind == .closure
    default: return false
    }
  }
}

private enum HandlerNames {
  static func decorates(_ name: String) -> Bool {
    switch NameReading.last(name) {
    case "Get", "Post", "Put", "Patch", "Delete", "HttpGet", "HttpPost", "HttpPut", "HttpPatch", "HttpDelete",
      "GetMapping", "PostMapping", "PutMapping", "PatchMapping", "DeleteMapping", "RequestMapping", "Route", "route",
      "api_view", "Query", "Mutation", "GET", "POST", "PUT", "DELETE", "Path":
      true
    default: false
    }
  }

  static func isController(_ base: String) -> Bool {
    base == "View" || base == "APIView" || base.hasSuffix("Controller") || base.hasSuffix("ControllerBase")
      || base.hasSuffix("ViewSet")
  }

  static let contexts = ["gin.Context", "echo.Context", "fiber.Ctx", "http.Request", "vapor.Request"]

  static let requestTypes: Set<String> = [
    "Request", "HttpRequest", "HttpServletRequest", "ServerRequest", "NextApiRequest", "FastifyRequest",
    "NextRequest", "IncomingMessage", "WSGIRequest", "ServerRequestInterface", "ServerHttpRequest", "RoutingContext",
    "ApplicationCall", "HTTPRequest",
  ]
}
