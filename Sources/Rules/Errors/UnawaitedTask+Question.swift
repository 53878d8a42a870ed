import Behaviour
import Knowledge

extension UnawaitedTask {
  /// A dropped call of which nobody knows whether it gives a promise, where something says that it may.
  static func question(about call: CallFact, in context: UnitContext) -> PendingEntry? {
    guard call.known == nil, context.tree[call.node].has(.discarded), context.mayAwait(at: call.node),
      context.tree[call.node].role == .statement, !context.file.context.facts.has(.waitsByItself),
      !context.file.context.facts.has(.awaitsAreDemanded)
    else { return nil }
    let name = context.tree.name(call.node)
    if context.awaitedNames.contains(name) {
      return unverified(call, reason: "it is awaited elsewhere in this unit", nil, in: context)
    }
    if let reason = habit(of: call, in: context) { return unverified(call, reason: reason, nil, in: context) }
    guard !context.tasksAreLazy, !name.hasPrefix(".") else { return nil }
    guard isNamedAsync(name) || startsWork(name, in: context) else { return nil }
    return unverified(call, reason: "`\(name)` may return a promise", nil, in: context)
  }

  /// What calls of the same name elsewhere tell of one that nobody waits for.
  private static func habit(of call: CallFact, in context: UnitContext) -> String? {
    let name = context.tree.name(call.node)
    let last = String(NameReading.last(name))
    guard !last.isEmpty, context.file.declaration(calledAs: name, in: context.unit) == nil,
      context.isPlainlyCalled(call.node)
    else { return nil }
    if !name.hasPrefix("."), let times = context.file.awaited[name], times > 0 {
      return "it is awaited elsewhere in this file"
    }
    guard let workspace = context.workspace else { return nil }
    // What is surely done when it returns needs nobody who waits.
    if let callee = context.callee(of: call.node), !callee.summary.traits.contains(.async) { return nil }
    if context.namesakesAreTasks(call) { return "all that goes by this name in the workspace is asynchronous" }
    return workspace.habit(ofCalling: last).isFirm ? "others that call something of this name wait for it" : nil
  }

  /// `saveAsync`, not `isAsync` or `setAsync`.
  private static func isNamedAsync(_ name: String) -> Bool {
    let words = NameReading.words(NameReading.last(name))
    return words.count > 1 && words.last == "async" && !["is", "set", "has", "get"].contains(words.first)
  }

  /// A write, by its name, to something that is hardly ever written to without waiting. A cache may be a plain map.
  private static func startsWork(_ name: String, in context: UnitContext) -> Bool {
    switch context.likelyEffect(ofName: name) {
    case .databaseWrite, .queuePublish, .mail, .payment: true
    default: false
    }
  }
}

extension UnitContext {
  /// Whether a call is no log, no assertion and nothing else that a name alone shows to be done at once.
  func isPlainlyCalled(_ node: NodeIndex) -> Bool {
    guard let call = call(node) else { return false }
    switch role(of: call) {
    case .log, .report, .harmless: return false
    default: return !tree[node].has(.constructs)
    }
  }
}
