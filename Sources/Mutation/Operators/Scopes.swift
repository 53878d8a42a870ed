import Behaviour
import Rules

extension MutationFinder {
  /// Locks that hold for a body.
  func locks() -> [Mutation] {
    var found: [Mutation] = []
    for index in tree.nodes.indices where tree.nodes[index].kind == .scoped && tree.nodes[index].scopeKind == .lock {
      let node = NodeIndex(index)
      if let item = mutation(.removedLock, at: node, removal(ofScope: node)) { found.append(item) }
    }
    return found
  }

  /// What a finalizer closes or gives back.
  func releases() -> [Mutation] {
    var found: [Mutation] = []
    for index in tree.nodes.indices where tree.nodes[index].kind == .attempt {
      let node = NodeIndex(index)
      guard let finalizer = tree.child(node, .finalizer), let body = tree.child(node, .body) else { continue }
      let calls = context.calls(in: finalizer)
      guard calls.count == 1, let call = calls.first,
        isRelease(tree.name(call.node))
      else { continue }
      // Channels are closed to say that nothing more comes: nothing was opened.
      if tree.name(call.node) == "close", phrasing.closesChannels { continue }
      let whole = place(node)
      let last = place(finalizer)
      // `defer f.Close()` stands in front of what it is to run behind.
      let edits =
        last.upperBound <= place(body).lowerBound
        ? [Mutation.Edit(range: whole.lowerBound..<last.upperBound, replacement: "")]
        : statement(around: call.node).map { removal(ofStatement: $0) }
      let base = String(NameReading.base(tree.name(call.node)))
      let site = taking(of: base, before: node) ?? node
      let operation: MutationOperator = isTakenHere(base, before: node) ? .removedRelease : .removedHandedRelease
      if let item = mutation(operation, at: site, edits) { found.append(item) }
    }
    return found
  }

  /// Whether the unit itself takes what is released, or makes it: a call gives it, or a lock is taken.
  private func isTakenHere(_ base: String, before attempt: NodeIndex) -> Bool {
    let root = String(NameReading.root(base))
    return tree.nodes.indices.contains { index in
      let node = NodeIndex(index)
      guard tree.nodes[index].name != 0 else { return false }
      let written = tree.name(node)
      switch tree.nodes[index].kind {
      case .read where tree.nodes[index].role == .target && written == root:
        let giver = tree.parent(node)
        let assign = tree.kind(giver) == .collection ? tree.parent(giver) : giver
        guard tree.kind(assign) == .assign, var value = tree.child(assign, .value) else { return false }
        if tree.kind(value) == .await { value = tree.child(value, .value) ?? value }
        return tree.kind(value) == .call
      case .call:
        return NameReading.base(written) == base
          && [
            "lock", "acquire", "rlock", "wait", "waitasync", "waitone", "enter", "trylock", "start", "open", "connect",
          ]
          .contains(NameReading.last(written).lowercased())
      default: return false
      }
    }
  }

  /// Where what is released was taken or made, or is named first: that is what a rule speaks of.
  private func taking(of name: String, before attempt: NodeIndex) -> NodeIndex? {
    guard !name.isEmpty else { return nil }
    let root = NameReading.root(name)
    var taken: NodeIndex?
    var made: NodeIndex?
    var named: NodeIndex?
    for index in tree.nodes.indices where tree.nodes[index].name != 0 {
      let node = NodeIndex(index)
      let written = tree.name(node)
      switch tree.nodes[index].kind {
      case .read where tree.nodes[index].role == .target && written == root[...]:
        if node < attempt, tree.kind(tree.parent(node)) == .assign { made = tree.parent(node) }
      case .read, .call:
        if node < attempt, NameReading.base(written) == name[...],
          ["lock", "acquire", "rlock", "wait", "waitasync", "enter"].contains(NameReading.last(written).lowercased())
        {
          taken = node
        }
        if named == nil, NameReading.isRooted(written, in: name), !isRelease(written) { named = node }
      default: continue
      }
    }
    return taken ?? made ?? named
  }

  private func isRelease(_ name: String) -> Bool {
    ["close", "release", "dispose", "unlock", "shutdown"].contains(NameReading.last(name).lowercased())
  }

  /// Conditions under which the unit leaves early, and single demands of theirs.
  func guards() -> [Mutation] {
    var found: [Mutation] = []
    for index in tree.nodes.indices where tree.nodes[index].kind == .branch && tree.nodes[index].has(.guard) {
      let node = NodeIndex(index)
      guard tree[node].role == .statement, tree.child(node, .otherwise) == nil, context.frame(of: node) == tree.root,
        let condition = tree.child(node, .condition), let arm = tree.child(node, .arm), !binds(node)
      else { continue }
      if givesNothing(arm), let item = mutation(.removedReturn, at: tree.root, removal(ofStatement: node)) {
        found.append(item)
      }
      guard context.ways(outOf: arm) == .raises else { continue }
      if let item = widened(condition) { found.append(item) }
      if let item = mutation(.removedGuard, at: tree.root, removal(ofStatement: node)) { found.append(item) }
      guard tree.kind(condition) == .condition, [Operator.or, Operator.and].contains(tree.name(condition)),
        let first = tree.children(condition, .operand).first,
        let second = tree.children(condition, .operand).dropFirst().first
      else { continue }
      let gone = place(first).upperBound..<max(place(first).upperBound, place(second).upperBound)
      guard tree.name(condition) == Operator.or else { continue }
      let edits = [Mutation.Edit(range: gone, replacement: "")]
      if let item = mutation(.droppedConjunct, at: tree.root, edits) { found.append(item) }
    }
    return found
  }

  /// Whether an arm is left with nothing, or with a plain no, in front of code that does more.
  private func givesNothing(_ arm: NodeIndex) -> Bool {
    let all = tree.children(arm).filter { tree[$0].role == .statement }
    guard context.ways(outOf: arm) == .returns, all.count == 1, let only = all.first, tree.kind(only) == .return
    else { return false }
    guard let value = tree.child(only, .value) else { return true }
    return tree.kind(value) == .literal && [.null, .false].contains(tree[value].literalKind)
  }

  /// `if (count > limit) raise`, where the limit itself raised before: `>=` becomes `>`.
  private func widened(_ condition: NodeIndex) -> Mutation? {
    guard tree.kind(condition) == .condition,
      [Operator.greaterOrEqual, Operator.lessOrEqual].contains(tree.name(condition)),
      let first = tree.children(condition, .operand).first, let second = tree.children(condition, .operand).last
    else { return nil }
    let gap = place(first).upperBound..<max(place(first).upperBound, place(second).lowerBound)
    guard let sign = bytes[gap].firstIndex(of: UInt8(ascii: "=")), sign > gap.lowerBound,
      [UInt8(ascii: "<"), UInt8(ascii: ">")].contains(bytes[sign - 1])
    else { return nil }
    return mutation(.widenedComparison, at: tree.root, [Mutation.Edit(range: sign..<(sign + 1), replacement: "")])
  }

  /// Calls and decorators that do nothing but check.
  func checks() -> [Mutation] {
    var found: [Mutation] = []
    for call in context.calls {
      let words = NameReading.words(NameReading.last(tree.name(call.node)))
      guard words.contains(where: { MutationFinder.checkWords.contains($0) }) else { continue }
      if tree[call.node].role == .decorator, tree.parent(call.node) == tree.root {
        let range = place(call.node)
        let line = lineStart(of: range.lowerBound)
        let end = bytes[range.upperBound...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        let rest = text(range.upperBound..<end).filter { $0 != "]" && $0 != ")" && $0 != " " && $0 != "\r" }
        guard rest.isEmpty,
          text(line..<range.lowerBound).allSatisfy({ $0 == " " || $0 == "\t" || $0 == "@" || $0 == "[" })
        else { continue }
        let edits = [Mutation.Edit(range: line..<end, replacement: "")]
        if let item = mutation(.removedDecorator, at: tree.root, edits) { found.append(item) }
      } else if tree[call.node].has(.discarded), let statement = statement(around: call.node),
        statement == call.node || tree.kind(statement) == .await
      {
        let edits = removal(ofStatement: statement)
        if let item = mutation(.removedCheck, at: tree.root, edits) { found.append(item) }
      }
    }
    return found
  }

  private static let checkWords: Set<String> = [
    "authorize", "authorise", "authenticate", "permission", "permissions", "validate", "verify", "ensure", "require",
    "check", "login", "admin", "permit", "guards", "roles",
  ]

  func transactions() -> [Mutation] {
    var found: [Mutation] = []
    for index in tree.nodes.indices
    where tree.nodes[index].kind == .scoped && tree.nodes[index].scopeKind == .transaction {
      let node = NodeIndex(index)
      if let item = mutation(.removedTransaction, at: node, removal(ofScope: node)) { found.append(item) }
    }
    return found
  }

  /// Whether a condition gives a name to something that is used behind the branch: without it nothing would compile.
  private func binds(_ branch: NodeIndex) -> Bool {
    let own = tree.subtree(branch)
    let head = text(place(branch)).prefix { $0 != "{" }
    if head.hasPrefix("let ") || head.hasPrefix("guard "), head.contains("let ") || head.contains("case ") {
      return true
    }
    let names = Set(own.filter { tree.kind($0) == .read && tree[$0].role == .target }.map { tree.name($0) })
    guard !names.isEmpty else { return false }
    return (own.upperBound..<NodeIndex(tree.count)).contains { index in
      tree.kind(index) == .read && tree[index].role != .target
        && names.contains(String(NameReading.root(tree.name(index))))
    }
  }

  /// All that a test demands.
  func assertions() -> [Mutation] {
    var edits: [Mutation.Edit] = []
    for index in tree.nodes.indices where tree.nodes[index].kind == .assertion {
      let node = NodeIndex(index)
      let whole = tree.kind(tree.parent(node)) == .await ? tree.parent(node) : node
      // One inside of another goes with it.
      if let last = edits.last, last.range.contains(place(whole).lowerBound) { continue }
      guard tree[whole].role == .statement, tree.kind(tree.parent(whole)) == .block,
        tree.child(node, .body) == nil
      else { return [] }
      edits += removal(ofStatement: whole)
    }
    return mutation(.removedAssertions, at: tree.root, edits).map { [$0] } ?? []
  }
}
