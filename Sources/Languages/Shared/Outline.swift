package import Behaviour

/// What stands where in a file: its units, what they are nested in, and what every unit must know of the rest.
package struct Outline: Sendable {
  /// In reading order; the unit of the code at top level, where there is such code, is last.
  package var units: [UnitSpan]
  /// Types, and in tests the calls that group tests; a container stands before those inside of it.
  package var containers: [Container]
  package var environment: FileEnvironment
  package var traits: FileTraits
  /// Byte ranges of the regions that could not be parsed, in reading order, none inside of another.
  package var broken: [Range<Int>]
  /// Every comment, in reading order.
  package var comments: [Range<Int>]

  package init(
    units: [UnitSpan] = [],
    containers: [Container] = [],
    environment: FileEnvironment = FileEnvironment(),
    traits: FileTraits = [],
    broken: [Range<Int>] = [],
    comments: [Range<Int>] = []
  ) {
    self.units = units
    self.containers = containers
    self.environment = environment
    self.traits = traits
    self.broken = broken
    self.comments = comments
  }
}

/// Where a unit stands.
package struct UnitSpan: Sendable, Hashable {
  /// Index of the unit's node in the syntax; the root for the code at top level.
  package var node: Int32
  /// Bytes, with decorators and modifiers, without the comment before it. The whole text for the code at top level.
  package var range: Range<Int>
  /// Bytes of its name; where it has none, of the words that start it.
  package var nameRange: Range<Int>
  package var name: String
  package var qualifiedName: String
  package var kind: UnitKind
  /// Index of the innermost container around it.
  package var container: Int?

  package init(
    node: Int32,
    range: Range<Int>,
    nameRange: Range<Int>,
    name: String,
    qualifiedName: String,
    kind: UnitKind,
    container: Int?
  ) {
    self.node = node
    self.range = range
    self.nameRange = nameRange
    self.name = name
    self.qualifiedName = qualifiedName
    self.kind = kind
    self.container = container
  }
}

/// Something that holds units: a type, or the call that groups tests.
///
/// `head` and `tail` are what must be put around a piece of its body so that the piece parses alone as it parses in
/// place: for a Python class its first line, for a class in braces all up to the opening brace, and the closing one.
package struct Container: Sendable, Hashable {
  package var parent: Int?
  package var name: String
  /// Bytes from its start to the start of its body.
  package var head: Range<Int>
  /// Bytes of its body.
  package var body: Range<Int>
  /// Bytes from the end of its body to its end; empty where nothing closes it.
  package var tail: Range<Int>
  /// For a type.
  package var owner: Owner?

  package init(
    parent: Int?,
    name: String,
    head: Range<Int>,
    body: Range<Int>,
    tail: Range<Int>,
    owner: Owner?
  ) {
    self.parent = parent
    self.name = name
    self.head = head
    self.body = body
    self.tail = tail
    self.owner = owner
  }
}

/// What the names at the top level of a file stand for. A unit's behaviour depends on its own text, its container and
/// this, on nothing else.
package struct FileEnvironment: Sendable, Hashable {
  /// By the name as used in this file.
  package var names: [String: TopLevelName]
  /// The types of the file, by name, in a language whose methods stand outside of their type.
  package var owners: [String: Owner]
  /// Namespaces and packages all of whose names the file brings in (`using System.Net.Http;`), in reading order.
  package var wildcards: [String]

  package init(names: [String: TopLevelName] = [:], owners: [String: Owner] = [:], wildcards: [String] = []) {
    self.names = names
    self.owners = owners
    self.wildcards = wildcards
  }
}

package enum TopLevelName: Sendable, Hashable {
  /// Imported: its canonical path (`requests.get`, `axios`).
  case imported(String)
  /// A function of this file.
  case function(isAsync: Bool)
  /// A type of this file.
  case type
  /// A value of this file: the canonical path of the call that made it or of its declared type, where known.
  case value(type: String?, certainty: Certainty)
}
