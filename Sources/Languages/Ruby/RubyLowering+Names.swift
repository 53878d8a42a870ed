import Behaviour
import TreeSitter

extension RubyLowering {
  /// What a bare name stands for that is no local.
  enum Member {
    case none
    /// A method of this file.
    case method
    /// A method of this file that gives a value of a known type.
    case value(NameScope.Symbol)
    /// What the object itself holds, behind a reader.
    case field
  }

  /// What a dotted name stands for.
  mutating func place(_ node: Int32) -> Place {
    var place: Place
    if rb.isSolid(node) {
      place = core.place(range(node))
    } else {
      buffer.removeAll(keepingCapacity: true)
      rb.appendDotted(node, to: &buffer)
      place = core.place(ofBytes: buffer)
    }
    guard place.path == 0, place.kind == .unknown else { return place }
    let root = rb.root(node)
    switch kind(root) {
    case .constant, .scopeResolution:
      // A constant is the same one in all files.
      place.path = place.name
      place.certainty = .import
    case .globalVariable:
      place.kind = .static
      guard !place.isPlain else { break }
      place.path = core.builder.name("$" + core.builder.text(place.name))
      place.certainty = .import
    case .identifier: resolve(&place, node)
    default: break
    }
    return place
  }

  private mutating func resolve(_ place: inout Place, _ node: Int32) {
    switch member(place.root) {
    case .none, .method: break
    case .field:
      buffer.removeAll(keepingCapacity: true)
      buffer.append(contentsOf: "self.".utf8)
      rb.appendDotted(node, to: &buffer)
      place = core.place(ofBytes: buffer)
    case .value(let type):
      guard !place.isPlain else { break }
      buffer.removeAll(keepingCapacity: true)
      rb.appendDotted(node, to: &buffer)
      let rest = buffer.drop { $0 != UInt8(ascii: ".") }
      var path: [UInt8] = []
      core.scope.append(type, to: &path)
      path.append(contentsOf: rest)
      place.path = core.builder.name(path, path.indices)
      place.certainty = .constructor
    }
  }

  /// What a bare name is in the file and in the type around, where no local has it.
  mutating func member(_ symbol: NameScope.Symbol) -> Member {
    guard core.scope.binding(of: symbol) == nil else { return .none }
    if let known = members[symbol] { return known }
    let name = core.scope.text(symbol)
    var found = Member.none
    switch outline.environment.names["#" + name] {
    case .value(let type?, _): found = .value(core.scope.symbol(type))
    case .function, .value: found = .method
    default:
      if case .function = outline.environment.names[name] {
        found = .method
      } else if core.knowsFields, core.scope.field(name) != nil {
        found = .field
      }
    }
    members[symbol] = found
    return found
  }

  /// What is known of the value of a place.
  mutating func known(_ place: Place) -> Known {
    if place.path == 0, place.isPlain, case .value(let type) = member(place.root) {
      return Known(what: .value(type), certainty: .constructor)
    }
    return core.known(place)
  }

  /// Writes a dotted name that is read.
  mutating func read(_ node: Int32, _ role: Role, _ flags: NodeFlags = []) -> Known {
    let place = place(node)
    read(place, node, role, flags)
    return known(place)
  }

  /// A bare word: a local, a parameter, what the object holds; else a method that is called.
  mutating func word(_ node: Int32, _ role: Role, _ use: NodeFlags) -> Known {
    guard isCalled(node, use) else { return read(node, role) }
    let place = place(node)
    return bareCall(node, place, role, use) { _ in }
  }

  private mutating func isCalled(_ node: Int32, _ use: NodeFlags) -> Bool {
    let symbol = core.symbol(node)
    if core.scope.binding(of: symbol) != nil { return false }
    if rb.namesDeed(node) || use.contains(.discarded) { return true }
    if case .method = member(symbol) { return true }
    return false
  }

  /// A member: one node for a path of names, else one that hangs on what it is a member of; a call where it is one.
  mutating func member(_ node: Int32, _ role: Role, _ flags: NodeFlags = []) -> Known {
    if rb.isDotted(node) { return read(node, role, flags) }
    let name = rb.methodName(node)
    let flags = rb.isSafe(node) ? flags.union(.optional) : flags
    return member(name.map { (memberName($0), range($0)) }, of: child(node, fields.receiver), node, role, flags)
  }

  /// `.name`, for what hangs on an expression.
  mutating func memberName(_ node: Int32) -> NameID { core.memberName(range(node)) }

  /// An element: `xs[i]`, `xs[1..2]`, `table[row, column]`.
  mutating func element(_ node: Int32, _ role: Role, _ flags: NodeFlags = []) -> Known {
    guard let object = child(node, fields.object) else {
      unknownConstruct(node, role)
      return .nothing
    }
    let base = rb.unwrap(object)
    openElement(of: base, rb.isDotted(base) ? place(base) : nil, range(node), role, flags)
    indices(rb.children(node).filter { rb.isPart($0) && $0 != object }, range(node))
    core.builder.close()
    return .nothing
  }
}
