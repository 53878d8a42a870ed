import Behaviour
import Knowledge

/// Code that is given a message, a job, a call of another party, or the time: work that may be given to it twice.
struct DeliveredWork: Hashable {
  let kind: Delivery
  /// The function that does the work.
  let frame: NodeIndex
  /// The nodes that run for one delivery.
  let range: Range<NodeIndex>
  /// What hands it over, as a person may read it: "`@KafkaListener`".
  let source: String
  /// Where that is said; nil where the unit's own name or type says it.
  let node: NodeIndex?
}

extension UnitContext {
  /// The parts of the unit that do work which may be delivered twice, in reading order.
  func deliveredWork() -> [DeliveredWork] {
    var found: [DeliveredWork] = []
    for call in calls {
      guard let known = call.known, let kind = known.delivery else { continue }
      if let work = deliveredWork(by: call, kind) { found.append(work) }
    }
    if found.isEmpty, let work = deliveredToUnit() { found.append(work) }
    return found
  }

  private func deliveredWork(by call: CallFact, _ kind: Delivery) -> DeliveredWork? {
    let tree = tree
    if tree[call.node].role == .decorator {
      guard tree.parent(call.node) == tree.root else { return nil }
      let name = "`@\(shown(tree.name(call.node)))`"
      return DeliveredWork(kind: kind, frame: tree.root, range: tree.subtree(tree.root), source: name, node: call.node)
    }
    let source = "`\(display(call.node))`"
    for node in tree.subtree(call.node) where tree.kind(node) == .closure {
      return DeliveredWork(kind: kind, frame: node, range: tree.subtree(node), source: source, node: call.node)
    }
    for argument in tree.children(call.node, .argument) {
      guard let value = tree.child(argument, .value), tree.kind(value) == .read,
        let closure = functionOfUnit(named: value)
      else { continue }
      return DeliveredWork(kind: kind, frame: closure, range: tree.subtree(closure), source: source, node: call.node)
    }
    // What takes messages one after the other: the work is behind it, in the same loop where it stands in one.
    let takes = NameReading.words(NameReading.last(tree.name(call.node)))
    guard takes.contains(where: { UnitContext.takers.contains($0) }) else { return nil }
    let destination = tree.destination(of: call.node)
    guard destination.kind != .dropped, destination.kind != .returned else { return nil }
    let around = loop(around: call.node) ?? (destination.kind == .iterated ? destination.node : frame(of: call.node))
    return DeliveredWork(
      kind: kind,
      frame: frame(of: call.node),
      range: call.node..<max(call.node, tree.subtree(around).upperBound),
      source: source,
      node: call.node
    )
  }

  private static let takers: Set<String> = [
    "receive", "poll", "consume", "get", "fetch", "read", "recv", "getone", "getmany", "stream", "pop",
  ]

  /// By what the unit is: a method of a type that jobs or consumers are, a function that is given a message, a webhook.
  private func deliveredToUnit() -> DeliveredWork? {
    let whole = tree.subtree(tree.root)
    func work(_ kind: Delivery, _ source: String) -> DeliveredWork {
      DeliveredWork(kind: kind, frame: tree.root, range: whole, source: source, node: nil)
    }
    if let owner = unit.owner, unit.kind == .method, UnitContext.entries.contains(unit.name) {
      for base in owner.bases {
        let path = String(base.prefix { $0 != "<" && $0 != "[" && $0 != "(" })
        if let known = knowledge.call(path), let kind = known.delivery {
          let last = String(NameReading.last(path))
          return work(kind, "`\(shown(["Base", "Job", "Worker"].contains(last) ? path : last))`")
        }
      }
    }
    for child in tree.children(tree.root) where tree[child].role == .parameter {
      let path = tree.path(child)
      guard !path.isEmpty else { continue }
      let type = String(path.prefix { $0 != "<" && $0 != "[" })
      if let kind = knowledge.call(type)?.delivery {
        return work(kind, "the `\(shown(String(NameReading.last(type))))` that it is given")
      }
    }
    if isWebhook { return work(.webhook, "the sender of the webhook") }
    return takesRecords ? work(.queue, "the event source") : nil
  }

  /// What a framework calls of a job or a consumer.
  private static let entries: Set<String> = [
    "perform", "handle", "Handle", "HandleAsync", "Consume", "consume", "onMessage", "execute", "Execute", "process",
    "dequeue", "doWork", "work", "Work", "__invoke", "run", "executeInternal", "ProcessTask", "ConsumeClaim",
  ]

  /// `for record in event["Records"]`, as functions have it that a queue starts.
  private var takesRecords: Bool {
    guard unit.parameters.count <= 3, let event = unit.parameters.first?.name else { return false }
    return tree.nodes.contains { node in
      guard node.kind == .read, node.name != 0 else { return false }
      let name = tree.text(node.name)
      guard NameReading.isRooted(name, in: event) else { return false }
      return name == event + ".Records"
    }
      || tree.nodes.indices.contains { at in
        let node = NodeIndex(at)
        guard tree.kind(node) == .read, tree.name(node) == event, let index = tree.child(node, .index) else {
          return false
        }
        return tree.kind(index) == .literal && tree.name(index) == "Records"
      }
  }

  /// Another party calls it, and calls again where the answer is late.
  private var isWebhook: Bool {
    let own = NameReading.words(unit.name)
    let isNamed = own.contains { UnitContext.webhookWords.contains($0) }
    let ownerWords = unit.owner.map { NameReading.words($0.name) } ?? []
    let isOwned = ownerWords.contains { UnitContext.webhookWords.contains($0) }
    if calls.contains(where: { verifiesWebhook(tree.name($0.node)) }) { return true }
    var isRoute = boundary(around: tree.root) != .no || unit.kind == .closure
    for child in tree.children(tree.root) where tree[child].role == .decorator {
      let known = call(child)?.known?.part
      if known == .routes { isRoute = true }
      for node in tree.subtree(child) where tree.kind(node) == .literal {
        let words = NameReading.words(tree.name(node))
        if words.contains(where: { UnitContext.webhookWords.contains($0) }), known == .routes || isRouteName(child) {
          return true
        }
      }
    }
    guard isNamed || isOwned else { return false }
    // Who makes, sends or keeps webhooks is not called by one.
    if own.contains(where: { UnitContext.webhookMakers.contains($0) }) { return false }
    if isNamed, isRoute || own.contains(where: { ["handle", "on", "receive", "process", "handler"].contains($0) }) {
      return takesRequest
    }
    return isOwned && (isRoute || takesRequest)
      && ["create", "handle", "post", "receive", "index", "__invoke", "process", "invoke", "Post"].contains(unit.name)
  }

  private var takesRequest: Bool {
    !unit.parameters.isEmpty || unit.kind == .method
  }

  private func isRouteName(_ decorator: NodeIndex) -> Bool {
    ["route", "post", "Post", "PostMapping", "RequestMapping", "HttpPost", "Route", "csrf_exempt"].contains(
      String(NameReading.last(tree.name(decorator)))
    )
  }

  private func verifiesWebhook(_ name: String) -> Bool {
    switch NameReading.last(name) {
    case "construct_event", "constructEvent", "ConstructEvent", "constructEventAsync", "ParseEvent", "validatePayload",
      "ValidatePayload":
      let words = NameReading.words(name)
      return words.contains("webhook") || words.contains("webhooks")
        || words.contains("event")
          && words.contains("construct")
        || words.contains("utility")
    default: return false
    }
  }

  private static let webhookWords: Set<String> = ["webhook", "webhooks", "ipn"]
  private static let webhookMakers: Set<String> = [
    "send", "create", "register", "trigger", "deliver", "delete", "update", "list", "get", "add", "remove", "save",
    "dispatch", "build", "make", "validate", "fetch", "test", "enqueue", "queue", "subscribe", "setup", "configure",
    "find", "is", "has", "new", "generate", "render", "parse", "schedule", "retry", "publish", "emit", "notify", "call",
  ]
}
