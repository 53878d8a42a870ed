package import Behaviour

/// What a unit's rules may know of the rest of its file. A value; two that are equal give equal ledgers.
package struct FileFacts: Sendable, Hashable {
  package var context: FileContext
  /// Functions and types that the file declares, by name (`charge`), members by qualified name (`Gateway.charge`).
  package var declarations: [String: Declaration]
  /// How the values of this file's top-level names and of its types' fields are made: by `client`, or
  /// `Gateway.client` for a field.
  package var constructions: [String: Construction]
  /// The base types of the types that have members in this file, by the type's name.
  package var bases: [String: [String]]
  /// The names of what prepares or cleans up for the tests of the file, and asserts itself.
  package var assertingFixtures: Set<String> = []
  /// In a test file: the last names of calls of which an assertion demands that they give nothing.
  package var absent: Set<String> = []
  /// Who touches which field under which lock, by the type's name: of types in which a lock is taken.
  package var accesses: [String: TypeAccesses] = [:]
  /// How often calls of each name, as written, are awaited in the file.
  package var awaited: [String: Int] = [:]
  /// The names (their last parts) of calls whose value is closed somewhere in the file.
  package var released: Set<String> = []
  /// Code outside of functions, or a mark on a type, speaks of who may do what: a `before_action`, a guard for all routes.
  package var checksAccess = false

  package init(
    context: FileContext,
    declarations: [String: Declaration] = [:],
    constructions: [String: Construction] = [:],
    bases: [String: [String]] = [:]
  ) {
    self.context = context
    self.declarations = declarations
    self.constructions = constructions
    self.bases = bases
  }

  package struct Declaration: Sendable, Hashable {
    package var kind: UnitKind
    package var traits: UnitTraits
    /// A decorator that may make something else of it stands on it.
    package var isWrapped: Bool
    /// An asynchronous function in which all that it awaits stands where every failure is caught.
    package var containsFailures: Bool
    /// An asynchronous function that awaits something, or gives its caller something to wait for.
    package var waits: Bool
    /// Whatever it does, it ends by raising.
    package var raises: Bool
    /// Canonical paths of what it calls, those first that stand first; at most `Declaration.calledLimit`.
    package var called: [String] = []
    /// What it holds while it works, by the names of the places (`self.slots`).
    package var holds: [String] = []
    /// As written; nil where none is declared.
    package var returnType: String?
    /// In a test file: whether calling it can fail the test.
    package var asserts = Assertiveness.no
    /// For one that does nothing: a unit of the file that calls it and is no test.
    package var caller: String?
    /// Whether such a call takes what it gives.
    package var isAsked = false

    package static let calledLimit = 12

    package init(
      kind: UnitKind,
      traits: UnitTraits,
      isWrapped: Bool = false,
      containsFailures: Bool = false,
      waits: Bool = true,
      raises: Bool = false
    ) {
      self.kind = kind
      self.traits = traits
      self.isWrapped = isWrapped
      self.containsFailures = containsFailures
      self.waits = waits
      self.raises = raises
    }
  }

  /// Whether a function, or one of this file that it calls, asserts.
  package enum Assertiveness: UInt8, Sendable, Hashable, Comparable {
    case no
    /// It calls something that may, and is not in this file.
    case perhaps
    case yes

    package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  /// The call that made a value.
  package struct Construction: Sendable, Hashable {
    package var path: String
    /// By label, positional ones as `#0` and on, those inside an object argument with dots (`options.timeout` where the object
    /// is labelled, `timeout` where it is positional): the text of constants, empty for anything else.
    package var arguments: [String: String]
    /// Some arguments cannot be seen (`**options`).
    package var hasUnseen: Bool

    package init(path: String, arguments: [String: String], hasUnseen: Bool) {
      self.path = path
      self.arguments = arguments
      self.hasUnseen = hasUnseen
    }
  }
}
