import Behaviour
import Knowledge

/// Of a unit that has code for failure, some test makes it fail.
package enum HappyPathOnly: Rule {
  package static let card = RuleCard(
    id: .happyPathOnly,
    family: .tests,
    summary: "Where a unit has code for failure, some test makes it fail.",
    rationale: """
      The tests of a function are often what it was tried with while it was written: values that work. Its handler, \
      its refusal, its answer where the other side is down have then never run anywhere, and the first to run them is \
      the bad day for which they were written. Half of what goes wrong in such code is wrong in a plain way, and one \
      test would have shown it.

      The obligation arises for a unit that tests call and that raises failures of its own under a condition, or has \
      a handler around what may fail outside. It is met by a test that demands that a call of it fails, or that is \
      named after it, calls it, and makes something fail, asserts on an error or says that this is what it is about; \
      one such test meets it, whichever of the failures it drives. Where its tests drive some failure, and of what is \
      not clear, nothing is said; a unit that tests reach by others alone is left to those. It cannot be told where \
      the cases of a test come from a table that is not read row by row, or where a test passes nothing, zero or an \
      empty value.
      """,
    sources: ["Nearly all catastrophic failures of distributed systems come from error handling that no test ran"],
    examples: happyPathOnlyExamples
  )

  package static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    guard let workspace = context.workspace, !context.isExempt, mayBeTested(context) else { return }
    let failures = FailureCode.all(in: context)
    guard !failures.isEmpty, let own = context.own, let trials = workspace.trials(of: own),
      let test = trials.tests.first
    else { return }
    let unit = context.unit
    let node = context.tree.root
    let range = unit.nameRange.isEmpty ? nil : unit.nameRange
    let first = failures[0]
    let place = context.shown(first.what)
    let evidence = failures.prefix(3).map { (note: $0.note, node: $0.node) }
    let stake: Stake = workspace.reach(of: own).effects.contains(.payment) ? .money : .correctness
    if let failing = trials.failing {
      let name = failing.summary.name
      ledger.add(
        .happyPathOnly,
        .checked,
        node,
        at: range,
        message: failures.count == 1
          ? "`\(name)` (\(failing.place)) drives a failure of `\(unit.name)`."
          : "`\(name)` (\(failing.place)) drives one of the \(failures.count) failures of `\(unit.name)`.",
        stake: stake
      )
      return
    }
    // Tests that call it, or what calls it, drive failures, or say so: they may be this unit's.
    if !trials.drive.isDisjoint(with: .likely) || !trials.farDrive.isDisjoint(with: .likely) { return }
    let tests = trials.tests.count == 1 ? "`\(test.summary.name)`" : "The \(trials.tests.count) tests"
    let question = "Which test makes \(place) in `\(unit.name)` happen, and what does it expect then?"
    if let reason = doubt(context, trials) {
      ledger.add(
        .happyPathOnly,
        .unverified,
        node,
        at: range,
        message: "Whether a test makes `\(unit.name)` fail is not to be seen.",
        question: question,
        reason: reason,
        stake: stake,
        evidence: evidence
      )
      return
    }
    guard trials.isSure else { return }
    ledger.add(
      .happyPathOnly,
      .flagged,
      node,
      at: range,
      message:
        "\(tests) of `\(unit.name)` (\(test.place)) never \(trials.tests.count == 1 ? "makes" : "make") it fail.",
      question: question,
      confidence: .medium,
      stake: stake,
      evidence: evidence
    )
  }

  private static func mayBeTested(_ context: UnitContext) -> Bool {
    let unit = context.unit
    if unit.kind == .module || unit.kind == .closure || unit.kind == .test || context.isScript() { return false }
    return unit.traits.isDisjoint(with: [.abstract, .accessor]) && unit.name != "main" && unit.name != "Main"
  }

  private static func doubt(_ context: UnitContext, _ trials: Trials) -> String? {
    if context.tree.nodes.contains(where: { $0.kind == .unknown }) {
      return "a part of `\(context.unit.name)` was not read"
    }
    if let test = trials.tests.first(where: { $0.summary.conduct.contains(.hasUnknown) }) {
      return "a part of `\(test.summary.name)` was not read"
    }
    if let test = trials.tests.first(where: { $0.summary.drive.contains(.isDriven) }) {
      return "the cases of `\(test.summary.name)` (\(test.place)) come from a table or a loop"
    }
    if trials.drive.contains(.isDriven) { return "its cases come from a table or a loop" }
    if let test = trials.tests.first(where: { $0.summary.drive.contains(.passesNothing) }) {
      return "`\(test.summary.name)` (\(test.place)) passes nothing, zero or an empty value"
    }
    if trials.tests.allSatisfy({ isFromOutside($0.path) }) { return "only tests from outside of the program reach it" }
    return nil
  }

  private static func isFromOutside(_ path: String) -> Bool {
    path.split(separator: "/").contains { part in
      NameReading.words(part).contains { ["e2e", "acceptance", "playwright"].contains($0) }
    }
  }
}
