import Behaviour
import TreeSitter

extension CSharpLowering {
  mutating func literal(_ node: Int32, _ role: Role, _ kind: LiteralKind) {
    core.builder.leaf(.literal, role, range(node), name: nameID(node), detail: kind.rawValue)
  }

  /// The bytes of a string between its quotes.
  func inner(_ string: Int32) -> Range<Int> { CSharpText.inner(range(string), in: core.source.bytes) }

  mutating func string(_ node: Int32, _ role: Role) {
    let name = nameID(inner(node))
    core.builder.leaf(.literal, role, range(node), name: name, detail: LiteralKind.string.rawValue)
  }

  /// `$"{count} orders"`: literal parts and expressions, in order.
  mutating func interpolated(_ node: Int32, _ role: Role) {
    guard cs.has(.interpolation, in: node) else { return string(node, role) }
    let name = core.builder.name(Operator.interpolation)
    core.builder.open(.operation, role, range(node), name: name, flags: [.interpolated])
    let inner = inner(node)
    var at = inner.lowerBound
    for part in cs.children(node) where kind(part) == .interpolation {
      let found = range(part)
      if at < found.lowerBound { piece(at..<found.lowerBound) }
      at = max(at, found.upperBound)
      if let value = cs.firstPart(part) { expression(value, .operand) }
    }
    if at < inner.upperBound { piece(at..<inner.upperBound) }
    core.builder.close()
  }

  private mutating func piece(_ range: Range<Int>) {
    core.builder.leaf(.literal, .operand, range, name: nameID(range), detail: LiteralKind.string.rawValue)
  }

  // MARK: - Collections

  /// A collection, of what an initializer lists.
  mutating func collection(_ initializer: Int32?, _ node: Int32, _ role: Role, _ kind: CollectionKind) {
    core.builder.open(.collection, role, range(node), detail: kind.rawValue)
    if let initializer {
      for part in cs.children(initializer) where cs.isPart(part) {
        if kind == .keyed { entry(part) } else { expression(part, .element) }
      }
    }
    core.builder.close()
  }

  /// Whether braces without a type hold entries with keys: `{ ["a"] = 1 }`, `{ { "a", 1 } }`, `{ A = 1 }`.
  func initializerKind(_ node: Int32) -> CollectionKind {
    guard let first = cs.firstPart(node) else { return .list }
    return kind(first) == .assignment || kind(first) == .initializer ? .keyed : .list
  }

  /// `["key"] = value`, `{ "key", value }`, `Name = value`.
  private mutating func entry(_ node: Int32) {
    switch kind(node) {
    case .assignment:
      guard let left = child(node, fields.left), let right = child(node, fields.right) else { return }
      let key = kind(left) == .elementBinding ? cs.firstPart(left).flatMap { cs.value(ofArgument: $0) } : left
      entry(node, key, right)
    case .initializer:
      let parts = cs.parts(node)
      guard parts.count == 2 else { return expressionEntry(node) }
      entry(node, parts[0], parts[1])
    default: expressionEntry(node)
    }
  }

  private mutating func expressionEntry(_ node: Int32) {
    core.builder.open(.argument, .element, range(node))
    expression(node, .value)
    core.builder.close()
  }

  private mutating func entry(_ node: Int32, _ key: Int32?, _ value: Int32) {
    let constant: NameID? =
      switch key.map({ kind($0) }) {
      case .string, .verbatimString, .rawString, .character: key.map { nameID(inner($0)) }
      case .integer, .real: key.map { nameID($0) }
      case .identifier where kind(node) == .assignment && key == child(node, fields.left): key.map { nameID($0) }
      default: nil
      }
    core.builder.open(.argument, .element, range(node), name: constant ?? 0)
    if constant == nil, let key { expression(key, .index) }
    expression(value, .value)
    core.builder.close()
  }

  /// `[first, .. rest]`.
  mutating func listed(_ node: Int32, _ role: Role) {
    core.builder.open(.collection, role, range(node), detail: CollectionKind.list.rawValue)
    for part in cs.given(in: node) {
      guard let value = cs.value(ofArgument: part) else { continue }
      if kind(value) == .range, let sign = cs.children(value).first(where: { _ in true }), kind(sign) == .spread,
        let inner = cs.firstPart(value)
      {
        core.builder.open(.argument, .element, range(part), flags: [.spread])
        expression(inner, .value)
        core.builder.close()
      } else {
        expression(value, .element)
      }
    }
    core.builder.close()
  }

  mutating func tuple(_ node: Int32, _ role: Role) {
    core.builder.open(.collection, role, range(node), detail: CollectionKind.tuple.rawValue)
    for part in cs.children(node) where kind(part) == .argument {
      if let value = cs.value(ofArgument: part) { expression(value, .element) }
    }
    core.builder.close()
  }

  /// `new[] { 1, 2 }`, `new byte[count]`.
  mutating func array(_ node: Int32, _ role: Role) {
    core.builder.open(.collection, role, range(node), detail: CollectionKind.list.rawValue)
    if let initializer = cs.first(.initializer, in: node) {
      for part in cs.children(initializer) where cs.isPart(part) { expression(part, .element) }
    } else if let type = child(node, fields.type), let rank = cs.first(.arrayRank, in: type) {
      // How many there are is not who they are.
      for part in cs.parts(rank) where kind(part) == .call || kind(part) == .await { expression(part, .index) }
    }
    core.builder.close()
  }

  /// `new { order.Id, Total = 3 }`.
  mutating func anonymous(_ node: Int32, _ role: Role) {
    core.builder.open(.collection, role, range(node), detail: CollectionKind.keyed.rawValue)
    var label: Int32?
    let parts = cs.children(node).filter { cs.isPart($0) || kind($0) == .equals }
    for (offset, part) in parts.enumerated() where kind(part) != .equals {
      if offset + 1 < parts.count, kind(parts[offset + 1]) == .equals {
        label = part
        continue
      }
      let own = label ?? (cs.isDotted(part) ? cs.names(part).last : nil)
      let start = label.map { range($0).lowerBound } ?? range(part).lowerBound
      let name = own.map { nameID($0) } ?? 0
      core.builder.open(.argument, .element, start..<range(part).upperBound, name: name)
      expression(part, .value)
      core.builder.close()
      label = nil
    }
    core.builder.close()
  }

  /// `order with { Paid = true }`: all of one object, and what is different.
  mutating func with(_ node: Int32, _ role: Role) {
    core.builder.open(.collection, role, range(node), detail: CollectionKind.keyed.rawValue)
    for part in cs.parts(node) {
      if kind(part) == .withInitializer {
        let sides = cs.parts(part)
        guard let name = sides.first, let value = sides.last, sides.count > 1 else { continue }
        core.builder.open(.argument, .element, range(part), name: nameID(name))
        expression(value, .value)
      } else {
        core.builder.open(.argument, .element, range(part), flags: [.spread])
        expression(part, .value)
      }
      core.builder.close()
    }
    core.builder.close()
  }
}
