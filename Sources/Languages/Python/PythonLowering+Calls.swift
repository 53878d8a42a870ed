import Behaviour
import TreeSitter

extension PythonLowering {
  /// Writes a call, or what a call of a known name means: an assertion, a test of a type.
  mutating func call(_ node: Int32, _ role: Role, _ use: NodeFlags) -> Known {
    guard let function = child(node, fields.function) else {
      unknownConstruct(node, role)
      return .nothing
    }
    let callee = py.unwrap(function)
    guard py.isDotted(callee) else { return chainedCall(node, callee, role, use) }
    let place = place(callee)
    if place.isPlain {
      if isTypeTest(node, callee, place) {
        typeTest(node, role)
        return .nothing
      }
    }
    if let form = PythonAssertions.form(of: place, callee, in: self) {
      assertion(form, node, callee, role, use)
      return .nothing
    }
    core.builder.open(
      .call,
      role,
      range(node),
      name: place.name,
      path: place.path,
      detail: place.certainty.rawValue,
      flags: namesType(callee) ? use.union(.constructs) : use
    )
    arguments(of: node)
    core.builder.close()
    guard place.path != 0 else { return .nothing }
    if place.isPlain, py.isText(callee, "super"), place.path == place.name {
      let base = core.scope.baseType()
      if base != 0, core.knowsFields { return Known(what: .value(base), certainty: .declaredType) }
    }
    return Known(what: .result(constructs: false), path: place.path, certainty: place.certainty)
  }

  /// Whether what is called is a type, as far as its name tells: Python has no word for making an object.
  private func namesType(_ callee: Int32) -> Bool {
    let name = core.source.slice(range(child(callee, fields.attribute) ?? callee))
    guard let first = name.first(where: { $0 != UInt8(ascii: "_") }) else { return false }
    return first >= UInt8(ascii: "A") && first <= UInt8(ascii: "Z")
  }

  /// A call whose callee hangs on another expression: `open(path).read()`, `handlers[name](event)`.
  private mutating func chainedCall(_ node: Int32, _ callee: Int32, _ role: Role, _ use: NodeFlags) -> Known {
    let member = kind(callee) == .attribute ? child(callee, fields.attribute) : nil
    if let member, let form = PythonAssertions.form(ofDouble: member, in: self) {
      assertion(form, node, callee, role, use)
      return .nothing
    }
    let name = member.map { memberName($0) } ?? 0
    let index = core.builder.open(.call, role, range(node), name: name, flags: use)
    let receiver = member == nil ? callee : child(callee, fields.object)
    let object = receiver.map { expression($0, .receiver) } ?? .nothing
    arguments(of: node)
    core.builder.close()
    guard let member else { return .nothing }
    let path = core.path(of: range(member), of: object)
    guard path != 0 else { return .nothing }
    core.builder.setPath(path, certainty: object.certainty, at: index)
    return Known(what: .result(constructs: false), path: path, certainty: object.certainty)
  }

  private mutating func arguments(of call: Int32) {
    guard let list = child(call, fields.arguments) else { return }
    guard kind(list) == .arguments else {
      // A generator that is the only argument needs no parentheses of its own.
      argument(list)
      return
    }
    for part in py.children(list) where py.isPart(part) { argument(part) }
  }

  /// Writes one argument of a call.
  mutating func argument(_ node: Int32) {
    switch kind(node) {
    case .keywordArgument: keywordArgument(node, .argument)
    case .listSplat, .dictionarySplat, .parenthesizedListSplat: spread(node, .argument)
    default:
      core.builder.open(.argument, .argument, range(node))
      expression(node, .value)
      core.builder.close()
    }
  }

  mutating func keywordArgument(_ node: Int32, _ role: Role) {
    let label = child(node, fields.name).map { core.name($0) } ?? 0
    core.builder.open(.argument, role, range(node), name: label)
    if let value = child(node, fields.value) { expression(value, .value) }
    core.builder.close()
  }

  /// `*values`, `**options`.
  mutating func spread(_ node: Int32, _ role: Role) {
    core.builder.open(.argument, role, range(node), flags: [.spread])
    if let value = py.firstPart(node) { expression(value, .value) }
    core.builder.close()
  }

  /// The arguments of a call that are given one by one, in order.
  func givenArguments(_ call: Int32) -> [Int32] {
    guard let list = child(call, fields.arguments) else { return [] }
    return kind(list) == .arguments ? py.parts(list) : [list]
  }
}
