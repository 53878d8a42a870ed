/// A piece of code that is read, judged and shown as one: a function, a method, a test, the code at top level.
package struct Unit: Sendable, Hashable {
  package var name: String
  /// With the types and describing blocks around it, joined by dots: `OrderService.charge`.
  package var qualifiedName: String
  package var kind: UnitKind
  package var traits: UnitTraits
  package var parameters: [Parameter]
  /// As written; nil where none is declared.
  package var returnType: String?
  /// The type whose member this is.
  package var owner: Owner?
  /// What the unit calls the object itself where it has a word of its own for that: names in the tree say `self`.
  package var selfWord: String?
  /// The doc comment, without its comment signs; cut at a length.
  package var documentation: String?
  /// In bytes. The unit's nodes lie in `0..<length`.
  package var length: Int
  /// Byte range of the unit's name, relative to the unit: where a lens or a finding on the unit as a whole is shown.
  package var nameRange: Range<Int>
  /// The root is a block; decorators stand first in it, in the role `decorator`, then parameters with defaults, then
  /// the statements.
  package var tree: BehaviourTree

  package init(
    name: String,
    qualifiedName: String,
    kind: UnitKind,
    traits: UnitTraits = [],
    parameters: [Parameter] = [],
    returnType: String? = nil,
    owner: Owner? = nil,
    documentation: String? = nil,
    length: Int,
    nameRange: Range<Int> = 0..<0,
    tree: BehaviourTree = BehaviourTree()
  ) {
    self.name = name
    self.qualifiedName = qualifiedName
    self.kind = kind
    self.traits = traits
    self.parameters = parameters
    self.returnType = returnType
    self.owner = owner
    self.documentation = documentation
    self.length = length
    self.nameRange = nameRange
    self.tree = tree
  }
}

/// The kinds of the review report.
package enum UnitKind: String, Sendable, CaseIterable {
  case function, method, initializer, closure, test, module, resource
}

package struct UnitTraits: OptionSet, Sendable, Hashable {
  package let rawValue: UInt16
  package init(rawValue: UInt16) { self.rawValue = rawValue }

  package static let async = UnitTraits(rawValue: 1 << 0)
  package static let generator = UnitTraits(rawValue: 1 << 1)
  /// Belongs to the type, not to an object of it.
  package static let `static` = UnitTraits(rawValue: 1 << 2)
  /// Declared, not implemented: abstract, protocol requirement, overload.
  package static let abstract = UnitTraits(rawValue: 1 << 3)
  /// Says that it replaces an inherited one.
  package static let override = UnitTraits(rawValue: 1 << 4)
  /// Can be called from other files.
  package static let exported = UnitTraits(rawValue: 1 << 5)
  /// Declares that it may throw (Swift `throws`, Java `throws`, a result type that holds an error).
  package static let `throws` = UnitTraits(rawValue: 1 << 6)
  /// A test that is switched off.
  package static let skipped = UnitTraits(rawValue: 1 << 7)
  /// Prepares or cleans up for tests (`setUp`, `beforeEach`, a fixture).
  package static let fixture = UnitTraits(rawValue: 1 << 8)
  /// A property or getter.
  package static let accessor = UnitTraits(rawValue: 1 << 9)
  /// Has a body, and says that others may replace it: a default of an interface, `open`, `virtual`.
  package static let replaceable = UnitTraits(rawValue: 1 << 10)
  /// By the language's own word nobody outside of its type may call it, where that is not told by what is exported.
  package static let `private` = UnitTraits(rawValue: 1 << 11)
}

package struct Parameter: Sendable, Hashable {
  package var name: String
  /// As written; nil where none is declared.
  package var type: String?
  package var hasDefault: Bool
  /// Stands for any number of arguments.
  package var isVariadic: Bool

  package init(name: String, type: String? = nil, hasDefault: Bool = false, isVariadic: Bool = false) {
    self.name = name
    self.type = type
    self.hasDefault = hasDefault
    self.isVariadic = isVariadic
  }
}

/// The type that a method belongs to.
package struct Owner: Sendable, Hashable {
  package var name: String
  /// Base types and protocols, canonical where they resolved, else as written.
  package var bases: [String]
  package var fields: [Field]
  /// The last names of the annotations or attributes that stand on it, where its language keeps them with the type.
  package var marks: [String]
  /// Those marks on it that speak of keys, with what they are given: `Unique(["code", "user"])`.
  package var notes: [String] = []

  package init(name: String, bases: [String] = [], fields: [Field] = [], marks: [String] = []) {
    self.name = name
    self.bases = bases
    self.fields = fields
    self.marks = marks
  }

  package struct Field: Sendable, Hashable {
    package var name: String
    /// Canonical path of its type or of the call that made its value; nil where unknown.
    package var type: String?
    package var certainty: Certainty
    /// Where the type has no path: its name as it is declared, or as what makes the value; empty where nothing says.
    package var written: String
    /// What stands on it and speaks of keys and versions: `Column(unique = true)`, `Version`.
    package var marks: [String] = []

    package init(name: String, type: String?, certainty: Certainty, written: String = "") {
      self.name = name
      self.type = type
      self.certainty = certainty
      self.written = type == nil ? Field.typeName(in: written) : ""
    }

    /// The name of a type at the start of a piece of code: of `Store<Order>?`, of `Store(limit: 5)`; empty where a
    /// value stands there.
    private static func typeName(in code: String) -> String {
      let head = code.drop { $0 == "*" || $0 == "&" || $0 == " " }.prefix(80).prefix {
        $0.isLetter || $0.isNumber || $0 == "_" || $0 == "."
      }
      let last = head.split(separator: ".").last ?? ""
      return last.first?.isUppercase == true ? String(last) : ""
    }
  }
}

extension Owner {
  /// A mark as it is kept, without its sign; nil for one that says nothing of keys and versions.
  package static func note(_ mark: String) -> String? {
    let text = mark.drop { $0 == "@" || $0 == "[" || $0 == " " }.prefix(200)
    return noted.contains { text.holds($0) } ? String(text) : nil
  }

  private static let noted: [StaticString] = ["nique", "Version", "ConcurrencyCheck", "Timestamp", "PrimaryColumn"]
}
