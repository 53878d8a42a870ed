import Behaviour
import TreeSitter

extension KotlinLowering {
  /// Writes a call, or what a call of a known name means.
  mutating func call(_ node: Int32, _ role: Role, _ use: NodeFlags) -> Known {
    guard let call = kt.call(node) else {
      unknownConstruct(node, role)
      return .nothing
    }
    if assertion(node, call, role, use) { return .nothing }
    if let known = awaited(node, call, role, use) { return known }
    if specialValue(node, role) { return .nothing }
    if kind(call.callee) == .identifier {
      if yielded(node, call, role) { return .nothing }
      if let kind = collectionKind(call) {
        collection(node, call, kind, role)
        return .nothing
      }
    }
    if kt.isDotted(call.callee) { return dottedCall(node, call, role, use) }
    if kind(call.callee) == .navigation { return chainedCall(node, call, role, use) }
    // A call of what a call gave: the function is no name.
    core.builder.open(.call, role, range(node), flags: use)
    expression(call.callee, .receiver)
    arguments(of: call, use)
    core.builder.close()
    return .nothing
  }

  private mutating func dottedCall(
    _ node: Int32,
    _ call: KotlinSyntax.Call,
    _ role: Role,
    _ use: NodeFlags
  ) -> Known {
    let place = place(ofCallee: call.callee)
    let name = kt.calledName(call.callee)
    var flags = use
    if let name, kt.namesType(name), !isReadField(place) { flags.insert(.constructs) }
    if isOptional(call.callee) { flags.insert(.optional) }
    core.builder.open(
      .call,
      role,
      range(node),
      name: place.name,
      path: place.path,
      detail: place.certainty.rawValue,
      flags: flags
    )
    arguments(of: call, use)
    core.builder.close()
    if let known = passedOn(call, name) { return known }
    guard place.path != 0 else { return .nothing }
    if flags.contains(.constructs) {
      return Known(what: .result(constructs: true), path: place.path, certainty: place.certainty)
    }
    return Known(what: .result(constructs: false), path: place.path, certainty: place.certainty)
  }

  private func isReadField(_ place: Place) -> Bool { place.kind == .field && place.isPlain }

  /// What a callee that is names only stands for. A member that nothing is known of but that its last name was imported
  /// is the function that was: extensions are imported by name.
  mutating func place(ofCallee callee: Int32) -> Place {
    guard kt.isDotted(callee) else { return Place() }
    var place = place(callee)
    guard place.path == 0, let name = kt.calledName(callee) else { return place }
    guard kind(callee) == .navigation else { return barePlace(place, callee) }
    let path = extensionPath(name)
    if path != 0 {
      place.path = path
      place.certainty = .constructor
    }
    return place
  }

  /// A function with everybody's name, of a package that is imported whole, called on nothing.
  private mutating func barePlace(_ place: Place, _ callee: Int32) -> Place {
    guard hasBareNames, core.scope.binding(of: place.root) == nil else { return place }
    let marked = core.place(ofText: core.text(callee) + KotlinPackages.bareMark)
    guard marked.path != 0 else { return place }
    var found = place
    found.path = marked.path
    found.certainty = .import
    return found
  }

  /// The canonical path of an imported function that may be an extension, 0 where a name is none.
  private mutating func extensionPath(_ name: Int32) -> NameID {
    guard !kt.namesType(name) else { return 0 }
    let place = core.place(kt.bare(name))
    guard place.path != 0, place.path != place.name, place.certainty == .import, place.kind == .static else { return 0 }
    return place.path
  }

  /// A call whose callee hangs on another expression: `open(path).read()`, `handlers[name](event)`.
  private mutating func chainedCall(
    _ node: Int32,
    _ call: KotlinSyntax.Call,
    _ role: Role,
    _ use: NodeFlags
  ) -> Known {
    guard let base = kt.firstPart(call.callee), let suffix = kt.suffix(of: call.callee) else {
      unknownConstruct(node, role)
      return .nothing
    }
    let member = kt.member(of: suffix)
    var flags = use
    if kt.has(.safe, in: suffix) { flags.insert(.optional) }
    let index = core.builder.open(
      .call,
      role,
      range(node),
      name: member.map { memberName($0) } ?? 0,
      flags: flags
    )
    let object = expression(base, .receiver)
    arguments(of: call, use)
    core.builder.close()
    guard let member else { return .nothing }
    if isPassingOn(member) { return object }
    var path = core.path(of: kt.bare(member), of: object)
    var certainty = object.certainty
    if path == 0 {
      path = extensionPath(member)
      certainty = .constructor
    }
    guard path != 0 else { return .nothing }
    core.builder.setPath(path, certainty: certainty, at: index)
    return Known(what: .result(constructs: false), path: path, certainty: certainty)
  }

  /// `apply` and `also` give what they are called on.
  private func isPassingOn(_ member: Int32) -> Bool { kt.isText(member, "apply") || kt.isText(member, "also") }

  private mutating func passedOn(_ call: KotlinSyntax.Call, _ name: Int32?) -> Known? {
    guard let name else { return nil }
    if isPassingOn(name), kind(call.callee) == .navigation, let base = kt.firstPart(call.callee) { return peek(base) }
    if kt.isText(name, "lazy"), let lambda = call.lambda { return lastValue(of: lambda) }
    return nil
  }

  // MARK: - Arguments

  /// - Parameter use: what becomes of the call's value: where nobody takes it, nobody takes that of a function that it
  ///   is given either.
  mutating func arguments(of call: KotlinSyntax.Call, _ use: NodeFlags = []) {
    for argument in kt.given(call) { self.argument(argument) }
    guard let lambda = call.lambda else { return }
    core.builder.open(.argument, .argument, range(lambda))
    closure(ofLambda: lambda, .value, isDiscarded: use.contains(.discarded))
    core.builder.close()
  }

  mutating func argument(_ node: Int32) {
    guard let value = kt.value(ofArgument: node) else { return }
    let label = kt.label(ofArgument: node).map { core.name($0) } ?? 0
    if kind(value) == .spread, let inner = kt.lastPart(value) {
      core.builder.open(.argument, .argument, range(node), name: label, flags: [.spread])
      expression(inner, .value)
    } else {
      core.builder.open(.argument, .argument, range(node), name: label)
      expression(value, .value)
    }
    core.builder.close()
  }

  // MARK: - What waits, what yields

  /// `deferred.await()`
  private mutating func awaited(
    _ node: Int32,
    _ call: KotlinSyntax.Call,
    _ role: Role,
    _ use: NodeFlags
  ) -> Known? {
    guard function.suspends, kind(call.callee) == .navigation, call.lambda == nil, kt.given(call).isEmpty,
      let name = kt.calledName(call.callee), kt.isText(name, "await"), let base = kt.firstPart(call.callee),
      !isLatch(base)
    else { return nil }
    core.builder.open(.await, role, range(node))
    let known = expression(base, .value, use.union(.awaited))
    core.builder.close()
    return known
  }

  /// Whether something has an `await` that holds the thread.
  private mutating func isLatch(_ node: Int32) -> Bool {
    let type = core.scope.text(core.type(of: peek(node)))
    if !type.isEmpty {
      return ["CountDownLatch", "CyclicBarrier", "Condition", "newCondition()"].contains { type.hasSuffix($0) }
    }
    guard kt.isDotted(node) else { return false }
    let name = kt.dottedText(node).lowercased()
    return name.hasSuffix("latch") || name.hasSuffix("barrier") || name.hasSuffix("condition")
  }

  /// `yield(x)`, `yieldAll(xs)`, `emit(x)`, `emitAll(xs)` in a body that hands values on.
  private mutating func yielded(_ node: Int32, _ call: KotlinSyntax.Call, _ role: Role) -> Bool {
    guard function.yields, let first = kt.given(call).first.flatMap(kt.value) else { return false }
    let isAll = kt.isText(call.callee, "yieldAll") || kt.isText(call.callee, "emitAll")
    guard isAll || kt.isText(call.callee, "yield") || kt.isText(call.callee, "emit") else { return false }
    core.builder.open(.yield, role, range(node), flags: isAll ? [.spread] : [])
    expression(first, .value)
    core.builder.close()
    return true
  }

  /// What a function does that is the one call of a function's body.
  enum Immediate {
    /// Runs what it is given, here and now.
    case runs
    /// Gives what it is given as a sequence, or a flow.
    case yields(isAsync: Bool)
  }

  /// The function that a function's body is all about.
  func immediateBlock(_ node: Int32) -> (kind: Immediate, lambda: Int32)? {
    guard let call = kt.call(node), let lambda = call.lambda, kind(call.callee) == .identifier else { return nil }
    let callee = call.callee
    if kt.isText(callee, "runTest") || kt.isText(callee, "runBlocking") || kt.isText(callee, "runBlockingTest")
      || kt.isText(callee, "testApplication")
    {
      return (.runs, lambda)
    }
    if kt.isText(callee, "sequence") || kt.isText(callee, "iterator") { return (.yields(isAsync: false), lambda) }
    if kt.isText(callee, "flow") { return (.yields(isAsync: true), lambda) }
    return nil
  }

  // MARK: - Collections

  /// What `listOf(…)` makes.
  private func collectionKind(_ call: KotlinSyntax.Call) -> CollectionKind? {
    guard call.lambda == nil else { return nil }
    let callee = call.callee
    for name in KotlinLowering.lists where kt.isText(callee, name) { return .list }
    for name in KotlinLowering.sets where kt.isText(callee, name) { return .set }
    for name in KotlinLowering.maps where kt.isText(callee, name) { return .keyed }
    return nil
  }

  private static let lists: [StaticString] = [
    "listOf", "mutableListOf", "arrayListOf", "emptyList", "arrayOf", "listOfNotNull", "emptyArray", "intArrayOf",
    "byteArrayOf",
  ]
  private static let sets: [StaticString] = ["setOf", "mutableSetOf", "hashSetOf", "linkedSetOf", "emptySet"]
  private static let maps: [StaticString] = ["mapOf", "mutableMapOf", "hashMapOf", "linkedMapOf", "emptyMap"]

  private mutating func collection(
    _ node: Int32,
    _ call: KotlinSyntax.Call,
    _ collection: CollectionKind,
    _ role: Role
  ) {
    core.builder.open(.collection, role, range(node), detail: collection.rawValue)
    for argument in kt.given(call) {
      guard let value = kt.value(ofArgument: argument) else { continue }
      if kind(value) == .spread, let inner = kt.lastPart(value) {
        core.builder.open(.argument, .element, range(value), flags: [.spread])
        expression(inner, .value)
        core.builder.close()
      } else if collection == .keyed, let pair = pair(value) {
        entry(pair, range(value))
      } else {
        expression(value, .element)
      }
    }
    core.builder.close()
  }

  /// `key to value`
  private func pair(_ node: Int32) -> (key: Int32, value: Int32)? {
    guard kind(node) == .infix, let word = infixWord(node), kt.isText(word, "to") else { return nil }
    let parts = kt.parts(node)
    return (parts[0], parts[2])
  }

  private mutating func entry(_ pair: (key: Int32, value: Int32), _ bytes: Range<Int>) {
    let text = constantText(pair.key)
    core.builder.open(.argument, .element, bytes, name: text ?? 0)
    if text == nil { expression(pair.key, .index) }
    expression(pair.value, .value)
    core.builder.close()
  }
}
