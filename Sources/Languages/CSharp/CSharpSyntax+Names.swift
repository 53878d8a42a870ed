import TreeSitter

extension CSharpSyntax {
  /// Whether a node is a name, or names joined by dots and nothing else but what changes nothing at run time: `a.b`,
  /// `a?.b`, `a!.b`, `List<int>.b`, `this.b`.
  func isDotted(_ node: Int32) -> Bool {
    guard !self[node].hasError else { return false }
    var node = unwrap(node)
    while true {
      switch kind(node) {
      case .member:
        guard let inner = child(node, fields.expression) else { return false }
        node = unwrap(inner)
      case .conditionalAccess:
        guard let inner = child(node, fields.condition), has(.memberBinding, in: node) else { return false }
        node = unwrap(inner)
      case .qualifiedName:
        guard let inner = child(node, fields.qualifier) else { return false }
        node = inner
      case .identifier, .this, .base, .genericName, .predefined, .aliasQualified: return !self[node].isMissing
      default: return false
      }
    }
  }

  /// The names of a dotted name, first to last: each a name without its type arguments.
  func names(_ node: Int32) -> [Int32] {
    var found: [Int32] = []
    var node = unwrap(node)
    while true {
      switch kind(node) {
      case .member:
        if let name = child(node, fields.name) { found.append(plain(name)) }
        guard let inner = child(node, fields.expression) else { return found.reversed() }
        node = unwrap(inner)
      case .conditionalAccess:
        if let binding = first(.memberBinding, in: node), let name = child(binding, fields.name) {
          found.append(plain(name))
        }
        guard let inner = child(node, fields.condition) else { return found.reversed() }
        node = unwrap(inner)
      case .qualifiedName:
        if let name = child(node, fields.name) { found.append(plain(name)) }
        guard let inner = child(node, fields.qualifier) else { return found.reversed() }
        node = inner
      case .aliasQualified:
        if let name = child(node, fields.name) { found.append(plain(name)) }
        return found.reversed()
      default:
        found.append(plain(node))
        return found.reversed()
      }
    }
  }

  /// A name without its type arguments.
  func plain(_ name: Int32) -> Int32 { kind(name) == .genericName ? first(.identifier, in: name) ?? name : name }

  /// The types that a generic name is given.
  func typeArguments(of callee: Int32) -> [Int32] {
    var name = callee
    if kind(callee) == .member { name = child(callee, fields.name) ?? callee }
    if kind(callee) == .conditionalAccess, let binding = first(.memberBinding, in: callee) {
      name = child(binding, fields.name) ?? callee
    }
    guard kind(name) == .genericName, let list = first(.typeArguments, in: name) else { return [] }
    return parts(list)
  }

  /// Whether a dotted name's text is the name: no blanks, no type arguments, no `?` or `!`.
  func isSolid(_ node: Int32) -> Bool {
    let range = range(node)
    return range.upperBound <= source.bytes.count
      && source.bytes.withUnsafeBufferPointer { bytes in
        for at in range where !CSharpText.isNameByte(bytes[at]) && bytes[at] != UInt8(ascii: ".") { return false }
        return true
      }
  }

  /// A dotted name without blanks and type arguments.
  func dotted(_ node: Int32) -> String {
    isSolid(node) ? text(node) : names(node).map { text($0) }.joined(separator: ".")
  }

  /// The member that hangs on an expression, and that expression: `(expression).member`, `(expression)?.member`.
  func member(_ node: Int32) -> (object: Int32, name: Int32, isOptional: Bool)? {
    switch kind(node) {
    case .member:
      guard let object = child(node, fields.expression), let name = child(node, fields.name) else { return nil }
      return (object, plain(name), false)
    case .conditionalAccess:
      guard let object = child(node, fields.condition), let binding = first(.memberBinding, in: node),
        let name = child(binding, fields.name)
      else { return nil }
      return (object, plain(name), true)
    default: return nil
    }
  }

  /// Whether nothing happens in a chain of members where what it hangs on is absent.
  func isOptional(_ node: Int32) -> Bool {
    var node = unwrap(node)
    while true {
      switch kind(node) {
      case .conditionalAccess: return true
      case .member:
        guard let inner = child(node, fields.expression) else { return false }
        node = unwrap(inner)
      default: return false
      }
    }
  }
}

enum CSharpText {
  static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }

  static func isUpper(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") }

  /// The bytes of a string literal without its prefix and quotes; where it is not closed, all behind them.
  static func inner(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return 0..<0 }
    var start = range.lowerBound
    while start < range.upperBound, bytes[start] == UInt8(ascii: "$") || bytes[start] == UInt8(ascii: "@") {
      start += 1
    }
    guard start < range.upperBound else { return range }
    let quote = bytes[start]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return range }
    var count = 0
    while start + count < range.upperBound, bytes[start + count] == quote { count += 1 }
    if count < 3 { count = 1 }
    start += count
    var end = range.upperBound
    // `"text"u8`.
    if count == 1, end - start >= 3, bytes[end - 1] == UInt8(ascii: "8"), bytes[end - 3] == quote { end -= 2 }
    var closing = 0
    while closing < count, end > start, bytes[end - 1] == quote {
      end -= 1
      closing += 1
    }
    return start..<(closing == count ? end : max(start, range.upperBound))
  }
}
