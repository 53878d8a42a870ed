import TreeSitter

/// A package that an import brings in.
struct GoImport {
  /// Under which names it may be known: its own name is not always to be told from its path.
  let names: [String]
  let path: String
}

extension GoSyntax {
  /// The packages that an import declaration brings in.
  func imports(_ node: Int32) -> [GoImport] {
    var found: [GoImport] = []
    for child in children(node) {
      switch kind(child) {
      case .importSpec: if let spec = importSpec(child) { found.append(spec) }
      case .importSpecList:
        for spec in children(child) where kind(spec) == .importSpec {
          if let spec = importSpec(spec) { found.append(spec) }
        }
      default: continue
      }
    }
    return found
  }

  private func importSpec(_ node: Int32) -> GoImport? {
    guard let literal = child(node, fields.path) else { return nil }
    let path = source.text(inner(literal))
    guard !path.isEmpty else { return nil }
    guard let name = child(node, fields.name) else {
      return GoImport(names: GoSyntax.packageNames(of: path), path: path)
    }
    // A package that is imported for what it does when loaded, or whose names come in bare, has no name here.
    guard kind(name) == .packageIdentifier else { return nil }
    return GoImport(names: [text(name)], path: path)
  }

  /// The bytes of a string literal between its quotes.
  func inner(_ literal: Int32) -> Range<Int> {
    let range = range(literal)
    guard range.count >= 2 else { return range }
    return range.lowerBound + 1..<range.upperBound - 1
  }

  /// What a package at a path is called as a rule: `redis` of `github.com/redis/go-redis/v9`.
  static func packageNames(of path: String) -> [String] {
    var parts = path.split(separator: "/").map(String.init)
    if parts.count > 1, let last = parts.last, isVersion(last[...]) { parts.removeLast() }
    guard var name = parts.last else { return [] }
    if let dot = name.lastIndex(of: "."), parts.count > 1 {
      // `gopkg.in/yaml.v3`, `nats.go`.
      let ending = name[name.index(after: dot)...]
      if isVersion(ending) || ending == "go" || ending == "js" { name = String(name[..<dot]) }
    }
    for prefix in ["go-", "golang-"] where name.hasPrefix(prefix) && name.count > prefix.count {
      name = String(name.dropFirst(prefix.count))
    }
    for suffix in ["-go", "-golang"] where name.hasSuffix(suffix) && name.count > suffix.count {
      name = String(name.dropLast(suffix.count))
    }
    guard name.contains("-") else { return [name] }
    let words = name.split(separator: "-").map(String.init)
    return [words.joined(), words.joined(separator: "_"), words.last ?? name]
  }

  private static func isVersion(_ text: Substring) -> Bool {
    text.first == "v" && text.count > 1 && text.dropFirst().allSatisfy(\.isNumber)
  }
}
