import Behaviour
import TreeSitter

/// Reads what stands where in a file. One walk over its statements, one look at each of its nodes for comments and for
/// what does not parse, and one look into each type for its fields.
struct RubyOutline {
  let rb: RubySyntax
  let ruby: RubyGrammar
  var outline = Outline()
  /// Values that constants are given, in reading order: the name and the value.
  var values: [(name: Int32, value: Int32)] = []
  /// By container: its node, and what it is.
  var places: [Place] = []
  /// The methods of the file with the containers they stand in.
  var methods: [(node: Int32, container: Int?)] = []
  var testCaseNames: Set<String> = []

  struct Place {
    let node: Int32
    var kind: Kind
    /// Whether its methods belong to the type, not to an object of it.
    var isStatic = false
    var isTestCase = false

    enum Kind {
      case type, module, group
    }
  }

  /// Where a statement stands.
  struct Surroundings {
    var container: Int?
    var prefix = ""
    var depth = 0
  }

  static let depthLimit = 100

  init(source: Source, ruby: RubyGrammar) {
    rb = RubySyntax(source, ruby)
    self.ruby = ruby
  }

  mutating func read() -> Outline {
    outline.traits = RubyOutline.traits(of: rb.source)
    lookForTests()
    walk(0, Surroundings())
    resolveMethods()
    resolveValues()
    resolveOwners()
    resolveResults()
    outline.lookAtEveryNode(of: rb) { kind, _, node in
      kind == .comment ? node.bytes : nil
    }
    if outline.units.contains(where: { $0.kind == .test }) { outline.traits.insert(.test) }
    if acts() { outline.units.append(.module(of: rb.source)) }
    return outline
  }

  /// A file that loads a test framework is one of tests.
  private mutating func lookForTests() {
    for node in rb.children(0) where rb.kind(node) == .call {
      guard let name = rb.methodName(node), rb.isBare(node) else { continue }
      guard rb.isText(name, "require") || rb.isText(name, "require_relative"),
        let path = rb.givenArguments(node).first.flatMap(rb.constantText)
      else { continue }
      if RubyTests.isTesting(library: path) { outline.traits.insert(.test) }
    }
  }

  // MARK: - Statements

  mutating func walk(_ parent: Int32, _ around: Surroundings) {
    guard around.depth < RubyOutline.depthLimit else { return }
    var around = around
    around.depth += 1
    for node in rb.children(parent) { statement(node, around) }
  }

  private mutating func statement(_ node: Int32, _ around: Surroundings) {
    switch rb.kind(node) {
    case .method, .singletonMethod: add(method: node, node, around)
    case .class, .module: add(type: node, around)
    case .singletonClass: add(singleton: node, around)
    case .call: call(node, around)
    case .identifier:
      if let container = around.container, rb.isText(node, "module_function") { places[container].isStatic = true }
    case .assignment: assignment(node, around)
    case .if, .unless, .elsif, .else, .then, .begin, .bodyStatement, .rescue, .ensure, .do, .case, .when, .blockBody,
      .ifModifier, .unlessModifier, .while, .until, .for:
      walk(node, around)
    default:
      // In text that does not parse stands much that does.
      if rb[node].isError { walk(node, around) }
    }
  }

  mutating func call(_ node: Int32, _ around: Surroundings) {
    if RubyOutline.isDeclaration(node, in: rb) {
      declaration(node, around, whole: node)
      return
    }
    guard let block = rb.child(node, rb.fields.block) else { return }
    if outline.traits.contains(.test) || isExplicitGroup(node), let test = RubyTestCall(node, in: rb) {
      outline.traits.insert(.test)
      add(test, around)
    } else if RubyOutline.isGroup(node, in: rb) {
      let name = rb.givenArguments(node).first.flatMap { label($0) } ?? ""
      add(group: node, block, name, owner: around.container.flatMap { outline.containers[$0].owner }, around)
    } else if let name = rb.methodName(node), !RubyOutline.inlined.contains(rb.range(name), in: rb.source) {
      let text = label(ofCall: node, name)
      append(node, rb.range(node), nameRange: rb.range(name), text, .closure, around)
    }
  }

  /// `private def charge`, `extend self`: what is declared with a definition for an argument.
  private mutating func declaration(_ node: Int32, _ around: Surroundings, whole: Int32) {
    guard around.depth < RubyOutline.depthLimit else { return }
    var inner = around
    inner.depth += 1
    for part in rb.givenArguments(node) {
      switch rb.kind(part) {
      case .method, .singletonMethod: add(method: part, whole, inner)
      case .call: if RubyOutline.isDeclaration(part, in: rb) { declaration(part, inner, whole: whole) }
      case .selfWord:
        if let container = around.container, let name = rb.methodName(node), rb.isText(name, "extend") {
          places[container].isStatic = true
        }
      default: continue
      }
    }
  }

  /// `RSpec.describe "…" do`, `describe Order do`: nothing else is written so.
  private func isExplicitGroup(_ node: Int32) -> Bool {
    guard let name = rb.methodName(node) else { return false }
    if let receiver = rb.child(node, rb.fields.receiver) { return rb.isText(receiver, "RSpec") }
    return rb.isText(name, "describe") && !rb.givenArguments(node).isEmpty
  }

  private mutating func assignment(_ node: Int32, _ around: Surroundings) {
    guard let left = rb.child(node, rb.fields.left), rb.kind(left) == .constant,
      let right = rb.child(node, rb.fields.right).map(rb.unwrap)
    else { return }
    // `Point = Struct.new(:x, :y) do … end`, `Failure = Class.new(StandardError)`.
    if rb.kind(right) == .call, let receiver = rb.child(right, rb.fields.receiver),
      rb.isText(receiver, "Struct") || rb.isText(receiver, "Class") || rb.isText(receiver, "Data")
        || rb.isText(receiver, "Module")
    {
      let name = rb.text(left)
      outline.environment.names[name] = .type
      if let block = rb.child(right, rb.fields.block) {
        add(group: node, block, name, owner: Owner(name: around.prefix + name), around)
      }
      return
    }
    values.append((left, right))
  }

  // MARK: - Units

  mutating func add(method: Int32, _ whole: Int32, _ around: Surroundings) {
    guard let name = rb.child(method, rb.fields.name) else { return }
    let text = rb.text(name)
    methods.append((method, around.container))
    append(method, rb.range(whole), nameRange: rb.range(name), text, kind(of: method, text, around), around)
    guard around.container == nil, outline.environment.names[text] == nil else { return }
    outline.environment.names[text] = .function(isAsync: false)
  }

  func kind(of method: Int32, _ name: String, _ around: Surroundings) -> UnitKind {
    guard let container = around.container, outline.containers[container].owner != nil else { return .function }
    if rb.kind(method) == .singletonMethod || places[container].isStatic { return .function }
    if RubyTests.isTest(name), places[container].isTestCase { return .test }
    return name == "initialize" ? .initializer : .method
  }

  mutating func add(_ test: RubyTestCall, _ around: Surroundings) {
    let name = rb.methodName(test.call)
    let word = name.map(rb.text) ?? ""
    let title = test.title.flatMap { label($0) }
    switch test.role {
    case .group: add(group: test.call, test.block, title ?? "", owner: nil, around)
    case .test, .fixture:
      let text = test.role == .test ? title ?? word : title.map { "\(word)(\($0))" } ?? word
      let range = test.title.map(rb.range) ?? name.map(rb.range) ?? rb.range(test.call)
      append(test.call, rb.range(test.call), nameRange: range, text, test.role == .test ? .test : .closure, around)
    }
  }

  mutating func append(
    _ node: Int32,
    _ range: Range<Int>,
    nameRange: Range<Int>,
    _ name: String,
    _ kind: UnitKind,
    _ around: Surroundings
  ) {
    outline.units.append(
      UnitSpan(
        node: node,
        range: range,
        nameRange: nameRange.clamped(to: range),
        name: name,
        qualifiedName: around.prefix + name,
        kind: kind,
        container: around.container
      )
    )
  }

  /// What names a test, a group or a task: its text, else the expression as written.
  private func label(_ node: Int32) -> String? {
    if let text = rb.constantText(node) { return String(text.prefix(300)) }
    if rb.kind(node) == .pair { return rb.child(node, rb.fields.key).flatMap { rb.constantText($0) ?? rb.text($0) } }
    let bytes = rb.range(rb.kind(node) == .string ? node : node)
    let end = min(bytes.upperBound, bytes.lowerBound + 200)
    let inner = rb.kind(node) == .string ? rb.inner(node).prefix(200) : bytes.lowerBound..<end
    return rb.source.text(inner)
  }

  /// The callee, and the first text that it is given: `get("/orders")`.
  private func label(ofCall node: Int32, _ name: Int32) -> String {
    let word = rb.text(name)
    guard let first = rb.givenArguments(node).first else { return word }
    switch rb.kind(first) {
    case .string: return word + "(\"" + (label(first) ?? "").prefix(100) + "\")"
    case .simpleSymbol: return word + "(:" + (label(first) ?? "").prefix(100) + ")"
    case .pair, .hashKeySymbol: return word + "(" + (label(first) ?? "").prefix(100) + ")"
    default: return word
    }
  }

  // MARK: - Filling in

  mutating func set(_ value: TopLevelName, for name: String) { outline.environment.names[name] = value }

  mutating func set(_ owner: Owner, ofContainer index: Int) { outline.containers[index].owner = owner }
}
