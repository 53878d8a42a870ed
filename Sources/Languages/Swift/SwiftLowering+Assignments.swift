import Behaviour
import TreeSitter

extension SwiftLowering {
  /// `let a = b, c: D = e`; a declaration without a value only tells the scope.
  mutating func property(_ node: Int32) {
    let isConstant = sw.first(.bindingWord, in: node).map { sw.firstByte($0) == UInt8(ascii: "l") } ?? false
    let isSpawned = sw.has(.asyncWord, in: node)
    var name: Int32?
    var declared: Int32?
    for child in sw.children(node) {
      if sw[child].field == fields.name, kind(child) == .pattern {
        if let name { bind(name, declared, to: nil, node, isConstant, isSpawned) }
        name = child
        declared = nil
      } else if kind(child) == .typeAnnotation {
        declared = sw.firstPart(child)
      } else if sw[child].field == fields.value, let target = name {
        bind(target, declared, to: child, node, isConstant, isSpawned)
        name = nil
      } else if kind(child) == .computedProperty {
        if let target = name { accessors(child, target) }
        name = nil
      } else if kind(child) == .observers, !isAtTop {
        for clause in sw.parts(child) { localAccessor(clause, named: nil) }
      }
    }
    if let name { bind(name, declared, to: nil, node, isConstant, isSpawned) }
  }

  private mutating func accessors(_ property: Int32, _ pattern: Int32) {
    guard !isAtTop else { return }
    let name = child(pattern, fields.boundIdentifier)
    if let name { declare(name, .local) }
    let parts = sw.parts(property).filter { kind($0) == .getter || kind($0) == .setter || kind($0) == .modify }
    if parts.isEmpty { localAccessor(property, named: name) }
    for part in parts { localAccessor(part, named: name) }
  }

  private mutating func bind(
    _ target: Int32,
    _ declared: Int32?,
    to value: Int32?,
    _ node: Int32,
    _ isConstant: Bool,
    _ isSpawned: Bool
  ) {
    let name = child(target, fields.boundIdentifier)
    let type = declared.map { declaredType($0) } ?? 0
    guard let value else {
      if let name, !isAtTop { declare(name, .local, type: type) }
      return
    }
    let isIgnored = kind(sw.firstPart(target) ?? target) == .wildcard
    let start = min(range(target).lowerBound, range(value).lowerBound)
    let bytes =
      name == nil || range(node).upperBound == range(value).upperBound ? range(node) : start..<range(value).upperBound
    let flags: NodeFlags = isConstant ? [.declares, .constant] : [.declares]
    core.builder.open(.assign, .statement, bytes, flags: flags)
    if let name {
      core.builder.leaf(
        .read,
        .target,
        range(name),
        name: core.name(sw.bare(name)),
        detail: (isAtTop ? PlaceKind.static : .local).rawValue
      )
    } else {
      patternTargets(target, [])
    }
    if isSpawned { core.builder.open(.spawn, .value, range(value)) }
    let known = expression(value, .value, isIgnored ? [.voided] : [])
    if isSpawned { core.builder.close() }
    core.builder.close()
    guard let name, !isAtTop else { return }
    if type != 0 { declare(name, .local, type: type) } else { give(known, to: name) }
  }

  /// Declares a name as a local with what is known of its value.
  mutating func give(_ known: Known, to name: Int32) {
    let symbol = core.scope.symbol(core.source.bytes, sw.bare(name))
    core.scope.declare(symbol, NameScope.Binding(kind: isAtTop ? .static : .local))
    core.assign(symbol, known, reachesOut: false)
  }

  /// `a = b`, `a += b`, `(a, b) = c`, `_ = d`.
  mutating func assignment(_ node: Int32, _ role: Role) {
    guard let target = child(node, fields.target).map(unwrapTarget), let value = child(node, fields.result) else {
      unknownConstruct(node, role)
      return
    }
    if sw.isText(target, "_") {
      let plain = sw.unwrap(value)
      if isOptionalTry(plain) {
        expression(plain, role, [.voided])
        return
      }
      core.builder.open(.assign, role, range(node))
      core.builder.leaf(.read, .target, range(target), name: core.builder.name("_"))
      expression(value, .value, [.voided])
      core.builder.close()
      return
    }
    let mark = child(node, fields.operator).map { sw.isText($0, "=") ? 0 : core.name($0) } ?? 0
    core.builder.open(.assign, role, range(node), name: mark)
    write(target: target, [])
    let known = expression(value, .value)
    core.builder.close()
    guard mark == 0, kind(target) == .identifier, !isAtTop else { return }
    let symbol = core.scope.symbol(core.source.bytes, sw.bare(target))
    // A name that is not declared here is a field or a name of the file, not a new local.
    if core.scope.binding(of: symbol) != nil { core.assign(symbol, known) }
  }

  private func unwrapTarget(_ node: Int32) -> Int32 {
    sw.unwrap(kind(node) == .assignable ? sw.firstPart(node) ?? node : node)
  }

  mutating func write(target node: Int32, _ flags: NodeFlags) {
    guard !sw[node].isMissing, enter(node, .target) else { return }
    defer { nesting -= 1 }
    switch kind(node) {
    case .identifier: read(node, .target, flags)
    case .navigation: _ = member(node, .target, flags)
    case .tuple:
      for part in sw.parts(node) where sw[part].field != fields.name {
        write(target: sw.unwrap(part), flags.union(.destructured))
      }
    case .call:
      if let suffix = sw.first(.callSuffix, in: node), let list = sw.first(.arguments, in: suffix),
        sw.firstByte(list) == UInt8(ascii: "[")
      {
        _ = element(node, list, .target, flags)
      } else {
        expression(node, .target)
      }
    case .postfix:
      // `a! = b`
      if let inner = child(node, fields.target) { write(target: inner, flags) }
    default: expression(node, .target)
    }
  }
}
