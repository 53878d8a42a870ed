import Behaviour
import TreeSitter

extension SwiftLowering: SyntaxLowering {
  var syntax: SwiftSyntax { sw }

  func looksForItself(_ node: Int32) -> Bool { kind(node) == .statements }

  func isDamage(_ node: Int32) -> Bool { sw.isDamage(node) }

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
}
