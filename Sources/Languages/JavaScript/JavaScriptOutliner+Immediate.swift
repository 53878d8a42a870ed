import Behaviour
import TreeSitter

extension JavaScriptOutliner {
  /// A call whose only purpose is to run a block once: what stands in the block stands in the file, as far as anybody
  /// but the language can tell. False for any other call.
  mutating func immediate(_ call: Int32, statement: Int32, _ around: Surroundings) -> Bool {
    let bodies = js.immediateBodies(of: call)
    for body in bodies {
      nested(container("", around: body, in: range(statement), around), around, prefix: around.prefix) {
        $0.statements(in: body, $1)
      }
    }
    return !bodies.isEmpty
  }
}

extension JavaScriptSource {
  /// The blocks that a call runs at once: `(function () { … })()`, `(async () => { … })()`, `(function () { … }).call(this)`,
  /// `(function (factory) { … })(function ($) { … })`, `define(["a"], function (a) { … })`.
  func immediateBodies(of call: Int32) -> [Int32] {
    var call = call
    guard var function = child(call, fields.function) else { return [] }
    // What is done with a promise of the block: `(async () => { … })().catch(report)`.
    for _ in 0..<8 {
      guard kind(function) == .member, let property = child(function, fields.property),
        isText(property, "catch") || isText(property, "then") || isText(property, "finally"),
        let object = child(function, fields.object), kind(object) == .call,
        let inner = child(object, fields.function)
      else { break }
      (call, function) = (object, inner)
    }
    var callee = unwrap(function)
    if kind(callee) == .member, let object = child(callee, fields.object),
      let property = child(callee, fields.property),
      isText(property, "call") || isText(property, "apply")
    {
      callee = unwrap(object)
    }
    let isFunction = isFunction(callee)
    guard isFunction || isText(callee, "define"), let arguments = child(call, fields.arguments) else { return [] }
    let given = children(arguments).map { unwrap($0) }.filter { self.isFunction($0) }
    return (isFunction ? [callee] + given : given).filter { hasBlock($0) }.compactMap { child($0, fields.body) }
  }

  /// What an `await`, a `!` or a `void` stands before, and parentheses around.
  func withoutSigns(_ node: Int32) -> Int32 {
    var node = node
    while true {
      switch kind(node) {
      case .await, .parenthesized:
        guard let inner = firstNamed(node) else { return node }
        node = inner
      case .unary:
        guard let inner = child(node, fields.argument) else { return node }
        node = inner
      default: return node
      }
    }
  }
}
