import Behaviour
import Knowledge

/// One call, as it stands beside the other calls of the same function.
struct CallerReading {
  let call: CallFact
  let callee: WorkspaceUnit
  let own: WorkspaceUnit
  let flags: CallFlags
  let context: UnitContext

  init(_ call: CallFact, callee: WorkspaceUnit, own: WorkspaceUnit, flags: CallFlags, in context: UnitContext) {
    self.call = call
    self.callee = callee
    self.own = own
    self.flags = flags
    self.context = context
  }

  /// Whether this call keeps to a practice; nil where that cannot be compared.
  func isKept(_ practice: CallPractice, _ conduct: CallConduct) -> Bool? {
    switch practice {
    case .gives(let label):
      return flags.contains(.spread) ? nil : conduct.labels(of: call.node).contains(label)
    case .asksFirst(let name): return guards(before: call.node, in: context.tree).contains(name)
    default: return practice.isKept(by: flags)
    }
  }

  private func guards(before node: NodeIndex, in tree: BehaviourTree) -> [String] {
    tree.nodes.indices.prefix(Int(max(0, node))).compactMap { index in
      guard tree.nodes[index].kind == .call else { return nil }
      let name = String(NameReading.last(tree.text(tree.nodes[index].name)))
      return CallPractice.isGuard(name) ? name : nil
    }
  }

  // MARK: - What can be compared

  /// Whether a practice means anything for this function, in this language, here.
  func isComparable(_ practice: CallPractice, _ workspace: any WorkspaceFacts) -> Bool {
    let facts = context.file.context.facts
    let conduct = callee.summary.conduct
    switch practice {
    case .awaits:
      // What is declared asynchronous is another rule's.
      return !facts.has(.waitsByItself) && !facts.has(.awaitsAreDemanded) && !callee.summary.traits.contains(.async)
    case .takesError: return givesErrors && callee.summary.traits.contains(.throws)
    // Where no type keeps from what is absent.
    case .checksAbsence:
      return facts.has(.absenceIsUnmarked) && conduct.contains(.givesNothing) && !isGivenConstant
    case .attempts:
      return !givesErrors && !facts.has(.marksFailures) && conduct.contains(.raises)
        && !own.summary.traits.contains(.throws) && callee.summary.kind != .initializer && !isGivenConstant
    case .locks:
      // What a lock is there for: the state of one object, or rows.
      let isShared =
        callee.summary.kind == .method && callee.summary.owner == own.summary.owner
        || workspace.reach(of: callee).effects.writes
      return isShared && own.summary.kind != .initializer && !saysLocked(own.summary.name)
    case .gives(let label): return takes(label)
    case .asksFirst(let name):
      return name != callee.summary.name && name != own.summary.name && !CallPractice.isGuard(callee.summary.name)
        && workspace.reach(of: callee).effects.writes
    }
  }

  /// A failure is a value of the language, beside the result or in its place.
  private var givesErrors: Bool {
    context.file.context.facts.has(.failuresAreValues) || context.file.context.facts.has(.finalizersSetResults)
  }

  /// A constant is asked for: whoever wrote it knows what comes of that.
  private var isGivenConstant: Bool {
    context.tree.children(call.node, .argument).contains { argument in
      guard let value = context.tree.child(argument, .value) else { return false }
      return context.tree.kind(value) == .literal
    }
  }

  /// A name that says that its caller holds the lock.
  private func saysLocked(_ name: String) -> Bool {
    NameReading.words(name).contains { ["locked", "unlocked", "unsafe", "nolock"].contains($0) }
  }

  /// Whether a function can do without an argument, and was not given it by its place.
  private func takes(_ label: String) -> Bool {
    let parameters = callee.summary.parameters
    if let place = parameters.firstIndex(where: { $0.name == label }) {
      guard parameters[place].hasDefault else { return false }
      return context.tree.children(call.node, .argument).count <= place
    }
    // Among options: where there are any.
    return context.tree.children(call.node, .argument).contains { argument in
      context.tree.child(argument, .value).map { context.tree.kind($0) == .collection } ?? false
    }
  }

  // MARK: - What speaks for this call

  /// Why a call that differs from the others may be right; nil where nothing says so.
  func doubt(_ practice: CallPractice, _ workspace: any WorkspaceFacts) -> String? {
    let tree = context.tree
    if tree.nodes.contains(where: { $0.kind == .unknown }) { return "a part of `\(context.unit.name)` was not read" }
    switch practice {
    case .locks, .attempts, .asksFirst:
      if workspace.isCalledUnder(practice, own) {
        return "`\(context.unit.name)` is itself called by one that does so, or by one whose callers do"
      }
      if case .asksFirst(let name) = practice { return guardDoubt(name) }
      if practice == .attempts, isBoundaryWithAnswer { return "what calls `\(context.unit.name)` may answer failures" }
    default: break
    }
    return nil
  }

  /// Whoever runs it deals with what it lets out.
  private var isBoundaryWithAnswer: Bool {
    if case .no = context.boundary(around: call.node) { return false }
    return true
  }

  /// The unit speaks of what the others ask for, in words of its own.
  private func guardDoubt(_ name: String) -> String? {
    if context.file.checksAccess { return "the file says elsewhere who may do what" }
    if let clause = foundForSomebody { return clause }
    let words = Set(NameReading.words(name).dropFirst()).subtracting(["is", "if", "for", "the", "a", "to", "and"])
    guard !words.isEmpty else { return nil }
    for text in context.tree.names.dropFirst() where text.utf8.count < 80 {
      if !words.isDisjoint(with: NameReading.words(text)) {
        return "`\(context.shown(text))` may see to the same"
      }
    }
    return nil
  }

  /// What the call is given was looked up with who is asking beside it (`tracks.find(id, user)`).
  private var foundForSomebody: String? {
    let tree = context.tree
    for argument in tree.children(call.node, .argument) {
      guard let value = tree.child(argument, .value), let origin = context.flow.origin(of: value) else { continue }
      for lookup in context.calls(in: origin) {
        for given in tree.children(lookup.node, .argument) {
          guard let who = tree.child(given, .value), tree.kind(who) == .read,
            let last = NameReading.words(tree.name(who)).last, CallerReading.askers.contains(last)
          else { continue }
          return "`\(context.display(lookup.node))` may find only what `\(context.shown(tree.name(who)))` may see"
        }
      }
    }
    return nil
  }

  private static let askers: Set<String> = ["user", "actor", "principal", "member", "owner", "viewer", "tenant"]

  /// Whether the unit, as it was, called the same function in the same way: then it is not the change that differs.
  func stoodBefore(_ practice: CallPractice) -> Bool {
    guard let old = context.baseline?.old else { return false }
    let conduct = CallConduct(old.unit)
    let name = NameReading.last(context.tree.name(call.node))
    return old.tree.nodes.indices.contains { index in
      let node = NodeIndex(index)
      guard old.tree.nodes[index].kind == .call, NameReading.last(old.tree.name(node)) == name else { return false }
      switch practice {
      case .gives(let label): return !conduct.labels(of: node).contains(label)
      case .asksFirst(let guardian): return !guards(before: node, in: old.tree).contains(guardian)
      default: return practice.isKept(by: conduct.flags(of: node)) == false
      }
    }
  }

  // MARK: - Weight

  func stake(_ practice: CallPractice, _ workspace: any WorkspaceFacts) -> Stake {
    let effects = workspace.reach(of: callee).effects
    if effects.contains(.payment) { return .money }
    switch practice {
    case .asksFirst: return .security
    case .locks: return effects.writes ? .dataLoss : .correctness
    case .gives: return .availability
    default: return .correctness
    }
  }

  /// That a call keeps to a practice is worth a line where the practice is a protection, or where somebody else does
  /// not keep to it: what the language asks of everybody is no news.
  func isWorthSaying(_ tally: PracticeTally) -> Bool {
    switch tally.practice {
    case .awaits: false
    case .takesError, .checksAbsence, .attempts: tally.doesNot > 0
    case .locks, .gives, .asksFirst: true
    }
  }
}
