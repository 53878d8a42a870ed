import Behaviour
import TreeSitter

/// What the names of a file are worth: the types of its constants, what its methods give, the bases and the fields of
/// its types.
extension RubyOutline {
  /// Reads names and types as they stand in the file as a whole.
  private func reader(in container: Int? = nil) -> RubyLowering {
    let whole = UnitSpan(
      node: 0,
      range: 0..<rb.source.bytes.count,
      nameRange: 0..<0,
      name: "",
      qualifiedName: "",
      kind: .function,
      container: container
    )
    return RubyLowering(span: whole, source: rb.source, outline: outline, ruby: ruby)
  }

  /// Takes the methods of all types down, by `#name`: what is called so on no receiver is one of them.
  mutating func resolveMethods() {
    for method in methods {
      guard let name = rb.child(method.node, rb.fields.name) else { continue }
      if memoized(method.node) != nil { continue }
      set(.function(isAsync: false), for: "#" + rb.text(name))
    }
  }

  /// The value that a method computes once and keeps in the field of its own name: `@client ||= Client.new`.
  private func memoized(_ method: Int32) -> Int32? {
    guard let name = rb.child(method, rb.fields.name), rb.child(method, rb.fields.parameters) == nil,
      let body = rb.child(method, rb.fields.body),
      let only = rb.kind(body) == .bodyStatement ? rb.onlyPart(body) : body,
      rb.kind(only) == .operatorAssignment, let left = rb.child(only, rb.fields.left),
      rb.kind(left) == .instanceVariable,
      rb.source.slice(rb.range(left).dropFirst(1)) == rb.source.slice(rb.range(name))
    else { return nil }
    return rb.child(only, rb.fields.right)
  }

  mutating func resolveValues() {
    guard !values.isEmpty else { return }
    var reader = reader()
    for value in values {
      let name = rb.text(value.name)
      switch outline.environment.names[name] {
      case .imported, .function, .type: continue
      case .value, nil: break
      }
      let known = reader.peek(value.value)
      reader.core.assign(reader.core.symbol(value.name), known)
      if case .thing = known.what {
        set(.imported(reader.core.builder.text(known.path)), for: name)
        continue
      }
      let type = reader.core.type(of: known)
      set(
        .value(type: type == 0 ? nil : reader.core.scope.text(type), certainty: type == 0 ? .nameOnly : .constructor),
        for: name
      )
    }
  }

  mutating func resolveOwners() {
    var fields: [Int: RubyFieldTable] = [:]
    guard places.contains(where: { $0.kind != .group }) else { return }
    var reader = reader()
    for method in methods {
      guard let container = method.container, outline.containers[container].owner != nil else { continue }
      addFields(setIn: method.node, &fields[container, default: RubyFieldTable()], &reader)
    }
    for (index, place) in places.enumerated() {
      guard var owner = outline.containers[index].owner else { continue }
      var table = fields[index] ?? RubyFieldTable()
      if let body = rb.child(place.node, rb.fields.body), place.kind != .group {
        for node in rb.children(body) where rb.kind(node) == .call { declare(node, &table, &owner) }
      }
      if let base = rb.child(place.node, rb.fields.superclass).flatMap(rb.firstPart) {
        owner.bases.insert(rb.isDotted(base) ? rb.dotted(base) : rb.source.text(rb.range(base).prefix(200)), at: 0)
      }
      owner.fields = table.fields
      set(owner, ofContainer: index)
    }
    // What opens a type again, or adds to it, speaks of the same one.
    for (index, place) in places.enumerated() where place.kind == .group {
      guard let parent = outline.containers[index].parent, let owner = outline.containers[parent].owner,
        outline.containers[index].owner?.name == owner.name
      else { continue }
      var merged = RubyFieldTable(owner.fields)
      for field in outline.containers[index].owner?.fields ?? [] { merged.add(field.name, field.type, field.certainty) }
      var new = owner
      new.fields = merged.fields
      set(new, ofContainer: index)
    }
  }

  /// `attr_reader :gateway`, `include Retrying`.
  private func declare(_ node: Int32, _ table: inout RubyFieldTable, _ owner: inout Owner) {
    guard rb.isBare(node), let name = rb.methodName(node) else { return }
    let word = rb.text(name)
    if word == "include" || word == "prepend" {
      for part in rb.givenArguments(node) where rb.isDotted(part) && rb.isConstantPath(part) {
        owner.bases.append(rb.dotted(part))
      }
    }
    guard word == "attr_reader" || word == "attr_accessor" else { return }
    for part in rb.givenArguments(node) {
      guard let field = rb.constantText(part) else { continue }
      table.note(field)
    }
  }

  /// The fields that a method gives values to.
  private func addFields(setIn method: Int32, _ found: inout RubyFieldTable, _ reader: inout RubyLowering) {
    guard let body = rb.child(method, rb.fields.body) else { return }
    reader.core.scope.enterClosure()
    defer { reader.core.scope.leaveClosure() }
    var isDeclared = false
    var at = body
    let end = rb.next(body)
    while at < end {
      defer { at &+= 1 }
      guard rb.kind(at) == .assignment || rb.kind(at) == .operatorAssignment,
        let left = rb.child(at, rb.fields.left), let right = rb.child(at, rb.fields.right)
      else { continue }
      if rb.kind(left) == .identifier, isDeclared || rb.kind(right) == .call {
        reader.core.assign(reader.core.symbol(left), reader.peek(right))
        continue
      }
      guard rb.kind(left) == .instanceVariable else { continue }
      if !isDeclared, let list = rb.child(method, rb.fields.parameters) {
        reader.declare(parameters: list)
        isDeclared = true
      }
      let name = rb.source.text(rb.range(left).dropFirst(1))
      if rb.kind(at) == .operatorAssignment, let mark = rb.child(at, rb.fields.operator), rb.token(mark) != .orAssign {
        found.note(name)
        continue
      }
      if rb.kind(rb.unwrap(right)) == .null {
        found.note(name)
        continue
      }
      let known = reader.peek(right)
      if case .thing = known.what {
        // The field holds the type, not a value of it.
        found.add(name, nil, .nameOnly)
        continue
      }
      let type = reader.core.type(of: known)
      found.add(name, type == 0 ? nil : reader.core.scope.text(type), .constructor)
    }
  }

  /// What methods without parameters give, where that can be told by their last line.
  mutating func resolveResults() {
    guard !methods.isEmpty else { return }
    var reader = reader()
    for method in methods {
      guard let name = rb.child(method.node, rb.fields.name), rb.child(method.node, rb.fields.parameters) == nil,
        let body = rb.child(method.node, rb.fields.body),
        let last = rb.kind(body) == .bodyStatement ? rb.onlyPart(body) : body, rb.kind(last) == .call
      else { continue }
      let key = "#" + rb.text(name)
      guard case .function = outline.environment.names[key] else { continue }
      let known = reader.peek(last)
      if case .thing = known.what { continue }
      let type = reader.core.type(of: known)
      if type != 0 { set(.value(type: reader.core.scope.text(type), certainty: .constructor), for: key) }
    }
  }
}

extension RubyLowering {
  /// Declares parameters with what their defaults tell, without writing them.
  mutating func declare(parameters list: Int32) {
    for node in rb.children(list) {
      guard let found = parameter(node), kind(found.name) == .identifier else { continue }
      let known = found.value.map { peek($0) } ?? .nothing
      let type = core.type(of: known)
      core.scope.declare(
        core.symbol(found.name),
        NameScope.Binding(kind: .parameter, type: type, certainty: type == 0 ? .nameOnly : .constructor)
      )
    }
  }

  /// What is known of a value by looking at the expression, without writing it.
  mutating func peek(_ node: Int32, depth: Int = 0) -> Known {
    guard depth < 12, !rb[node].hasError else { return .nothing }
    let node = rb.unwrap(node)
    switch kind(node) {
    case .identifier, .constant, .scopeResolution: return rb.isDotted(node) ? known(place(node)) : .nothing
    case .binary:
      // `given || Client.new`
      guard let mark = child(node, fields.operator), rb.token(mark) == .orSign, let right = child(node, fields.right)
      else { return .nothing }
      return peek(right, depth: depth + 1)
    case .begin: return rb.onlyPart(node).map { peek($0, depth: depth + 1) } ?? .nothing
    case .call:
      guard let method = rb.methodName(node) else { return .nothing }
      guard let receiver = child(node, fields.receiver).map(rb.unwrap) else {
        let place = place(method)
        if place.path != 0 { return Known(what: .result(constructs: false), path: place.path, certainty: .import) }
        if case .value(let type) = member(place.root) { return Known(what: .value(type), certainty: .constructor) }
        return .nothing
      }
      let isNew = rb.isText(method, "new")
      if rb.isDotted(receiver) {
        let place = isNew ? place(receiver) : place(receiver, method)
        guard place.path != 0 else { return .nothing }
        let known = Known(what: .result(constructs: isNew), path: place.path, certainty: place.certainty)
        return isNew ? made(known, node) : known
      }
      let value = peek(receiver, depth: depth + 1)
      let path = core.path(of: range(method), of: value)
      return path == 0 ? .nothing : Known(what: .result(constructs: false), path: path, certainty: value.certainty)
    default: return .nothing
    }
  }
}

/// The fields of a type as they are found: of two values that differ none is known.
struct RubyFieldTable {
  private(set) var fields: [Owner.Field] = []
  private var indices: [String: Int] = [:]
  /// Fields that were given values of which one is not known.
  private var mixed: Set<String> = []

  init(_ fields: [Owner.Field] = []) {
    for field in fields { add(field.name, field.type, field.certainty) }
  }

  /// A field that is given a value.
  ///
  /// - Parameter type: nil where it is not known.
  mutating func add(_ name: String, _ type: String?, _ certainty: Certainty) {
    let index = note(name)
    let known = fields[index].type
    if type == nil || known != nil && known != type { mixed.insert(name) }
    let isKnown = !mixed.contains(name)
    fields[index] = Owner.Field(name: name, type: isKnown ? type : nil, certainty: isKnown ? certainty : .nameOnly)
  }

  /// A field that has no value yet.
  ///
  /// - Returns: its index.
  @discardableResult
  mutating func note(_ name: String) -> Int {
    if let index = indices[name] { return index }
    indices[name] = fields.count
    fields.append(Owner.Field(name: name, type: nil, certainty: .nameOnly))
    return fields.count - 1
  }
}
