import Behaviour
import TreeSitter

/// Reads what stands where in a file. One walk over its definitions, one look at each of its nodes for comments and for
/// what does not parse, and one look into each type for its fields.
struct KotlinOutline {
  let kt: KotlinSyntax
  let kotlin: KotlinGrammar
  private(set) var outline = Outline()
  /// Values that names of the file are given, in reading order.
  private(set) var values: [Int32] = []
  /// By container: the type's node, -1 for what is no type.
  private(set) var types: [Int32] = []
  /// Packages that are imported whole.
  private var packages: [String] = []

  static let depthLimit = 100

  init(source: Source, kotlin: KotlinGrammar) {
    kt = KotlinSyntax(source, kotlin)
    self.kotlin = kotlin
  }

  mutating func read() -> Outline {
    outline.traits = KotlinOutline.traits(of: kt.source)
    walk(0, in: nil, prefix: "", depth: 0)
    for package in packages {
      for name in KotlinPackages.names(in: package) where outline.environment.names[name] == nil {
        outline.environment.names[name] = .imported(package + "." + name)
      }
      for name in KotlinPackages.bareFunctions(in: package) where outline.environment.names[name] == nil {
        outline.environment.names[name + KotlinPackages.bareMark] = .imported(package + "." + name)
      }
    }
    resolveValues()
    resolveOwners()
    outline.lookAtEveryNode(of: kt) { kind, _, node in
      kind == .lineComment || kind == .blockComment ? node.bytes : nil
    }
    if outline.units.contains(where: { $0.kind == .test }) { outline.traits.insert(.test) }
    if acts() { outline.units.append(.module(of: kt.source)) }
    return outline
  }

  // MARK: - Definitions

  mutating func walk(_ parent: Int32, in container: Int?, prefix: String, depth: Int) {
    guard depth < KotlinOutline.depthLimit else { return }
    for node in kt.children(parent) {
      switch kt.kind(node) {
      case .function: add(function: node, in: container, prefix)
      case .class, .object, .companion: add(type: node, in: container, prefix, depth)
      case .importList: for header in kt.children(node) where kt.kind(header) == .import { add(import: header) }
      case .import: add(import: node)
      case .property:
        if container == nil { values.append(node) }
        add(accessorsOf: node, in: container, prefix)
      case .initializer: if container != nil { add(initializer: node, in: container, prefix) }
      case .secondaryConstructor: if container != nil { add(constructor: node, in: container, prefix) }
      case .typeAlias:
        if let name = kt.first(.typeName, in: node) { define(kt.bareText(name), .type) }
      case .statements: walk(node, in: container, prefix: prefix, depth: depth + 1)
      default:
        // In text that does not parse stands much that does.
        if kt[node].isError { walk(node, in: container, prefix: prefix, depth: depth + 1) }
      }
    }
  }

  private mutating func define(_ name: String, _ value: TopLevelName) {
    guard !name.isEmpty, outline.environment.names[name] == nil else { return }
    outline.environment.names[name] = value
  }

  private mutating func add(function: Int32, in container: Int?, _ prefix: String) {
    guard let name = kt.first(.identifier, in: function) else { return }
    let text = kt.bareText(name)
    if container == nil || KotlinGlobals.read.contains(text) {
      define(text, .function(isAsync: kt.has(modifier: "suspend", on: function)))
    }
    // What is only declared does nothing.
    guard kt.has(.functionBody, in: function) else { return }
    outline.units.append(
      UnitSpan(
        node: function,
        range: kt.range(function),
        nameRange: kt.range(name),
        name: text,
        qualifiedName: prefix + text,
        kind: kind(of: function, text, in: container),
        container: container
      )
    )
  }

  private func kind(of function: Int32, _ name: String, in container: Int?) -> UnitKind {
    for annotation in kt.annotations(of: function) {
      if let word = kt.annotationName(annotation), KotlinTests.annotations.contains(kt.text(word)) { return .test }
    }
    guard let container else { return .function }
    if name.hasPrefix("test"), isTestCase(types[container]) { return .test }
    return kt.kind(types[container]) == .companion ? .function : .method
  }

  /// Whether a type derives from JUnit 3's test case.
  private func isTestCase(_ type: Int32) -> Bool {
    kt.children(type).contains { kt.kind($0) == .delegation && baseName(of: $0).hasSuffix("TestCase") }
  }

  func baseName(of delegation: Int32) -> String {
    guard let part = kt.firstPart(delegation) else { return "" }
    let type = kt.kind(part) == .constructorInvocation ? kt.first(.userType, in: part) ?? part : part
    return kt.children(type).filter { kt.kind($0) == .typeName }.last.map { kt.text($0) } ?? ""
  }

  private mutating func add(accessorsOf property: Int32, in container: Int?, _ prefix: String) {
    let accessors = kt.accessors(of: property)
    guard let last = accessors.last, let variable = kt.first(.variable, in: property),
      let name = kt.first(.identifier, in: variable)
    else { return }
    let start = kt.range(property).lowerBound
    let isStatic = container.map { kt.kind(types[$0]) == .companion } ?? true
    outline.units.append(
      UnitSpan(
        node: property,
        range: start..<max(kt.range(property).upperBound, kt.range(last).upperBound),
        nameRange: kt.range(name),
        name: kt.bareText(name),
        qualifiedName: prefix + kt.bareText(name),
        kind: isStatic ? .function : .method,
        container: container
      )
    )
  }

  private mutating func add(initializer node: Int32, in container: Int?, _ prefix: String) {
    let start = kt.range(node).lowerBound
    outline.units.append(
      UnitSpan(
        node: node,
        range: kt.range(node),
        nameRange: start..<start + 4,
        name: "init",
        qualifiedName: prefix + "init",
        kind: .initializer,
        container: container
      )
    )
  }

  private mutating func add(constructor node: Int32, in container: Int?, _ prefix: String) {
    guard kt.has(.statements, in: node) else { return }
    let start = kt.range(node).lowerBound
    let head = kt.first(.parameters, in: node).map { kt.range($0).lowerBound } ?? start + 11
    let word = max(start, min(head, kt.range(node).upperBound) - 11)
    outline.units.append(
      UnitSpan(
        node: node,
        range: kt.range(node),
        nameRange: word..<max(word, head),
        name: "constructor",
        qualifiedName: prefix + "constructor",
        kind: .initializer,
        container: container
      )
    )
  }

  private mutating func add(import header: Int32) {
    switch kt.imported(header) {
    case .name(let name, let path): outline.environment.names[name] = .imported(path)
    case .all(let package): packages.append(package)
    case nil: return
    }
  }

  // MARK: - Types

  private mutating func add(type: Int32, in container: Int?, _ prefix: String, _ depth: Int) {
    let isCompanion = kt.kind(type) == .companion
    let name = kt.first(.typeName, in: type).map { kt.bareText($0) } ?? ""
    if !isCompanion { define(name, .type) }
    let inner = isCompanion ? prefix : prefix + name + "."
    if let spec = spec(in: type) {
      let index = add(
        container: name,
        type,
        in: container,
        body: kt.bodyRange(spec),
        owner: kt.owner(prefix + name, of: type)
      )
      walkSpec(spec, in: index, prefix: inner, depth: depth + 1)
      return
    }
    guard let body = kt.body(ofType: type) else { return }
    let index = add(
      container: isCompanion && name.isEmpty ? "Companion" : name,
      type,
      in: container,
      body: kt.bodyRange(body),
      owner: kt.owner(isCompanion ? String(inner.dropLast()) : prefix + name, of: type)
    )
    let isSpec = kt.children(type).contains { kt.kind($0) == .delegation && KotlinTests.isSpec(base: baseName(of: $0)) }
    let holder = kt.kind(body) == .lambda ? kt.first(.statements, in: body) ?? body : body
    guard isSpec else { return walk(holder, in: index, prefix: inner, depth: depth + 1) }
    for member in kt.children(holder) {
      if kt.kind(member) == .initializer {
        let around = add(container: "init", member, in: index, body: kt.bodyRange(member), owner: nil)
        walkSpec(member, in: around, prefix: inner, depth: depth + 1)
      } else if kt.kind(member) == .function {
        add(function: member, in: index, inner)
      }
    }
  }

  mutating func add(container name: String, _ node: Int32, in parent: Int?, body: Range<Int>, owner: Owner?) -> Int {
    let bytes = kt.range(node)
    let start = min(max(body.lowerBound, bytes.lowerBound), bytes.upperBound)
    let end = min(max(body.upperBound, start), bytes.upperBound)
    outline.containers.append(
      Container(
        parent: parent,
        name: name,
        head: bytes.lowerBound..<start,
        body: start..<end,
        tail: end..<bytes.upperBound,
        owner: owner
      )
    )
    types.append(owner == nil ? -1 : node)
    return outline.containers.count - 1
  }

  // MARK: - Code at top level

  /// Whether anything but definitions, imports and constants stands outside of functions, or might.
  private func acts() -> Bool {
    var at: Int32 = 0
    let end = Int32(truncatingIfNeeded: kt.nodes.count)
    while at < end {
      let node = kt[at]
      switch kt.kinds[node.kind] {
      case .function, .secondaryConstructor, .initializer, .getter, .setter, .modifiers, .primaryConstructor,
        .delegation, .fileAnnotation, .importList, .package:
        at = node.hasError ? at &+ 1 : node.next
      case .call:
        if let callee = kt.firstPart(at), kt.kind(callee) == .identifier, KotlinOutline.isCollection(kt.text(callee)) {
          at &+= 1
        } else {
          return true
        }
      case .for, .while, .doWhile, .if, .when, .try, .jump, .assignment, .postfix: return true
      default:
        if node.isError || node.isMissing { return true }
        at &+= 1
      }
    }
    return false
  }

  private static func isCollection(_ name: String) -> Bool {
    name.hasSuffix("Of") || name.hasPrefix("empty") || name == "listOfNotNull"
  }

  // MARK: - Reading further

  mutating func append(_ unit: UnitSpan) { outline.units.append(unit) }

  mutating func set(_ value: TopLevelName, for name: String) { outline.environment.names[name] = value }

  mutating func set(_ owner: Owner, ofContainer index: Int) { outline.containers[index].owner = owner }
}
