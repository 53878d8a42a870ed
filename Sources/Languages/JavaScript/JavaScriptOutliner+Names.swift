import Behaviour
import TreeSitter

extension JavaScriptOutliner {
  /// Imports, functions and types: what a name may be used as before its declaration.
  mutating func declareNames(in node: Int32, depth: Int) {
    for child in js.children(node) where js.syntax[child].isNamed { declareName(child, depth: depth) }
  }

  private mutating func declareName(_ node: Int32, depth: Int) {
    switch kind(node) {
    case .importStatement: importStatement(node)
    case .importAlias: importAlias(node)
    case .exportStatement:
      if let declaration = js.child(node, fields.declaration) { declareName(declaration, depth: depth) }
    case .functionDeclaration, .generatorDeclaration, .functionSignature:
      declare(node, .function(isAsync: js.has(.async, in: node)))
    case .classDeclaration, .abstractClassDeclaration, .interfaceDeclaration, .typeAlias, .enumDeclaration:
      declare(node, .type)
    case .ambientDeclaration:
      for child in js.children(node) where js.syntax[child].isNamed { declareName(child, depth: depth) }
    case .expressionStatement, .module, .internalModule:
      forBody(of: node, depth: depth) { $0.declareNames(in: $1, depth: depth + 1) }
      if kind(node) == .module || kind(node) == .internalModule { declare(node, .type) }
    default: break
    }
  }

  private mutating func declare(_ node: Int32, _ meaning: TopLevelName) {
    guard let name = js.child(node, fields.name), kind(name) != .string else { return }
    result.environment.names[js.text(name)] = meaning
  }

  /// The block in which names are declared that the units of it see: that of a namespace, of a group of tests.
  private mutating func forBody(of node: Int32, depth: Int, _ visit: (inout Self, Int32) -> Void) {
    guard depth < JavaScriptOutliner.depthLimit else { return }
    var inner = node
    if kind(node) == .expressionStatement { inner = js.firstNamed(node) ?? node }
    switch kind(inner) {
    case .module, .internalModule:
      if let body = js.child(inner, fields.body) { visit(&self, body) }
    case .call:
      guard let test = JavaScriptTestCall(inner, in: js), test.role == .group,
        let body = js.child(test.callback, fields.body)
      else { return }
      visit(&self, body)
    default: break
    }
  }

  // MARK: - Imports

  private mutating func importStatement(_ node: Int32) {
    var clause: Int32?
    for child in js.children(node) {
      switch kind(child) {
      case .importClause: clause = child
      case .importRequireClause:
        guard let name = js.firstNamed(child), let source = js.child(child, fields.source) else { continue }
        result.environment.names[js.text(name)] = .imported(js.moduleName(source))
      default: continue
      }
    }
    guard let clause, let source = js.child(node, fields.source) else { return }
    let module = js.moduleName(source)
    for part in js.children(clause) {
      switch kind(part) {
      case .identifier: result.environment.names[js.text(part)] = .imported(module)
      case .namespaceImport:
        if let name = js.lastNamed(part) { result.environment.names[js.text(name)] = .imported(module) }
      case .namedImports:
        for specifier in js.children(part) where kind(specifier) == .importSpecifier {
          guard let name = js.child(specifier, fields.name) else { continue }
          let local = js.child(specifier, fields.alias) ?? name
          let imported = js.source.text(js.inner(name))
          let path = imported == "default" ? module : module + "." + imported
          result.environment.names[js.text(local)] = .imported(path)
        }
      default: continue
      }
    }
  }

  /// `import Order = Shop.Order`.
  private mutating func importAlias(_ node: Int32) {
    let names = js.children(node).filter { js.syntax[$0].isNamed && kind($0) != .comment }
    guard names.count == 2, let known = known(path: js.text(names[1]).split(separator: ".")) else { return }
    result.environment.names[js.text(names[0])] = .imported(known.path)
  }

  // MARK: - Values

  /// Values, in their order, by the calls that make them.
  mutating func declareValues(in node: Int32, depth: Int) {
    for child in js.children(node) where js.syntax[child].isNamed {
      var statement = child
      if kind(child) == .exportStatement, let inner = js.child(child, fields.declaration) { statement = inner }
      switch kind(statement) {
      case .lexicalDeclaration, .variableDeclaration, .usingDeclaration:
        for declarator in js.children(statement) where kind(declarator) == .variableDeclarator {
          declareValue(declarator)
        }
      case .ambientDeclaration: continue
      case .expressionStatement, .module, .internalModule:
        if let assigned = js.firstNamed(statement), kind(assigned) == .assignment { reassign(assigned) }
        forBody(of: statement, depth: depth) { $0.declareValues(in: $1, depth: depth + 1) }
      default: continue
      }
    }
  }

  private mutating func declareValue(_ declarator: Int32) {
    guard let pattern = js.child(declarator, fields.name) else { return }
    let value = js.child(declarator, fields.value)
    guard kind(pattern) == .identifier else {
      declareParts(of: pattern, value.flatMap { known($0, depth: 0) })
      return
    }
    let name = js.text(pattern)
    if let value, js.isFunction(js.unwrap(value)) {
      result.environment.names[name] = .function(isAsync: js.has(.async, in: js.unwrap(value)))
      return
    }
    if let value, kind(js.unwrap(value)) == .class {
      result.environment.names[name] = .type
      return
    }
    if let type = js.child(declarator, fields.type), let declared = known(type: type) {
      declare(name, declared, certainty: .declaredType)
      return
    }
    guard let value, let known = known(value, depth: 0) else {
      declare(name, nil, certainty: .nameOnly)
      return
    }
    if known.isItself, known.certainty == .import {
      result.environment.names[name] = .imported(known.path)
    } else {
      declare(name, known.path, certainty: known.certainty)
    }
  }

  /// A value of the file; where the name already has another one, nobody knows which.
  private mutating func declare(_ name: String, _ type: String?, certainty: Certainty) {
    switch result.environment.names[name] {
    case .value(let old?, _) where old != type:
      result.environment.names[name] = .value(type: nil, certainty: .nameOnly)
    case .imported, .function, .type: break
    default: result.environment.names[name] = .value(type: type, certainty: certainty)
    }
  }

  /// `{ get, post: send } = require('m')`.
  private mutating func declareParts(of pattern: Int32, _ known: KnownPath?) {
    var at = pattern &+ 1
    let end = js.syntax[pattern].next
    while at < end {
      let isDirect = js.parent(at) == pattern
      switch kind(at) {
      case .shorthandPattern:
        let text = js.text(at)
        declarePart(text, isDirect ? known?.member(text) : nil)
      case .identifier where js.syntax[at].field != fields.right:
        var part: KnownPath?
        if js.parent(js.parent(at)) == pattern, let key = js.child(js.parent(at), fields.key) {
          part = known?.member(js.source.text(js.inner(key)))
        }
        declarePart(js.text(at), part)
      default: break
      }
      at &+= 1
    }
  }

  private mutating func declarePart(_ name: String, _ known: KnownPath?) {
    if let known, known.isItself, known.certainty == .import {
      result.environment.names[name] = .imported(known.path)
    } else {
      declare(name, known?.path, certainty: known?.certainty ?? .nameOnly)
    }
  }

  /// A value that a name gets after its declaration: `let client; … client = new Client()`.
  private mutating func reassign(_ node: Int32) {
    guard let left = js.child(node, fields.left), kind(left) == .identifier, let value = js.child(node, fields.right)
    else { return }
    let name = js.text(left)
    guard case .value(let old, let certainty) = result.environment.names[name], certainty != .declaredType,
      let known = known(value, depth: 0), !known.isItself
    else { return }
    result.environment.names[name] =
      old == nil || old == known.path
      ? .value(type: known.path, certainty: known.certainty)
      : .value(type: nil, certainty: .nameOnly)
  }
}
