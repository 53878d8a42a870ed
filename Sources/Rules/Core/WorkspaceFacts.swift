package import Behaviour
package import Knowledge

/// What rules may ask of the other files of the workspace.
///
/// Made for one file; nil in a `UnitContext` where nobody knows the other files. An answer that names no unit means
/// that none was found, not that there is none: it is no evidence of absence unless its question says so.
package protocol WorkspaceFacts: Sendable {
  /// What a call in this file runs, in this file or another.
  ///
  /// - Parameter unit: qualified name of the unit that makes it.
  /// - Parameter owner: the type whose member that is.
  func callees(of reference: CallReference, from unit: String, owner: String?) -> Callees

  /// How calls of a name, the last part of what is written, are waited for in the other files of the language.
  func habit(ofCalling name: String) -> WaitingHabit

  /// Whether nearly all functions of a name, in the files of the language, give something that must be closed, by the
  /// types that they declare.
  func givesHeld(calling name: String) -> Bool

  /// The units of this file, in reading order.
  var units: [WorkspaceUnit] { get }

  /// The libraries that a unit calls itself, each with an effect that it has by it.
  func libraries(of unit: WorkspaceUnit) -> [(library: String, effect: Effect)]

  /// The units of this name that this file declares.
  func own(_ qualifiedName: String) -> [WorkspaceUnit]

  /// Whether another file of the same folder declares a unit of this name: of several, one is built.
  func hasNamesakeBeside(_ qualifiedName: String) -> Bool

  /// Whether a type of the workspace derives from one of this name.
  func isExtended(_ type: String) -> Bool

  /// Every place in the workspace that calls a unit, tests with the rest; those first of which it is sure, then by
  /// path and line.
  func callers(of unit: WorkspaceUnit) -> [CallSite]

  /// What the units that call a unit make of it, tests left out; those first that most have in common.
  func practices(around unit: WorkspaceUnit) -> [PracticeTally]

  /// Whether some caller of a unit, itself or through one other, keeps to a practice where it calls it.
  func isCalledUnder(_ practice: CallPractice, _ unit: WorkspaceUnit) -> Bool

  /// What a unit does, with all that it surely calls, through any number of files.
  func reach(of unit: WorkspaceUnit) -> Reach

  /// The other units that do much the same, the likest first, then by path and line; none for a unit that is small.
  ///
  /// - Parameter least: how much of what they do is the same, from 0 to 1.
  func likes(of unit: WorkspaceUnit, atLeast least: Double) -> [LikeUnit]

  /// A file of tests, other than this one, that names something, as a name or in a text; the first by path.
  func testMentioning(_ name: String) -> String?

  /// What most of the workspace goes through where it could call a library itself; nil where there is no such habit.
  ///
  /// - Parameter library: see `LibraryName`.
  func wrapper(of library: String, effect: Effect) -> WrapperFact?

  /// What models and migrations show of a table, by any of its names (see `ModelName`); nil where none is known.
  func model(_ name: String) -> ModelFact?

  /// What tests do to make a unit fail; nil where none calls it.
  func trials(of unit: WorkspaceUnit) -> Trials?

  /// The tests by which a unit is run: that call it, or call what calls it. Nil where no test of the language is in
  /// the workspace.
  func tests(of unit: WorkspaceUnit) -> [TestOfUnit]?
}

/// How often calls of one name are awaited, and how often their value is taken, or dropped, without that.
package struct WaitingHabit: Sendable, Hashable {
  package var awaited = 0
  package var others = 0

  package init(awaited: Int = 0, others: Int = 0) {
    self.awaited = awaited
    self.others = others
  }

  /// Hardly anybody calls it without waiting.
  package var isFirm: Bool { awaited >= 2 && awaited >= 4 * others }
}

/// A unit of the workspace.
package struct WorkspaceUnit: Sendable, Hashable {
  package struct ID: Sendable, Hashable {
    package var file: Int32
    package var position: Int32

    package init(file: Int32, position: Int32) {
      self.file = file
      self.position = position
    }
  }

  package var id: ID
  /// Of its file, relative to the workspace.
  package var path: String
  package var fileTraits: FileTraits
  package var summary: UnitSummary

  package init(id: ID, path: String, fileTraits: FileTraits, summary: UnitSummary) {
    self.id = id
    self.path = path
    self.fileTraits = fileTraits
    self.summary = summary
  }

  /// Whether it belongs to tests, as one or as a help to them.
  package var isOfTests: Bool {
    summary.kind == .test || fileTraits.contains(.test) || summary.traits.contains(.fixture)
  }

  /// Where a person finds it: `app/client.py:12`.
  package var place: String { "\(path):\(summary.line)" }
}

/// What a call may run.
package struct Callees: Sendable, Hashable {
  package enum Certainty: UInt8, Sendable, Comparable {
    /// By nothing but its own name, which one or few functions have.
    case name
    /// One of several: the implementations of what is declared, the namesakes of a type.
    case several
    /// This one.
    case sure

    package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  /// At least one; at most eight.
  package var units: [WorkspaceUnit]
  package var certainty: Certainty

  package init(units: [WorkspaceUnit], certainty: Certainty) {
    self.units = units
    self.certainty = certainty
  }

  /// The one unit that surely runs.
  package var one: WorkspaceUnit? { certainty == .sure ? units.first : nil }
}

/// A place that calls a unit.
package struct CallSite: Sendable, Hashable {
  /// The unit that makes the call.
  package var unit: WorkspaceUnit
  /// From 1.
  package var line: Int
  package var flags: CallFlags
  package var arguments: Int
  package var certainty: Callees.Certainty

  package init(unit: WorkspaceUnit, line: Int, flags: CallFlags, arguments: Int, certainty: Callees.Certainty) {
    self.unit = unit
    self.line = line
    self.flags = flags
    self.arguments = arguments
    self.certainty = certainty
  }
}

/// What a unit does, with all that it calls.
package struct Reach: Sendable, Hashable {
  package var effects: EffectSet
  package var conduct: UnitConduct
  /// Whether every call in it was found, in the catalog or in the workspace: what is not in `effects` is then not done.
  package var isWhole: Bool

  package init(effects: EffectSet, conduct: UnitConduct, isWhole: Bool) {
    self.effects = effects
    self.conduct = conduct
    self.isWhole = isWhole
  }
}

/// A test by which a unit is run.
package struct TestOfUnit: Sendable, Hashable {
  package var test: WorkspaceUnit
  /// The function between them, where the test does not call the unit itself.
  package var through: WorkspaceUnit?
  package var certainty: Callees.Certainty

  package init(test: WorkspaceUnit, through: WorkspaceUnit?, certainty: Callees.Certainty) {
    self.test = test
    self.through = through
    self.certainty = certainty
  }
}

/// A unit that does much the same as another.
package struct LikeUnit: Sendable, Hashable {
  package var unit: WorkspaceUnit
  /// From 0 to 1.
  package var similarity: Double
  /// Where nothing but constants differs: how many.
  package var differingConstants: Int?

  package init(unit: WorkspaceUnit, similarity: Double, differingConstants: Int?) {
    self.unit = unit
    self.similarity = similarity
    self.differingConstants = differingConstants
  }
}

/// A file of the workspace through which other files reach a library.
package struct WrapperFact: Sendable, Hashable {
  /// The unit of it that is called most.
  package var unit: WorkspaceUnit
  package var additions: Additions
  /// Uses of the library by other files through it, and past it.
  package var through: Int
  package var direct: Int
  /// Another wrapper that much of the workspace uses.
  package var rival: WorkspaceUnit?

  package init(unit: WorkspaceUnit, additions: Additions, through: Int, direct: Int, rival: WorkspaceUnit?) {
    self.unit = unit
    self.additions = additions
    self.through = through
    self.direct = direct
    self.rival = rival
  }
}

extension UnitContext {
  /// What a call may run, in this file or another; nil where that was not found, or nobody knows the workspace.
  package func callees(of call: NodeIndex) -> Callees? {
    guard let workspace else { return nil }
    if let known = knownCallees[call] { return known }
    var callees: Callees?
    if let reference = references.reference(of: call) {
      let found = workspace.callees(of: reference, from: unit.qualifiedName, owner: unit.owner?.name)
      if !found.units.isEmpty { callees = found }
    }
    knownCallees.updateValue(callees, forKey: call)
    return callees
  }

  /// The one unit of the workspace that a call surely runs.
  package func callee(of call: NodeIndex) -> WorkspaceUnit? { callees(of: call)?.one }

  /// This unit, as the workspace knows it.
  package var own: WorkspaceUnit? {
    if let knownOwn { return knownOwn }
    let own = workspace?.own(unit.qualifiedName).first { $0.summary.kind == unit.kind }
    knownOwn = .some(own)
    return own
  }
}
