import Behaviour
import TreeSitter

extension RubyLowering {
  /// A method in a method: its body does not see what is around it, but only here is it to be found.
  mutating func closure(ofMethod node: Int32) {
    let name = child(node, fields.name)
    let index = core.builder.open(.closure, .statement, range(node), name: name.map { core.name($0) } ?? 0)
    inClosure(index) { lowering in
      if let list = lowering.child(node, lowering.fields.parameters) { lowering.parameters(list) }
      guard let body = lowering.child(node, lowering.fields.body) else {
        return lowering.emptyBlock(.body, endOf: node)
      }
      lowering.core.builder.open(.block, .body, lowering.range(body))
      lowering.methodBody(body, .returned)
      lowering.core.builder.close()
    }
    core.builder.close()
  }

  /// The block given to a call.
  ///
  /// - Parameter unit: the name of the unit that the block is; then nothing of it is written here.
  mutating func closure(ofBlock block: Int32, _ role: Role, givesValue: Bool, unit: String? = nil) {
    if let unit {
      core.builder.leaf(.closure, role, range(block), name: core.builder.name(unit))
      return
    }
    let index = core.builder.open(.closure, role, range(block))
    inClosure(index) { lowering in
      if let list = lowering.rb.first(.blockParameters, in: block) { lowering.parameters(list) }
      guard let body = lowering.rb.body(ofBlock: block) else {
        return lowering.emptyBlock(.body, endOf: block)
      }
      let written = lowering.core.builder.open(.block, .body, lowering.range(body))
      lowering.body(body, givesValue ? .returned : .discarded)
      lowering.core.builder.close()
      if lowering.core.builder.count == Int(written) + 1 {
        lowering.note(lowering.rb.children(block).filter { lowering.kind($0) == .comment }, at: written)
      }
    }
    core.builder.close()
  }

  /// `->(order) { … }`.
  mutating func closure(ofLambda node: Int32, _ role: Role) {
    let index = core.builder.open(.closure, role, range(node))
    inClosure(index) { lowering in
      if let list = lowering.child(node, lowering.fields.parameters) { lowering.parameters(list) }
      guard let block = lowering.child(node, lowering.fields.body),
        let body = lowering.rb.body(ofBlock: block)
      else { return lowering.emptyBlock(.body, endOf: node) }
      lowering.core.builder.open(.block, .body, lowering.range(body))
      lowering.body(body, .returned)
      lowering.core.builder.close()
    }
    core.builder.close()
  }

  private mutating func inClosure(_ index: NodeIndex, _ write: (inout RubyLowering) -> Void) {
    let outside = function
    function = Function(closure: index)
    core.scope.enterClosure()
    write(&self)
    core.scope.leaveClosure()
    function = outside
  }

  // MARK: - Parameters

  struct ParameterSyntax {
    /// The name, or the pattern that takes the argument apart.
    var name: Int32
    var value: Int32?
    var isVariadic = false
    var hasDefault = false
  }

  func parameter(_ node: Int32) -> ParameterSyntax? {
    switch kind(node) {
    case .identifier, .destructuredParameter:
      return rb[node].field == fields.locals ? nil : ParameterSyntax(name: node)
    case .optionalParameter:
      guard let name = child(node, fields.name) else { return nil }
      return ParameterSyntax(name: name, value: child(node, fields.value), hasDefault: true)
    case .keywordParameter:
      guard let name = child(node, fields.name) else { return nil }
      let value = child(node, fields.value)
      return ParameterSyntax(name: name, value: value, hasDefault: value != nil)
    case .splatParameter, .hashSplatParameter:
      guard let name = child(node, fields.name) else { return nil }
      return ParameterSyntax(name: name, isVariadic: true)
    case .blockParameter:
      guard let name = child(node, fields.name) else { return nil }
      return ParameterSyntax(name: name, hasDefault: true)
    default: return nil
    }
  }

  /// Writes and declares parameters.
  mutating func parameters(_ list: Int32) {
    for node in rb.children(list) {
      guard let found = parameter(node) else { continue }
      if kind(found.name) == .destructuredParameter {
        for name in declareLocals(of: found.name) { parameter(name, in: name, found) }
      } else {
        parameter(found.name, in: node, found)
      }
    }
  }

  private mutating func parameter(_ name: Int32, in node: Int32, _ found: ParameterSyntax) {
    core.builder.open(
      .read,
      .parameter,
      range(node),
      name: core.name(name),
      detail: PlaceKind.parameter.rawValue,
      flags: found.isVariadic ? [.spread] : []
    )
    let known = found.value.map { expression($0, .default) } ?? .nothing
    core.builder.close()
    let symbol = core.symbol(name)
    let type = core.type(of: known)
    let certainty = type == 0 ? Certainty.nameOnly : .constructor
    core.scope.declare(symbol, NameScope.Binding(kind: .parameter, type: type, certainty: certainty))
  }

  /// The parameters of the unit, for those who ask what it takes.
  func declared(_ list: Int32) -> [Parameter] {
    rb.children(list).compactMap { parameter($0) }.map {
      Parameter(name: core.text($0.name), hasDefault: $0.hasDefault, isVariadic: $0.isVariadic)
    }
  }
}
