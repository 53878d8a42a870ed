import Behaviour
import TreeSitter

extension SwiftLowering {
  mutating func literal(_ node: Int32, _ role: Role, _ kind: LiteralKind) {
    core.builder.leaf(.literal, role, range(node), name: core.name(node), detail: kind.rawValue)
  }

  /// The bytes of a string between its quotes.
  func inner(_ string: Int32) -> Range<Int> { SwiftText.inner(range(string), in: core.source.bytes) }

  func isInterpolated(_ node: Int32) -> Bool {
    sw.has(.interpolation, in: node) || sw.has(.rawInterpolation, in: node)
  }

  mutating func string(_ node: Int32, _ role: Role) -> Known {
    let inner = inner(node)
    let text = Known(what: .value(core.scope.symbol("String")), certainty: .constructor)
    guard isInterpolated(node) else {
      core.builder.leaf(.literal, role, range(node), name: core.name(inner), detail: LiteralKind.string.rawValue)
      return text
    }
    let name = core.builder.name(Operator.interpolation)
    core.builder.open(.operation, role, range(node), name: name, flags: [.interpolated])
    var at = inner.lowerBound
    for part in sw.children(node) where kind(part) == .interpolation || kind(part) == .rawInterpolation {
      // A sign, and a bracket, stand before the expression, and a bracket behind it.
      let start = textEnd(before: range(part).lowerBound, from: at)
      if at < start { piece(at..<start) }
      at = min(inner.upperBound, range(part).upperBound)
      let values = kind(part) == .rawInterpolation ? sw.parts(part).flatMap(sw.parts) : sw.parts(part)
      for value in values where kind(value) != .argumentLabel { expression(value, .operand) }
      if at < inner.upperBound, core.source.bytes[at] == UInt8(ascii: ")") { at += 1 }
    }
    if at < inner.upperBound { piece(at..<inner.upperBound) }
    core.builder.close()
    return text
  }

  /// Where the text before an interpolation ends: at its backslash.
  private func textEnd(before start: Int, from: Int) -> Int {
    var end = start
    while end > from, core.source.bytes[end - 1] != UInt8(ascii: "\\") { end -= 1 }
    return end > from ? end - 1 : from
  }

  private mutating func piece(_ range: Range<Int>) {
    core.builder.leaf(.literal, .operand, range, name: core.name(range), detail: LiteralKind.string.rawValue)
  }

  // MARK: - Collections

  mutating func collection(_ node: Int32, _ role: Role, _ collectionKind: CollectionKind) {
    core.builder.open(.collection, role, range(node), detail: collectionKind.rawValue)
    for part in sw.parts(node) { expression(part, .element) }
    core.builder.close()
  }

  mutating func tuple(_ node: Int32, _ role: Role) {
    core.builder.open(.collection, role, range(node), detail: CollectionKind.tuple.rawValue)
    var label: Int32?
    for part in sw.parts(node) where kind(part) != .bang {
      if sw[part].field == fields.name {
        label = part
        continue
      }
      if let name = label {
        core.builder.open(.argument, .element, range(name).lowerBound..<range(part).upperBound, name: core.name(name))
        expression(part, .value)
        core.builder.close()
      } else {
        expression(part, .element)
      }
      label = nil
    }
    core.builder.close()
  }

  mutating func dictionary(_ node: Int32, _ role: Role) {
    core.builder.open(.collection, role, range(node), detail: CollectionKind.keyed.rawValue)
    var key: Int32?
    for part in sw.parts(node) {
      if sw[part].field == fields.key {
        key = sw.unwrap(part)
        continue
      }
      guard let name = key else { continue }
      key = nil
      let constant = constantKey(name)
      let bytes = range(name).lowerBound..<range(part).upperBound
      core.builder.open(.argument, .element, bytes, name: constant ?? 0)
      if constant == nil { expression(name, .index) }
      expression(part, .value)
      core.builder.close()
    }
    core.builder.close()
  }

  private mutating func constantKey(_ node: Int32) -> NameID? {
    switch kind(node) {
    case .string: isInterpolated(node) ? nil : core.name(inner(node))
    case .integer: core.name(node)
    case .prefix where prefixMark(node) == UInt8(ascii: "."): child(node, fields.target).map { core.name($0) }
    default: nil
    }
  }
}

enum SwiftText {
  /// The bytes of a string literal without signs and quotes; where it is not closed, all behind the opening ones.
  static func inner(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return 0..<0 }
    var start = range.lowerBound
    var end = range.upperBound
    var signs = 0
    while start < end, bytes[start] == UInt8(ascii: "#") {
      start += 1
      signs += 1
    }
    while signs > 0, end > start, bytes[end - 1] == UInt8(ascii: "#") {
      end -= 1
      signs -= 1
    }
    var quotes = 0
    while quotes < 3, start < end, bytes[start] == UInt8(ascii: "\"") {
      start += 1
      quotes += 1
    }
    if quotes == 2 { return start - 1..<start - 1 }
    while quotes > 0, end > start, bytes[end - 1] == UInt8(ascii: "\"") {
      end -= 1
      quotes -= 1
    }
    return start..<end
  }
}
