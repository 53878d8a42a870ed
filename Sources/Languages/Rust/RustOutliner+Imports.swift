import TreeSitter

extension RustSyntax {
  /// A name that a `use` brings in, and what it stands for.
  struct Import {
    var name: String
    var path: String
  }

  /// The names that a `use` brings in; of `use a::*` none, for nobody can tell which they are.
  func imports(of declaration: Int32) -> [Import] {
    var found: [Import] = []
    for part in parts(declaration) where kind(part) != .visibility { imports(part, prefix: "", &found, depth: 0) }
    return found
  }

  private func imports(_ node: Int32, prefix: String, _ found: inout [Import], depth: Int) {
    guard depth < 32 else { return }
    func joined(_ path: String) -> String { prefix.isEmpty ? path : path.isEmpty ? prefix : prefix + "." + path }
    switch kind(node) {
    case .useList:
      for part in parts(node) { imports(part, prefix: prefix, &found, depth: depth + 1) }
    case .scopedUseList:
      let path = child(node, fields.path).map(dotted) ?? ""
      if let list = child(node, fields.list) { imports(list, prefix: joined(path), &found, depth: depth + 1) }
    case .useAs:
      guard let path = child(node, fields.path), let alias = child(node, fields.alias) else { return }
      found.append(Import(name: source.text(range(alias)), path: joined(dotted(path))))
    case .selfName:
      // `use std::fs::{self}`
      guard let name = prefix.split(separator: ".").last else { return }
      found.append(Import(name: String(name), path: prefix))
    case .identifier, .scoped, .crateName, .superName:
      let name = source.text(range(lastName(node)))
      found.append(Import(name: name, path: joined(dotted(node))))
    default: return
    }
  }
}

extension RustOutliner {
  mutating func add(imports node: Int32) {
    for imported in rs.imports(of: node) where imported.name != "_" {
      note(.imported(RustPaths.canonical(imported.path)), for: imported.name)
    }
  }

  /// `extern crate a as b;`
  mutating func add(crate node: Int32) {
    guard let name = rs.child(node, rs.fields.name) else { return }
    let text = rs.source.text(rs.range(name))
    let alias = rs.child(node, rs.fields.alias).map { rs.source.text(rs.range($0)) }
    note(.imported(text), for: alias ?? text)
  }
}

enum RustPaths {
  /// A path by the name that people know it by: `core` and `alloc` are parts of `std`.
  static func canonical(_ path: String) -> String {
    for crate in ["core.", "alloc."] where path.hasPrefix(crate) { return "std." + path.dropFirst(crate.count) }
    return path
  }
}
