import Behaviour
import TreeSitter

extension RubyLowering {
  /// Writes a call, or what a call of a known name means: an assertion, a question, a function.
  mutating func callExpression(_ node: Int32, _ role: Role, _ use: NodeFlags) -> Known {
    if isRaise(node) {
      raise(node, role)
      return .nothing
    }
    if isFunction(node), let block = child(node, fields.block) {
      closure(ofBlock: block, role, givesValue: true)
      return .nothing
    }
    if question(node, role) { return .nothing }
    if child(node, fields.block) != nil {
      if assertion(node, role, use) { return .nothing }
      if scopedCall(node, role, .value) != nil { return .nothing }
    }
    if !use.contains(.discarded), isRead(node, role) { return member(node, role) }
    return call(node, role, use)
  }

  /// Whether a call without arguments is read as a member where its value is needed.
  private mutating func isRead(_ node: Int32, _ role: Role) -> Bool {
    guard rb.isMember(node), let receiver = child(node, fields.receiver), let name = rb.methodName(node) else {
      return false
    }
    if kind(name) == .constant { return true }
    switch kind(receiver) {
    // What a type is asked, it computes.
    case .constant, .scopeResolution: return !namesType(receiver)
    case .selfWord:
      if case .method = member(core.symbol(name)) { return false }
      return true
    default:
      return rb.isDotted(receiver) || !RubyWords.queries.contains(range(name), in: rb.source)
    }
  }

  /// `lambda { … }`, `proc { … }`, `Proc.new { … }`.
  private func isFunction(_ node: Int32) -> Bool {
    guard child(node, fields.arguments) == nil, let name = rb.methodName(node) else { return false }
    guard let receiver = child(node, fields.receiver) else {
      return rb.isText(name, "lambda") || rb.isText(name, "proc")
    }
    return rb.isText(receiver, "Proc") && rb.isText(name, "new")
  }

  /// Writes a call as one.
  @discardableResult
  mutating func call(_ node: Int32, _ role: Role, _ use: NodeFlags, withoutBlock: Bool = false) -> Known {
    guard kind(node) == .call else { return expression(node, role, use) }
    let use = rb.isSafe(node) ? use.union(.optional) : use
    let method = child(node, fields.method)
    let receiver = child(node, fields.receiver)
    guard let receiver else {
      guard let method else {
        unknownConstruct(node, role)
        return .nothing
      }
      if kind(method) == .super {
        core.builder.open(.call, role, range(node), name: core.builder.name("super"), flags: use)
        arguments(of: node, use, withoutBlock: withoutBlock)
        core.builder.close()
        return .nothing
      }
      let place = place(method)
      return bareCall(node, place, role, use) { $0.arguments(of: node, use, withoutBlock: withoutBlock) }
    }
    let base = rb.unwrap(receiver)
    guard let method else {
      // `function.(value)`
      if rb.isDotted(base) {
        let place = place(base)
        core.builder.open(.call, role, range(node), name: place.name, path: place.path, flags: use)
      } else {
        core.builder.open(.call, role, range(node), flags: use)
        expression(base, .receiver)
      }
      arguments(of: node, use, withoutBlock: withoutBlock)
      core.builder.close()
      return .nothing
    }
    if rb.isDotted(base) { return namedCall(node, base, method, role, use, withoutBlock) }
    let index = core.builder.open(.call, role, range(node), name: memberName(method), flags: use)
    let object = expression(base, .receiver)
    arguments(of: node, use, withoutBlock: withoutBlock)
    core.builder.close()
    if rb.isText(method, "new") { core.builder.insert(.constructs, at: index) }
    let path = core.path(of: range(method), of: object)
    guard path != 0 else { return .nothing }
    core.builder.setPath(path, certainty: object.certainty, at: index)
    return Known(what: .result(constructs: false), path: path, certainty: object.certainty)
  }

  /// A call on a name: `Order.find(1)`, `@gateway.charge(total)`, `Order.new`.
  private mutating func namedCall(
    _ node: Int32,
    _ base: Int32,
    _ method: Int32,
    _ role: Role,
    _ use: NodeFlags,
    _ withoutBlock: Bool
  ) -> Known {
    let isNew = rb.isText(method, "new")
    let place: Place
    if isNew {
      place = self.place(base)
    } else if rb.isSolid(node) {
      place = self.place(node)
    } else {
      place = self.place(base, method)
    }
    var known = Known(what: .result(constructs: isNew), path: place.path, certainty: place.certainty)
    if place.path == 0 { known = .nothing }
    if place.path == 0, kind(base) == .selfWord { known = inherited(method) }
    core.builder.open(
      .call,
      role,
      range(node),
      name: place.name,
      path: known.path,
      detail: known.certainty.rawValue,
      flags: isNew ? use.union(.constructs) : use
    )
    arguments(of: node, use, withoutBlock: withoutBlock)
    core.builder.close()
    return isNew ? made(known, node) : known
  }

  /// What a constructor with a block gives is configured there: `Faraday.new()`, not `Faraday` as it comes.
  mutating func made(_ known: Known, _ node: Int32) -> Known {
    guard child(node, fields.block) != nil, known.path != 0 else { return known }
    let type = core.scope.symbol(core.builder.text(known.path) + ".new()")
    return Known(what: .value(type), certainty: .constructor)
  }

  /// What a name with a method stands for.
  mutating func place(_ base: Int32, _ method: Int32) -> Place {
    buffer.removeAll(keepingCapacity: true)
    rb.appendDotted(base, to: &buffer)
    buffer.append(UInt8(ascii: "."))
    buffer.append(contentsOf: core.source.slice(range(method)))
    var place = core.place(ofBytes: buffer)
    guard place.path == 0 else { return place }
    let name = place.name
    switch kind(rb.root(base)) {
    case .constant where place.kind == .unknown, .scopeResolution where place.kind == .unknown:
      place.path = name
      place.certainty = .import
    case .globalVariable where place.kind == .unknown:
      place.kind = .static
      place.path = core.builder.name("$" + core.builder.text(name))
      place.certainty = .import
    case .identifier where place.kind == .unknown:
      switch member(place.root) {
      case .field:
        let bytes = Array("self.".utf8) + buffer
        place = core.place(ofBytes: bytes)
      case .value(let type):
        var path: [UInt8] = []
        core.scope.append(type, to: &path)
        path.append(contentsOf: buffer.drop { $0 != UInt8(ascii: ".") })
        place.path = core.builder.name(path, path.indices)
        place.certainty = .constructor
      case .none, .method: break
      }
    default: break
    }
    return place
  }

  /// A call on no receiver, of the object itself: of a method of this file, of the language, or inherited.
  mutating func bareCall(
    _ node: Int32,
    _ place: Place,
    _ role: Role,
    _ use: NodeFlags,
    _ arguments: (inout RubyLowering) -> Void
  ) -> Known {
    var known = Known.nothing
    let word = child(node, fields.method) ?? node
    if case .method = member(place.root) {
      known = .nothing
    } else if case .value(let type) = member(place.root) {
      known = Known(what: .value(type), certainty: .constructor)
    } else if place.path != 0 {
      known = Known(what: .result(constructs: false), path: place.path, certainty: place.certainty)
    } else {
      known = inherited(word)
    }
    core.builder.open(
      .call,
      role,
      range(node),
      name: place.name,
      path: known.path,
      detail: known.path == 0 ? 0 : known.certainty.rawValue,
      flags: use
    )
    arguments(&self)
    core.builder.close()
    return known
  }

  /// A method that the type around has from its base: `update!(paid: true)` in a model.
  private mutating func inherited(_ method: Int32) -> Known {
    guard span.container != nil, RubyWords.inherited.contains(range(method), in: rb.source) else { return .nothing }
    if case .function = outline.environment.names["#" + core.text(method)] { return .nothing }
    let base = core.scope.baseType()
    guard base != 0 else { return .nothing }
    let path = core.path(of: range(method), of: Known(what: .value(base), certainty: .declaredType))
    return path == 0 ? .nothing : Known(what: .result(constructs: false), path: path, certainty: .declaredType)
  }

  // MARK: - Arguments

  private mutating func arguments(of call: Int32, _ use: NodeFlags, withoutBlock: Bool) {
    if let list = child(call, fields.arguments) {
      for part in rb.children(list) where rb.isPart(part) { argument(part) }
    }
    guard !withoutBlock, let block = child(call, fields.block) else { return }
    core.builder.open(.argument, .argument, range(block))
    let isDone = kind(block) == .doBlock || isAtTop
    closure(ofBlock: block, .value, givesValue: !(isDone && use.contains(.discarded)), unit: units[call])
    core.builder.close()
  }

  /// Writes one argument of a call.
  mutating func argument(_ node: Int32) {
    switch kind(node) {
    case .pair: pair(node, .argument)
    case .splatArgument, .hashSplatArgument: spread(node, .argument)
    case .forwardArgument: core.builder.leaf(.argument, .argument, range(node), flags: [.spread])
    case .blockArgument:
      core.builder.open(.argument, .argument, range(node), name: core.builder.name("&"))
      if let value = rb.firstPart(node) { expression(value, .value) }
      core.builder.close()
    default:
      core.builder.open(.argument, .argument, range(node))
      expression(node, .value)
      core.builder.close()
    }
  }

  /// `*values`, `**options`.
  mutating func spread(_ node: Int32, _ role: Role) {
    core.builder.open(.argument, role, range(node), flags: [.spread])
    if let value = rb.firstPart(node) { expression(value, .value) }
    core.builder.close()
  }

  /// `key: value`, `"key" => value`, named by its key where that is a constant; `key:` alone gives what is called so.
  mutating func pair(_ node: Int32, _ role: Role) {
    let key = child(node, fields.key).map(rb.unwrap)
    let constant = key.flatMap { constantKey($0) }
    core.builder.open(.argument, role, range(node), name: constant ?? 0)
    if constant == nil, let key { expression(key, .index) }
    if let value = child(node, fields.value) {
      expression(value, .value)
    } else if let key {
      let place = place(key)
      read(place, key, .value)
    }
    core.builder.close()
  }

  private mutating func constantKey(_ node: Int32) -> NameID? {
    switch kind(node) {
    case .hashKeySymbol, .integer, .float: core.name(node)
    case .simpleSymbol: core.name(range(node).dropFirst(1))
    case .string, .delimitedSymbol: rb.has(.interpolation, in: node) ? nil : core.name(rb.inner(node))
    default: nil
    }
  }
}
