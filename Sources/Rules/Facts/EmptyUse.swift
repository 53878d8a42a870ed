package import Behaviour
import Knowledge

/// An operation that fails, or gives an answer that is none, where a collection holds nothing.
package struct EmptyUse: Sendable {
  package enum Kind: Sendable, Hashable {
    /// Divides by the number of elements.
    case divides
    /// Divides by a number that somebody else counted, or by the sum of the elements.
    case dividesByNumber
    /// Takes an element by its place.
    case index
    /// Asks for one of the elements, and fails by itself.
    case fails
    /// As `fails`, for an element that a condition picks: there may be none although there are others.
    case picks
    /// Takes what is there out of what may be absent.
    case forces
    /// As `forces`, of what a known call gives or not.
    case forcesResult
  }

  package let kind: Kind
  /// What fails.
  package let node: NodeIndex
  package let holder: Holder
  /// Where the operation itself sees to it: a default in the divisor.
  package var isSafe = false
}

extension UnitContext {
  static func emptyUses(in context: UnitContext) -> [EmptyUse] {
    var finder = EmptyUseFinder(context)
    finder.find()
    return finder.found
  }
}

private struct EmptyUseFinder {
  let context: UnitContext
  let tree: BehaviourTree
  let facts: LanguageFacts.Emptiness
  let unmarked: Bool
  var found: [EmptyUse] = []

  init(_ context: UnitContext) {
    self.context = context
    tree = context.tree
    facts = context.file.context.facts.emptiness
    unmarked = context.file.context.facts.has(.absenceIsUnmarked)
  }

  mutating func find() {
    for index in tree.nodes.indices {
      let node = NodeIndex(index)
      switch tree.nodes[index].kind {
      case .operation: operation(node)
      case .assign:
        guard tree.nodes[index].name != 0 else { continue }
        switch tree.name(node) {
        case "/=", "%=", "//=": if let value = tree.child(node, .value) { divide(by: value, at: node) }
        default: continue
        }
      case .call: call(node)
      case .read: read(node)
      default: continue
      }
    }
  }

  // MARK: - Division

  private mutating func operation(_ node: NodeIndex) {
    switch tree.name(node) {
    case "/", "%", "//":
      let operands = tree.children(node, .operand)
      if operands.count == 2 { divide(by: operands[1], at: node) }
    case Operator.unwrap:
      if let operand = tree.child(node, .operand) { force(operand, at: node) }
    default: return
    }
  }

  private mutating func divide(by divisor: NodeIndex, at node: NodeIndex) {
    if let holder = context.measured(by: divisor) {
      found.append(EmptyUse(kind: .divides, node: node, holder: holder))
    } else if let holder = withDefault(divisor) {
      found.append(EmptyUse(kind: .divides, node: node, holder: holder, isSafe: true))
    } else if tree.kind(divisor) == .read, context.flow.isWholeName(divisor), isNumberOfMany(divisor) {
      found.append(
        EmptyUse(kind: .dividesByNumber, node: node, holder: Holder(name: tree.name(divisor), node: divisor))
      )
    }
  }

  /// `len(xs) or 1`, `Math.max(xs.length, 1)`
  private func withDefault(_ divisor: NodeIndex) -> Holder? {
    let parts: [NodeIndex]
    switch tree.kind(divisor) {
    case .condition where tree.name(divisor) == Operator.or: parts = tree.children(divisor, .operand)
    case .operation where tree.name(divisor) == Operator.orElse: parts = tree.children(divisor, .operand)
    case .call:
      switch NameReading.last(tree.name(divisor)) {
      case "max", "Max", "maxOf", "coerceAtLeast", "atLeast":
        parts =
          tree.children(divisor, .argument).compactMap { tree.child($0, .value) }
          + (tree.child(divisor, .receiver).map { [$0] } ?? [])
      default: return nil
      }
    default: return nil
    }
    guard parts.contains(where: { tree.kind($0) == .literal && !["0", "0.0"].contains(tree.name($0)) }) else {
      return nil
    }
    return parts.lazy.compactMap { context.measured(by: $0) }.first
  }

  /// A parameter that is called a number of things, or the sum of a parameter's elements.
  private func isNumberOfMany(_ read: NodeIndex) -> Bool {
    let reaching = context.flow.definitions(reaching: read)
    guard let first = reaching.first else { return false }
    if reaching.count == 1, first.value == nil, tree[first.target].role == .parameter {
      switch NameReading.words(tree.name(read)).last {
      case "count", "total", "length": return true
      default: return false
      }
    }
    guard reaching.count == 1, let value = first.value, tree.kind(value) == .call else { return false }
    switch NameReading.last(tree.name(value)) {
    case "sum", "Sum", "array_sum", "sumOf", "sumBy": return true
    default: return false
    }
  }

  // MARK: - Elements

  private mutating func read(_ node: NodeIndex) {
    let item = tree[node]
    guard item.role != .target, item.role != .parameter else { return }
    if let receiver = tree.child(node, .receiver) {
      if item.placeKind != .element, let index = tree.child(node, .index), isFirstOrLast(index, of: nil) {
        element(node, Holder(name: "", node: receiver))
      }
      return
    }
    if item.placeKind == .element, let index = tree.child(node, .index), isFirstOrLast(index, of: tree.name(node)) {
      return element(node, Holder(name: tree.name(node), node: node))
    }
    if !item.has(.optional), !facts.absent.isEmpty { chained(node, tree.name(node)) }
  }

  /// `xs.first.total`
  private mutating func chained(_ node: NodeIndex, _ name: String) {
    guard name.utf8.contains(UInt8(ascii: ".")) else { return }
    let parts = name.split(separator: ".")
    guard parts.count > 2 else { return }
    for (position, part) in parts.enumerated() where position > 0 && position + 1 < parts.count {
      guard facts.absent.contains(String(part)) else { continue }
      if unmarked, SafeMembers.contains(parts[position + 1]) { return }
      let base = parts[..<position].joined(separator: ".")
      found.append(EmptyUse(kind: .forces, node: node, holder: Holder(name: base, node: node)))
      return
    }
  }

  private mutating func element(_ node: NodeIndex, _ holder: Holder) {
    if facts.indexFails {
      found.append(EmptyUse(kind: .index, node: node, holder: holder))
    } else if let use = dereference(of: node) {
      found.append(EmptyUse(kind: .index, node: use, holder: holder))
    }
  }

  private func isFirstOrLast(_ index: NodeIndex, of name: String?) -> Bool {
    switch tree.kind(index) {
    case .literal: return tree.name(index) == "0" || tree.name(index) == "-1"
    case .operation:
      guard tree.name(index) == "-" else { return false }
      let operands = tree.children(index, .operand)
      guard let last = operands.last, tree.kind(last) == .literal, tree.name(last) == "1" else { return false }
      if operands.count == 1 { return true }
      guard let name, operands.count == 2, let measured = context.measured(by: operands[0]) else { return false }
      return measured.name == name
    default: return false
    }
  }

  /// What is done with a value that may be absent, where that fails: at once, or through the one name it is given.
  private func dereference(of node: NodeIndex) -> NodeIndex? {
    var value = node
    while tree.kind(tree.parent(value)) == .await { value = tree.parent(value) }
    let destination = tree.destination(of: value)
    guard !destination.isTested, !destination.isCaught, !destination.isContained else { return nil }
    if destination.kind == .receiver {
      let use = destination.node
      guard !tree[use].has(.optional), !isSafe(memberOf: use), !isCovered(use) else { return nil }
      return use
    }
    guard destination.kind == .assigned else { return nil }
    var first: NodeIndex?
    for use in context.uses(of: value) {
      switch use.kind {
      case .tested, .asserted, .unknown, .destructured: return nil
      case .passed(let call) where first == nil || call < first ?? 0:
        // Somebody else may look at it, and raise.
        if tree[call].has(.discarded) { return nil }
      case .member:
        if tree[use.node].has(.optional) { return nil }
        if isCovered(use.node) { return nil }
        if first == nil, !isSafe(memberOf: use.node), tree[use.node].role != .target { first = use.node }
      default: continue
      }
    }
    return first
  }

  /// Behind it stands what to take where it is absent, in a language in which that covers all of it.
  private func isCovered(_ node: NodeIndex) -> Bool {
    guard facts.orElseCovers else { return false }
    for above in tree.ancestors(node) {
      switch tree.kind(above) {
      case .read: continue
      case .operation: return tree.name(above) == Operator.orElse
      default: return false
      }
    }
    return false
  }

  private func isSafe(memberOf node: NodeIndex) -> Bool {
    SafeMembers.contains(NameReading.last(tree.name(node)))
  }

  // MARK: - Calls

  private mutating func call(_ node: NodeIndex) {
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
    } else if unmarked, let known = context.call(node)?.known, known.gives == .perhaps,
      let use = dereference(of: node)
    {
      found.append(EmptyUse(kind: .forcesResult, node: use, holder: Holder(name: "", node: node)))
    }
  }

  private func isAbsentFunction(_ node: NodeIndex) -> Bool {
    !facts.absentFunctions.isEmpty && facts.absentFunctions.contains(tree.path(node))
  }

  /// What a call on a collection was asked to give.
  private func receiver(of call: NodeIndex) -> Holder? {
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
      if let known = context.call(link)?.known, known.gives == .perhaps {
        found.append(EmptyUse(kind: .forcesResult, node: node, holder: Holder(name: "", node: link)))
        return
      }
    }
  }

  /// `x!`, `x.get()`
  private mutating func force(_ value: NodeIndex, at node: NodeIndex) {
    var value = value
    if tree.kind(value) == .await, let inner = tree.child(value, .value) { value = inner }
    switch tree.kind(value) {
    case .call:
      if facts.absent.contains(String(NameReading.last(tree.name(value)))) {
        absent(value, at: node)
      } else if let known = context.call(value)?.known, known.gives == .perhaps {
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
  private mutating func absent(_ call: NodeIndex, at use: NodeIndex) {
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

/// Members that may be asked of nothing, in languages where nothing is a value with members.
private enum SafeMembers {
  static func contains(_ name: Substring) -> Bool {
    switch name {
    case "to_s", "to_a", "to_i", "to_f", "to_h", "nil?", "try", "present?", "blank?", "presence", "is_a?", "inspect",
      "class", "respond_to?", "dup", "then", "tap", "itself", "equals", "instance_of?", "kind_of?", "hash", "==",
      "isPresent", "isEmpty", "orElse", "orElseGet", "orElseThrow", "ifPresent", "map", "flatMap", "filter", "stream",
      "getOrElse", "or", "ifPresentOrElse", "catch", "finally":
      true
    default: false
    }
  }
}
