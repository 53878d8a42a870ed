import Behaviour
import TreeSitter

extension PythonLowering {
  /// The canonical path of a declared type, 0 where it does not resolve: of `Optional[X]`, `X | None`, `"X"` and
  /// `Annotated[X, …]` that of `X`, of `list[X]` that of `list`.
  mutating func declaredType(_ node: Int32) -> NameScope.Symbol {
    let path = declaredPath(node)
    return path == 0 ? 0 : symbol(ofName: path)
  }

  mutating func declaredPath(_ node: Int32, depth: Int = 0) -> NameID {
    guard depth < 8 else { return 0 }
    let node = py.unwrap(node)
    switch kind(node) {
    case .type: return py.firstPart(node).map { declaredPath($0, depth: depth + 1) } ?? 0
    case .identifier, .attribute: return py.isDotted(node) ? core.place(type: node, py) : 0
    case .memberType: return core.place(type: node, py)
    case .string:
      let text = core.source.text(inner(node))
      let isName = !text.isEmpty && text.utf8.allSatisfy(PythonLowering.isNameByte)
      return isName ? core.typePath(ofText: text) : 0
    case .genericType, .subscripted: return genericPath(node, depth: depth)
    case .binary, .unionType:
      // `X | None`: the one that is not None, where there is one.
      let parts = py.parts(node).filter { kind(bare($0)) != PythonKind.none }
      return parts.count == 1 ? declaredPath(parts[0], depth: depth + 1) : 0
    default: return 0
    }
  }

  private func bare(_ node: Int32) -> Int32 { kind(node) == .type ? py.firstPart(node) ?? node : node }

  private mutating func genericPath(_ node: Int32, depth: Int) -> NameID {
    let parts = py.parts(node)
    guard let base = parts.first else { return 0 }
    var arguments = Array(parts.dropFirst())
    if let list = arguments.first, kind(list) == .typeParameter { arguments = py.parts(list) }
    let last = py.names(base).last ?? base
    if py.isText(last, "Union") {
      let types = arguments.filter { kind(bare($0)) != PythonKind.none }
      return types.count == 1 ? declaredPath(types[0], depth: depth + 1) : 0
    }
    let isWrapper = PythonLowering.wrappers.contains { py.isText(last, $0) }
    guard isWrapper, let inner = arguments.first else { return declaredPath(base, depth: depth + 1) }
    return declaredPath(inner, depth: depth + 1)
  }

  /// Types that say something about a type, not what it is.
  private static let wrappers: [StaticString] = [
    "Optional", "Annotated", "Final", "ClassVar", "Required", "NotRequired", "ReadOnly", "Mapped", "InitVar",
  ]

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), 0x80...:
      true
    default: false
    }
  }

  /// A name of the tree as a symbol of the scope.
  mutating func symbol(ofName name: NameID) -> NameScope.Symbol {
    core.type(of: Known(what: .thing, path: name, certainty: .declaredType))
  }

  /// What is known of a value by looking at the expression, without writing it.
  mutating func peek(_ node: Int32, depth: Int = 0) -> Known {
    guard depth < 12 else { return .nothing }
    let node = py.unwrap(node)
    switch kind(node) {
    case .identifier, .attribute:
      if py.isDotted(node) { return core.known(place(node)) }
      guard let member = child(node, fields.attribute), let object = child(node, fields.object) else { return .nothing }
      let value = peek(object, depth: depth + 1)
      let path = core.path(of: range(member), of: value)
      return path == 0 ? .nothing : Known(what: .thing, path: path, certainty: min(value.certainty, .constructor))
    case .await: return py.firstPart(node).map { peek($0, depth: depth + 1) } ?? .nothing
    case .named: return child(node, fields.value).map { peek($0, depth: depth + 1) } ?? .nothing
    case .call:
      guard let callee = child(node, fields.function).map(py.unwrap) else { return .nothing }
      if py.isDotted(callee) {
        let place = place(callee)
        guard place.path != 0 else { return .nothing }
        return Known(what: .result(constructs: false), path: place.path, certainty: place.certainty)
      }
      guard kind(callee) == .attribute, let member = child(callee, fields.attribute),
        let object = child(callee, fields.object)
      else { return .nothing }
      let value = peek(object, depth: depth + 1)
      let path = core.path(of: range(member), of: value)
      return path == 0 ? .nothing : Known(what: .result(constructs: false), path: path, certainty: value.certainty)
    default: return .nothing
    }
  }
}

extension LoweringCore {
  /// The canonical path of a type named in the text; 0 where the name is not imported, nor the language's own.
  fileprivate mutating func place(type node: Int32, _ py: PythonSyntax) -> NameID {
    let place = py.isSolid(node) ? place(range(node)) : place(ofParts: py.names(node))
    return place.certainty == .import ? place.path : 0
  }

  fileprivate mutating func typePath(ofText text: String) -> NameID {
    let place = place(ofText: text)
    return place.certainty == .import ? place.path : 0
  }
}
