import Behaviour
import TreeSitter

extension JavaLowering {
  /// The canonical path of a declared type, 0 where it does not resolve or says nothing (`var`, a primitive, an array).
  mutating func declaredType(_ node: Int32) -> NameScope.Symbol {
    let path = declaredPath(node)
    return path == 0 ? 0 : symbol(ofPath: path)
  }

  /// Of `List<X>` that of `List`.
  mutating func declaredPath(_ node: Int32) -> NameID {
    guard let named = namedType(node) else { return 0 }
    let place = typePlace(named)
    return place.certainty == .import ? place.path : 0
  }

  /// A type's canonical name where it resolves, else as written, without its arguments.
  mutating func typeName(_ node: Int32) -> String {
    guard let named = namedType(node) else { return core.text(node) }
    let place = typePlace(named)
    return place.certainty == .import && place.path != 0 ? core.builder.text(place.path) : java.dotted(named)
  }

  /// The node of a type that holds its name and no more; nil where it has none.
  func namedType(_ node: Int32) -> Int32? {
    var node = node
    for _ in 0..<8 {
      switch kind(node) {
      case .typeIdentifier: return java.isText(node, "var") ? nil : node
      case .scopedType, .identifier, .scopedIdentifier: return node
      case .genericType:
        guard let first = java.firstPart(node) else { return nil }
        node = first
      case .annotatedType:
        guard let last = java.parts(node).last else { return nil }
        node = last
      default: return nil
      }
    }
    return nil
  }

  /// What the name of a type stands for.
  mutating func typePlace(_ node: Int32) -> Place {
    let range = range(node)
    if java.isSolid(range), kind(node) != .scopedType || !java.has(.typeArguments, in: node) {
      return resolvedType(core.place(range))
    }
    return resolvedType(core.place(ofParts: java.names(node)))
  }

  /// A place whose root nobody declared, as what it is where it is written as types are: a type of the same package, or
  /// one that is named in full.
  func canBeType(_ text: String) -> Bool {
    var bytes = text.utf8.makeIterator()
    guard let first = bytes.next(), first >= UInt8(ascii: "A"), first <= UInt8(ascii: "Z") else { return false }
    // `T`, `K2` are variables for types, `MAX_SIZE` a constant that is inherited.
    while let byte = bytes.next() {
      if byte >= UInt8(ascii: "a"), byte <= UInt8(ascii: "z") { return true }
    }
    return false
  }

  mutating func resolvedType(_ place: Place) -> Place {
    guard place.path == 0, place.kind == .unknown, place.name != 0 else { return place }
    let text = core.builder.text(place.name)
    var place = place
    if let first = text.utf8.first, first >= UInt8(ascii: "A"), first <= UInt8(ascii: "Z") {
      guard !packageName.isEmpty, canBeType(String(text.prefix { $0 != "." })) else { return place }
      guard core.scope.topLevel(String(text.prefix { $0 != "." })) == nil else { return place }
      place.path = core.builder.name(packageName + "." + text)
    } else {
      guard !place.isPlain, JavaNames.roots.contains(String(text.prefix { $0 != "." })) else { return place }
      guard text.split(separator: ".").dropFirst().contains(where: { $0.first?.isUppercase == true }) else {
        return place
      }
      place.path = place.name
    }
    place.kind = .static
    place.certainty = .import
    return place
  }

  /// A name of the tree as a symbol of the scope.
  mutating func symbol(ofPath name: NameID) -> NameScope.Symbol {
    core.type(of: Known(what: .thing, path: name, certainty: .declaredType))
  }

  /// Declares a name with its declared type.
  mutating func declare(_ name: Int32, _ place: PlaceKind, type: Int32?) {
    let type = type.map { declaredType($0) } ?? 0
    let certainty = type == 0 ? Certainty.nameOnly : .declaredType
    core.scope.declare(core.symbol(name), NameScope.Binding(kind: place, type: type, certainty: certainty))
  }
}
