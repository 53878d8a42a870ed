import Behaviour
import TreeSitter

extension KotlinLowering {
  /// `val name: Type = value`; a declaration without a value only tells the scope.
  mutating func property(_ node: Int32) {
    if isAtTop, closureUnits[node] != nil, kt.propertyValue(node) == nil { return }
    guard let target = kt.first(.variable, in: node) ?? kt.first(.variables, in: node) else { return }
    let value = kt.propertyValue(node)
    guard let value else {
      if kind(target) == .variable { declareOnly(target) }
      return
    }
    let isConstant = kt.first(.binding, in: node).map { kt.isText($0, "val") } ?? false
    let flags: NodeFlags = isConstant ? [.declares, .constant] : [.declares]
    var written = value
    var leaving: Int32?
    if kind(value) == .elvis, kind(target) == .variable, let sides = sides(ofElvis: value), isLeaving(sides.right) {
      written = sides.left
      leaving = sides.right
    }
    core.builder.open(.assign, .statement, range(node), flags: flags)
    // The name is not there yet where its value is computed.
    let declared = written
    variableTargets(target, declares: false)
    let known = expression(declared, .value)
    core.builder.close()
    declareTargets(target, known)
    if let leaving, let name = kt.first(.identifier, in: target) { guardAgainstNull(name, leaving, value) }
  }

  /// A variable without a value.
  private mutating func declareOnly(_ variable: Int32) {
    guard !isAtTop, let name = kt.first(.identifier, in: variable) else { return }
    let type = kt.type(in: variable).map { declaredType($0) } ?? 0
    core.scope.declare(
      core.symbol(name),
      NameScope.Binding(kind: .local, type: type, certainty: type == 0 ? .nameOnly : .declaredType)
    )
  }

  /// Writes the names that a declaration binds as targets.
  mutating func variableTargets(_ node: Int32, declares: Bool = true) {
    let isApart = kind(node) == .variables
    let variables = isApart ? kt.children(node).filter { kind($0) == .variable } : [node]
    for variable in variables {
      guard let name = kt.first(.identifier, in: variable) else { continue }
      if declares {
        declareOnly(variable)
        if isAtTop { core.scope.declare(core.symbol(name), NameScope.Binding(kind: .static)) }
      }
      core.builder.leaf(
        .read,
        .target,
        range(name),
        name: core.name(kt.bare(name)),
        detail: (isAtTop ? PlaceKind.static : .local).rawValue,
        flags: isApart ? [.destructured] : []
      )
    }
  }

  private mutating func declareTargets(_ node: Int32, _ known: Known) {
    guard !isAtTop else { return }
    if kind(node) == .variables {
      for variable in kt.children(node) where kind(variable) == .variable { declareOnly(variable) }
      return
    }
    guard let name = kt.first(.identifier, in: node) else { return }
    declareOnly(node)
    if kt.type(in: node) == nil || core.scope.valueType(of: core.symbol(name)) == nil {
      core.assign(core.symbol(name), known)
    }
  }

  mutating func declareAndWrite(_ name: Int32, _ role: Role) {
    core.scope.declare(core.symbol(name), NameScope.Binding(kind: .local))
    core.builder.leaf(.read, role, range(name), name: core.name(kt.bare(name)), detail: PlaceKind.local.rawValue)
  }

  /// `place = value`, `place += value`.
  mutating func assignment(_ node: Int32) {
    let parts = kt.parts(node)
    guard let place = parts.first, let value = parts.last, place != value else {
      return unknownConstruct(node, .statement)
    }
    var mark: NameID = 0
    for child in kt.children(node) where !kt[child].isNamed && kind(child) != .set && mark == 0 {
      mark = core.name(child)
    }
    let isPlain = kt.parts(place).count == 1 && kind(kt.firstPart(place) ?? place) == .identifier
    var written = value
    var leaving: Int32?
    if isPlain, mark == 0, let sides = sides(ofElvis: value), isLeaving(sides.right) {
      written = sides.left
      leaving = sides.right
    }
    core.builder.open(.assign, .statement, range(node), name: mark)
    target(place)
    let known = expression(written, .value)
    core.builder.close()
    guard isPlain, let name = kt.firstPart(place) else { return }
    if core.scope.binding(of: core.symbol(name)) != nil, mark == 0 { core.assign(core.symbol(name), known) }
    if let leaving { guardAgainstNull(name, leaving, value) }
  }

  /// Writes the place that an assignment writes to: a base with what hangs on it.
  private mutating func target(_ node: Int32) {
    guard kind(node) == .assignable else {
      expression(node, .target)
      return
    }
    let parts = kt.parts(node)
    guard let base = parts.first else { return }
    if parts.count == 1 {
      expression(base, .target)
    } else {
      target(parts[...], node, .target)
    }
  }

  private mutating func target(_ parts: ArraySlice<Int32>, _ node: Int32, _ role: Role) {
    guard let base = parts.first, let last = parts.last else { return }
    let bytes = range(base).lowerBound..<range(last).upperBound
    guard parts.count > 1 else {
      expression(base, role)
      return
    }
    guard enter(last, role) else { return }
    defer { nesting -= 1 }
    let rest = parts.dropLast()
    let isIndex = kind(last) == .indexingSuffix
    if let place = dottedPlace(isIndex ? rest : parts) {
      let detail = isIndex ? PlaceKind.element : place.kind
      core.builder.open(.read, role, bytes, name: place.name, path: place.path, detail: detail.rawValue)
    } else {
      let name = isIndex ? 0 : kt.member(of: last).map { memberName($0) } ?? 0
      core.builder.open(.read, role, bytes, name: name, detail: PlaceKind.member.rawValue)
      target(rest, node, .receiver)
    }
    if isIndex { index(last) }
    core.builder.close()
  }

  /// The place that a base and its suffixes name, where that is names only.
  private mutating func dottedPlace(_ parts: ArraySlice<Int32>) -> Place? {
    guard let base = parts.first, kt.isDotted(base) else { return nil }
    var bytes = kt.dotted(base)
    for suffix in parts.dropFirst() {
      guard kind(suffix) == .navigationSuffix, let name = kt.member(of: suffix) else { return nil }
      bytes.append(UInt8(ascii: "."))
      bytes.append(contentsOf: core.source.slice(kt.bare(name)))
    }
    return place(ofBytes: Array(bytes.prefix(LoweringCore.textLimit)), root: kt.root(base))
  }

  /// `i++` adds one.
  mutating func increment(_ node: Int32, _ role: Role, _ name: StaticString) {
    core.builder.open(.assign, role, range(node), name: core.builder.name("\(name)"))
    if let operand = kt.firstPart(node) { expression(operand, .target) }
    core.builder.leaf(
      .literal,
      .value,
      range(node),
      name: core.builder.name("1"),
      detail: LiteralKind.integer.rawValue
    )
    core.builder.close()
  }
}

extension KotlinSyntax {
  /// What a property is given: its initial value, or what makes it when it is first asked for.
  func propertyValue(_ node: Int32) -> Int32? {
    var isBehind = false
    for child in children(node) {
      switch kind(child) {
      case .variable, .variables: isBehind = true
      case .getter, .setter, .typeConstraints, .modifiers, .binding, .typeParameters, .receiverType: continue
      case .propertyDelegate: return firstPart(child)
      default: if isBehind, isPart(child) { return child }
      }
    }
    return nil
  }
}
