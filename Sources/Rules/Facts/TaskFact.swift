package import Behaviour
import Knowledge

/// A call whose value is work that is not done yet: a promise, a coroutine, a task.
package struct TaskFact: Sendable, Hashable {
  package enum Origin: Sendable, Hashable {
    /// The catalog says that the call gives a promise or a coroutine.
    case known
    /// It starts a task that runs by itself (`create_task`).
    case spawned
    /// It gives work to threads or processes that hold it (`executor.submit`).
    case pooled
    /// The function is asynchronous and declared in this file, or in this unit.
    case declared
    /// A collection's method was given an asynchronous function for each element.
    case perElement
    /// Something else of that name is awaited in this unit.
    case awaitedElsewhere
    /// Only its name says so.
    case likely
  }

  package let origin: Origin
  /// All that it awaits is caught in its own body.
  package let containsFailures: Bool
}

extension UnitContext {
  /// The work that a call's value stands for; nil where the call is done when it returns, as far as anybody knows.
  package func task(of call: CallFact) -> TaskFact? {
    if let known = call.known {
      if known.part == .spawn {
        // A thread that is started is no value that somebody could wait for.
        guard known.isAsync else { return nil }
        let origin: TaskFact.Origin = known.failure.contains(.value) ? .pooled : .spawned
        guard file.context.facts.has(.marksFailures) else {
          return TaskFact(origin: origin, containsFailures: workContainsFailures(call))
        }
        guard let work = work(of: call.node) else { return TaskFact(origin: origin, containsFailures: false) }
        // Where nothing in it can fail, there is no failure to lose.
        if tree.containsFailures(in: work) { return TaskFact(origin: origin, containsFailures: true) }
        return tree.leavesByMark(in: work) ? TaskFact(origin: origin, containsFailures: false) : nil
      }
      // Given a callback, it reports there.
      if known.isAsync, file.context.facts.has(.takesCallbacks), !known.part.takesWork, endsWithCallback(call.node) {
        return nil
      }
      if known.isAsync { return TaskFact(origin: .known, containsFailures: false) }
      if known.part != .iterate { return nil }
    }
    if tree[call.node].has(.task) { return TaskFact(origin: .known, containsFailures: false) }
    if isBarePromise(call.node) { return TaskFact(origin: .known, containsFailures: false) }
    guard !file.context.facts.has(.waitsByItself), !file.context.facts.has(.awaitsAreDemanded) else { return nil }
    if let declared = declaredTask(call) ?? taskElsewhere(call) { return declared }
    return hasAsyncClosures ? perElement(call) : nil
  }

  /// `new Promise(…)` on its own, in code that waits: nothing takes what it is to wait for.
  private func isBarePromise(_ call: NodeIndex) -> Bool {
    tree[call].has(.constructs) && tree[call].has(.discarded) && file.context.facts.isTask(tree.name(call))
      && mayAwait(at: call)
  }

  /// Whether the function that a task is started with deals with its own failures.
  private func workContainsFailures(_ call: CallFact) -> Bool {
    guard case .given(let work) = positional(0, of: call.node), tree.kind(work) == .closure,
      let body = tree.child(work, .body)
    else { return false }
    return tree.containsFailures(in: body)
  }

  /// The body of the function that a call is given last.
  private func work(of call: NodeIndex) -> NodeIndex? {
    guard let last = tree.children(call, .argument).last, let value = tree.child(last, .value),
      tree.kind(value) == .closure
    else { return nil }
    return tree.child(value, .body)
  }

  private func endsWithCallback(_ call: NodeIndex) -> Bool {
    guard let last = tree.children(call, .argument).last, let value = tree.child(last, .value) else { return false }
    return tree.kind(value) == .closure && !tree[value].has(.async)
  }

  /// A function of the file or of the unit, by its name.
  private func declaredTask(_ call: CallFact) -> TaskFact? {
    let name = tree.name(call.node)
    guard !name.isEmpty, !name.hasPrefix(".") else {
      // `(async () => { … })()`
      guard let receiver = tree.child(call.node, .receiver), tree.kind(receiver) == .closure else { return nil }
      return task(ofClosure: receiver)
    }
    if !name.utf8.contains(UInt8(ascii: ".")) {
      if hasAsyncClosures, let closure = closure(named: name, at: call.node) { return task(ofClosure: closure) }
      guard !localNames.contains(name), !isParameter(name) else { return nil }
      if file.context.facts.has(.ownMembersAreBare), let owner = unit.owner,
        let task = task(ofMember: name[...], of: owner)
      {
        return task
      }
      return task(ofDeclaration: name)
    }
    guard let owner = unit.owner, name.hasPrefix("self.") || name.hasPrefix("this.") else { return nil }
    let member = name.dropFirst(5)
    guard !member.utf8.contains(UInt8(ascii: ".")) else { return nil }
    return task(ofMember: member, of: owner)
  }

  private func task(ofMember member: Substring, of owner: Owner) -> TaskFact? {
    task(ofDeclaration: "\(owner.name).\(member)") ?? nestedDeclaration(member, owner)
  }

  /// A method of a type inside of another one has both their names.
  private func nestedDeclaration(_ member: Substring, _ owner: Owner) -> TaskFact? {
    guard unit.qualifiedName.hasSuffix("." + unit.name) else { return nil }
    return task(ofDeclaration: "\(unit.qualifiedName.dropLast(unit.name.count + 1)).\(member)")
  }

  private func isParameter(_ name: String) -> Bool { unit.parameters.contains { $0.name == name } }

  private func task(ofDeclaration name: String) -> TaskFact? {
    guard let declaration = file.declarations[name], declaration.traits.contains(.async),
      // A function that is an argument of the call which makes the value is not the value.
      declaration.kind != .closure, !declaration.traits.contains(.generator), !declaration.isWrapped,
      !declaration.traits.contains(.accessor)
    else { return nil }
    // What waits for nothing is done when it returns; but a coroutine does not even start.
    guard declaration.waits || tasksAreLazy else { return nil }
    return TaskFact(origin: .declared, containsFailures: declaration.containsFailures)
  }

  private func task(ofClosure closure: NodeIndex) -> TaskFact? {
    guard tree[closure].has(.async), !tree[closure].has(.generator) else { return nil }
    guard let body = tree.child(closure, .body), tree.waits(in: body) || tasksAreLazy else { return nil }
    return TaskFact(origin: .declared, containsFailures: tree.containsFailures(in: body))
  }

  /// The function inside the unit that a name stands for at a call.
  private func closure(named name: String, at call: NodeIndex) -> NodeIndex? {
    let reaching = flow.definitions(reaching: call)
    if reaching.count == 1, let value = reaching[0].value, tree.kind(value) == .closure { return value }
    guard reaching.isEmpty else { return nil }
    var found: NodeIndex?
    for index in tree.nodes.indices where tree.nodes[index].kind == .closure && tree.nodes[index].name != 0 {
      guard tree.text(tree.nodes[index].name) == name else { continue }
      if found != nil { return nil }
      found = NodeIndex(index)
    }
    return found
  }

  /// `items.forEach(async (item) => …)`, `items.map(async …)`
  private func perElement(_ call: CallFact) -> TaskFact? {
    switch NameReading.last(tree.name(call.node)) {
    case "forEach", "map", "flatMap", "filter", "some", "every", "find": break
    default: return nil
    }
    guard case .given(let callback) = positional(0, of: call.node), tree.kind(callback) == .closure,
      tree[callback].has(.async)
    else { return nil }
    let contains = tree.child(callback, .body).map { tree.containsFailures(in: $0) } ?? false
    return TaskFact(origin: .perElement, containsFailures: contains)
  }

  /// Whether code at a node may wait: the innermost function around it is asynchronous.
  package func mayAwait(at node: NodeIndex) -> Bool {
    if let closure = tree.closure(around: node) { return tree[closure].has(.async) }
    return unit.traits.contains(.async) || unit.kind == .module && !tasksAreLazy
  }
}

extension Part {
  /// A function among the arguments is the work itself, not what is told of its end.
  fileprivate var takesWork: Bool {
    switch self {
    case .retry, .iterate, .transaction, .timeout, .gather, .settle, .spawn, .lock: true
    default: false
    }
  }
}
