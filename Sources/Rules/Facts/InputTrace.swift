package import Behaviour
import Knowledge

/// How a value came from outside: from a request, through names and conversions, to where it is used.
package struct InputTrace: Sendable, Hashable {
  /// What is read of the request.
  package var origin: NodeIndex
  /// All that the sender chose to send, not one part of it by its name.
  package var isWhole: Bool
  /// A conversion on the way settles the type.
  package var conversion: NodeIndex?
  /// Something that checks it on the way.
  package var validator: NodeIndex?
  /// Names that hold it on the way.
  package var names: [String]
}

extension UnitContext {
  /// Whether a value comes from a request; nil where it does not, as far as the unit says.
  package func input(of node: NodeIndex) -> InputTrace? {
    var search = InputSearch(context: self)
    return search.trace(node, 0)
  }

  /// Whether anything in the unit reads a request.
  package func readsRequests() -> Bool {
    var search = InputSearch(context: self)
    return tree.nodes.indices.contains { search.isInput(NodeIndex($0)) != nil }
  }
}

private struct InputSearch {
  let context: UnitContext
  private var budget = 60
  private var requests: [String: Bool] = [:]
  private var tree: BehaviourTree { context.tree }

  init(context: UnitContext) { self.context = context }

  mutating func trace(_ node: NodeIndex, _ depth: Int) -> InputTrace? {
    guard budget > 0, depth < 12 else { return nil }
    budget -= 1
    if let isWhole = isInput(node) {
      return InputTrace(origin: node, isWhole: isWhole, names: [tree.name(node)])
    }
    switch tree.kind(node) {
    case .await: return tree.child(node, .value).flatMap { trace($0, depth + 1) }
    case .read: return trace(read: node, depth)
    case .call: return trace(call: node, depth)
    case .operation, .condition:
      guard tree.kind(node) == .operation || tree.name(node) == Operator.or else { return nil }
      for operand in tree.children(node, .operand) {
        if let found = trace(operand, depth + 1) { return found }
      }
      return nil
    case .collection:
      for element in tree.children(node) where tree[element].has(.spread) {
        if let found = trace(tree.child(element, .value) ?? element, depth + 1), found.isWhole { return found }
      }
      return nil
    case .argument: return tree.child(node, .value).flatMap { trace($0, depth + 1) }
    default: return nil
    }
  }

  private mutating func trace(read node: NodeIndex, _ depth: Int) -> InputTrace? {
    if let receiver = tree.child(node, .receiver) {
      guard var found = trace(receiver, depth + 1) else { return nil }
      found.isWhole = false
      return found
    }
    let definitions = context.flow.definitions(reaching: node)
    guard definitions.count == 1, let definition = definitions.first else { return nil }
    let isPart = !context.flow.isWholeName(node)
    if let value = definition.value {
      guard var found = trace(value, depth + 1) else { return nil }
      found.names.append(tree.name(node))
      if isPart { found.isWhole = false }
      return found
    }
    // `const { amount } = req.body`
    guard tree.kind(definition.giver) == .assign, tree[definition.target].has(.destructured),
      let value = tree.child(definition.giver, .value), var found = trace(value, depth + 1)
    else { return nil }
    found.isWhole = false
    found.names.append(tree.name(node))
    return found
  }

  private mutating func trace(call node: NodeIndex, _ depth: Int) -> InputTrace? {
    let last = NameReading.last(tree.name(node))
    let isConversion = InputWords.converts(last)
    let isValidator = InputWords.validates(last)
    let isAccess = InputWords.accesses(last)
    guard isConversion || isValidator || isAccess || InputWords.handsOn(last) else { return nil }
    var sources = tree.children(node, .argument)
    if let receiver = tree.child(node, .receiver) { sources.insert(receiver, at: 0) }
    for source in sources {
      guard var found = trace(source, depth + 1) else { continue }
      if isConversion { found.conversion = node }
      if isValidator { found.validator = node }
      if isAccess { found.isWhole = false }
      return found
    }
    // `amount.to_i`, `body.amount.trim()`: made on a name.
    let base = NameReading.base(tree.name(node))
    guard !base.isEmpty else { return nil }
    let definitions = context.flow.definitions(reaching: node)
    guard definitions.count == 1, let value = definitions[0].value, var found = trace(value, depth + 1) else { return nil }
    found.names.append(String(base))
    if isConversion { found.conversion = node }
    if isValidator { found.validator = node }
    if isAccess { found.isWhole = false }
    return found
  }

  /// Nil for what is not read of a request; else whether it is all that was sent.
  mutating func isInput(_ node: NodeIndex) -> Bool? {
    let item = tree[node]
    guard item.name != 0, item.kind == .read || item.kind == .call, item.role != .target, item.role != .parameter else {
      return nil
    }
    let name = tree.text(item.name)
    let parts = name.split(separator: ".", maxSplits: 3)
    guard let root = parts.first else { return nil }
    if parts.count == 1 {
      switch root {
      case "params":
        guard context.file.context.facts.has(.ownMembersAreBare), item.placeKind == .unknown || item.kind == .call,
          context.unit.owner.map({ NameReading.words($0.name).last == "controller" }) ?? false
        else { return nil }
        return item.placeKind != .element && tree.child(node, .index) == nil
      case "_GET", "_POST", "_REQUEST", "$_GET", "$_POST", "$_REQUEST", "_COOKIE":
        return item.placeKind != .element && tree.child(node, .index) == nil
      default: return nil
      }
    }
    guard isRequest(String(root), node) else {
      if root == "params", let last = parts.last, ["permit", "permit!"].contains(last) { return nil }
      return nil
    }
    let member = parts[1]
    switch member {
    case "body", "json", "form", "data", "all", "get_json", "POST", "input", "post":
      if item.kind == .call {
        let hasKey = tree.child(node, .argument) != nil
        return parts.count == 2 && !hasKey
      }
      return parts.count == 2 && item.placeKind != .element && tree.child(node, .index) == nil
    case "query", "params", "args", "GET", "values", "query_params", "headers", "cookies", "files", "match_info", "file",
      "Query", "Form", "getParameter", "getHeader", "FormValue", "PathValue", "QueryParam", "Param", "DefaultQuery",
      "PostForm", "queryParameters", "parameters", "get":
      return item.kind == .read && parts.count == 2 && tree.child(node, .index) == nil && item.placeKind != .element
    default: return nil
    }
  }

  private mutating func isRequest(_ root: String, _ node: NodeIndex) -> Bool {
    if let known = requests[root] { return known }
    let path = tree.path(node)
    var isRequest = context.isRequest(parameterNamed: root)
    if !isRequest, root == "request", path.hasPrefix("flask.request") || path.hasPrefix("quart.request") {
      isRequest = true
    }
    if !isRequest, root == "request", context.file.context.imports.contains(where: { $0 == "flask.request" }) {
      isRequest = true
    }
    requests[root] = isRequest
    return isRequest
  }
}

private enum InputWords {
  static func converts(_ name: Substring) -> Bool {
    switch name {
    case "int", "float", "Number", "parseInt", "parseFloat", "to_i", "to_f", "intval", "Decimal", "Atoi", "ParseInt",
      "toInt", "toLong", "Int", "valueOf", "BigDecimal", "Integer", "to_d", "floatval", "bool", "Boolean", "UUID", "Parse",
      "ParseFloat", "toInteger":
      true
    default: false
    }
  }

  static func validates(_ name: Substring) -> Bool {
    switch name {
    case "parse", "safeParse", "parseAsync", "validate", "validateAsync", "validateSync", "validated", "is_valid",
      "model_validate", "parse_obj", "permit", "require", "expect", "only", "load", "secure_filename", "basename", "clamp",
      "min", "Min", "max", "safe_join", "escape", "pick", "validateOrReject", "plainToInstance", "except", "decode":
      true
    default: false
    }
  }

  static func accesses(_ name: Substring) -> Bool {
    switch name {
    case "get", "getlist", "fetch", "dig", "input", "query", "Get", "pop", "at": true
    default: false
    }
  }

  static func handsOn(_ name: Substring) -> Bool {
    switch name {
    case "trim", "strip", "toString", "to_s", "lower", "toLowerCase", "String", "str", "join", "Join", "resolve",
      "dict", "copy", "to_h", "to_unsafe_h", "permit!", "format", "concat", "Sprintf", "stringify", "json", "toArray",
      "Path", "decodeURIComponent", "normalize":
      true
    default: false
    }
  }
}
