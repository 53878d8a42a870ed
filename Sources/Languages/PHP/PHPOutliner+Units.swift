import Behaviour
import TreeSitter

extension PHPOutliner {
  mutating func add(
    _ node: Int32,
    _ range: Range<Int>,
    _ name: (text: String, range: Range<Int>),
    _ kind: UnitKind,
    _ around: Surroundings
  ) {
    unitNodes.insert(node)
    outline.units.append(
      UnitSpan(
        node: node,
        range: range,
        nameRange: name.range.clamped(to: range),
        name: name.text,
        qualifiedName: around.prefix + name.text,
        kind: kind,
        container: around.container
      )
    )
  }

  mutating func add(function node: Int32, _ around: Surroundings) {
    let name = php.child(node, php.fields.name)
    let text = name.map(php.text) ?? ""
    add(node, php.range(node), (text, name.map(php.range) ?? php.range(node)), .function, around)
    guard !text.isEmpty, outline.environment.names[text] == nil else { return }
    outline.environment.names[text] = .function(isAsync: false)
  }

  // MARK: - Types

  /// - Parameter statement: with which the type starts and ends.
  mutating func add(type node: Int32, from statement: Int32, _ around: Surroundings) {
    let isAnonymous = php.kind(node) == .anonymousClass
    let name = isAnonymous ? "class" : php.child(node, php.fields.name).map(php.text) ?? ""
    if !name.isEmpty, !isAnonymous, outline.environment.names[name] == nil { outline.environment.names[name] = .type }
    guard let body = php.child(node, php.fields.body) else { return }
    let index = outline.containers.count
    var made = container(name, around: body, in: php.range(statement), around)
    let marks = php.child(node, php.fields.attributes).map { PHPTests.attributes($0, php).map(String.init) } ?? []
    made.owner = Owner(name: around.prefix + name, marks: marks)
    outline.containers.append(made)
    types.append((node, index))
    let isTestCase = isTestCase(node, name)
    if isTestCase { testCaseNames.insert(name) }
    let inner = Surroundings(container: index, prefix: around.prefix + name + ".", depth: around.depth + 1)
    var lead: Int32?
    for member in php.children(body) {
      switch php.kind(member) {
      case .method: add(method: member, lead, isTestCase, inner)
      case .property: hooks(of: member, inner)
      default: break
      }
      lead = php.kind(member) == .comment ? member : nil
    }
  }

  private mutating func add(method node: Int32, _ lead: Int32?, _ isTestCase: Bool, _ around: Surroundings) {
    guard let name = php.child(node, php.fields.name) else { return }
    let text = php.text(name)
    outline.environment.names[around.prefix + text] = .function(isAsync: false)
    // What only declares does nothing.
    guard php.child(node, php.fields.body) != nil else { return }
    let kind: UnitKind
    if isTest(node, text, lead, isTestCase) {
      kind = .test
    } else if text == "__construct" {
      kind = .initializer
    } else {
      kind = php.has(.staticModifier, in: node) ? .function : .method
    }
    add(node, php.range(node), (text, php.range(name)), kind, around)
  }

  private func isTest(_ node: Int32, _ name: String, _ lead: Int32?, _ isTestCase: Bool) -> Bool {
    if let list = php.child(node, php.fields.attributes), PHPTests.attributes(list, php).contains("Test") {
      return true
    }
    guard isTestCase else { return false }
    if PHPTests.isTest(name) { return true }
    guard let lead else { return false }
    return php.source.text(php.range(lead).prefix(400)).contains("@test")
  }

  /// The accessors of a property that do something.
  private mutating func hooks(of property: Int32, _ around: Surroundings) {
    guard let list = php.first(.hookList, in: property),
      let element = php.first(.propertyElement, in: property), let name = php.child(element, php.fields.name)
    else { return }
    let field = String(php.text(name).dropFirst())
    // Parsed alone a hook is none: the property around it is what an edit reads anew.
    let hooks = php.children(list).filter { php.kind($0) == .hook && php.child($0, php.fields.body) != nil }
    guard let first = hooks.first else { return }
    let hook = hooks.first { php.firstPart($0).map { php.isText($0, "set") } ?? false } ?? first
    add(hook, php.range(property), (field, php.range(name)), .method, around)
  }

  /// Whether a type derives from a test case, of a framework or of this file.
  private func isTestCase(_ type: Int32, _ name: String) -> Bool {
    if outline.traits.contains(.test), name.hasSuffix("Test") { return true }
    guard let clause = php.first(.baseClause, in: type), let base = php.firstPart(clause) else { return false }
    let last = String(php.dotted(base).split(separator: ".").last ?? "")
    return PHPTests.isTestCase(base: last) || testCaseNames.contains(last)
  }

  // MARK: - Functions given to calls

  mutating func expressionStatement(_ node: Int32, _ around: Surroundings) {
    guard let first = php.firstPart(node) else { return }
    let expression = php.unwrap(first)
    switch php.kind(expression) {
    case .assignment:
      guard let left = php.child(expression, php.fields.left), php.kind(left) == .variable,
        let right = php.child(expression, php.fields.right)
      else { return }
      values.append((left, right))
      let value = php.unwrap(right)
      if php.isFunction(value), php.child(value, php.fields.body).map({ php.kind($0) == .compound }) == true {
        let name = String(php.text(left).dropFirst())
        add(value, php.range(node), (name, php.range(left)), .function, around)
      }
    case .call, .memberCall, .scopedCall:
      if !test(expression, node, around) { closures(in: expression, node, around) }
    default: break
    }
  }

  /// A call that declares a test, a group of tests or a fixture; false for any other.
  private mutating func test(_ expression: Int32, _ statement: Int32, _ around: Surroundings) -> Bool {
    guard let test = PHPTestCall(expression, in: php), let callee = php.child(test.call, php.fields.function) else {
      return false
    }
    if case .function = outline.environment.names[php.text(callee)] { return false }
    let title = test.title.map { (self.title($0), php.range($0)) }
    switch test.role {
    case .group:
      guard let body = php.child(test.callback, php.fields.body), php.kind(body) == .compound else { return false }
      let name = title?.0 ?? ""
      let made = container(name, around: body, in: php.range(statement), around)
      nested(made, around, prefix: around.prefix + name + ".") { $0.walk(body, $1) }
    case .test, .fixture:
      let name = title ?? (php.text(callee), php.range(callee))
      add(test.callback, php.range(statement), name, test.role == .test ? .test : .closure, around)
    }
    return true
  }

  /// The name in a test's title: a string without its quotes, else the expression as written.
  private func title(_ node: Int32) -> String {
    let inner = php.inner(node)
    return php.source.text(inner.lowerBound..<min(inner.upperBound, inner.lowerBound + 300))
  }

  /// The functions with a block for a body that a call at top level is given: a route's handler, a hook.
  private mutating func closures(in expression: Int32, _ statement: Int32, _ around: Surroundings) {
    var found: [(function: Int32, call: Int32)] = []
    var chain = expression
    for _ in 0..<60 {
      guard let list = php.child(chain, php.fields.arguments) else { break }
      for argument in php.children(list) where php.kind(argument) == .argument {
        guard let value = php.lastPart(argument).map(php.unwrap), php.kind(value) == .closure,
          php.child(value, php.fields.body) != nil
        else { continue }
        found.append((value, chain))
      }
      guard let object = php.child(chain, php.fields.object) else { break }
      chain = php.unwrap(object)
    }
    found.sort { $0.function < $1.function }
    for closure in found where !isInlined(closure.call) {
      let isOnly = found.count == 1
      // A closure is an expression: alone it parses only as a statement of its own.
      guard isOnly else { continue }
      let name = label(closure.call)
      let callee =
        php.child(closure.call, php.fields.function) ?? php.child(closure.call, php.fields.name) ?? closure.call
      add(closure.function, php.range(statement), (name, php.range(callee)), .closure, around)
    }
  }

  /// What is given to these runs where it stands.
  private func isInlined(_ call: Int32) -> Bool {
    let callee = php.child(call, php.fields.function) ?? php.child(call, php.fields.name)
    return callee.map { PHPOutliner.inlined.contains(php.text($0)) } ?? false
  }

  private static let inlined: Set<String> = [
    "array_map", "array_filter", "array_walk", "array_reduce", "usort", "uasort", "uksort", "call_user_func", "each",
    "map", "filter", "reduce", "tap", "transform", "sortBy", "flatMap",
  ]

  /// The callee, and the first string that it is given: `Route.get('/orders')`.
  private func label(_ call: Int32) -> String {
    var bytes: [UInt8] = []
    if let function = php.child(call, php.fields.function), php.isName(function) {
      php.append(name: function, to: &bytes)
    } else if let name = php.child(call, php.fields.name) {
      let object = php.child(call, php.fields.object) ?? php.child(call, php.fields.scope)
      let text = object.map {
        php.kind($0) == .variable ? String(php.text($0).dropFirst()) : php.isName($0) ? php.dotted($0) : ""
      }
      bytes += Array((text ?? "").utf8) + [UInt8(ascii: ".")] + Array(php.text(name).utf8)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    guard let list = php.child(call, php.fields.arguments), let first = php.firstPart(list).flatMap(php.lastPart),
      php.kind(first) == .string || php.kind(first) == .interpolated
    else { return text }
    return text + "(" + php.source.text(php.range(first).prefix(100)) + ")"
  }
}
