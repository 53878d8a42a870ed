package import Behaviour
import Knowledge

/// What ends the wait of a call.
package enum WaitLimit: Sendable, Hashable {
  /// The call does not wait for anything outside, as far as anybody knows.
  case notApplicable
  /// A clause that says by what: "`timeout` is set to 5"; the node that says it, where it is in the unit.
  case bounded(by: String, at: NodeIndex?)
  /// Ends after so many seconds where nothing is said.
  case byDefault(seconds: Double)
  /// Nothing ends it. The node that says so on purpose (`timeout=None`), if one does; whether that is sure, or depends
  /// on the version of the library.
  case none(at: NodeIndex?, isCertain: Bool)
  /// The clause says which fact is missing; the node that hides it, where it is in the unit.
  case unknown(String, at: NodeIndex?)
}

extension UnitContext {
  /// What ends the wait of a call: its arguments, the client it is made on, the scopes and calls around it, the
  /// catalog's default.
  package func waitLimit(of call: CallFact) -> WaitLimit {
    guard let known = call.known else { return .notApplicable }
    if case .notApplicable = known.deadline.standard { return .notApplicable }
    let own = limit(setBy: known.deadline, on: call.node)
    if let own, case .bounded = own { return own }
    if let link = limitSet(inChainOf: call.node) { return link }
    if let scope = enclosingLimit(of: call.node) { return scope }
    // What carries no limit itself leaves it to the client.
    if let own, !isSilent(own, known) { return own }
    if let setter = limitSetOnObject(of: call.node) { return setter }
    let unbounded = WaitLimit.none(at: nil, isCertain: known.deadline.isCertain)
    switch known.deadline.standard {
    case .notApplicable: return .notApplicable
    case .finite(let seconds): return limitOfOwnClient(of: call.node) ?? .byDefault(seconds: seconds)
    case .client: return clientLimit(of: call.node)
    case .none:
      // What is made on a client of which the catalog knows nothing may have a limit from there.
      switch client(of: call.node) {
      case .none: return unbounded
      case .made(let made):
        guard let limit = self.limit(ofClientMadeBy: made) else { return unbounded }
        if case .byDefault = limit { return unbounded }
        return limit
      case .construction(let construction):
        guard let limit = limit(of: construction) else { return unbounded }
        if case .byDefault = limit { return unbounded }
        return limit
      case .elsewhere(let name):
        if tree[call.node].certainty == .import { return unbounded }
        return .unknown("`\(name)` is built outside this code", at: nil)
      }
    case .unknown: return .unknown("its default depends on version or configuration", at: nil)
    }
  }

  // MARK: - Arguments

  /// A request or a context without a limit, given to a client that may have one.
  private func isSilent(_ limit: WaitLimit, _ known: KnownCall) -> Bool {
    guard case .client = known.deadline.standard, case .none(let node?, _) = limit else { return false }
    return tree.kind(flow.origin(of: node) ?? node) == .call
  }

  /// Nil where none of the arguments that set a limit is there.
  private func limit(setBy deadline: Deadline, on call: NodeIndex) -> WaitLimit? {
    var hidden: NodeIndex?
    for label in deadline.setBy {
      switch argument(label, of: call) {
      case .given(let value): return limit(of: value, named: label)
      case .hidden(let node): hidden = hidden ?? node
      case .absent: continue
      }
    }
    return hidden.map { .unknown("`\(displayValue($0))` may set a limit, and cannot be seen into", at: $0) }
  }

  private func limit(of value: NodeIndex, named label: String) -> WaitLimit {
    if isSwitch(label) || label.hasPrefix("#") && isBoolean(value) {
      // `block=False`: the call does not wait; anything else says nothing about how long.
      guard tree.kind(value) == .literal else { return .unknown("whether it waits is not constant", at: value) }
      return tree[value].literalKind == .false
        ? .bounded(by: "it does not wait", at: value) : .none(at: nil, isCertain: true)
    }
    let name = label.hasPrefix("#") ? label.split(separator: ".").last.map(String.init) ?? label : label
    let what = name.hasPrefix("#") ? "a limit" : "`\(name)`"
    switch LimitValue(value, in: self) {
    case .finite(let text): return .bounded(by: "\(what) is \(text)", at: value)
    case .infinite: return .none(at: value, isCertain: true)
    case .unknown(let reason): return .unknown(reason, at: value)
    }
  }

  /// Whether an argument says if a call waits, not how long.
  private func isSwitch(_ label: String) -> Bool { label == "block" || label == "blocking" || label == "wait" }

  private func isBoolean(_ value: NodeIndex) -> Bool {
    tree.kind(value) == .literal && (tree[value].literalKind == .true || tree[value].literalKind == .false)
  }

  /// A value as a person may read it, at most 40 characters.
  func displayValue(_ node: NodeIndex) -> String {
    switch tree.kind(node) {
    case .call: display(node) + "(…)"
    case .collection: "{…}"
    default: String((tree.name(node).isEmpty ? "…" : tree.name(node)).suffix(40))
    }
  }

  // MARK: - Clients

  private func clientLimit(of call: NodeIndex) -> WaitLimit {
    switch client(of: call) {
    case .none: return .unknown("the client is built outside this code", at: nil)
    case .made(let made):
      return limit(ofClientMadeBy: made) ?? .unknown("what `\(display(made))` sets is not known", at: made)
    case .construction(let construction):
      return limit(of: construction) ?? .unknown("what `\(construction.path)` sets is not known", at: nil)
    case .elsewhere(let name): return .unknown("the client `\(name)` is built outside this code", at: nil)
    }
  }

  /// What a client that is made in reach says, where the catalog's default is that of every client.
  private func limitOfOwnClient(of call: NodeIndex) -> WaitLimit? {
    switch client(of: call) {
    case .made(let made): limit(ofClientMadeBy: made)
    case .construction(let construction): limit(of: construction)
    case .none, .elsewhere: nil
    }
  }

  /// A call in this unit that sets the limit of the object a call is made on: `sock.settimeout(5)`, or of the handle
  /// that it is given: `curl_setopt($handle, CURLOPT_TIMEOUT, 5)`.
  private func limitSetOnObject(of call: NodeIndex) -> WaitLimit? {
    let base = NameReading.base(tree.name(call))
    let handle = base.isEmpty ? self.handle(of: call).map { tree.name($0) } ?? "" : ""
    guard !base.isEmpty || !handle.isEmpty else { return nil }
    for other in calls where other.known?.part == .timeout && other.node < call {
      let setting: ArgumentValue
      if base.isEmpty {
        setting = limit(setBy: other, onHandle: handle)
      } else {
        guard NameReading.base(tree.name(other.node)) == base else { continue }
        setting = positional(0, of: other.node)
      }
      switch setting {
      case .absent: continue
      case .hidden(let node):
        if base.isEmpty { return .unknown("`\(display(other.node))` may set a limit", at: node) }
      case .given(let value):
        switch LimitValue(value, in: self) {
        case .finite(let text): return .bounded(by: "`\(display(other.node))` sets \(text)", at: other.node)
        case .infinite: continue
        case .unknown(let reason): return .unknown(reason, at: other.node)
        }
      }
    }
    return nil
  }

  /// What a function that sets options of a handle sets one of those to that the catalog names, one by one or in an
  /// array of options.
  private func limit(setBy call: CallFact, onHandle handle: String) -> ArgumentValue {
    guard let own = self.handle(of: call.node), tree.name(own) == handle, let keys = call.known?.keys,
      case .given(let option) = positional(1, of: call.node)
    else { return .absent }
    if keys.contains(tree.name(option)) { return positional(2, of: call.node) }
    guard case .absent = positional(2, of: call.node) else { return .absent }
    var hidden = ArgumentValue.absent
    for key in keys {
      switch entry(key, in: option) {
      case .given(let value): return .given(value)
      case .hidden(let node): hidden = .hidden(node)
      case .absent: continue
      }
    }
    return hidden
  }

  /// Nil where the catalog knows of no client that this call makes.
  private func limit(ofClientMadeBy call: NodeIndex) -> WaitLimit? {
    // What makes the object may have waited itself, and handed its limit on: `create_connection(address, 5)`.
    if let maker = self.call(call), let own = maker.known.flatMap({ limit(setBy: $0.deadline, on: call) }) {
      return own
    }
    guard let deadline = knowledge.client(tree.path(call)) else { return nil }
    if let link = limitSet(inChainOf: call) ?? limitSetOnObject(of: call) { return link }
    if let own = limit(setBy: deadline, on: call) {
      if case .bounded(let clause, let node) = own {
        return .bounded(by: "\(clause) on the client", at: node)
      }
      return own
    }
    return standard(deadline, at: call)
  }

  private func limit(of construction: FileFacts.Construction) -> WaitLimit? {
    guard let deadline = knowledge.client(construction.path) else { return nil }
    for label in deadline.setBy {
      guard let text = construction.arguments[label] else { continue }
      switch text {
      case "": return .unknown("the limit that `\(construction.path)` is given is not a constant", at: nil)
      case "None", "null", "undefined", "0", "false", "False": return .none(at: nil, isCertain: true)
      case _ where LimitValue.saysEndless(text): return .none(at: nil, isCertain: true)
      default: return .bounded(by: "`\(label)` is \(text) where the client is made", at: nil)
      }
    }
    if construction.hasUnseen { return .unknown("how the client is made cannot be seen whole", at: nil) }
    return standard(deadline, at: nil)
  }

  private func standard(_ deadline: Deadline, at node: NodeIndex?) -> WaitLimit? {
    switch deadline.standard {
    case .finite(let seconds): .byDefault(seconds: seconds)
    case .none: WaitLimit.none(at: nil, isCertain: deadline.isCertain)
    case .unknown, .client: .unknown("its default depends on version or configuration", at: node)
    case .notApplicable: nil
    }
  }

  // MARK: - Scopes

  /// A limit that holds for the code around a call: a timeout scope, a call that bounds its argument, a decorator.
  private func enclosingLimit(of call: NodeIndex) -> WaitLimit? {
    var child = call
    for node in tree.ancestors(call) {
      switch tree.kind(node) {
      case .scoped where tree[child].role == .body:
        if let resource = tree.child(node, .resource), let limit = scopeLimit(resource) { return limit }
      case .call:
        if tree[child].role == .argument, let limit = callLimit(node, around: child) { return limit }
      default: break
      }
      child = node
    }
    for decorator in tree.children(tree.root) {
      guard tree[decorator].role == .decorator else { break }
      if self.call(decorator)?.known?.part == .timeout {
        return .bounded(by: "the decorator `\(display(decorator))` ends it", at: decorator)
      }
    }
    return laterLimit(of: call)
  }

  private func scopeLimit(_ resource: NodeIndex) -> WaitLimit? {
    let resource = tree.kind(resource) == .await ? tree.child(resource, .value) ?? resource : resource
    guard tree.kind(resource) == .call, call(resource)?.known?.part == .timeout else { return nil }
    guard case .given(let value) = argument(anyOf: ["#0", "delay", "timeout", "when", "seconds"], of: resource) else {
      return nil
    }
    switch LimitValue(value, in: self) {
    case .finite: return .bounded(by: "`\(display(resource))` around it ends it", at: resource)
    case .infinite: return nil
    case .unknown(let reason): return .unknown(reason, at: resource)
    }
  }

  /// - Parameter argument: the argument of the call in which what waits stands.
  private func callLimit(_ call: NodeIndex, around argument: NodeIndex) -> WaitLimit? {
    guard let fact = self.call(call) else { return nil }
    guard let part = fact.known?.part else {
      let words = NameReading.words(NameReading.last(tree.name(call)))
      guard words.contains(where: { $0 == "timeout" || $0 == "deadline" || $0 == "race" }) else { return nil }
      return .unknown("whether `\(display(call))` ends it is not in reach", at: call)
    }
    if part == .gather, fact.path.hasSuffix("race") { return raceLimit(call, around: argument) }
    guard part == .timeout else { return nil }
    for other in tree.children(call, .argument) where other != argument {
      guard let value = tree.child(other, .value) else { continue }
      switch LimitValue(value, in: self) {
      case .finite: return .bounded(by: "`\(display(call))` around it ends it", at: call)
      case .infinite: return nil
      case .unknown(let reason): return .unknown(reason, at: call)
      }
    }
    return nil
  }

  /// `Promise.race([work, timer])`: one of the others must be a timer.
  private func raceLimit(_ call: NodeIndex, around argument: NodeIndex) -> WaitLimit? {
    guard case .given(let tasks) = positional(0, of: call) else { return nil }
    var isOpen = false
    for task in tree.children(tasks, .element) {
      let origin = flow.origin(of: task) ?? task
      if calls(in: origin).contains(where: { isTimer($0) }) {
        return .bounded(by: "the timer beside it in `\(display(call))` ends the wait", at: call)
      }
      isOpen = isOpen || tree.kind(origin) == .read || tree.kind(origin) == .call && self.call(origin)?.known == nil
    }
    return isOpen ? .unknown("whether what it races against is a timer is not in reach", at: call) : nil
  }

  private func isTimer(_ call: CallFact) -> Bool { call.known?.part == .sleep || call.path == "setTimeout" }

  /// The call's value is a task that is given to something that bounds it later: `wait_for(task, 5)`.
  private func laterLimit(of call: NodeIndex) -> WaitLimit? {
    guard !tree[call].has(.awaited), !tree[call].has(.discarded) else { return nil }
    var destination = tree.destination(of: call)
    if destination.kind == .argument, self.call(destination.node)?.known?.part == .spawn {
      destination = tree.destination(of: destination.node)
    }
    guard destination.kind == .assigned, let target = tree.child(destination.node, .target),
      let definition = flow.definition(at: target)
    else { return nil }
    for use in flow.uses(of: definition) {
      let next = tree.destination(of: use)
      guard next.kind == .argument, let limit = callLimit(next.node, around: next.child) else { continue }
      return limit
    }
    return nil
  }
}
