import Behaviour
import Knowledge

/// Calls that fail, or give nothing, for what is empty.
extension EmptyUseFinder {
  mutating func call(_ node: NodeIndex) {
    let name = tree.name(node)
    let last = NameReading.last(name)
    let arguments = tree.children(node, .argument)
    switch last {
    case "divide", "div", "dividedBy", "Div", "divideToIntegralValue":
      // The second of two is divided by where the first is no object of the call.
      let isStatic = NameReading.isCapitalized(NameReading.root(name)) && arguments.count > 1
      if name.utf8.count > last.utf8.count, let argument = isStatic ? arguments[1] : arguments.first,
        let value = tree.child(argument, .value)
      {
        divide(by: value, at: node)
      }
    case "intdiv", "fdiv", "bcdiv", "divmod", "fmod":
      if arguments.count >= 2, let value = tree.child(arguments[1], .value) { divide(by: value, at: node) }
    case "get", "elementAt", "ElementAt":
      if facts.indexFails, arguments.count == 1, let index = tree.child(arguments[0], .value),
        isFirstOrLast(index, of: String(NameReading.base(name))), let holder = receiver(of: node)
      {
        found.append(EmptyUse(kind: .index, node: node, holder: holder))
      }
    case "next":
      if arguments.isEmpty, let receiver = tree.child(node, .receiver), tree.kind(receiver) == .call,
        NameReading.last(tree.name(receiver)) == "iterator", let holder = self.receiver(of: receiver)
      {
        found.append(EmptyUse(kind: .fails, node: node, holder: holder))
      }
    default: break
    }
    if facts.failingFunctions.contains(tree.path(node)) {
      if let value = onlyCollection(of: node, arguments) {
        found.append(EmptyUse(kind: .fails, node: node, holder: context.holder(of: value)))
      }
      return
    }
    let isMethod = name.utf8.count > last.utf8.count
    if isMethod, facts.failing.contains(String(last)) { return failing(node, last, arguments) }
    if tree[node].has(.forced) { return forced(node) }
    if facts.forcing.contains(String(last)), arguments.isEmpty, let receiver = tree.child(node, .receiver) {
      return force(receiver, at: node)
    }
    if unmarked, facts.forcing.isEmpty, isMethod && facts.absent.contains(String(last)) || isAbsentFunction(node),
      let use = dereference(of: node)
    {
      absent(node, at: use)
    } else if unmarked, let known = context.call(node)?.known, context.mayGiveNothing(node, known),
      let use = dereference(of: node)
    {
      found.append(EmptyUse(kind: .forcesResult, node: use, holder: Holder(name: "", node: node)))
    }
  }

  private func isAbsentFunction(_ node: NodeIndex) -> Bool {
    !facts.absentFunctions.isEmpty && facts.absentFunctions.contains(tree.path(node))
  }

  /// What a call on a collection was asked to give.
  func receiver(of call: NodeIndex) -> Holder? {
    if let receiver = tree.child(call, .receiver) { return context.holder(of: receiver) }
    let base = NameReading.base(tree.name(call))
    return base.isEmpty ? nil : Holder(name: String(base), node: call)
  }

  /// The collection that a function is given, where it is the only thing it is given.
  private func onlyCollection(of node: NodeIndex, _ arguments: [NodeIndex]) -> NodeIndex? {
    let last = NameReading.last(tree.path(node))
    var values: [NodeIndex] = []
    for argument in arguments {
      if tree.name(argument) == "default" || tree.name(argument) == "initial" { return nil }
      guard let value = tree.child(argument, .value) else { return nil }
      if tree[argument].has(.spread), arguments.count > 1 { return nil }
      if tree.kind(value) != .closure, tree.name(argument).isEmpty { values.append(value) }
    }
    guard let first = values.first else { return nil }
    if last == "reduce" { return arguments.count == 2 ? values.last : nil }
    guard values.count == 1 else { return nil }
    // A function with places for numbers is given many by a spread alone.
    if !context.file.context.facts.has(.labelsArguments), NameReading.root(tree.path(node)) == "Math",
      !tree[arguments[0]].has(.spread)
    {
      return nil
    }
    if last == "next" {
      guard tree.kind(first) == .loop || tree.kind(first) == .call && tree.name(first) == "iter" else { return nil }
    }
    return first
  }

  private mutating func failing(_ node: NodeIndex, _ last: Substring, _ arguments: [NodeIndex]) {
    guard let holder = receiver(of: node), arguments.count < 2 else { return }
    let isGivenFunction = arguments.first.flatMap { tree.child($0, .value) }.map { tree.kind($0) == .closure } ?? false
    if !arguments.isEmpty, !isGivenFunction { return }
    let isReduce = last.hasPrefix("reduce") || last == "Aggregate"
    if isReduce, arguments.isEmpty { return }
    switch last {
    case "first", "last", "single", "First", "Last", "Single":
      // That one fits is what the code says it knows.
      if !isGivenFunction { found.append(EmptyUse(kind: .fails, node: node, holder: holder)) }
    default: found.append(EmptyUse(kind: .fails, node: node, holder: holder))
    }
  }

  /// `xs.iter().max().unwrap()`: what in the chain may give nothing.
  private mutating func forced(_ node: NodeIndex) {
    for link in [node] + context.chain(of: node) {
      if facts.absent.contains(String(NameReading.last(tree.name(link)))) { return absent(link, at: node) }
      if let known = context.call(link)?.known, context.mayGiveNothing(link, known) {
        found.append(EmptyUse(kind: .forcesResult, node: node, holder: Holder(name: "", node: link)))
        return
      }
    }
  }

  /// `x!`, `x.get()`
  mutating func force(_ value: NodeIndex, at node: NodeIndex) {
    var value = value
    if tree.kind(value) == .await, let inner = tree.child(value, .value) { value = inner }
    switch tree.kind(value) {
    case .call:
      if facts.absent.contains(String(NameReading.last(tree.name(value)))) {
        absent(value, at: node)
      } else if let known = context.call(value)?.known, context.mayGiveNothing(value, known) {
        found.append(EmptyUse(kind: .forcesResult, node: node, holder: Holder(name: "", node: value)))
      }
    case .read:
      let name = tree.name(value)
      let last = NameReading.last(name)
      guard last.utf8.count < name.utf8.count, facts.absent.contains(String(last)) else { return }
      let base = String(NameReading.base(name))
      found.append(EmptyUse(kind: .forces, node: node, holder: Holder(name: base, node: value)))
    default: return
    }
  }

  /// What a member that may be absent is asked of.
  mutating func absent(_ call: NodeIndex, at use: NodeIndex) {
    let holder: Holder?
    let picks = tree.children(call, .argument).contains {
      tree.child($0, .value).map { tree.kind($0) == .closure } ?? false
    }
    switch NameReading.last(tree.name(call)) {
    case "find", "detect", "findLast", "Find", "firstIndex", "lastIndex", "position":
      // By a key it is a look-up; forced, that one fits is what the code says it knows.
      if !picks || tree.kind(use) == .operation { return }
    default: break
    }
    if isAbsentFunction(call) {
      holder = tree.child(call, .argument).flatMap { tree.child($0, .value) }.map { context.holder(of: $0) }
    } else {
      holder = receiver(of: call)
    }
    guard let holder else { return }
    let isExtreme = NameReading.words(NameReading.last(tree.name(call))).contains { ["max", "min"].contains($0) }
    found.append(EmptyUse(kind: picks && !isExtreme ? .picks : .forces, node: use, holder: holder))
  }
}
