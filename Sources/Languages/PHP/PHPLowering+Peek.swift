import Behaviour
import TreeSitter

extension PHPLowering {
  /// What is known of a value by looking at the expression, without writing it.
  mutating func peek(_ node: Int32, depth: Int = 0) -> Known {
    guard depth < 12 else { return .nothing }
    let node = php.unwrap(node)
    switch kind(node) {
    case .variable, .member, .nullsafeMember, .scopedProperty:
      return place(node).map { known($0, node) } ?? .nothing
    case .assignment, .referenceAssignment:
      return child(node, fields.right).map { peek($0, depth: depth + 1) } ?? .nothing
    case .binary:
      // `$client ?? new Client()`: of the one type, where that is known of one of them.
      guard let mark = child(node, fields.operator), php.isText(mark, "??") else { return .nothing }
      let left = child(node, fields.left).map { peek($0, depth: depth + 1) } ?? .nothing
      if case .nothing = left.what {} else { return left }
      return child(node, fields.right).map { peek($0, depth: depth + 1) } ?? .nothing
    case .new:
      guard let type = php.firstPart(node), php.isName(type), !php.isText(type, "static"), !php.isText(type, "self")
      else { return .nothing }
      let path = typePath(type)
      return path == 0 ? .nothing : Known(what: .result(constructs: true), path: path, certainty: .import)
    case .call:
      guard let callee = child(node, fields.function).map(php.unwrap), php.isName(callee), question(node) == nil else {
        return .nothing
      }
      let path = functionPath(callee)
      return path == 0 ? .nothing : Known(what: .result(constructs: false), path: path, certainty: .import)
    case .memberCall, .nullsafeMemberCall, .scopedCall:
      guard let object = child(node, fields.object) ?? child(node, fields.scope), let name = child(node, fields.name),
        kind(name) == .name
      else { return .nothing }
      let receiver = php.unwrap(object)
      if let place = place(of: name, in: receiver) {
        guard place.path != 0 else { return .nothing }
        return Known(what: .result(constructs: false), path: place.path, certainty: place.certainty)
      }
      let value = peek(receiver, depth: depth + 1)
      let path = core.path(of: range(name), of: value)
      return path == 0 ? .nothing : Known(what: .result(constructs: false), path: path, certainty: value.certainty)
    default: return .nothing
    }
  }
}
