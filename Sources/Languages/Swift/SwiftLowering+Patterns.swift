import Behaviour
import TreeSitter

extension SwiftLowering {
  /// Whether a pattern takes every value: `_`, `let name`.
  func takesAnything(_ node: Int32) -> Bool {
    let parts = sw.parts(node)
    guard let last = parts.last, !sw.has(.asWord, in: node), !sw.has(.isWord, in: node),
      !sw.has(.question, in: node)
    else { return false }
    switch kind(last) {
    case .wildcard: return parts.count <= 2
    case .identifier:
      return sw[last].field == fields.boundIdentifier && parts.count == 2 && kind(parts[0]) == .bindingWord
    case .pattern: return parts.count == 1 && takesAnything(last)
    default: return false
    }
  }

  /// Writes what a value is matched against.
  ///
  /// - Parameter isBinding: whether a `let` stands around it, so that plain names take what is there.
  mutating func pattern(_ node: Int32, _ role: Role, isBinding: Bool = false) {
    guard enter(node, role) else { return }
    defer { nesting -= 1 }
    guard kind(node) == .pattern else {
      expression(node, role)
      return
    }
    let parts = sw.parts(node)
    let isBinding = isBinding || parts.contains { kind($0) == .bindingWord }
    if sw.has(.isWord, in: node) || sw.has(.asWord, in: node) {
      core.builder.open(.condition, role, range(node), name: core.builder.name(Operator.isType))
      if let type = parts.last { read(core.place(ofText: sw.typeName(type)), type, .operand) }
      for part in parts.dropLast() where kind(part) == .pattern { pattern(part, .operand, isBinding: isBinding) }
      core.builder.close()
      return
    }
    let rest = parts.filter { kind($0) != .bindingWord }
    guard let first = rest.first else { return }
    if sw[first].field == fields.boundIdentifier {
      boundName(first, role)
    } else if let word = caseName(rest, in: node) {
      casePattern(word, Array(rest.drop { $0 <= word }), node, role, isBinding)
    } else if rest.allSatisfy({ kind($0) == .pattern || kind($0) == .identifier && rest.count > 1 }) {
      if rest.count == 1 {
        pattern(first, role, isBinding: isBinding)
      } else {
        core.builder.open(.collection, role, range(node), detail: CollectionKind.tuple.rawValue)
        for part in rest where kind(part) == .pattern { pattern(part, .element, isBinding: isBinding) }
        core.builder.close()
      }
    } else if kind(first) == .identifier, isBinding {
      boundName(first, role)
    } else if kind(first) == .wildcard {
      core.builder.leaf(.read, role, range(first), name: core.builder.name("_"))
    } else {
      expression(first, role)
    }
  }

  private mutating func boundName(_ node: Int32, _ role: Role) {
    declare(node, isAtTop ? .static : .local)
    read(core.place(range(node)), node, role)
  }

  /// The name of a case of an enumeration: `.paid`, `State.paid`.
  private func caseName(_ parts: [Int32], in node: Int32) -> Int32? {
    guard let first = parts.first else { return nil }
    if kind(first) == .userType { return parts.count > 1 && kind(parts[1]) == .identifier ? parts[1] : nil }
    guard kind(first) == .identifier, range(first).lowerBound > 0,
      core.source.bytes[range(first).lowerBound - 1] == UInt8(ascii: ".")
    else { return nil }
    return first
  }

  private mutating func casePattern(
    _ word: Int32,
    _ rest: [Int32],
    _ node: Int32,
    _ role: Role,
    _ isBinding: Bool
  ) {
    let type = sw.first(.userType, in: node)
    let start = type.map { range($0).lowerBound } ?? range(word).lowerBound - 1
    let bytes = max(range(node).lowerBound, start)..<range(word).upperBound
    let inner = rest.filter { kind($0) == .pattern }
    let isOpen = !inner.isEmpty
    if isOpen { core.builder.open(.condition, role, range(node), name: core.builder.name(Operator.isType)) }
    core.builder.leaf(
      .read,
      isOpen ? .operand : role,
      bytes,
      name: core.name(bytes),
      detail: PlaceKind.static.rawValue
    )
    for part in inner { pattern(part, .operand, isBinding: isBinding) }
    if isOpen { core.builder.close() }
  }

  /// Writes the names that a value is taken apart into.
  mutating func patternTargets(_ node: Int32, _ flags: NodeFlags) {
    guard enter(node, .target) else { return }
    defer { nesting -= 1 }
    switch kind(node) {
    case .identifier, .wildcard:
      if kind(node) == .identifier { declare(node, isAtTop ? .static : .local) }
      core.builder.leaf(
        .read,
        .target,
        range(node),
        name: core.name(sw.bare(node)),
        detail: (isAtTop ? PlaceKind.static : .local).rawValue,
        flags: flags
      )
    case .pattern:
      let parts = sw.parts(node).filter { kind($0) == .pattern || kind($0) == .identifier || kind($0) == .wildcard }
      let patterns = parts.filter { kind($0) == .pattern }
      if patterns.isEmpty {
        for part in parts { patternTargets(part, flags) }
      } else {
        let isTuple = patterns.count > 1 || sw.firstByte(node) == UInt8(ascii: "(")
        for part in patterns { patternTargets(part, isTuple ? flags.union(.destructured) : flags) }
      }
    default: break
    }
  }
}
