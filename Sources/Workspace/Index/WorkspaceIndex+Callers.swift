import Behaviour
import Rules

extension WorkspaceIndex {
  /// Every place that calls a unit; the sure ones first, then by path and line.
  func callers(of id: ID) -> [CallSite] {
    callerList(of: id).ranked.compactMap { edge in
      guard let caller = unit(edge.caller), let file = file(of: edge.caller) else { return nil }
      let call = file.summary.calls[Int(edge.call)]
      return CallSite(
        unit: caller,
        line: Int(edge.line),
        flags: call.flags,
        arguments: Int(call.arguments),
        certainty: edge.certainty
      )
    }
  }

  /// The tests that run a unit, themselves, or by one or two units between; the sure ones first.
  func tests(of id: ID) -> [TestOfUnit]? {
    guard let group = file(of: id)?.group, hasTests(group) else { return nil }
    var tests: [TestOfUnit] = []
    var seen: Set<ID> = [id]
    func add(_ test: ID, through: ID?, _ certainty: Callees.Certainty) {
      guard let test = unit(test) else { return }
      tests.append(TestOfUnit(test: test, through: through.flatMap { unit($0) }, certainty: certainty))
    }
    let direct = callerList(of: id).ranked.prefix(WorkspaceIndex.mostCallers)
    for edge in direct where isOfTests(edge.caller) && seen.insert(edge.caller).inserted {
      add(edge.caller, through: nil, edge.certainty)
    }
    // What calls it may itself be run by tests, at one or two removes.
    var between = direct.filter { !isOfTests($0.caller) && seen.insert($0.caller).inserted }
    for _ in 0..<2 where tests.isEmpty {
      var further: [CallEdge] = []
      for edge in between.prefix(WorkspaceIndex.mostCallers) {
        for outer in callerList(of: edge.caller).ranked.prefix(WorkspaceIndex.mostCallers)
        where seen.insert(outer.caller).inserted {
          var outer = outer
          outer.certainty = min(edge.certainty, outer.certainty)
          if isOfTests(outer.caller) {
            add(outer.caller, through: edge.caller, outer.certainty)
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
        guard let file = file(of: id), file.group == group, file.summary.units.indices.contains(Int(id.position)) else {
          continue
        }
        let sizes = (Double(shape.tokens), Double(file.summary.units[Int(id.position)].shape.tokens))
        guard min(sizes.0, sizes.1) >= least * max(sizes.0, sizes.1) else { continue }
        let other = file.summary.units[Int(id.position)].shape
        let similarity = shape.similarity(to: other)
        guard similarity >= least, let unit = self.unit(id) else { continue }
        let constants = shape.differingConstants(from: other)
        found.append(LikeUnit(unit: unit, similarity: similarity, differingConstants: constants))
      }
    }
    return found.sorted {
      ($1.similarity, $0.unit.path, $0.unit.summary.line) < ($0.similarity, $1.unit.path, $1.unit.summary.line)
    }
  }
}
