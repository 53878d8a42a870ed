import Behaviour
import Rules

extension WorkspaceIndex {
  /// What tests do to make a unit fail.
  ///
  /// Those that call it, also by functions that stand among tests, are its own. What reaches it by other units of the
  /// workspace, or names it in a call that was not resolved, may make it fail too, and is gathered beside them.
  func trials(of id: ID) -> Trials? {
    guard let group = file(of: id)?.group, hasTests(group), let callee = unit(id) else { return nil }
    var trials = Trials()
    var seen: Set<ID> = [id]
    var waiting: [(id: ID, isNear: Bool)] = [(id, true)]
    for depth in 0..<4 {
      var further: [(id: ID, isNear: Bool)] = []
      for (target, isNear) in waiting {
        for edge in callerList(of: target).ranked.prefix(WorkspaceIndex.mostOfTests) {
          let isOfTests = isOfTests(edge.caller)
          if depth == 0, isOfTests, edge.certainty == .sure { note(edge, of: callee.summary, in: &trials) }
          guard seen.insert(edge.caller).inserted else { continue }
          if isOfTests, let test = unit(edge.caller) {
            add(test, to: &trials, isNear: isNear && edge.certainty >= .several, isSure: edge.certainty == .sure)
          }
          if file(of: edge.caller)?.summary.units[Int(edge.caller.position)].kind != .test {
            further.append((edge.caller, isNear && isOfTests))
          }
        }
      }
      waiting = Array(further.prefix(WorkspaceIndex.mostOfTests))
    }
    addNamesakes(of: callee, group, seen, to: &trials)
    guard !trials.tests.isEmpty else { return nil }
    trials.tests.sort { ($0.path, $0.summary.line) < ($1.path, $1.summary.line) }
    return trials
  }

  private static let mostOfTests = 48

  private func add(_ test: WorkspaceUnit, to trials: inout Trials, isNear: Bool, isSure: Bool) {
    let drive = test.summary.drive
    guard isNear else {
      trials.farDrive.formUnion(drive)
      return
    }
    trials.drive.formUnion(drive)
    if isSure { trials.isSure = true }
    guard test.summary.kind == .test else { return }
    trials.tests.append(test)
  }

  /// Takes a test for one that makes a unit fail where it says so itself.
  private func note(_ edge: CallEdge, of callee: UnitSummary, in trials: inout Trials) {
    guard trials.failing == nil, let test = unit(edge.caller), let file = file(of: edge.caller) else { return }
    if file.summary.calls[Int(edge.call)].flags.contains(.demanded) {
      trials.failing = test
      return
    }
    guard test.summary.kind == .test, !test.summary.drive.isDisjoint(with: .sure) else { return }
    let words = NameReading.words(callee.name)
    // An initializer is called as its type, and so are the tests of everything in it.
    let named = NameReading.words(callee.kind == .initializer ? test.summary.name : test.summary.qualifiedName)
    // `TestMap_setAndGet` is named after `Set`; one that merely calls it on its way, or shares words with it, is not.
    if !words.isEmpty, named.contains(words) { trials.failing = test }
  }

  /// Tests that call something of the same name.
  private func addNamesakes(
    of callee: WorkspaceUnit,
    _ group: LanguageGroup,
    _ seen: Set<ID>,
    to trials: inout Trials
  ) {
    let symbol = names.known(callee.summary.name)
    guard symbol != 0 else { return }
    for number in (callers[symbol] ?? []).prefix(200).map(\.file) {
      guard let file = file(number), file.group == group else { continue }
      guard file.summary.traits.contains(.test) || file.summary.units.contains(where: { $0.kind == .test }) else {
        continue
      }
      let calls = file.calls
      for call in calls.calls(meaning: [symbol]) where file.symbol(file.summary.calls[call].name) == symbol {
        guard let unit = calls.unit(ofCall: call), !seen.contains(ID(file: number, position: Int32(clamping: unit)))
        else { continue }
        trials.farDrive.formUnion(file.summary.units[unit].drive)
      }
    }
  }
}
