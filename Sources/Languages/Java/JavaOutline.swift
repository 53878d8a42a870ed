import Behaviour
import TreeSitter

/// Reads what stands where in a file: one walk over its types and their members, one look at each of its nodes for
/// comments and for what does not parse, and one look into each type for its fields.
struct JavaOutline {
  let syntax: JavaSyntax
  let java: JavaGrammar
  private(set) var outline = Outline()
  /// By container: the type's node.
  private(set) var types: [Int32] = []
  /// By container: whether its methods are tests by their names, or because the type says so.
  private var testing: [JavaTests.Testing] = []
  /// Types of this file whose methods are tests by their names.
  private var testCaseNames: Set<String> = []
  private var packageName = ""
  private var hasWildcard = false

  /// How deep types may nest.
  static let depthLimit = 40

  init(source: Source, java: JavaGrammar) {
    syntax = JavaSyntax(source, java)
    self.java = java
  }

  mutating func read() -> Outline {
    outline.traits = JavaOutline.traits(of: syntax.source)
    walk(0, in: nil, prefix: "", depth: 0)
    if !packageName.isEmpty, !hasWildcard { set(.imported(packageName), for: JavaNames.packageKey) }
    resolveOwners()
    outline.lookAtEveryNode(of: syntax) { kind, _, node in
      kind == .lineComment || kind == .blockComment ? node.bytes : nil
    }
    if outline.units.contains(where: { $0.kind == .test }) { outline.traits.insert(.test) }
    if acts() { outline.units.append(.module(of: syntax.source)) }
    return outline
  }

  // MARK: - Declarations

  private mutating func walk(_ parent: Int32, in container: Int?, prefix: String, depth: Int) {
    guard depth < JavaOutline.depthLimit else { return }
    for node in syntax.children(parent) {
      switch syntax.kind(node) {
      case .package: packageName = syntax.firstPart(node).map { syntax.dotted($0) } ?? ""
      case .import: add(import: node)
      case .class, .interface, .enum, .record, .annotationType: add(type: node, in: container, prefix, depth)
      case .method, .constructor, .compactConstructor: add(method: node, in: container, prefix)
      case .enumDeclarations: walk(node, in: container, prefix: prefix, depth: depth)
      default:
        // In text that does not parse stands much that does.
        if syntax[node].isError { walk(node, in: container, prefix: prefix, depth: depth + 1) }
      }
    }
  }

  private mutating func add(method node: Int32, in container: Int?, _ prefix: String) {
    // What is only declared does nothing.
    guard syntax.child(node, syntax.fields.body) != nil || syntax[node].hasError else { return }
    let name = syntax.child(node, syntax.fields.name)
    let text = name.map { syntax.text($0) } ?? ""
    let kind = kind(of: node, named: text, in: container)
    if kind == .function || kind == .method { set(.function(isAsync: false), for: text + JavaNames.callMark) }
    if container == nil, text == "main" { outline.traits.insert(.script) }
    outline.units.append(
      UnitSpan(
        node: node,
        range: syntax.range(node),
        nameRange: name.map { syntax.range($0) } ?? syntax.range(node).prefix(3),
        name: text,
        qualifiedName: prefix + text,
        kind: kind,
        container: container
      )
    )
  }

  private func kind(of node: Int32, named name: String, in container: Int?) -> UnitKind {
    if syntax.kind(node) != .method { return .initializer }
    let testing = container.map { self.testing[$0] } ?? .byAnnotation
    if JavaTests.isTest(syntax, node, named: name, testing) { return .test }
    return container == nil || syntax.hasModifier(.static, node) ? .function : .method
  }

  private mutating func add(type: Int32, in container: Int?, _ prefix: String, _ depth: Int) {
    let name = syntax.child(type, syntax.fields.name).map { syntax.text($0) } ?? ""
    if !name.isEmpty, outline.environment.names[name] == nil { set(.type, for: name) }
    guard let body = syntax.child(type, syntax.fields.body) else { return }
    outline.containers.append(self.container(name, type, body, in: container, prefix))
    types.append(type)
    let testing = JavaTests.testing(syntax, type, testCases: testCaseNames)
    self.testing.append(testing)
    if testing == .byName { testCaseNames.insert(name) }
    if let logger = JavaNames.logger(of: syntax, type), outline.environment.names["log"] == nil {
      set(.value(type: logger, certainty: .declaredType), for: "log")
    }
    walk(body, in: outline.containers.count - 1, prefix: prefix + name + ".", depth: depth + 1)
  }

  private func container(_ name: String, _ type: Int32, _ body: Int32, in parent: Int?, _ prefix: String) -> Container {
    let whole = syntax.range(type)
    let braces = syntax.range(body)
    var start = min(braces.lowerBound + 1, braces.upperBound)
    if syntax.kind(body) == .enumBody, let declarations = syntax.first(.enumDeclarations, in: body) {
      // The members of an enum stand behind its constants, and the sign that ends these.
      start = max(start, syntax.range(declarations).lowerBound + 1)
    }
    start = min(start, braces.upperBound)
    // While it is typed, nothing may close it.
    let contentEnd = syntax.children(body).reduce(start) { max($0, syntax.range($1).upperBound) }
    let isClosed = contentEnd < braces.upperBound && syntax.source.slice(braces).last == UInt8(ascii: "}")
    let end = max(start, isClosed ? braces.upperBound - 1 : braces.upperBound)
    return Container(
      parent: parent,
      name: name,
      head: whole.lowerBound..<start,
      body: start..<end,
      tail: end..<max(end, whole.upperBound),
      owner: owner(prefix + name, of: type)
    )
  }

  private mutating func add(import node: Int32) {
    guard let path = syntax.firstPart(node).map({ syntax.dotted($0) }), !path.isEmpty else { return }
    let isStatic = syntax.has(.static, in: node)
    guard syntax.has(.asterisk, in: node) else {
      set(.imported(path), for: String(path.split(separator: ".").last ?? ""))
      return
    }
    if !isStatic { hasWildcard = true }
    for name in isStatic ? JavaNames.members(ofType: path) : JavaNames.types(ofPackage: path)
    where outline.environment.names[name] == nil {
      set(.imported(path + "." + name), for: name)
    }
  }

  // MARK: - Code outside of methods

  /// Whether fields start with more than constants, or code stands in an initializer.
  private func acts() -> Bool {
    var at: Int32 = 0
    let end = Int32(truncatingIfNeeded: syntax.nodes.count)
    while at < end {
      let node = syntax.nodes[Int(at)]
      switch syntax.kinds[node.kind] {
      case .method, .constructor, .compactConstructor, .modifiers: at = node.next
      case .lambda: at = node.hasError ? at &+ 1 : node.next
      case .invocation:
        // Nearly every type has its logger.
        guard let name = syntax.child(at, syntax.fields.name), syntax.isText(name, "getLogger") else { return true }
        at &+= 1
      case .creation, .throw, .assert, .for, .forEach, .while, .do, .if, .switch, .update, .assignment: return true
      default:
        if node.isError || node.isMissing { return true }
        at &+= 1
      }
    }
    return false
  }

  // MARK: - Reading further

  mutating func set(_ value: TopLevelName, for name: String) { outline.environment.names[name] = value }

  mutating func set(_ owner: Owner, ofContainer index: Int) { outline.containers[index].owner = owner }
}
