package import Knowledge
import Synchronization

/// Facts that come out of a memory: from those of the workspace, each answer remembered, or where there are none, as
/// they were remembered. What nobody asked before is then not known: no unit is found, and none is its own.
package final class RememberedFacts: WorkspaceFacts {
  private let facts: (any WorkspaceFacts)?
  private let kept: Mutex<FactMemory>

  /// Asks, and remembers.
  package init(asking facts: any WorkspaceFacts) {
    self.facts = facts
    kept = Mutex(FactMemory())
  }

  /// Asks nobody.
  package init(from memory: FactMemory) {
    facts = nil
    kept = Mutex(memory)
  }

  package var memory: FactMemory { kept.withLock { $0 } }

  /// - Returns: nil where nobody was asked that, and there is nobody to ask.
  @discardableResult
  package func answer(_ question: FactMemory.Question) -> FactMemory.Answer? {
    if let known = kept.withLock({ $0.answer(to: question) }) { return known }
    guard let found = facts?.answer(to: question) else { return nil }
    kept.withLock { $0.remember(found, to: question) }
    return found
  }

  package func callees(of reference: CallReference, from unit: String, owner: String?) -> Callees {
    guard case .callees(let found)? = answer(.callees(reference, unit: unit, owner: owner)) else {
      return Callees(units: [], certainty: .name)
    }
    return found
  }

  package var units: [WorkspaceUnit] {
    guard case .units(let found)? = answer(.units) else { return [] }
    return found
  }

  package func own(_ qualifiedName: String) -> [WorkspaceUnit] {
    guard case .units(let found)? = answer(.own(qualifiedName)) else { return [] }
    return found
  }

  package func libraries(of unit: WorkspaceUnit) -> [(library: String, effect: Effect)] {
    guard case .libraries(let found)? = answer(.libraries(FactMemory.Asked(unit))) else { return [] }
    return found.map { ($0.library, $0.effect) }
  }

  package func callers(of unit: WorkspaceUnit) -> [CallSite] {
    guard case .callers(let found)? = answer(.callers(FactMemory.Asked(unit))) else { return [] }
    return found
  }

  package func reach(of unit: WorkspaceUnit) -> Reach {
    guard case .reach(let found)? = answer(.reach(FactMemory.Asked(unit))) else {
      return Reach(effects: unit.summary.effects, conduct: unit.summary.conduct, isWhole: false)
    }
    return found
  }

  package func likes(of unit: WorkspaceUnit, atLeast least: Double) -> [LikeUnit] {
    guard case .likes(let found)? = answer(.likes(FactMemory.Asked(unit), atLeast: least)) else { return [] }
    return found
  }

  package func testMentioning(_ name: String) -> String? {
    guard case .path(let found)? = answer(.mention(name)) else { return nil }
    return found
  }

  package func wrapper(of library: String, effect: Effect) -> WrapperFact? {
    guard case .wrapper(let found)? = answer(.wrapper(library, effect)) else { return nil }
    return found
  }

  package func tests(of unit: WorkspaceUnit) -> [TestOfUnit]? {
    guard case .tests(let found)? = answer(.tests(FactMemory.Asked(unit))) else { return nil }
    return found
  }

  package func habit(ofCalling name: String) -> WaitingHabit {
    guard case .habit(let found)? = answer(.habit(name)) else { return WaitingHabit() }
    return found
  }

  package func givesHeld(calling name: String) -> Bool { isTrue(.givesHeld(name)) }

  package func hasNamesakeBeside(_ qualifiedName: String) -> Bool { isTrue(.namesake(qualifiedName)) }

  package func isExtended(_ type: String) -> Bool { isTrue(.extended(type)) }

  package func practices(around unit: WorkspaceUnit) -> [PracticeTally] {
    guard case .practices(let found)? = answer(.practices(FactMemory.Asked(unit))) else { return [] }
    return found
  }

  package func isCalledUnder(_ practice: CallPractice, _ unit: WorkspaceUnit) -> Bool {
    isTrue(.calledUnder(practice, FactMemory.Asked(unit)))
  }

  package func trials(of unit: WorkspaceUnit) -> Trials? {
    guard case .trials(let found)? = answer(.trials(FactMemory.Asked(unit))) else { return nil }
    return found
  }

  package func model(_ name: String) -> ModelFact? {
    guard case .model(let found)? = answer(.model(name)) else { return nil }
    return found
  }

  private func isTrue(_ question: FactMemory.Question) -> Bool {
    guard case .truth(let found)? = answer(question) else { return false }
    return found
  }
}
