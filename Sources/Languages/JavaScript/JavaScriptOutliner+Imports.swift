import Behaviour
import TreeSitter

extension JavaScriptOutliner {
  mutating func importStatement(_ node: Int32) {
    var clause: Int32?
    for child in js.children(node) {
      switch kind(child) {
      case .importClause: clause = child
      case .importRequireClause:
        guard let name = js.firstNamed(child), let source = js.child(child, fields.source) else { continue }
        define(js.text(name), .imported(js.moduleName(source)), 0)
      default: continue
      }
    }
    guard let clause, let source = js.child(node, fields.source) else { return }
    let module = js.moduleName(source)
    for part in js.children(clause) {
      switch kind(part) {
      case .identifier: define(js.text(part), .imported(module), 0)
      case .namespaceImport:
        if let name = js.lastNamed(part) { define(js.text(name), .imported(module), 0) }
      case .namedImports:
        for specifier in js.children(part) where kind(specifier) == .importSpecifier {
          guard let name = js.child(specifier, fields.name) else { continue }
          let local = js.child(specifier, fields.alias) ?? name
          let imported = js.source.text(js.inner(name))
          let path = imported == "default" ? module : module + "." + imported
          define(js.text(local), .imported(path), 0)
        }
      default: continue
      }
    }
  }

  /// `import Order = Shop.Order`.
  mutating func importAlias(_ node: Int32, depth: Int) {
    let names = js.children(node).filter { js.syntax[$0].isNamed && kind($0) != .comment }
    guard names.count == 2, let known = known(path: js.text(names[1]).split(separator: ".")) else { return }
    define(js.text(names[0]), .imported(known.path), 0)
  }
}
