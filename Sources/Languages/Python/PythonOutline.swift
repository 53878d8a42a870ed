import Behaviour
import TreeSitter

/// Reads what stands where in a file. One walk over its statements, one look at each of its nodes for comments and for
/// what does not parse, and one look into each type for its fields.
struct PythonOutline {
  let py: PythonSyntax
  let python: PythonGrammar
  private(set) var outline = Outline()
  /// Values that names of the file are given, in reading order.
  private(set) var values: [Value] = []
  /// By container: the type's node.
  private(set) var types: [Int32] = []
  /// By container: whether what it derives from makes it a test case.
  private var testCases: [Bool] = []
  private var testCaseNames: Set<String> = []
  /// Whether a name alone makes a function of this file a test.
  private var holdsTests = false

  struct Value {
    let name: Int32
    let declared: Int32?
    let value: Int32?
  }

  static let depthLimit = 100

  init(source: Source, python: PythonGrammar) {
    py = PythonSyntax(source, python)
    self.python = python
  }

  mutating func read() -> Outline {
    outline.traits = PythonOutline.traits(of: py.source)
    holdsTests = outline.traits.contains(.test)
    walk(0, in: nil, prefix: "", depth: 0)
    resolveValues()
    resolveOwners()
    outline.lookAtEveryNode(of: py) { kind, _, node in
      kind == .comment ? node.bytes : nil
    }
    if outline.units.contains(where: { $0.kind == .test }) { outline.traits.insert(.test) }
    if acts() { outline.units.append(.module(of: py.source)) }
    return outline
  }

  // MARK: - Statements

  private mutating func walk(_ parent: Int32, in container: Int?, prefix: String, depth: Int) {
    guard depth < PythonOutline.depthLimit else { return }
    for node in py.children(parent) {
      switch py.kind(node) {
      case .function: add(function: node, node, in: container, prefix)
      case .class: add(type: node, node, in: container, prefix, depth)
      case .decorated:
        let definition = py.definition(node)
        if py.kind(definition) == .function {
          add(function: definition, node, in: container, prefix)
        } else if py.kind(definition) == .class {
          add(type: definition, node, in: container, prefix, depth)
        }
      case .import, .importFrom: if container == nil { add(imports: node) }
      case .assignment: if container == nil { add(values: node) }
      case .if:
        if container == nil, isMain(node) { outline.traits.insert(.script) }
        walk(node, in: container, prefix: prefix, depth: depth + 1)
      case .try, .with, .for, .while, .match, .block, .elifClause, .elseClause, .exceptClause, .finallyClause,
        .caseClause:
        walk(node, in: container, prefix: prefix, depth: depth + 1)
      default:
        // In text that does not parse stands much that does.
        if py[node].isError { walk(node, in: container, prefix: prefix, depth: depth + 1) }
      }
    }
  }

  private mutating func add(function: Int32, _ whole: Int32, in container: Int?, _ prefix: String) {
    let name = py.child(function, py.fields.name)
    let text = name.map { py.source.text(py.range($0)) } ?? ""
    outline.units.append(
      UnitSpan(
        node: whole,
        range: py.range(whole),
        nameRange: name.map(py.range) ?? py.range(function).prefix(3),
        name: text,
        qualifiedName: prefix + text,
        kind: kind(of: text, in: container),
        container: container
      )
    )
    guard container == nil, !text.isEmpty, outline.environment.names[text] == nil else { return }
    outline.environment.names[text] = .function(isAsync: py.has(.async, in: function))
  }

  private func kind(of name: String, in container: Int?) -> UnitKind {
    guard let container else { return holdsTests && PythonTests.isTest(name) ? .test : .function }
    if name.hasPrefix("test"), testCases[container] || holdsTests && PythonTests.isTest(name) {
      return .test
    }
    return name == "__init__" ? .initializer : .method
  }

  private mutating func add(type: Int32, _ whole: Int32, in container: Int?, _ prefix: String, _ depth: Int) {
    let name = py.child(type, py.fields.name).map { py.source.text(py.range($0)) } ?? ""
    if container == nil, !name.isEmpty, outline.environment.names[name] == nil {
      outline.environment.names[name] = .type
    }
    guard let body = py.child(type, py.fields.body) else { return }
    let bytes = py.range(whole)
    let start = py.range(body).lowerBound
    outline.containers.append(
      Container(
        parent: container,
        name: name,
        head: bytes.lowerBound..<max(bytes.lowerBound, start),
        body: start..<max(start, bytes.upperBound),
        tail: bytes.upperBound..<bytes.upperBound,
        owner: Owner(name: prefix + name)
      )
    )
    types.append(type)
    let isTestCase = isTestCase(type)
    testCases.append(isTestCase)
    if isTestCase { testCaseNames.insert(name) }
    walk(body, in: outline.containers.count - 1, prefix: prefix + name + ".", depth: depth + 1)
  }

  /// Whether a type derives from a test case, of a framework or of this file.
  private func isTestCase(_ type: Int32) -> Bool {
    guard let list = py.child(type, py.fields.superclasses) else { return false }
    return py.parts(list).contains { base in
      guard let last = py.isDotted(base) ? py.names(base).last : nil else { return false }
      let name = py.source.text(py.range(last))
      return PythonTests.isTestCase(base: name) || testCaseNames.contains(name)
    }
  }

  private mutating func add(imports node: Int32) {
    for imported in py.imports(node) {
      if imported.path == "pytest" || imported.path.hasPrefix("pytest.") { holdsTests = true }
      // The first wins: a second is what is taken where the first is not installed.
      if case .imported = outline.environment.names[imported.name] { continue }
      outline.environment.names[imported.name] = .imported(imported.path)
    }
  }

  private mutating func add(values node: Int32) {
    var names: [Int32] = []
    var declared: Int32?
    var value: Int32? = node
    while let link = value, py.kind(link) == .assignment {
      if let left = py.child(link, py.fields.left) { names.append(py.unwrap(left)) }
      declared = declared ?? py.child(link, py.fields.type)
      value = py.child(link, py.fields.right)
    }
    for name in names {
      switch py.kind(name) {
      case .identifier: values.append(Value(name: name, declared: declared, value: value))
      case .patternList, .tuplePattern, .listPattern, .tuple, .list:
        for part in py.parts(name) where py.kind(part) == .identifier {
          values.append(Value(name: part, declared: nil, value: nil))
        }
      default: continue
      }
    }
  }

  /// `if __name__ == "__main__"`.
  private func isMain(_ node: Int32) -> Bool {
    guard let condition = py.child(node, py.fields.condition), py.kind(condition) == .comparison else { return false }
    return py.parts(condition).contains { py.isText($0, "__name__") }
  }

  // MARK: - Code at top level

  /// Whether anything but definitions, imports and constants stands outside of functions, or might.
  private func acts() -> Bool {
    var at: Int32 = 0
    let end = Int32(truncatingIfNeeded: py.nodes.count)
    while at < end {
      let node = py[at]
      switch py.kinds[node.kind] {
      case .function: at = node.next
      case .lambda, .decorator: at = node.hasError ? at &+ 1 : node.next
      case .call, .raise, .assert, .delete, .for, .while, .with, .await, .yield, .augmentedAssignment, .print, .exec,
        .listComprehension, .setComprehension, .dictionaryComprehension, .generator, .match:
        return true
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
