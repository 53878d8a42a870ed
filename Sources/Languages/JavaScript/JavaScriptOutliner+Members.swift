import Behaviour
import TreeSitter

extension JavaScriptOutliner {
  /// A class with its methods.
  mutating func type(_ node: Int32, named name: Name, start: Int, end: Int, _ around: Surroundings) {
    guard let body = js.child(node, fields.body) else { return }
    var container = container(name.text, around: body, in: start..<max(start, end), around)
    container.owner = owner(node, named: name.text)
    nested(container, around, prefix: around.qualified(name.text), keeps: true) { outliner, inner in
      var start: Int?
      for member in outliner.js.children(body) where outliner.js.syntax[member].isNamed {
        // In TypeScript decorators stand before the member, not in it.
        if outliner.kind(member) == .decorator {
          start = start ?? outliner.range(member).lowerBound
          continue
        }
        if outliner.kind(member) == .comment { continue }
        outliner.member(member, start: start ?? outliner.range(member).lowerBound, inner)
        start = nil
      }
    }
  }

  private mutating func member(_ node: Int32, start: Int, _ around: Surroundings) {
    guard let name = name(of: node) else { return }
    let whole = start..<max(start, range(node).upperBound)
    switch kind(node) {
    case .method:
      add(node, whole, name, name.text == "constructor" ? .initializer : .method, around)
    case .field, .publicField:
      guard let value = js.child(node, fields.value) else { return }
      let plain = js.unwrap(value)
      if js.isFunction(plain) { add(plain, whole, name, .method, around) }
    default: break
    }
  }

  /// An object literal with its functions.
  mutating func object(_ node: Int32, named name: Name, in whole: Range<Int>, _ around: Surroundings) {
    let container = container(name.text, around: node, in: whole, around)
    let prefix = name.text.isEmpty ? around.prefix : around.qualified(name.text)
    nested(container, around, prefix: prefix) { outliner, inner in
      for entry in outliner.js.children(node) where outliner.js.syntax[entry].isNamed { outliner.entry(entry, inner) }
    }
  }

  private mutating func entry(_ node: Int32, _ around: Surroundings) {
    guard let name = name(of: node) else { return }
    switch kind(node) {
    case .method: add(node, range(node), name, .method, around)
    case .pair:
      guard let value = js.child(node, fields.value) else { return }
      let plain = js.unwrap(value)
      switch kind(plain) {
      case .arrowFunction, .functionExpression, .generatorFunction:
        add(plain, range(node), name, .method, around)
      case .object: object(plain, named: name, in: range(node), around)
      default: break
      }
    default: break
    }
  }
}
