import Behaviour
import TreeSitter

extension JavaScriptOutliner {
  /// Values, in their order, by the calls that make them.
  mutating func declareValues(in node: Int32, depth: Int) {
    for child in js.children(node) where js.syntax[child].isNamed {
      var statement = child
      if kind(child) == .exportStatement, let inner = js.child(child, fields.declaration) { statement = inner }
      switch kind(statement) {
      case .lexicalDeclaration, .variableDeclaration, .usingDeclaration:
        for declarator in js.children(statement) where kind(declarator) == .variableDeclarator {
          declareValue(declarator, depth)
        }
      case .expressionStatement:
        if let assigned = js.firstNamed(statement), kind(assigned) == .assignment { reassign(assigned) }
      default: continue
      }
    }
    for child in js.children(node) where js.syntax[child].isNamed {
      forBody(of: child, depth: depth) { $0.declareValues(in: $1, depth: depth + 1) }
    }
  }

  private mutating func declareValue(_ declarator: Int32, _ depth: Int) {
    guard let pattern = js.child(declarator, fields.name) else { return }
    let value = js.child(declarator, fields.value)
    guard kind(pattern) == .identifier else {
      declareParts(of: pattern, value.flatMap { known($0, depth: 0) }, depth)
      return
    }
    let name = js.text(pattern)
    if let value, js.isFunction(js.unwrap(value)) {
      define(name, .function(isAsync: js.has(.async, in: js.unwrap(value))), depth)
    } else if let value, kind(js.unwrap(value)) == .class {
      define(name, .type, depth)
    } else if let type = js.child(declarator, fields.type), let declared = known(type: type) {
      define(name, .value(type: declared, certainty: .declaredType), depth)
    } else {
      declare(name, value.flatMap { known($0, depth: 0) }, depth)
    }
  }

  private mutating func declare(_ name: String, _ known: KnownPath?, _ depth: Int) {
    if let known, known.isItself, known.certainty == .import {
      define(name, .imported(known.path), depth)
    } else {
      define(name, .value(type: known?.path, certainty: known?.certainty ?? .nameOnly), depth)
    }
  }

  /// `{ get, post: send } = require('m')`.
  private mutating func declareParts(of pattern: Int32, _ known: KnownPath?, _ depth: Int) {
    var at = pattern &+ 1
    let end = js.syntax[pattern].next
    while at < end {
      let isDirect = js.parent(at) == pattern
      switch kind(at) {
      case .shorthandPattern:
        let text = js.text(at)
        declare(text, isDirect ? known?.member(text) : nil, depth)
      case .identifier where js.syntax[at].field != fields.right:
        var part: KnownPath?
        if js.parent(js.parent(at)) == pattern, let key = js.child(js.parent(at), fields.key) {
          part = known?.member(js.source.text(js.inner(key)))
        }
        declare(js.text(at), part, depth)
      default: break
      }
      at &+= 1
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
