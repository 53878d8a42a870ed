import Behaviour
import TreeSitter

extension JavaScriptOutliner {
  /// What methods need to know of their class.
  func owner(_ node: Int32, named name: String) -> Owner {
    var fields = FieldList()
    if let body = js.child(node, self.fields.body) {
      for member in js.children(body) where js.syntax[member].isNamed { collect(member, &fields) }
    }
    var owner = Owner(
      name: name,
      bases: bases(of: node),
      fields: fields.fields,
      marks: marks(of: node)
    )
    owner.notes = decorators(of: node).compactMap { Owner.note(js.text($0)) }
    return owner
  }

  /// The names of the decorators of a class, which stand in it or in the export around it.
  private func decorators(of node: Int32) -> [Int32] {
    let parent = js.syntax[node].parent
    let around = parent >= 0 && kind(parent) == .exportStatement ? Array(js.children(parent)) : []
    return (around + Array(js.children(node))).filter { kind($0) == .decorator }
  }

  private func marks(of node: Int32) -> [String] {
    decorators(of: node).map { decorator in
      String(js.text(decorator).prefix(80).drop { $0 == "@" }.prefix { $0 != "(" })
    }
  }

  /// The fields found so far, in their order.
  private struct FieldList {
    var fields: [Owner.Field] = []
    private var places: [String: Int] = [:]

    mutating func mark(_ name: String, _ marks: [String]) {
      if !marks.isEmpty, let place = places[name] { fields[place].marks += marks }
    }

    mutating func add(_ name: String, _ known: KnownPath?) {
      let field = Owner.Field(name: name, type: known?.path, certainty: known?.certainty ?? .nameOnly)
      guard let place = places[name] else {
        places[name] = fields.count
        fields.append(field)
        return
      }
      let old = fields[place]
      if old.type == nil {
        fields[place] = field
      } else if old.certainty != .declaredType, let type = field.type, type != old.type {
        // Two kinds of values: nobody knows which one is there.
        fields[place] = Owner.Field(name: name, type: nil, certainty: .declaredType)
      }
    }
  }

  private func bases(of node: Int32) -> [String] {
    guard let heritage = js.children(node).first(where: { kind($0) == .classHeritage }) else { return [] }
    var bases: [String] = []
    for part in js.children(heritage) where js.syntax[part].isNamed {
      switch kind(part) {
      case .extendsClause:
        if let value = js.child(part, fields.value) { bases.append(base(value)) }
      case .implementsClause:
        for type in js.children(part) where js.syntax[type].isNamed && kind(type) != .comment {
          bases.append(known(type: type) ?? js.namedType(type).map { js.text($0) } ?? js.text(type))
        }
      case .comment, .typeArguments: continue
      default: bases.append(base(part))
      }
    }
    return bases
  }

  private func base(_ value: Int32) -> String { known(value, depth: 0)?.path ?? js.text(value) }

  private func collect(_ member: Int32, _ found: inout FieldList) {
    guard let name = js.name(ofMember: member)?.text else { return }
    switch kind(member) {
    case .field, .publicField:
      found.add(name, declaredOrMade(js.child(member, fields.type), js.child(member, fields.value)))
      found.mark(
        name,
        js.children(member).filter { kind($0) == .decorator }.compactMap { Owner.note(js.text($0)) }
      )
    case .method:
      let parameters = js.child(member, fields.parameters).map { types(of: $0, &found) } ?? [:]
      guard let body = js.child(member, fields.body) else { return }
      assignments(in: body, name == "constructor" ? parameters : [:], &found)
    default: break
    }
  }

  private func declaredOrMade(_ type: Int32?, _ value: Int32?) -> KnownPath? {
    if let type, let path = known(type: type) {
      return KnownPath(path: path, certainty: .declaredType, isItself: false)
    }
    guard let value, let known = known(value, depth: 0) else { return nil }
    return known
  }

  /// The declared types of parameters; those that are fields as well are added to them.
  private func types(of parameters: Int32, _ found: inout FieldList) -> [String: KnownPath] {
    var types: [String: KnownPath] = [:]
    for parameter in js.children(parameters) {
      guard kind(parameter) == .requiredParameter || kind(parameter) == .optionalParameter,
        let pattern = js.child(parameter, fields.pattern), kind(pattern) == .identifier
      else { continue }
      let known = declaredOrMade(js.child(parameter, fields.type), nil)
      if let known { types[js.text(pattern)] = known }
      if isField(parameter) { found.add(js.text(pattern), known) }
    }
    return types
  }

  /// `constructor(private readonly http: Http)`.
  private func isField(_ parameter: Int32) -> Bool {
    js.children(parameter).contains {
      kind($0) == .accessibilityModifier || kind($0) == .overrideModifier
        || !js.syntax[$0].isNamed && js.isText($0, "readonly")
    }
  }

  /// `this.client = …` anywhere in a method.
  private func assignments(in body: Int32, _ parameters: [String: KnownPath], _ found: inout FieldList) {
    var at = body &+ 1
    let end = js.syntax[body].next
    while at < end {
      if kind(at) == .assignment, let left = js.child(at, fields.left), kind(left) == .member,
        let object = js.child(left, fields.object), kind(object) == .this,
        let property = js.child(left, fields.property), let value = js.child(at, fields.right)
      {
        let plain = js.unwrap(value)
        if kind(plain) == .identifier {
          found.add(js.text(property), parameters[js.text(plain)] ?? known(plain, depth: 0))
        } else {
          found.add(js.text(property), known(value, depth: 0))
        }
      }
      at &+= 1
    }
  }
}
