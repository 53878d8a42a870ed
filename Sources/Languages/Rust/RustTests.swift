import TreeSitter

/// What the attributes of an item say about it.
struct RustAttributes {
  var isTest = false
  var isSkipped = false
  /// Only tests compile it.
  var isForTests = false
  var isFixture = false
  /// The whole function is expected to panic; the attribute's node.
  var shouldPanic: Int32?
}

extension RustSyntax {
  /// What the attributes that stand before an item say.
  ///
  /// - Parameter first: the first of them, or the item itself.
  func attributes(from first: Int32) -> RustAttributes {
    var found = RustAttributes()
    var node = first
    while kind(node) == .attributeItem || isComment(node) {
      if kind(node) == .attributeItem { read(attribute: node, into: &found) }
      let next = next(node)
      guard self[next].parent == self[node].parent else { break }
      node = next
    }
    return found
  }

  private func read(attribute item: Int32, into found: inout RustAttributes) {
    guard let attribute = first(.attribute, in: item), let path = firstPart(attribute) else { return }
    let last = lastName(path)
    if isText(last, "ignore") { found.isSkipped = true }
    if isText(last, "should_panic") { found.shouldPanic = attribute }
    if isText(last, "fixture") { found.isFixture = true }
    if isText(last, "cfg") || isText(last, "cfg_attr") { found.isForTests = mentionsTest(attribute) }
    if RustTests.isTest(source.slice(range(last))) { found.isTest = true }
  }

  /// `cfg(test)`, `cfg(any(test, feature = "x"))`; not `cfg(not(test))`.
  private func mentionsTest(_ attribute: Int32) -> Bool {
    var isNegated = false
    var at = attribute &+ 1
    let end = next(attribute)
    while at < end {
      if kind(at) == .identifier {
        if isText(at, "not") { isNegated = true }
        if isText(at, "test") { return !isNegated }
      }
      at &+= 1
    }
    return false
  }
}

enum RustTests {
  /// The last words of the attributes that make a function a test: of the language, of the runtimes, of the frameworks.
  private static let names: [StaticString] = [
    "test", "rstest", "test_case", "wasm_bindgen_test", "quickcheck", "test_log",
  ]

  static func isTest(_ name: ArraySlice<UInt8>) -> Bool {
    for known in names where known.utf8CodeUnitCount == name.count {
      if zip(name, UnsafeBufferPointer(start: known.utf8Start, count: name.count)).allSatisfy({ $0 == $1 }) {
        return true
      }
    }
    return false
  }
}
