package import Behaviour

/// One place where a member of a type looks at a field of the object, or changes it.
package struct FieldAccess: Sendable, Hashable {
  package var field: String
  /// The qualified name of the unit.
  package var unit: String
  package var isWrite: Bool
  /// The locks held there for this one alone, and those that others may hold too.
  package var held: [String]
  package var sharedHeld: [String]

  package init(field: String, unit: String, isWrite: Bool, held: [String], sharedHeld: [String]) {
    self.field = field
    self.unit = unit
    self.isWrite = isWrite
    self.held = held
    self.sharedHeld = sharedHeld
  }

  /// Where a type's members call each other, with the locks held there.
  package struct OwnCall: Sendable, Hashable {
    package var member: String
    package var held: [String]
    /// From an initializer: nobody else has the object yet.
    package var isWhileMaking: Bool
  }

  /// A place in a unit.
  package struct Site: Sendable, Hashable {
    package var access: FieldAccess
    package var node: NodeIndex
  }

  /// The accesses of one unit and its calls of members of the same object, in reading order.
  package static func all(
    in unit: Unit,
    _ locks: LockRegions
  ) -> (sites: [Site], calls: [OwnCall]) {
    let tree = unit.tree
    var sites: [Site] = []
    var calls: [OwnCall] = []
    for index in tree.nodes.indices {
      let item = tree.nodes[index]
      guard item.kind == .read || item.kind == .call, item.name != 0 else { continue }
      let node = NodeIndex(index)
      let name = tree.text(item.name)
      guard name.hasPrefix("self.") || name.hasPrefix("this.") else { continue }
      let rest = name.dropFirst(5)
      let field = rest.prefix { $0 != "." }
      guard !field.isEmpty else { continue }
      let regions = locks.held(at: node)
      let held = regions.filter { !$0.isShared }.map(\.lock)
      if item.kind == .call, field.utf8.count == rest.utf8.count {
        calls.append(
          OwnCall(member: String(field), held: held, isWhileMaking: unit.kind == .initializer)
        )
        continue
      }
      let isWrite =
        item.kind == .read
        ? item.role == .target
        : rest.utf8.count == field.utf8.count + 1 + NameReading.last(name).utf8.count
          && mutates(NameReading.last(name))
      sites.append(
        Site(
          access: FieldAccess(
            field: String(field),
            unit: unit.qualifiedName,
            isWrite: isWrite,
            held: held,
            sharedHeld: regions.filter(\.isShared).map(\.lock)
          ),
          node: node
        )
      )
    }
    return (sites, calls)
  }

  /// Whether a method of a collection changes it.
  package static func mutates(_ method: Substring) -> Bool {
    mutators.contains(NameReading.habitual(method))
  }

  private static let mutators: Set<String> = [
    "append", "add", "push", "insert", "remove", "removeAt", "removeAll", "pop", "popleft", "clear",
    "update", "extend",
    "put", "putAll", "addAll", "delete", "discard", "setdefault", "enqueue", "dequeue", "offer",
    "poll", "unshift", "shift",
    "removeValue", "updateValue", "push_back", "<<", "delete_if", "merge!",
  ]
}

/// What the members of one type do to its fields, where any of them takes a lock.
package struct TypeAccesses: Sendable, Hashable {
  package var accesses: [FieldAccess] = []
  package var calls: [FieldAccess.OwnCall] = []

  package init() {}
}
