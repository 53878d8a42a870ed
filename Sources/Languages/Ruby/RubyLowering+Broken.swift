import Behaviour
import TreeSitter

extension RubyLowering: FragmentLowering {
  var syntax: RubySyntax { rb }

  @discardableResult
  mutating func statement(_ node: Int32) -> Bool { statement(node, .discarded) }

  /// Whether what a node holds is written statement by statement, with what is broken among them.
  func looksForItself(_ node: Int32) -> Bool {
    switch kind(node) {
    case .bodyStatement, .blockBody, .then, .do, .else, .ensure: true
    case .begin: rb[node].hasError
    default: false
    }
  }
}
