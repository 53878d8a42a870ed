package import Behaviour

extension FieldAccess {
  /// The key under which `FileFacts.accesses` holds what no object has: places at the top level of the file, static
  /// members, and the objects that are locked themselves.
  package static let ofFile = ""

  /// Where a unit looks at places that all objects and threads share, and calls functions of its file.
  ///
  /// - Parameter locals: the names that the unit itself gives to values.
  package static func statics(
    in unit: Unit,
    _ locks: LockRegions,
    locals: Set<String>,
    functions: (String) -> Bool
  ) -> (sites: [Site], calls: [OwnCall]) {
    let tree = unit.tree
    var sites: [Site] = []
    var calls: [OwnCall] = []
    for index in tree.nodes.indices {
      let item = tree.nodes[index]
      guard item.name != 0, item.kind == .read || item.kind == .call else { continue }
      let node = NodeIndex(index)
      let name = tree.text(item.name)
      if item.kind == .call, !name.utf8.contains(UInt8(ascii: ".")) {
        guard functions(name) else { continue }
        let held = locks.heldAlone(at: node)
        calls.append(OwnCall(member: name, caller: unit.qualifiedName, held: held, isWhileMaking: false))
        continue
      }
      guard item.role != .resource, let place = sharedPlace(item, name, in: unit), !locals.contains(place) else {
        continue
      }
      let regions = locks.held(at: node)
      sites.append(
        Site(
          access: FieldAccess(
            field: place,
            unit: unit.qualifiedName,
            isWrite: item.kind == .read ? item.role == .target || isDeleted(node, in: tree) : isChange(name, of: place),
            held: regions.filter { !$0.isShared }.map(\.lock),
            sharedHeld: regions.filter(\.isShared).map(\.lock)
          ),
          node: node
        )
      )
    }
    return (readOnce(sites, in: tree), calls)
  }

  /// The place that a name starts at, where that is no object's and no local's own.
  private static func sharedPlace(_ item: Node, _ name: String, in unit: Unit) -> String? {
    let root = NameReading.root(name)
    guard !root.isEmpty, root != "self", root != "this", root != "super", root != "class" else { return nil }
    switch item.kind {
    case .call: break
    default:
      guard item.placeKind == .static || item.placeKind == .element else { return nil }
    }
    if let owner = unit.owner?.name, root == NameReading.last(owner) {
      let rest = name.dropFirst(root.utf8.count + 1).prefix { $0 != "." }
      return rest.isEmpty ? nil : String(rest)
    }
    // A member of another type, or of a module: only what is written in capitals throughout is a value.
    if root.utf8.count < name.utf8.count, NameReading.isCapitalized(root),
      root.utf8.contains(where: { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") })
    {
      return nil
    }
    return String(root)
  }

  /// `cache.clear()` changes `cache`; `cache.entry.clear()` may change anything.
  private static func isChange(_ name: String, of place: String) -> Bool {
    let last = NameReading.last(name)
    return NameReading.last(String(NameReading.base(name))) == place[...] && mutates(last)
  }

  /// `delete(items, key)`
  static func isDeleted(_ node: NodeIndex, in tree: BehaviourTree) -> Bool {
    tree.kind(tree.parent(node)) == .operation && tree.name(tree.parent(node)) == "delete"
  }
}
