import Behaviour

extension PathReader {
  /// Whether somebody can look at a place after the handler: a field, a parameter, or a local that is read later.
  func outlives(_ name: String, from node: NodeIndex) -> Bool {
    guard !name.isEmpty else { return false }
    let root = String(NameReading.root(name))
    for at in tree.nodes.indices where tree.nodes[at].kind == .read {
      guard NameReading.root(tree.text(tree.nodes[at].name)) == root else { continue }
      switch tree.nodes[at].placeKind {
      case .local: return context.isRead(root, after: handler)
      case .parameter, .field, .captured, .static: return true
      default: continue
      }
    }
    // Never seen but as a callee: `self.errors.append(e)` names a field, a plain name is not to be told.
    return root != name || context.isRead(root, after: handler)
  }

  mutating func deeds(ofAssign node: NodeIndex) -> Deeds {
    guard !isBehind, let target = tree.children(node, .target).first, let value = tree.child(node, .value) else {
      return []
    }
    let name = tree.name(target)
    let root = String(NameReading.root(name))
    let isLocal = root == name && (tree[target].placeKind == .local || tree[target].placeKind == .unknown)
    // Another name for the error is no more than that.
    if isLocal, errors.dropFirst().contains(name), !context.isRead(root, after: handler) { return [] }
    if isLocal, errors.contains(name), !isReadOutsideHandlers(root) { return [] }
    guard isLocal ? context.isRead(root, after: handler) : true else { return [] }
    let deed = deed(name: name, value, isLocal: isLocal, isCompound: tree[node].name != 0)
    if deed == .defaults, defaultValue == nil { defaultValue = value }
    if let deed { note(deed, at: node) }
    return deed ?? []
  }

  /// Whether a name is looked at behind the handler, where no other handler gives it to an error of its own.
  private func isReadOutsideHandlers(_ name: String) -> Bool {
    tree.subtree(context.frame(of: handler)).contains { index in
      guard tree.kind(index) == .read || tree.kind(index) == .call, tree[index].role != .target,
        NameReading.root(tree.name(index)) == name, !tree.contains(handler, index)
      else { return false }
      return !tree.ancestors(index).contains { tree.kind($0) == .handler && tree.name($0) == name }
    }
  }

  /// What it means for a failure that a place which somebody looks at later is given a value.
  private func deed(name: String, _ value: NodeIndex, isLocal: Bool, isCompound: Bool) -> Deeds? {
    let last = String(NameReading.last(name))
    if context.reads(anyOf: errors, in: value) { return .stores }
    if NameReading.saysFailure(last), !isNothing(value) { return .stores }
    if name == "process.exitCode" || context.saysFailure(key: last, value: value), !isLocal { return .stores }
    switch context.shape(of: value) {
    case .failure: return .stores
    case .number where isCompound: return .acts
    case .true, .false, .text, .number:
      // Success sets it to something else, or it is a word to be told: a mark of what happened.
      if isMark(name, value) { return .stores }
      return isLocal || tree[value].literalKind == .integer ? .defaults : .acts
    case .null, .emptyText, .emptyCollection, .populated, .blank, .constructed, .named, .parameter, .nothing:
      return .defaults
    case .call, .other, .errorText, .stale: return isCompound ? nil : .acts
    }
  }

  /// A flag that the attempt sets to another constant, or a message.
  private func isMark(_ name: String, _ value: NodeIndex) -> Bool {
    let words = NameReading.words(NameReading.last(name))
    if tree[value].literalKind == .string,
      words.contains(where: { ["message", "msg", "warning", "reason", "status", "verdict", "outcome"].contains($0) })
    {
      return true
    }
    let attempt = tree.parent(handler)
    let literal = tree[value]
    if literal.literalKind == .true || literal.literalKind == .false,
      let before = context.writes(of: name, in: context.frame(of: attempt)..<attempt).last,
      tree.kind(before) == .assign,
      let other = tree.child(before, .value), tree.kind(other) == .literal,
      tree[other].literalKind != literal.literalKind
    {
      return true
    }
    for part in [Role.body, .otherwise] {
      guard let body = tree.child(attempt, part) else { continue }
      for assign in context.writes(of: name, in: tree.subtree(body)) where tree.kind(assign) == .assign {
        guard let other = tree.child(assign, .value), tree.kind(other) == .literal else { continue }
        if tree[other].literalKind != tree[value].literalKind || tree[other].name != tree[value].name { return true }
      }
    }
    return false
  }

  private func isNothing(_ value: NodeIndex) -> Bool {
    tree.kind(value) == .literal && (tree[value].literalKind == .null || tree[value].literalKind == .false)
  }
}
