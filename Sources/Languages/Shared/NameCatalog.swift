/// Which well-known names a namespace or package holds, for languages whose files bring in whole namespaces and so do
/// not say where a name comes from.
struct NameCatalog: Sendable {
  /// By name: the namespaces that hold it, first choice first.
  private let holders: [String: [String]]
  /// Namespaces that every file brings in.
  private let always: Set<String>

  static let empty = NameCatalog([], always: [])

  /// - Parameter namespaces: each with the names that it holds.
  init(_ namespaces: [(name: String, holds: [String])], always: Set<String>) {
    var holders: [String: [String]] = [:]
    for namespace in namespaces {
      for name in namespace.holds { holders[name, default: []].append(namespace.name) }
    }
    self.holders = holders
    self.always = always
  }

  /// The canonical path of a name, nil where no namespace that the file brings in is known to hold it.
  func path(of name: String, in wildcards: [String]) -> String? {
    guard let candidates = holders[name] else { return nil }
    guard let holder = candidates.first(where: { wildcards.contains($0) }) ?? candidates.first(where: always.contains)
    else { return nil }
    return holder + "." + name
  }
}
