import Behaviour
import TreeSitter

/// Calls that deal with the failure of a value that is not there yet: futures, and streams of Reactor and RxJava.
extension JavaLowering {
  private enum Dealing {
    /// A function gets the error and gives a value in place of the one that is missing.
    case handler
    /// A function makes another error of it.
    case mapping
    /// A value is given.
    case value
    /// It is passed over.
    case nothing
    /// A function runs at the end in any case.
    case finalizer
  }

  private static let dealings: [String: Dealing] = [
    "exceptionally": .handler, "exceptionallyCompose": .handler, "exceptionallyAsync": .handler,
    "onErrorResume": .handler, "onErrorResumeNext": .handler, "onErrorReturn": .value, "onErrorReturnItem": .value,
    "onErrorMap": .mapping, "onErrorComplete": .nothing, "doFinally": .finalizer,
  ]

  /// Nil where a call is none of these.
  mutating func attempt(
    byCall node: Int32,
    _ name: Int32,
    _ object: Int32,
    _ role: Role,
    _ use: NodeFlags
  ) -> Known? {
    let length = range(name).count
    guard length >= 9, length <= 20, let dealing = JavaLowering.dealings[java.text(name)] else { return nil }
    let given = givenArguments(node).map(java.unwrap)
    let last = given.last
    switch dealing {
    case .nothing: break
    case .value, .handler, .mapping, .finalizer: guard last != nil, given.count <= 2 else { return nil }
    }
    core.builder.open(.attempt, role, range(node), flags: use.union(.byCall))
    core.builder.open(.block, .body, range(node))
    let known = expression(object, .statement)
    core.builder.close()
    if case .finalizer = dealing {
      if let last { finalizer(last) }
    } else {
      handler(dealing, last, types: Array(given.dropLast()), node, name)
    }
    core.builder.close()
    return known
  }

  private mutating func handler(_ dealing: Dealing, _ last: Int32?, types: [Int32], _ node: Int32, _ name: Int32) {
    let lambda = last.flatMap { kind($0) == .lambda ? $0 : nil }
    let parameter = lambda.flatMap { child($0, fields.parameters) }.flatMap { list in
      kind(list) == .identifier ? list : java.children(list).first { kind($0) == .identifier || kind($0) == .parameter }
    }.map { kind($0) == .parameter ? child($0, fields.name) ?? $0 : $0 }
    let bytes = range(last ?? name)
    let bound = parameter.map { core.name($0) } ?? (lambda == nil ? core.builder.name("error") : 0)
    let index = core.builder.open(
      .handler,
      .handler,
      bytes,
      name: bound,
      flags: types.isEmpty ? [.catchesAll] : []
    )
    for type in types { expression(type, .type) }
    let outside = caught
    let symbol = parameter.map { core.symbol($0) } ?? 0
    if symbol != 0 { core.scope.declare(symbol, NameScope.Binding(kind: .local)) }
    caught.append(symbol)
    body(of: dealing, last, lambda, bytes, bound)
    caught = outside
    core.builder.close()
    if let lambda, let body = child(lambda, fields.body) { note(comments(in: body), at: index) }
  }

  private mutating func body(
    of dealing: Dealing,
    _ last: Int32?,
    _ lambda: Int32?,
    _ bytes: Range<Int>,
    _ bound: NameID
  ) {
    guard let last else {
      core.builder.leaf(.block, .body, bytes)
      return
    }
    switch dealing {
    case .value:
      core.builder.open(.block, .body, bytes)
      core.builder.open(.return, .statement, bytes)
      expression(last, .value, [.returned])
      core.builder.close()
      core.builder.close()
    case .mapping where lambda.flatMap({ child($0, fields.body) }).map({ kind($0) != .block }) == true:
      guard let made = lambda.flatMap({ child($0, fields.body) }) else { return }
      core.builder.open(.block, .body, bytes)
      core.builder.open(.raise, .statement, range(made))
      raised(java.unwrap(made))
      core.builder.close()
      core.builder.close()
    default:
      if let lambda {
        inlineBody(of: lambda, .body, isValue: true)
      } else {
        core.builder.open(.block, .body, bytes)
        core.builder.open(.return, .statement, bytes)
        handOn(last, bound)
        core.builder.close()
        core.builder.close()
      }
    }
  }

  /// A function that is given by name gets the error, and its value goes on.
  private mutating func handOn(_ function: Int32, _ error: NameID) {
    var place = Place()
    if kind(function) == .methodReference, let owner = java.firstPart(function), java.isDotted(owner) {
      place = self.place(object: owner, member: java.parts(function).dropFirst().last)
    } else if java.isDotted(function) {
      place = self.place(function)
    }
    let bytes = range(function)
    core.builder.open(
      .call,
      .value,
      bytes,
      name: place.name,
      path: place.path,
      detail: place.certainty.rawValue,
      flags: [.returned]
    )
    if place.name == 0 { expression(function, .receiver) }
    core.builder.open(.argument, .argument, bytes)
    core.builder.leaf(.read, .value, bytes, name: error, detail: PlaceKind.local.rawValue)
    core.builder.close()
    core.builder.close()
  }

  private mutating func finalizer(_ function: Int32) {
    if kind(function) == .lambda {
      if let list = child(function, fields.parameters), kind(list) == .identifier {
        core.scope.declare(core.symbol(list), NameScope.Binding(kind: .local))
      }
      inlineBody(of: function, .finalizer, isValue: false)
    } else {
      core.builder.open(.block, .finalizer, range(function))
      expression(function, .statement)
      core.builder.close()
    }
  }
}
