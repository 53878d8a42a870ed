import Behaviour
import TreeSitter

/// The code at top level: that of a script, and the values that names and fields start with.
extension SwiftOutline {
  /// Whether anything but definitions, imports, constants and new objects stands outside of functions, or might.
  func acts() -> Bool {
    var at: Int32 = 0
    let end = Int32(truncatingIfNeeded: sw.nodes.count)
    while at < end {
      let node = sw[at]
      switch sw.kinds[node.kind] {
      case .function, .initializer, .deinitializer, .subscript, .computedProperty, .observers, .modifiers, .attribute,
        .parameter, .enumEntry, .typeAlias, .macro, .import, .protocol, .lambda, .operator, .precedenceGroup,
        .typeParameters, .typeConstraints, .inheritance, .macroUse:
        at = node.next
      case .call:
        if !constructs(at) { return true }
        at &+= 1
      case .assignment, .if, .guard, .switch, .for, .while, .repeatWhile, .do, .transfer, .try, .awaited: return true
      default:
        if node.isError || node.isMissing, sw.isDamage(at) { return true }
        at &+= 1
      }
    }
    return false
  }

  /// Whether a call makes an object, as far as its name tells, or takes an element.
  private func constructs(_ call: Int32) -> Bool {
    guard let callee = sw.firstPart(call) else { return false }
    switch sw.kind(callee) {
    case .array, .dictionary, .prefix: return true
    case .identifier, .navigation:
      guard sw.isDotted(callee), let last = sw.names(callee).last else { return false }
      if sw.isText(last, "init") { return true }
      let first = sw.firstByte(last)
      return first >= UInt8(ascii: "A") && first <= UInt8(ascii: "Z")
    default: return false
    }
  }
}
