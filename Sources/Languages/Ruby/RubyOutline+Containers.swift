import Behaviour
import TreeSitter

/// Types, groups of tests, and where their bodies begin and end.
extension RubyOutline {
  mutating func add(type node: Int32, _ around: Surroundings) {
    let name = rb.child(node, rb.fields.name)
    let text = name.map(rb.dotted) ?? ""
    let base = rb.child(node, rb.fields.superclass).flatMap(rb.firstPart)
    let isType = rb.kind(node) == .class
    if let name, isType { declare(type: name, base: base, around) }
    let end = base.map { rb.range($0).upperBound } ?? name.map { rb.range($0).upperBound } ?? rb.range(node).lowerBound
    let isTestCase = isTestCase(base) || isType && outline.traits.contains(.test) && text.hasSuffix("Test")
    if isTestCase {
      testCaseNames.insert(text)
      outline.traits.insert(.test)
    }
    var place = Place(node: node, kind: isType ? .type : .module)
    place.isTestCase = isTestCase
    add(place, text, headEnd: end, body: node, owner: Owner(name: around.prefix + text), around)
    guard let body = rb.child(node, rb.fields.body) else { return }
    var inner = around
    inner.container = outline.containers.count - 1
    inner.prefix = around.prefix + text + "."
    walk(body, inner)
  }

  /// A type with a base that is not of this file stands for itself, as it does in all others: what it has from that
  /// base is known of it.
  private mutating func declare(type name: Int32, base: Int32?, _ around: Surroundings) {
    let plain = rb.text(rb.lastName(name))
    guard outline.environment.names[plain] == nil else { return }
    guard let base, rb.isConstantPath(base), rb.isDotted(base) else {
      outline.environment.names[plain] = .type
      return
    }
    if case .type = outline.environment.names[rb.text(rb.lastName(base))] {
      outline.environment.names[plain] = .type
      return
    }
    outline.environment.names[plain] = .imported(around.prefix + rb.dotted(name))
  }

  func isTestCase(_ base: Int32?) -> Bool {
    guard let base, rb.isDotted(base) else { return false }
    let name = rb.dotted(base)
    return RubyTests.isTestCase(base: name) || testCaseNames.contains(name)
  }

  /// `class << self`.
  mutating func add(singleton node: Int32, _ around: Surroundings) {
    guard let value = rb.child(node, rb.fields.value) else { return }
    var place = Place(node: node, kind: .group)
    place.isStatic = true
    let owner = around.container.flatMap { outline.containers[$0].owner }
    add(place, "", headEnd: rb.range(value).upperBound, body: node, owner: owner, around)
    guard let body = rb.child(node, rb.fields.body) else { return }
    var inner = around
    inner.container = outline.containers.count - 1
    walk(body, inner)
  }

  /// The block of a call whose statements belong to what is around it.
  mutating func add(group node: Int32, _ block: Int32, _ name: String, owner: Owner?, _ around: Surroundings) {
    let parameters = rb.first(.blockParameters, in: block)
    let sign = rb.kind(block) == .doBlock ? 2 : 1
    let end = parameters.map { rb.range($0).upperBound } ?? rb.range(block).lowerBound + sign
    var place = Place(node: node, kind: .group)
    if let container = around.container { place.isStatic = places[container].isStatic && owner != nil }
    if let word = rb.methodName(node), rb.isText(word, "class_methods") { place.isStatic = true }
    add(place, name, headEnd: end, body: block, owner: owner, around)
    guard let body = rb.body(ofBlock: block) else { return }
    var inner = around
    inner.container = outline.containers.count - 1
    if !name.isEmpty { inner.prefix = around.prefix + name + "." }
    walk(body, inner)
  }

  /// - Parameter headEnd: the end of the words that open it; the rest of their line belongs to them.
  /// - Parameter body: the node whose last word closes it.
  mutating func add(
    _ place: Place,
    _ name: String,
    headEnd: Int,
    body: Int32,
    owner: Owner?,
    _ around: Surroundings
  ) {
    let whole = rb.range(place.node)
    let content = contentEnd(of: body)
    let close = closeStart(of: body, whole: whole)
    let start = min(lineEnd(headEnd), firstContent(of: body) ?? close, close)
    let head = max(whole.lowerBound, min(start, whole.upperBound))
    // What closes it takes the blanks before it along, so that it stands apart from any piece.
    let end = max(head, min(max(content, head), close))
    outline.containers.append(
      Container(
        parent: around.container,
        name: name,
        head: whole.lowerBound..<head,
        body: head..<end,
        tail: end..<max(end, whole.upperBound),
        owner: owner
      )
    )
    places.append(place)
  }

  /// The end of what the line at a place still says of the words before it.
  private func lineEnd(_ at: Int) -> Int {
    let bytes = rb.source.bytes
    var at = at
    var isComment = false
    while at < bytes.count, bytes[at] != UInt8(ascii: "\n") {
      if bytes[at] == UInt8(ascii: "#") { isComment = true }
      if bytes[at] == UInt8(ascii: ";"), !isComment { return at + 1 }
      at += 1
    }
    return min(at + 1, bytes.count)
  }

  private func firstContent(of node: Int32) -> Int? {
    guard let body = rb.child(node, rb.fields.body) else { return nil }
    return rb.range(body).lowerBound
  }

  private func contentEnd(of node: Int32) -> Int {
    var end = rb.range(node).lowerBound
    for child in rb.children(node) where !rb[child].isMissing { end = max(end, rb.range(child).upperBound) }
    return end
  }

  /// Where the word that closes a node starts, with the blanks before it; its end where nothing closes it.
  private func closeStart(of node: Int32, whole: Range<Int>) -> Int {
    let range = rb.range(node)
    let bytes = rb.source.bytes
    guard range.upperBound <= bytes.count else { return range.upperBound }
    var at: Int
    if range.count > 3, rb.source.isText(range.upperBound - 3..<range.upperBound, "end") {
      at = range.upperBound - 3
    } else if bytes[range.lowerBound..<range.upperBound].last == UInt8(ascii: "}") {
      at = range.upperBound - 1
    } else {
      return range.upperBound
    }
    guard at >= contentEnd(of: node) else { return range.upperBound }
    while at > range.lowerBound, bytes[at - 1] <= UInt8(ascii: " ") || bytes[at - 1] == UInt8(ascii: ";") { at -= 1 }
    return at
  }
}
