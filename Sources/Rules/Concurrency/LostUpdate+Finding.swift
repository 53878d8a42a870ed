import Behaviour
import Knowledge

/// What is loaded, computed on and written back.
extension LostUpdate {
  static func isLoad(_ call: CallFact, in context: UnitContext) -> Bool {
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
  static func load(behind use: NodeIndex, in context: UnitContext) -> CallFact? {
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
  static func memberUpdate(_ assign: NodeIndex, in context: UnitContext) -> Update? {
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

  static func isKnown(_ call: CallFact) -> Bool {
    call.known != nil && call.effect != .none || call.known?.part == .transaction
  }

  /// `account.setBalance(account.getBalance() + 10)`
  static func setterUpdate(_ call: CallFact, in context: UnitContext) -> Update? {
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
  static func writeUpdate(_ call: CallFact, in context: UnitContext) -> Update? {
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

  static func update(
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

  static func arithmetic(
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

  static func isArithmetic(_ name: String) -> Bool {
    switch name {
    case "+", "-", "*", "/", "|", "&", "^", "%": true
    default: false
    }
  }

  /// Whether an assignment to a place gives it what is computed from its own value.
  static func computes(
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
}
