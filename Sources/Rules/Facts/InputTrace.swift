package import Behaviour
import Knowledge

/// How a value came from outside: from a request, through names and conversions, to where it is used.
package struct InputTrace: Sendable, Hashable {
  /// What is read of the request.
  package var origin: NodeIndex
  /// All that the sender chose to send, not one part of it by its name.
  package var isWhole: Bool
  /// A framework hands it over as a parameter, of the type that is declared.
  package var isParameter = false
  /// Text was put around it on the way.
  package var isBuilt = false
  /// A conversion on the way settles the type.
  package var conversion: NodeIndex?
  /// Something that checks it on the way.
  package var validator: NodeIndex?
  /// Something on the way is named as if it checked it, and nothing says that it does.
  package var likelyValidator: NodeIndex?
  /// Names that hold it on the way.
  package var names: [String] = []
}

extension UnitContext {
  /// Whether a value comes from a request; nil where it does not, as far as the unit says.
  package func input(of node: NodeIndex) -> InputTrace? {
    var search = InputSearch(context: self)
    return search.trace(node, 0)
  }

  /// Whether anything in the unit may read a request.
  package func mayReadRequests() -> Bool {
    if unit.parameters.contains(where: { isRequest(parameterNamed: $0.name) }) { return true }
    if tree.names.contains(where: { InputWords.isOpenRoot($0) }) { return true }
    return unit.parameters.contains { InputWords.isPlain($0.type) != nil } && handlesRequests
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
    if let isWhole = RequestReader.part(node, isRequest: { isRequest($0, $1) }, in: context) {
      return InputTrace(origin: node, isWhole: isWhole, names: [tree.name(node)])
    }
    switch tree.kind(node) {
    case .await: return tree.child(node, .value).flatMap { trace($0, depth + 1) }
    case .read: return trace(read: node, depth)
    case .call: return trace(call: node, depth)
    case .operation, .condition: return trace(operation: node, depth)
    case .collection:
      for element in tree.children(node) where tree[element].has(.spread) {
        if let found = trace(tree.child(element, .value) ?? element, depth + 1), found.isWhole { return found }
      }
      return nil
    case .argument: return tree.child(node, .value).flatMap { trace($0, depth + 1) }
    default: return nil
    }
  }

  private mutating func trace(operation node: NodeIndex, _ depth: Int) -> InputTrace? {
    let isBuilding: Bool
    switch tree.name(node) {
    case Operator.interpolation, "+": isBuilding = true
    case Operator.or where tree.kind(node) == .condition: isBuilding = false
    case Operator.orElse, Operator.unwrap, Operator.cast, "*": isBuilding = false
    default: return nil
    }
    for operand in tree.children(node, .operand) {
      guard var found = trace(operand, depth + 1) else { continue }
      if isBuilding {
        found.isBuilt = true
        found.isWhole = false
      }
      return found
    }
    return nil
  }

  private mutating func trace(read node: NodeIndex, _ depth: Int) -> InputTrace? {
    if InputWords.isMeasure(NameReading.last(tree.name(node))) { return nil }
    if let receiver = tree.child(node, .receiver) {
      guard var found = trace(receiver, depth + 1) else { return nil }
      found.isWhole = false
      return found
    }
    let definitions = context.flow.definitions(reaching: node)
    guard definitions.count == 1, let definition = definitions.first else { return nil }
    if tree[definition.target].role == .parameter { return trace(parameter: node) }
    if let value = definition.value {
      guard var found = trace(value, depth + 1) else { return nil }
      found.names.append(tree.name(node))
      if !context.flow.isWholeName(node) { found.isWhole = false }
      return found
    }
    // `const { amount } = req.body`
    guard tree.kind(definition.giver) == .assign, tree[definition.target].has(.destructured),
      let value = tree.child(definition.giver, .value), tree.kind(value) == .read,
      var found = trace(value, depth + 1)
    else { return nil }
    found.isWhole = false
    found.names.append(tree.name(node))
    return found
  }

  /// `get(@RequestParam String name)`: a part of the request by its name, of a plain type.
  private func trace(parameter node: NodeIndex) -> InputTrace? {
    let name = tree.name(node)
    guard context.frame(of: node) == tree.root, context.handlesRequests,
      let parameter = context.unit.parameters.first(where: { $0.name == name }),
      let isText = InputWords.isPlain(parameter.type)
    else { return nil }
    return InputTrace(
      origin: node,
      isWhole: false,
      isParameter: true,
      conversion: isText ? nil : node,
      names: [name]
    )
  }

  private mutating func trace(call node: NodeIndex, _ depth: Int) -> InputTrace? {
    let name = tree.name(node)
    let last = NameReading.last(name)
    let isConversion = InputWords.converts(last)
    let isValidator = InputWords.validates(last)
    let isAccess = InputWords.accesses(last) && !InputWords.makesPath(tree.path(node))
    guard isConversion || isValidator || isAccess || InputWords.handsOn(last) || InputWords.makesPath(tree.path(node))
    else { return nil }
    var sources: [NodeIndex] = isAccess ? [] : tree.children(node, .argument)
    if let receiver = tree.child(node, .receiver) { sources.insert(receiver, at: 0) }
    var found: InputTrace?
    for source in sources where found == nil { found = trace(source, depth + 1) }
    if found == nil {
      // `amount.to_i`, `body.amount.trim()`: made on a name.
      let base = String(NameReading.base(name))
      if isValidator, !base.isEmpty, !base.contains("."), isRequest(base, node) {
        found = InputTrace(origin: node, isWhole: true, names: [name])
      } else if !base.isEmpty {
        let definitions = context.flow.definitions(reaching: node)
        if definitions.count == 1, let value = definitions[0].value { found = trace(value, depth + 1) }
        found?.names.append(base)
      }
    }
    guard var found else { return nil }
    if isConversion { found.conversion = node }
    if isValidator {
      // What is only named so may as well look at nothing.
      if InputWords.isValidator(tree.path(node)) || last == "permit" {
        found.validator = node
      } else {
        found.likelyValidator = node
      }
    }
    if isAccess { found.isWhole = false }
    if InputWords.makesPath(tree.path(node)), tree.children(node, .argument).count > 1 { found.isBuilt = true }
    return found
  }

  private mutating func isRequest(_ root: String, _ node: NodeIndex) -> Bool {
    if let known = requests[root] { return known }
    let isRequest: Bool
    if context.isRequest(parameterNamed: root) {
      isRequest = true
    } else if root == "request" {
      let path = tree.path(node)
      isRequest =
        path.hasPrefix("flask.request") || path.hasPrefix("quart.request")
        || context.file.context.imports.contains { $0 == "flask.request" }
    } else if root == "call" {
      isRequest =
        context.flow.definitions(ofNameAt: node).isEmpty
        && context.file.context.imports.contains { $0.hasPrefix("io.ktor.server") }
    } else if root == "params" {
      isRequest =
        context.file.context.facts.has(.ownMembersAreBare)
        && (context.unit.owner.map { NameReading.words($0.name).last == "controller" } ?? false)
    } else {
      isRequest = false
    }
    requests[root] = isRequest
    return isRequest
  }
}
