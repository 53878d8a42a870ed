import Behaviour
import TreeSitter

extension RustLowering {
  /// The arguments of a call, in order.
  func arguments(of call: Int32) -> [Int32] {
    guard let list = child(call, fields.arguments) else { return [] }
    return rs.parts(list)
  }

  /// Writes a call, or what a call of a known name means: a test for absence, a way to deal with a failure.
  mutating func call(_ node: Int32, _ role: Role, _ use: NodeFlags) -> Known {
    guard let callee = child(node, fields.function).map(bareCallee) else {
      unknownConstruct(node, role)
      return .nothing
    }
    if kind(callee) == .member { return methodCall(node, callee, role, use) }
    if let value = argument(of: node, calledAs: "Some") { return expression(value, role, use) }
    if use.contains(.propagated), let error = argument(of: node, calledAs: "Err") {
      raise(error, range(node), role: role)
      return .nothing
    }
    guard rs.isPath(callee) else {
      core.builder.open(.call, role, range(node), flags: use)
      expression(callee, .receiver)
      writeArguments(of: node)
      core.builder.close()
      return .nothing
    }
    if empty(node, callee, role) { return .nothing }
    return plainCall(node, callee, role, use)
  }

  /// `Vec::new()`, `String::new()`, `String::from("…")`: values that other languages have signs for.
  private mutating func empty(_ node: Int32, _ callee: Int32, _ role: Role) -> Bool {
    guard kind(callee) == .scoped, let type = child(callee, fields.path), let name = child(callee, fields.name) else {
      return false
    }
    let given = arguments(of: node)
    let last = rs.lastName(type)
    if given.count == 1, rs.isText(last, "String"), rs.isText(name, "from"), isText(rs.unwrap(given[0])) {
      string(rs.unwrap(given[0]), role)
      return true
    }
    guard given.isEmpty, rs.isText(name, "new") || rs.isText(name, "default") else { return false }
    if rs.isText(last, "String") {
      core.builder.leaf(.literal, role, range(node), detail: LiteralKind.string.rawValue)
      return true
    }
    for (types, detail) in RustLowering.emptyTypes where types.contains(where: { rs.isText(last, $0) }) {
      core.builder.leaf(.collection, role, range(node), detail: detail.rawValue)
      return true
    }
    return false
  }

  private static let emptyTypes: [([StaticString], CollectionKind)] = [
    (["Vec", "VecDeque", "LinkedList", "SmallVec"], .list),
    (["HashMap", "BTreeMap", "IndexMap", "FxHashMap", "Default"], .keyed),
    (["HashSet", "BTreeSet", "IndexSet", "FxHashSet"], .set),
  ]

  func bareCallee(_ node: Int32) -> Int32 {
    var node = rs.unwrap(node)
    while kind(node) == .genericFunction, let inner = child(node, fields.function), kind(inner) == .member {
      node = inner
    }
    return node
  }

  private mutating func plainCall(_ node: Int32, _ callee: Int32, _ role: Role, _ use: NodeFlags) -> Known {
    let last = rs.lastName(callee)
    let place = place(callee)
    core.builder.open(
      .call,
      role,
      range(node),
      name: place.name,
      path: place.path,
      detail: place.certainty.rawValue,
      flags: rs.isUpper(last) ? use.union(.constructs) : use
    )
    writeArguments(of: node)
    core.builder.close()
    guard place.path != 0 else { return .nothing }
    if let type = madeType(callee, place) { return type }
    return Known(what: .result(constructs: false), path: place.path, certainty: place.certainty)
  }

  /// `Client::new()` gives a `Client`.
  private mutating func madeType(_ callee: Int32, _ place: Place) -> Known? {
    var path = callee
    while kind(path) == .genericFunction, let inner = child(path, fields.function) { path = inner }
    guard kind(path) == .scoped, let type = child(path, fields.path), let name = child(path, fields.name),
      rs.isUpper(rs.lastName(type)), RustPrelude.makesItsType(core.source.slice(range(name)))
    else { return nil }
    let text = core.builder.text(place.path)
    guard let dot = text.lastIndex(of: ".") else { return nil }
    let symbol = core.scope.symbol(String(text[..<dot]))
    return Known(what: .value(symbol), certainty: place.certainty)
  }

  /// A call of a method: `self.gateway.charge(order)`, `client.get(url).send()`.
  private mutating func methodCall(_ node: Int32, _ callee: Int32, _ role: Role, _ use: NodeFlags) -> Known {
    guard let method = child(callee, fields.field), let object = child(callee, fields.value) else {
      unknownConstruct(node, role)
      return .nothing
    }
    if isText(rs.unwrap(object)), arguments(of: node).isEmpty, isConversion(method) {
      string(rs.unwrap(object), role)
      return .nothing
    }
    if let known = resultCall(node, method, object, role, use) { return known }
    if condition(byCall: node, method, object, role) { return .nothing }
    if assertion(byCall: node, method, object, role) { return .nothing }
    if let form = mockAssertion(node, method, object) {
      write(form, node, role)
      return .nothing
    }
    if rs.isDotted(callee) {
      let place = place(callee)
      core.builder.open(
        .call,
        role,
        range(node),
        name: place.name,
        path: place.path,
        detail: place.certainty.rawValue,
        flags: use
      )
      writeArguments(of: node)
      core.builder.close()
      guard place.path != 0 else { return .nothing }
      return Known(what: .result(constructs: false), path: place.path, certainty: place.certainty)
    }
    let index = core.builder.open(.call, role, range(node), name: memberName(method), flags: use)
    let receiver = expression(object, .receiver)
    writeArguments(of: node)
    core.builder.close()
    let path = core.path(of: range(method), of: receiver)
    guard path != 0 else { return .nothing }
    core.builder.setPath(path, certainty: receiver.certainty, at: index)
    return Known(what: .result(constructs: false), path: path, certainty: receiver.certainty)
  }

  /// `"text".to_string()` is the text.
  private func isConversion(_ method: Int32) -> Bool {
    rs.isText(method, "to_string") || rs.isText(method, "to_owned") || rs.isText(method, "into")
  }

  mutating func writeArguments(of call: Int32) {
    guard let list = child(call, fields.arguments) else { return }
    for part in rs.children(list) where rs.isPart(part) { argument(part) }
  }

  mutating func argument(_ node: Int32) {
    core.builder.open(.argument, .argument, range(node))
    expression(node, .value)
    core.builder.close()
  }
}
