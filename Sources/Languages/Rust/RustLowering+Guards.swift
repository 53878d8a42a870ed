import Behaviour
import TreeSitter

/// Values that hold something until their block ends: the guard of a lock, a transaction that is undone where it is
/// dropped before its commit.
extension RustLowering {
  /// What a `let` holds; nil for any other value.
  mutating func guardKind(_ node: Int32) -> ScopeKind? {
    guard let pattern = child(node, fields.pattern), child(node, fields.alternative) == nil,
      !rs[node].hasError, var value = child(node, fields.value)
    else { return nil }
    // `let _ = lock.lock()` holds it for no time at all.
    guard kind(pattern) == .identifier || kind(pattern) == .mutPattern else { return nil }
    value = rs.unwrap(value)
    while kind(value) == .question || kind(value) == .awaited || isUnwrap(value), let inner = held(value) {
      value = rs.unwrap(inner)
    }
    guard kind(value) == .call, arguments(of: value).isEmpty, let callee = child(value, fields.function),
      kind(callee) == .member, let method = child(callee, fields.field)
    else { return nil }
    if rs.isText(method, "lock") { return .lock }
    if rs.isText(method, "begin") || rs.isText(method, "transaction") { return .transaction }
    guard rs.isText(method, "write") || rs.isText(method, "read"), rs.isDotted(callee) else { return nil }
    return core.builder.text(place(callee).path).contains("RwLock.") ? .lock : nil
  }

  /// `x.unwrap()`, `x.expect("…")`
  private func isUnwrap(_ node: Int32) -> Bool {
    guard kind(node) == .call, let callee = child(node, fields.function), kind(callee) == .member,
      let method = child(callee, fields.field)
    else { return false }
    return rs.isText(method, "unwrap") || rs.isText(method, "expect")
  }

  private func held(_ node: Int32) -> Int32? {
    kind(node) == .call
      ? child(node, fields.function).flatMap { child($0, fields.value) } : rs.firstPart(node)
  }

  /// Opens the scope of a guard, and the block of all that stands below it.
  mutating func openGuard(_ node: Int32, _ scope: ScopeKind, endingAt end: Int) {
    let bytes = range(node).lowerBound..<max(range(node).upperBound, end)
    core.builder.open(.scoped, .statement, bytes, detail: scope.rawValue)
    if let value = child(node, fields.value), let pattern = child(node, fields.pattern) {
      let known = expression(value, .resource)
      target(pattern, .target)
      give(known, to: pattern, declared: child(node, fields.type))
    }
    core.builder.open(.block, .body, range(node).upperBound..<max(range(node).upperBound, end))
  }
}
