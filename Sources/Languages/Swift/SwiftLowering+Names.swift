import Behaviour
import TreeSitter

extension SwiftLowering {
  /// What a dotted name stands for. A field of the object that is named without `self` is written with it.
  mutating func place(_ node: Int32) -> Place {
    let root = rootName(node)
    if kind(root) == .identifier, core.knowsFields, !ownFields.isEmpty {
      let symbol = core.scope.symbol(core.source.bytes, sw.bare(root))
      if ownFields.contains(symbol), core.scope.binding(of: symbol) == nil {
        return sw.isSolid(node) && splices.isEmpty
          ? core.place(ofBytes: SwiftLowering.selfDot + core.source.slice(range(node)))
          : core.place(ofText: "self." + dotted(node))
      }
    }
    if kind(root) == .superWord { return core.place(ofText: dotted(node)) }
    if kind(root) == .identifier, !ownStatics.isEmpty, let place = staticPlace(node, root) { return place }
    return sw.isSolid(node) && splices.isEmpty ? core.place(range(node)) : core.place(ofText: dotted(node))
  }

  private static let selfDot = Array("self.".utf8)

  /// What hangs on a static member of the type around the unit: `session.data`, `Self.session.data`.
  private mutating func staticPlace(_ node: Int32, _ root: Int32) -> Place? {
    let symbol = core.scope.symbol(core.source.bytes, sw.bare(root))
    let isOwn = ownStatics.contains(symbol)
    guard isOwn || symbol == typeName || sw.isText(root, "Self"), core.scope.binding(of: symbol) == nil else {
      return nil
    }
    let text = dotted(node)
    var rest = text[...]
    if !isOwn {
      guard let dot = rest.firstIndex(of: ".") else { return nil }
      rest = rest[rest.index(after: dot)...]
    }
    let end = rest.firstIndex(of: ".") ?? rest.endIndex
    guard let field = core.scope.field("Self." + rest[..<end]) else { return nil }
    var place = core.place(ofText: text)
    place.kind = .static
    if let type = field.type, end < rest.endIndex {
      place.path = core.builder.name(type + rest[end...])
      place.certainty = field.certainty
    }
    return place
  }

  /// The first name of a dotted name.
  private func rootName(_ node: Int32) -> Int32 {
    var node = splices[node] ?? node
    while kind(node) == .navigation || kind(node) == .postfix {
      node = node &+ 1
      node = splices[node] ?? node
    }
    return node
  }

  /// A dotted name without blanks and marks.
  func dotted(_ node: Int32) -> String {
    let root = rootName(node)
    var parts = [sw.name(root)]
    // Behind the root, in the order of the text, stand the suffixes.
    var at = sw.next(root)
    let end = sw.next(node)
    while at < end {
      if kind(at) == .identifier { parts.append(sw.name(at)) }
      at &+= 1
    }
    return String(parts.joined(separator: ".").prefix(LoweringCore.textLimit))
  }

  /// Whether a node is a dotted name, also where the grammar hung it on something else.
  func isDotted(_ node: Int32) -> Bool {
    if splices.isEmpty { return sw.isDotted(node) }
    var node = splices[node] ?? node
    while true {
      switch kind(node) {
      case .identifier, .selfWord, .superWord: return true
      case .navigation:
        guard let suffix = child(node, fields.suffix), kind(suffix &+ 1) == .identifier else { return false }
      case .postfix:
        guard let operation = child(node, fields.operation), kind(operation) == .bang else { return false }
      default: return false
      }
      node = node &+ 1
      node = splices[node] ?? node
    }
  }

  mutating func identifier(_ node: Int32, _ role: Role) -> Known {
    if sw.isText(node, "nil") {
      core.builder.leaf(.literal, role, range(node), detail: LiteralKind.null.rawValue)
      return .nothing
    }
    return read(node, role)
  }

  /// Writes a dotted name.
  @discardableResult
  mutating func read(_ node: Int32, _ role: Role, _ flags: NodeFlags = []) -> Known {
    let place = place(node)
    read(place, node, role, flags)
    return known(place)
  }

  /// What is known of a value read from a place: also of a field of the object, by the type that it is declared with.
  mutating func known(_ place: Place) -> Known {
    let known = core.known(place)
    if case .nothing = known.what, place.kind == .field {
      let name = core.builder.text(place.name).dropFirst(5)
      if let field = core.scope.field(String(name)), let type = field.type {
        return Known(what: .value(core.scope.symbol(type)), certainty: field.certainty)
      }
    }
    return known
  }

  /// Writes a member: one node for a path of names, else one that hangs on what it is a member of.
  mutating func member(_ node: Int32, _ role: Role, _ flags: NodeFlags = []) -> Known {
    guard let suffix = child(node, fields.suffix) else { return .nothing }
    let name = child(suffix, fields.suffix) ?? suffix &+ 1
    guard let target = sw.firstPart(node) else { return .nothing }
    // `Type.self` is the type.
    if sw.isText(name, "self") { return expression(target, role) }
    if isKeyPath(target) {
      literal(node, role, .other)
      return .nothing
    }
    let flags = sw.has(.question, in: node) ? flags.union(.optional) : flags
    if isDotted(node) {
      let place = place(node)
      read(place, node, role, sw.isOptional(node) ? flags.union(.optional) : flags)
      return known(place)
    }
    return member((memberName(name), sw.bare(name)), of: target, node, role, flags)
  }

  /// `\.name`, `\Type.name[0].other`.
  private func isKeyPath(_ node: Int32) -> Bool {
    var node = node
    while let inner = spine(node) { node = inner }
    return kind(node) == .keyPath
  }

  /// `.name`, for what hangs on an expression.
  mutating func memberName(_ node: Int32) -> NameID { core.builder.name("." + sw.name(node)) }

  /// An element: `xs[i]`, `table[key, default: 0]`.
  mutating func element(_ node: Int32, _ arguments: Int32, _ role: Role, _ flags: NodeFlags = []) -> Known {
    guard let target = sw.firstPart(node) else { return .nothing }
    let base = sw.unwrap(target)
    openElement(of: base, isDotted(base) ? place(base) : nil, range(node), role, flags)
    indices(self.arguments(ofList: arguments).map(\.value), range(arguments))
    core.builder.close()
    return .nothing
  }
}
