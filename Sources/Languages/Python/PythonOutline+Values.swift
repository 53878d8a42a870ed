import Behaviour
import TreeSitter

/// What the names of a file are worth: the types of its values, of the bases and the fields of its types.
extension PythonOutline {
  /// Reads names and types as they stand in the file as a whole.
  private func reader() -> PythonLowering {
    let whole = UnitSpan(
      node: 0,
      range: 0..<py.source.bytes.count,
      nameRange: 0..<0,
      name: "",
      qualifiedName: "",
      kind: .function,
      container: nil
    )
    return PythonLowering(span: whole, source: py.source, outline: outline, python: python)
  }

  mutating func resolveValues() {
    guard !values.isEmpty else { return }
    var reader = reader()
    var order: [NameScope.Symbol] = []
    var seen: Set<NameScope.Symbol> = []
    for value in values {
      let symbol = reader.core.symbol(value.name)
      if seen.insert(symbol).inserted { order.append(symbol) }
      if let declared = value.declared {
        let type = reader.declaredType(declared)
        let certainty = type == 0 ? Certainty.nameOnly : .declaredType
        reader.core.scope.declare(symbol, NameScope.Binding(kind: .static, type: type, certainty: certainty))
      } else {
        let known = value.value.map { reader.peek($0) } ?? .nothing
        reader.core.assign(symbol, known)
      }
    }
    for symbol in order {
      let name = reader.core.scope.text(symbol)
      switch outline.environment.names[name] {
      // What a name is imported as, or defined as, says more than the value that stands in for it.
      case .imported, .function, .type: continue
      case .value, nil: break
      }
      guard let binding = reader.core.scope.binding(of: symbol), binding.type != 0 else {
        set(.value(type: nil, certainty: .nameOnly), for: name)
        continue
      }
      let type = reader.core.scope.text(binding.type)
      set(binding.isAlias ? .imported(type) : .value(type: type, certainty: binding.certainty), for: name)
    }
  }

  mutating func resolveOwners() {
    guard !types.isEmpty else { return }
    var reader = reader()
    for (index, type) in types.enumerated() {
      guard var owner = outline.containers[index].owner else { continue }
      owner.bases = bases(of: type, &reader)
      owner.fields = fields(of: type, &reader)
      set(owner, ofContainer: index)
    }
  }

  private func bases(of type: Int32, _ reader: inout PythonLowering) -> [String] {
    guard let list = py.child(type, py.fields.superclasses) else { return [] }
    return py.parts(list).compactMap { base in
      if py.kind(base) == .keywordArgument { return nil }
      // `Generic[T]` is derived from as `Generic` is.
      let named = py.kind(base) == .subscripted ? py.child(base, py.fields.value) ?? base : base
      guard py.isDotted(named) else { return py.source.text(py.range(named).prefix(LoweringCore.noteLimit)) }
      let place = reader.place(named)
      return place.path == 0 ? py.dotted(named) : reader.core.builder.text(place.path)
    }
  }

  private func fields(of type: Int32, _ reader: inout PythonLowering) -> [Owner.Field] {
    var found = PythonFieldTable()
    guard let body = py.child(type, py.fields.body) else { return [] }
    reader.core.scope.enterClosure()
    for node in py.children(body) {
      switch py.kind(node) {
      case .assignment: addField(declaredBy: node, &found, &reader)
      case .function: addFields(setIn: node, &found, &reader)
      case .decorated:
        let definition = py.definition(node)
        if py.kind(definition) == .function { addFields(setIn: definition, &found, &reader) }
      default: continue
      }
    }
    reader.core.scope.leaveClosure()
    return found.fields
  }

  private func addField(declaredBy node: Int32, _ found: inout PythonFieldTable, _ reader: inout PythonLowering) {
    guard let name = py.child(node, py.fields.left), py.kind(name) == .identifier else { return }
    add(py.source.text(py.range(name)), givenBy: node, &found, &reader)
  }

  /// Takes in what an assignment says about a field.
  private func add(
    _ name: String,
    givenBy node: Int32,
    _ found: inout PythonFieldTable,
    _ reader: inout PythonLowering
  ) {
    if let declared = py.child(node, py.fields.type) {
      let type = reader.declaredType(declared)
      found.declare(name, reader.text(ofType: type))
      return
    }
    var value = py.child(node, py.fields.right)
    while let link = value, py.kind(link) == .assignment { value = py.child(link, py.fields.right) }
    guard let value, py.kind(py.unwrap(value)) != PythonKind.none else {
      found.note(name)
      return
    }
    let known = reader.peek(value)
    if case .thing = known.what, PythonOutline.namesType(reader.core.builder.text(known.path)) {
      // The field holds the type, not a value of it.
      found.add(name, nil, .nameOnly)
      return
    }
    let certainty: Certainty = if case .value = known.what { known.certainty } else { .constructor }
    let type = reader.core.type(of: known)
    found.add(name, reader.text(ofType: type), certainty)
  }

  private static func namesType(_ path: String) -> Bool {
    path.split(separator: ".").last?.unicodeScalars.first?.properties.isUppercase == true
  }

  /// The fields that a method gives values to.
  private func addFields(setIn function: Int32, _ found: inout PythonFieldTable, _ reader: inout PythonLowering) {
    guard let body = py.child(function, py.fields.body), let list = py.child(function, py.fields.parameters),
      let object = py.children(list).lazy.compactMap({ reader.parameter($0) }).first?.name
    else { return }
    let me = py.source.slice(py.range(object))
    reader.core.scope.enterClosure()
    var isDeclared = false
    var at = body
    let end = py.next(body)
    while at < end {
      defer { at &+= 1 }
      guard py.kind(at) == .assignment, let left = py.child(at, py.fields.left) else { continue }
      guard let member = member(left, of: me) else { continue }
      if !isDeclared {
        reader.declare(parameters: list)
        isDeclared = true
      }
      add(py.source.text(py.range(member)), givenBy: at, &found, &reader)
    }
    reader.core.scope.leaveClosure()
  }

  /// The name behind the dot, where a node is a member of the object itself.
  private func member(_ node: Int32, of me: ArraySlice<UInt8>) -> Int32? {
    guard py.kind(node) == .attribute, let object = py.child(node, py.fields.object),
      py.kind(object) == .identifier, py.source.slice(py.range(object)) == me
    else { return nil }
    return py.child(node, py.fields.attribute)
  }
}

extension PythonLowering {
  func text(ofType type: NameScope.Symbol) -> String? { type == 0 ? nil : core.scope.text(type) }

  /// Declares parameters with their types, without writing them.
  mutating func declare(parameters list: Int32) {
    for node in py.children(list) {
      guard let found = parameter(node) else { continue }
      let type = found.isVariadic ? 0 : found.type.map { declaredType($0) } ?? 0
      let certainty = type == 0 ? Certainty.nameOnly : .declaredType
      core.scope.declare(
        core.symbol(found.name),
        NameScope.Binding(kind: .parameter, type: type, certainty: certainty)
      )
    }
  }
}

/// The fields of a type as they are found: a declared type beats a value, and of two values that differ none is known.
struct PythonFieldTable {
  private(set) var fields: [Owner.Field] = []
  private var indices: [String: Int] = [:]
  /// Fields that were given values of which one is not known.
  private var mixed: Set<String> = []
  private var declared: Set<String> = []

  /// A field whose type is written down; nil where that does not resolve.
  mutating func declare(_ name: String, _ type: String?) {
    let index = note(name)
    guard declared.insert(name).inserted else { return }
    fields[index] = Owner.Field(name: name, type: type, certainty: type == nil ? .nameOnly : .declaredType)
  }

  /// A field that is given a value.
  ///
  /// - Parameter type: nil where it is not known.
  mutating func add(_ name: String, _ type: String?, _ certainty: Certainty) {
    let index = note(name)
    guard !declared.contains(name) else { return }
    let known = fields[index].type
    if type == nil || known != nil && known != type { mixed.insert(name) }
    let isKnown = !mixed.contains(name)
    fields[index] = Owner.Field(name: name, type: isKnown ? type : nil, certainty: isKnown ? certainty : .nameOnly)
  }

  /// A field that has no value yet (`self.client = None`), or none whose type is said.
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
