import Behaviour
import Knowledge

/// A decision and the write that relies on it happen as one step, or the write fails when the decision is stale.
package enum CheckThenAct: Rule {
  package static let card = RuleCard(
    id: .checkThenAct,
    family: .concurrency,
    summary: "A decision and the write that relies on it are one step, or the write fails when the decision is stale.",
    rationale: """
      Between a look whether something is there and the write that relies on the answer, another request may have done \
      the same: both see that there is none, both write. It never happens in a test and happens every day under load.

      The obligation is met where the write itself says no to the second (a call that creates once, an exclusive open, a \
      handler for the violation of a unique key), or where a lock stands over both. A transaction alone is not enough: at \
      the isolation that databases have by default, both transactions see the same "there is none". A unique key that a \
      model or a migration of the workspace shows, over columns that the check asks for, meets it together with a \
      handler for its violation; alone, it is told, and who handles the violation is asked. Keys under a condition, \
      EF's `HasIndex(…).IsUnique()` (which entity it speaks of is lost with the type argument), struct tags of Go and \
      files that are no code (`schema.prisma`, `.sql`) are not read. Where only the schema could tell, it is asked.
      """,
    sources: ["CWE-362", "CWE-367"],
    examples: examples + modelExamples
  )

  package static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    guard !context.isExempt, !context.file.context.traits.contains(.oneOff) else { return }
    let tree = context.tree
    var done: Set<NodeIndex> = []
    for index in tree.nodes.indices where tree.nodes[index].kind == .branch {
      let branch = NodeIndex(index)
      guard !tree[branch].has(.expression), let condition = tree.child(branch, .condition) else { continue }
      if let found = storageRace(branch, condition, in: context), done.insert(found.act.node).inserted {
        judge(found, in: context, &ledger)
      } else if let found = memoryRace(branch, condition, in: context), done.insert(found.act).inserted {
        let name = tree.name(found.act)
        ledger.add(
          .checkThenAct,
          .flagged,
          condition,
          message: "While this waits, another run may put the same key into `\(context.shown(name))`.",
          question: "Two runs pass this check before either writes `\(context.shown(name))`: whose value stays?",
          confidence: .medium,
          stake: .correctness,
          evidence: [("waits here, and others run", found.wait), ("written on the strength of the check", found.act)]
        )
      }
    }
  }

  // MARK: - Storage: databases, caches, files

  private struct Race {
    var check: CallFact
    var act: CallFact
    /// What both speak of, as a person would name it.
    var subject: String
    var isFile: Bool
  }

  private static func storageRace(_ branch: NodeIndex, _ condition: NodeIndex, in context: UnitContext) -> Race? {
    let checks = checks(in: condition, context)
    guard !checks.isEmpty else { return nil }
    for act in acts(of: branch, in: context) {
      for check in checks where check.node != act.node && !isHarmless(act, behind: check, in: context) {
        if let subject = common(check, act, in: context) {
          return Race(check: check, act: act, subject: subject, isFile: isFile(act.effect))
        }
      }
    }
    return nil
  }

  /// The look-ups that a condition rests on: those in it, and those whose result it reads.
  private static func checks(in condition: NodeIndex, _ context: UnitContext) -> [CallFact] {
    let tree = context.tree
    var found = context.calls(in: condition).filter { isCheck($0) }
    for node in tree.subtree(condition) where tree.kind(node) == .read {
      for definition in context.flow.definitions(reaching: node) {
        guard let value = definition.value else { continue }
        found += context.calls(in: value).filter { isCheck($0) }
      }
    }
    return found
  }

  private static func isCheck(_ call: CallFact) -> Bool {
    if call.known?.part == .exists { return call.effect.leavesProcess || isFile(call.effect) }
    switch call.effect {
    case .databaseRead, .cacheRead: return call.known != nil
    default: return false
    }
  }

  private static func isFile(_ effect: Effect) -> Bool { effect == .fileRead || effect == .fileWrite }

  /// The writes that happen only because of how a branch went: in its arms, and, where one arm leaves, behind it.
  private static func acts(of branch: NodeIndex, in context: UnitContext) -> [CallFact] {
    let tree = context.tree
    var acts: [CallFact] = []
    for arm in tree.children(branch) where tree[arm].role == .arm || tree[arm].role == .otherwise {
      acts += context.calls(in: arm).filter { isAct($0, in: context) }
    }
    guard tree[branch].has(.guard) else { return acts }
    let block = tree.parent(branch)
    let behind = tree[branch].next..<max(tree[branch].next, tree[block].next)
    return acts + context.calls(in: behind).filter { isAct($0, in: context) }
  }

  private static func isAct(_ call: CallFact, in context: UnitContext) -> Bool {
    guard call.known != nil, call.known?.part != .exists else { return false }
    // A write that is noted here, and made by a later call of this unit.
    if call.known?.part == .stage {
      return context.calls.contains { $0.node > call.node && $0.effect == .databaseWrite }
    }
    switch call.effect {
    // What is gone already is gone: to take it away twice does no harm.
    case .databaseWrite: return call.repetition != .safe || !isRemoval(call, in: context)
    // What is computed again and stored again is the same; a mark that says "I was here first" is not.
    case .cacheWrite: return setsMark(call, in: context)
    // A copy reads the path that was looked at, and a move takes it away: where that is gone it fails.
    case .fileWrite:
      let last = NameReading.last(context.tree.name(call.node)).lowercased()
      return !["copy", "move", "rename"].contains { last.hasPrefix($0) }
    case .fileRead: return opensForWriting(call, in: context)
    default: return false
    }
  }

  /// Whether another run between a look-up and a write could do no harm.
  private static func isHarmless(_ act: CallFact, behind check: CallFact, in context: UnitContext) -> Bool {
    let tree = context.tree
    let asked = NameReading.last(tree.name(check.node)).lowercased()
    let done = NameReading.last(tree.name(act.node)).lowercased()
    // A folder where a file is to be written is refused by the system, now or then.
    if isFile(act.effect), asked.contains("dir"), !done.contains("dir") { return true }
    // A write that picks by itself what it changes, where there were some: where there are none left it changes none.
    guard act.effect == .databaseWrite,
      ["update", "delete", "executeupdate", "executedelete"].contains(where: done.hasPrefix)
    else { return false }
    let picks = context.links(before: act.node).contains { LoadWords.picks(NameReading.last(tree.name($0))) }
    return picks && asksForSome(check, before: act, in: context)
  }

  /// Whether a write runs only where a look-up found some of many.
  private static func asksForSome(_ check: CallFact, before act: CallFact, in context: UnitContext) -> Bool {
    let tree = context.tree
    let isCount = NameReading.words(NameReading.last(tree.name(check.node))).first == "count"
    guard isCount || check.known?.gives == .many || check.known?.gives == .lazily else { return false }
    let destination = tree.destination(of: check.node)
    guard destination.kind == .assigned, let target = tree.child(destination.node, .target) else { return false }
    let found =
      isCount
      ? context.emptiness(ofCount: tree.name(target), of: nil, at: act.node)
      : context.emptiness(of: Holder(name: tree.name(target), node: target), at: act.node)
    if case .ruledOut = found { return true }
    return false
  }

  private static func isRemoval(_ call: CallFact, in context: UnitContext) -> Bool {
    let words = NameReading.words(NameReading.last(context.tree.name(call.node)))
    return words.first.map { ["delete", "remove", "destroy"].contains($0) } ?? false
  }

  /// `cache.set(key, True)`: the value says nothing but that the key is taken.
  private static func setsMark(_ call: CallFact, in context: UnitContext) -> Bool {
    guard case .given(let value) = context.positional(1, of: call.node) else { return false }
    return context.tree.kind(value) == .literal
  }

  /// `open(path, "w")`: what it does hangs on the mode.
  private static func opensForWriting(_ call: CallFact, in context: UnitContext) -> Bool {
    let last = NameReading.last(context.tree.name(call.node)).lowercased()
    guard last.hasPrefix("open") || last == "filestream" else { return false }
    for argument in ["#1", "mode", "flags"] {
      if case .given(let value) = context.argument(argument, of: call.node), context.tree[value].literalKind == .string,
        context.tree.name(value).contains(where: { "wax+".contains($0) })
      {
        return true
      }
      if case .given(let value) = context.argument(argument, of: call.node), context.tree.kind(value) == .read,
        writingModes.contains(String(NameReading.last(context.tree.name(value))))
      {
        return true
      }
    }
    return false
  }

  /// `FileMode.Create`
  private static let writingModes: Set<String> = ["Create", "CreateNew", "Append", "Truncate", "OpenOrCreate"]

  /// What a look-up and a write have in common: the same model or store with a shared key, or the same path.
  private static func common(_ check: CallFact, _ act: CallFact, in context: UnitContext) -> String? {
    guard isFile(check.effect) == isFile(act.effect) else { return nil }
    if isFile(act.effect) {
      guard let path = firstName(of: check, in: context), path == firstName(of: act, in: context) else { return nil }
      return path
    }
    guard let subject = subject(of: check, in: context), subject == self.subject(of: act, in: context) else {
      return nil
    }
    let keys = names(in: check, context)
    return keys.isEmpty || keys.isDisjoint(with: names(in: act, context)) ? nil : subject
  }

  /// The path that a file call is about: its first argument, or what the method is called on.
  private static func firstName(of call: CallFact, in context: UnitContext) -> String? {
    let tree = context.tree
    if case .given(let value) = context.positional(0, of: call.node), tree.kind(value) == .read, tree.name(value) != ""
    {
      // What is written may be what the method is called on: a label says that the place is given.
      if tree.name(tree.parent(value)) != "" {
        return tree.name(value).hasSuffix(".path") ? String(tree.name(value).dropLast(5)) : tree.name(value)
      }
      let own = NameReading.base(tree.name(call.node))
      return own.isEmpty || context.flow.definitions(ofNameAt: call.node).isEmpty ? tree.name(value) : String(own)
    }
    let base = String(NameReading.base(tree.name(call.node)))
    return base.isEmpty ? nil : base
  }

  /// The model, table or store: `Reservation` of `Reservation.objects.filter(…).exists()`, `prisma.user`.
  private static func subject(of call: CallFact, in context: UnitContext) -> String? {
    if let table = context.statement(of: call.node)?.table { return table }
    let tree = context.tree
    var node = call.node
    // The beginning of the chain.
    while let receiver = tree.child(node, .receiver) {
      var inner = receiver
      while tree.kind(inner) == .await, let value = tree.child(inner, .value) { inner = value }
      guard tree.kind(inner) == .call else { return nil }
      node = inner
    }
    let name = tree.name(node)
    let last = NameReading.last(name)
    // `session.query(User)`, `session.add(User(…))`: the store is the same for all, the model is not.
    if ["query", "add", "get", "merge", "select", "scalar", "execute"].contains(String(last)),
      case .given(let value) = context.positional(0, of: node)
    {
      if tree.kind(value) == .read, tree.name(value).first?.isUppercase == true { return tree.name(value) }
      let made = tree.kind(value) == .call ? value : context.flow.origin(of: value)
      if let made, tree.kind(made) == .call, tree.name(made).first?.isUppercase == true { return tree.name(made) }
    }
    var parts = name.split(separator: ".").dropLast()
    while let part = parts.last, ["objects", "_default_manager", "query"].contains(String(part)) {
      parts = parts.dropLast()
    }
    return parts.isEmpty ? nil : parts.joined(separator: ".")
  }

  /// The names and constants that a call and its chain are given.
  private static func names(in call: CallFact, _ context: UnitContext) -> Set<String> {
    let tree = context.tree
    var names: Set<String> = []
    for node in tree.subtree(call.node) {
      guard [.value, .operand, .element].contains(tree[node].role) else { continue }
      // What is read by a call (`order.code()`) is a name as much as a member is.
      let isGotten = tree.kind(node) == .call && tree.child(node, .argument) == nil && !tree[node].has(.constructs)
      if tree.kind(node) == .read || tree.kind(node) == .literal || isGotten, !tree.name(node).isEmpty {
        names.insert(tree.name(node))
      }
    }
    return names
  }

  // MARK: - Outcomes

  private static func judge(_ race: Race, in context: UnitContext, _ ledger: inout LedgerBuilder) {
    let tree = context.tree
    let act = context.display(race.act.node)
    let check = context.display(race.check.node)
    let evidence = [(note: "the check", node: race.check.node)]
    func add(
      _ outcome: Outcome,
      _ message: String,
      reason: String? = nil,
      confidence: Confidence? = nil,
      more: [(note: String, node: NodeIndex)] = []
    ) {
      ledger.add(
        .checkThenAct,
        outcome,
        race.act.node,
        at: context.headline(race.act.node),
        message: message,
        question: "Two requests pass `\(check)` before either reaches `\(act)`: what rejects the second?",
        reason: reason,
        confidence: confidence,
        stake: race.isFile ? .correctness : .dataLoss,
        evidence: evidence + more
      )
    }
    if let guardian = guardian(of: race, in: context) {
      add(
        .checked,
        "`\(act)` cannot act on a stale check: \(guardian.clause).",
        more: [(guardian.clause, guardian.node)]
      )
      return
    }
    if tree.subtree(tree.root).contains(where: {
      tree.kind($0) == .unknown && tree.contains(tree.root, $0) && between($0, race)
    }) {
      add(
        .unverified,
        "`\(act)` relies on `\(check)`.",
        reason: "the code between them does not parse or is not understood"
      )
      return
    }
    if let handler = violationHandler(around: race.act.node, in: context) {
      if race.isFile {
        add(
          .checked,
          "`\(act)` fails where the check is stale, and that is handled.",
          more: [("handles that", handler)]
        )
      } else if let key = uniqueKey(of: race, in: context) {
        add(
          .checked,
          "`\(act)` is rejected where the check is stale, and that is handled: a key over \(key.clause).",
          more: [("handles a violation", handler)]
        )
      } else {
        add(
          .unverified,
          "`\(act)` relies on `\(check)`; a violation is handled.",
          reason: context.workspace == nil
            ? "no unique constraint on `\(race.subject)` is to be seen here"
            : "no migration or model shows a unique constraint on \(keyName(of: race, in: context))",
          more: [("handles a violation", handler)]
        )
      }
      return
    }
    if !race.isFile, race.act.effect == .databaseWrite || race.act.known?.part == .stage {
      if let key = uniqueKey(of: race, in: context) {
        add(
          .unverified,
          "`\(act)` relies on `\(check)`, and the second is rejected by a key over \(key.clause).",
          reason: "the violation of that key is not handled here"
        )
        return
      }
      // A schema that nobody can see may have one.
      if let workspace = context.workspace, workspace.model(race.subject) == nil,
        context.statement(of: race.act.node) == nil
      {
        add(
          .unverified,
          "`\(act)` relies on `\(check)`.",
          reason:
            "no migration or model shows a unique constraint on \(keyName(of: race, in: context))"
        )
        return
      }
    }
    if race.act.effect == .cacheWrite {
      add(
        .unverified,
        "`\(act)` sets a mark that `\(check)` looks for.",
        reason: "whether the mark is meant to keep a second run out is not in the code"
      )
      return
    }
    if race.isFile, isHarmlessTwice(race.act, in: context) {
      add(
        .unverified,
        "`\(act)` relies on `\(check)`.",
        reason: "whether two processes work on this path is not in the code"
      )
      return
    }
    let isTransaction = enclosing(race.act.node, part: .transaction, in: context) != nil
    let tail = isTransaction ? " A transaction alone lets both see the same." : ""
    let confidence: Confidence = !race.isFile && !isTransaction && isRequest(race, in: context) ? .high : .medium
    add(
      .flagged,
      "Another run may change `\(context.shown(race.subject))` between `\(check)` and `\(act)`.\(tail)",
      confidence: confidence
    )
  }

  // MARK: - The schema

  /// A unique key of the table all of whose columns the check asks for.
  private static func uniqueKey(of race: Race, in context: UnitContext) -> ModelFact.Key? {
    guard let model = context.workspace?.model(race.subject) else { return nil }
    return model.key(within: columns(askedBy: race.check, in: context))
  }

  private static func keyName(of race: Race, in context: UnitContext) -> String {
    "`\(context.shown(context.unit.written(race.subject)))`"
  }

  /// The columns that a look-up may be about: its labels, the names and the texts that it is given, the words of a
  /// method that is named by them (`existsByCodeAndUser`).
  private static func columns(askedBy check: CallFact, in context: UnitContext) -> Set<String> {
    let tree = context.tree
    var found: Set<String> = []
    for node in tree.subtree(check.node) {
      let name = tree.name(node)
      guard !name.isEmpty, name.utf8.count <= 300 else { continue }
      switch tree.kind(node) {
      case .argument:
        found.insert(ModelName.column(String(name.prefix { $0 != "_" || !name.contains("__") })))
      case .read: if tree[node].role != .receiver { found.insert(ModelName.column(name)) }
      case .literal where tree[node].literalKind == .string:
        if let statement = context.statement(of: check.node), statement.table != nil {
          for word in name.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "_" }) {
            found.insert(ModelName.column(String(word)))
          }
        } else {
          found.insert(ModelName.column(name))
        }
      case .call:
        let words = NameReading.words(NameReading.last(name))
        if let by = words.firstIndex(of: "by") {
          for part in words[(by + 1)...].split(whereSeparator: { $0 == "and" || $0 == "or" }) {
            found.insert(ModelName.column(part.joined(separator: "_")))
          }
        }
        if tree.child(node, .argument) == nil { found.insert(ModelName.column(name)) }
      default: continue
      }
    }
    return found
  }

  private static func between(_ node: NodeIndex, _ race: Race) -> Bool {
    let low = min(race.check.node, race.act.node)
    return node >= low && node <= max(race.check.node, race.act.node)
  }

  /// What makes both one step, or rejects the second.
  private static func guardian(of race: Race, in context: UnitContext) -> (clause: String, node: NodeIndex)? {
    let tree = context.tree
    if race.act.known?.part == .createOnce { return ("it creates only where there is none", race.act.node) }
    if race.isFile, isExclusive(race.act, in: context) { return ("it fails where the file is there", race.act.node) }
    if case .given(let flag) = context.argument("exist_ok", of: race.act.node), tree[flag].literalKind == .true {
      return ("it does nothing where it is there already", flag)
    }
    for call in context.calls where tree.subtree(race.check.node).contains(call.node) && call.known?.part == .lock {
      return ("the rows are locked by `\(context.display(call.node))`", call.node)
    }
    if context.statement(of: race.check.node)?.locks == true {
      return ("its statement locks the rows", race.check.node)
    }
    if let lock = enclosing(race.act.node, part: .lock, in: context), tree.contains(lock, race.check.node) {
      return ("a lock stands over both", lock)
    }
    return nil
  }

  /// `open(path, "x")`, `{ flag: "wx" }`.
  private static func isExclusive(_ act: CallFact, in context: UnitContext) -> Bool {
    for argument in ["#1", "mode", "flag", "#2.flag", "flags"] {
      if case .given(let value) = context.argument(argument, of: act.node), context.tree.kind(value) == .literal,
        context.tree.name(value).contains("x")
      {
        return true
      }
      if case .given(let value) = context.argument(argument, of: act.node),
        NameReading.last(context.tree.name(value)) == "CreateNew"
      {
        return true
      }
    }
    return false
  }

  /// Making a folder or taking a file away twice ends as once, but for an error.
  private static func isHarmlessTwice(_ act: CallFact, in context: UnitContext) -> Bool {
    let last = NameReading.last(context.tree.name(act.node)).lowercased()
    return ["mkdir", "remove", "unlink", "rmdir", "rm", "makedirs", "rmtree", "delete"].contains { last.hasPrefix($0) }
  }

  /// The innermost scope around a node whose resource is of a part.
  private static func enclosing(_ node: NodeIndex, part: Part, in context: UnitContext) -> NodeIndex? {
    let tree = context.tree
    for above in tree.ancestors(node) where tree.kind(above) == .scoped {
      if tree[above].scopeKind == .lock, part == .lock { return above }
      if tree[above].scopeKind == .transaction, part == .transaction { return above }
      guard let resource = tree.child(above, .resource) else { continue }
      if context.calls(in: resource).contains(where: { $0.known?.part == part }) { return above }
      if part == .lock, tree.kind(resource) == .read, isLock(resource, in: context) { return above }
    }
    return nil
  }

  private static func isLock(_ node: NodeIndex, in context: UnitContext) -> Bool {
    if let type = context.file.constructions[context.tree.name(node)]?.path, context.knowledge.call(type)?.part == .lock
    {
      return true
    }
    return NameReading.words(context.tree.name(node)).contains { $0 == "lock" || $0 == "mutex" }
  }

  /// A handler around a write for what says that the check was stale.
  private static func violationHandler(around node: NodeIndex, in context: UnitContext) -> NodeIndex? {
    let tree = context.tree
    var child = node
    for above in tree.ancestors(node) {
      if tree.kind(above) == .attempt, tree[child].role == .body {
        for handler in tree.children(above, .handler) {
          let types = tree.children(handler, .type).map { NameReading.last(tree.name($0)).lowercased() }
          let words = ["integrity", "unique", "duplicate", "exists", "conflict", "filenotfound"]
          if types.contains(where: { type in words.contains { type.contains($0) } }) { return handler }
          // One catch for all, as JavaScript has it, that looks for the code.
          let codes: Set<String> = ["P2002", "23505", "ER_DUP_ENTRY", "11000", "EEXIST", "ENOENT", "SQLITE_CONSTRAINT"]
          if tree.subtree(handler).contains(where: { tree.kind($0) == .literal && codes.contains(tree.name($0)) }) {
            return handler
          }
        }
      }
      child = above
    }
    return nil
  }

  /// Whether this certainly runs for several requests or messages at once.
  private static func isRequest(_ race: Race, in context: UnitContext) -> Bool {
    if context.boundary(around: race.act.node).place != nil, context.unit.kind != .module { return true }
    return context.unit.parameters.first.map { ["request", "req"].contains($0.name) } ?? false
  }

  // MARK: - Memory across an await

  /// A key is looked for in a collection that outlives this run, something is awaited, the key is written.
  private static func memoryRace(
    _ branch: NodeIndex,
    _ condition: NodeIndex,
    in context: UnitContext
  ) -> (wait: NodeIndex, act: NodeIndex)? {
    let tree = context.tree
    guard let place = askedCollection(condition, in: context) else { return nil }
    for arm in tree.children(branch) where tree[arm].role == .arm || tree[arm].role == .otherwise {
      var wait: NodeIndex?
      for node in tree.subtree(arm) {
        if tree.kind(node) == .await { wait = wait ?? node }
        guard isWrite(node, of: place, in: context) else { continue }
        // What is awaited may be the very value that is written: it stands behind the place.
        if let wait { return (wait, node) }
        if let assign = tree.ancestors(node).first(where: { tree.kind($0) == .assign }),
          let value = tree.child(assign, .value),
          let awaited = tree.subtree(value).first(where: { tree.kind($0) == .await })
        {
          return (awaited, node)
        }
        return nil
      }
    }
    return nil
  }

  private static func isWrite(_ node: NodeIndex, of place: String, in context: UnitContext) -> Bool {
    let tree = context.tree
    if tree.kind(node) == .read {
      return tree[node].role == .target && tree[node].placeKind == .element && tree.name(node) == place
    }
    guard tree.kind(node) == .call else { return false }
    return NameReading.base(tree.name(node)) == place && NameReading.last(tree.name(node)) == "set"
  }

  /// `key not in self.cache`, `!cache.has(key)`: the collection, where it is a field or a value of the file.
  private static func askedCollection(_ condition: NodeIndex, in context: UnitContext) -> String? {
    let tree = context.tree
    for node in tree.subtree(condition) {
      switch tree.kind(node) {
      case .condition where tree.name(node) == Operator.in || tree.name(node) == Operator.notIn:
        let operands = tree.children(node, .operand)
        guard operands.count == 2, tree.kind(operands[1]) == .read else { continue }
        if [.static, .field].contains(tree[operands[1]].placeKind) { return tree.name(operands[1]) }
      case .call where NameReading.last(tree.name(node)) == "has":
        let base = String(NameReading.base(tree.name(node)))
        let root = base.prefix { $0 != "." }
        if root == "this" || context.file.constructions[base] != nil { return base }
      default: continue
      }
    }
    return nil
  }
}
