import Behaviour
import TreeSitter

extension PHPLowering {
  /// A function in a function, named or not.
  mutating func closure(_ node: Int32, _ role: Role) {
    if units[node] != nil {
      _ = closureLeaf(node, role)
      return
    }
    let name = kind(node) == .function || kind(node) == .method ? child(node, fields.name) : nil
    let index = core.builder.open(.closure, role, range(node), name: name.map { core.name($0) } ?? 0)
    inClosure(index) { lowering in
      if let captures = lowering.php.first(.captures, in: node) { lowering.declare(captures: captures) }
      lowering.parameters(of: node)
      guard let body = lowering.child(node, lowering.fields.body) else {
        lowering.emptyBlock(.body, endOf: node)
        return
      }
      if lowering.kind(body) == .compound {
        lowering.block(body, .body)
      } else {
        lowering.core.builder.open(.block, .body, lowering.range(body))
        lowering.resulting(body)
        lowering.core.builder.close()
      }
    }
    core.builder.close()
  }

  /// What a function gives whose body is one expression; an error that it throws, a demand that it makes, stands for
  /// itself.
  mutating func resulting(_ body: Int32) {
    let plain = php.unwrap(body)
    if kind(plain) == .throw {
      raise(plain, .statement)
    } else if isTest, expectation(plain, .statement, [.discarded]) {
      return
    } else {
      returned(body, range(body))
    }
  }

  /// A function of the code at top level that is a unit of its own.
  mutating func closureLeaf(_ node: Int32, _ role: Role) -> Known {
    let name = core.builder.name(units[node] ?? "")
    core.builder.leaf(.closure, role, range(node), name: name)
    return .nothing
  }

  private mutating func inClosure(_ index: NodeIndex, _ write: (inout PHPLowering) -> Void) {
    let outside = function
    function = Function(closure: index)
    core.scope.enterClosure()
    write(&self)
    core.scope.leaveClosure()
    if function.yields { core.builder.insert(.generator, at: index) }
    function = outside
  }

  /// `use ($order, &$count)`.
  private mutating func declare(captures: Int32) {
    for capture in php.children(captures) where php.isPart(capture) {
      let name = kind(capture) == .byRef ? php.firstPart(capture) ?? capture : capture
      guard kind(name) == .variable else { continue }
      let symbol = core.symbol(name)
      var binding = NameScope.Binding(kind: .captured)
      if let outer = core.scope.binding(of: symbol) {
        binding.type = outer.type
        binding.certainty = outer.certainty
        binding.isAlias = outer.isAlias
      } else if let known = core.scope.valueType(of: symbol) {
        binding.type = known.type
        binding.certainty = known.certainty
      }
      core.scope.declare(symbol, binding)
    }
  }

  // MARK: - Types in functions

  /// The methods of a type in a function are closures.
  mutating func methods(of type: Int32) {
    let outside = core.knowsFields
    core.knowsFields = false
    for member in php.members(of: type) where kind(member) == .method { closure(member, .statement) }
    core.knowsFields = outside
  }

  /// `new class($gateway) extends Service { … }`
  mutating func anonymousClass(_ type: Int32, _ node: Int32, _ role: Role, _ use: NodeFlags) {
    let name = core.builder.name("class")
    core.builder.open(.call, role, range(node), name: name, flags: use.union(.constructs))
    if let list = php.first(.arguments, in: type) { arguments(in: list, without: nil) }
    core.builder.open(.argument, .argument, range(type))
    core.builder.open(.collection, .value, range(type), detail: CollectionKind.keyed.rawValue)
    let outside = core.knowsFields
    core.knowsFields = false
    for member in php.members(of: type) where kind(member) == .method {
      core.builder.open(.argument, .element, range(member), name: child(member, fields.name).map { core.name($0) } ?? 0)
      closure(member, .value)
      core.builder.close()
    }
    core.knowsFields = outside
    core.builder.close()
    core.builder.close()
    core.builder.close()
  }
}
