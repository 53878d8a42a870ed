import Behaviour
import TreeSitter

/// `using a = open(), b = open()`.
struct UsingDeclaration {
  var node: Int32
  var items: [(pattern: Int32, value: Int32)]
  /// What is used is given back asynchronously.
  var isAsync: Bool
}

extension JavaScriptLowering {
  /// A statement that uses something to the end of its block; nil for any other. The grammar of TypeScript does not
  /// know it, and takes it for an assignment with a word before it.
  func using(_ node: Int32) -> UsingDeclaration? {
    switch kind(node) {
    case .usingDeclaration:
      var items: [(pattern: Int32, value: Int32)] = []
      for declarator in js.children(node) where kind(declarator) == .variableDeclarator {
        guard let pattern = js.child(declarator, fields.name), let value = js.child(declarator, fields.value) else {
          continue
        }
        items.append((pattern, value))
      }
      return items.isEmpty ? nil : UsingDeclaration(node: node, items: items, isAsync: js.has(.await, in: node))
    case .expressionStatement:
      guard var expression = js.firstNamed(node) else { return nil }
      let isAsync = kind(expression) == .await
      if isAsync, let inner = js.firstNamed(expression) { expression = inner }
      guard kind(expression) == .assignment, js.has(.using, in: expression),
        let left = js.child(expression, fields.left), let right = js.child(expression, fields.right)
      else { return nil }
      return UsingDeclaration(node: node, items: [(left, right)], isAsync: isAsync)
    default: return nil
    }
  }

  /// Opens what holds for the rest of a block; how many nodes were opened.
  mutating func hold(_ using: UsingDeclaration, until end: Int) -> Int {
    for (pattern, value) in using.items {
      let range = range(pattern).lowerBound..<max(range(pattern).lowerBound, end)
      builder.open(.scoped, .statement, range, flags: using.isAsync ? .async : [])
      let known = expression(value, .resource)
      for bound in target(pattern, declares: true) { assign(bound, known) }
      builder.open(.block, .body, self.range(value).upperBound..<max(self.range(value).upperBound, end))
    }
    return using.items.count * 2
  }
}
