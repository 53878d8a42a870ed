import Behaviour
import TreeSitter

extension JavaScriptLowering {
  /// An element is a call of its component; attributes and children that compute something are its arguments.
  mutating func element(_ node: Int32, _ role: Role) {
    let tag = kind(node) == .jsxElement ? js.child(node, fields.openTag) ?? node : node
    if let component = js.child(tag, fields.name), js.root(ofPath: component) != nil, isComponent(component) {
      openCall(callee(component), role, range(node), flags: [])
    } else {
      var name = builder.name("Fragment")
      if let written = js.child(tag, fields.name) { name = self.name(written) }
      builder.open(.call, role, range(node), name: name)
    }
    for attribute in js.children(tag) where js.syntax[attribute].isNamed { self.attribute(attribute) }
    if tag != node {
      for child in js.children(node) where child != tag && js.syntax[child].isNamed { self.child(child) }
    }
    builder.close()
  }

  /// Components are written with a capital, or as a member; the rest are the page's own elements.
  private func isComponent(_ name: Int32) -> Bool {
    kind(name) == .member || js.slice(name).first.map { $0 < UInt8(ascii: "a") || $0 > UInt8(ascii: "z") } ?? false
  }

  private mutating func attribute(_ node: Int32) {
    switch kind(node) {
    case .jsxAttribute:
      guard let value = js.lastNamed(node), let name = js.firstNamed(node), value != name else { return }
      switch kind(value) {
      case .jsxExpression:
        guard let inner = js.firstNamed(value), !isConstant(inner) else { return }
        argument(inner, name: self.name(name))
      case .jsxElement, .jsxSelfClosing: argument(value, name: self.name(name))
      default: return
      }
    case .jsxExpression:
      if let inner = js.firstNamed(node) { argument(inner) }
    default: return
    }
  }

  /// Whether an expression has nothing in it that is read or called.
  private func isConstant(_ node: Int32) -> Bool {
    var at = node
    let end = js.syntax[node].next
    while at < end {
      switch kind(at) {
      case .identifier, .shorthand, .this, .metaProperty, .arrowFunction, .functionExpression, .method, .jsxElement,
        .jsxSelfClosing, .importWord:
        return false
      default: at &+= 1
      }
    }
    return true
  }

  private mutating func child(_ node: Int32) {
    switch kind(node) {
    case .jsxExpression:
      guard let inner = js.firstNamed(node), !isConstant(inner) else { return }
      argument(inner)
    case .jsxElement, .jsxSelfClosing:
      guard doesSomething(node) else { return }
      argument(node)
    default:
      if js.syntax[node].isError { unknown(.argument, node) }
    }
  }

  /// Whether an element has a component or an expression in it that does something: plain markup does nothing.
  private func doesSomething(_ node: Int32) -> Bool {
    var at = node
    let end = js.syntax[node].next
    while at < end {
      switch kind(at) {
      case .jsxExpression:
        if let inner = js.firstNamed(at), !isConstant(inner) { return true }
        at = js.syntax[at].next
        continue
      case .jsxOpening, .jsxSelfClosing:
        if let name = js.child(at, fields.name), isComponent(name) { return true }
      default: break
      }
      at &+= 1
    }
    return false
  }
}
