import Behaviour
import Knowledge

/// Safeguards that are given to calls: limits, keys, versions, rows to lock.
extension SafeguardReader {
  mutating func argument(_ node: NodeIndex) {
    guard let value = tree.child(node, .value) else { return }
    let label = tree.name(node)
    guard let call = context.owner(ofArgument: node) else {
      // An object with options that is given to somebody later.
      let words = NameReading.words(label)
      let isKey = SafeguardNames.isKey(words) && !isNothing(value)
      guard !label.isEmpty, isKey || SafeguardNames.isTimeLimit(words) && !isEndless(value) else { return }
      let amount = SafeguardAmount(value, label: label, in: context)
      return add(isKey ? .key : .limit, node, name: label, over: tree[node].next..<end(after: node), amount: amount)
    }
    let region = tree.subtree(call)
    if isToken(value, label: label) {
      return add(.token, value, name: tree.name(value), over: region, subject: call)
    }
    guard !label.isEmpty else { return claim(value, of: call) }
    let words = NameReading.words(label)
    func give(_ kind: Safeguard.Kind) {
      self.add(
        kind,
        node,
        name: label,
        over: region,
        subject: call,
        amount: SafeguardAmount(value, label: label, in: context)
      )
    }
    if SafeguardNames.isTimeLimit(words) {
      if !isEndless(value) { give(.limit) }
    } else if SafeguardNames.isKey(words) || context.call(call)?.known?.keys.contains(label) == true {
      if !isNothing(value) { give(.key) }
    } else if SafeguardNames.isTryLimit(words) || isRetryStop(label, of: call) {
      if !isNothing(value) { give(.retry) }
    } else if SafeguardNames.isPoolBound(words) {
      if !isNothing(value) { give(.bulkhead) }
    } else if SafeguardNames.isVersion(words) {
      give(.version)
    } else if words.contains("fallback") {
      give(.fallback)
    } else if SafeguardNames.stepKeys.contains(label) {
      self.add(.step, node, name: label, over: tree.subtree(node), subject: nil)
    } else if ["nx", "ifnotexists", "if_not_exists"].contains(label.lowercased()), !isNothing(value) {
      give(.claim)
    } else if label == "flag" || label == "mode" || label == "flags" {
      claim(value, of: call)
    }
  }

  /// `request.timeoutInterval = 5`
  mutating func assignment(_ node: NodeIndex) {
    guard let target = tree.child(node, .target), let value = tree.child(node, .value),
      !context.flow.isWholeName(target)
    else { return }
    let label = String(NameReading.last(tree.name(target)))
    let words = NameReading.words(label)
    let isKey = SafeguardNames.isKey(words)
    guard isKey || SafeguardNames.isTimeLimit(words) && !isEndless(value) else { return }
    // `get(url) { |request| request.options.timeout = 5 }`
    if let call = builder(around: node, of: target) {
      let amount = SafeguardAmount(value, label: label, in: context)
      return add(isKey ? .key : .limit, node, name: label, over: tree.subtree(call), subject: call, amount: amount)
    }
    if isKey { return add(.key, node, name: label, over: tree[node].next..<end(after: node)) }
    let amount = SafeguardAmount(value, label: label, in: context)
    add(.limit, node, name: label, over: tree[node].next..<end(after: node), amount: amount)
  }

  /// The call that is given a function whose parameter is written to.
  private func builder(around node: NodeIndex, of target: NodeIndex) -> NodeIndex? {
    guard let closure = tree.ancestors(node).first(where: { tree.kind($0) == .closure }),
      tree.children(closure, .parameter).contains(where: { tree.name($0) == NameReading.root(tree.name(target)) }),
      tree.kind(tree.parent(closure)) == .argument
    else { return nil }
    return context.owner(ofArgument: tree.parent(closure))
  }

  /// `curl_setopt($handle, CURLOPT_TIMEOUT, 5)`
  mutating func option(_ node: NodeIndex) {
    let name = tree.name(node)
    guard name.utf8.first.map({ $0 >= 65 && $0 <= 90 }) == true else { return }
    if name.hasSuffix("O_EXCL") || name.hasSuffix("CreateNew") || name.hasSuffix("CREATE_NEW") {
      guard let call = tree.ancestors(node).first(where: { tree.kind($0) == .call }) else { return }
      return add(.claim, node, name: name, over: tree.subtree(call), subject: call)
    }
    guard name == name.uppercased(), SafeguardNames.isTimeLimit(NameReading.words(name)) else { return }
    var holder = node
    if tree.kind(tree.parent(node)) == .argument { holder = tree.parent(node) }
    let value: NodeIndex?
    if tree[node].role == .index {
      value = tree.child(tree.parent(node), .value)
    } else {
      value = tree[holder].next < tree.count ? tree.child(tree[holder].next, .value) : nil
    }
    guard let value, !isEndless(value) else { return }
    let amount = SafeguardAmount(value, label: name, in: context)
    add(.limit, holder, name: name, over: tree[node].next..<end(after: node), amount: amount)
  }

  /// `SELECT … FOR UPDATE`, `ON CONFLICT`, `WHERE version = ?`
  mutating func statement(_ node: NodeIndex) {
    let text = tree.name(node)
    guard text.utf8.count >= 12, text.utf8.contains(UInt8(ascii: " ")) else { return }
    let words = text.uppercased().split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
    guard let first = words.first, ["SELECT", "UPDATE", "INSERT", "WITH", "MERGE", "BEGIN", "DELETE"].contains(first)
    else {
      return
    }
    let region = tree[node].next..<end(after: node)
    let pairs = zip(words, words.dropFirst())
    if pairs.contains(where: { $0 == "FOR" && ($1 == "UPDATE" || $1 == "SHARE" || $1 == "NO") }) {
      add(.rows, node, name: "FOR UPDATE", over: region)
    }
    if pairs.contains(where: {
      $0 == "ON" && ($1 == "CONFLICT" || $1 == "DUPLICATE") || $0 == "INSERT" && $1 == "IGNORE"
    }) {
      add(.claim, node, name: "ON CONFLICT", over: node..<tree[node].next, subject: callee(around: node))
    }
    if first == "UPDATE" || first == "DELETE", let start = words.firstIndex(of: "WHERE"),
      words[start...].contains(where: { ["VERSION", "LOCK_VERSION", "ROW_VERSION", "ROWVERSION"].contains($0) })
    {
      add(.version, node, name: "version", over: node..<tree[node].next, subject: callee(around: node))
    }
    // `SET balance = balance - ?`
    if first == "UPDATE", let column = SafeguardReader.columnCountedUp(words) {
      add(.step, node, name: column.lowercased(), over: node..<tree[node].next)
    }
  }

  private static func columnCountedUp(_ words: [String]) -> String? {
    guard let set = words.firstIndex(of: "SET") else { return nil }
    for (first, second) in zip(words[set...].dropFirst(), words[set...].dropFirst(2)) where first == second {
      return first
    }
    return nil
  }

  private func callee(around node: NodeIndex) -> NodeIndex? { tree.ancestors(node).first { tree.kind($0) == .call } }

  /// `F("balance") - amount`, `stock.decrement(1)`, `fetch_add(1)`
  mutating func step(_ node: NodeIndex, last: String, words: [String]) -> Bool {
    let path = tree.path(node)
    let isField = last == "F" && (path.hasSuffix(".F") || path == "F")
    guard isField || SafeguardNames.isStep(words) else { return false }
    var region = tree.subtree(node)
    for above in tree.ancestors(node) {
      region = tree.subtree(above)
      if tree[above].role == .statement { break }
    }
    add(.step, node, name: last, over: region)
    return true
  }

  mutating func rows(_ node: NodeIndex, last: String) -> Bool {
    // `Account.lock.find(id)`
    let links = tree.name(node).split(separator: ".").dropFirst().dropLast()
    if let link = links.first(where: { $0 == "lock" || SafeguardNames.locksRows(String($0)) }),
      !SafeguardNames.takes.contains(last), !SafeguardNames.gives.contains(last),
      context.call(node)?.known?.part != .lock
    {
      add(.rows, node, name: String(link), over: tree[node].next..<end(after: node))
      return true
    }
    guard SafeguardNames.locksRows(last) || last == "lock" && isPart(node) && tree.child(node, .argument) == nil else {
      return false
    }
    add(.rows, node, name: last, over: tree[node].next..<end(after: node))
    return true
  }

  // MARK: - Limits

  /// `client.setTimeout(5)`, `.timeout(limit)` in a chain, `ctx, cancel := context.WithTimeout(ctx, limit)`.
  mutating func limit(_ node: NodeIndex, last: String, _ arguments: [NodeIndex]) {
    guard !arguments.isEmpty, !["clearTimeout", "setTimeout"].contains(tree.name(node)), limits(node) != nil else {
      return
    }
    let amount = amount(ofCall: node)
    if isPart(node) {
      return add(.limit, node, name: last, over: tree.subtree(top(of: node)), subject: top(of: node), amount: amount)
    }
    if tree[node].role == .value, tree.kind(tree.parent(node)) == .argument,
      let call = context.owner(ofArgument: tree.parent(node))
    {
      return add(.limit, node, name: last, over: tree.subtree(call), subject: call, amount: amount)
    }
    add(.limit, node, name: last, over: tree[node].next..<end(after: node), amount: amount)
  }

  /// Whether what a call is given ends a wait at all.
  func limits(_ node: NodeIndex) -> NodeIndex? {
    guard tree.kind(node) == .call else { return node }
    var last: NodeIndex?
    for argument in tree.children(node, .argument) {
      guard let value = tree.child(argument, .value), tree.kind(value) != .closure else { continue }
      last = value
      if SafeguardAmount(value, label: tree.name(argument), in: context) != nil { return value }
    }
    guard let last else { return nil }
    return isEndless(last) ? nil : last
  }

  func amount(ofCall node: NodeIndex) -> SafeguardAmount? {
    guard tree.kind(node) == .call else { return nil }
    let words = tree.name(node)
    for argument in tree.children(node, .argument) {
      guard let value = tree.child(argument, .value) else { continue }
      // `stop=stop_after_attempt(3)`
      var inner = value
      if tree.kind(value) == .call, let first = tree.children(value, .argument).first,
        let given = tree.child(first, .value), SafeguardAmount(value, label: "", in: context) == nil
      {
        inner = given
      }
      let label = tree.name(argument)
      if let amount = SafeguardAmount(
        inner,
        label: label.isEmpty ? String(NameReading.last(words)) : label,
        in: context
      ) {
        return amount
      }
    }
    return nil
  }

  /// A limit that the catalog knows by its position: `future.get(5, SECONDS)`.
  mutating func positionalLimit(_ call: CallFact) {
    guard let deadline = call.known?.deadline else { return }
    for label in deadline.setBy where label.hasPrefix("#") && !label.contains(".") {
      guard let position = Int(label.dropFirst()), case .given(let value) = context.positional(position, of: call.node),
        !isEndless(value), !SafeguardAmount.isUnit(value, in: tree)
      else { continue }
      let amount = SafeguardAmount(value, label: "", in: context)
      if amount == nil, !isSpan(value, of: call.node, at: position) { continue }
      add(.limit, value, name: label, over: tree.subtree(call.node), subject: call.node, amount: amount)
      return
    }
  }

  /// Whether a value that is not constant is a span of time, rather than something else that the call takes there: by its
  /// name, by its type, or by the unit of time behind it.
  private func isSpan(_ value: NodeIndex, of call: NodeIndex, at position: Int) -> Bool {
    switch tree.kind(value) {
    case .read, .call, .operation: break
    default: return false
    }
    if isToken(value, label: "") { return false }
    if case .given(let unit) = context.positional(position + 1, of: call) {
      let type = context.unit.parameters.first { $0.name == tree.name(unit) }?.type ?? ""
      if SafeguardAmount.isUnit(unit, in: tree) || type.hasSuffix("TimeUnit") { return true }
    }
    if tree.kind(value) == .call, LimitValue.makesDuration(tree.name(value)) { return true }
    let words = NameReading.words(NameReading.last(tree.name(value)))
    if SafeguardNames.isTimeLimit(words) { return true }
    let type = context.unit.parameters.first { $0.name == tree.name(value) }?.type ?? ""
    return type.hasSuffix("Duration") || type.hasSuffix("TimeSpan")
  }

  func isEndless(_ value: NodeIndex) -> Bool {
    if tree.kind(value) == .literal {
      switch tree[value].literalKind {
      case .null, .false: return true
      case .integer, .float:
        return tree.name(value).hasPrefix("-") || tree.name(value).allSatisfy { $0 == "0" || $0 == "." }
      default: return false
      }
    }
    if tree.kind(value) == .operation, tree.name(value) == "-", tree.children(value, .operand).count == 1 {
      return true
    }
    // `conn.SetDeadline(time.Time{})`: a moment that nobody set.
    if tree.kind(value) == .call, tree[value].has(.constructs), tree.child(value, .argument) == nil { return true }
    return LimitValue(value, in: context) == .infinite && tree.kind(value) != .call
      || tree.kind(value) == .call && LimitValue.saysEndless(tree.name(value))
  }

  private func isNothing(_ value: NodeIndex) -> Bool {
    guard tree.kind(value) == .literal else { return false }
    return [.null, .false].contains(tree[value].literalKind)
      || tree[value].literalKind == .string && tree.name(value).isEmpty
  }

  // MARK: - Tokens, claims, keys

  /// What ends a wait from outside: a context, a token, a signal.
  private func isToken(_ value: NodeIndex, label: String) -> Bool {
    var value = value
    if tree.kind(value) == .call {
      // `r.Context()`
      guard ["Context", "context"].contains(String(NameReading.last(tree.name(value)))),
        tree.children(value, .argument).isEmpty
      else { return false }
      return true
    }
    guard tree.kind(value) == .read else { return false }
    if tree.child(value, .receiver) != nil { value = tree.child(value, .receiver) ?? value }
    let name = tree.name(value)
    let last = NameReading.words(NameReading.last(name)).joined(separator: " ")
    if label == "signal" || label == "cancellationToken" { return last != "none" }
    if ["ctx", "cancellation token", "stopping token", "abort signal"].contains(last) { return true }
    // `source.Token`, `controller.signal`
    if last == "token" || last == "signal", name.contains("."), saysCancelling(NameReading.base(name)) { return true }
    guard ["token", "ct", "context", "signal", "c"].contains(last), context.flow.isWholeName(value) else {
      return false
    }
    let type = context.unit.parameters.first { $0.name == name }?.type ?? ""
    return type.hasSuffix("CancellationToken") || type == "context.Context" || type.hasSuffix("AbortSignal")
  }

  /// A source of cancellation, by its name or by what made it.
  private func saysCancelling(_ base: Substring) -> Bool {
    let words = NameReading.words(NameReading.last(String(base)))
    if words.contains(where: { cancellingWords.contains($0) }) { return true }
    guard let made = context.writes(of: String(base), in: 0..<NodeIndex(tree.count)).first,
      let value = tree.child(made, .value) ?? tree.child(made, .resource)
    else { return false }
    return NameReading.words(tree.name(value)).contains { cancellingWords.contains($0) }
  }

  private mutating func claim(_ value: NodeIndex, of call: NodeIndex) {
    guard tree.kind(value) == .literal, tree[value].literalKind == .string else { return }
    let text = tree.name(value)
    if text == "NX" || text == "nx" {
      return add(.claim, value, name: text, over: tree.subtree(call), subject: call)
    }
    if text == "x" || text == "wx" || text == "xb",
      context.call(call)?.effect == .fileWrite
        || ["open", "fopen", "writeFile", "writeFileSync"].contains(String(NameReading.last(tree.name(call))))
    {
      return add(.claim, value, name: text, over: tree.subtree(call), subject: call)
    }
    // `.header("Idempotency-Key", key)`
    if SafeguardNames.isKey(NameReading.words(text)), tree[value].role == .value {
      return add(.key, value, name: text, over: tree.subtree(top(of: call)), subject: top(of: call))
    }
    if text.lowercased() == "if-match" {
      add(.version, value, name: text, over: tree.subtree(top(of: call)), subject: top(of: call))
    }
  }

  private func isRetryStop(_ label: String, of call: NodeIndex) -> Bool {
    guard let known = context.call(call)?.known else { return false }
    return known.part == .retry && known.retry?.boundedBy.contains(label) == true
  }
}

private let cancellingWords: Set<String> = [
  "cancel", "cancellation", "abort", "stop", "stopping", "shutdown", "linked", "cts", "timeout",
]
