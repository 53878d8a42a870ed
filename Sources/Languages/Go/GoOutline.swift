import Behaviour
import TreeSitter

/// Reads what stands where in a file. One walk over its declarations, one look at each of its nodes for comments and
/// for what does not parse.
struct GoOutline {
  let go: GoSyntax
  let grammar: GoGrammar
  private(set) var outline = Outline()
  /// Values that names of the file are given, in reading order.
  private(set) var values: [Value] = []
  /// The types of the file: the nodes that name and define them.
  private(set) var types: [Int32] = []
  /// Whether code outside of functions does something.
  private var acts = false

  struct Value {
    let name: Int32
    let declared: Int32?
    let value: Int32?
    /// Whether it is the only value of what stands on the right.
    let isWhole: Bool
  }

  private static let depthLimit = 50

  init(source: Source, go: GoGrammar) {
    self.go = GoSyntax(source, go)
    grammar = go
  }

  mutating func read() -> Outline {
    outline.traits = GoOutline.traits(of: go.source)
    walk(0, depth: 0)
    resolveValues()
    resolveOwners()
    outline.lookAtEveryNode(of: go) { kind, _, node in
      kind == .comment ? node.bytes : nil
    }
    if outline.units.contains(where: { $0.kind == .test }) { outline.traits.insert(.test) }
    if acts { outline.units.append(.module(of: go.source)) }
    return outline
  }

  // MARK: - Declarations

  private mutating func walk(_ parent: Int32, depth: Int) {
    guard depth < GoOutline.depthLimit else {
      acts = true
      return
    }
    for node in go.children(parent) {
      switch go.kind(node) {
      case .function: add(function: node)
      case .method: add(method: node)
      case .import: add(imports: node)
      case .typeDeclaration: add(types: node)
      case .const: add(values: node)
      case .var:
        if let closure = go.functionValue(of: node) { add(function: node, closure) } else { add(values: node) }
      case .comment, .package: continue
      default:
        // In text that does not parse stands much that does.
        if go[node].isError { walk(node, depth: depth + 1) }
        if go[node].isNamed || go[node].isMissing { acts = true }
      }
    }
  }

  private mutating func add(function node: Int32) {
    guard let name = go.child(node, go.fields.name) else { return }
    let text = go.text(name)
    let isTest = outline.traits.contains(.test) && GoTests.isTest(text)
    add(node, name, text, qualified: text, isTest ? .test : .function)
    if !text.isEmpty, text != "init", text != "_", outline.environment.names[text] == nil {
      outline.environment.names[text] = .function(isAsync: false)
    }
  }

  /// `var charge = func(…) { … }`
  private mutating func add(function node: Int32, _ closure: Int32) {
    guard let spec = go.first(.varSpec, in: node), let name = go.child(spec, go.fields.name) else { return }
    let text = go.text(name)
    add(node, name, text, qualified: text, .function)
    if outline.environment.names[text] == nil { outline.environment.names[text] = .function(isAsync: false) }
  }

  private mutating func add(method node: Int32) {
    guard let name = go.child(node, go.fields.name) else { return }
    let text = go.text(name)
    let owner = go.receiver(of: node).type.map { go.text($0) } ?? ""
    let isTest = outline.traits.contains(.test) && GoTests.isTest(text)
    add(node, name, text, qualified: owner.isEmpty ? text : owner + "." + text, isTest ? .test : .method)
  }

  private mutating func add(_ node: Int32, _ name: Int32, _ text: String, qualified: String, _ kind: UnitKind) {
    outline.units.append(
      UnitSpan(
        node: node,
        range: go.range(node),
        nameRange: go.range(name),
        name: text,
        qualifiedName: qualified,
        kind: kind,
        container: nil
      )
    )
  }

  private mutating func add(imports node: Int32) {
    for imported in go.imports(node) {
      for name in imported.names where outline.environment.names[name] == nil {
        outline.environment.names[name] = .imported(imported.path)
      }
    }
  }

  private mutating func add(types node: Int32) {
    for spec in go.children(node) where go.kind(spec) == .typeSpec || go.kind(spec) == .typeAlias {
      guard let name = go.child(spec, go.fields.name) else { continue }
      let text = go.text(name)
      if outline.environment.names[text] == nil { outline.environment.names[text] = .type }
      types.append(spec)
    }
  }

  private mutating func add(values node: Int32) {
    var specs: [Int32] = []
    for child in go.children(node) {
      switch go.kind(child) {
      case .varSpec, .constSpec: specs.append(child)
      case .varSpecList: specs += go.children(child).filter { go.kind($0) == .varSpec }
      default: continue
      }
    }
    for spec in specs {
      let names = go.children(spec).filter { go[$0].field == go.fields.name && go.isPart($0) }
      let given = go.child(spec, go.fields.value).map(go.parts) ?? []
      let declared = go.child(spec, go.fields.type)
      for (index, name) in names.enumerated() {
        let isWhole = given.count == names.count
        let value = isWhole ? given[index] : index == 0 ? given.first : nil
        values.append(Value(name: name, declared: declared, value: value, isWhole: isWhole))
      }
      if given.contains(where: { go.acts($0) }) { acts = true }
    }
  }

  // MARK: - Reading further

  mutating func set(_ value: TopLevelName, for name: String) { outline.environment.names[name] = value }
  mutating func set(_ owner: Owner) { outline.environment.owners[owner.name] = owner }
}

extension GoSyntax {
  /// The function that is the only value of `var name = func(…) { … }`.
  func functionValue(of declaration: Int32) -> Int32? {
    guard kind(declaration) == .var, let spec = onlyPart(declaration), kind(spec) == .varSpec,
      let name = child(spec, fields.name), kind(name) == .identifier,
      let list = child(spec, fields.value), let value = onlyPart(list), kind(value) == .closure
    else { return nil }
    return value
  }

  /// The name of a method's receiver, and the name of its type.
  func receiver(of method: Int32) -> (name: Int32?, type: Int32?) {
    guard let list = child(method, fields.receiver), let parameter = firstPart(list), kind(parameter) == .parameter
    else { return (nil, nil) }
    var type = child(parameter, fields.type)
    while let found = type, kind(found) != .typeIdentifier {
      switch kind(found) {
      case .pointerType, .parenthesizedType: type = firstPart(found)
      case .genericType: type = child(found, fields.type)
      default: return (child(parameter, fields.name), nil)
      }
    }
    return (child(parameter, fields.name), type)
  }

  /// Whether a value at top level is more than a constant: calls that make things are not, those that do things are.
  func acts(_ value: Int32) -> Bool {
    let end = next(value)
    var at = value
    while at < end {
      if kind(at) == .call, !makes(at) { return true }
      at &+= 1
    }
    return false
  }

  private func makes(_ call: Int32) -> Bool {
    guard let callee = callee(call), isDotted(callee) else { return false }
    let name = text(last(callee))
    if kind(callee) == .identifier { return GoBuiltins.names.contains(name) || name.hasPrefix("New") }
    return ["New", "Must", "Errorf", "Sprint", "Register"].contains { name.hasPrefix($0) }
  }
}
