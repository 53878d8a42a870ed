import Knowledge
import Rules

/// A question that a rule asked of the other files, in a form in which it can be asked again.
///
/// Of a unit it keeps where that stands, no more: who asks about a unit was told of it by an answer before, and while
/// all answers are what they were, so is the unit.
package struct WorkspaceQuestion: Hashable, Sendable {
  enum Kind: UInt8 {
    case callees, units, libraries, own, callers, reach, likes, testMentioning, wrapper, tests, habit, namesake,
      extended, practices, calledUnder, trials, model
  }

  var kind: Kind
  var reference = CallReference.blank
  /// The unit that makes a call; the name that is looked for; the library.
  var name = ""
  var owner: String?
  var path = ""
  var position: Int32 = 0
  /// The bits of what a likeness must be at least; which practice it is.
  var least: UInt64 = 0
  var effect = Effect.none

  init(_ kind: Kind) { self.kind = kind }

  init(_ kind: Kind, _ unit: WorkspaceUnit) {
    self.kind = kind
    path = unit.path
    position = unit.id.position
  }

  init(_ kind: Kind, _ name: String) {
    self.kind = kind
    self.name = name
  }
}

extension WorkspaceQuestion: Coded {
  package static var blank: WorkspaceQuestion { WorkspaceQuestion(.units) }

  package mutating func code(_ coder: inout ByteCoder) throws(ByteCoder.Malformed) {
    try coder.code(choice: &kind)
    if kind == .callees { try coder.code(&reference) }
    try coder.code(&name)
    try coder.code(&owner)
    try coder.code(&path)
    try coder.code(&position)
    if kind == .likes || kind == .calledUnder { try coder.code(&least) }
    if kind == .wrapper { try coder.code(&effect, of: knownEffects) }
  }
}

extension WorkspaceQuestion {
  init(_ practice: CallPractice, around unit: WorkspaceUnit) {
    self.init(.calledUnder, unit)
    switch practice {
    case .gives(let label):
      least = UInt64(CallPractice.told.count)
      name = label
    case .asksFirst(let guardian):
      least = UInt64(CallPractice.told.count + 1)
      name = guardian
    default: least = UInt64(CallPractice.told.firstIndex(of: practice) ?? 0)
    }
  }

  /// The practice that is asked about; nil where none has that number.
  var practice: CallPractice? {
    let told = CallPractice.told
    switch least {
    case 0..<UInt64(told.count): return told[Int(least)]
    case UInt64(told.count): return .gives(name)
    case UInt64(told.count + 1): return .asksFirst(name)
    default: return nil
    }
  }
}
