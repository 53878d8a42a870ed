import Behaviour
import TreeSitter

extension CSharpLowering {
  /// Writes the statements at top level, and what the fields of types start with.
  mutating func topLevel(of node: Int32, prefix: String, depth: Int) {
    guard depth < CSharpOutliner.depthLimit else { return core.unknown(.statement, node) }
    var run: [Int32] = []
    for child in cs.children(node) {
      switch kind(child) {
      case .globalStatement:
        // Together: what one of them holds is held for those behind it.
        if let statement = cs.firstPart(child) { run.append(statement) }
      case .namespace, .fileNamespace, .declarationList, .preprocIf, .preprocElif, .preprocElse:
        topLevel(of: child, prefix: prefix, depth: depth + 1)
      case .class, .struct, .record, .interface: type(child, prefix: prefix, depth: depth)
      default:
        if cs[child].isError || cs[child].isMissing { brokenTopLevel(child, prefix: prefix, depth: depth) }
      }
    }
    guard !run.isEmpty else { return }
    _ = statements(run, until: range(node).upperBound)
  }

  /// Text that does not parse: what in it is a declaration is read as one.
  private mutating func brokenTopLevel(_ node: Int32, prefix: String, depth: Int) {
    for fragment in cs.fragments(of: node) {
      switch fragment {
      case .statement(let inner):
        switch kind(inner) {
        case .class, .struct, .record, .interface: type(inner, prefix: prefix, depth: depth)
        case .namespace, .fileNamespace, .declarationList, .globalStatement:
          topLevel(of: inner, prefix: prefix, depth: depth + 1)
        case .method, .constructor, .property, .field, .usingDirective, .delegateDeclaration, .enum: break
        default: statement(inner)
        }
      case .stray(let range, let nodes): stray(range, nodes)
      }
    }
  }

  /// A type's fields with values. Its members are units of their own.
  private mutating func type(_ node: Int32, prefix: String, depth: Int) {
    guard depth < CSharpOutliner.depthLimit, let body = child(node, fields.body) ?? cs.first(.declarationList, in: node)
    else { return }
    let name = child(node, fields.name).map { cs.text($0) } ?? ""
    members(of: body, of: prefix + name, depth: depth + 1)
  }

  private mutating func members(of body: Int32, of type: String, depth: Int) {
    guard depth < CSharpOutliner.depthLimit else { return core.unknown(.statement, body) }
    for member in cs.children(body) {
      switch kind(member) {
      case .field, .eventField:
        guard let declaration = cs.first(.variableDeclaration, in: member) else { continue }
        let isStatic = cs.has(modifier: "static", in: member) || cs.has(modifier: "const", in: member)
        for declarator in cs.children(declaration) where kind(declarator) == .declarator {
          guard let name = child(declarator, fields.name), let value = initialValue(of: declarator) else { continue }
          field(declarator, name, child(declaration, fields.type), value, of: type, isStatic: isStatic)
        }
      case .property:
        guard let name = child(member, fields.name), let value = child(member, fields.value), kind(value) != .arrow
        else { continue }
        let isStatic = cs.has(modifier: "static", in: member)
        field(member, name, child(member, fields.type), value, of: type, isStatic: isStatic)
      case .class, .struct, .record, .interface: self.type(member, prefix: type + ".", depth: depth)
      case .preprocIf, .preprocElif, .preprocElse, .declarationList: members(of: member, of: type, depth: depth + 1)
      default:
        if cs[member].isError || cs[member].isMissing {
          brokenTopLevel(member, prefix: type + ".", depth: depth)
        }
      }
    }
  }

  /// What a field starts with. It is named with its type: there is no object yet.
  private mutating func field(
    _ node: Int32,
    _ name: Int32,
    _ declared: Int32?,
    _ value: Int32,
    of type: String,
    isStatic: Bool
  ) {
    guard enter(node, .statement) else { return }
    defer { nesting -= 1 }
    core.builder.open(.assign, .statement, range(node), flags: [.declares])
    let target = isStatic ? nameID(name) : core.builder.name(type + "." + cs.text(name))
    let place = isStatic ? PlaceKind.static : .field
    core.builder.leaf(.read, .target, range(name), name: target, detail: place.rawValue)
    impliedType = declared ?? -1
    expression(value, .value)
    impliedType = -1
    core.builder.close()
  }
}
