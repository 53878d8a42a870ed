import Behaviour
import Knowledge

extension FabricatedResult {
  /// A unit whose name promises work, and whose body is a constant.
  static func promise(of context: UnitContext) -> PendingEntry? {
    let unit = context.unit
    guard unit.kind == .function || unit.kind == .method || unit.kind == .closure else { return nil }
    let isGate = UnitPromise.isGate(unit.name)
    let isAct = UnitPromise.isAct(unit.name)
    guard isGate || isAct || UnitPromise.isQuestion(unit.name) else { return nil }
    guard let body = ConstantBody(context) else {
      return reportAfterAct(context)
    }
    guard unit.traits.isDisjoint(with: [.abstract, .override, .accessor, .generator]), !body.isDecorated else {
      return nil
    }
    let parameters = unit.parameters.filter { $0.name != "self" && $0.name != "cls" }
    guard !parameters.isEmpty || body.sleeps else { return nil }
    // An implementation of somebody else's interface may be right to say always the same.
    let isBound =
      !(unit.owner?.bases.isEmpty ?? true) || parameters.contains { $0.name.hasPrefix("_") }
      || isMeantToBeReplaced(unit)
    let words = NameReading.words(unit.name) + (unit.owner.map { NameReading.words($0.name) } ?? [])
    if words.contains(where: { playWords.contains($0) }) || isConfiguration(context) { return nil }
    let isFake = holdsFakeWords(body.value, in: context)
    let success = reportsSuccess(body.value, in: context)
    let isSuspect: Bool =
      switch body.shape {
      case .true: isGate || isAct || body.sleeps
      case .populated: true
      case .number: !isGate && (UnitPromise.isQuestion(unit.name) && words.first != "get" || body.sleeps)
      case .blank: isFake || success && (isGate || isAct)
      case .text: isFake || body.sleeps
      default: false
      }
    guard isSuspect, isGate || !isBound else { return nil }
    let value = success ? context.words(forSuccess: body.value) : context.words(for: body.shape, at: body.value)
    let message = "`\(context.shown(unit.name))` gives \(value) without a look at what it was given."
    let question =
      isGate
      ? "Who is let through by `\(context.shown(unit.name))`, which looks at nothing?"
      : "Is \(value) a real answer of `\(context.shown(unit.name))`, and can a caller tell it from one?"
    var evidence: [(note: String, node: NodeIndex)] = []
    if let sleep = body.sleep { evidence.append(("waits in place of working", sleep)) }
    return PendingEntry(
      isBound ? .unverified : .flagged,
      body.statement,
      key: "promise",
      message: message,
      question: question,
      reason: isBound ? "an interface may be met by a constant" : nil,
      confidence: isBound ? nil : isGate || isFake ? .high : .medium,
      stake: isGate ? .security : .correctness,
      evidence: evidence
    )
  }

  /// The doc comment leaves it to others to say more.
  private static func isMeantToBeReplaced(_ unit: Unit) -> Bool {
    guard let text = unit.documentation?.lowercased() else { return false }
    return text.contains("overrid") || text.contains("subclass") || text.contains("hook") || text.contains("no-op")
  }

  private static let playWords: Set<String> = [
    "mock", "fake", "stub", "dummy", "test", "noop", "null", "sample", "example", "demo", "default", "placeholder",
    "static", "empty", "no", "always", "never", "fixture", "supports", "type", "name", "version", "kind", "priority",
    "key", "label", "icon", "title", "description", "help", "height", "width", "color", "style", "class", "prefix",
    "suffix", "path", "url", "template", "format", "columns", "column", "headers", "header", "fields", "field",
    "choices", "queryset", "ordering", "order", "size", "padding", "props", "component", "menu", "icons", "labels",
  ]

  /// `{ success: true }` behind an effect that raises when it fails.
  private static func reportAfterAct(_ context: UnitContext) -> PendingEntry? {
    let tree = context.tree
    guard UnitPromise.isAct(context.unit.name) || UnitPromise.isGate(context.unit.name) else { return nil }
    for index in tree.nodes.indices where tree.nodes[index].kind == .return {
      let node = NodeIndex(index)
      guard context.frame(of: node) == tree.root, let value = tree.child(node, .value),
        tree.kind(value) == .collection, reportsSuccess(value, in: context)
      else { continue }
      let act = context.calls.first { call in
        call.effect.writes && call.known?.failure.contains(.raises) == true && context.frame(of: call.node) == tree.root
          && context.dominates(call.node, node) && (call.known?.isAsync != true || tree[call.node].has(.awaited))
      }
      guard let act else { continue }
      return PendingEntry(
        .checked,
        value,
        key: "reported",
        message: "Success is reported only after `\(context.display(act.node))`, which raises when it fails.",
        stake: Stake(losing: act.effect),
        evidence: [("done before", act.node)]
      )
    }
    return nil
  }
}

/// A body that does nothing but give back a constant.
private struct ConstantBody {
  let value: NodeIndex
  let statement: NodeIndex
  let shape: ValueShape
  let sleep: NodeIndex?
  let isDecorated: Bool

  var sleeps: Bool { sleep != nil }

  init?(_ context: UnitContext) {
    let tree = context.tree
    // The rest is looked at in units that are short: a constant in the end of a long one comes from something.
    guard tree.count <= 400 else { return nil }
    var found: (value: NodeIndex, statement: NodeIndex)?
    var sleep: NodeIndex?
    var isDecorated = false
    for child in tree.children(tree.root) {
      switch tree[child].role {
      case .decorator:
        isDecorated = true
        continue
      case .parameter: continue
      default: break
      }
      for at in tree.subtree(child) {
        switch tree.kind(at) {
        case .return:
          guard found == nil, let value = tree.child(at, .value) else { return nil }
          found = (value, at)
        case .call:
          guard let call = context.call(at) else { return nil }
          switch context.role(of: call) {
          case .sleep: sleep = at
          case .log, .harmless: break
          default: return nil
          }
        case .read:
          if found == nil, tree[at].role == .target { continue }
          // A parameter, a field or anything declared elsewhere: it comes from something.
          if tree[at].placeKind != .local, !isInSleep(at, sleep, tree), !isInLog(at, context) { return nil }
        case .loop, .closure, .unknown, .raise, .propagate, .attempt, .branch, .scoped, .yield, .spawn, .assertion:
          return nil
        default: break
        }
      }
    }
    guard let found else { return nil }
    value = found.value
    statement = found.statement
    shape = context.shape(of: found.value)
    self.sleep = sleep
    self.isDecorated = isDecorated
  }
}

private func isInSleep(_ node: NodeIndex, _ sleep: NodeIndex?, _ tree: BehaviourTree) -> Bool {
  sleep.map { tree.contains($0, node) } ?? false
}

private func isInLog(_ node: NodeIndex, _ context: UnitContext) -> Bool {
  context.tree.ancestors(node).contains { above in
    guard let call = context.call(above) else { return false }
    if case .log = context.role(of: call) { return true }
    return false
  }
}
