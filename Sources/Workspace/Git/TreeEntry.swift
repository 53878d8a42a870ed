/// A name in a folder of a commit.
package struct TreeEntry: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    case file
    case folder
    case symbolicLink
    /// A commit of another repository.
    case submodule

    /// From the octal digits that Git writes; nil for no file at all.
    init?(mode: some Collection<UInt8>) {
      switch String(decoding: mode, as: UTF8.self) {
      case "40000", "040000": self = .folder
      case "120000": self = .symbolicLink
      case "160000": self = .submodule
      case let mode where mode.hasPrefix("100"): self = .file
      default: return nil
      }
    }
  }

  package let kind: Kind
  package let id: ObjectID

  /// The entries of a tree object by their names: `<mode> <name>`, a NUL, and the raw id, over and over. What does not
  /// look like that ends the list.
  static func entries(in tree: [UInt8], idLength: Int) -> [FilePath: TreeEntry] {
    var entries: [FilePath: TreeEntry] = [:]
    var rest = tree[...]
    while let space = rest.firstIndex(of: UInt8(ascii: " ")), let end = rest[space...].firstIndex(of: 0) {
      guard rest.endIndex - end > idLength, let kind = Kind(mode: rest[..<space]) else { break }
      guard let id = ObjectID(raw: rest[(end + 1)...].prefix(idLength)) else { break }
      entries[FilePath(Array(rest[(space + 1)..<end]))] = TreeEntry(kind: kind, id: id)
      rest = rest[(end + 1 + idLength)...]
    }
    return entries
  }
}
