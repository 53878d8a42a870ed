package import Behaviour
import Knowledge

/// An error that a handler raises in place of the one it was given, and what it keeps of that one.
package struct ErrorReplacement: Sendable {
  package enum Kept: Sendable, Hashable {
    /// The error itself, as the cause; the node that says so.
    case cause(NodeIndex)
    /// The error itself, given to what makes the new one; or its text.
    case content(NodeIndex)
    /// The language keeps it.
    case byLanguage
    /// Written down before, by this log or report.
    case record(NodeIndex)
    /// The code says that there is to be no cause.
    case refused
    /// The error at hand is raised again by its name, and its trace begins here.
    case withoutTrace
    /// Given to a function that cannot be followed, whose value is raised.
    case handedTo(NodeIndex)
    /// Something made of the error by a function that cannot be followed is in the new one.
    case derived(NodeIndex)
    /// A look at the error chose this one: it says what was found.
    case chosen
    /// Nothing.
    case nothing
  }

  /// The raise.
  package let node: NodeIndex
  /// The new error, where it is made: the call that makes it, or the name of a constant.
  package let made: NodeIndex
  package let kept: Kept
  /// A constant, not an object made here.
  package let isConstant: Bool
}

extension UnitContext {
  /// The errors that a handler raises by itself, in reading order. Those of handlers inside it are their own.
  package func replacements(in handler: HandlerFact) -> [ErrorReplacement] {
    guard let body = handler.body else { return [] }
    var found: [ErrorReplacement] = []
    // A handler inside of another one may carry that one's error.
    var errors = PathReader(handler.node, error: handler.error, in: self).errors
    for above in tree.ancestors(handler.node) where tree.kind(above) == .handler && tree[above].name != 0 {
      errors.append(tree.name(above))
    }
    // The handler itself takes only what a pattern or a condition picks out.
    let isPicked =
      tree.child(handler.node, .condition) != nil
      || !handler.types.isEmpty && file.context.facts.has(.failuresAreValues)
    visit(body) { at in
      switch tree.kind(at) {
      case .raise:
        guard !isCaught(at, below: body), !isInHandler(at, below: body), !isOfOtherWork(at, below: body) else { return }
        if let one = replacement(at, in: body, errors: errors, isPicked: isPicked) { found.append(one) }
      case .propagate:
        guard file.context.facts.has(.rethrowCutsTrace), let value = tree.child(at, .value),
          !isCaught(at, below: body), !isInHandler(at, below: body), tree.name(value) == handler.error
        else { return }
        found.append(ErrorReplacement(node: at, made: value, kept: .withoutTrace, isConstant: false))
      default: return
      }
    }
    return found
  }

  /// Whether a failure that leaves a node is received below another node.
  package func isCaught(_ node: NodeIndex, below outer: NodeIndex) -> Bool {
    var child = node
    for above in tree.ancestors(node) {
      if above == outer { return false }
      if tree.kind(above) == .attempt, tree[child].role == .body, tree.child(above, .handler) != nil { return true }
      child = above
    }
    return false
  }

  private func isInHandler(_ node: NodeIndex, below outer: NodeIndex) -> Bool {
    for above in tree.ancestors(node) {
      if above == outer { return false }
      if tree.kind(above) == .handler { return true }
    }
    return false
  }

  /// Another way is tried, round by round, and what that finds wrong is an error of its own.
  private func isOfOtherWork(_ node: NodeIndex, below outer: NodeIndex) -> Bool {
    tree.ancestors(node).prefix { $0 != outer }.contains { tree.kind($0) == .loop }
  }

  private func replacement(
    _ raise: NodeIndex,
    in body: NodeIndex,
    errors: [String],
    isPicked: Bool
  ) -> ErrorReplacement? {
    guard let value = tree.child(raise, .value) else { return nil }
    let made = maker(of: value)
    let isConstant = tree.kind(made) == .read
    func keeps(_ kept: ErrorReplacement.Kept) -> ErrorReplacement {
      ErrorReplacement(node: raise, made: made, kept: kept, isConstant: isConstant)
    }
    if let cause = tree.child(raise, .cause) {
      return tree.kind(cause) == .literal ? keeps(.refused) : keeps(.cause(cause))
    }
    if let content = content(errors, in: value) { return content == .cause(value) ? nil : keeps(content) }
    if made != value {
      if let content = content(errors, in: made) { return keeps(content) }
      if let later = addition(to: value, of: errors, before: raise, in: body) { return keeps(.cause(later)) }
    }
    guard makesError(made) else { return nil }
    if let record = record(of: errors, before: raise, in: body) { return keeps(.record(record)) }
    if isPicked || isChosen(raise, by: errors, below: body) { return keeps(.chosen) }
    if tree[raise].has(.withoutCause) { return keeps(.refused) }
    return keeps(file.context.facts.has(.keepsCause) ? .byLanguage : .nothing)
  }

  /// The expression that made a raised value, through the local that holds it.
  private func maker(of value: NodeIndex) -> NodeIndex {
    guard tree.kind(value) == .read, flow.isWholeName(value), let origin = flow.origin(of: value) else { return value }
    return tree.kind(origin) == .call ? origin : value
  }

  /// How an error gets into a value; nil where it does not. The cause itself where the value is no more than the error,
  /// or a part of it.
  private func content(_ errors: [String], in value: NodeIndex) -> ErrorReplacement.Kept? {
    guard !errors.isEmpty else { return nil }
    var best: ErrorReplacement.Kept?
    for at in tree.subtree(value) {
      let node = tree[at]
      guard node.kind == .read || node.kind == .call, node.name != 0 else { continue }
      let text = tree.text(node.name)
      guard errors.contains(where: { NameReading.isRooted(text, in: $0) }) else { continue }
      if at == value { return .cause(value) }
      guard let taker = opaque(above: at, to: value) else { return .content(at) }
      if best == nil { best = taker == value ? .handedTo(taker) : .derived(taker) }
    }
    return best
  }

  /// The outermost call from a node to a value that is not known to keep what it is given.
  private func opaque(above node: NodeIndex, to value: NodeIndex) -> NodeIndex? {
    var found: NodeIndex?
    for above in tree.ancestors(node) {
      if tree.kind(above) == .call, !carries(above), !isPlain(above) { found = above }
      if above == value { break }
    }
    return found
  }

  /// Whether a call makes an object that has what it is given in it.
  private func carries(_ call: NodeIndex) -> Bool {
    if tree[call].has(.constructs) || self.call(call)?.known?.part == .carry { return true }
    let name = tree.name(call)
    let root = NameReading.root(name)
    // `ApiError.from(error)`, `LoadError.failed(error)`: made by the type itself.
    return NameReading.isCapitalized(root) && root != name
      || NameReading.isCapitalized(NameReading.last(name)) && NameReading.saysFailure(NameReading.last(name))
  }

  /// A conversion of what it is given (`str(error)`).
  private func isPlain(_ call: NodeIndex) -> Bool {
    guard let fact = self.call(call) else { return false }
    return role(of: fact) == .harmless
  }

  /// Whether a value that is raised is a new error: an object made here, or a constant that stands for one.
  private func makesError(_ made: NodeIndex) -> Bool {
    switch tree.kind(made) {
    case .call:
      if tree[made].has(.constructs) || call(made)?.known?.part == .carry { return true }
      return carries(made) || NameReading.saysFailure(tree.name(made))
    case .read:
      // A constant: `ErrInvalid`, `LoadError.missing`. A local may hold any error.
      switch tree[made].placeKind {
      case .local, .parameter, .captured, .field, .element, .member: return false
      case .unknown, .static:
        let name = tree.name(made)
        return NameReading.isCapitalized(NameReading.root(name)) || NameReading.saysFailure(name)
      }
    default: return false
    }
  }

  /// `failure.initCause(error)`, `failure.cause = error`, between the making of an error and its raise.
  private func addition(
    to value: NodeIndex,
    of errors: [String],
    before raise: NodeIndex,
    in body: NodeIndex
  ) -> NodeIndex? {
    let name = tree.name(value)
    for at in body..<raise {
      switch tree.kind(at) {
      case .call:
        guard tree[at].name != 0, NameReading.root(tree.name(at)) == name, tree.name(at) != name else { continue }
        if tree.children(at, .argument).contains(where: { reads(anyOf: errors, in: $0) }) { return at }
      case .assign:
        guard let target = tree.child(at, .target), NameReading.root(tree.name(target)) == name,
          tree.name(target) != name, let given = tree.child(at, .value)
        else { continue }
        if reads(anyOf: errors, in: given) { return at }
      default: continue
      }
    }
    return nil
  }

  /// The first log or report before a node that is given the error or its trace.
  private func record(of errors: [String], before raise: NodeIndex, in body: NodeIndex) -> NodeIndex? {
    for call in calls(in: body..<raise) {
      switch role(of: call) {
      case .log(let log):
        if log.traces || reads(anyOf: errors, in: call.node) { return call.node }
      case .report: return call.node
      default: continue
      }
    }
    return nil
  }

  /// Whether a node stands in an arm that a look at the error chose.
  private func isChosen(_ node: NodeIndex, by errors: [String], below outer: NodeIndex) -> Bool {
    var child = node
    for above in tree.ancestors(node) {
      if above == outer { return false }
      if tree.kind(above) == .branch, tree[child].role == .arm {
        let looks = tree.children(above).contains { part in
          tree[part].role == .condition && reads(anyOf: errors, in: part)
        }
        if looks { return true }
      }
      child = above
    }
    return false
  }
}
