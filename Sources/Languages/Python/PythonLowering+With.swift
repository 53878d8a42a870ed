import Behaviour
import TreeSitter

extension PythonLowering {
  /// `with`: each item holds for all that stands below it. What swallows errors is an attempt, what demands them an
  /// assertion.
  ///
  /// - Returns: whether its body leaves, and nothing holds that up.
  mutating func withStatement(_ node: Int32) -> Bool {
    let items = withItems(of: node)
    let isAsync = py.has(.async, in: node)
    let end = range(node).upperBound
    var suppressed: [Int32?] = []
    var leaves = false
    for (position, item) in items.enumerated() {
      guard !core.isTooDeep else { break }
      let bytes = (position == 0 ? range(node) : range(item)).lowerBound..<end
      if position > 0 { core.builder.open(.block, .body, bytes) }
      suppressed.append(openItem(item, bytes, isAsync))
    }
    if let body = child(node, fields.body) { leaves = block(body, .body) } else { emptyBlock(.body, endOf: node) }
    for (position, item) in suppressed.enumerated().reversed() {
      if let item { suppressingHandler(item, node) }
      core.builder.close()
      if position > 0 { core.builder.close() }
    }
    return leaves && suppressed.allSatisfy { $0 == nil }
  }

  private func withItems(of node: Int32) -> [Int32] {
    guard let clause = py.children(node).first(where: { kind($0) == .withClause }) else { return [] }
    return py.children(clause).filter { kind($0) == .withItem }
  }

  /// Opens what an item means.
  ///
  /// - Returns: the item's call where it swallows errors.
  private mutating func openItem(_ item: Int32, _ bytes: Range<Int>, _ isAsync: Bool) -> Int32? {
    var value = child(item, fields.value).map(py.unwrap) ?? item
    var name: Int32?
    if kind(value) == .asPattern {
      name = child(value, fields.alias)
      value = py.firstPart(value).map(py.unwrap) ?? value
    }
    if let callee = callee(of: value) {
      let place = place(callee)
      if core.builder.text(place.path) == "contextlib.suppress" {
        core.builder.open(.attempt, .statement, bytes, flags: [.byCall])
        return value
      }
      if let form = PythonAssertions.context(place, callee, in: self) {
        openAssertion(form, value, bytes, boundTo: name)
        return nil
      }
    }
    core.builder.open(
      .scoped,
      .statement,
      bytes,
      detail: ScopeKind.resource.rawValue,
      flags: isAsync ? [.async] : []
    )
    let known = expression(value, .resource)
    if let name {
      target(name, .target)
      if let plain = py.firstPart(name) { give(known, to: plain, declared: nil) }
    }
    return nil
  }

  /// The dotted name that a call calls.
  func callee(of node: Int32) -> Int32? {
    guard kind(node) == .call, let callee = child(node, fields.function).map(py.unwrap), py.isDotted(callee) else {
      return nil
    }
    return callee
  }

  /// What `suppress(Error)` does with the error: nothing.
  private mutating func suppressingHandler(_ call: Int32, _ node: Int32) {
    let index = core.builder.open(.handler, .handler, range(call))
    for type in givenArguments(call) { expression(type, .type) }
    core.builder.leaf(.block, .body, range(call).upperBound..<range(call).upperBound)
    core.builder.close()
    if let body = child(node, fields.body) { note(commentsAround(body), at: index) }
  }
}
