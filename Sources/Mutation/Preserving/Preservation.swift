package import Analysis
import Behaviour
package import Rules

/// A real unit written anew so that it does what it did.
package struct Preservation: Sendable {
  package var operation: PreservingOperator
  /// Index of the unit among those of its file.
  package var unit: Int
  /// From the end of the file to its start.
  package var edits: [Mutation.Edit]

  init?(_ operation: PreservingOperator, unit: Int, edits: [Mutation.Edit]?) {
    guard let edits, !edits.isEmpty else { return nil }
    self.operation = operation
    self.unit = unit
    self.edits = edits.sorted { $0.range.lowerBound > $1.range.lowerBound }
  }

  package func applied(to bytes: [UInt8]) -> [UInt8] { Mutation.apply(edits, to: bytes) }

  /// What is said of the change that was not said of the file before; nil where the file does not parse any more.
  package func told(
    path: String,
    original: [UInt8],
    analyzer: Analyzer,
    workspace: (any WorkspaceFacts)? = nil
  ) -> [Entry]? {
    let before = analyzer.analyze(path: path, bytes: original, workspace: workspace)
    let after = analyzer.analyze(
      path: path,
      bytes: applied(to: original),
      baseline: original,
      workspace: workspace
    )
    guard case .analyzed = before.status, case .analyzed = after.status else { return nil }
    var known: [RuleID: Int] = [:]
    for entry in before.units.flatMap(\.entries) where entry.outcome != .checked { known[entry.rule, default: 0] += 1 }
    var told: [Entry] = []
    for entry in (after.units + after.removed).flatMap(\.entries) where entry.outcome != .checked {
      if entry.rule.rule?.card.family == .guards {
        told.append(entry)
      } else if entry.rule == .untestedChange {
        // That nobody tests what was changed is true of a change that keeps everything, too.
        continue
      } else if let left = known[entry.rule], left > 0 {
        known[entry.rule] = left - 1
      } else if entry.outcome == .flagged {
        told.append(entry)
      }
    }
    return told
  }
}

extension MutationFinder {
  /// Every way in which the units of a file can be written anew, of those units that have something to lose.
  package static func preservations(path: String, bytes: [UInt8], analyzer: Analyzer) -> [Preservation] {
    guard let contexts = analyzer.contexts(path: path, bytes: bytes) else { return [] }
    var found: [Preservation] = []
    for (index, (context, start)) in contexts.enumerated() {
      guard let phrasing = Phrasing(context.file.context.language), context.unit.kind != .module,
        context.unit.kind != .resource
      else { continue }
      let finder = MutationFinder(context: context, unit: index, start: start, bytes: bytes, phrasing: phrasing)
      guard finder.hasProtections else { continue }
      found += PreservingOperator.allCases.compactMap { operation in
        Preservation(operation, unit: index, edits: finder.edits(operation))
      }
    }
    return found
  }

  private func edits(_ operation: PreservingOperator) -> [Mutation.Edit]? {
    switch operation {
    case .renamedLocal: renamedLocal()
    case .reformatted: reformatted()
    case .logged: logged()
    case .invertedBranch: invertedBranch()
    case .guardToElse: guardToElse()
    case .reordered: reordered()
    case .extractedTail: context.unit.kind == .test ? nil : extractedTail(afterGuards: true)
    case .extractedBody: context.unit.kind == .test ? nil : extractedTail(afterGuards: false)
    case .extractedGuard: context.unit.kind == .test ? nil : extractedGuard()
    }
  }

  private var hasProtections: Bool {
    tree.nodes.contains { node in
      switch node.kind {
      case .branch: node.has(.guard)
      case .handler, .scoped, .assertion: true
      default: false
      }
    }
  }
}
