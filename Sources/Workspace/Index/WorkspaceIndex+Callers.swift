import Behaviour
import Rules

extension WorkspaceIndex {
  /// Every place that calls a unit; the sure ones first, then by path and line.
  func callers(of id: ID) -> [CallSite] {
    guard let callee = unit(id), let group = file(of: id)?.group else { return [] }
    var names = [self.names.known(callee.summary.name)]
    if callee.summary.kind == .initializer, let owner = callee.summary.owner {
      names.append(self.names.known(lastPart(owner)))
    }
    var sites: [CallSite] = []
    var seen: Set<Int32> = []
    for name in names where name != 0 {
      for number in callers[name] ?? [] where files[Int(number)].group == group && seen.insert(number).inserted {
        addSites(of: id, in: number, to: &sites)
      }
    }
    return sites.sorted { a, b in
      (b.certainty.rawValue, a.unit.path, a.line) < (a.certainty.rawValue, b.unit.path, b.line)
    }
  }

  private func addSites(of id: ID, in number: Int32, to sites: inout [CallSite]) {
    let resolved = resolved(number)
    let summary = files[Int(number)].summary
    for (position, unit) in summary.units.enumerated() {
      for call in unit.calls where resolved.indices.contains(Int(call)) && resolved[Int(call)].units.contains(id) {
        guard let caller = self.unit(ID(file: number, position: Int32(clamping: position))) else { continue }
        let found = summary.calls[Int(call)]
        sites.append(
          CallSite(
            unit: caller,
            line: Int(found.line),
            flags: found.flags,
            arguments: Int(found.arguments),
            certainty: resolved[Int(call)].certainty
          )
        )
      }
    }
  }

  /// The tests that run a unit, themselves, by a helper of the tests, or by one unit between.
  func tests(of id: ID) -> [TestOfUnit]? {
    guard let group = file(of: id)?.group, testedFamilies.contains(group) else { return nil }
    var tests: [TestOfUnit] = []
    var seen: Set<ID> = [id]
    let direct = callers(of: id).prefix(WorkspaceIndex.mostCallers)
    for site in direct where site.unit.isOfTests && seen.insert(site.unit.id).inserted {
      tests.append(TestOfUnit(test: site.unit, through: nil, certainty: site.certainty))
    }
    for site in direct where !site.unit.isOfTests && seen.insert(site.unit.id).inserted {
      for outer in callers(of: site.unit.id).prefix(WorkspaceIndex.mostCallers)
      where outer.unit.isOfTests && seen.insert(outer.unit.id).inserted {
        tests.append(
          TestOfUnit(test: outer.unit, through: site.unit, certainty: min(site.certainty, outer.certainty))
        )
      }
    }
    return tests
  }

  private static let mostCallers = 64
}
