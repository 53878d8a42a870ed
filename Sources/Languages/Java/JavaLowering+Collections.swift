import Behaviour
import TreeSitter

/// Calls that only write a collection down, as other languages have literals for it.
extension JavaLowering {
  mutating func collection(_ parts: [Int32], _ node: Int32, _ role: Role, _ kind: CollectionKind) {
    core.builder.open(.collection, role, range(node), detail: kind.rawValue)
    for part in parts { expression(part, .element) }
    core.builder.close()
  }

  /// `new ArrayList<>()`, `new HashMap<>(16)`: what it is when it is made empty.
  func emptyCollection(_ place: Place, _ node: Int32) -> CollectionKind? {
    guard place.path != 0, let list = child(node, fields.arguments) else { return nil }
    let path = core.builder.text(place.path)
    guard path.hasPrefix("java.util."), let kind = JavaLowering.collectionTypes[String(path.dropFirst(10))] else {
      return nil
    }
    let given = java.parts(list)
    guard given.count <= 2, !java[list].hasError else { return nil }
    let isSize = given.allSatisfy { self.kind($0) == .decimal || self.kind($0) == .float }
    return isSize ? kind : nil
  }

  private static let collectionTypes: [String: CollectionKind] = [
    "ArrayList": .list, "LinkedList": .list, "ArrayDeque": .list, "Vector": .list, "Stack": .list,
    "HashSet": .set, "LinkedHashSet": .set, "TreeSet": .set,
    "HashMap": .keyed, "LinkedHashMap": .keyed, "TreeMap": .keyed, "Hashtable": .keyed,
  ]

  private enum Shape {
    case elements(CollectionKind)
    case pairs
    case nothing
  }

  /// `List.of(a, b)`, `Collections.emptyMap()`, `Map.of("key", value)`, `Optional.empty()`.
  mutating func collection(byCall node: Int32, _ name: Int32, _ object: Int32, _ role: Role) -> Known? {
    guard kind(object) == .identifier, let first = core.source.slice(range(object)).first,
      first >= UInt8(ascii: "A"), first <= UInt8(ascii: "Z")
    else { return nil }
    let key = java.text(object) + "." + java.text(name)
    guard let shape = JavaLowering.collectionCalls[key] else { return nil }
    let type = place(object)
    guard type.kind == .static, isOfLibrary(type) else { return nil }
    let given = givenArguments(node)
    switch shape {
    case .nothing:
      guard given.isEmpty else { return nil }
      core.builder.leaf(.literal, role, range(node), detail: LiteralKind.null.rawValue)
      return .nothing
    case .elements(let collectionKind):
      // One value may be an array of them all.
      if key == "Arrays.asList", given.count == 1, let only = given.first, self.kind(only) == .identifier { return nil }
      collection(given, node, role, collectionKind)
    case .pairs:
      guard given.count.isMultiple(of: 2) else { return nil }
      keyed(given, node, role)
    }
    return .nothing
  }

  private func isOfLibrary(_ place: Place) -> Bool {
    guard place.path != 0 else { return false }
    let path = core.builder.text(place.path)
    return path.hasPrefix("java.util.") || path.hasPrefix("com.google.common.collect.")
  }

  private mutating func keyed(_ given: [Int32], _ node: Int32, _ role: Role) {
    core.builder.open(.collection, role, range(node), detail: CollectionKind.keyed.rawValue)
    for position in stride(from: 0, to: given.count, by: 2) {
      let key = java.unwrap(given[position])
      let bytes = range(given[position]).lowerBound..<range(given[position + 1]).upperBound
      let isConstant = kind(key) == .string && !java.has(.interpolation, in: key)
      let quoted = range(key)
      let inner = quoted.count >= 2 ? quoted.lowerBound + 1..<quoted.upperBound - 1 : quoted
      core.builder.open(.argument, .element, bytes, name: isConstant ? core.name(inner) : 0)
      if !isConstant { expression(key, .index) }
      expression(given[position + 1], .value)
      core.builder.close()
    }
    core.builder.close()
  }

  private static let collectionCalls: [String: Shape] = [
    "List.of": .elements(.list), "Arrays.asList": .elements(.list), "Collections.emptyList": .elements(.list),
    "Collections.singletonList": .elements(.list), "ImmutableList.of": .elements(.list),
    "Lists.newArrayList": .elements(.list),
    "Set.of": .elements(.set), "Collections.emptySet": .elements(.set), "Collections.singleton": .elements(.set),
    "ImmutableSet.of": .elements(.set), "Sets.newHashSet": .elements(.set), "EnumSet.of": .elements(.set),
    "Map.of": .pairs, "Collections.emptyMap": .pairs, "Collections.singletonMap": .pairs, "ImmutableMap.of": .pairs,
    "Maps.newHashMap": .pairs,
    "Optional.empty": .nothing, "OptionalInt.empty": .nothing, "OptionalLong.empty": .nothing,
  ]
}
