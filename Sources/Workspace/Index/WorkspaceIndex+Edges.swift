import Behaviour
import Rules

/// A place that calls a unit, in numbers.
struct CallEdge: Sendable {
  var caller: WorkspaceUnit.ID
  /// Position of the call in the caller's file.
  var call: Int32
  /// From 1.
  var line: UInt32
  var certainty: Callees.Certainty
}

/// All places that call a unit.
struct CallerList: Sendable {
  /// By name, file and place.
  var edges: [CallEdge] = []
  /// The sure ones first, then by path and line.
  var ranked: [CallEdge] = []
}

extension WorkspaceIndex {
  /// Who calls a unit. Several rules come to it by several ways, so it is kept, as numbers.
  func callerList(of id: ID) -> CallerList {
    answer({ $0.callers[id] }, { $0.callers[id] = $1 }) { findCallers(of: id) }
  }

  private func findCallers(of id: ID) -> CallerList {
    var list = CallerList()
    guard let callee = file(of: id), callee.summary.units.indices.contains(Int(id.position)) else { return list }
    let names = names(calling: callee.summary.units[Int(id.position)])
    var seen: Set<Int32> = []
    for name in names {
      for place in callers[name] ?? [] where seen.insert(place.file).inserted {
        guard let file = file(of: place), file.group == callee.group else { continue }
        let calls = file.calls
        for call in calls.calls(meaning: names) {
          guard let unit = calls.unit(ofCall: call) else { continue }
          let found = resolved(Int32(clamping: call), in: place.file)
          guard found.units.contains(id) else { continue }
          list.edges.append(
            CallEdge(
              caller: ID(file: place.file, position: Int32(clamping: unit)),
              call: Int32(clamping: call),
              line: file.summary.calls[call].line,
              certainty: found.certainty
            )
          )
        }
      }
    }
    list.ranked = list.edges.sorted { a, b in
      if a.certainty != b.certainty { return a.certainty > b.certainty }
      if a.caller.file != b.caller.file {
        return (file(a.caller.file)?.summary.path ?? "") < (file(b.caller.file)?.summary.path ?? "")
      }
      return a.line < b.line
    }
    return list
  }

  /// What a call of a unit can be written as.
  private func names(calling unit: UnitSummary) -> [Symbol] {
    var names = [self.names.known(unit.name)]
    if unit.kind == .initializer, let owner = unit.owner { names.append(self.names.known(lastPart(owner))) }
    return names.filter { $0 != 0 }
  }

  /// Whether a unit belongs to tests, as one or as a help to them.
  func isOfTests(_ id: ID) -> Bool {
    guard let file = file(of: id), file.summary.units.indices.contains(Int(id.position)) else { return false }
    let position = Int(id.position)
    return file.summary.traits.contains(.test) || file.summary.units[position].kind == .test
      || file.summary.units[position].traits.contains(.fixture)
  }
}
