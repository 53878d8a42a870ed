import Behaviour
import TreeSitter

extension KotlinLowering {
  /// The canonical path of a declared type, 0 where it does not resolve: of `Foo?`, `Lazy<Foo>` that of `Foo`.
  mutating func declaredType(_ node: Int32) -> NameScope.Symbol {
    let path = declaredPath(node)
    return path == 0 ? 0 : symbol(ofName: path)
  }

  mutating func declaredPath(_ node: Int32, depth: Int = 0) -> NameID {
    guard depth < 8 else { return 0 }
    switch kind(node) {
    case .nullableType, .notNullableType, .parenthesizedType:
      return kt.firstPart(node).map { declaredPath($0, depth: depth + 1) } ?? 0
    case .userType:
      let names = kt.children(node).filter { kind($0) == .typeName }
      if names.count == 1, kt.isText(names[0], "Lazy") || kt.isText(names[0], "Deferred"),
        let list = kt.first(.typeArguments, in: node), let projection = kt.firstPart(list),
        let inner = kt.firstPart(projection),
        kt.isText(names[0], "Lazy")
      {
        return declaredPath(inner, depth: depth + 1)
      }
      guard !names.isEmpty else { return 0 }
      let place = names.count == 1 ? core.place(range(names[0])) : core.place(ofParts: names)
      return place.certainty == .import ? place.path : 0
    default: return 0
    }
  }

  /// Writes a type that is named in code.
  mutating func type(_ node: Int32, _ role: Role) {
    var inner = node
    while kind(inner) == .nullableType || kind(inner) == .parenthesizedType, let next = kt.firstPart(inner) {
      inner = next
    }
    let names = kind(inner) == .typeName ? [inner] : kt.children(inner).filter { kind($0) == .typeName }
    let place = names.isEmpty ? core.place(range(inner).prefix(200)) : core.place(ofParts: names)
    core.builder.leaf(.read, role, range(node), name: place.name, path: place.path, detail: place.kind.rawValue)
  }

  /// A name of the tree as a symbol of the scope.
  mutating func symbol(ofName name: NameID) -> NameScope.Symbol {
    core.type(of: Known(what: .thing, path: name, certainty: .declaredType))
  }

  // MARK: - Parameters

  /// Writes and declares parameters.
  mutating func parameters(_ list: Int32) -> [Parameter] {
    var found: [Parameter] = []
    var isVariadic = false
    let children = Array(kt.children(list))
    for (index, node) in children.enumerated() {
      if kind(node) == .parameterModifiers {
        isVariadic = kt.children(node).contains { kt.isText($0, "vararg") }
        continue
      }
      guard kind(node) == .parameter, let name = kt.first(.identifier, in: node) else { continue }
      defer { isVariadic = false }
      // A default value stands behind its parameter, not in it.
      let rest = children[(index + 1)...].prefix { kind($0) != .parameter && kind($0) != .parameterModifiers }
      let value = rest.first { kt.isPart($0) }
      let type = kt.type(in: node)
      found.append(
        Parameter(
          name: core.source.text(kt.bare(name)),
          type: type.map { core.text($0) },
          hasDefault: value != nil,
          isVariadic: isVariadic
        )
      )
      let path = type.map { declaredPath($0) } ?? 0
      core.builder.open(
        .read,
        .parameter,
        range(node),
        name: core.name(kt.bare(name)),
        path: path,
        detail: PlaceKind.parameter.rawValue,
        flags: isVariadic ? [.spread] : []
      )
      if let value { expression(value, .default) }
      core.builder.close()
      let declared = path == 0 || isVariadic ? 0 : symbol(ofName: path)
      core.scope.declare(
        core.symbol(name),
        NameScope.Binding(kind: .parameter, type: declared, certainty: declared == 0 ? .nameOnly : .declaredType)
      )
    }
    return found
  }

  // MARK: - What is known without writing

  /// What is known of a value by looking at the expression, without writing it.
  mutating func peek(_ node: Int32, depth: Int = 0) -> Known {
    guard depth < 24 else { return .nothing }
    let node = kt.unwrap(node)
    switch kind(node) {
    case .identifier, .this: return core.known(place(node))
    case .navigation:
      if kt.isDotted(node) { return core.known(place(node)) }
      guard let base = kt.firstPart(node), let name = kt.suffix(of: node).flatMap(kt.member) else { return .nothing }
      let value = peek(base, depth: depth + 1)
      let path = core.path(of: kt.bare(name), of: value)
      return path == 0 ? .nothing : Known(what: .thing, path: path, certainty: min(value.certainty, .constructor))
    case .postfix, .elvis: return kt.firstPart(node).map { peek($0, depth: depth + 1) } ?? .nothing
    case .cast:
      let type = kt.type(in: node).map { declaredType($0) } ?? 0
      return type == 0 ? .nothing : Known(what: .value(type), certainty: .declaredType)
    case .call: return peek(call: node, depth: depth)
    default: return .nothing
    }
  }

  private mutating func peek(call node: Int32, depth: Int) -> Known {
    guard let call = kt.call(node), let name = kt.calledName(call.callee) else { return .nothing }
    if kt.isText(name, "lazy"), let lambda = call.lambda { return lastValue(of: lambda, depth: depth + 1) }
    if kind(call.callee) == .navigation, let base = kt.firstPart(call.callee),
      kt.isText(name, "apply") || kt.isText(name, "also")
    {
      return peek(base, depth: depth + 1)
    }
    if kt.isDotted(call.callee) {
      let place = place(ofCallee: call.callee)
      guard place.path != 0 else { return .nothing }
      let constructs = kt.namesType(name)
      return Known(what: .result(constructs: constructs), path: place.path, certainty: place.certainty)
    }
    guard kind(call.callee) == .navigation, let base = kt.firstPart(call.callee) else { return .nothing }
    let value = peek(base, depth: depth + 1)
    let path = core.path(of: kt.bare(name), of: value)
    return path == 0 ? .nothing : Known(what: .result(constructs: false), path: path, certainty: value.certainty)
  }

  /// What is known of the last value in a function literal.
  mutating func lastValue(of lambda: Int32, depth: Int = 0) -> Known {
    guard let statements = kt.first(.statements, in: lambda), let last = kt.lastPart(statements) else {
      return .nothing
    }
    return peek(last, depth: depth + 1)
  }
}
