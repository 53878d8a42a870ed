import Behaviour
import TreeSitter

extension JavaLowering {
  /// Whether the code at hand runs when a type is loaded or an object made, not when a method is called.
  var isAtTop: Bool { span.kind == .module && core.scope.depth == 0 }

  // MARK: - Outside of methods

  /// Writes what fields start with, and what initializers do. Methods are units of their own.
  ///
  /// - Parameter owner: the name of the type whose members these are, with those around it; empty for a file.
  mutating func members(of node: Int32, owner: String, depth: Int) {
    guard depth < JavaOutline.depthLimit else { return }
    for member in java.children(node) {
      let found = java[member]
      guard found.isNamed || found.isError || found.isMissing else { continue }
      switch kind(member) {
      case .class, .interface, .enum, .record, .annotationType:
        guard let body = child(member, fields.body) else { continue }
        let name = child(member, fields.name).map { java.text($0) } ?? ""
        members(of: body, owner: owner.isEmpty ? name : owner + "." + name, depth: depth + 1)
      case .enumDeclarations: members(of: member, owner: owner, depth: depth)
      case .field, .constant: field(member, owner: owner)
      case .enumConstant: enumConstant(member, owner: owner)
      case .staticInitializer: if let block = java.first(.block, in: member) { statements(of: block) }
      case .block: statements(of: member)
      case .method, .constructor, .compactConstructor, .annotationElement, .package, .import, .module: continue
      case .modifiers, .identifier, .superclass, .superInterfaces, .typeParameters: continue
      default: if found.isError || found.isMissing || owner.isEmpty { statement(member) }
      }
    }
  }

  private mutating func field(_ node: Int32, owner: String) {
    let isStatic = kind(node) == .constant || java.hasModifier(.static, node)
    for declarator in java.children(node) where kind(declarator) == .declarator {
      guard let value = child(declarator, fields.value), let name = child(declarator, fields.name) else { continue }
      guard enter(declarator, .statement) else { continue }
      let start = core.builder.count
      core.builder.open(.assign, .statement, range(declarator), flags: [.declares])
      let place = isStatic || owner.isEmpty ? java.text(name) : owner + "." + java.text(name)
      core.builder.leaf(
        .read,
        .target,
        range(name),
        name: core.builder.name(place),
        detail: (isStatic ? PlaceKind.static : .field).rawValue
      )
      expression(value, .value)
      core.builder.close()
      nesting -= 1
      if java[declarator].hasError { damage(in: declarator, since: start) }
    }
  }

  /// `GREEN(open()) { … }`
  private mutating func enumConstant(_ node: Int32, owner: String) {
    let body = child(node, fields.body)
    guard let name = child(node, fields.name), child(node, fields.arguments) != nil || body != nil else { return }
    guard enter(node, .statement) else { return }
    defer { nesting -= 1 }
    core.builder.open(.assign, .statement, range(node), flags: [.declares, .constant])
    core.builder.leaf(.read, .target, range(name), name: core.name(name), detail: PlaceKind.static.rawValue)
    core.builder.open(.call, .value, range(node), name: core.builder.name(owner), flags: [.constructs])
    arguments(of: node)
    if let body { methods(of: body) }
    core.builder.close()
    core.builder.close()
  }

  // MARK: - Types in methods

  /// A type that is declared in a method: its methods are closures.
  mutating func localType(_ node: Int32) {
    if let name = child(node, fields.name) {
      core.scope.declare(core.symbol(name), NameScope.Binding(kind: .local))
    }
    guard let body = child(node, fields.body) else { return }
    inType(body) { $0.localMembers(of: $0.java.members(ofBody: body)) }
  }

  /// The body of a class that is made and used at once, as what its object holds: methods by their names.
  mutating func methods(of body: Int32) {
    core.builder.open(.argument, .argument, range(body))
    core.builder.open(.collection, .value, range(body), detail: CollectionKind.keyed.rawValue)
    inType(body) { lowering in
      for member in lowering.java.children(body) {
        let name = lowering.child(member, lowering.fields.name).map { lowering.core.name($0) } ?? 0
        switch lowering.kind(member) {
        case .method:
          lowering.core.builder.open(.argument, .element, lowering.range(member), name: name)
          lowering.methodClosure(member, .value, named: false)
          lowering.core.builder.close()
        case .field:
          for declarator in lowering.java.children(member) where lowering.kind(declarator) == .declarator {
            guard let value = lowering.child(declarator, lowering.fields.value) else { continue }
            let name = lowering.child(declarator, lowering.fields.name).map { lowering.core.name($0) } ?? 0
            lowering.core.builder.open(.argument, .element, lowering.range(declarator), name: name)
            lowering.expression(value, .value)
            lowering.core.builder.close()
          }
        case .block:
          lowering.core.builder.open(.argument, .element, lowering.range(member))
          lowering.core.builder.open(.closure, .value, lowering.range(member))
          lowering.block(member, .body)
          lowering.core.builder.close()
          lowering.core.builder.close()
        default: continue
        }
      }
    }
    core.builder.close()
    core.builder.close()
  }

  /// The one method of a class that is made for it alone: `new Runnable() { public void run() { … } }`.
  func onlyMethod(of body: Int32) -> Int32? {
    guard !java[body].hasError else { return nil }
    let members = java.parts(body)
    guard members.count == 1, let only = members.first, kind(only) == .method, child(only, fields.body) != nil else {
      return nil
    }
    return only
  }

  private mutating func localMembers(of body: Int32) {
    for member in java.children(body) {
      switch kind(member) {
      case .method, .constructor: methodClosure(member, .statement, named: true)
      case .compactConstructor, .staticInitializer:
        if let block = child(member, fields.body) ?? java.first(.block, in: member) { statements(of: block) }
      case .block: statements(of: member)
      case .field: localVariable(member, .statement)
      case .class, .interface, .enum, .record:
        guard enter(member, .statement) else { continue }
        localType(member)
        nesting -= 1
      default: if java[member].isError || java[member].isMissing { statement(member) }
      }
    }
  }

  /// In a type of its own the object is another, and its fields hide those of the object around it.
  mutating func inType(_ body: Int32, _ write: (inout JavaLowering) -> Void) {
    let outside = (core.knowsFields, caught)
    core.knowsFields = false
    caught = []
    core.scope.enterClosure()
    for member in java.children(java.members(ofBody: body)) where kind(member) == .field {
      let type = child(member, fields.type)
      for declarator in java.children(member) where kind(declarator) == .declarator {
        if let name = child(declarator, fields.name) { declare(name, .local, type: type) }
      }
    }
    write(&self)
    core.scope.leaveClosure()
    (core.knowsFields, caught) = outside
  }

  mutating func methodClosure(_ node: Int32, _ role: Role, named: Bool) {
    guard enter(node, role) else { return }
    defer { nesting -= 1 }
    let start = core.builder.count
    let name = named ? child(node, fields.name).map { core.name($0) } ?? 0 : 0
    core.builder.open(.closure, role, range(node), name: name)
    inClosure { lowering in
      if let list = lowering.child(node, lowering.fields.parameters) { lowering.parameters(list) }
      if let body = lowering.child(node, lowering.fields.body) {
        lowering.block(body, .body)
      } else {
        lowering.emptyBlock(.body, endOf: node)
      }
    }
    core.builder.close()
    if java[node].hasError { damage(in: node, since: start) }
  }

  // MARK: - Closures

  mutating func inClosure(_ write: (inout JavaLowering) -> Void) {
    let outside = caught
    caught = []
    core.scope.enterClosure()
    write(&self)
    core.scope.leaveClosure()
    caught = outside
  }

  /// `(a, b) -> a + b`
  mutating func lambda(_ node: Int32, _ role: Role) {
    core.builder.open(.closure, role, range(node))
    inClosure { lowering in
      if let list = lowering.child(node, lowering.fields.parameters) { lowering.parameters(list) }
      lowering.inlineBody(of: node, .body, isValue: true)
    }
    core.builder.close()
  }

  /// The body of a lambda as a block of the code at hand.
  ///
  /// - Parameter isValue: whether what an expression gives is what the block gives.
  mutating func inlineBody(of lambda: Int32, _ role: Role, isValue: Bool) {
    guard let body = child(lambda, fields.body) else { return emptyBlock(role, endOf: lambda) }
    if kind(body) == .block {
      block(body, role)
      return
    }
    core.builder.open(.block, role, range(body))
    if isValue {
      returned(body, range(body))
    } else {
      expression(body, .statement, [.discarded])
    }
    core.builder.close()
  }
}
