import Behaviour

extension KotlinOutline {
  /// What a file is, by its path and its head.
  static func traits(of source: Source) -> FileTraits {
    var traits = FileTraits(path: source.path)
    let parts = source.path.split(separator: "/")
    let name = parts.last ?? ""
    let stem = name.prefix { $0 != "." }
    if ["Test", "Tests", "Spec", "IT", "TestCase"].contains(where: { stem.hasSuffix($0) && stem != $0 }) {
      traits.insert(.test)
    }
    // `src/commonTest/kotlin`, `src/testFixtures/kotlin`
    if parts.dropLast().contains(where: { $0.hasSuffix("Test") || $0.hasPrefix("testFixtures") }) {
      traits.insert(.test)
    }
    if FileTraits.areGenerated(source.bytes) { traits.insert(.generated) }
    if name.hasSuffix(".kts") { traits.insert(.script) }
    if name.hasSuffix(".gradle.kts") { traits.insert(.oneOff) }
    return traits
  }
}

extension KotlinSyntax {
  /// What stands between the braces of a type, a function literal, an initializer, without the blanks at its ends: a
  /// line's end before the closing brace is needed there.
  func bodyRange(_ node: Int32) -> Range<Int> {
    let bytes = source.bytes
    let whole = range(node)
    guard whole.upperBound <= bytes.count else { return whole }
    var start = whole.lowerBound
    while start < whole.upperBound, bytes[start] != UInt8(ascii: "{") { start += 1 }
    start = min(start + 1, whole.upperBound)
    if kind(node) == .enumBody, let member = firstMember(ofEnum: node) {
      start = max(start, range(member).lowerBound)
    } else if kind(node) == .lambda, let list = first(.lambdaParameters, in: node) {
      start = max(start, range(list).upperBound)
      while start < whole.upperBound, bytes[start] != UInt8(ascii: ">") { start += 1 }
      start = min(start + 1, whole.upperBound)
    }
    var end = whole.upperBound
    if end > start, bytes[end - 1] == UInt8(ascii: "}") { end -= 1 }
    while end > start, bytes[end - 1] <= UInt8(ascii: " ") { end -= 1 }
    return start..<max(start, end)
  }

  /// The first member behind the entries of an enumeration.
  private func firstMember(ofEnum body: Int32) -> Int32? {
    parts(body).first { kind($0) != .enumEntry }
  }
}
