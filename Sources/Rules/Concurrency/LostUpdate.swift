import Behaviour
import Knowledge

/// What is read, computed on and written back survives another writer in between.
package enum LostUpdate: Rule {
  package static let card = RuleCard(
    id: .lostUpdate,
    family: .concurrency,
    summary: "What is read, computed on and written back survives another writer in between.",
    rationale: """
      Two requests read a balance of 100, one adds 10, the other 20, both write: the balance is 110 or 120, and never \
      130. Each of them is right by itself, no test with one request shows it, and nobody is told. A transaction alone \
      does not help: at the isolation that databases have by default both read the same 100.

      The obligation is met where the store computes (`F()`, `$inc`, `SET n = n + 1`, `INCR`), where the row is locked \
      while it is read (`SELECT … FOR UPDATE`), where the write names the version that was read, and where a lock stands \
      over both. The same holds for a field that is read before an `await` and written after it from what was read.
      """,
    sources: ["CWE-362", "CWE-567"],
    examples: firstExamples + secondExamples + modelExamples
  )

  package static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    guard !context.isExempt, !context.isScript() else { return }
    let tree = context.tree
    var written: Set<NodeIndex> = []
    if maySave(context), context.calls.contains(where: { isLoad($0, in: context) }) {
      for index in tree.nodes.indices where tree.nodes[index].kind == .assign {
        guard let update = memberUpdate(NodeIndex(index), in: context),
          written.insert(update.write.node).inserted
        else {
          continue
        }
        judge(update, in: context, &ledger)
      }
      for call in context.calls {
        guard let update = setterUpdate(call, in: context) ?? writeUpdate(call, in: context),
          written.insert(update.write.node).inserted
        else { continue }
        judge(update, in: context, &ledger)
      }
    }
    for call in context.calls
    where isComputedByStore(call, in: context) && !written.contains(call.node) {
      ledger.add(
        .lostUpdate,
        .checked,
        call.node,
        at: context.headline(call.node),
        message:
          "`\(context.display(call.node))` loses no update: the store computes from the value that it holds.",
        stake: .dataLoss
      )
    }
    acrossWaits(in: context, &ledger)
  }

  /// Whether anything in the unit is computed at all, and something is changed or handed to a call.
  private static func maySave(_ context: UnitContext) -> Bool {
    context.tree.nodes.contains { node in
      switch node.kind {
      case .operation: true
      case .assign: node.name != 0
      default: false
      }
    }
  }

  /// A value that was loaded, what is computed from it, and what writes that back.
  private struct Update {
    var load: CallFact
    /// Where the new value is computed.
    var step: NodeIndex
    var write: CallFact
    /// As a person would name it: `account.balance`.
    var field: String
    /// Both calls are known for what they do.
    var isKnown: Bool
  }

  // MARK: - Finding them

  private static func isLoad(_ call: CallFact, in context: UnitContext) -> Bool {
    switch call.effect {
    case .databaseRead, .cacheRead: return call.known?.part != .exists
    case .none where call.known == nil: return looksLikeLoad(context.tree.name(call.node))
    default: return false
    }
  }

  /// By its name alone; that is enough for a question where the same object is saved again.
  private static func looksLikeLoad(_ name: String) -> Bool {
    guard name.utf8.contains(UInt8(ascii: ".")) else { return false }
    let last = NameReading.last(name)
    // Most names begin with none of these: what they are made of need not be read.
    switch last.utf8.first {
    case UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "o"), UInt8(ascii: "l"),
      UInt8(ascii: "L"),
      UInt8(ascii: "q"), UInt8(ascii: "Q"), UInt8(ascii: "s"), UInt8(ascii: "S"), UInt8(ascii: "r"),
      UInt8(ascii: "g"),
      UInt8(ascii: "G"):
      break
    default: return false
    }
    guard let verb = NameReading.words(last).first else { return false }
    return loadWords.contains(verb)
  }

  private static let loadWords: Set<String> = [
    "find", "first", "one", "load", "fetch", "query", "scalar", "retrieve", "get",
  ]
  private static let saveWords: Set<String> = [
    "save", "update", "persist", "put", "store", "commit", "flush", "merge",
  ]
  private static let receivers: Set<String> = [
    "Scan", "First", "Take", "Find", "Last", "Get", "StructScan", "Decode",
  ]

  /// The call that gave a name its value.
  private static func load(behind use: NodeIndex, in context: UnitContext) -> CallFact? {
    let tree = context.tree
    for definition in context.flow.definitions(reaching: use) {
      guard let value = definition.value else { continue }
      // What was made just now is nobody else's.
      if tree.kind(value) == .call, tree[value].has(.constructs) { return nil }
      if let found = context.calls(in: value).first(where: {
        isLoad($0, in: context) && !isInClosure($0.node, of: value, tree)
      }) {
        return found
      }
    }
    // `row.Scan(&balance)`, `db.First(&account, id)`
    for other in context.flow.uses(ofNameAt: use) where other < use && tree.kind(other) == .read {
      let destination = tree.destination(of: other)
      guard destination.kind == .argument,
        receivers.contains(String(NameReading.last(tree.name(destination.node))))
      else {
        continue
      }
      if let found = context.calls(in: destination.node).first(where: { $0.effect == .databaseRead }
      ) {
        return found
      }
    }
    return nil
  }

  private static func isInClosure(
    _ node: NodeIndex,
    of value: NodeIndex,
    _ tree: BehaviourTree
  )
    -> Bool
  {
    guard let closure = tree.closure(around: node) else { return false }
    return tree.contains(value, closure)
  }

  /// `account.balance += 10`, `account.balance = account.balance + 10`, and what saves the account.
  private static func memberUpdate(_ assign: NodeIndex, in context: UnitContext) -> Update? {
    let tree = context.tree
    guard let target = tree.child(assign, .target), tree.kind(target) == .read,
      tree[target].name != 0,
      let value = tree.child(assign, .value)
    else { return nil }
    let name = tree.name(target)
    let root = NameReading.root(name)
    guard root.utf8.count < name.utf8.count, root != "self", root != "this" else { return nil }
    guard computes(assign, value, from: name, in: context) else { return nil }
    guard let load = load(behind: target, in: context),
      let write = save(of: String(root), after: assign, in: context)
    else { return nil }
    return Update(
      load: load,
      step: assign,
      write: write,
      field: context.shown(name),
      isKnown: isKnown(load) && isKnown(write)
    )
  }

  private static func isKnown(_ call: CallFact) -> Bool {
    call.known != nil && call.effect != .none || call.known?.part == .transaction
  }

  /// `account.setBalance(account.getBalance() + 10)`
  private static func setterUpdate(_ call: CallFact, in context: UnitContext) -> Update? {
    let tree = context.tree
    let name = tree.name(call.node)
    let last = NameReading.last(name)
    guard last.hasPrefix("set"), last.utf8.count > 3 else { return nil }
    let root = NameReading.root(name)
    guard root.utf8.count &+ last.utf8.count &+ 1 == name.utf8.count,
      case .given(let value) = context.positional(0, of: call.node)
    else { return nil }
    let property = last.dropFirst(3)
    let getter = "\(root).get\(property)"
    guard let origin = context.flow.origin(of: value),
      tree.subtree(origin).contains(where: { at in
        tree.kind(at) == .operation && isArithmetic(tree.name(at))
          && tree.subtree(at).contains { tree.kind($0) == .call && tree.name($0) == getter }
      }) || isCalculated(origin, from: getter, tree)
    else { return nil }
    guard let load = load(behind: call.node, in: context),
      let write = save(of: String(root), after: call.node, in: context)
    else { return nil }
    return Update(
      load: load,
      step: call.node,
      write: write,
      field: context.shown("\(root).\(property.prefix(1).lowercased())\(property.dropFirst())"),
      isKnown: isKnown(load) && isKnown(write)
    )
  }

  /// `account.getBalance().add(amount)`
  private static func isCalculated(
    _ origin: NodeIndex,
    from getter: String,
    _ tree: BehaviourTree
  )
    -> Bool
  {
    guard tree.kind(origin) == .call, let receiver = tree.child(origin, .receiver),
      tree.kind(receiver) == .call,
      tree.name(receiver) == getter
    else { return false }
    return ["add", "subtract", "plus", "minus", "multiply", "divide"].contains(
      NameReading.last(tree.name(origin))
    )
  }

  /// `update({ balance: row.balance + 10 })`, `UPDATE … SET balance = ?` with `balance + 10`, `set(key, count + 1)`
  private static func writeUpdate(_ call: CallFact, in context: UnitContext) -> Update? {
    switch call.effect {
    case .databaseWrite, .cacheWrite: break
    case .none where call.known == nil:
      guard let verb = NameReading.words(NameReading.last(context.tree.name(call.node))).first,
        ["update", "save", "set", "put"].contains(verb)
      else { return nil }
    default: return nil
    }
    let tree = context.tree
    for at in tree.subtree(call.node)
    where tree.kind(at) == .read && tree[at].name != 0 && tree[at].role != .target {
      let reads = at
      guard let operation = arithmetic(around: reads, below: call.node, tree) else {
        // The new value may have been computed before.
        guard context.flow.isWholeName(reads), let origin = context.flow.origin(of: reads),
          origin != reads,
          tree.kind(origin) == .operation, isArithmetic(tree.name(origin))
        else { continue }
        for inner in tree.subtree(origin) where tree.kind(inner) == .read && tree[inner].name != 0 {
          if let update = update(of: inner, by: call, step: origin, at: reads, in: context) {
            return update
          }
        }
        continue
      }
      if let update = update(of: reads, by: call, step: operation, at: operation, in: context) {
        return update
      }
    }
    return nil
  }

  private static func update(
    of read: NodeIndex,
    by call: CallFact,
    step: NodeIndex,
    at place: NodeIndex,
    in context: UnitContext
  ) -> Update? {
    let tree = context.tree
    guard let load = load(behind: read, in: context), load.node != call.node, load.node < call.node
    else { return nil }
    let name = tree.name(read)
    let last = String(NameReading.last(name))
    let isSame: Bool
    if call.effect == .cacheWrite || load.effect == .cacheRead {
      isSame =
        firstArgument(of: call, context) != nil
        && firstArgument(of: call, context) == firstArgument(of: load, context)
    } else if let statement = context.statement(of: call.node) {
      guard statement.verb == .update, let table = statement.table else { return nil }
      isSame = context.statement(of: load.node)?.table == table
    } else {
      // What is written goes by the name of what was read.
      isSame = tree.ancestors(place).prefix { $0 != call.node }.contains {
        tree.kind($0) == .argument && tree.name($0) == last
      }
    }
    guard isSame else { return nil }
    return Update(
      load: load,
      step: step,
      write: call,
      field: context.shown(name),
      isKnown: isKnown(load) && isKnown(call)
    )
  }

  private static func firstArgument(of call: CallFact, _ context: UnitContext) -> String? {
    guard case .given(let value) = context.positional(0, of: call.node) else { return nil }
    let name = context.tree.name(value)
    guard context.tree.kind(value) == .operation else { return name.isEmpty ? nil : name }
    return context.tree.subtree(value).dropFirst().map { context.tree.name($0) }.joined(
      separator: "|"
    )
  }

  private static func arithmetic(
    around node: NodeIndex,
    below call: NodeIndex,
    _ tree: BehaviourTree
  ) -> NodeIndex? {
    for above in tree.ancestors(node) {
      if above == call { return nil }
      switch tree.kind(above) {
      case .operation where isArithmetic(tree.name(above)): return above
      case .operation, .call, .argument: if tree.kind(above) == .argument { return nil }
      default: return nil
      }
    }
    return nil
  }

  private static func isArithmetic(_ name: String) -> Bool {
    switch name {
    case "+", "-", "*", "/", "|", "&", "^", "%": true
    default: false
    }
  }

  /// Whether an assignment to a place gives it what is computed from its own value.
  private static func computes(
    _ assign: NodeIndex,
    _ value: NodeIndex,
    from name: String,
    in context: UnitContext
  ) -> Bool {
    let tree = context.tree
    let compound = tree.name(assign)
    if !compound.isEmpty { return compound != "??=" && compound != "||=" && compound != "&&=" }
    guard let origin = context.flow.origin(of: value) else { return false }
    return tree.subtree(origin).contains { at in
      guard tree.kind(at) == .operation, isArithmetic(tree.name(at)) else { return false }
      return tree.subtree(at).contains { tree.kind($0) == .read && tree.name($0) == name }
    }
  }

  /// The first call behind a change that writes the object back.
  private static func save(
    of root: String,
    after node: NodeIndex,
    in context: UnitContext
  )
    -> CallFact?
  {
    let tree = context.tree
    let frame = context.frame(of: node)
    for call in context.calls
    where call.node > tree.subtree(node).upperBound - 1 && context.frame(of: call.node) == frame {
      let name = tree.name(call.node)
      let last = NameReading.last(name)
      let words = NameReading.words(last)
      guard let verb = words.first else { continue }
      let writes = call.effect == .databaseWrite || call.effect == .cacheWrite
      if NameReading.base(name) == root[...], writes || saveWords.contains(verb) { return call }
      let isGiven = tree.children(call.node, .argument).contains { argument in
        tree.child(argument, .value).map { tree.kind($0) == .read && tree.name($0) == root }
          ?? false
      }
      if isGiven, writes || saveWords.contains(verb) { return call }
      // `session.commit()`, `SaveChangesAsync()`: all that changed is written.
      if tree.child(call.node, .argument) == nil
        || !isGiven && words.starts(with: ["save", "changes"]),
        verb == "commit" || verb == "flush" || words.starts(with: ["save", "changes"])
      {
        return call
      }
    }
    return nil
  }

  /// `INCR`, `SET n = n + 1`, `increment`, `F()`
  private static func isComputedByStore(_ call: CallFact, in context: UnitContext) -> Bool {
    guard call.effect == .databaseWrite || call.effect == .cacheWrite else { return false }
    let tree = context.tree
    if let statement = context.statement(of: call.node) {
      return statement.verb == .update && statement.repetition == .unsafe
    }
    let words = NameReading.words(NameReading.last(tree.name(call.node)))
    if let first = words.first, atomicWords.contains(first) { return true }
    // `update(stock=F("stock") - 1)`, `{ $inc: { stock: -1 } }`, `data: { stock: { decrement: 1 } }`
    return tree.subtree(call.node).contains { at in
      switch tree.kind(at) {
      case .call:
        tree.path(at) == "django.db.models.F" || tree.path(at) == "django.db.models.expressions.F"
      case .argument:
        tree[at].role == .element && ["$inc", "increment", "decrement"].contains(tree.name(at))
      default: false
      }
    }
  }

  private static let atomicWords: Set<String> = [
    "incr", "incrby", "decr", "decrby", "increment", "decrement", "hincrby", "zincrby", "hincr",
    "inc",
  ]

  // MARK: - Outcomes

  private static func judge(
    _ update: Update,
    in context: UnitContext,
    _ ledger: inout LedgerBuilder
  ) {
    let write = context.display(update.write.node)
    let load = context.display(update.load.node)
    let evidence: [(note: String, node: NodeIndex)] = [
      ("the value is read here", update.load.node),
      ("the new value is computed from it", update.step),
    ]
    func add(
      _ outcome: Outcome,
      _ message: String,
      reason: String? = nil,
      confidence: Confidence? = nil,
      more: [(note: String, node: NodeIndex)] = []
    ) {
      ledger.add(
        .lostUpdate,
        outcome,
        update.write.node,
        at: context.headline(update.write.node),
        message: message,
        question: outcome == .checked
          ? nil
          : "Between `\(load)` and `\(write)`, another request changes `\(update.field)`: whose value wins, and is that right?",
        reason: reason,
        confidence: confidence,
        stake: isMoney(update.field) ? .money : .dataLoss,
        evidence: evidence + more
      )
    }
    if let guardian = guardian(of: update, in: context) {
      add(
        .checked,
        "`\(write)` loses no update of `\(update.field)`: \(guardian.clause).",
        more: [(guardian.clause, guardian.node)]
      )
      return
    }
    let range = update.load.node..<max(update.load.node, update.write.node)
    if range.contains(where: { context.tree.kind($0) == .unknown }) {
      add(
        .unverified,
        "`\(write)` writes what was computed from `\(load)`.",
        reason: "the code between them is not understood"
      )
      return
    }
    let model = modelFact(of: update, in: context)
    if let version = model?.version {
      add(
        .checked,
        "`\(write)` loses no update of `\(update.field)`: the model has a version that is checked (\(version))."
      )
      return
    }
    guard update.isKnown else {
      add(
        .unverified,
        "`\(write)` writes back `\(update.field)`, computed from what `\(load)` gave.",
        reason: "whether `\(write)` checks a version, or `\(load)` locks, is not in reach"
      )
      return
    }
    // Where the model may hold a version, its declaration says so.
    let isModel =
      context.statement(of: update.write.node) == nil && update.write.effect != .cacheWrite
    if isModel, context.file.context.facts.has(.modelsHoldVersions) {
      add(
        .unverified,
        "`\(write)` writes back `\(update.field)`, computed from what `\(load)` gave.",
        reason: model == nil
          ? "whether the model has a version column is not in this file"
          : "no model or migration of the workspace shows a version column"
      )
      return
    }
    let isServing =
      context.isServing
      || context.unit.parameters.first.map { ["request", "req"].contains($0.name) } ?? false
    add(
      .flagged,
      "Another run may change `\(update.field)` between `\(load)` and `\(write)`, and its change is lost.",
      confidence: isServing ? .high : .medium
    )
  }

  private static func isMoney(_ field: String) -> Bool {
    NameReading.words(field).contains {
      ["balance", "amount", "credit", "credits", "price", "total", "paid"].contains($0)
    }
  }

  private static func guardian(
    of update: Update,
    in context: UnitContext
  ) -> (
    clause: String, node: NodeIndex
  )? {
    let tree = context.tree
    // The row is locked while it is read.
    for call in context.calls(in: top(of: update.load.node, tree)) {
      if call.known?.part == .lock || locksRow(call, in: context) {
        return ("`\(context.display(call.node))` locks what it reads", call.node)
      }
    }
    if context.statement(of: update.load.node)?.locks == true {
      return ("the statement locks what it reads", update.load.node)
    }
    // A lock stands over both, or was taken before.
    for above in tree.ancestors(update.write.node) where tree.kind(above) == .scoped {
      guard tree.contains(above, update.load.node), let resource = tree.child(above, .resource)
      else { continue }
      if tree[above].scopeKind == .lock || isLock(resource, in: context) {
        return ("a lock stands over both", resource)
      }
      if tree.subtree(resource).contains(where: { isSerializable($0, tree) }) {
        return ("the transaction is serializable", resource)
      }
    }
    for call in context.calls where call.known?.part == .lock && call.node < update.load.node {
      if context.dominates(call.node, update.load.node) {
        return ("`\(context.display(call.node))` was taken before", call.node)
      }
    }
    for above in tree.ancestors(update.write.node)
    where tree.kind(above) == .closure && tree.contains(above, update.load.node) {
      let taker = tree.parent(tree.parent(above))
      guard tree.kind(taker) == .call else { continue }
      if context.call(taker)?.known?.part == .lock {
        return ("`\(context.display(taker))` lets one run at a time", taker)
      }
      if tree.children(taker, .argument).contains(where: { argument in
        tree.subtree(argument).lowerBound < above
          && tree.subtree(argument).contains { isSerializable($0, tree) }
          && !tree.contains(argument, above)
      }) {
        return ("the transaction is serializable", taker)
      }
    }
    // The write names the version that was read.
    for at in tree.subtree(top(of: update.write.node, tree)) where namesVersion(at, tree) {
      return ("it writes only where the version is the one that was read", at)
    }
    if saysVersion(context, update.write.node) {
      return ("its statement asks for the version that was read", update.write.node)
    }
    return nil
  }

  /// The whole chain of calls around a call.
  private static func top(of call: NodeIndex, _ tree: BehaviourTree) -> NodeIndex {
    var node = call
    while tree[node].role == .receiver, tree.kind(tree.parent(node)) == .call {
      node = tree.parent(node)
    }
    return node
  }

  private static func locksRow(_ call: CallFact, in context: UnitContext) -> Bool {
    let tree = context.tree
    let words = NameReading.words(NameReading.last(tree.name(call.node)))
    if words.contains("lock") || words.suffix(2).elementsEqual(["for", "update"]) { return true }
    // `Account.lock.find(id)`
    if tree.name(call.node).split(separator: ".").dropLast().contains("lock") { return true }
    return tree.children(call.node, .argument).contains { argument in
      tree.subtree(argument).contains { at in
        switch tree.kind(at) {
        case .argument:
          tree.name(at) == "lock" || tree.name(at) == "with_for_update"
            || tree.name(at) == "lockMode"
        case .read, .literal:
          tree.name(at).uppercased().contains("PESSIMISTIC")
            || tree.name(at).hasSuffix("clause.Locking")
        default: false
        }
      }
    }
  }

  private static func isLock(_ resource: NodeIndex, in context: UnitContext) -> Bool {
    if context.calls(in: resource).contains(where: { $0.known?.part == .lock }) { return true }
    return NameReading.words(context.tree.name(resource)).contains {
      ["lock", "mutex"].contains($0)
    }
  }

  private static func isSerializable(_ node: NodeIndex, _ tree: BehaviourTree) -> Bool {
    let kind = tree.kind(node)
    guard kind == .literal || kind == .read else { return false }
    return tree.name(node).lowercased().contains("serializable")
  }

  /// `where: { id, version: row.version }`, `filter(version=row.version)`
  /// What the workspace shows of the table that a model writes to: one that is written by a statement says itself what
  /// it asks for.
  private static func modelFact(of update: Update, in context: UnitContext) -> ModelFact? {
    guard let workspace = context.workspace, context.statement(of: update.write.node) == nil,
      update.write.effect != .cacheWrite
    else { return nil }
    let tree = context.tree
    var names: [String] = []
    // `session.get(Account, id)`, `em.find(Account.class, id)`
    for at in tree.subtree(update.load.node) where tree.kind(at) == .read && tree[at].role == .value {
      let name =
        tree.name(at).hasSuffix(".class") ? String(tree.name(at).dropLast(6)) : tree.name(at)
      if NameReading.isCapitalized(NameReading.last(name)) { names.append(name) }
    }
    var parts = context.startOfReceiver(update.load.node).split(separator: ".")
    while let last = parts.last, ["objects", "query", "_default_manager"].contains(last) {
      parts.removeLast()
    }
    if let last = parts.last { names.append(String(last)) }
    return names.lazy.compactMap { workspace.model($0) }.first
  }

  private static func namesVersion(_ node: NodeIndex, _ tree: BehaviourTree) -> Bool {
    guard tree.kind(node) == .argument, tree[node].name != 0, let value = tree.child(node, .value),
      tree.kind(value) != .operation, tree.kind(value) != .collection
    else { return false }
    let words = NameReading.words(tree.name(node))
    return words.contains("version") || words == ["etag"] || words == ["if", "match"]
      || words == ["condition", "expression"]
  }

  private static func saysVersion(_ context: UnitContext, _ call: NodeIndex) -> Bool {
    let tree = context.tree
    return tree.subtree(top(of: call, tree)).contains { at in
      guard tree.kind(at) == .literal, tree[at].literalKind == .string else { return false }
      let text = tree.name(at).lowercased()
      guard let place = text.firstRange(of: "where") else { return false }
      return text[place.upperBound...].contains("version")
    }
  }

  // MARK: - Across a wait

  /// `const old = this.total; await …; this.total = old + n`, `this.total += await …`
  private static func acrossWaits(in context: UnitContext, _ ledger: inout LedgerBuilder) {
    let tree = context.tree
    guard context.unit.traits.contains(.async), context.unit.kind != .initializer,
      tree.nodes.contains(where: { $0.kind == .await })
    else { return }
    for index in tree.nodes.indices where tree.nodes[index].kind == .assign {
      let assign = NodeIndex(index)
      guard let target = tree.child(assign, .target), isShared(target, in: context),
        let value = tree.child(assign, .value),
        let stale = staleRead(of: tree.name(target), in: value, of: assign, context)
      else { continue }
      let name = context.shown(context.unit.written(tree.name(target)))
      let evidence: [(note: String, node: NodeIndex)] = [
        ("the old value is read here", stale.read), ("others run while this waits", stale.wait),
      ]
      if let lock = lock(over: assign, and: stale.read, in: context) {
        ledger.add(
          .lostUpdate,
          .checked,
          target,
          message:
            "`\(name)` loses no update while this waits: a lock stands over the read and the write.",
          stake: .correctness,
          evidence: evidence + [("held from the read to the write", lock)]
        )
        continue
      }
      ledger.add(
        .lostUpdate,
        .flagged,
        target,
        message:
          "While this waits another run may change `\(name)`, and that change is overwritten by what was read before.",
        question:
          "Between the read and the write of `\(name)` this waits, and another run changes it: whose value wins?",
        confidence: .medium,
        stake: .correctness,
        evidence: evidence
      )
    }
  }

  /// What outlives this run: a field of the object, a name at the top of the file.
  private static func isShared(_ target: NodeIndex, in context: UnitContext) -> Bool {
    let tree = context.tree
    guard tree.kind(target) == .read, tree.child(target, .receiver) == nil else { return false }
    switch tree[target].placeKind {
    case .field: return true
    case .static:
      return !NameReading.isCapitalized(tree.name(target)) && !tree.name(target).contains(".")
    default: return false
    }
  }

  private static func staleRead(
    of name: String,
    in value: NodeIndex,
    of assign: NodeIndex,
    _ context: UnitContext
  ) -> (read: NodeIndex, wait: NodeIndex)? {
    let tree = context.tree
    let target = tree.child(assign, .target) ?? assign
    if !tree.name(assign).isEmpty {
      guard isArithmetic(String(tree.name(assign).dropLast())),
        let wait = wait(in: tree.subtree(value), of: context.frame(of: assign), context)
      else { return nil }
      return (target, wait)
    }
    for at in tree.subtree(value) where tree.kind(at) == .read && tree[at].name != 0 {
      // `total = total + await …`: read first, written last.
      if tree.name(at) == name, arithmetic(around: at, below: assign, tree) != nil {
        if let wait = wait(
          in: at..<tree.subtree(value).upperBound,
          of: context.frame(of: assign),
          context
        ) {
          return (at, wait)
        }
        continue
      }
      guard context.flow.isWholeName(at), arithmetic(around: at, below: assign, tree) != nil else {
        continue
      }
      let reaching = context.flow.definitions(reaching: at)
      guard reaching.count == 1, let old = reaching[0].value, tree.kind(old) == .read,
        tree.name(old) == name,
        context.frame(of: old) == context.frame(of: assign), old < assign,
        let wait = wait(in: old..<assign, of: context.frame(of: assign), context)
          ?? wait(in: tree.subtree(value), of: context.frame(of: assign), context)
      else { continue }
      return (old, wait)
    }
    return nil
  }

  private static func wait(
    in range: Range<NodeIndex>,
    of frame: NodeIndex,
    _ context: UnitContext
  )
    -> NodeIndex?
  {
    range.first { context.tree.kind($0) == .await && context.frame(of: $0) == frame }
  }

  private static func lock(
    over assign: NodeIndex,
    and read: NodeIndex,
    in context: UnitContext
  )
    -> NodeIndex?
  {
    let tree = context.tree
    for above in tree.ancestors(assign) where tree.contains(above, read) {
      switch tree.kind(above) {
      case .scoped:
        guard let resource = tree.child(above, .resource) else { continue }
        if tree[above].scopeKind == .lock || isLock(resource, in: context) { return resource }
      case .closure:
        let taker = tree.parent(tree.parent(above))
        guard tree.kind(taker) == .call else { continue }
        if context.call(taker)?.known?.part == .lock { return taker }
        if ["runExclusive", "withLock", "acquire", "synchronize"].contains(
          NameReading.last(tree.name(taker))
        ) {
          return taker
        }
      default: continue
      }
    }
    for call in context.calls
    where call.node < read && call.known?.part == .lock && context.dominates(call.node, read) {
      return call.node
    }
    return nil
  }
}
