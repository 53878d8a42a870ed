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
    /// The qualified name of the unit that calls.
    package var caller: String
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
  ///
  /// - Parameter bareMembers: the members that the unit calls by their bare names, in a language that does so.
  package static func all(
    in unit: Unit,
    _ locks: LockRegions,
    guardingThemselves: Set<String> = [],
    bareMembers: Set<String> = []
  ) -> (sites: [Site], calls: [OwnCall]) {
    let tree = unit.tree
    var sites: [Site] = []
    var calls: [OwnCall] = []
    for index in tree.nodes.indices {
      let item = tree.nodes[index]
      guard item.kind == .read || item.kind == .call, item.name != 0 else { continue }
      let node = NodeIndex(index)
      let name = tree.text(item.name)
      if item.kind == .read, item.role == .value, name == "self" || name == "this",
        tree.kind(tree.parent(node)) == .argument
      {
        let held = locks.heldAlone(at: node)
        if !held.isEmpty {
          calls.append(OwnCall(member: handedOn, caller: unit.qualifiedName, held: held, isWhileMaking: false))
        }
        continue
      }
      if item.kind == .call, bareMembers.contains(name) {
        calls.append(
          OwnCall(
            member: name,
            caller: unit.qualifiedName,
            held: locks.heldAlone(at: node),
            isWhileMaking: unit.kind == .initializer
          )
        )
        continue
      }
      guard name.hasPrefix("self.") || name.hasPrefix("this.") else { continue }
      let rest = name.dropFirst(5)
      let field = rest.prefix { $0 != "." }
      guard !field.isEmpty else { continue }
      let regions = locks.held(at: node)
      let held = regions.filter { !$0.isShared }.map(\.lock)
      if item.kind == .call, field.utf8.count == rest.utf8.count {
        calls.append(
          OwnCall(
            member: String(field),
            caller: unit.qualifiedName,
            held: held,
            isWhileMaking: unit.kind == .initializer
          )
        )
        continue
      }
      let isWrite =
        item.kind == .read
        ? item.role == .target || isDeleted(node, in: tree)
        : rest.utf8.count == field.utf8.count + 1 + NameReading.last(name).utf8.count
          && mutates(NameReading.last(name)) && !guardingThemselves.contains(String(field))
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
    return (readOnce(sites, in: tree), calls)
  }

  /// A look that stands in the tree a second time (`v, ok := m[k]`, and the `ok` that a condition asks for) is made
  /// where it is written, under the locks that are held there.
  static func readOnce(_ sites: [Site], in tree: BehaviourTree) -> [Site] {
    guard sites.contains(where: { !$0.access.held.isEmpty || !$0.access.sharedHeld.isEmpty }) else { return sites }
    var held: Set<Int> = []
    for site in sites where !site.access.held.isEmpty || !site.access.sharedHeld.isEmpty {
      held.insert(tree[site.node].bytes.lowerBound)
    }
    return sites.filter { site in
      !site.access.held.isEmpty || !site.access.sharedHeld.isEmpty
        || !held.contains(tree[site.node].bytes.lowerBound)
    }
  }

  /// What stands for a member's name where the object itself is given to somebody, who may call any member.
  package static let handedOn = ""

  /// The fields of a type whose collections guard themselves (`ConcurrentHashMap`), by what they are declared as and
  /// by what makes them.
  package static func guardingThemselves(_ owner: Owner, madeIn units: [Unit]) -> Set<String> {
    var fields: Set<String> = []
    for field in owner.fields where guardsItself(field.type ?? "") || guardsItself(field.written) {
      fields.insert(field.name)
    }
    let names = Set(owner.fields.map(\.name))
    for unit in units where unit.kind == .module || unit.kind == .initializer && unit.owner?.name == owner.name {
      let tree = unit.tree
      for index in tree.nodes.indices where tree.nodes[index].kind == .assign {
        let node = NodeIndex(index)
        guard let target = tree.child(node, .target), let value = tree.child(node, .value), tree.kind(value) == .call
        else {
          continue
        }
        let place = tree.name(target)
        let base = NameReading.base(place)
        let field = String(NameReading.last(place))
        guard base == "self" || base == "this" || base == owner.name || base.isEmpty && names.contains(field),
          guardsItself(tree.name(value))
        else { continue }
        fields.insert(field)
      }
    }
    return fields
  }

  private static func guardsItself(_ type: String) -> Bool {
    guard !type.isEmpty else { return false }
    if type == "sync.Map" || type == "queue.Queue" || type == "queue.SimpleQueue" { return true }
    // The collection itself, not what it holds: `Map<String, ConcurrentQueue>` is none.
    let outer = type.prefix { $0 != "<" && $0 != "[" }
    return NameReading.words(NameReading.last(String(outer))).contains { selfGuarded.contains($0) }
  }

  private static let selfGuarded: Set<String> = [
    "concurrent", "atomic", "synchronized", "blocking", "adder",
  ]

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
  /// Fields whose collections guard themselves.
  package var guardingThemselves: Set<String> = []
  /// Locks that the type has, and that nothing in the file names.
  package var idleLocks: [String] = []
  /// Objects without a place of their own (locals, parameters) that are locked, with the units that do so.
  package var lockedNames: [String: Set<String>] = [:]

  package init() {}
}
