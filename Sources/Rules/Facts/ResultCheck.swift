package import Behaviour
import Knowledge

/// Whether anybody looks at what a call says of its own success.
package enum ResultCheck: Sendable, Hashable {
  /// By this: the status read, the argument that makes the call raise. The clause goes on "…: ".
  case looked(at: NodeIndex, clause: String)
  /// It goes where this unit's code does not reach; the clause says where.
  case handedOn(at: NodeIndex, clause: String)
  /// Used without a look at it; the first such use.
  case used(at: NodeIndex)
  /// Nobody takes the value.
  case dropped
  /// Bound to a name that nobody reads.
  case unread

  /// Nobody here looks, and nobody else can.
  package var isMissing: Bool {
    switch self {
    case .used, .dropped, .unread: true
    case .looked, .handedOn: false
    }
  }
}

extension ValueUse {
  fileprivate var isTakenApart: Bool {
    if case .destructured = kind { true } else { false }
  }
}

extension UnitContext {
  /// What becomes of the status, code or answer in which a known call reports its failure.
  package func resultCheck(of call: CallFact) -> ResultCheck {
    guard let known = call.known else { return .dropped }
    let byArgument = checkByArgument(call, known)
    if let byArgument, case .looked = byArgument { return byArgument }
    let uses = self.uses(of: call.node)
    var escape: ResultCheck?
    var firstUse: NodeIndex?
    var logged: NodeIndex?
    var isDropped = false
    // What the language keeps of the last call is asked for by its own name.
    let isCode = known.checks.allSatisfy { $0.hasPrefix("$") }
    if let read = readsGlobal(known.checks, behind: call.node) {
      return .looked(at: read, clause: "`\(known.checks.first ?? "")` is read behind it")
    }
    for use in uses {
      switch use.kind {
      case .member(let name), .destructured(let name):
        if name == "then" || name == "catch" || name == "finally" { continue }
        if asks(use, for: known.checks) {
          guard isOnlyLogged(use.node) else { return .looked(at: use.node, clause: "`\(name)` is read") }
          logged = logged ?? use.node
        } else if isCode, name == "[]" || use.isTakenApart {
          escape =
            escape ?? .handedOn(at: use.node, clause: "it is taken apart, and which part is the code is not known")
        } else {
          firstUse = firstUse ?? use.node
        }
      case .tested:
        if isCode || known.failure.contains(.absence) || known.checks.contains("__bool__") {
          return .looked(at: use.node, clause: "it is tested")
        }
        firstUse = firstUse ?? use.node
      case .asserted: return .looked(at: use.node, clause: "it is asserted")
      case .returned: escape = escape ?? .handedOn(at: use.node, clause: "the caller may check it")
      case .yielded, .closureResult:
        escape = escape ?? .handedOn(at: use.node, clause: "whoever gets it may check it")
      case .stored: escape = escape ?? .handedOn(at: use.node, clause: "it is kept where other code may check it")
      case .passed(let taker):
        switch self.call(taker)?.known?.part {
        case .log, .logTrace: logged = logged ?? use.node
        case .exit: return .looked(at: use.node, clause: "`\(display(taker))` ends with it")
        default: escape = escape ?? .handedOn(at: taker, clause: "`\(display(taker))` may check it")
        }
      case .raised, .unknown: escape = escape ?? .handedOn(at: use.node, clause: "what takes it cannot be read")
      case .computed:
        if isCode { escape = escape ?? .handedOn(at: use.node, clause: "something is computed from it") }
      case .dropped, .voided: isDropped = true
      case .iterated: firstUse = firstUse ?? use.node
      case .held: continue
      }
    }
    if let escape = escape ?? byArgument { return escape }
    if let logged { return .handedOn(at: logged, clause: "it is only logged") }
    if let firstUse {
      if let asked = asksBody(uses) {
        return .handedOn(at: asked, clause: "only what the body says is looked at")
      }
      return .used(at: firstUse)
    }
    return isDropped || uses.isEmpty && tree[call.node].has(.discarded) ? .dropped : .unread
  }

  /// `$?`, which holds the outcome of the last command: the first look at it before another command.
  private func readsGlobal(_ checks: [String], behind call: NodeIndex) -> NodeIndex? {
    guard let global = checks.first(where: { $0.hasPrefix("$") }) else { return nil }
    for index in tree.nodes.indices.dropFirst(Int(tree[call].next)) where tree.nodes[index].path != 0 {
      let path = tree.text(tree.nodes[index].path)
      if path == global || path.hasPrefix(global + ".") { return NodeIndex(index) }
      if tree.nodes[index].kind == .call, path == tree.path(call) { return nil }
    }
    return nil
  }

  /// Whether a use reads one of the members that tell success from failure, also further in: `response.body.errors`.
  private func asks(_ use: ValueUse, for checks: [String]) -> Bool {
    if use.path.split(separator: ".").contains(where: { checks.contains(String($0)) }) { return true }
    guard case .destructured = use.kind, let definition = flow.definition(at: use.node) else { return false }
    // `const { body } = await client.bulk(…)`, then `body.errors`.
    return flow.uses(of: definition).contains { inner in
      tree.name(inner).split(separator: ".").dropFirst().contains { checks.contains(String($0)) }
        || tree.child(inner, .index).map { checks.contains(tree.name($0)) } ?? false
    }
  }

  /// Where what the body says of success is looked at (`(await response.json()).success`), in place of the status.
  private func asksBody(_ uses: [ValueUse]) -> NodeIndex? {
    for use in uses {
      guard case .member = use.kind, tree.kind(use.node) == .call else { continue }
      for inner in self.uses(of: use.node) {
        switch inner.kind {
        case .member(let name), .destructured(let name):
          if NameReading.words(name).contains(where: { BodyWords.outcome.contains($0) }) { return inner.node }
        default: continue
        }
      }
    }
    return nil
  }

  /// An argument, of the call or of the client's construction, that makes the call raise instead.
  private func checkByArgument(_ call: CallFact, _ known: KnownCall) -> ResultCheck? {
    switch argument(anyOf: known.checkedBy, of: call.node) {
    case .given(let value):
      if let origin = flow.origin(of: value), tree.kind(origin) == .literal {
        guard [.false, .null].contains(tree[origin].literalKind) else {
          return .looked(at: value, clause: "it raises by itself")
        }
        return .handedOn(at: value, clause: "it says that failure is expected, and does not look at it")
      }
      return .handedOn(at: value, clause: "whether it raises by itself is not a constant")
    case .hidden(let node): return .handedOn(at: node, clause: "`\(displayValue(node))` may make it raise by itself")
    case .absent: break
    }
    switch client(of: call.node) {
    case .made(let made):
      if case .given(let value) = argument(anyOf: known.checkedBy, of: made), !isFalse(value) {
        return .looked(at: value, clause: "its client raises by itself")
      }
      for argument in tree.children(made, .argument) where isHook(tree.name(argument)) {
        return .handedOn(at: argument, clause: "a hook of its client may check it")
      }
    case .construction(let construction):
      for label in known.checkedBy {
        guard let text = construction.arguments[label] else { continue }
        return text == "True" || text == "true"
          ? .looked(at: call.node, clause: "its client raises by itself")
          : .handedOn(at: call.node, clause: "its client may raise by itself")
      }
      if construction.arguments.keys.contains(where: isHook) {
        return .handedOn(at: call.node, clause: "a hook of its client may check it")
      }
      return nil
    case .none, .elsewhere: break
    }
    for use in flow.uses(ofNameAt: call.node) where isHook(String(NameReading.last(tree.name(use)))) {
      return .handedOn(at: use, clause: "a hook of its client may check it")
    }
    return nil
  }

  private func isFalse(_ value: NodeIndex) -> Bool {
    tree.kind(value) == .literal && [.false, .null].contains(tree[value].literalKind)
  }

  private func isHook(_ name: String) -> Bool {
    let words = NameReading.words(name)
    return words.contains("hook") || words.contains("hooks") || words.contains("interceptors")
  }

  /// Whether a value goes into a log line and nowhere else.
  private func isOnlyLogged(_ node: NodeIndex) -> Bool {
    var child = node
    for _ in 0..<4 {
      let destination = tree.destination(of: child)
      switch destination.kind {
      case .computed: child = destination.node
      case .argument:
        switch call(destination.node)?.known?.part {
        case .log, .logTrace: return true
        default: return false
        }
      default: return false
      }
    }
    return false
  }
}

private enum BodyWords {
  static let outcome: Set<String> = [
    "success", "ok", "error", "errors", "status", "valid", "code", "failed", "failure", "message",
  ]
}
