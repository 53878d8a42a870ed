/// Something that was found and may be worth reading.
package struct Candidate: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// A regular file, or a link to one that was named.
    case file
    /// A link inside a folder. What it leads to is found where it stands, or is none of the folder's business.
    case symbolicLink
    /// A pipe, a socket, a device.
    case special
    /// A file or folder that could not be looked at, and why.
    case unreadable(String)
  }

  /// As it was given, with what was found below it.
  package let path: FilePath
  package let kind: Kind
  /// Whether a person named this very path, which is then never left out.
  package let isNamed: Bool

  package init(path: FilePath, kind: Kind, isNamed: Bool) {
    self.path = path
    self.kind = kind
    self.isNamed = isNamed
  }
}
