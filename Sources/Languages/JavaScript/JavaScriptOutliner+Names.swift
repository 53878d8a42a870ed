import Behaviour
import TreeSitter

extension JavaScriptOutliner {
  /// Imports, functions and types: what a name may be used as before its declaration.
  mutating func declareNames(in node: Int32, depth: Int) {
    for child in js.children(node) where js.syntax[child].isNamed { declareName(child, depth: depth) }
    for child in js.children(node) where js.syntax[child].isNamed {
      forBody(of: child, depth: depth) { $0.declareNames(in: $1, depth: depth + 1) }
    }
  }

  private mutating func declareName(_ node: Int32, depth: Int) {
    switch kind(node) {
    case .importStatement: importStatement(node)
    case .importAlias: importAlias(node, depth: depth)
    case .exportStatement:
      if let declaration = js.child(node, fields.declaration) { declareName(declaration, depth: depth) }
    case .functionDeclaration, .generatorDeclaration, .functionSignature:
      declare(node, .function(isAsync: js.has(.async, in: node)), depth)
    case .classDeclaration, .abstractClassDeclaration, .interfaceDeclaration, .typeAlias, .enumDeclaration:
      declare(node, .type, depth)
    case .ambientDeclaration:
      for child in js.children(node) where js.syntax[child].isNamed { declareName(child, depth: depth) }
    case .module, .internalModule: declare(node, .type, depth)
    case .expressionStatement:
      if let inner = js.firstNamed(node), kind(inner) == .internalModule { declare(inner, .type, depth) }
    default: break
    }
  }

  private mutating func declare(_ node: Int32, _ meaning: TopLevelName, _ depth: Int) {
    guard let name = js.child(node, fields.name), kind(name) != .string else { return }
    define(js.text(name), meaning, depth)
  }

  /// Says what a name stands for. One that stands for something else in a block of the file stands for nothing that
  /// can be told.
  ///
  /// - Parameter depth: how many blocks deep it is declared, 0 for the file itself.
  mutating func define(_ name: String, _ meaning: TopLevelName, _ depth: Int) {
    guard depth > 0, let old = result.environment.names[name], old != meaning else {
      result.environment.names[name] = meaning
      return
    }
    result.environment.names[name] = .value(type: nil, certainty: .nameOnly)
  }

  /// The block in which names are declared that the units of it see: that of a namespace, of a group of tests, of a
  /// loop that declares tests.
  mutating func forBody(of node: Int32, depth: Int, _ visit: (inout Self, Int32) -> Void) {
    guard depth < JavaScriptOutliner.depthLimit else { return }
    var inner = node
    if kind(inner) == .exportStatement { inner = js.child(inner, fields.declaration) ?? inner }
    if kind(inner) == .expressionStatement { inner = js.withoutSigns(js.firstNamed(inner) ?? inner) }
    var body: Int32?
    switch kind(inner) {
    case .lexicalDeclaration, .variableDeclaration:
      for declarator in js.children(inner) {
        guard let value = js.child(declarator, fields.value), kind(js.unwrap(value)) == .call else { continue }
        for body in js.immediateBodies(of: js.unwrap(value)) { visit(&self, body) }
      }
    case .module, .internalModule: body = js.child(inner, fields.body)
    case .forInStatement, .forStatement, .ifStatement:
      guard result.traits.contains(.test) else { return }
      body = js.child(inner, fields.body) ?? js.child(inner, fields.consequence)
    case .call:
      if let test = JavaScriptTestCall(inner, in: js) {
        guard test.role == .group else { return }
        body = js.child(test.callback, fields.body)
      } else if let loop = loopBody(of: inner) {
        body = loop
      } else {
        for body in js.immediateBodies(of: inner) { visit(&self, body) }
      }
    default: return
    }
    if let body, kind(body) == .statementBlock { visit(&self, body) }
  }
}
