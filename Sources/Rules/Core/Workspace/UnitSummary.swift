package import Behaviour
package import Knowledge

/// What other files may know of a unit.
///
/// Two are equal where nobody could tell them apart: the numbers of their calls in the file are no part of that, which
/// change with every call that is written above.
package struct UnitSummary: Sendable {
  package var name: String
  package var qualifiedName: String
  package var kind: UnitKind
  package var traits: UnitTraits
  package var parameters: [Parameter]
  /// As written; nil where none is declared.
  package var returnType: String?
  /// The type whose member it is.
  package var owner: String?
  /// Line on which it starts, from 1.
  package var line: Int
  package var conduct: UnitConduct
  /// What it does outside by itself, by the catalog.
  package var effects: EffectSet
  package var shape: ShapeSummary
  /// What it adds to the calls of APIs that it makes.
  package var additions: Additions
  /// For a test.
  package var drive: FailureDrive
  /// How many nodes of behaviour it has.
  package var size: Int
  /// Its calls among those of the file.
  package var calls: Range<Int32>

  package init(
    name: String,
    qualifiedName: String,
    kind: UnitKind,
    traits: UnitTraits,
    parameters: [Parameter],
    returnType: String?,
    owner: String?,
    line: Int,
    conduct: UnitConduct,
    effects: EffectSet,
    shape: ShapeSummary,
    additions: Additions,
    drive: FailureDrive,
    size: Int,
    calls: Range<Int32>
  ) {
    self.name = name
    self.qualifiedName = qualifiedName
    self.kind = kind
    self.traits = traits
    self.parameters = parameters
    self.returnType = returnType
    self.owner = owner
    self.line = line
    self.conduct = conduct
    self.effects = effects
    self.shape = shape
    self.additions = additions
    self.drive = drive
    self.size = size
    self.calls = calls
  }
}

extension UnitSummary: Hashable {
  package static func == (a: UnitSummary, b: UnitSummary) -> Bool {
    a.line == b.line && a.size == b.size && a.calls.count == b.calls.count && a.kind == b.kind && a.traits == b.traits
      && a.conduct == b.conduct && a.effects == b.effects && a.additions == b.additions && a.drive == b.drive
      && a.qualifiedName == b.qualifiedName && a.name == b.name && a.owner == b.owner && a.returnType == b.returnType
      && a.parameters == b.parameters && a.shape == b.shape
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(qualifiedName)
    hasher.combine(line)
  }
}

/// What a unit does, besides its effects.
package struct UnitConduct: OptionSet, Sendable, Hashable {
  package let rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// A decorator that may make something else of it stands on it.
  package static let isWrapped = UnitConduct(rawValue: 1 << 0)
  /// An asynchronous function in which all that it awaits stands where every failure is caught.
  package static let containsFailures = UnitConduct(rawValue: 1 << 1)
  /// An asynchronous function that awaits something, or gives its caller something to wait for.
  package static let waits = UnitConduct(rawValue: 1 << 2)
  /// Whatever it does, it ends by raising.
  package static let endsByRaising = UnitConduct(rawValue: 1 << 3)
  /// A failure is raised or handed on in it, outside of what catches everything.
  package static let letsFailuresOut = UnitConduct(rawValue: 1 << 4)
  /// It fails a test by what stands in itself: an assertion, or an error raised in its own name.
  package static let asserts = UnitConduct(rawValue: 1 << 5)
  /// It calls what by its name may assert.
  package static let mayAssert = UnitConduct(rawValue: 1 << 6)
  /// On every way through it, a line is written.
  package static let logs = UnitConduct(rawValue: 1 << 7)
  /// On every way through it, somebody is told: error tracker, alert, metric.
  package static let reports = UnitConduct(rawValue: 1 << 8)
  /// On every way through it, the process ends.
  package static let exits = UnitConduct(rawValue: 1 << 9)
  package static let branches = UnitConduct(rawValue: 1 << 10)
  package static let loops = UnitConduct(rawValue: 1 << 11)
  /// A constant that stands for nothing is among what it returns.
  package static let givesNothing = UnitConduct(rawValue: 1 << 12)
  /// Holds code that could not be read.
  package static let hasUnknown = UnitConduct(rawValue: 1 << 13)
  /// Deals with failures: it has handlers.
  package static let handles = UnitConduct(rawValue: 1 << 14)
  /// Raises failures of its own.
  package static let raises = UnitConduct(rawValue: 1 << 15)
  /// By its declared type it gives something that must be closed.
  package static let givesHeld = UnitConduct(rawValue: 1 << 16)
}

/// A call, as other files may know it.
package struct CallSummary: Sendable, Hashable {
  /// Numbers of names in the file's table.
  package var name: UInt32
  package var type: UInt32
  package var module: UInt32
  /// Line on which it stands, from 1.
  package var line: UInt32
  package var form: CallReference.Form
  package var flags: CallFlags
  /// How many arguments it is given.
  package var arguments: UInt8
  /// Of a known call. `type` is then the part of its path that names the library.
  package var effect: Effect
  /// Of the labels that it is given, those that make a call safer: where they begin among the file's, and how many.
  package var firstLabel: UInt32
  package var labelCount: UInt8

  package init(
    name: UInt32,
    type: UInt32,
    module: UInt32,
    line: UInt32,
    form: CallReference.Form,
    flags: CallFlags,
    arguments: UInt8,
    effect: Effect,
    firstLabel: UInt32 = 0,
    labelCount: UInt8 = 0
  ) {
    self.name = name
    self.type = type
    self.module = module
    self.line = line
    self.form = form
    self.flags = flags
    self.arguments = arguments
    self.effect = effect
    self.firstLabel = firstLabel
    self.labelCount = labelCount
  }
}

package struct CallFlags: OptionSet, Sendable, Hashable {
  package let rawValue: UInt16
  package init(rawValue: UInt16) { self.rawValue = rawValue }

  package static let constructs = CallFlags(rawValue: 1 << 0)
  package static let awaited = CallFlags(rawValue: 1 << 1)
  package static let discarded = CallFlags(rawValue: 1 << 2)
  package static let returned = CallFlags(rawValue: 1 << 3)
  /// Its failure leaves by the language's mark for that.
  package static let propagated = CallFlags(rawValue: 1 << 4)
  /// Its failure, a value, is thrown away.
  package static let errorIgnored = CallFlags(rawValue: 1 << 5)
  /// Stands in the body of an attempt that has handlers.
  package static let attempted = CallFlags(rawValue: 1 << 6)
  /// Stands in a lock, or in a transaction.
  package static let locked = CallFlags(rawValue: 1 << 7)
  package static let inLoop = CallFlags(rawValue: 1 << 8)
  /// The catalog knows it: it is no function of the workspace.
  package static let known = CallFlags(rawValue: 1 << 9)
  /// Stands in a condition, or its value is tested there under a name.
  package static let tested = CallFlags(rawValue: 1 << 10)
  /// It is given arguments that are not seen one by one.
  package static let spread = CallFlags(rawValue: 1 << 11)
  /// A member of its value is used where an absent one would fail.
  package static let dereferenced = CallFlags(rawValue: 1 << 12)
  /// Its value is thrown away on purpose.
  package static let voided = CallFlags(rawValue: 1 << 13)
  /// Stands in a function inside of the unit, which may run elsewhere.
  package static let inClosure = CallFlags(rawValue: 1 << 14)
  /// Stands in what an assertion demands to fail.
  package static let demanded = CallFlags(rawValue: 1 << 15)
}

/// A type, as other files may know it.
package struct TypeSummary: Sendable, Hashable {
  package var name: String
  package var bases: [String]

  package init(name: String, bases: [String]) {
    self.name = name
    self.bases = bases
  }
}

/// What other files may know of a file. A pure value: of its text, and of what is known of the APIs that it calls.
package struct FileSummary: Sendable, Hashable {
  /// Relative to the workspace, `/` between parts.
  package var path: String
  /// The family.
  package var language: String
  package var traits: FileTraits
  /// Names by number; the first is the empty name.
  package var names: [String]
  /// In reading order; the code at top level is last.
  package var units: [UnitSummary]
  package var calls: [CallSummary]
  /// Numbers of the names of labels, as the calls have them.
  package var labels: [UInt32]
  package var types: [TypeSummary]
  /// Canonical names of what the file imports, sorted.
  package var imports: [String]
  /// For a file of tests: numbers of all names and texts in it.
  package var mentions: [UInt32]
  /// What it shows of tables, by name.
  package var models: [ModelSummary]

  package init(path: String, language: String, traits: FileTraits = []) {
    self.path = path
    self.language = language
    self.traits = traits
    names = [""]
    units = []
    calls = []
    labels = []
    types = []
    imports = []
    mentions = []
    models = []
  }

  package func name(_ id: UInt32) -> String { Int(id) < names.count ? names[Int(id)] : "" }

  package func reference(_ call: CallSummary) -> CallReference {
    CallReference(
      form: call.form,
      name: name(call.name),
      type: name(call.type),
      module: name(call.module),
      isConstruction: call.flags.contains(.constructs)
    )
  }
}
