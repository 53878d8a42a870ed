import Behaviour
import TreeSitter

extension PHPOutliner {
  // MARK: - Imports

  /// `use A\B\C as D, E\F;`, `use A\{B, C as D};`, `use function A\f;`
  mutating func add(imports node: Int32) {
    var prefix = ""
    if let group = php.first(.useGroup, in: node) {
      if let name = php.first(.namespaceName, in: node) { prefix = php.dotted(name) + "." }
      for clause in php.children(group) where php.kind(clause) == .useClause { add(clause: clause, prefix) }
    }
    for clause in php.children(node) where php.kind(clause) == .useClause { add(clause: clause, prefix) }
  }

  private mutating func add(clause: Int32, _ prefix: String) {
    guard let name = php.children(clause).first(where: { php.isName($0) || php.kind($0) == .namespaceName }) else {
      return
    }
    let path = prefix + php.dotted(name)
    let alias = php.child(clause, php.fields.alias).map(php.text)
    let bound = alias ?? String(path.split(separator: ".").last ?? "")
    guard !bound.isEmpty else { return }
    outline.environment.names[bound] = .imported(path)
  }

  // MARK: - Values

  /// Reads names and types as they stand in the file as a whole.
  private func reader() -> PHPLowering {
    let whole = UnitSpan(
      node: 0,
      range: 0..<php.source.bytes.count,
      nameRange: 0..<0,
      name: "",
      qualifiedName: "",
      kind: .function,
      container: nil
    )
    return PHPLowering(span: whole, source: php.source, outline: outline, grammar: grammar)
  }

  /// What the variables of the file hold, for functions that say `global`, and for closures.
  mutating func resolveValues() {
    guard !values.isEmpty else { return }
    var reader = reader()
    var order: [NameScope.Symbol] = []
    var seen: Set<NameScope.Symbol> = []
    for value in values {
      let symbol = reader.core.symbol(value.name)
      if seen.insert(symbol).inserted { order.append(symbol) }
      let known = reader.peek(value.value)
      reader.core.assign(symbol, known)
    }
    for symbol in order {
      let name = reader.core.scope.text(symbol)
      guard let binding = reader.core.scope.binding(of: symbol), binding.type != 0, !binding.isAlias else {
        outline.environment.names[name] = .value(type: nil, certainty: .nameOnly)
        continue
      }
      let type = reader.core.scope.text(binding.type)
      outline.environment.names[name] = .value(type: type, certainty: binding.certainty)
    }
  }

  // MARK: - Types

  mutating func resolveOwners() {
    guard !types.isEmpty else { return }
    var reader = reader()
    for type in types {
      guard var owner = outline.containers[type.container].owner else { continue }
      owner.bases = bases(of: type.node, &reader)
      owner.fields = fields(of: type.node, &reader)
      outline.containers[type.container].owner = owner
    }
  }

  /// What a type extends, what it implements, and the traits that it uses.
  private func bases(of type: Int32, _ reader: inout PHPLowering) -> [String] {
    var names: [Int32] = []
    for clause in php.children(type) where php.kind(clause) == .baseClause || php.kind(clause) == .interfaceClause {
      names += php.children(clause).filter(php.isName)
    }
    for member in php.members(of: type) where php.kind(member) == .traitUse {
      names += php.children(member).filter(php.isName)
    }
    return names.map { name in
      let path = reader.typePath(name)
      return path == 0 ? php.dotted(name) : reader.core.builder.text(path)
    }
  }

  private func fields(of type: Int32, _ reader: inout PHPLowering) -> [Owner.Field] {
    var found = PythonFieldTable()
    reader.core.scope.enterClosure()
    var lead: Int32?
    for member in php.members(of: type) {
      switch php.kind(member) {
      case .property: addFields(declaredBy: member, lead, &found, &reader)
      case .method: addFields(setIn: member, &found, &reader)
      default: break
      }
      lead = php.kind(member) == .comment ? member : nil
    }
    reader.core.scope.leaveClosure()
    return found.fields
  }

  private func addFields(
    declaredBy node: Int32,
    _ lead: Int32?,
    _ found: inout PythonFieldTable,
    _ reader: inout PHPLowering
  ) {
    let declared = php.child(node, php.fields.type).map { reader.declaredType($0) } ?? 0
    let documented = declared == 0 ? lead.flatMap { documentedType($0, &reader) } : nil
    for element in php.children(node) where php.kind(element) == .propertyElement {
      guard let name = php.child(element, php.fields.name) else { continue }
      let field = String(php.text(name).dropFirst())
      if declared != 0 {
        found.declare(field, reader.core.scope.text(declared))
      } else if let documented {
        found.declare(field, documented)
      } else {
        found.note(field)
      }
    }
  }

  /// The type behind `@var` in a comment.
  private func documentedType(_ comment: Int32, _ reader: inout PHPLowering) -> String? {
    let text = php.source.text(php.range(comment).prefix(1_000))
    guard let words = text.split(separator: "@var ", maxSplits: 1).dropFirst().first else { return nil }
    let name = words.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "\\" }
    guard let first = name.first, first == "\\" || first.isUppercase else { return nil }
    let dotted = name.replacing("\\", with: ".")
    if first == "\\" { return String(dotted.dropFirst()) }
    let root = String(dotted.prefix { $0 != "." })
    switch outline.environment.names[root] {
    case .imported(let path): return path + dotted.dropFirst(root.count)
    case .type: return nil
    default:
      guard case .value(let namespace?, _) = outline.environment.names[PHPOutliner.namespaceKey] else {
        return String(dotted)
      }
      return namespace + "." + dotted
    }
  }

  /// The fields that a method gives values to, and those that a constructor's parameters are.
  private func addFields(setIn method: Int32, _ found: inout PythonFieldTable, _ reader: inout PHPLowering) {
    if let list = php.child(method, php.fields.parameters) {
      for parameter in php.children(list) where php.kind(parameter) == .promotedParameter {
        guard let name = php.child(parameter, php.fields.name) else { continue }
        let type = php.child(parameter, php.fields.type).map { reader.declaredType($0) } ?? 0
        let field = php.text(name).drop { $0 == "&" || $0 == "$" }
        found.declare(String(field), type == 0 ? nil : reader.core.scope.text(type))
      }
    }
    guard let body = php.child(method, php.fields.body) else { return }
    reader.core.scope.enterClosure()
    var isDeclared = false
    var at = body
    let end = php.next(body)
    while at < end {
      defer { at &+= 1 }
      guard php.kind(at) == .assignment, let left = php.child(at, php.fields.left), let field = ownField(left),
        let value = php.child(at, php.fields.right)
      else { continue }
      if !isDeclared {
        reader.declareParameters(of: method)
        isDeclared = true
      }
      guard php.kind(value) != .null else {
        found.note(field)
        continue
      }
      let known = reader.peek(value)
      if case .thing = known.what {
        found.add(field, nil, .nameOnly)
        continue
      }
      let certainty: Certainty = if case .value = known.what { known.certainty } else { .constructor }
      let type = reader.core.type(of: known)
      found.add(field, type == 0 ? nil : reader.core.scope.text(type), certainty)
    }
    reader.core.scope.leaveClosure()
  }

  /// The name of a field of the object itself.
  private func ownField(_ node: Int32) -> String? {
    guard php.kind(node) == .member, let object = php.child(node, php.fields.object), php.isText(object, "$this"),
      let name = php.child(node, php.fields.name), php.kind(name) == .name
    else { return nil }
    return php.text(name)
  }
}

extension PHPLowering {
  /// Declares parameters with their types, without writing them.
  mutating func declareParameters(of function: Int32) {
    guard let list = child(function, fields.parameters) else { return }
    for node in php.children(list) {
      guard kind(node) == .parameter || kind(node) == .promotedParameter, let written = child(node, fields.name) else {
        continue
      }
      let name = kind(written) == .byRef ? php.firstPart(written) ?? written : written
      declare(parameter: name, child(node, fields.type).map { declaredType($0) } ?? 0)
    }
  }
}
