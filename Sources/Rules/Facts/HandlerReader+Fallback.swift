import Behaviour

/// What the value that a handler gives says to whoever gets it.
extension HandlerReader {
  /// A call that logs, reports or does nothing: what it gives is no answer.
  static func isSaid(_ value: NodeIndex, in context: UnitContext) -> Bool {
    let tree = context.tree
    let node = tree.kind(value) == .await ? tree.child(value, .value) ?? value : value
    guard let call = context.call(node) else { return false }
    switch context.role(of: call) {
    case .log, .report, .cleanup, .sleep: return true
    default: return ["noop", "noOp", "Function.prototype"].contains(NameReading.last(tree.name(node)))
    }
  }

  static func isOwnDefault(_ name: String) -> Bool {
    NameReading.words(name).contains { ["default", "fallback", "defaults", "otherwise", "sentinel"].contains($0) }
  }

  /// Whether absence, or `false`, tells the caller that it failed: the declared type says that it may be absent and
  /// every other way is seen to give something; or every other way of something that acts gives `true`.
  static func tells(_ shape: ValueShape, in context: UnitContext, handler: NodeIndex) -> Bool {
    let tree = context.tree
    // The value of a promise's handler stands for the promise's, which is not seen here.
    if isByCall(handler, tree) { return false }
    let frame = context.frame(of: handler)
    if shape == .null, frame != tree.root || !saysOptional(context.unit.returnType) { return false }
    if shape == .false, UnitPromise.isPredicate(context.name(ofFrame: frame)) { return false }
    var others = 0
    var isAlone = true
    context.visit(frame) { node in
      guard tree.kind(node) == .return, !isInHandler(node, ofAttemptOf: handler, tree) else { return }
      guard let value = tree.child(node, .value) else {
        isAlone = false
        return
      }
      others += 1
      let other = context.shape(of: value)
      switch shape {
      case .null: if !isSomething(value, other, tree) { isAlone = false }
      default: if other != .true && other != .false { isAlone = false }
      }
      if shape == .false, other == .false { others -= 1 }
    }
    return others > 0 && isAlone
  }

  /// Whether a value is there, whatever runs.
  private static func isSomething(_ value: NodeIndex, _ shape: ValueShape, _ tree: BehaviourTree) -> Bool {
    switch shape {
    case .true, .number, .emptyText, .text, .emptyCollection, .populated, .blank, .constructed: true
    case .failure, .other: [.collection, .operation, .closure].contains(tree.kind(value))
    case .call: tree[value].has(.constructs)
    default: false
    }
  }

  /// The handler is a function given to a call: `.catch(() => null)`.
  private static func isByCall(_ handler: NodeIndex, _ tree: BehaviourTree) -> Bool {
    guard tree[tree.parent(handler)].has(.byCall), let body = tree.child(handler, .body) else { return false }
    return tree[body].next != body &+ 1
  }

  /// Whether other ways out of the function give a value, so that one without gives an absent one.
  static func givesValues(in context: UnitContext, beside handler: NodeIndex) -> Bool {
    let tree = context.tree
    // What is given to `.catch` has a value of its own.
    guard !isByCall(handler, tree) else { return false }
    var gives = false
    context.visit(context.frame(of: handler)) { node in
      guard tree.kind(node) == .return, let value = tree.child(node, .value), !tree.contains(handler, node) else {
        return
      }
      if context.shape(of: value) != .null { gives = true }
    }
    return gives
  }

  private static func isInHandler(_ node: NodeIndex, ofAttemptOf handler: NodeIndex, _ tree: BehaviourTree) -> Bool {
    tree.children(tree.parent(handler), .handler).contains { tree.contains($0, node) }
  }

  /// `False, ""` where another way gives `True, output`: the first tells.
  static func isMarkedTuple(_ value: NodeIndex, in context: UnitContext, handler: NodeIndex) -> Bool {
    let tree = context.tree
    guard let first = mark(value, in: tree), first == .false else { return false }
    var hasOther = false
    context.visit(context.frame(of: handler)) { node in
      guard tree.kind(node) == .return, let other = tree.child(node, .value) else { return }
      if mark(other, in: tree) == .true { hasOther = true }
    }
    return hasOther
  }

  private static func mark(_ value: NodeIndex, in tree: BehaviourTree) -> LiteralKind? {
    guard tree.kind(value) == .collection, let first = tree.child(value, .element), tree.kind(first) == .literal else {
      return nil
    }
    return tree[first].literalKind
  }

  /// A small number where every other way gives one too, and one of them zero: an exit code.
  static func isExitCode(_ value: NodeIndex, in context: UnitContext, handler: NodeIndex) -> Bool {
    let tree = context.tree
    guard tree.kind(value) == .literal, tree.name(value) != "0" else { return false }
    var hasZero = false
    var areNumbers = true
    context.visit(context.frame(of: handler)) { node in
      guard tree.kind(node) == .return, let value = tree.child(node, .value) else { return }
      if tree.kind(value) == .literal, tree[value].literalKind == .integer {
        if tree.name(value) == "0" { hasZero = true }
      } else if tree.kind(value) != .call {
        areNumbers = false
      }
    }
    return hasZero && areNumbers
  }

  static func saysOptional(_ type: String?) -> Bool {
    guard let type else { return false }
    return type.contains("Optional") || type.contains("None") || type.contains("null") || type.contains("undefined")
      || type.hasSuffix("?") || type.contains("?>")
  }
}
