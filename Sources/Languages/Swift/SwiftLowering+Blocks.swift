import Behaviour
import TreeSitter

extension SwiftLowering {
  /// Writes the statements that stand in braces as a block.
  ///
  /// - Parameter body: the statements; nil where there are none.
  /// - Parameter around: what the braces belong to, for an empty block's place and its comments.
  /// - Returns: whether its last statement leaves the way of control.
  @discardableResult
  mutating func block(_ body: Int32?, _ role: Role, in around: Int32) -> Bool {
    let end = range(around).upperBound
    let index = core.builder.open(.block, role, body.map(range) ?? end..<end)
    let leaves = body.map { statements(of: $0) } ?? false
    core.builder.close()
    if core.builder.count == Int(index) + 1 { note(comments(in: around), at: index) }
    return leaves
  }

  /// Writes statements in order. What follows a `defer` is an attempt with that as its finalizer.
  @discardableResult
  mutating func statements(of node: Int32) -> Bool {
    var deferred: [Int32] = []
    var leaves = false
    let end = sw.next(node)
    var at = node &+ 1
    while at < end {
      let next = sw.next(at)
      defer { at = next }
      guard isStatement(at) else { continue }
      if let body = deferredBody(at), !core.isTooDeep {
        guard let rest = nextStatement(next, end) else {
          // Nothing follows that it could be left for.
          if let statements = sw.body(body), enter(body, .statement) {
            self.statements(of: statements)
            nesting -= 1
          }
          continue
        }
        if kind(rest) == .do, sw.has(.catchBlock, in: rest), nextStatement(sw.next(rest), end) == nil {
          _ = doStatement(rest, finalizer: body)
          at = end
          break
        }
        core.builder.open(.attempt, .statement, range(at).lowerBound..<range(node).upperBound)
        core.builder.open(.block, .body, range(rest).lowerBound..<range(node).upperBound)
        deferred.append(body)
        continue
      }
      leaves = statement(at)
    }
    for body in deferred.reversed() {
      core.builder.close()
      finalizer(body)
      core.builder.close()
    }
    return leaves
  }

  /// Writes the body of a `defer`.
  mutating func finalizer(_ body: Int32) {
    guard enter(body, .finalizer) else { return }
    block(sw.body(body), .finalizer, in: body)
    nesting -= 1
  }

  /// Whether a child of a block says something.
  func isStatement(_ node: Int32) -> Bool {
    let found = sw[node]
    guard found.isNamed || found.isMissing else { return false }
    if found.isError || found.isMissing { return sw.isDamage(node) }
    switch kind(node) {
    case .comment, .multilineComment, .directive, .diagnostic, .label, .elseWord, .shebang: return false
    default: return true
    }
  }

  private func nextStatement(_ start: Int32, _ end: Int32) -> Int32? {
    var at = start
    while at < end {
      if isStatement(at) { return at }
      at = sw.next(at)
    }
    return nil
  }

  /// The closure of `defer { … }`, which the grammar takes for a call.
  func deferredBody(_ node: Int32) -> Int32? {
    guard kind(node) == .call, let callee = sw.firstPart(node), sw.isText(callee, "defer"),
      let suffix = sw.first(.callSuffix, in: node), let body = sw.onlyPart(suffix), kind(body) == .lambda
    else { return nil }
    return body
  }
}
