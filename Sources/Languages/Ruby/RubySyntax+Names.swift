import TreeSitter

/// Names and members. Ruby does not tell a member that is read from a method that is called without arguments; what a
/// word says of itself decides: `order.total` is read, `order.save` and `order.paid?` are called.
extension RubySyntax {
  /// Whether a node is a name, or names joined by dots and nothing else.
  func isDotted(_ node: Int32) -> Bool {
    guard !self[node].hasError else { return false }
    var node = node
    while true {
      switch kind(node) {
      case .identifier, .constant, .selfWord, .instanceVariable, .classVariable, .globalVariable: return true
      case .scopeResolution:
        guard let scope = child(node, fields.scope) else { return true }
        node = scope
      case .call:
        guard isMember(node), let receiver = child(node, fields.receiver) else { return false }
        node = receiver
      default: return false
      }
    }
  }

  /// Whether a call is read as a member: no arguments, no block, and no word that says that something is done.
  func isMember(_ call: Int32) -> Bool {
    guard !hasArguments(call), let name = methodName(call), child(call, fields.receiver) != nil else { return false }
    return !namesDeed(name)
  }

  /// Whether a method's name says that calling it does something, or asks for something.
  func namesDeed(_ name: Int32) -> Bool {
    let range = range(name)
    guard let last = source.slice(range).last else { return false }
    if last == UInt8(ascii: "!") || last == UInt8(ascii: "?") { return true }
    return RubyWords.deeds.contains(range, in: source)
  }

  /// Whether a dotted name is written with dots alone, so that its text is the name.
  func isSolid(_ node: Int32) -> Bool {
    let range = range(node)
    guard range.upperBound <= source.bytes.count else { return false }
    return source.bytes.withUnsafeBufferPointer { bytes in
      for at in range {
        switch bytes[at] {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "!"),
          UInt8(ascii: "?"), 0x80...:
          continue
        default: return false
        }
      }
      return true
    }
  }

  /// Appends a dotted name: what the object itself holds is written as its member, `@total` as `self.total`.
  func appendDotted(_ node: Int32, to buffer: inout [UInt8]) {
    let end = next(node)
    var at = node
    while at < end, buffer.count < LoweringCore.textLimit {
      switch kind(at) {
      case .instanceVariable, .classVariable:
        buffer.append(contentsOf: "self.".utf8)
        buffer.append(contentsOf: source.slice(range(at)).drop { $0 == UInt8(ascii: "@") })
      case .globalVariable:
        buffer.append(contentsOf: source.slice(range(at)).drop { $0 == UInt8(ascii: "$") })
      case .identifier, .constant, .selfWord:
        if at != node, !buffer.isEmpty { buffer.append(UInt8(ascii: ".")) }
        buffer.append(contentsOf: source.slice(range(at)))
      default: break
      }
      at &+= 1
    }
  }

  /// A dotted name as text.
  func dotted(_ node: Int32) -> String {
    var buffer: [UInt8] = []
    appendDotted(node, to: &buffer)
    return String(decoding: buffer.prefix(LoweringCore.textLimit), as: UTF8.self)
  }

  /// The name that a dotted name starts with.
  func root(_ node: Int32) -> Int32 {
    var at = node
    while kind(at) == .call || kind(at) == .scopeResolution {
      guard let inner = child(at, kind(at) == .call ? fields.receiver : fields.scope) else { break }
      at = inner
    }
    return at
  }

  /// The last name of a dotted one.
  func lastName(_ node: Int32) -> Int32 {
    switch kind(node) {
    case .call: child(node, fields.method) ?? node
    case .scopeResolution: child(node, fields.name) ?? node
    default: node
    }
  }

  /// Whether a node is a constant or a path of them: `Net::HTTP`.
  func isConstantPath(_ node: Int32) -> Bool { kind(node) == .constant || kind(node) == .scopeResolution }

  /// Whether any link of a chain is skipped where the receiver is absent.
  func isSafe(_ call: Int32) -> Bool {
    guard let mark = child(call, fields.operator) else { return false }
    return token(mark) == .safe
  }
}
