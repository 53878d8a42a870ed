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
    names.removeAll { $0 == 0 }
    var sites: [CallSite] = []
    var seen: Set<Int32> = []
    for name in names {
      for place in callers[name] ?? [] where seen.insert(place.file).inserted {
        guard let file = file(of: place), file.group == group else { continue }
        addSites(of: id, names, in: file, place.file, to: &sites)
      }
    }
    return sites.sorted { a, b in
      (b.certainty.rawValue, a.unit.path, a.line) < (a.certainty.rawValue, b.unit.path, b.line)
    }
  }

  private func addSites(
    of id: ID,
    _ names: [Symbol],
    in file: IndexedFile,
    _ number: Int32,
    to sites: inout [CallSite]
  ) {
    let summary = file.summary
    for (position, unit) in summary.units.enumerated() {
      for call in unit.calls where summary.calls.indices.contains(Int(call)) {
        let written = summary.calls[Int(call)]
        guard file.mayMean(names, by: written) else { continue }
        let found = resolved(call, of: unit, in: number)
        guard found.units.contains(id),
          let caller = self.unit(ID(file: number, position: Int32(clamping: position)))
        else { continue }
        sites.append(
          CallSite(
            unit: caller,
            line: Int(written.line),
            flags: written.flags,
            arguments: Int(written.arguments),
            certainty: found.certainty
          )
        )
      }
    }
  }

  /// The tests that run a unit, themselves, or by one or two units between; the sure ones first.
  func tests(of id: ID) -> [TestOfUnit]? {
    guard let group = file(of: id)?.group, hasTests(group) else { return nil }
    var tests: [TestOfUnit] = []
    var seen: Set<ID> = [id]
    let direct = callers(of: id).prefix(WorkspaceIndex.mostCallers)
    for site in direct where site.unit.isOfTests && seen.insert(site.unit.id).inserted {
      tests.append(TestOfUnit(test: site.unit, through: nil, certainty: site.certainty))
    }
    // What calls it may itself be run by tests, at one or two removes.
    var between = direct.filter { !$0.unit.isOfTests && seen.insert($0.unit.id).inserted }
    for _ in 0..<2 where tests.isEmpty {
      var further: [CallSite] = []
      for site in between.prefix(WorkspaceIndex.mostCallers) {
        for outer in callers(of: site.unit.id).prefix(WorkspaceIndex.mostCallers)
        where seen.insert(outer.unit.id).inserted {
          var outer = outer
          outer.certainty = min(site.certainty, outer.certainty)
          if outer.unit.isOfTests {
            tests.append(TestOfUnit(test: outer.unit, through: site.unit, certainty: outer.certainty))
          } else {
            further.append(outer)
          }
        }
      }
      between = further
    }
    tests.sort {
      ($1.certainty.rawValue, $0.test.path, $0.test.summary.line) < (
        $0.certainty.rawValue, $1.test.path, $1.test.summary.line
      )
    }
    return tests
  }

  private static let mostCallers = 64

  /// A file of tests that names something.
  func testMentioning(_ name: String, besides file: Int32) -> String? {
    let symbol = names.known(name)
    guard symbol != 0, let found = mentions[symbol]?.first(where: { $0.file != file }) else { return nil }
    return self.file(of: found)?.summary.path
  }

  /// The units that do much the same as one.
  func likes(of unit: WorkspaceUnit, atLeast least: Double) -> [LikeUnit] {
    let shape = unit.summary.shape
    guard shape.whole != 0, let group = file(of: unit.id)?.group else { return [] }
    var seen: Set<ID> = [unit.id]
    var found: [LikeUnit] = []
    for hash in shape.sketch.prefix(6) {
      // What very many share says nothing.
      guard let ids = shapes[hash], ids.count <= 200 else { continue }
      for id in ids where seen.insert(id).inserted {
        guard file(of: id)?.group == group, let other = self.unit(id) else { continue }
        let sizes = (Double(shape.tokens), Double(other.summary.shape.tokens))
        guard min(sizes.0, sizes.1) >= least * max(sizes.0, sizes.1) else { continue }
        let similarity = shape.similarity(to: other.summary.shape)
        guard similarity >= least else { continue }
        let constants = shape.differingConstants(from: other.summary.shape)
        found.append(LikeUnit(unit: other, similarity: similarity, differingConstants: constants))
      }
    }
    return found.sorted {
      ($1.similarity, $0.unit.path, $0.unit.summary.line) < ($0.similarity, $1.unit.path, $1.unit.summary.line)
    }
  }
}
