import TreeSitter

/// A name that an import brings in.
struct PythonImport {
  let name: String
  /// Canonical: relative imports keep their dots (`.client.charge`).
  let path: String
}

extension PythonSyntax {
  /// The names that an `import` or `from … import` brings in; a wildcard brings none that can be told.
  func imports(_ node: Int32) -> [PythonImport] {
    switch kind(node) {
    case .import:
      return children(node).filter { self[$0].field == fields.name }.compactMap(plainImport)
    case .importFrom:
      guard let module = child(node, fields.moduleName) else { return [] }
      let path = relativePath(module)
      return children(node).filter { self[$0].field == fields.name }.compactMap { nameImport($0, from: path) }
    default: return []
    }
  }

  /// `a.b as c` is `a.b`; `a.b` brings in `a`.
  private func plainImport(_ node: Int32) -> PythonImport? {
    if kind(node) == .aliasedImport {
      guard let name = child(node, fields.name), let alias = child(node, fields.alias) else { return nil }
      return PythonImport(name: source.text(range(alias)), path: dotted(name))
    }
    guard let first = names(node).first else { return nil }
    let name = source.text(range(first))
    return PythonImport(name: name, path: name)
  }

  private func nameImport(_ node: Int32, from module: String) -> PythonImport? {
    let isAliased = kind(node) == .aliasedImport
    guard let imported = isAliased ? child(node, fields.name) : node else { return nil }
    guard let bound = isAliased ? child(node, fields.alias) : node else { return nil }
    let name = dotted(imported)
    guard !name.isEmpty, !module.isEmpty else { return nil }
    let path = module.hasSuffix(".") ? module + name : module + "." + name
    return PythonImport(name: source.text(range(bound)), path: path)
  }

  private func relativePath(_ module: Int32) -> String {
    guard kind(module) == .relativeImport else { return dotted(module) }
    let dots = source.slice(range(module)).prefix { $0 == UInt8(ascii: ".") || $0 <= UInt8(ascii: " ") }
    let prefix = String(repeating: ".", count: dots.count { $0 == UInt8(ascii: ".") })
    let name = children(module).first { kind($0) == .dottedName }
    return prefix + (name.map(dotted) ?? "")
  }
}
