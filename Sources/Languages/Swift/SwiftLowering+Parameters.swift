import Behaviour
import TreeSitter

extension SwiftLowering {
  /// A declared parameter, taken apart.
  struct ParameterSyntax {
    let node: Int32
    let name: Int32
    let type: Int32?
    let value: Int32?
    let isVariadic: Bool
  }

  /// The parameters of a function; a default value stands behind its parameter, beside it.
  func parameterList(of node: Int32) -> [ParameterSyntax] {
    var found: [ParameterSyntax] = []
    for child in sw.children(node) {
      if kind(child) == .parameter {
        if let made = parameter(child) { found.append(made) }
      } else if sw[child].field == fields.defaultValue, let last = found.last, last.value == nil {
        found[found.count - 1] = ParameterSyntax(
          node: last.node,
          name: last.name,
          type: last.type,
          value: child,
          isVariadic: last.isVariadic
        )
      }
    }
    return found
  }

  private func parameter(_ node: Int32) -> ParameterSyntax? {
    var name: Int32?
    var type: Int32?
    for child in sw.children(node) where sw[child].field == fields.name && !sw[child].isMissing {
      if name == nil { name = child } else if type == nil { type = child }
    }
    guard let name else { return nil }
    return ParameterSyntax(
      node: node,
      name: name,
      type: type,
      value: nil,
      isVariadic: sw.has(.ellipsis, in: node)
    )
  }

  /// Writes and declares the parameters of a function.
  mutating func parameters(of node: Int32) -> [Parameter] {
    let list = parameterList(of: node)
    for found in list {
      parameter(found.node, named: found.name, found.type, value: found.value, isVariadic: found.isVariadic)
    }
    return list.map {
      Parameter(
        name: sw.name($0.name),
        type: $0.type.map { core.text($0) },
        hasDefault: $0.value != nil,
        isVariadic: $0.isVariadic
      )
    }
  }

  mutating func parameter(_ node: Int32, named name: Int32, _ type: Int32?, value: Int32?, isVariadic: Bool) {
    let path = type.map { declaredPath($0) } ?? 0
    core.builder.open(
      .read,
      .parameter,
      range(node),
      name: core.name(sw.bare(name)),
      path: path,
      detail: PlaceKind.parameter.rawValue,
      flags: isVariadic ? [.spread] : []
    )
    if let value { expression(value, .default) }
    core.builder.close()
    let declared = path == 0 || isVariadic ? 0 : symbol(ofName: path)
    declare(name, .parameter, type: declared)
  }

  /// `set(value)`, `didSet(old)`: the name that is given, else the one that the language gives.
  mutating func newValue(of node: Int32) -> [Parameter] {
    if let name = sw.first(.identifier, in: node) {
      parameter(name, named: name, nil, value: nil, isVariadic: false)
      return [Parameter(name: sw.name(name))]
    }
    let name = kind(node) == .didSet ? "oldValue" : "newValue"
    let start = range(node).lowerBound
    core.builder.leaf(
      .read,
      .parameter,
      start..<start,
      name: core.builder.name(name),
      detail: PlaceKind.parameter.rawValue
    )
    core.scope.declare(name, .parameter)
    return [Parameter(name: name)]
  }

  mutating func declare(_ name: Int32, _ kind: PlaceKind, type: NameScope.Symbol = 0) {
    core.scope.declare(
      core.scope.symbol(core.source.bytes, sw.bare(name)),
      NameScope.Binding(kind: kind, type: type, certainty: type == 0 ? .nameOnly : .declaredType)
    )
  }

  // MARK: - Declared types

  /// The canonical path of a declared type, 0 where it does not resolve: of `X?`, `any X` and `some X` that of `X`.
  mutating func declaredPath(_ node: Int32, depth: Int = 0) -> NameID {
    guard depth < 8 else { return 0 }
    switch kind(node) {
    case .userType, .typeIdentifier:
      let place = core.place(ofText: sw.typeName(node))
      return place.certainty == .import ? place.path : 0
    case .optionalType, .existentialType, .opaqueType, .typeAnnotation:
      return sw.parts(node).first.map { declaredPath($0, depth: depth + 1) } ?? 0
    case .tupleType: return sw.onlyPart(node).map { declaredPath($0, depth: depth + 1) } ?? 0
    default: return 0
    }
  }

  mutating func declaredType(_ node: Int32) -> NameScope.Symbol {
    let path = declaredPath(node)
    return path == 0 ? 0 : symbol(ofName: path)
  }

  /// A name of the tree as a symbol of the scope.
  mutating func symbol(ofName name: NameID) -> NameScope.Symbol {
    core.type(of: Known(what: .thing, path: name, certainty: .declaredType))
  }
}
