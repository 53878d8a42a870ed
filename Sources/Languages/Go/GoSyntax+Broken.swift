import TreeSitter

extension GoSyntax: FragmentedSyntax {
  func isWhole(_ node: Int32) -> Bool {
    switch kind(node) {
    case .function, .method, .typeDeclaration, .import, .package, .var, .const, .if, .for, .switch, .typeSwitch,
      .select, .return, .go, .defer, .comment:
      !self[node].isMissing
    default: false
    }
  }

  func isComment(_ node: Int32) -> Bool { kind(node) == .comment }
}
