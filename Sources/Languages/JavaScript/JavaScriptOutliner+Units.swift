import Behaviour
import TreeSitter

extension JavaScriptOutliner {
  mutating func statements(in node: Int32, _ around: Surroundings) {
    for child in js.children(node) where js.syntax[child].isNamed { statement(child, from: child, around) }
  }

  /// - Parameter outer: the node with which the statement starts, an export around a declaration.
  private mutating func statement(_ node: Int32, from outer: Int32, _ around: Surroundings) {
    switch kind(node) {
    case .exportStatement:
      if let declaration = js.child(node, fields.declaration) {
        statement(declaration, from: node, around)
      } else if let value = js.child(node, fields.value) {
        let word = js.children(node).first { js.token($0) == .default }.map { range($0) } ?? range(node)
        let name = Name(text: "default", range: range(node).lowerBound..<word.upperBound)
        self.value(value, named: name, statement: node, around)
      }
    case .functionDeclaration, .generatorDeclaration:
      let word = range(outer).lowerBound..<range(node).lowerBound
      let name = name(of: node) ?? Name(text: "default", range: word.isEmpty ? range(node) : word)
      add(node, range(from: outer, to: node), name, .function, around)
    case .classDeclaration, .abstractClassDeclaration, .class:
      let name = name(of: node) ?? Name(text: "default", range: range(node))
      type(node, named: name, start: range(outer).lowerBound, end: range(outer).upperBound, around)
    case .lexicalDeclaration, .variableDeclaration: declaration(node, from: outer, around)
    case .expressionStatement: expressionStatement(node, around)
    case .module, .internalModule: namespace(node, from: outer, around)
    case .forInStatement, .forStatement, .ifStatement:
      if result.traits.contains(.test) { testsInside(node, around) }
    default: break
    }
  }

  /// Tests that are declared in a loop or under a condition.
  private mutating func testsInside(_ node: Int32, _ around: Surroundings) {
    guard let body = js.child(node, fields.body) ?? js.child(node, fields.consequence), kind(body) == .statementBlock
    else { return }
    nested(container("", around: body, in: range(node), around), around, prefix: around.prefix) { outliner, inner in
      for child in outliner.js.children(body) where outliner.kind(child) == .expressionStatement {
        outliner.statement(child, from: child, inner)
      }
    }
  }

  /// A name and where it stands.
  struct Name {
    var text: String
    var range: Range<Int>
  }

  func name(of node: Int32) -> Name? { js.name(ofMember: node).map { Name(text: $0.text, range: $0.range) } }

  func range(from outer: Int32, to node: Int32) -> Range<Int> {
    range(outer).lowerBound..<max(range(outer).lowerBound, range(node).upperBound)
  }

  mutating func add(_ node: Int32, _ range: Range<Int>, _ name: Name, _ kind: UnitKind, _ around: Surroundings) {
    unitNodes.insert(node)
    result.units.append(
      UnitSpan(
        node: node,
        range: range,
        nameRange: name.range.clamped(to: range),
        name: name.text,
        qualifiedName: around.qualified(name.text),
        kind: kind,
        container: around.container
      )
    )
  }

  // MARK: - Declarations

  private mutating func declaration(_ node: Int32, from outer: Int32, _ around: Surroundings) {
    let declarators = js.children(node).filter { kind($0) == .variableDeclarator }
    for declarator in declarators {
      guard let pattern = js.child(declarator, fields.name), kind(pattern) == .identifier,
        let value = js.child(declarator, fields.value)
      else { continue }
      let name = Name(text: js.text(pattern), range: range(pattern))
      // One of several stands for itself: alone it reads as an assignment.
      self.value(value, named: name, statement: declarators.count == 1 ? outer : declarator, around)
    }
  }

  /// What is declared by a value: a function, a class, an object with functions, a call that is given functions.
  ///
  /// - Parameter statement: from its start to its end reaches the text that stands for the value as a whole.
  mutating func value(_ value: Int32, named name: Name, statement: Int32, _ around: Surroundings) {
    let plain = js.unwrap(value)
    let whole = range(statement)
    switch kind(plain) {
    case .arrowFunction, .functionExpression, .generatorFunction:
      add(plain, range(from: statement, to: value), name, .function, around)
    case .class: type(plain, named: name, start: whole.lowerBound, end: whole.upperBound, around)
    case .object: object(plain, named: name, in: whole, around)
    case .call:
      var inner = around
      inner.prefix = around.qualified(name.text)
      if !immediate(plain, statement: statement, inner) {
        closures(in: plain, named: name, statement: statement, around)
      }
    case .assignment:
      if let right = js.child(plain, fields.right) { self.value(right, named: name, statement: statement, around) }
    default: break
    }
  }

  // MARK: - Statements

  private mutating func expressionStatement(_ node: Int32, _ around: Surroundings) {
    guard let first = js.firstNamed(node) else { return }
    let expression = js.withoutSigns(first)
    switch kind(expression) {
    case .assignment: assignment(expression, statement: node, around)
    case .call:
      if test(expression, statement: node, around) || testsInLoop(expression, statement: node, around) { return }
      if !immediate(expression, statement: node, around) {
        closures(in: expression, named: nil, statement: node, around)
      }
    case .internalModule: namespace(expression, from: node, around)
    default: break
    }
  }

  /// `module.exports.charge = function …`, `Order.prototype.total = …`, `app.handle = …`.
  private mutating func assignment(_ node: Int32, statement: Int32, _ around: Surroundings) {
    guard let left = js.child(node, fields.left), var value = js.child(node, fields.right) else { return }
    while kind(value) == .assignment, let right = js.child(value, fields.right) { value = right }
    guard js.root(ofPath: left) != nil else { return }
    var names = js.names(ofPath: left)
    if names.first == "module", names.count > 1 { names.removeFirst() }
    if names.first == "exports" { names.removeFirst() }
    if let prototype = names.firstIndex(of: "prototype") { names.remove(at: prototype) }
    let text = names.last.map(String.init) ?? self.name(of: value)?.text ?? "exports"
    let place = js.lastNamed(left).map { range($0) } ?? range(left)
    var inner = around
    if names.count > 1 { inner.prefix = around.qualified(names.dropLast().joined(separator: ".")) }
    if names.isEmpty, kind(js.unwrap(value)) == .object {
      // What a module exports is named by itself.
      object(js.unwrap(value), named: Name(text: "", range: place), in: range(statement), around)
      return
    }
    self.value(value, named: Name(text: text, range: place), statement: statement, inner)
  }

  private mutating func namespace(_ node: Int32, from outer: Int32, _ around: Surroundings) {
    guard let body = js.child(node, fields.body), let name = js.child(node, fields.name) else { return }
    let text = js.source.text(js.inner(name))
    nested(container(text, around: body, in: range(outer), around), around, prefix: around.qualified(text)) {
      $0.statements(in: body, $1)
    }
  }

  // MARK: - Containers

  /// The container whose body stands between the braces of a node.
  func container(_ name: String, around braces: Int32, in whole: Range<Int>, _ around: Surroundings) -> Container {
    let inner = range(braces)
    let start = min(inner.lowerBound + 1, inner.upperBound)
    // While it is typed, nothing may close it.
    let contentEnd = js.children(braces).reduce(start) { max($0, range($1).upperBound) }
    let isClosed = contentEnd < inner.upperBound && js.source.slice(inner).last == UInt8(ascii: "}")
    let end = max(start, isClosed ? inner.upperBound - 1 : inner.upperBound)
    return Container(
      parent: around.container,
      name: name,
      head: whole.lowerBound..<max(whole.lowerBound, start),
      body: start..<end,
      tail: end..<max(end, whole.upperBound),
      owner: nil
    )
  }

  /// Adds a container and what stands in it; takes it away again where nothing does.
  ///
  /// - Parameter keeps: leaves it there in any case.
  mutating func nested(
    _ container: Container,
    _ around: Surroundings,
    prefix: String,
    keeps: Bool = false,
    _ content: (inout Self, Surroundings) -> Void
  ) {
    guard around.depth < JavaScriptOutliner.depthLimit else { return }
    let index = result.containers.count
    let before = result.units.count
    result.containers.append(container)
    content(&self, Surroundings(container: index, prefix: prefix, depth: around.depth + 1))
    if !keeps, result.units.count == before, result.containers.count == index + 1 { result.containers.removeLast() }
  }
}
