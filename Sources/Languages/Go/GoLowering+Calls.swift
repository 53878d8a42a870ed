import Behaviour
import TreeSitter

extension GoLowering {
  /// Writes a call, or what a call of a known name means: an assertion, a conversion, a new collection.
  mutating func call(_ node: Int32, _ role: Role, _ use: NodeFlags) -> Known {
    guard let callee = go.callee(node) else {
      unknownConstruct(node, role)
      return .nothing
    }
    guard go.isDotted(callee) else {
      if let known = typed(node, callee, role) { return known }
      return chainedCall(node, callee, role, use)
    }
    if kind(callee) == .identifier, core.scope.binding(of: core.symbol(callee)) == nil,
      let known = builtin(node, callee, role)
    {
      return known
    }
    let place = place(callee)
    if let form = demand(ofCall: node, callee, place) {
      write(form, node, callee, role, use)
      return .nothing
    }
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

  /// What the language itself provides under a name that nobody hides.
  private mutating func builtin(_ node: Int32, _ callee: Int32, _ role: Role) -> Known? {
    let given = go.arguments(node)
    if go.isText(callee, "make"), let type = given.first { return make(node, type, given, role) }
    if go.isText(callee, "new"), let type = given.first {
      // A place for a value is that value.
      if isValue(type) { return expression(type, role) }
      let path = declaredPath(type)
      core.builder.leaf(
        .call,
        role,
        range(node),
        name: core.name(go.named(type) ?? type),
        path: path,
        detail: path == 0 ? 0 : Certainty.import.rawValue,
        flags: [.constructs]
      )
      return path == 0 ? .nothing : Known(what: .result(constructs: true), path: path, certainty: .import)
    }
    guard given.count == 1, GoBuiltins.types.contains(go.text(callee)) else { return nil }
    return cast(given[0], to: nil, node, role)
  }

  /// Whether what `new` is given cannot be a type.
  func isValue(_ node: Int32) -> Bool {
    switch kind(go.unwrap(node)) {
    case .call, .conversion, .composite, .unary, .binary, .string, .rawString, .integer, .float, .imaginary, .rune: true
    default: false
    }
  }

  /// `make(map[K]V)`, `make([]T, 0, n)` are empty collections; with a length, or a channel, they are more.
  private mutating func make(_ node: Int32, _ type: Int32, _ given: [Int32], _ role: Role) -> Known? {
    let isMap = kind(type) == .mapType
    let isList = kind(type) == .sliceType && given.count > 1 && go.isText(given[1], "0")
    guard isMap || isList else { return nil }
    let kind = isMap ? CollectionKind.keyed : .list
    core.builder.leaf(.collection, role, range(node), detail: kind.rawValue)
    return .nothing
  }

  /// `(*T)(value)`, `[]byte(value)`, `func(…)(value)` by their types.
  private mutating func typed(_ node: Int32, _ callee: Int32, _ role: Role) -> Known? {
    switch kind(callee) {
    case .unary:
      guard let mark = child(callee, fields.operator), go.isText(mark, "*") else { return nil }
      return cast(go.arguments(node).first, to: callee, node, role)
    case .pointerType, .sliceType, .arrayType, .mapType, .channelType, .functionType, .interfaceType, .genericType,
      .parenthesizedType:
      return cast(go.arguments(node).first, to: callee, node, role)
    default: return nil
    }
  }

  /// A call whose callee hangs on another expression: `client.Get(url).Result()`, `handlers[name](event)`.
  private mutating func chainedCall(_ node: Int32, _ callee: Int32, _ role: Role, _ use: NodeFlags) -> Known {
    if let form = demand(ofChain: node, callee) {
      write(form, node, callee, role, use)
      return .nothing
    }
    // A generic function with its types looks like an element.
    if kind(callee) == .index, let inner = child(callee, fields.operand), let key = child(callee, fields.index),
      go.isDotted(inner), isTypeName(key)
    {
      let place = place(inner)
      let certainty = place.certainty.rawValue
      core.builder.open(.call, role, range(node), name: place.name, path: place.path, detail: certainty, flags: use)
      arguments(of: node)
      core.builder.close()
      guard place.path != 0 else { return .nothing }
      return Known(what: .result(constructs: false), path: place.path, certainty: place.certainty)
    }
    let member = kind(callee) == .selector ? child(callee, fields.field) : nil
    let name = member.map { memberName($0) } ?? 0
    let index = core.builder.open(.call, role, range(node), name: name, flags: use)
    let receiver = member == nil ? callee : child(callee, fields.operand)
    let object = receiver.map { expression($0, .receiver) } ?? .nothing
    arguments(of: node)
    core.builder.close()
    guard let member else { return .nothing }
    let path = core.path(of: range(member), of: object)
    guard path != 0 else { return .nothing }
    core.builder.setPath(path, certainty: object.certainty, at: index)
    return Known(what: .result(constructs: false), path: path, certainty: object.certainty)
  }

  private func isTypeName(_ node: Int32) -> Bool {
    switch kind(node) {
    case .identifier: GoBuiltins.types.contains(go.text(node))
    case .pointerType, .sliceType, .mapType, .arrayType, .genericType, .qualifiedType, .typeIdentifier, .unary: true
    default: false
    }
  }

  mutating func arguments(of call: Int32) {
    guard let list = child(call, fields.arguments) else { return }
    for part in go.children(list) where go.isPart(part) { argument(part) }
  }

  /// Writes one argument of a call.
  mutating func argument(_ node: Int32) {
    guard kind(node) != .variadicArgument else { return spread(node, .argument) }
    core.builder.open(.argument, .argument, range(node))
    expression(node, .value)
    core.builder.close()
  }

  /// `values...`.
  mutating func spread(_ node: Int32, _ role: Role) {
    core.builder.open(.argument, role, range(node), flags: [.spread])
    if let value = go.firstPart(node) { expression(value, .value) }
    core.builder.close()
  }
}
