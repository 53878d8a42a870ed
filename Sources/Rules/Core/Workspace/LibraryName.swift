/// The part of a canonical path that names the library: what is changed when a library is replaced.
package struct LibraryName: Sendable, Hashable {
  package let name: String

  /// - Parameter family: of the language.
  package init?(path: String, family: String) {
    var path = path[...]
    if path.hasSuffix("()") { path = path.dropLast(2) }
    guard !path.isEmpty else { return nil }
    if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) {
      let rest = path[path.utf8.index(after: slash)...]
      name = String(path[...slash] + rest.prefix { $0 != "." })
      return
    }
    let parts = path.split(separator: ".")
    guard let first = parts.first else { return nil }
    // Packages are long in languages that name them after their makers: up to the type.
    if ["java", "kotlin", "csharp"].contains(family), !NameReading.isCapitalized(first) || family == "csharp",
      let type = parts.dropLast().lastIndex(where: { NameReading.isCapitalized($0) })
    {
      name = parts[...type].joined(separator: ".")
      return
    }
    name = String(first)
  }
}
