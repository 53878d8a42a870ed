import Knowledge
import Rules

/// The index as the rules of one file see it.
struct FileView: WorkspaceFacts {
  let index: WorkspaceIndex
  let number: Int32

  func callees(of reference: CallReference, from unit: String, owner: String?) -> Callees {
    guard let resolver = CallResolver(index: index, from: number) else { return Callees(units: [], certainty: .name) }
    let found = resolver.resolve(reference, from: unit, owner: owner)
    return Callees(units: found.units.prefix(8).compactMap { index.unit($0) }, certainty: found.certainty)
  }

  func habit(ofCalling name: String) -> WaitingHabit { index.habit(ofCalling: name, besides: number) }

  func givesHeld(calling name: String) -> Bool {
    index.file(number).map { index.givesHeld(calling: name, in: $0.group) } ?? false
  }

  var units: [WorkspaceUnit] {
    (index.file(number)?.summary.units.indices).map { $0.compactMap(unit) } ?? []
  }

  func own(_ qualifiedName: String) -> [WorkspaceUnit] {
    index.file(number)?.units(qualified: qualifiedName).compactMap(unit) ?? []
  }

  private func unit(_ position: Int) -> WorkspaceUnit? {
    index.unit(WorkspaceUnit.ID(file: number, position: Int32(clamping: position)))
  }

  func libraries(of unit: WorkspaceUnit) -> [(library: String, effect: Effect)] {
    guard let summary = index.file(of: unit.id)?.summary else { return [] }
    var found: [(library: String, effect: Effect)] = []
    for position in unit.summary.calls where summary.calls.indices.contains(Int(position)) {
      let call = summary.calls[Int(position)]
      guard call.flags.contains(.known), call.effect.leavesProcess else { continue }
      let name = summary.name(call.type)
      if !found.contains(where: { $0.library == name && $0.effect == call.effect }) {
        found.append((name, call.effect))
      }
    }
    return found
  }

  func hasNamesakeBeside(_ qualifiedName: String) -> Bool {
    guard let own = index.file(number) else { return false }
    let symbol = index.names.known(lastPart(qualifiedName))
    let named = (index.functions[symbol] ?? []) + (index.methods[symbol] ?? [])
    return named.contains { id in
      guard id.file != number, let other = index.file(of: id), other.group == own.group, other.folder == own.folder
      else { return false }
      return index.unit(id)?.summary.qualifiedName == qualifiedName
    }
  }

  func isExtended(_ type: String) -> Bool {
    guard let group = index.file(number)?.group else { return false }
    return (index.derived[index.names.known(lastPart(type))] ?? []).contains { index.file(of: $0)?.group == group }
  }

  func callers(of unit: WorkspaceUnit) -> [CallSite] { index.callers(of: unit.id) }

  func practices(around unit: WorkspaceUnit) -> [PracticeTally] { index.practices(around: unit.id) }

  func isCalledUnder(_ practice: CallPractice, _ unit: WorkspaceUnit) -> Bool {
    index.isCalledUnder(practice, unit.id)
  }

  func reach(of unit: WorkspaceUnit) -> Reach { index.reach(of: unit.id) }

  func likes(of unit: WorkspaceUnit, atLeast least: Double) -> [LikeUnit] { index.likes(of: unit, atLeast: least) }

  func testMentioning(_ name: String) -> String? { index.testMentioning(name, besides: number) }

  func wrapper(of library: String, effect: Effect) -> WrapperFact? {
    guard let group = index.file(number)?.group else { return nil }
    return index.wrapper(WrapperKey(library: library, group: group, effect: EffectClass(effect)))
  }

  func model(_ name: String) -> ModelFact? { index.model(name) }

  func trials(of unit: WorkspaceUnit) -> Trials? { index.trials(of: unit.id) }

  func tests(of unit: WorkspaceUnit) -> [TestOfUnit]? { index.tests(of: unit.id) }
}
