import Behaviour
import TreeSitter

extension CSharpLowering {
  /// A lambda, an anonymous method, a function in a function.
  mutating func closure(_ node: Int32, _ role: Role) {
    if let name = units[node] {
      core.builder.leaf(.closure, role, range(node), name: core.builder.name(name))
      return
    }
    let name = kind(node) == .localFunction ? child(node, fields.name) : nil
    if let name { core.scope.declare(self.symbol(name), NameScope.Binding(kind: .local)) }
    let index = core.builder.open(
      .closure,
      role,
      range(node),
      name: name.map { nameID($0) } ?? 0,
      flags: cs.has(modifier: "async", in: node) ? [.async] : []
    )
    let outside = function
    function = Function(closure: index)
    core.scope.enterClosure()
    if let list = child(node, fields.parameters) { parameters(list) }
    if let body = cs.body(of: node) {
      if kind(body) == .block {
        block(body, .body)
      } else {
        core.builder.open(.block, .body, range(body))
        if isVoid(node) { _ = statement(ofExpression: body) } else { returned(body, range(body)) }
        core.builder.close()
      }
    } else {
      emptyBlock(.body, endOf: node)
    }
    core.scope.leaveClosure()
    if function.yields { core.builder.insert(.generator, at: index) }
    function = outside
    core.builder.close()
  }

  private func isVoid(_ node: Int32) -> Bool {
    guard kind(node) == .localFunction, let type = child(node, fields.type) else { return false }
    return cs.isText(type, "void") || cs.has(modifier: "async", in: node) && cs.isText(type, "Task")
  }

  // MARK: - Parameters

  /// A declared parameter, taken apart.
  struct ParameterSyntax {
    let node: Int32
    let name: Int32
    let type: Int32?
    let value: Int32?
    let isVariadic: Bool
  }

  /// The parameters in a list, or the one that stands without one.
  func declaredParameters(_ list: Int32) -> [ParameterSyntax] {
    if kind(list) == .implicitParameter || kind(list) == .identifier {
      return [ParameterSyntax(node: list, name: list, type: nil, value: nil, isVariadic: false)]
    }
    var found: [ParameterSyntax] = []
    var variadicType: Int32?
    var isVariadic = false
    for part in cs.children(list) {
      switch kind(part) {
      case .parameter:
        guard let name = child(part, fields.name) else { continue }
        let isMany = cs.has(.paramsWord, in: part) || cs.has(modifier: "params", in: part)
        found.append(
          ParameterSyntax(
            node: part,
            name: name,
            type: child(part, fields.type),
            value: defaultValue(of: part),
            isVariadic: isMany
          )
        )
      case .implicitParameter:
        found.append(ParameterSyntax(node: part, name: part, type: nil, value: nil, isVariadic: false))
      case .paramsWord: isVariadic = true
      default:
        // The parameter that stands for many has no node of its own.
        if cs[part].field == fields.type {
          variadicType = part
        } else if cs[part].field == fields.name {
          let type = variadicType
          found.append(ParameterSyntax(node: part, name: part, type: type, value: nil, isVariadic: isVariadic))
        }
      }
    }
    return found
  }

  private func defaultValue(of parameter: Int32) -> Int32? {
    var isBehind = false
    for part in cs.children(parameter) {
      if isBehind, cs.isPart(part) { return part }
      if kind(part) == .equals { isBehind = true }
    }
    return nil
  }

  /// Writes and declares parameters.
  mutating func parameters(_ list: Int32) {
    for found in declaredParameters(list) {
      let path = found.type.map { declaredPath($0) } ?? 0
      core.builder.open(
        .read,
        .parameter,
        range(found.node),
        name: nameID(found.name),
        path: path,
        detail: PlaceKind.parameter.rawValue,
        flags: found.isVariadic ? [.spread] : []
      )
      if let value = found.value { expression(value, .default) }
      core.builder.close()
      let type = found.isVariadic ? 0 : found.type.map { declaredType($0) } ?? 0
      let certainty = type == 0 ? Certainty.nameOnly : .declaredType
      let binding = NameScope.Binding(kind: .parameter, type: type, certainty: certainty)
      core.scope.declare(self.symbol(found.name), binding)
    }
  }

  func declared(_ list: Int32) -> [Parameter] {
    declaredParameters(list).map {
      Parameter(
        name: cs.text($0.name),
        type: $0.type.map { cs.text($0) },
        hasDefault: $0.value != nil,
        isVariadic: $0.isVariadic
      )
    }
  }
}
