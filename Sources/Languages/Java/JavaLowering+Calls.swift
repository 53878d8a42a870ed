import Behaviour
import TreeSitter

extension JavaLowering {
  /// Writes a call, or what a call of a known name means: an assertion, a comparison, a collection, a handler.
  mutating func call(_ node: Int32, _ role: Role, _ use: NodeFlags) -> Known {
    guard let name = child(node, fields.name) else {
      unknownConstruct(node, role)
      return .nothing
    }
    let object = child(node, fields.object).map(java.unwrap)
    if isTest, assertion(node, name, object, role, use) { return .nothing }
    if let test = callTest(node) {
      self.test(test, node, role)
      return .nothing
    }
    if let object {
      if let known = attempt(byCall: node, name, object, role, use) { return known }
      if let known = collection(byCall: node, name, object, role) { return known }
    }
    guard let object else { return plainCall(node, place(object: nil, member: name), role, use) }
    if kind(object) == .super || java.has(.super, in: node) {
      let text = "super." + java.text(name)
      core.builder.open(.call, role, range(node), name: core.builder.name(text), flags: use)
      arguments(of: node)
      core.builder.close()
      return .nothing
    }
    guard java.isDotted(object) else { return chainedCall(node, name, object, role, use) }
    return plainCall(node, place(object: object, member: name), role, use)
  }

  private mutating func plainCall(_ node: Int32, _ place: Place, _ role: Role, _ use: NodeFlags) -> Known {
    core.builder.open(
      .call,
      role,
      range(node),
      name: place.name,
      path: place.path,
      detail: place.certainty.rawValue,
      flags: use
    )
    arguments(of: node)
    core.builder.close()
    guard place.path != 0 else { return .nothing }
    return Known(what: .result(constructs: false), path: place.path, certainty: place.certainty)
  }

  /// A call of a method of an expression's value: `client.send(request).body()`.
  private mutating func chainedCall(
    _ node: Int32,
    _ name: Int32,
    _ object: Int32,
    _ role: Role,
    _ use: NodeFlags
  ) -> Known {
    let index = core.builder.open(.call, role, range(node), name: memberName(name), flags: use)
    let known = expression(object, .receiver)
    arguments(of: node)
    core.builder.close()
    let path = core.path(of: range(name), of: known)
    guard path != 0 else { return .nothing }
    core.builder.setPath(path, certainty: known.certainty, at: index)
    return Known(what: .result(constructs: false), path: path, certainty: known.certainty)
  }

  /// Writes the arguments of a call.
  ///
  /// - Parameter limit: how many at most.
  mutating func arguments(of node: Int32, without left: Int32? = nil) {
    guard let list = child(node, fields.arguments) else { return }
    for part in java.children(list) where java.isPart(part) && part != left { argument(part) }
  }

  mutating func argument(_ node: Int32) {
    core.builder.open(.argument, .argument, range(node))
    expression(node, .value)
    core.builder.close()
  }

  func givenArguments(_ call: Int32) -> [Int32] { child(call, fields.arguments).map { java.parts($0) } ?? [] }

  // MARK: - Making objects

  /// `new Order(total)`, `new Runnable() { … }`.
  ///
  /// - Parameter left: an argument that is written elsewhere.
  mutating func creation(_ node: Int32, _ role: Role, _ use: NodeFlags, without left: Int32? = nil) -> Known {
    let type = child(node, fields.type)
    let named = type.flatMap { namedType($0) }
    let place = named.map { typePlace($0) } ?? Place()
    let body = java.first(.classBody, in: node)
    let known = Known(what: .result(constructs: true), path: place.path, certainty: place.certainty)
    if body == nil, let kind = emptyCollection(place, node) {
      core.builder.leaf(.collection, role, range(node), detail: kind.rawValue)
      return known
    }
    if let body, role != .statement, givenArguments(node).isEmpty, let method = onlyMethod(of: body) {
      inType(body) { $0.methodClosure(method, role, named: false) }
      return .nothing
    }
    core.builder.open(
      .call,
      role,
      range(node),
      name: place.name,
      path: place.path,
      detail: place.certainty.rawValue,
      flags: use.union(.constructs)
    )
    if let outer = java.firstPart(node), java[outer].field == 0, outer != type, kind(outer) == .identifier {
      expression(outer, .receiver)
    }
    arguments(of: node, without: left)
    if let body { methods(of: body) }
    core.builder.close()
    return place.path == 0 ? .nothing : known
  }

  mutating func arrayCreation(_ node: Int32, _ role: Role) {
    if let value = child(node, fields.value) {
      collection(java.parts(value), node, role, .list)
      return
    }
    let sizes = java.children(node).filter { kind($0) == .dimensionsExpression }.compactMap(java.firstPart)
    if sizes.allSatisfy({ java.isText($0, "0") }) {
      core.builder.leaf(.collection, role, range(node), detail: CollectionKind.list.rawValue)
      return
    }
    core.builder.open(.operation, role, range(node), name: core.builder.name("new[]"))
    for size in sizes { expression(size, .operand) }
    core.builder.close()
  }
}
