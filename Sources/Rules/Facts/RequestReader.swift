import Behaviour
import Knowledge

/// What an expression reads of a request, by the names that the web frameworks give to a request's parts.
enum RequestReader {
  /// Nil for what is not read of a request; else whether it is all the fields that were sent.
  static func part(
    _ node: NodeIndex,
    isRequest: (String, NodeIndex) -> Bool,
    in context: UnitContext
  ) -> Bool? {
    let tree = context.tree
    let item = tree[node]
    guard item.name != 0, item.kind == .read || item.kind == .call, item.role != .target, item.role != .parameter else {
      return nil
    }
    let parts = tree.text(item.name).split(separator: ".", maxSplits: 4)
    guard let root = parts.first, let last = parts.last, !InputWords.isMeasure(last) else { return nil }
    let isIndexed = item.placeKind == .element || tree.child(node, .index) != nil
    if parts.count == 1 {
      switch root {
      case "params": return isRequest("params", node) && item.kind == .read && isIndexed ? false : nil
      case "_GET", "_POST", "_REQUEST", "_COOKIE": return item.kind == .read ? !isIndexed && root == "_POST" : nil
      default: return nil
      }
    }
    guard isRequest(String(root), node) else { return nil }
    if root == "params" {
      guard parts.count == 2 else { return nil }
      switch last {
      case "to_unsafe_h", "to_unsafe_hash", "permit!": return true
      case "require", "fetch", "dig": return false
      default: return nil
      }
    }
    return item.kind == .call ? part(call: node, parts, in: tree) : part(read: parts, isIndexed)
  }

  private static func part(read parts: [Substring], _ isIndexed: Bool) -> Bool? {
    switch parts[1] {
    case "body", "json", "form", "POST": return parts.count == 2 && !isIndexed
    case "data": return parts.count == 2 && !isIndexed
    case "query", "params", "args", "GET", "values", "query_params", "headers", "cookies", "Query", "Form", "PostForm",
      "Headers", "queryParameters", "parameters", "path_params":
      return parts.count > 2 || isIndexed ? false : nil
    case "request": return parts.count > 2 && parts[2] == "queryParameters" && isIndexed ? false : nil
    default: return nil
    }
  }

  private static func part(call node: NodeIndex, _ parts: [Substring], in tree: BehaviourTree) -> Bool? {
    let hasKey = tree.child(node, .argument) != nil
    if parts.count == 2 {
      switch parts[1] {
      case "get_json", "getParsedBody", "all": return !hasKey ? true : nil
      case "json", "input", "post": return !hasKey
      case "getParameter", "getHeader", "FormValue", "PostFormValue", "PathValue", "QueryParam", "Param", "Query",
        "PostForm", "DefaultQuery", "DefaultPostForm", "Params", "GetHeader", "get", "query", "header", "getParam":
        return hasKey ? false : nil
      case "match_info", "query_string": return hasKey ? nil : false
      default: return nil
      }
    }
    switch parts[1] {
    // `r.URL.Query()`, of which the caller takes a part.
    case "URL": return parts.count == 3 && parts[2] == "Query" ? false : nil
    case "args", "GET", "POST", "query", "values", "form", "headers", "cookies", "query_params", "parameters", "Header",
      "queryParameters", "json", "data", "request":
      guard hasKey, let last = parts.last else { return nil }
      return last == "get" || last == "getlist" || last == "Get" ? false : nil
    default: return nil
    }
  }
}
