import Behaviour
import TreeSitter

extension JavaScriptLowering {
  mutating func literal(_ node: Int32, _ role: Role) {
    let literal: LiteralKind =
      switch kind(node) {
      case .string, .template: .string
      case .number: isFloat(node) ? .float : .integer
      case .true: .true
      case .false: .false
      case .null, .undefined: .null
      default: .other
      }
    let isSpelled = literal == .string || literal == .integer || literal == .float || literal == .other
    let name = isSpelled ? name(js.inner(node)) : 0
    builder.leaf(.literal, role, range(node), name: name, detail: literal.rawValue)
  }

  private func isFloat(_ number: Int32) -> Bool {
    let bytes = js.slice(number)
    guard !bytes.starts(with: "0x".utf8), !bytes.starts(with: "0X".utf8) else { return false }
    return bytes.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E") }
  }

  /// A template string: a constant, or built from parts.
  mutating func template(_ node: Int32, _ role: Role) {
    let inner = js.inner(node)
    let substitutions = js.children(node).filter { kind($0) == .templateSubstitution }
    guard !substitutions.isEmpty else { return literal(node, role) }
    let name = builder.name(Operator.interpolation)
    builder.open(.operation, role, range(node), name: name, flags: .interpolated)
    var start = inner.lowerBound
    for substitution in substitutions {
      text(start..<range(substitution).lowerBound)
      if let value = js.firstNamed(substitution) { expression(value, .operand) }
      start = range(substitution).upperBound
    }
    text(start..<max(start, inner.upperBound))
    builder.close()
  }

  private mutating func text(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    builder.leaf(.literal, .operand, range, name: name(range), detail: LiteralKind.string.rawValue)
  }

  // MARK: - Collections

  mutating func array(_ node: Int32, _ role: Role) {
    builder.open(.collection, role, range(node), detail: CollectionKind.list.rawValue)
    var known: [KnownValue] = []
    var isCounted = true
    for element in js.children(node) where js.syntax[element].isNamed && kind(element) != .comment {
      if kind(element) == .spread {
        isCounted = false
        entry(element)
      } else {
        known.append(expression(element, .element))
      }
    }
    builder.close()
    elements = isCounted ? known : []
  }

  mutating func object(_ node: Int32, _ role: Role) {
    builder.open(.collection, role, range(node), detail: CollectionKind.keyed.rawValue)
    for entry in js.children(node) where js.syntax[entry].isNamed { self.entry(entry) }
    builder.close()
  }

  private mutating func entry(_ node: Int32) {
    switch kind(node) {
    case .pair:
      openEntry(node)
      if let value = js.child(node, fields.value) { expression(value, .value) }
      builder.close()
    case .shorthand:
      builder.open(.argument, .element, range(node), name: name(node))
      read(node, .value, [])
      builder.close()
    case .spread:
      builder.open(.argument, .element, range(node), flags: .spread)
      if let value = js.firstNamed(node) { expression(value, .value) }
      builder.close()
    case .method:
      openEntry(node)
      closure(node, .value)
      builder.close()
    case .comment: break
    default: unknown(.element, node)
    }
  }

  private mutating func openEntry(_ node: Int32) {
    let key = js.child(node, fields.key) ?? js.child(node, fields.name)
    guard let key else {
      builder.open(.argument, .element, range(node))
      return
    }
    if kind(key) == .computedName {
      builder.open(.argument, .element, range(node))
      if let index = js.firstNamed(key) { expression(index, .index) }
    } else {
      builder.open(.argument, .element, range(node), name: name(js.inner(key)))
    }
  }
}
