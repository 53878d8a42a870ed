import Behaviour
import TreeSitter

extension SwiftLowering {
  /// Writes that text stands here which does not parse, with what can be read inside of it.
  mutating func broken(_ node: Int32) {
    core.builder.open(.unknown, .statement, range(node), flags: [.broken])
    if sw[node].isError {
      for part in sw.children(node) where isStatement(part) {
        switch kind(part) {
        case .modifiers, .bindingWord, .typeAnnotation, .userType, .typeIdentifier, .parameter, .tryOperator,
          .throwWord, .whereWord, .defaultWord, .functionBody, .typeBody, .navigationSuffix, .callSuffix, .catchBlock,
          .switchEntry, .switchPattern, .pattern, .attribute, .throwsWord, .typeArguments, .inheritance, .bang:
          if sw[part].isNamed { inside(part) }
        default: statement(part)
        }
      }
    }
    core.builder.close()
  }

  /// Writes the statements that stand somewhere below a part which is none itself.
  private mutating func inside(_ node: Int32) {
    guard enter(node, .statement) else { return }
    defer { nesting -= 1 }
    for part in sw.children(node) where kind(part) == .statements { statements(of: part) }
  }

  /// Writes what does not parse in a statement, but for the blocks in it, below the node that was written for it.
  ///
  /// - Parameter start: how many nodes there were before that statement.
  mutating func damage(in node: Int32, since start: Int) {
    let found = brokenParts(of: node)
    guard !found.isEmpty else { return }
    let isOpen = core.builder.count > start && core.builder.reopen(NodeIndex(truncatingIfNeeded: start))
    for part in found { statement(part) }
    if isOpen { core.builder.close() }
  }

  /// The outermost nodes that do not parse or are not there, outside of the blocks of a statement.
  func brokenParts(of node: Int32) -> [Int32] {
    guard sw[node].hasError else { return [] }
    var found: [Int32] = []
    let end = sw.next(node)
    var at = node &+ 1
    while at < end {
      let part = sw[at]
      if part.isError || part.isMissing {
        if sw.isDamage(at) { found.append(at) }
        at = part.next
      } else if !part.hasError || kind(at) == .statements {
        at = part.next
      } else {
        at &+= 1
      }
    }
    return found
  }

  /// Writes a construct that has no meaning here, with what is understood inside of it.
  mutating func unknownConstruct(_ node: Int32, _ role: Role) {
    core.builder.open(.unknown, role, range(node), flags: sw[node].hasError ? [.broken] : [])
    for part in sw.parts(node) { statement(part) }
    core.builder.close()
  }
}
