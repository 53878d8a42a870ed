import Behaviour
import TreeSitter

/// Reads what stands where in a file. One walk over its declarations, one look at each of its nodes for comments and
/// for what does not parse, and one look into each type for its fields.
struct CSharpOutliner {
  let cs: CSharpSyntax
  let csharp: CSharpGrammar
  private(set) var outline = Outline()
  /// The types, each with its container.
  private(set) var types: [(node: Int32, container: Int)] = []
  /// Properties with code of their own, whose accessors belong to the type around: by container.
  private var members: [(container: Int, type: Int)] = []
  /// Values of the code at top level, and static ones of types.
  private(set) var values: [(name: Int32, type: Int32?, value: Int32?)] = []
  /// Whether anything stands outside of functions that does something.
  private var acts = false

  static let depthLimit = 100

  init(source: Source, csharp: CSharpGrammar) {
    cs = CSharpSyntax(source, csharp)
    self.csharp = csharp
  }

  mutating func read() -> Outline {
    outline.traits = CSharpOutliner.traits(of: cs.source)
    walk(0, in: nil, type: nil, prefix: "", depth: 0)
    resolveOwners()
    for (container, type) in members {
      outline.containers[container].owner = outline.containers[type].owner
    }
    resolveValues()
    outline.lookAtEveryNode(of: cs) { kind, _, node in
      kind == .comment ? node.bytes : nil
    }
    if outline.units.contains(where: { $0.kind == .test }) { outline.traits.insert(.test) }
    if acts { outline.units.append(.module(of: cs.source)) }
    return outline
  }

  // MARK: - Declarations

  /// - Parameter container: around what stands here, with the type that it is, or the type around.
  private mutating func walk(_ parent: Int32, in container: Int?, type: Int?, prefix: String, depth: Int) {
    guard depth < CSharpOutliner.depthLimit else { return }
    for node in cs.children(parent) {
      switch cs.kind(node) {
      case .usingDirective: add(using: node)
      case .namespace: add(namespace: node, in: container, prefix: prefix, depth)
      case .class, .struct, .record, .interface: add(type: node, in: container, prefix, depth)
      case .enum, .delegateDeclaration: declareType(node, isNested: type != nil)
      case .method, .operatorDeclaration, .conversion, .constructor, .destructor:
        add(member: node, in: container, prefix)
      case .property, .indexer, .event: add(property: node, in: container, type: type, prefix)
      case .field, .eventField: add(field: node)
      case .globalStatement: add(statement: node, in: container, prefix)
      case .fileNamespace, .declarationList, .preprocIf, .preprocElif, .preprocElse:
        walk(node, in: container, type: type, prefix: prefix, depth: depth + 1)
      case .localFunction where type == nil: add(function: node, in: container, prefix)
      default:
        // In text that does not parse stands much that does.
        guard cs[node].isError || cs[node].isMissing else { continue }
        acts = true
        walk(node, in: container, type: type, prefix: prefix, depth: depth + 1)
      }
    }
  }

  private mutating func add(using node: Int32) {
    let parts = cs.parts(node)
    guard let target = parts.last, cs.isDotted(target) else { return }
    let path = cs.dotted(target)
    if let alias = cs.child(node, cs.fields.name), alias != target {
      outline.environment.names[cs.text(alias)] = .imported(path)
    } else {
      outline.environment.wildcards.append(path)
    }
  }

  /// A container without a name of its own: what stands in it is called as if it were not there.
  private mutating func add(namespace node: Int32, in container: Int?, prefix: String, _ depth: Int) {
    guard let body = cs.child(node, cs.fields.body) ?? cs.first(.declarationList, in: node) else { return }
    outline.containers.append(self.container("", around: body, in: node, parent: container))
    walk(body, in: outline.containers.count - 1, type: nil, prefix: prefix, depth: depth + 1)
  }

  private mutating func declareType(_ node: Int32, isNested: Bool) {
    guard let name = cs.child(node, cs.fields.name) else { return }
    let text = cs.text(name)
    if !text.isEmpty { outline.environment.names[text] = .type }
  }

  private mutating func add(type node: Int32, in container: Int?, _ prefix: String, _ depth: Int) {
    let name = cs.child(node, cs.fields.name).map { cs.text($0) } ?? ""
    declareType(node, isNested: !prefix.isEmpty)
    guard let body = cs.child(node, cs.fields.body) ?? cs.first(.declarationList, in: node) else { return }
    let index = outline.containers.count
    var made = self.container(name, around: body, in: node, parent: container)
    made.owner = Owner(name: prefix + name, marks: marks(of: node))
    made.owner?.notes = notes(on: node)
    outline.containers.append(made)
    types.append((node, index))
    walk(body, in: index, type: index, prefix: prefix + name + ".", depth: depth + 1)
  }

  /// The last names of the attributes of a declaration.
  /// The attributes of a declaration that speak of keys and versions.
  func notes(on node: Int32) -> [String] {
    var found: [String] = []
    for list in cs.children(node) where cs.kind(list) == .attributeList {
      for attribute in cs.children(list) where cs.kind(attribute) == .attribute {
        if let note = Owner.note(cs.text(attribute)) { found.append(note) }
      }
    }
    return found
  }

  private func marks(of node: Int32) -> [String] {
    var found: [String] = []
    for list in cs.children(node) where cs.kind(list) == .attributeList {
      for attribute in cs.children(list) where cs.kind(attribute) == .attribute {
        let name = cs.child(attribute, cs.fields.name).map { cs.text($0) } ?? ""
        if let last = name.split(separator: ".").last { found.append(String(last)) }
      }
    }
    return found
  }

  /// The container whose body stands between the braces of a node.
  private func container(_ name: String, around braces: Int32, in whole: Int32, parent: Int?) -> Container {
    let outer = cs.range(whole)
    let inner = cs.range(braces)
    let start = min(inner.lowerBound + 1, inner.upperBound)
    // While it is typed, nothing may close it.
    let contentEnd = cs.children(braces).reduce(start) { max($0, cs.range($1).upperBound) }
    let isClosed = contentEnd < inner.upperBound && cs.source.slice(inner).last == UInt8(ascii: "}")
    let end = max(start, isClosed ? inner.upperBound - 1 : inner.upperBound)
    return Container(
      parent: parent,
      name: name,
      head: outer.lowerBound..<max(outer.lowerBound, start),
      body: start..<end,
      tail: end..<max(end, outer.upperBound),
      owner: nil
    )
  }

  // MARK: - Members

  private mutating func add(member node: Int32, in container: Int?, _ prefix: String) {
    // What is declared only, somebody else does.
    guard cs.body(of: node) != nil else { return }
    let isStatic = cs.has(modifier: "static", in: node)
    var kind: UnitKind = isStatic ? .function : .method
    switch cs.kind(node) {
    case .constructor: kind = .initializer
    case .operatorDeclaration, .conversion: kind = .function
    default: if isTest(node) { kind = .test }
    }
    let (name, nameRange) = self.name(of: node)
    add(node, name, nameRange, kind, in: container, prefix)
  }

  private func isTest(_ node: Int32) -> Bool {
    for list in cs.children(node) {
      guard cs.kind(list) == .attributeList else { break }
      for attribute in cs.children(list) where cs.kind(attribute) == .attribute {
        if CSharpTests.isTest(attribute: attribute, cs) { return true }
      }
    }
    return false
  }

  private func name(of node: Int32) -> (String, Range<Int>) {
    switch cs.kind(node) {
    case .operatorDeclaration:
      let sign = cs.child(node, cs.fields.operator)
      return ("operator " + (sign.map { cs.text($0) } ?? ""), sign.map(cs.range) ?? cs.range(node).prefix(1))
    case .conversion:
      let type = cs.child(node, cs.fields.type)
      return ("operator " + (type.map { cs.text($0) } ?? ""), type.map(cs.range) ?? cs.range(node).prefix(1))
    case .indexer: return ("this[]", cs.first(.this, in: node).map(cs.range) ?? cs.range(node).prefix(1))
    case .destructor:
      let name = cs.child(node, cs.fields.name)
      return ("~" + (name.map { cs.text($0) } ?? ""), name.map(cs.range) ?? cs.range(node).prefix(1))
    default:
      guard let name = cs.child(node, cs.fields.name) else { return ("", cs.range(node).prefix(1)) }
      return (cs.text(name), cs.range(name))
    }
  }

  /// A property whose code stands behind an arrow is a unit; one with accessors holds a unit for each with code.
  private mutating func add(property node: Int32, in container: Int?, type: Int?, _ prefix: String) {
    let isStatic = cs.has(modifier: "static", in: node)
    let (name, nameRange) = self.name(of: node)
    guard let list = cs.child(node, cs.fields.accessors) ?? cs.first(.accessorList, in: node) else {
      let value = cs.child(node, cs.fields.value) ?? cs.first(.arrow, in: node)
      guard let value, cs.kind(value) == .arrow else { return }
      add(node, name, nameRange, isStatic ? .function : .method, in: container, prefix)
      return
    }
    if let value = cs.child(node, cs.fields.value), cs.kind(value) != .arrow {
      if isAction(value) { acts = true }
      if isStatic, let name = cs.child(node, cs.fields.name) {
        values.append((name, cs.child(node, cs.fields.type), value))
      }
    }
    let accessors = cs.children(list).filter { cs.kind($0) == .accessor && cs.body(of: $0) != nil }
    guard !accessors.isEmpty else { return }
    outline.containers.append(self.container(name, around: list, in: node, parent: container))
    let inner = outline.containers.count - 1
    if let type { members.append((inner, type)) }
    for accessor in accessors {
      let word = cs.child(accessor, cs.fields.name).map(cs.range) ?? cs.range(accessor).prefix(3)
      add(accessor, name, word, isStatic ? .function : .method, in: inner, prefix)
    }
  }

  private mutating func add(field node: Int32) {
    guard let declaration = cs.first(.variableDeclaration, in: node) else { return }
    let isShared = cs.has(modifier: "static", in: node) || cs.has(modifier: "const", in: node)
    let type = cs.child(declaration, cs.fields.type)
    for declarator in cs.children(declaration) where cs.kind(declarator) == .declarator {
      guard let name = cs.child(declarator, cs.fields.name) else { continue }
      let value = cs.lastPart(declarator).flatMap { $0 == name ? nil : $0 }
      if isShared { values.append((name, type, value)) }
      if let value, isAction(value) { acts = true }
    }
  }

  mutating func add(
    _ node: Int32,
    _ name: String,
    _ nameRange: Range<Int>,
    _ kind: UnitKind,
    in container: Int?,
    _ prefix: String,
    range: Range<Int>? = nil
  ) {
    let range = range ?? cs.range(node)
    outline.units.append(
      UnitSpan(
        node: node,
        range: range,
        nameRange: nameRange.clamped(to: range),
        name: name,
        qualifiedName: prefix + name,
        kind: kind,
        container: container
      )
    )
  }

  // MARK: - Code at top level

  private mutating func add(statement node: Int32, in container: Int?, _ prefix: String) {
    guard let statement = cs.firstPart(node) else {
      acts = acts || cs[node].hasError
      return
    }
    switch cs.kind(statement) {
    case .localFunction: add(function: statement, in: container, prefix)
    case .localDeclaration:
      guard let declaration = cs.first(.variableDeclaration, in: statement) else { return }
      for declarator in cs.children(declaration) where cs.kind(declarator) == .declarator {
        guard let name = cs.child(declarator, cs.fields.name) else { continue }
        let value = cs.lastPart(declarator).flatMap { $0 == name ? nil : $0 }
        values.append((name, cs.child(declaration, cs.fields.type), value))
      }
      acts = true
    case .empty: break
    case .expressionStatement:
      acts = true
      if let expression = cs.firstPart(statement) { closures(in: expression, container, prefix) }
    default: acts = true
    }
  }

  private mutating func add(function node: Int32, in container: Int?, _ prefix: String) {
    let (name, nameRange) = self.name(of: node)
    add(node, name, nameRange, .function, in: container, prefix)
    guard container == nil, !name.isEmpty else { return }
    outline.environment.names[name] = .function(isAsync: cs.has(modifier: "async", in: node))
  }

  /// The functions with a block for a body that a call at top level is given: `app.MapGet("/orders", …)`.
  private mutating func closures(in expression: Int32, _ container: Int?, _ prefix: String) {
    var call = cs.unwrap(expression)
    for _ in 0..<60 {
      if cs.kind(call) == .await, let inner = cs.firstPart(call) { call = cs.unwrap(inner) }
      guard cs.kind(call) == .call, let callee = cs.child(call, cs.fields.function) else { return }
      for argument in cs.arguments(of: call) {
        guard let value = cs.value(ofArgument: argument), cs.isFunction(value), let body = cs.body(of: value),
          cs.kind(body) == .block
        else { continue }
        add(value, label(callee, call), cs.range(callee), .closure, in: container, prefix, range: cs.range(expression))
        return
      }
      guard let member = cs.member(callee) else { return }
      call = cs.unwrap(member.object)
    }
  }

  /// The callee, and the first string that it is given: `app.MapGet("/orders")`.
  private func label(_ callee: Int32, _ call: Int32) -> String {
    var text = cs.isDotted(callee) ? cs.dotted(callee) : cs.member(callee).map { "." + cs.text($0.name) } ?? ""
    if text.utf8.count > 60 { text = cs.names(callee).last.map { "." + cs.text($0) } ?? text }
    guard let first = cs.arguments(of: call).first.flatMap({ cs.value(ofArgument: $0) }), cs.kind(first) == .string
    else { return text }
    let string = cs.range(first)
    return text + "(" + cs.source.text(string.lowerBound..<min(string.upperBound, string.lowerBound + 100)) + ")"
  }

  /// Whether a value that a field starts with does something: calls, or makes an object that is no empty collection.
  private func isAction(_ value: Int32) -> Bool {
    var at = value
    let end = cs.next(value)
    while at < end {
      switch cs.kind(at) {
      case .call, .await, .throwExpression: return true
      case .new, .implicitNew:
        if !cs.arguments(of: at).isEmpty || cs.has(.initializer, in: at) { return true }
      case .lambda, .anonymousMethod:
        at = cs.next(at)
        continue
      default: break
      }
      at &+= 1
    }
    return false
  }

  // MARK: - Reading further

  mutating func set(_ value: TopLevelName, for name: String) { outline.environment.names[name] = value }

  mutating func set(_ owner: Owner, ofContainer index: Int) { outline.containers[index].owner = owner }
}
