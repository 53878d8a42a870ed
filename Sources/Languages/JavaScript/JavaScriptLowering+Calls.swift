import Behaviour
import TreeSitter

extension JavaScriptLowering {
  /// - Parameter argumentLimit: how many arguments are written.
  @discardableResult
  mutating func call(_ node: Int32, _ role: Role, _ flags: NodeFlags, argumentLimit: Int = .max) -> KnownValue {
    guard let function = js.child(node, fields.function) else {
      unknown(role, node)
      return .nothing
    }
    let plain = js.unwrap(function)
    if argumentLimit == .max, let known = attempt(byCall: node, plain, role, flags) { return known }
    let callee = callee(plain)
    if argumentLimit == .max, assertion(node, callee, role, flags) { return .nothing }
    var flags = flags
    if js.children(node).contains(where: { js.token($0) == .optionalChain || kind($0) == .optionalChain }) {
      flags.insert(.optional)
    }
    let known = openCall(callee, role, range(node), flags: flags)
    arguments(of: node, limit: argumentLimit, settled: settled(by: plain, known.value))
    builder.close()
    if kind(plain) == .importWord || js.isText(plain, "require"), let module = module(of: node) { return module }
    return result(of: known.callee, constructs: false)
  }

  private mutating func module(of call: Int32) -> KnownValue? {
    guard let name = js.moduleName(ofImport: call) else { return nil }
    return KnownValue(path: builder.name(name), certainty: .import, isItself: true)
  }

  /// - Parameter left: an argument that is not written.
  @discardableResult
  mutating func new(_ node: Int32, _ role: Role, _ flags: NodeFlags, without left: Int32? = nil) -> KnownValue {
    guard let constructor = js.child(node, fields.constructor) else {
      unknown(role, node)
      return .nothing
    }
    let callee = callee(js.unwrap(constructor))
    let known = openCall(callee, role, range(node), flags: flags.union(.constructs))
    arguments(of: node, limit: .max, without: left)
    builder.close()
    return result(of: known.callee, constructs: true)
  }

  /// What a call calls.
  struct Callee {
    let node: Int32
    /// The first of its names, where it is a plain path.
    var root: Int32?
    /// The plain path, or the member with its dot; empty for other expressions.
    var name: NameID = 0
    /// Of a plain path.
    var known = KnownValue.nothing
  }

  mutating func callee(_ node: Int32) -> Callee {
    var callee = Callee(node: node)
    if let root = js.root(ofPath: node) {
      callee.root = root
      callee.name = name(ofPath: node)
      callee.known = known(path: node, from: root, callee.name).known
      if kind(root) == .super, root == node { callee.known = knownBase }
      // A plain name that holds a value of a known type: what calling it does is not known by that.
      if !callee.known.isItself { callee.known = .nothing }
    } else if kind(node) == .member {
      callee.name = memberName(node)
    }
    return callee
  }

  /// Opens a call of something: a plain path is its name, of anything else only the last member is, and what that
  /// hangs on is its receiver.
  ///
  /// - Returns: what is known of the callee, and of the value that it is a member of, where that is an expression.
  @discardableResult
  mutating func openCall(
    _ callee: Callee,
    _ role: Role,
    _ range: Range<Int>,
    flags: NodeFlags
  )
    -> (callee: KnownValue, value: KnownValue)
  {
    let node = callee.node
    var flags = flags
    if let root = callee.root {
      if root != node, isOptional(path: node) { flags.insert(.optional) }
      let known = callee.known
      let detail = known.path == 0 ? Certainty.nameOnly : known.certainty
      builder.open(.call, role, range, name: callee.name, path: known.path, detail: detail.rawValue, flags: flags)
      return (known, .nothing)
    }
    guard kind(node) == .member, let object = js.child(node, fields.object) else {
      if kind(node) == .importWord {
        builder.open(.call, role, range, name: name(node), flags: flags)
        return (.nothing, .nothing)
      }
      builder.open(.call, role, range, flags: flags)
      return (expression(node, .receiver), .nothing)
    }
    if js.children(node).contains(where: { kind($0) == .optionalChain }) { flags.insert(.optional) }
    let index = builder.open(.call, role, range, name: callee.name, flags: flags)
    let value = expression(object, .receiver)
    let known = join(value, callee.name, dropping: 0)
    if known.path != 0 { builder.setPath(known.path, certainty: known.certainty, at: index) }
    return (known, value)
  }

  /// What is known of the value that a promise settles with, where a call asks one what it was: `promise.then(…)`.
  private mutating func settled(by callee: Int32, _ receiver: KnownValue) -> KnownValue {
    guard kind(callee) == .member, let property = js.child(callee, fields.property), js.isText(property, "then"),
      let promise = js.child(callee, fields.object)
    else { return .nothing }
    var known = receiver
    if let root = js.root(ofPath: promise) {
      known = self.known(path: promise, from: root, name(ofPath: promise)).known
    }
    // What a function made of it is not known.
    return known.isItself || builder.text(known.path).hasSuffix(".then()") ? .nothing : known
  }

  /// - Parameter settled: what is known of the first parameter of a function that is given.
  private mutating func arguments(
    of call: Int32,
    limit: Int,
    settled: KnownValue = .nothing,
    without left: Int32? = nil
  ) {
    guard let arguments = js.child(call, fields.arguments) else { return }
    if kind(arguments) == .template {
      builder.open(.argument, .argument, range(arguments))
      template(arguments, .value)
      builder.close()
      return
    }
    var count = 0
    for argument in js.children(arguments)
    where js.syntax[argument].isNamed && kind(argument) != .comment && argument != left {
      guard count < limit else { return }
      count += 1
      if js.isFunction(js.unwrap(argument)) { self.settled = settled }
      self.argument(argument)
      self.settled = .nothing
    }
  }

  mutating func argument(_ node: Int32, name: NameID = 0) {
    let found = js.syntax[node]
    if found.isError { return }
    if kind(node) == .spread {
      builder.open(.argument, .argument, found.bytes, name: name, flags: .spread)
      if let value = js.firstNamed(node) { expression(value, .value) }
    } else {
      builder.open(.argument, .argument, found.bytes, name: name)
      if units[node] == nil { expression(node, .value) } else { closureLeaf(node, .value) }
    }
    builder.close()
  }
}
