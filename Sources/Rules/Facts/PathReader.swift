import Behaviour

/// Follows every way through the statements of a handler and notes what is done to the error on each.
///
/// Ways that did the same are one way: there are few kinds of deeds, so the work is bounded by the size of the handler.
struct PathReader {
  let context: UnitContext
  /// The variable that holds the error; empty where there is none.
  let error: String
  let handler: NodeIndex
  /// Where ways end.
  private(set) var paths: [Path] = []
  /// The first node of each deed.
  private(set) var places: [UInt32: NodeIndex] = [:]
  /// The value that a local or field is given in place of the result, first one.
  private(set) var defaultValue: NodeIndex?
  private(set) var log: CallRole.Log?
  /// Reading what runs behind the attempt: what is noted there is about more than this failure.
  var isBehind = false
  private var loops = 0

  /// More ways than this are joined into one that did only what all of them did.
  private static let limit = 12

  init(_ handler: NodeIndex, error: String, in context: UnitContext) {
    self.handler = handler
    self.error = error
    self.context = context
  }

  private var tree: BehaviourTree { context.tree }

  func place(of deed: Deeds) -> NodeIndex? { places[deed.rawValue] }

  mutating func end(_ ways: [Deeds], as end: Path.End, at node: NodeIndex) {
    for deeds in ways { paths.append(Path(end: end, deeds: deeds, node: node)) }
  }

  /// Takes away the ways that end in such a jump, and hands them over.
  mutating func takeJumps(_ kind: JumpKind) -> [Deeds] {
    var taken: [Deeds] = []
    var kept: [Path] = []
    for path in paths {
      if case .jumps = path.end, tree.kind(path.node) == .jump, tree[path.node].jumpKind == kind {
        if !taken.contains(path.deeds) { taken.append(path.deeds) }
      } else {
        kept.append(path)
      }
    }
    paths = kept
    return taken
  }

  /// Follows a statement.
  ///
  /// - Parameter ways: what was done before, on each way that comes here.
  /// - Returns: the same for each way that goes on behind it.
  mutating func follow(_ node: NodeIndex, _ ways: [Deeds]) -> [Deeds] {
    guard !ways.isEmpty else { return [] }
    switch tree.kind(node) {
    case .block:
      var ways = ways
      for child in tree.children(node) where tree[child].role != .pattern {
        ways = follow(child, ways)
        if ways.isEmpty { break }
      }
      return ways
    case .return:
      let value = tree.child(node, .value)
      let deeds = value.map { self.deeds(in: $0) } ?? []
      end(ways.map { $0.union(deeds) }, as: .returns(value), at: node)
      return []
    case .raise, .propagate:
      end(ways, as: .raises, at: node)
      return []
    case .jump:
      if loops > 0 { return ways }
      end(ways, as: .jumps, at: node)
      return []
    case .branch where !tree[node].has(.expression): return follow(branch: node, ways)
    case .loop: return follow(loop: node, ways)
    case .attempt: return follow(attempt: node, ways)
    case .scoped:
      let deeds = tree.child(node, .resource).map { self.deeds(in: $0) } ?? []
      let inside = ways.map { $0.union(deeds) }
      return tree.child(node, .body).map { follow($0, inside) } ?? inside
    case .closure: return ways
    case .unknown:
      note(.unread, at: node)
      return ways.map { $0.union(.unread) }
    case .call, .await:
      let call = tree.kind(node) == .await ? tree.child(node, .value) ?? node : node
      if let fact = context.call(call), case .exit(let fails) = context.role(of: fact) {
        end(ways, as: .exits(fails: fails), at: node)
        return []
      }
      return add(deeds(in: node), to: ways)
    default: return add(deeds(in: node), to: ways)
    }
  }

  private func add(_ deeds: Deeds, to ways: [Deeds]) -> [Deeds] {
    deeds.isEmpty ? ways : joined(ways.map { $0.union(deeds) })
  }

  private func joined(_ ways: [Deeds]) -> [Deeds] {
    var kept: [Deeds] = []
    for way in ways where !kept.contains(way) { kept.append(way) }
    guard kept.count > PathReader.limit else { return kept }
    return [kept.dropFirst().reduce(kept[0]) { $0.intersection($1) }]
  }

  private mutating func follow(branch node: NodeIndex, _ ways: [Deeds]) -> [Deeds] {
    var after: [Deeds] = []
    var isComplete = false
    var choice = Choice()
    for child in tree.children(node) {
      switch tree[child].role {
      case .condition:
        choice = Choice(by: child, error: error, isMatch: tree[node].has(.match), in: context)
        for deed in [Deeds.selected, .chosen, .counted] where choice.all.contains(deed) { note(deed, at: child) }
        choice.arm.formUnion(deeds(in: child))
        choice.otherwise.formUnion(choice.arm.subtracting([.selected, .chosen, .counted]))
      case .arm: after += follow(child, ways.map { $0.union(choice.arm) })
      case .otherwise:
        isComplete = true
        after += follow(child, ways.map { $0.union(choice.otherwise) })
      default: break
      }
    }
    if !isComplete, !choice.isCertain, !tellsWhereItCan(node, choice.all) {
      after += ways.map { $0.union(choice.otherwise) }
    }
    return joined(after)
  }

  /// `if callback: callback(err)`, `if not future.done(): future.set_exception(e)`: where there is nobody to tell,
  /// nobody is told. A look at the error, or at a count, chooses more than that.
  private func tellsWhereItCan(_ branch: NodeIndex, _ chosen: Deeds) -> Bool {
    guard !chosen.contains(.selected), let condition = tree.child(branch, .condition),
      let arm = tree.child(branch, .arm),
      !tree.subtree(condition).contains(where: { at in
        tree.kind(at) == .condition
          && [Operator.less, Operator.lessOrEqual, Operator.greater, Operator.greaterOrEqual].contains(tree.name(at))
      })
    else { return false }
    let telling: [Deeds] = [.passes, .stores, .handsOver, .reports]
    return telling.contains { deed in place(of: deed).map { tree.contains(arm, $0) } ?? false }
  }

  private mutating func follow(loop node: NodeIndex, _ ways: [Deeds]) -> [Deeds] {
    var start = ways
    for child in tree.children(node) where tree[child].role == .condition || tree[child].role == .iterable {
      start = add(deeds(in: child), to: start)
    }
    loops += 1
    let inside = tree.child(node, .body).map { follow($0, start) } ?? start
    loops -= 1
    let isEndless = tree[node].loopKind == .endless
    return joined(isEndless ? inside : inside + start)
  }

  /// What an attempt inside the handler does counts as tried, also where it fails in turn.
  private mutating func follow(attempt node: NodeIndex, _ ways: [Deeds]) -> [Deeds] {
    var after = tree.child(node, .body).map { follow($0, ways) } ?? ways
    if let otherwise = tree.child(node, .otherwise) { after = follow(otherwise, after) }
    let tried = after.isEmpty ? ways : after
    for handler in tree.children(node, .handler) {
      after += tree.child(handler, .body).map { follow($0, tried) } ?? tried
    }
    after = joined(after)
    return tree.child(node, .finalizer).map { follow($0, after) } ?? after
  }

  private mutating func note(_ deed: Deeds, at node: NodeIndex) {
    if places[deed.rawValue] == nil { places[deed.rawValue] = node }
  }

  // MARK: Expressions

  /// What an expression, or a statement without control flow, does to the error.
  private mutating func deeds(in node: NodeIndex) -> Deeds {
    var found: Deeds = []
    let end = tree.subtree(node).upperBound
    var at = node
    while at < end {
      switch tree.kind(at) {
      case .closure:
        at = tree[at].next
        continue
      case .call:
        let deeds = deeds(ofCall: at)
        found.formUnion(deeds)
      case .assign: found.formUnion(deeds(ofAssign: at))
      case .raise, .propagate:
        found.insert(.passes)
        note(.passes, at: at)
      case .unknown:
        found.insert(.unread)
        note(.unread, at: at)
      default: break
      }
      at &+= 1
    }
    return found
  }

  private func takesError(_ call: NodeIndex) -> Bool {
    guard !error.isEmpty else { return false }
    return tree.children(call, .argument).contains { context.reads(error, in: $0) }
  }

  private mutating func deeds(ofCall node: NodeIndex) -> Deeds {
    guard let call = context.call(node) else { return [] }
    let takesError = takesError(node)
    let role = context.role(of: call)
    var deeds: Deeds = []
    switch role {
    case .log(let log):
      deeds = log.traces || takesError ? [.logs, .logsError] : .logs
      if self.log.map({ ($0.traces ? 1 : 0, $0.level) < (log.traces ? 1 : 0, log.level) }) ?? true { self.log = log }
    case .report: deeds = .reports
    case .exit(let fails): if fails { deeds = .passes }
    case .rollback, .effect: deeds = .mends
    case .sleep: return []
    case .cleanup, .harmless:
      guard takesError else { return [] }
      deeds = self.deeds(ofUnresolved: node, takesError: true)
      if role == .harmless { deeds.remove(.handsOver) }
    case .ambiguous, .unresolved: deeds = self.deeds(ofUnresolved: node, takesError: takesError)
    }
    if isBehind { deeds.remove(.stores) }
    for deed in [Deeds.logs, .reports, .mends, .passes, .stores, .handsOver, .acts] where deeds.contains(deed) {
      note(deed, at: node)
    }
    return deeds
  }

  /// Functions that somebody handed in to be told of the outcome.
  private static let continuations: Set<String> = [
    "next", "reject", "callback", "cb", "done", "fail", "onError", "onerror", "errback", "onRejected", "rejectPromise",
    "onFailure", "error_callback", "on_error", "_reject",
  ]
  private static let settlers: Set<String> = ["set_exception", "setException", "reject", "throw", "athrow"]
  private static let collectors: Set<String> = [
    "append", "add", "push", "put", "put_nowait", "insert", "unshift", "appendleft", "extend", "set", "send",
  ]

  private mutating func deeds(ofUnresolved node: NodeIndex, takesError: Bool) -> Deeds {
    let name = tree.name(node)
    let last = String(NameReading.last(name))
    if last == "emit", let first = tree.child(node, .argument), let event = tree.child(first, .value),
      tree.kind(event) == .literal, tree.name(event) == "error"
    {
      return .passes
    }
    if takesError {
      if PathReader.settlers.contains(last) { return .passes }
      if last == name, PathReader.continuations.contains(name), isGivenFunction(name) { return .passes }
      if PathReader.collectors.contains(last), outlives(String(NameReading.base(name)), from: node) { return .stores }
      if context.tellsFailure(node) { return .stores }
      // Making a text or a value of the error is nothing yet.
      return isOperand(node) ? [] : .handsOver
    }
    if context.tellsFailure(node) { return .stores }
    if PathReader.collectors.contains(last) {
      let base = String(NameReading.base(name))
      if NameReading.saysFailure(NameReading.last(base)), outlives(base, from: node) { return .stores }
      if let argument = tree.child(node, .argument), let value = tree.child(argument, .value),
        context.shape(of: value).isConstant
      {
        if defaultValue == nil { defaultValue = value }
        return .defaults
      }
    }
    return isOperand(node) || context.shape(of: node) != .call ? [] : .acts
  }

  /// Part of a larger expression that the way is judged by: an argument of a log, the value of an assignment.
  private func isOperand(_ node: NodeIndex) -> Bool {
    switch tree[node].role {
    case .argument, .operand, .element, .value, .receiver:
      let above = tree.kind(tree.parent(node))
      return above != .return && above != .await && above != .assign
    default: return false
    }
  }

  /// The name is that of a parameter of the unit or of a function around this place: its caller gave it.
  private func isGivenFunction(_ name: String) -> Bool {
    if context.unit.parameters.contains(where: { $0.name == name }) { return true }
    for above in tree.ancestors(handler) where tree.kind(above) == .closure {
      for parameter in tree.children(above, .parameter) where tree.name(parameter) == name { return true }
    }
    return false
  }

  /// Whether somebody can look at a place after the handler: a field, a parameter, or a local that is read later.
  private func outlives(_ name: String, from node: NodeIndex) -> Bool {
    guard !name.isEmpty else { return false }
    let root = String(NameReading.root(name))
    for at in tree.nodes.indices where tree.nodes[at].kind == .read {
      guard NameReading.root(tree.text(tree.nodes[at].name)) == root else { continue }
      switch tree.nodes[at].placeKind {
      case .local: return context.isRead(root, after: handler)
      case .parameter, .field, .captured, .static: return true
      default: continue
      }
    }
    // Never seen but as a callee: `self.errors.append(e)` names a field, a plain name is not to be told.
    return root != name || context.isRead(root, after: handler)
  }

  private mutating func deeds(ofAssign node: NodeIndex) -> Deeds {
    guard !isBehind, let target = tree.children(node, .target).first, let value = tree.child(node, .value) else {
      return []
    }
    let name = tree.name(target)
    let root = String(NameReading.root(name))
    let isLocal = tree[target].placeKind == .local || tree[target].placeKind == .unknown && root == name
    guard isLocal ? context.isRead(root, after: handler) : true else { return [] }
    let deed = deed(name: name, value, isLocal: isLocal, isCompound: tree[node].name != 0)
    if deed == .defaults, defaultValue == nil { defaultValue = value }
    if let deed { note(deed, at: node) }
    return deed ?? []
  }

  /// What it means for a failure that a place which somebody looks at later is given a value.
  private func deed(name: String, _ value: NodeIndex, isLocal: Bool, isCompound: Bool) -> Deeds? {
    let last = String(NameReading.last(name))
    if !error.isEmpty, context.reads(error, in: value) { return .stores }
    if NameReading.saysFailure(last), !isNothing(value) { return .stores }
    if name == "process.exitCode" || context.saysFailure(key: last, value: value), !isLocal { return .stores }
    switch context.shape(of: value) {
    case .failure: return .stores
    case .number where isCompound: return .acts
    case .true, .false, .text, .number:
      // Success sets it to something else, or it is a word to be told: a mark of what happened.
      if isMark(name, value) { return .stores }
      return isLocal || tree[value].literalKind == .integer ? .defaults : .acts
    case .null, .emptyText, .emptyCollection, .populated, .blank, .constructed, .named, .parameter, .nothing:
      return .defaults
    case .call, .other, .errorText, .stale: return isCompound ? nil : .acts
    }
  }

  /// A flag that the attempt sets to another constant, or a message.
  private func isMark(_ name: String, _ value: NodeIndex) -> Bool {
    let words = NameReading.words(NameReading.last(name))
    if tree[value].literalKind == .string,
      words.contains(where: { ["message", "msg", "warning", "reason", "status", "verdict", "outcome"].contains($0) })
    {
      return true
    }
    let attempt = tree.parent(handler)
    let literal = tree[value]
    if literal.literalKind == .true || literal.literalKind == .false,
      let before = context.writes(of: name, in: context.frame(of: attempt)..<attempt).last,
      tree.kind(before) == .assign,
      let other = tree.child(before, .value), tree.kind(other) == .literal,
      tree[other].literalKind != literal.literalKind
    {
      return true
    }
    for part in [Role.body, .otherwise] {
      guard let body = tree.child(attempt, part) else { continue }
      for assign in context.writes(of: name, in: tree.subtree(body)) where tree.kind(assign) == .assign {
        guard let other = tree.child(assign, .value), tree.kind(other) == .literal else { continue }
        if tree[other].literalKind != tree[value].literalKind || tree[other].name != tree[value].name { return true }
      }
    }
    return false
  }

  private func isNothing(_ value: NodeIndex) -> Bool {
    tree.kind(value) == .literal && (tree[value].literalKind == .null || tree[value].literalKind == .false)
  }
}
