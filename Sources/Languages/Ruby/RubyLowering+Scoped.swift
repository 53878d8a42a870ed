import Behaviour
import TreeSitter

extension RubyLowering {
  /// A call that holds something while its block runs: a file, a lock, a transaction, a time limit; what swallows
  /// failures is an attempt.
  ///
  /// - Returns: whether its body leaves; nil, and nothing written, for any other call.
  mutating func scopedCall(_ node: Int32, _ role: Role, _ tail: Tail) -> Bool? {
    guard let block = child(node, fields.block), let name = rb.methodName(node) else { return nil }
    if rb.isBare(node), rb.isText(name, "suppress") { return suppression(node, block, role) }
    guard let scope = scopeKind(node, name) else { return nil }
    core.builder.open(.scoped, role, range(node), detail: scope.rawValue)
    let known = call(node, .resource, [], withoutBlock: true)
    let parameters = rb.first(.blockParameters, in: block).map { list in
      rb.children(list).filter { rb.isPart($0) && rb[$0].field != fields.locals }
    }
    for parameter in (parameters ?? []).prefix(1) {
      target(parameter, .target, isLocal: true)
      give(known, to: parameter)
    }
    for parameter in (parameters ?? []).dropFirst() { declareLocal(parameter) }
    var leaves = false
    if let body = rb.body(ofBlock: block) {
      core.builder.open(.block, .body, range(body))
      leaves = self.body(body, role == .statement ? tail : .value)
      core.builder.close()
    } else {
      emptyBlock(.body, endOf: block)
    }
    core.builder.close()
    return leaves
  }

  /// What a call with a block holds, by its name and what it is called on.
  private func scopeKind(_ node: Int32, _ name: Int32) -> ScopeKind? {
    let range = range(name)
    if RubyLowering.locks.contains(range, in: rb.source) { return .lock }
    if RubyLowering.transactions.contains(range, in: rb.source) { return .transaction }
    if RubyLowering.resources.contains(range, in: rb.source) { return .resource }
    // `open_session(name) do |session|`.
    if rb.source.slice(range).starts(with: "open".utf8), rb.child(node, fields.arguments) != nil { return .resource }
    guard let receiver = child(node, fields.receiver), rb.isConstantPath(receiver) else { return nil }
    if rb.isText(name, "timeout"), rb.isText(receiver, "Timeout") { return .timeout }
    return RubyLowering.openers.contains(range, in: rb.source) ? .resource : nil
  }

  private static let locks = WordTable([
    "synchronize", "with_lock", "with_advisory_lock", "with_advisory_lock!", "with_read_lock", "with_write_lock",
    "mon_synchronize", "lock_and_run",
  ])
  private static let transactions = WordTable(["transaction", "multi", "with_transaction"])
  private static let resources = WordTable([
    "with_connection", "checkout", "with_session", "with_client", "with_redis",
  ])
  /// Makers of what their block uses and they close.
  private static let openers = WordTable(["open", "start", "create", "mktmpdir", "popen", "popen3", "wrap"])

  /// `suppress(Failure) do … end`.
  private mutating func suppression(_ node: Int32, _ block: Int32, _ role: Role) -> Bool {
    core.builder.open(.attempt, role, range(node), flags: [.byCall])
    if let body = rb.body(ofBlock: block) {
      core.builder.open(.block, .body, range(body))
      self.body(body, .discarded)
      core.builder.close()
    } else {
      emptyBlock(.body, endOf: block)
    }
    let types = rb.givenArguments(node)
    let index = core.builder.open(.handler, .handler, range(node), flags: types.isEmpty ? [.catchesAll] : [])
    for type in types { expression(type, .type) }
    emptyBlock(.body, endOf: node)
    core.builder.close()
    note(rb.children(rb.body(ofBlock: block) ?? block).filter { kind($0) == .comment }, at: index)
    core.builder.close()
    return false
  }
}
