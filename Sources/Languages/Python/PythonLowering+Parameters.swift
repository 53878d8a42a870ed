import Behaviour
import TreeSitter

extension PythonLowering {
  /// A declared parameter, taken apart.
  struct ParameterSyntax {
    let name: Int32
    let type: Int32?
    let value: Int32?
    let isVariadic: Bool
  }

  func parameter(_ node: Int32) -> ParameterSyntax? {
    switch kind(node) {
    case .identifier: return ParameterSyntax(name: node, type: nil, value: nil, isVariadic: false)
    case .defaultParameter, .typedDefaultParameter:
      guard let name = child(node, fields.name) else { return nil }
      let type = child(node, fields.type)
      return ParameterSyntax(name: name, type: type, value: child(node, fields.value), isVariadic: false)
    case .typedParameter:
      guard let first = py.firstPart(node) else { return nil }
      let isVariadic = kind(first) != .identifier
      guard let name = isVariadic ? py.firstPart(first) : first else { return nil }
      return ParameterSyntax(name: name, type: child(node, fields.type), value: nil, isVariadic: isVariadic)
    case .listSplatPattern, .dictionarySplatPattern:
      guard let name = py.firstPart(node) else { return nil }
      return ParameterSyntax(name: name, type: nil, value: nil, isVariadic: true)
    case .tuplePattern:
      // Python 2 takes a pair apart in the list of parameters.
      return ParameterSyntax(name: node, type: nil, value: nil, isVariadic: false)
    default: return nil
    }
  }

  /// Writes and declares parameters.
  ///
  /// - Parameter droppingFirst: whether the first is the object itself, which is declared but no parameter to callers.
  mutating func parameters(_ list: Int32, droppingFirst: Bool) {
    var isFirst = droppingFirst
    for node in py.children(list) {
      guard let found = parameter(node) else { continue }
      let symbol = core.symbol(found.name)
      if isFirst {
        isFirst = false
        core.scope.declare(symbol, NameScope.Binding(kind: .parameter))
        continue
      }
      if symbol == core.selfName { core.selfName = 0 }
      let path = found.type.map { declaredPath($0) } ?? 0
      core.builder.open(
        .read,
        .parameter,
        range(node),
        name: core.name(found.name),
        path: path,
        detail: PlaceKind.parameter.rawValue,
        flags: found.isVariadic ? [.spread] : []
      )
      if let value = found.value { expression(value, .default) }
      core.builder.close()
      // The type of `*args: int` is that of its elements.
      let declared = path == 0 || found.isVariadic ? 0 : self.symbol(ofName: path)
      let certainty = declared == 0 ? Certainty.nameOnly : .declaredType
      core.scope.declare(symbol, NameScope.Binding(kind: .parameter, type: declared, certainty: certainty))
    }
  }

  /// Writes the decorators of a definition, each as a call.
  mutating func decorators(of decorated: Int32) {
    for decorator in py.children(decorated) where kind(decorator) == .decorator {
      guard let value = py.firstPart(decorator).map(py.unwrap) else { continue }
      if kind(value) == .call {
        expression(value, .decorator)
      } else if py.isDotted(value) {
        let place = place(value)
        let certainty = place.certainty.rawValue
        core.builder.leaf(.call, .decorator, range(value), name: place.name, path: place.path, detail: certainty)
      } else {
        core.builder.open(.call, .decorator, range(value))
        expression(value, .receiver)
        core.builder.close()
      }
    }
  }
}
