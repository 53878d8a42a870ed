import Behaviour
import TreeSitter

extension PythonLowering {
  /// `if`, with each `elif` as a branch in the block that runs otherwise.
  ///
  /// - Returns: whether every way through it leaves.
  mutating func ifStatement(_ node: Int32) -> Bool {
    var branches: [(node: NodeIndex, leaves: Bool)] = []
    let end = range(node).upperBound
    var clause: Int32 = node
    var alternatives = py.children(node).filter { py[$0].field == fields.alternative && !py[$0].isError }.makeIterator()
    var leaves = false
    while true {
      let index = core.builder.open(.branch, .statement, range(clause).lowerBound..<end)
      if let condition = child(clause, fields.condition) { expression(condition, .condition) }
      if let body = child(clause, fields.consequence) {
        branches.append((index, block(body, .arm)))
      } else {
        emptyBlock(.arm, endOf: clause)
        branches.append((index, false))
      }
      guard let next = alternatives.next() else { break }
      guard kind(next) == .elifClause else {
        if let body = child(next, fields.body) { leaves = block(body, .otherwise) }
        break
      }
      guard !core.isTooDeep else {
        core.unknown(.otherwise, next)
        break
      }
      core.builder.open(.block, .otherwise, range(next).lowerBound..<end)
      clause = next
    }
    return close(branches, otherwise: leaves)
  }

  /// `match`: a branch with an arm for each case.
  mutating func matchStatement(_ node: Int32) -> Bool {
    let index = core.builder.open(.branch, .statement, range(node), flags: [.match])
    let subjects = py.children(node).filter { py[$0].field == fields.subject && py.isPart($0) }
    if subjects.count == 1 {
      expression(subjects[0], .condition)
    } else if let first = subjects.first, let last = subjects.last {
      let bytes = range(first).lowerBound..<range(last).upperBound
      core.builder.open(.collection, .condition, bytes, detail: CollectionKind.tuple.rawValue)
      for subject in subjects { expression(subject, .element) }
      core.builder.close()
    }
    var anyLeaves = false
    var allLeave = true
    var isComplete = false
    for clause in py.children(child(node, fields.body) ?? node) where kind(clause) == .caseClause {
      let arm = caseClause(clause)
      anyLeaves = anyLeaves || arm.leaves
      allLeave = allLeave && arm.leaves
      isComplete = isComplete || arm.takesAll
    }
    core.builder.close()
    allLeave = allLeave && isComplete
    if anyLeaves, !allLeave { core.builder.insert(.guard, at: index) }
    return allLeave && anyLeaves
  }

  private mutating func caseClause(_ node: Int32) -> (leaves: Bool, takesAll: Bool) {
    let patterns = py.children(node).filter { kind($0) == .casePattern }
    let guarded = child(node, fields.guarded)
    let takesAll = guarded == nil && patterns.count == 1 && patterns.allSatisfy(takesAnything)
    let index = core.builder.open(.block, takesAll ? .otherwise : .arm, range(node))
    if takesAll {
      for pattern in patterns { bind(pattern) }
    } else if patterns.count > 1 {
      // `case a, b` takes a pair apart.
      core.builder.open(.collection, .pattern, range(node), detail: CollectionKind.tuple.rawValue)
      for part in patterns { pattern(part, .element) }
      core.builder.close()
    } else {
      for part in patterns { pattern(part, .pattern) }
    }
    if let guarded, let condition = py.firstPart(guarded) { expression(condition, .condition) }
    let start = core.builder.count
    let body = child(node, fields.consequence)
    let leaves = body.map { statements(of: $0) } ?? false
    core.builder.close()
    if let body, core.builder.count == start { note(commentsAround(body), at: index) }
    return (leaves, takesAll)
  }
}
