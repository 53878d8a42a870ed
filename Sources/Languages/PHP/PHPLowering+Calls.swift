import Behaviour
import TreeSitter

extension PHPLowering {
  /// Writes a call of a function, or what a call of a known one means.
  mutating func call(_ node: Int32, _ role: Role, _ use: NodeFlags) -> Known {
    guard let function = child(node, fields.function) else {
      unknownConstruct(node, role)
      return .nothing
    }
    let callee = php.unwrap(function)
    if isReference(node) { return expression(callee, role) }
    guard php.isName(callee) else { return callOfValue(node, callee, role, use) }
    if let question = question(node) {
      ask(question, node, role)
      return .nothing
    }
    if asksForSeveral(node, callee, role) { return .nothing }
    if let form = PHPAssertions.function(callee, in: self) {
      assertion(form, node, nil, role, use)
      return .nothing
    }
    if isExpectation(node), use.contains(.discarded) {
      // `expect($x);` asks for nothing.
      openAssertion(AssertionKind.other, node, role, use.union(.incomplete))
      for value in givenValues(node) { expression(value, .actual) }
      core.builder.close()
      return .nothing
    }
    let path = functionPath(callee)
    written.removeAll(keepingCapacity: true)
    php.append(name: callee, to: &written)
    let name = core.builder.name(written, written.indices)
    let certainty: Certainty = path == 0 ? .nameOnly : .import
    core.builder.open(.call, role, range(node), name: name, path: path, detail: certainty.rawValue, flags: use)
    arguments(of: node)
    core.builder.close()
    guard path != 0 else { return .nothing }
    if let made = madeByContainer(node, callee) { return made }
    return Known(what: .result(constructs: false), path: path, certainty: certainty)
  }

  /// `strlen(...)` names a function, and calls nothing.
  private func isReference(_ call: Int32) -> Bool {
    child(call, fields.arguments).map { php.has(.placeholder, in: $0) } ?? false
  }

  /// `isset($a, $b)`: each is asked for.
  private mutating func asksForSeveral(_ node: Int32, _ callee: Int32, _ role: Role) -> Bool {
    guard php.isText(callee, "isset") else { return false }
    let given = givenValues(node)
    guard given.count > 1 else { return false }
    core.builder.open(.condition, role, range(node), name: core.builder.name(Operator.and))
    for value in given {
      core.builder.open(.condition, .operand, range(value), name: core.builder.name(Operator.isNotNull))
      expression(value, .operand)
      core.builder.close()
    }
    core.builder.close()
    return true
  }

  /// `app(Gateway::class)` gives a gateway.
  private mutating func madeByContainer(_ call: Int32, _ callee: Int32) -> Known? {
    guard php.isText(callee, "app") || php.isText(callee, "resolve") else { return nil }
    return made(by: call)
  }

  /// The type that the first argument of a call names: `get(Gateway::class)`.
  private mutating func made(by call: Int32) -> Known? {
    guard let first = givenValues(call).first.map(php.unwrap), kind(first) == .classConstant else { return nil }
    let parts = php.parts(first)
    guard parts.count == 2, php.isText(parts[1], "class") else { return nil }
    let path = typePath(parts[0])
    return path == 0 ? nil : Known(what: .value(symbol(ofName: path)), certainty: .declaredType)
  }

  /// A call of what a variable or an expression holds: `$work()`, `$handlers[$name]($event)`.
  private mutating func callOfValue(_ node: Int32, _ callee: Int32, _ role: Role, _ use: NodeFlags) -> Known {
    if kind(callee) == .variable, let place = place(callee) {
      core.builder.open(
        .call,
        role,
        range(node),
        name: place.name,
        path: place.path,
        detail: place.certainty.rawValue,
        flags: use
      )
    } else {
      core.builder.open(.call, role, range(node), flags: use)
      expression(callee, .receiver)
    }
    arguments(of: node)
    core.builder.close()
    return .nothing
  }

  /// A call of a method of an object or of a type.
  mutating func methodCall(_ node: Int32, _ object: Int32?, _ role: Role, _ use: NodeFlags) -> Known {
    guard let object, let name = child(node, fields.name) else {
      unknownConstruct(node, role)
      return .nothing
    }
    if isReference(node) { return expression(object, role) }
    let use = kind(node) == .nullsafeMemberCall ? use.union(.optional) : use
    guard kind(name) == .name else {
      // `$order->$action()`
      core.builder.open(.call, role, range(node), flags: use)
      expression(object, .receiver)
      expression(name, .index)
      arguments(of: node)
      core.builder.close()
      return .nothing
    }
    if expectation(node, role, use) || doubleAssertion(node, role, use) { return .nothing }
    let receiver = php.unwrap(object)
    if let form = PHPAssertions.method(name, of: receiver, in: self) {
      assertion(form, node, receiver, role, use)
      return .nothing
    }
    guard let place = place(of: name, in: receiver) else { return chained(node, receiver, name, role, use) }
    var path = place.path
    var certainty = place.certainty
    if path == 0 || kind(receiver) == .relativeScope, let inherited = inherited(name, receiver) {
      path = inherited
      certainty = path == 0 ? .nameOnly : .declaredType
    }
    core.builder.open(.call, role, range(node), name: place.name, path: path, detail: certainty.rawValue, flags: use)
    arguments(of: node)
    core.builder.close()
    if path == 0 { return .nothing }
    if php.isText(name, "make") || php.isText(name, "get"), let made = made(by: node) { return made }
    return Known(what: .result(constructs: false), path: path, certainty: certainty)
  }

  /// The canonical path of a method that the type at hand has from the one it derives from; 0 where it has its own,
  /// nil where the call is not of its own method.
  private mutating func inherited(_ name: Int32, _ receiver: Int32) -> NameID? {
    guard core.knowsFields else { return nil }
    let isOwn = php.isText(receiver, "$this") || php.isText(receiver, "self") || php.isText(receiver, "static")
    guard isOwn, let container = span.container, outline.containers.indices.contains(container),
      let owner = outline.containers[container].owner
    else { return nil }
    let text = php.text(name)
    if core.scope.topLevel(owner.name + "." + text) != nil { return 0 }
    let base = core.scope.baseType()
    guard base != 0 else { return 0 }
    path.removeAll(keepingCapacity: true)
    core.scope.append(base, to: &path)
    path.append(UInt8(ascii: "."))
    path.append(contentsOf: text.utf8)
    return core.builder.name(path, path.indices)
  }

  /// A method of what another expression gives: `DB::table('orders')->insert($row)`.
  private mutating func chained(
    _ node: Int32,
    _ receiver: Int32,
    _ name: Int32,
    _ role: Role,
    _ use: NodeFlags
  ) -> Known {
    let index = core.builder.open(.call, role, range(node), name: memberName(name), flags: use)
    let object = expression(receiver, .receiver)
    arguments(of: node)
    core.builder.close()
    let path = core.path(of: range(name), of: object)
    guard path != 0 else { return .nothing }
    core.builder.setPath(path, certainty: object.certainty, at: index)
    if php.isText(name, "make") || php.isText(name, "get"), let made = made(by: node) { return made }
    return Known(what: .result(constructs: false), path: path, certainty: object.certainty)
  }

  // MARK: - Objects

  /// - Parameter left: an argument that is written elsewhere.
  @discardableResult
  mutating func new(_ node: Int32, _ role: Role, _ use: NodeFlags, without left: Int32? = nil) -> Known {
    guard let type = php.firstPart(node) else {
      unknownConstruct(node, role)
      return .nothing
    }
    if kind(type) == .anonymousClass {
      anonymousClass(type, node, role, use)
      return .nothing
    }
    written.removeAll(keepingCapacity: true)
    let found = appendDotted(type, to: &written)
    let name = found == nil ? 0 : core.builder.name(written, written.indices)
    let isOwn = php.isText(type, "static") || php.isText(type, "self")
    let path = php.isName(type) && !isOwn ? typePath(type) : 0
    let certainty: Certainty = path == 0 ? .nameOnly : .import
    core.builder.open(
      .call,
      role,
      range(node),
      name: name,
      path: path,
      detail: certainty.rawValue,
      flags: use.union(.constructs)
    )
    if found == nil { expression(type, .receiver) }
    if let list = php.first(.arguments, in: node) { arguments(in: list, without: left) }
    core.builder.close()
    return path == 0 ? .nothing : Known(what: .result(constructs: true), path: path, certainty: certainty)
  }

  /// `print`, `include` and `require`: calls in another dress.
  mutating func wordCall(_ word: String, _ node: Int32, _ role: Role, _ use: NodeFlags) {
    let name = core.builder.name(word)
    core.builder.open(.call, role, range(node), name: name, path: name, detail: Certainty.import.rawValue, flags: use)
    for part in php.children(node) where php.isPart(part) {
      if kind(part) == .sequence {
        for value in php.children(part) where php.isPart(value) { plainArgument(value) }
      } else {
        plainArgument(part)
      }
    }
    core.builder.close()
  }

  // MARK: - Arguments

  mutating func arguments(of call: Int32) {
    if let list = child(call, fields.arguments) { arguments(in: list, without: nil) }
  }

  mutating func arguments(in list: Int32, without left: Int32?) {
    for part in php.children(list) where php.isPart(part) && part != left { argument(part) }
  }

  /// Writes one argument of a call.
  mutating func argument(_ node: Int32) {
    guard kind(node) == .argument else {
      if kind(node) != .placeholder { plainArgument(node) }
      return
    }
    let label = child(node, fields.name)
    guard let value = value(of: node) else { return }
    if kind(value) == .unpacking { return spread(value, .argument) }
    core.builder.open(.argument, .argument, range(node), name: label.map { core.name($0) } ?? 0)
    expression(value, .value)
    core.builder.close()
  }

  mutating func plainArgument(_ value: Int32) {
    core.builder.open(.argument, .argument, range(value))
    expression(value, .value)
    core.builder.close()
  }

  /// The value of an argument, without its label.
  func value(of argument: Int32) -> Int32? {
    guard kind(argument) == .argument else { return argument }
    var last: Int32?
    for part in php.children(argument) where php.isPart(part) && php[part].field != fields.name {
      if kind(part) != .referenceModifier { last = part }
    }
    return last
  }

  /// The values that a call is given one by one, in order.
  func givenValues(_ call: Int32) -> [Int32] {
    guard let list = child(call, fields.arguments) ?? php.first(.arguments, in: call) else { return [] }
    return php.children(list).compactMap { part in
      guard kind(part) == .argument, let value = value(of: part), kind(value) != .unpacking else { return nil }
      return value
    }
  }
}
