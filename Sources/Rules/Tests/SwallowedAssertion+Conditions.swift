import Behaviour
import Knowledge

/// Assertions that are reached on some ways through the test only.
extension SwallowedAssertionFinder {
  mutating func findConditional() {
    let open = context.demands.filter { $0.means != .fails || tree.kind($0.node) == .assertion }
    guard guardsCount == nil, !open.isEmpty, open.allSatisfy({ !told.contains($0.node) }), found.isEmpty,
      context.testFailureIsDemand
    else { return }
    guard let first = open.first else { return }
    // Outermost first: what all of them stand in.
    for above in Array(tree.ancestors(first.node)).reversed() {
      guard above != tree.root, open.allSatisfy({ tree.contains(above, $0.node) }) else { continue }
      switch tree.kind(above) {
      case .branch: if findInBranch(above, first) { return }
      case .loop: if findInLoop(above, first) { return }
      case .call where tree[above].has(.optional): if findInOptional(above, first) { return }
      case .closure, .attempt, .assertion: return
      default: continue
      }
    }
    findBehindGuard(first)
  }

  /// `if result: assert result.total == 3`.
  private mutating func findInBranch(_ branch: NodeIndex, _ demand: Demand) -> Bool {
    guard !tree[branch].has(.expression), context.frame(of: branch) == tree.root,
      let condition = tree.child(branch, .condition), let result = result(askedBy: condition)
    else { return false }
    let arms = tree.children(branch).filter { tree[$0].role == .arm || tree[$0].role == .otherwise }
    let isComplete = arms.contains { tree[$0].role == .otherwise } || tree[branch].has(.match)
    let silent = arms.filter { context.demands(in: $0).isEmpty }
    guard silent.allSatisfy({ passes($0) }), !isComplete || !silent.isEmpty else { return false }
    // Another way of an attempt, or what a case table says, is no result.
    told.insert(demand.node)
    flag(
      condition,
      key: "conditional",
      "`\(context.wording(of: condition))` decides whether the test asserts anything: where it does not hold, it passes.",
      ask: "If `\(context.wording(of: result))` is not what the condition asks for, what makes `\(test)` red?",
      confidence: .medium,
      evidence: [("asserted only then", demand.node)]
    )
    return true
  }

  /// Whether a block neither fails, skips nor leaves by an error.
  private func passes(_ block: NodeIndex) -> Bool {
    let ways = context.ways(outOf: block)
    return !ways.isDisjoint(with: [.falls, .returns]) && !skips(in: block) && sure(failureIn: block) == nil
  }

  /// `find(1)?.let { assertEquals(3, it.total) }`.
  private mutating func findInOptional(_ call: NodeIndex, _ demand: Demand) -> Bool {
    guard context.frame(of: call) == tree.root, tree.destination(of: call).kind == .dropped,
      let receiver = tree.child(call, .receiver) ?? (tree.name(call).isEmpty ? nil : call),
      tree.children(call, .argument).contains(where: { tree.contains($0, demand.node) })
    else { return false }
    let shown = receiver == call ? String(NameReading.base(tree.name(call))) : context.wording(of: receiver)
    guard receiver != call || comesFromCode(call) else { return false }
    told.insert(demand.node)
    flag(
      call,
      at: context.headline(call),
      key: "conditional",
      "Where `\(shown)` is absent, nothing is asserted: the test passes.",
      ask: "If `\(shown)` is absent, what makes `\(test)` red?",
      confidence: .medium,
      evidence: [("asserted only then", demand.node)]
    )
    return true
  }

  /// `if result is None: return` before the assertions.
  private mutating func findBehindGuard(_ demand: Demand) {
    for statement in tree.children(tree.root) where tree.kind(statement) == .branch && statement < demand.node {
      guard tree[statement].has(.guard), let condition = tree.child(statement, .condition),
        let result = result(askedBy: condition),
        let arm = tree.children(statement).first(where: { block in
          (tree[block].role == .arm || tree[block].role == .otherwise)
            && context.ways(outOf: block) == .returns && passes(block) && context.demands(in: block).isEmpty
        }),
        !context.demands.contains(where: { $0.node < arm })
      else { continue }
      told.insert(demand.node)
      return flag(
        condition,
        key: "conditional",
        "Where `\(context.wording(of: condition))`, the test returns before it asserts anything: it passes.",
        ask: "If `\(context.wording(of: result))` is not what the assertions need, what makes `\(test)` red?",
        confidence: .medium,
        evidence: [("returns here", arm), ("is then not reached", demand.node)]
      )
    }
  }

  /// `for item in load(): assert item.ok`.
  private mutating func findInLoop(_ loop: NodeIndex, _ demand: Demand) -> Bool {
    guard tree[loop].loopKind == .forEach, context.frame(of: loop) == tree.root, tree.child(loop, .otherwise) == nil,
      let iterable = tree.child(loop, .iterable), let result = result(in: iterable)
    else { return false }
    told.insert(demand.node)
    flag(
      iterable,
      key: "loop",
      "Where `\(context.wording(of: iterable))` is empty, nothing is asserted: the test passes.",
      ask: "If `\(context.wording(of: result))` gives nothing, what makes `\(test)` red?",
      confidence: .medium,
      evidence: [("asserted for each element only", demand.node)]
    )
    return true
  }

  // MARK: - What the code under test gave

  /// What a condition asks of a result: whether it is there, or holds; not how the test was set up.
  private func result(askedBy condition: NodeIndex) -> NodeIndex? {
    var found: NodeIndex?
    for at in tree.subtree(condition) {
      switch tree.kind(at) {
      case .condition, .literal: continue
      case .read:
        if tree[at].role == .value || tree[at].placeKind == .static { return nil }
        guard comesFromCode(at), !TestNames.isExpectation(tree.name(at)) else { return nil }
        found = found ?? at
      case .call:
        guard comesFromCode(at) else { return nil }
        found = found ?? at
      case .argument: continue
      default: return nil
      }
    }
    return found
  }

  /// What is iterated, where that is what a call of the code under test gave.
  private func result(in iterable: NodeIndex) -> NodeIndex? {
    switch tree.kind(iterable) {
    case .await: return tree.child(iterable, .value).flatMap { result(in: $0) }
    case .read: return tree[iterable].placeKind != .element && comesFromCode(iterable) ? iterable : nil
    case .call:
      // All values of a type, or what it holds for all.
      if NameReading.isCapitalized(NameReading.root(tree.name(iterable))) { return nil }
      if let receiver = tree.child(iterable, .receiver), tree.kind(receiver) == .call { return result(in: receiver) }
      return isOfCode(iterable) || comesFromCode(iterable) ? iterable : nil
    default: return nil
    }
  }

  /// Whether a name's only value is what a call of the code under test gave.
  private func comesFromCode(_ node: NodeIndex) -> Bool {
    let reaching = context.flow.definitions(reaching: node)
    guard reaching.count == 1, var value = reaching[0].value else { return false }
    for _ in 0..<4 {
      switch tree.kind(value) {
      case .await:
        guard let inner = tree.child(value, .value) else { return false }
        value = inner
      case .call: return isOfCode(value)
      case .read:
        // `const rows = answer.rows`
        let next = context.flow.definitions(reaching: value)
        guard tree[value].placeKind != .element, next.count == 1, let origin = next[0].value else { return false }
        value = origin
      default: return false
      }
    }
    return false
  }

  /// A call of the code under test, as far as its name and what is known of it say.
  private func isOfCode(_ call: NodeIndex) -> Bool {
    guard tree.kind(call) == .call, !tree[call].has(.constructs), let fact = context.call(call) else { return false }
    if let known = fact.known, known.part != .none || !known.effect.leavesProcess { return false }
    if startsWithValue(call) { return false }
    let path = fact.path.isEmpty ? tree.name(call) : fact.path
    let root = NameReading.root(path)
    if SwallowedAssertionFinder.surroundings.contains(String(root)) { return false }
    switch context.role(of: fact) {
    case .unresolved, .ambiguous: break
    case .effect(let effect): if effect == .fileRead || effect == .process { return false }
    case .harmless:
      // A search of the code under test has the name of one of the language's own.
      guard fact.known == nil, let word = NameReading.words(NameReading.last(tree.name(call))).first,
        TestNames.finderWords.contains(word)
      else { return false }
    default: return false
    }
    let words = NameReading.words(NameReading.last(tree.name(call)))
    return !words.contains { SwallowedAssertionFinder.setup.contains($0) }
  }

  /// `("A".."Z").reject { … }`, `"a, b".lines()`: a chain of calls that starts with what the test itself wrote down.
  private func startsWithValue(_ call: NodeIndex) -> Bool {
    var start = call
    while tree.kind(start) == .call, let receiver = tree.child(start, .receiver) { start = receiver }
    switch tree.kind(start) {
    case .literal, .collection, .operation: return true
    default: return false
    }
  }

  /// Where a test asks about its surroundings.
  private static let surroundings: Set<String> = [
    "os", "sys", "platform", "shutil", "process", "env", "std", "builtins", "runtime", "System", "Object", "range",
    "zip", "enumerate", "sorted", "generateSequence", "sequenceOf", "listOf", "setOf", "arrayOf", "list", "Array",
    "importlib", "glob", "fs", "path", "filepath", "Environment",
  ]
  /// Words of calls that prepare a test, or ask what it runs on.
  private static let setup: Set<String> = [
    "env", "environment", "config", "version", "platform", "cases", "case", "fixtures", "fixture", "data", "setup",
    "create", "make", "build", "new", "mock", "stub", "fake", "feature", "supports", "supported", "enabled", "getenv",
    "available", "scenarios", "inputs", "samples", "table", "provider", "random", "range", "parametrize", "keys",
    "entries", "split", "lines", "lookup", "glob", "listdir", "walk", "readdir", "files", "connection", "driver",
  ]
}

extension UnitContext {
  /// Whether nothing but the demands in it can fail a test: no callback, no mark, nothing behind it.
  var testFailureIsDemand: Bool {
    guard let failure = testFailure else { return true }
    switch failure.way {
    case .helper, .known, .raises: return true
    case .afterwards, .callback, .marked: return false
    }
  }
}
