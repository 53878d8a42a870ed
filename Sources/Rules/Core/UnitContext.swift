package import Behaviour
package import Knowledge

/// All that a rule may know of a unit. Made for one examination, by one task.
package final class UnitContext {
  package let unit: Unit
  package let file: FileFacts
  package let knowledge: KnowledgeBase
  /// Nil where the review has no baseline, or the unit is new in it.
  package let baseline: Baseline?
  /// Whether the review has a baseline in which there is no such unit.
  package let isNew: Bool
  /// Nil where the other files of the workspace are not known.
  package let workspace: (any WorkspaceFacts)?

  package var tree: BehaviourTree { unit.tree }

  package init(
    unit: Unit,
    file: FileFacts,
    knowledge: KnowledgeBase,
    baseline: Baseline? = nil,
    isNew: Bool = false,
    workspace: (any WorkspaceFacts)? = nil
  ) {
    self.unit = unit
    self.file = file
    self.knowledge = knowledge
    self.baseline = baseline
    self.isNew = isNew
    self.workspace = workspace
  }

  /// What the unit was before the change, and what else the change touched.
  package struct Baseline {
    /// The unit that this one was, with facts of its own.
    package let old: UnitContext
    /// All units of the file as it was, and as it is: a guard may have moved to one of them.
    package let oldUnits: () -> [Unit]
    package let newUnits: () -> [Unit]
    package let elsewhere: ChangedFiles

    package init(
      old: UnitContext,
      oldUnits: @escaping () -> [Unit],
      newUnits: @escaping () -> [Unit],
      elsewhere: ChangedFiles = .none
    ) {
      self.elsewhere = elsewhere
      self.old = old
      self.oldUnits = oldUnits
      self.newUnits = newUnits
    }
  }

  /// Names that the unit itself gives to values.
  package private(set) lazy var localNames: Set<String> = tree.localNames

  /// Every call in the unit, in reading order, with what is known of it.
  package private(set) lazy var calls: [CallFact] = CallFact.all(in: self)

  /// Every handler in the unit, in reading order of the attempts, with what becomes of the failures it receives.
  package private(set) lazy var handlers: [HandlerFact] = UnitContext.handlerFacts(in: self)

  /// Callees as written that are awaited somewhere in the unit.
  package private(set) lazy var awaitedNames: Set<String> = {
    var names: Set<String> = []
    for call in calls where tree[call.node].has(.awaited) && tree[call.node].name != 0 {
      names.insert(tree.name(call.node))
    }
    return names
  }()

  /// Whether a function inside of the unit is asynchronous.
  package private(set) lazy var hasAsyncClosures = tree.nodes.contains { $0.kind == .closure && $0.has(.async) }

  /// Reads what calls of the unit name.
  package lazy var references = ReferenceReader(unit)

  /// What was found of calls, and of the unit itself, in the workspace: most rules that ask, ask the same.
  var knownCallees: [NodeIndex: Callees?] = [:]
  var knownOwn: WorkspaceUnit??

  /// What calls that the catalog does not know probably do, by the number of their names.
  var knownGuesses: [NameID: Effect] = [:]

  /// Where values come from and go to.
  package private(set) lazy var flow = ValueFlow(tree)

  /// The parts of the unit that may run again after a failure, in reading order.
  package private(set) lazy var retries: [RetryRegion] = RetryRegion.all(in: self)

  /// What the unit takes hold of and must give back, in reading order, with how that ends.
  package private(set) lazy var holds: [HoldFact] = UnitContext.holds(in: self)

  /// The same for locks that are ones by the pair of calls alone.
  package private(set) lazy var likelyLocks: [HoldFact] = UnitContext.likelyLocks(in: self)

  /// What the unit seems to take hold of, by what others do with it and by what it is called.
  package private(set) lazy var likelyHolds: [LikelyHold] = UnitContext.likelyHolds(in: self)

  /// What holds a lock for a body, in reading order, where no call takes it.
  package private(set) lazy var lockScopes: [LockScope] = UnitContext.lockScopes(in: self)

  /// Whether the unit answers requests from outside.
  package private(set) lazy var handlesRequests: Bool = UnitContext.handlesRequests(self)

  /// Every assertion in the unit, in reading order.
  package private(set) lazy var assertions: [AssertionFact] = AssertionFact.all(in: self)

  /// Every place in the unit that can fail a test, in reading order.
  package private(set) lazy var demands: [Demand] = UnitContext.demands(in: self)

  /// The first way in which the unit can fail a test besides its own assertions; nil where nothing is known to.
  package private(set) lazy var testFailure: TestFailure? = findTestFailure()

  /// What the unit's conditions see to, in reading order of what sees to it.
  package private(set) lazy var requirements: [Requirement] = UnitContext.requirements(in: self)

  /// What stands between the unit's callers and what it does, in reading order.
  package private(set) lazy var protections: [Protection] = UnitContext.protections(in: self)

  /// What holds off other executions, ends waits and keeps failures of others away, in reading order.
  package private(set) lazy var safeguards: [Safeguard] = Safeguard.all(in: self)

  /// The unit and what it was, side by side; nil where there is nothing to compare, or nothing differs.
  private(set) lazy var comparison: ProtectionComparison? = {
    guard let baseline, baseline.old.tree != tree else { return nil }
    return ProtectionComparison(baseline, of: self)
  }()

  /// The fact of a call node; nil for other nodes.
  package func call(_ node: NodeIndex) -> CallFact? {
    let position = position(ofCallFrom: node)
    return position < calls.count && calls[position].node == node ? calls[position] : nil
  }

  /// The calls that stand in a node or below it, in reading order.
  package func calls(in node: NodeIndex) -> ArraySlice<CallFact> {
    calls(in: tree.subtree(node))
  }

  /// The calls among some nodes, in reading order.
  package func calls(in nodes: Range<NodeIndex>) -> ArraySlice<CallFact> {
    let first = position(ofCallFrom: nodes.lowerBound)
    return calls[first..<max(first, position(ofCallFrom: nodes.upperBound))]
  }

  /// Position of the first call that stands at a node or behind it.
  private func position(ofCallFrom node: NodeIndex) -> Int {
    var low = 0
    var high = calls.count
    while low < high {
      let middle = (low + high) / 2
      if calls[middle].node < node { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether rules for production code stay silent here: tests, generated and vendored code, type stubs.
  package private(set) lazy var isExempt =
    unit.kind == .test || unit.traits.contains(.fixture) || !file.context.traits.isDisjoint(with: UnitContext.exempt)

  private static let exempt: FileTraits = [.test, .generated, .vendored, .stub]
}
