package import Behaviour

/// The part of a canonical path that names the library: what is changed when a library is replaced.
package struct LibraryName: Sendable, Hashable {
  package let name: String

  /// - Parameter libraries: how the language names them.
  package init?(path: String, _ libraries: LinkFacts.Libraries) {
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
    let isUpToType =
      switch libraries {
      case .byFirstName: false
      case .byType: !NameReading.isCapitalized(first)
      case .byCapitalizedType: true
      }
    if isUpToType, let type = parts.dropLast().lastIndex(where: { NameReading.isCapitalized($0) }) {
      name = parts[...type].joined(separator: ".")
    } else {
      name = String(first)
    }
  }
}
