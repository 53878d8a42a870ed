/// How the files of a language find what others declare. Each language states its own; whoever follows calls from file
/// to file asks these, and not which language it is.
package struct LinkFacts: Sendable, Hashable {
  /// Where the function may be declared that a plain name calls without an import.
  package enum BareNames: Sendable, Hashable {
    case ownFile
    /// In any file of the folder, which is the package.
    case folder
    case workspace
  }

  /// What the dots of a relative module are.
  package enum Dots: Sendable, Hashable {
    /// Folders of a path: `../gateway`.
    case ofPaths
    /// One for each folder upwards, without slashes: `..gateway`.
    case ofPackages
  }

  /// Where a canonical path names its library.
  package enum Libraries: Sendable, Hashable {
    case byFirstName
    /// Packages are long names after their makers: up to a type, but for a path that begins with one.
    case byType
    /// The same where packages are capitalized as types are.
    case byCapitalizedType
  }

  /// The name that languages have in common whose files call each other; empty for one that is alone.
  package var group: String
  package var bareNames: BareNames
  package var dots: Dots
  /// Names of the files that stand for their folder.
  package var folderHeads: Set<String>
  /// A module is a file, and may give something by default that its caller names as it likes.
  package var modulesGiveDefaults: Bool
  /// A module is a folder, named by its path behind a root that is the same for the whole program.
  package var modulesAreFolders: Bool
  /// Where a canonical path names its library.
  package var libraries: Libraries

  package init(
    group: String = "",
    bareNames: BareNames = .ownFile,
    dots: Dots = .ofPaths,
    folderHeads: Set<String> = [],
    modulesGiveDefaults: Bool = false,
    modulesAreFolders: Bool = false,
    libraries: Libraries = .byFirstName
  ) {
    self.group = group
    self.bareNames = bareNames
    self.dots = dots
    self.folderHeads = folderHeads
    self.modulesGiveDefaults = modulesGiveDefaults
    self.modulesAreFolders = modulesAreFolders
    self.libraries = libraries
  }
}

extension LanguageFacts {
  /// The same, with how files find each other.
  package func linking(_ links: LinkFacts) -> LanguageFacts {
    var facts = self
    facts.links = links
    return facts
  }
}
