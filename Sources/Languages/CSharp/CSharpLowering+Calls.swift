import Behaviour
import TreeSitter

extension CSharpLowering {
  /// Writes a call, or what a call of a known name means: an assertion, a test of membership.
  mutating func call(_ node: Int32, _ role: Role, _ use: NodeFlags) -> Known {
    guard let function = child(node, fields.function) else {
      unknownConstruct(node, role)
      return .nothing
    }
    let callee = cs.unwrap(function)
    if kind(callee) == .identifier, cs.isText(callee, "nameof") {
      nameOf(node, role)
      return .nothing
    }
    if let (key, place) = membership(node) {
      core.builder.open(.condition, role, range(node), name: core.builder.name(Operator.in))
      expression(key, .operand)
      expression(place, .operand)
      core.builder.close()
      return .nothing
    }
    if assertion(node, callee, role, use) { return .nothing }
    if let kind = emptyCollection(callee, node) {
      core.builder.leaf(.collection, role, range(node), detail: kind.rawValue)
      return .nothing
    }
    guard cs.isDotted(callee) else { return chainedCall(node, callee, role, use) }
    var place = self.place(callee)
    // A type is never called: a plain name is a method, whatever else has the name.
    if place.isPlain, core.scope.binding(of: place.root) == nil { place.path = 0 }
    var flags = use
    if kind(callee) == .conditionalAccess || kind(callee) == .member && cs.isOptional(callee) {
      flags.insert(.optional)
    }
    let certainty = place.path == 0 ? Certainty.nameOnly : place.certainty
    core.builder.open(
      .call,
      role,
      range(node),
      name: place.name,
      path: place.path,
      detail: certainty.rawValue,
      flags: flags
    )
    arguments(of: node)
    core.builder.close()
    if let service = service(callee) { return service }
    guard place.path != 0 else { return .nothing }
    return Known(what: .result(constructs: false), path: place.path, certainty: place.certainty)
  }

  /// A call whose callee hangs on another expression: `File.OpenRead(path).Read()`, `handlers[name](order)`.
  private mutating func chainedCall(_ node: Int32, _ callee: Int32, _ role: Role, _ use: NodeFlags) -> Known {
    let found = cs.member(callee)
    let flags = found?.isOptional == true ? use.union(.optional) : use
    let name = found.map { memberName($0.name) } ?? 0
    let index = core.builder.open(.call, role, range(node), name: name, flags: flags)
    let object = expression(found?.object ?? callee, .receiver)
    arguments(of: node)
    core.builder.close()
    guard let found else { return .nothing }
    if let service = service(callee) { return service }
    let path = core.path(of: range(found.name), of: object)
    guard path != 0 else { return .nothing }
    core.builder.setPath(path, certainty: object.certainty, at: index)
    return Known(what: .result(constructs: false), path: path, certainty: object.certainty)
  }

  /// `services.GetRequiredService<IGateway>()` gives what it is asked for.
  private mutating func service(_ callee: Int32) -> Known? {
    let types = cs.typeArguments(of: callee)
    guard types.count == 1, let last = cs.member(callee)?.name,
      cs.isText(last, "GetRequiredService") || cs.isText(last, "GetService") || cs.isText(last, "CreateClient")
        || cs.isText(last, "For") || cs.isText(last, "Resolve") || cs.isText(last, "GetRequiredKeyedService")
    else { return nil }
    let type = declaredType(types[0])
    return type == 0 ? nil : Known(what: .value(type), certainty: .declaredType)
  }

  /// `Array.Empty<T>()`, `Enumerable.Empty<T>()`, `ImmutableList.Create<T>()` without elements.
  private func emptyCollection(_ callee: Int32, _ call: Int32) -> CollectionKind? {
    guard kind(callee) == .member, let object = child(callee, fields.expression),
      let name = child(callee, fields.name).map(cs.plain), cs.isText(name, "Empty"),
      cs.isText(object, "Array") || cs.isText(object, "Enumerable"), cs.arguments(of: call).isEmpty
    else { return nil }
    return .list
  }

  private mutating func nameOf(_ node: Int32, _ role: Role) {
    let named = cs.arguments(of: node).first.flatMap { cs.value(ofArgument: $0) }
    let last = named.flatMap { cs.isDotted($0) ? cs.names($0).last : nil }
    let name = last.map { nameID($0) } ?? 0
    core.builder.leaf(.literal, role, range(node), name: name, detail: LiteralKind.string.rawValue)
  }

  // MARK: - Arguments

  mutating func arguments(of call: Int32) {
    for part in cs.arguments(of: call) { argument(part) }
  }

  /// Writes one argument of a call: `value`, `label: value`, `out var place`.
  mutating func argument(_ node: Int32) {
    let label = child(node, fields.name).map { nameID($0) } ?? 0
    core.builder.open(.argument, .argument, range(node), name: label)
    if let value = cs.value(ofArgument: node) {
      if kind(value) == .declarationExpression, !product(value, .value) {
        target(value, .value)
      } else if kind(value) != .declarationExpression {
        expression(value, .value)
      }
    }
    core.builder.close()
  }

  /// The grammar reads `price * count` among arguments as the declaration of a pointer; false for any other.
  mutating func product(_ node: Int32, _ role: Role) -> Bool {
    guard let type = child(node, fields.type), kind(type) == .pointerType, let right = child(node, fields.name),
      let left = child(type, fields.type) ?? cs.firstPart(type)
    else { return false }
    core.builder.open(.operation, role, range(node), name: core.builder.name("*"))
    expression(left, .operand)
    expression(right, .operand)
    core.builder.close()
    return true
  }

  // MARK: - Objects

  /// `new Order(1) { Paid = true }`: what the braces set are arguments with labels.
  ///
  /// - Parameter left: an argument that is written elsewhere.
  @discardableResult
  mutating func new(_ node: Int32, _ role: Role, _ use: NodeFlags, without left: Int32? = nil) -> Known {
    let isImplied = kind(node) == .implicitNew
    let type = isImplied ? (impliedType >= 0 ? impliedType : nil) : child(node, fields.type)
    impliedType = -1
    let initializer = child(node, fields.initializer) ?? cs.first(.initializer, in: node)
    if let type, let kind = collectionKind(ofType: type), cs.arguments(of: node).allSatisfy(isCount) {
      collection(initializer, node, role, kind)
      let path = declaredType(type)
      return path == 0 ? .nothing : Known(what: .value(path), certainty: .constructor)
    }
    let path = type.map { declaredPath($0) } ?? 0
    let isSure = type.map { isResolved($0) } ?? false
    let plain = type.map { self.kind($0) == .nullable ? child($0, fields.type) ?? $0 : $0 }
    core.builder.open(
      .call,
      role,
      range(node),
      name: plain.map { core.builder.name(cs.isDotted($0) ? cs.dotted($0) : cs.text($0)) } ?? core.builder.name("new"),
      path: path,
      detail: (isSure ? Certainty.import : .nameOnly).rawValue,
      flags: use.union(.constructs)
    )
    for part in cs.arguments(of: node) where part != left { argument(part) }
    if let initializer { settings(initializer) }
    core.builder.close()
    guard path != 0 else { return .nothing }
    return Known(what: .result(constructs: true), path: path, certainty: isSure ? .import : .constructor)
  }

  /// A number, or a variable: how large a collection may become.
  private func isCount(_ argument: Int32) -> Bool {
    cs.value(ofArgument: argument).map { kind($0) == .integer } ?? false
  }

  /// Whether it is known where a type comes from.
  private func isResolved(_ type: Int32) -> Bool {
    let plain = kind(type) == .nullable ? child(type, fields.type) ?? type : type
    if kind(plain) == .predefined { return true }
    guard cs.isDotted(plain) else { return false }
    let root = String(cs.dotted(plain).prefix { $0 != "." })
    if CSharpNamespaces.globals.contains(root) { return true }
    if case .imported = outline.environment.names[root] { return true }
    return CSharpNamespaces.catalog.path(of: root, in: outline.environment.wildcards) != nil
  }

  /// What an initializer sets.
  private mutating func settings(_ node: Int32) {
    for part in cs.children(node) where cs.isPart(part) {
      if kind(part) == .assignment, let left = child(part, fields.left), let right = child(part, fields.right) {
        let isNamed = kind(left) == .identifier
        core.builder.open(.argument, .argument, range(part), name: isNamed ? nameID(left) : 0)
        if !isNamed { indices(of: left) }
        expression(right, .value)
      } else {
        core.builder.open(.argument, .argument, range(part))
        expression(part, .value)
      }
      core.builder.close()
    }
  }

  /// `["key"]` before a value.
  mutating func indices(of node: Int32) {
    for argument in cs.children(node) where kind(argument) == .argument {
      if let value = cs.value(ofArgument: argument) { expression(value, .index) }
    }
  }
}
