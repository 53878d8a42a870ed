import Behaviour
import TreeSitter

extension JavaScriptLowering {
  /// A class among statements: its decorators, what its fields start with, and the methods that are no units.
  mutating func classBody(of node: Int32) {
    for child in js.children(node) where kind(child) == .decorator { decorator(child) }
    guard let body = js.child(node, fields.body) else { return }
    for member in js.children(body) where js.syntax[member].isNamed {
      switch kind(member) {
      case .method:
        guard units[member] == nil else { continue }
        closure(member, .statement)
      case .field, .publicField: field(member)
      case .staticBlock:
        if let block = js.child(member, fields.body) { statements(of: block) }
      case .comment, .decorator: continue
      default:
        if js.syntax[member].isError { unknown(.statement, member) }
      }
    }
  }

  private mutating func field(_ node: Int32) {
    guard let value = js.child(node, fields.value) else { return }
    let plain = js.unwrap(value)
    guard units[plain] == nil else { return }
    for child in js.children(node) where kind(child) == .decorator { decorator(child) }
    builder.open(.assign, .statement, range(node), flags: .declares)
    if let name = js.name(ofMember: node) {
      let place = PlaceKind.field.rawValue
      builder.leaf(.read, .target, name.range, name: builder.name("this." + name.text), detail: place)
    }
    expression(value, .value)
    builder.close()
  }

  /// A class as a value holds its methods by their names.
  mutating func classExpression(_ node: Int32, _ role: Role) {
    builder.open(.collection, role, range(node), detail: CollectionKind.keyed.rawValue)
    guard let body = js.child(node, fields.body) else { return builder.close() }
    for member in js.children(body) where js.syntax[member].isNamed {
      guard let name = js.name(ofMember: member) else { continue }
      switch kind(member) {
      case .method:
        builder.open(.argument, .element, range(member), name: builder.name(name.text))
        closure(member, .value)
        builder.close()
      case .field, .publicField:
        guard let value = js.child(member, fields.value) else { continue }
        builder.open(.argument, .element, range(member), name: builder.name(name.text))
        expression(value, .value)
        builder.close()
      default: continue
      }
    }
    builder.close()
  }
}
