package import Knowledge

/// What somebody asked of the other files, and what was answered, in the order of asking.
///
/// As long as each question is answered the same, whoever asked them comes to the same. The units that questions name
/// come from earlier answers, so they too mean the same then.
package struct FactMemory: Sendable {
  package enum Question: Sendable, Hashable {
    case callees(CallReference, unit: String, owner: String?)
    case units
    case own(String)
    case libraries(Asked)
    case callers(Asked)
    case reach(Asked)
    case likes(Asked, atLeast: Double)
    case mention(String)
    case wrapper(String, Effect)
    case tests(Asked)
    case habit(String)
    case namesake(String)
    case extended(String)
    case practices(Asked)
    case calledUnder(CallPractice, Asked)
    case trials(Asked)
    case model(String)
    case givesHeld(String)
  }

  package enum Answer: Sendable, Equatable {
    case callees(Callees)
    case units([WorkspaceUnit])
    case libraries([LibraryUse])
    case callers([CallSite])
    case reach(Reach)
    case likes([LikeUnit])
    case path(String?)
    case wrapper(WrapperFact?)
    case tests([TestOfUnit]?)
    case habit(WaitingHabit)
    case truth(Bool)
    case practices([PracticeTally])
    case trials(Trials?)
    case model(ModelFact?)
  }

  /// A unit that is asked about, told from others by its place.
  package struct Asked: Sendable, Hashable {
    package let unit: WorkspaceUnit

    package init(_ unit: WorkspaceUnit) { self.unit = unit }

    package static func == (a: Self, b: Self) -> Bool { a.unit.id == b.unit.id && a.unit.path == b.unit.path }
    package func hash(into hasher: inout Hasher) { hasher.combine(unit.id) }
  }

  package struct LibraryUse: Sendable, Equatable {
    package var library: String
    package var effect: Effect
  }

  /// Each once.
  package private(set) var questions: [Question] = []
  private var answers: [Question: Answer] = [:]

  package init() {}

  package func answer(to question: Question) -> Answer? { answers[question] }

  mutating func remember(_ answer: Answer, to question: Question) {
    if answers.updateValue(answer, forKey: question) == nil { questions.append(question) }
  }

  /// Whether each question is answered now as it was then.
  package func holds(in facts: any WorkspaceFacts) -> Bool {
    questions.allSatisfy { question in answers[question] == facts.answer(to: question) }
  }
}

extension WorkspaceFacts {
  func answer(to question: FactMemory.Question) -> FactMemory.Answer {
    switch question {
    case .callees(let reference, let unit, let owner): .callees(callees(of: reference, from: unit, owner: owner))
    case .units: .units(units)
    case .own(let name): .units(own(name))
    case .libraries(let asked):
      .libraries(libraries(of: asked.unit).map { FactMemory.LibraryUse(library: $0.library, effect: $0.effect) })
    case .callers(let asked): .callers(callers(of: asked.unit))
    case .reach(let asked): .reach(reach(of: asked.unit))
    case .likes(let asked, let least): .likes(likes(of: asked.unit, atLeast: least))
    case .mention(let name): .path(testMentioning(name))
    case .wrapper(let library, let effect): .wrapper(wrapper(of: library, effect: effect))
    case .tests(let asked): .tests(tests(of: asked.unit))
    case .habit(let name): .habit(habit(ofCalling: name))
    case .namesake(let name): .truth(hasNamesakeBeside(name))
    case .extended(let type): .truth(isExtended(type))
    case .practices(let asked): .practices(practices(around: asked.unit))
    case .calledUnder(let practice, let asked): .truth(isCalledUnder(practice, asked.unit))
    case .trials(let asked): .trials(trials(of: asked.unit))
    case .model(let name): .model(model(name))
    case .givesHeld(let name): .truth(givesHeld(calling: name))
    }
  }
}
