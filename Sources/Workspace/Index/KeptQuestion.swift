import Knowledge
package import Rules

/// A question that a rule asked of the other files, as it is kept until it is asked again.
///
/// Of a unit it keeps where that stands, no more: who asks about a unit was told of it by an answer before, and while
/// all answers are what they were, so is the unit.
package struct KeptQuestion: Sendable {
  private enum Kind: UInt8 {
    case callees, units, libraries, own, callers, reach, likes, mention, wrapper, tests, habit, namesake, extended,
      practices, calledUnder, trials, model, givesHeld
  }

  private var kind = Kind.units
  private var reference = CallReference.blank
  /// The unit that makes a call; the name that is looked for; the library.
  private var name = ""
  private var owner: String?
  private var path = ""
  private var position: Int32 = 0
  /// The bits of what a likeness must be at least; which practice it is.
  private var number: UInt64 = 0
  private var effect = Effect.none

  package init(_ question: FactMemory.Question) {
    switch question {
    case .callees(let reference, let unit, let owner):
      self.init(kind: .callees, named: unit)
      self.reference = reference
      self.owner = owner
    case .units: self.init(kind: .units)
    case .own(let name): self.init(kind: .own, named: name)
    case .libraries(let asked): self.init(kind: .libraries, asked)
    case .callers(let asked): self.init(kind: .callers, asked)
    case .reach(let asked): self.init(kind: .reach, asked)
    case .likes(let asked, let least):
      self.init(kind: .likes, asked)
      number = least.bitPattern
    case .mention(let name): self.init(kind: .mention, named: name)
    case .wrapper(let library, let effect):
      self.init(kind: .wrapper, named: library)
      self.effect = effect
    case .tests(let asked): self.init(kind: .tests, asked)
    case .habit(let name): self.init(kind: .habit, named: name)
    case .namesake(let name): self.init(kind: .namesake, named: name)
    case .extended(let type): self.init(kind: .extended, named: type)
    case .practices(let asked): self.init(kind: .practices, asked)
    case .calledUnder(let practice, let asked):
      self.init(kind: .calledUnder, asked)
      (number, name) = practice.parts
    case .trials(let asked): self.init(kind: .trials, asked)
    case .model(let name): self.init(kind: .model, named: name)
    case .givesHeld(let name): self.init(kind: .givesHeld, named: name)
    }
  }

  private init(kind: Kind, named name: String = "") {
    self.kind = kind
    self.name = name
  }

  private init(kind: Kind, _ asked: FactMemory.Asked) {
    self.kind = kind
    path = asked.unit.path
    position = asked.unit.id.position
  }

  /// The question, of an index as it is now; nil where it is about a unit that is not there.
  package func question(in index: WorkspaceIndex) -> FactMemory.Question? {
    switch kind {
    case .callees: return .callees(reference, unit: name, owner: owner)
    case .units: return .units
    case .own: return .own(name)
    case .mention: return .mention(name)
    case .wrapper: return .wrapper(name, effect)
    case .habit: return .habit(name)
    case .namesake: return .namesake(name)
    case .extended: return .extended(name)
    case .model: return .model(name)
    case .givesHeld: return .givesHeld(name)
    case .libraries, .callers, .reach, .likes, .tests, .practices, .calledUnder, .trials: break
    }
    guard let file = index.places[path], let unit = index.unit(WorkspaceUnit.ID(file: file, position: position)) else {
      return nil
    }
    let asked = FactMemory.Asked(unit)
    switch kind {
    case .libraries: return .libraries(asked)
    case .callers: return .callers(asked)
    case .reach: return .reach(asked)
    case .likes: return .likes(asked, atLeast: Double(bitPattern: number))
    case .tests: return .tests(asked)
    case .practices: return .practices(asked)
    case .calledUnder: return CallPractice(number, name).map { .calledUnder($0, asked) }
    case .trials: return .trials(asked)
    default: return nil
    }
  }
}

extension KeptQuestion: Coded {
  package static var blank: KeptQuestion { KeptQuestion(kind: .units) }

  package mutating func code(_ coder: inout ByteCoder) throws(ByteCoder.Malformed) {
    try coder.code(choice: &kind)
    if kind == .callees { try coder.code(&reference) }
    try coder.code(&name)
    try coder.code(&owner)
    try coder.code(&path)
    try coder.code(&position)
    if kind == .likes || kind == .calledUnder { try coder.code(&number) }
    if kind == .wrapper { try coder.code(&effect, of: knownEffects) }
  }
}

extension CallPractice {
  /// As a number, and the name that goes with it.
  var parts: (UInt64, String) {
    switch self {
    case .gives(let label): (UInt64(CallPractice.told.count), label)
    case .asksFirst(let name): (UInt64(CallPractice.told.count + 1), name)
    default: (UInt64(CallPractice.told.firstIndex(of: self) ?? 0), "")
    }
  }

  /// Nil where no practice has that number.
  init?(_ number: UInt64, _ name: String) {
    let told = CallPractice.told
    switch number {
    case 0..<UInt64(told.count): self = told[Int(number)]
    case UInt64(told.count): self = .gives(name)
    case UInt64(told.count + 1): self = .asksFirst(name)
    default: return nil
    }
  }
}
