package import Behaviour
import Knowledge

extension UnitContext {
  /// Whether an error that ends in the function around a node ends where errors may end.
  package func boundary(around node: NodeIndex) -> Boundary {
    for above in tree.ancestors(node) {
      switch tree.kind(above) {
      case .loop:
        if isWorkerLoop(above) { return .known("a loop that runs on") }
      case .closure:
        return boundary(ofClosure: above)
      default: break
      }
    }
    return boundaryOfUnit
  }

  /// `while True`, or a loop that somebody else ends (`while self.running`), as consumers and schedulers have.
  private func isWorkerLoop(_ loop: NodeIndex) -> Bool {
    switch tree[loop].loopKind {
    case .endless: return !ways(outOf: loop).contains(.returns)
    case .while:
      guard let condition = tree.child(loop, .condition) else { return true }
      return tree.subtree(condition).contains { at in
        let node = tree[at]
        guard node.kind == .read || node.kind == .call else { return false }
        let words = NameReading.words(tree.text(node.name))
        return words.contains { UnitContext.runningWords.contains($0) }
      }
    default: return false
    }
  }

  private static let runningWords: Set<String> = [
    "running", "stopped", "stop", "shutdown", "alive", "active", "terminated", "stopping", "closed", "closing", "quit",
    "cancelled", "cancellation", "exit", "run", "is_set",
  ]

  /// What is given something to answer with, answers requests.
  private func isRequestHandler(_ function: NodeIndex) -> NodeIndex? {
    for child in tree.children(function) where tree[child].role == .parameter {
      if !tree.path(child).isEmpty, knowledge.call(tree.path(child))?.part == .respond { return child }
    }
    return nil
  }

  private func boundary(ofClosure closure: NodeIndex) -> Boundary {
    if let answer = isRequestHandler(closure) {
      return .answers("a request handler, which answers by `\(tree.name(answer))`")
    }
    var at = tree.parent(closure)
    if tree[closure].role == .receiver, tree.kind(at) == .call, tree.kind(tree.parent(at)) == .spawn {
      return .known("a task of its own")
    }
    while tree.kind(at) == .argument || tree.kind(at) == .collection { at = tree.parent(at) }
    guard tree.kind(at) == .call, let call = call(at) else { return .no }
    let name = tree.name(at)
    switch call.known?.part {
    case .routes: return .answers("a handler given to `\(shown(name))`")
    case .consumes: return .known("a handler given to `\(shown(name))`")
    case .spawn: return .known("a task of its own, started by `\(shown(name))`")
    default: break
    }
    let last = String(NameReading.last(name))
    return UnitContext.listeners.contains(last) ? .likely("a callback of `\(shown(name))`") : .no
  }

  /// Calls that take a function to be called by somebody who does not care for its errors.
  private static let listeners: Set<String> = [
    "on", "once", "addEventListener", "addListener", "setTimeout", "setInterval", "setImmediate", "subscribe",
    "useEffect", "eachMessage", "nextTick", "queueMicrotask", "requestAnimationFrame", "schedule", "cron", "listen",
    "use", "onMounted", "useCallback", "requestIdleCallback",
  ]

  private var boundaryOfUnit: Boundary {
    if unit.kind == .module { return .known("code at top level") }
    let name = unit.name
    if name == "main" || name == "Main" || name == "_main" || name == "__main__" {
      return .known("`\(name)`, where the program starts")
    }
    for child in tree.children(tree.root) {
      guard tree[child].role == .decorator else { break }
      if let boundary = boundary(ofDecorator: child) { return boundary }
    }
    if let answer = isRequestHandler(tree.root) {
      return .answers("a request handler, which answers by `\(tree.name(answer))`")
    }
    if unit.kind == .closure { return .likely("a function given to `\(shown(name))`") }
    if let owner = unit.owner, unit.kind == .method {
      if UnitContext.frameworkMethods.contains(name)
        || name.hasPrefix("do_") && name.dropFirst(3).allSatisfy(\.isUppercase)
      {
        return owner.bases.isEmpty ? .no : .likely("`\(name)`, which `\(owner.bases[0])` calls")
      }
      if UnitContext.lastMethods.contains(name) { return .known("`\(name)`, where an error has nowhere to go") }
    }
    let words = NameReading.words(name)
    if let first = words.first, words.count > 1, first == "on" || first == "handle" {
      return .likely("`\(name)`, a handler of events by its name")
    }
    return .no
  }

  private func boundary(ofDecorator node: NodeIndex) -> Boundary? {
    let name = tree.name(node)
    switch call(node)?.known?.part {
    case .routes: return .answers("a request handler (`@\(shown(name))`)")
    case .consumes: return .known("a message handler (`@\(shown(name))`)")
    default: break
    }
    let last = String(NameReading.last(name))
    return UnitContext.entryDecorators.contains(last)
      ? .likely("an entry point by its decorator `@\(shown(name))`") : nil
  }

  private static let entryDecorators: Set<String> = [
    "route", "get", "post", "put", "patch", "delete", "head", "websocket", "command", "task", "shared_task", "on_event",
    "listener", "event", "exception_handler", "errorhandler", "consumer", "subscribe", "subscriber", "scheduled",
    "cron",
    "receiver", "middleware", "callback", "api_view", "action", "job", "actor", "background", "group", "Get", "Post",
    "Put", "Delete", "Patch", "EventPattern", "MessagePattern", "Cron", "Interval", "OnEvent", "Process", "Subscribe",
    "SubscribeMessage", "asynccontextmanager", "hookimpl",
  ]

  /// Methods that a framework calls, where the class has a base.
  private static let frameworkMethods: Set<String> = [
    "run", "handle", "handle_request", "process_request", "process_response", "on_message", "consume", "perform",
    "execute", "emit", "dispatch", "handle_noargs", "componentDidMount", "componentDidCatch", "process", "on_start",
    "data_received", "connection_made", "connection_lost", "datagram_received", "ExecuteAsync", "Execute", "Consume",
    "Handle", "HandleAsync", "InvokeAsync", "OnException", "OnExceptionAsync",
  ]
  /// Methods after which nobody is there to tell.
  private static let lastMethods: Set<String> = [
    "__del__", "componentWillUnmount", "ngOnDestroy", "tearDown", "tearDownClass", "asyncTearDown",
    "Dispose", "DisposeAsync", "DisposeCore", "DisposeAsyncCore",
  ]

  /// At most 60 characters of a source text.
  package func shown(_ text: String) -> String {
    text.count <= 60 ? text : text.prefix(59) + "…"
  }
}
