import TreeSitter

/// What an import brings in.
enum KotlinImport {
  case name(String, path: String)
  /// All of a package, or of an object.
  case all(of: String)
}

extension KotlinSyntax {
  func imported(_ header: Int32) -> KotlinImport? {
    guard let qualified = first(.qualified, in: header) else { return nil }
    let path = dottedText(qualified)
    guard !path.isEmpty else { return nil }
    if has(.wildcard, in: header) { return .all(of: path) }
    if let alias = first(.importAlias, in: header), let name = firstPart(alias) {
      return .name(bareText(name), path: path)
    }
    guard let name = path.split(separator: ".").last else { return nil }
    return .name(String(name), path: path)
  }
}
