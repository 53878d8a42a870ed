import Behaviour
import TreeSitter

extension SwiftLowering {
  /// What is given to a call.
  struct Given {
    let node: Int32
    let label: Int32?
    let value: Int32
  }

  /// The arguments of a call with the closures behind it, in order.
  func arguments(of suffix: Int32) -> [Given] {
    var found: [Given] = []
    var label: Int32?
    for part in sw.children(suffix) where !sw[part].isError {
      switch kind(part) {
      case .arguments: found.append(contentsOf: arguments(ofList: part))
      case .identifier: label = part
      case .lambda:
        found.append(Given(node: part, label: label, value: part))
        label = nil
      default: break
      }
    }
    return found
  }

  func arguments(ofList list: Int32) -> [Given] {
    sw.children(list).compactMap { given($0) }
  }

  private func given(_ argument: Int32) -> Given? {
    guard kind(argument) == .argument else { return nil }
    let label = child(argument, fields.name).flatMap { sw.firstPart($0) }
    guard let value = child(argument, fields.value) ?? sw.parts(argument).last(where: { kind($0) != .argumentLabel })
    else { return nil }
    let isNamed = label.map { !sw.isText($0, "_") } ?? false
    return Given(node: argument, label: isNamed ? label : nil, value: value)
  }

  /// Writes what is given to a call.
  mutating func write(_ given: [Given]) {
    for argument in given where argument.node != omitted { write(argument) }
  }

  /// The same, without a list of it.
  mutating func writeArguments(of suffix: Int32) {
    var label: Int32?
    for part in sw.children(suffix) where !sw[part].isError {
      switch kind(part) {
      case .arguments:
        for argument in sw.children(part) where argument != omitted {
          if let given = given(argument) { write(given) }
        }
      case .identifier: label = part
      case .lambda:
        write(Given(node: part, label: label, value: part))
        label = nil
      default: break
      }
    }
  }

  /// The label of the first argument.
  private func firstLabel(of suffix: Int32) -> Int32? {
    guard let list = sw.first(.arguments, in: suffix), let first = sw.first(.argument, in: list) else { return nil }
    return given(first)?.label
  }

  mutating func write(_ argument: Given) {
    let label = argument.label.map { core.name(sw.bare($0)) } ?? 0
    core.builder.open(.argument, .argument, range(argument.node), name: label)
    expression(argument.value, .value)
    core.builder.close()
  }

  /// Writes a call, or what a call of a known name means: an assertion, an element of a collection.
  mutating func call(_ node: Int32, _ role: Role, _ use: NodeFlags) -> Known {
    guard let suffix = sw.first(.callSuffix, in: node), let first = sw.firstPart(node), first < suffix else {
      unknownConstruct(node, role)
      return .nothing
    }
    if let list = sw.first(.arguments, in: suffix), sw.firstByte(list) == UInt8(ascii: "[") {
      return element(node, list, role, sw.has(.question, in: node) ? [.optional] : [])
    }
    let callee = sw.unwrap(splices[first] ?? first)
    switch kind(callee) {
    case .array, .dictionary: return collectionCall(node, callee, suffix, role, use)
    case .prefix where prefixMark(callee) == UInt8(ascii: "."):
      let place = implicitPlace(callee)
      core.builder.open(
        .call,
        role,
        range(node),
        name: place.name,
        path: place.path,
        detail: place.certainty.rawValue,
        flags: flags(use, node)
      )
      writeArguments(of: suffix)
      core.builder.close()
      guard place.path != 0 else { return .nothing }
      return Known(what: .result(constructs: false), path: place.path, certainty: place.certainty)
    default: break
    }
    if assertion(node, callee, suffix, role, use) { return .nothing }
    if held(node, role) { return .nothing }
    guard isDotted(callee) else { return chainedCall(node, callee, suffix, role, use) }
    return namedCall(node, callee, suffix, role, use)
  }

  private mutating func namedCall(
    _ node: Int32,
    _ callee: Int32,
    _ suffix: Int32,
    _ role: Role,
    _ use: NodeFlags
  ) -> Known {
    var place = place(callee)
    let constructs = namesType(callee)
    var path = place.path
    if path == 0, place.isPlain == false, place.kind == .field {
      // A member of a field whose type is known was resolved; one of the object itself is nobody else's.
      place.certainty = .nameOnly
    }
    if constructs, path != 0, kind(callee) == .navigation, core.builder.text(path).hasSuffix(".init") {
      path = core.builder.name(String(core.builder.text(path).dropLast(5)))
    }
    let typePath = path
    if path != 0, let label = firstLabel(of: suffix), constructs ? SwiftModules.tells(sw, label) : loads(callee, label)
    {
      path = core.builder.name(core.builder.text(path) + "." + sw.name(label))
    }
    var flags = flags(use, node)
    if constructs { flags.insert(.constructs) }
    if sw.isOptional(callee) || sw.has(.question, in: node) { flags.insert(.optional) }
    core.builder.open(
      .call,
      role,
      range(node),
      name: place.name,
      path: path,
      detail: place.certainty.rawValue,
      flags: flags
    )
    writeArguments(of: suffix)
    core.builder.close()
    guard typePath != 0 else { return .nothing }
    return Known(what: .result(constructs: constructs), path: typePath, certainty: place.certainty)
  }

  /// `data(from:)`, which loads from an address: `data(for:)` sends whatever request it is given.
  private func loads(_ callee: Int32, _ label: Int32) -> Bool {
    guard sw.isText(label, "from"), kind(callee) == .navigation, let suffix = child(callee, fields.suffix) else {
      return false
    }
    let name = suffix &+ 1
    return sw.isText(name, "data") || sw.isText(name, "download") || sw.isText(name, "bytes")
  }

  private func flags(_ use: NodeFlags, _ node: Int32) -> NodeFlags { isTrying ? use.union(.propagated) : use }

  /// Whether what is called is a type, as far as its name tells, or an initializer.
  private func namesType(_ callee: Int32) -> Bool {
    var name = callee
    if kind(callee) == .navigation, let suffix = child(callee, fields.suffix) { name = suffix &+ 1 }
    if sw.isText(name, "init") { return true }
    guard let first = core.source.slice(range(name)).first(where: { $0 != UInt8(ascii: "_") }) else { return false }
    return first >= UInt8(ascii: "A") && first <= UInt8(ascii: "Z")
  }

  /// A call whose callee hangs on another expression: `make().read()`, `handlers[name](event)`.
  private mutating func chainedCall(
    _ node: Int32,
    _ callee: Int32,
    _ suffix: Int32,
    _ role: Role,
    _ use: NodeFlags
  ) -> Known {
    let member = kind(callee) == .navigation ? child(callee, fields.suffix).map { $0 &+ 1 } : nil
    var flags = flags(use, node)
    if sw.has(.question, in: node) || sw.has(.question, in: callee) { flags.insert(.optional) }
    let name = member.map { memberName($0) } ?? 0
    let index = core.builder.open(.call, role, range(node), name: name, flags: flags)
    let receiver = member == nil ? callee : sw.firstPart(callee)
    let object = receiver.map { expression($0, .receiver) } ?? .nothing
    writeArguments(of: suffix)
    core.builder.close()
    guard let member else { return .nothing }
    let path = core.path(of: sw.bare(member), of: object)
    guard path != 0 else { return .nothing }
    core.builder.setPath(path, certainty: object.certainty, at: index)
    return Known(what: .result(constructs: false), path: path, certainty: object.certainty)
  }

  /// `[Order]()`, `[String: Int]()`, `[Int](repeating: 0, count: 3)`.
  private mutating func collectionCall(
    _ node: Int32,
    _ callee: Int32,
    _ suffix: Int32,
    _ role: Role,
    _ use: NodeFlags
  ) -> Known {
    let given = arguments(of: suffix)
    let isList = kind(callee) == .array || kind(callee) == .arrayType
    guard !given.isEmpty else {
      let kind = isList ? CollectionKind.list : .keyed
      core.builder.leaf(.collection, role, range(node), detail: kind.rawValue)
      return .nothing
    }
    let name = core.builder.name(isList ? "Array" : "Dictionary")
    let certainty = Certainty.import.rawValue
    let flags = flags(use, node).union(.constructs)
    core.builder.open(.call, role, range(node), name: name, path: name, detail: certainty, flags: flags)
    write(given)
    core.builder.close()
    return .nothing
  }

  /// `Type<Argument>(…)`
  mutating func construction(_ node: Int32, _ role: Role, _ use: NodeFlags) -> Known {
    guard let type = child(node, fields.constructedType),
      let suffix = sw.first(.constructorSuffix, in: node)
    else {
      unknownConstruct(node, role)
      return .nothing
    }
    if kind(type) != .userType { return collectionCall(node, type, suffix, role, use) }
    let place = core.place(ofText: sw.typeName(type))
    core.builder.open(
      .call,
      role,
      range(node),
      name: place.name,
      path: place.path,
      detail: place.certainty.rawValue,
      flags: flags(use, node).union(.constructs)
    )
    writeArguments(of: suffix)
    core.builder.close()
    guard place.path != 0 else { return .nothing }
    return Known(what: .result(constructs: true), path: place.path, certainty: place.certainty)
  }

  /// `#name(…)`, which is no assertion.
  mutating func macroCall(_ node: Int32, _ role: Role, _ use: NodeFlags) -> Known {
    let name = sw.first(.identifier, in: node).map { "#" + sw.name($0) } ?? "#"
    core.builder.open(.call, role, range(node), name: core.builder.name(name), flags: use)
    if let suffix = sw.first(.callSuffix, in: node) { writeArguments(of: suffix) }
    core.builder.close()
    return .nothing
  }

  // MARK: - Locks

  /// `lock.withLock { … }`: the statements run while the lock is held, and where they stand.
  ///
  /// - Returns: whether it was written so.
  mutating func held(_ node: Int32, _ role: Role, returns: Bool = false) -> Bool {
    guard role == .statement, kind(node) == .call, let callee = sw.firstPart(node), kind(callee) == .navigation,
      let suffix = child(callee, fields.suffix),
      SwiftLowering.lockWords.contains(where: { sw.isText(suffix &+ 1, $0) }),
      let object = sw.firstPart(callee), let calls = sw.first(.callSuffix, in: node), !sw[node].hasError
    else { return false }
    let given = arguments(of: calls)
    guard given.count == 1, kind(given[0].value) == .lambda, let body = sw.body(given[0].value) else { return false }
    if !returns, holdsReturn(body) { return false }
    core.builder.open(.scoped, .statement, range(node), detail: ScopeKind.lock.rawValue)
    expression(object, .resource)
    for (name, type) in parameters(ofClosure: given[0].value) {
      declare(name, .local, type: type.map { declaredType($0) } ?? 0)
      read(core.place(range(name)), name, .target)
    }
    core.builder.open(.block, .body, range(body))
    if returns, let only = onlyStatement(body) { returned(only) } else { statements(of: body) }
    core.builder.close()
    core.builder.close()
    return true
  }

  private static let lockWords: [StaticString] = [
    "withLock", "withLockUnchecked", "withLockedValue", "withLockVoid", "withLockIfAvailable",
  ]

  /// Whether a `return` leaves a closure from its middle.
  private func holdsReturn(_ body: Int32) -> Bool {
    var at = body
    while at < sw.next(body) {
      switch kind(at) {
      case .lambda, .function: at = sw.next(at)
      case .transfer where sw.starts(at, with: "return"): return true
      default: at &+= 1
      }
    }
    return false
  }
}
