import Behaviour
import Rules

extension FileFacts {
  /// Takes note of what is touched under which lock: fields of types that take or have one, and what a file shares.
  mutating func addAccesses(of units: [Unit]) {
    guard !context.traits.contains(.test) else { return }
    var regions: [Int: LockRegions] = [:]
    var guarded: Set<String> = []
    for (index, unit) in units.enumerated() where unit.kind != .module {
      let locks = LockRegions(unit.tree, owner: unit.owner)
      guard !locks.regions.isEmpty else { continue }
      regions[index] = locks
      if let owner = unit.owner { guarded.insert(owner.name) }
    }
    let idle = idleLocks(in: units)
    guard !guarded.isEmpty || !regions.isEmpty || !idle.isEmpty else { return }
    for owner in idle.keys { guarded.insert(owner) }
    addFields(of: guarded, in: units, regions)
    for (owner, locks) in idle { accesses[owner]?.idleLocks = locks }
    if !regions.isEmpty, !context.facts.has(.writesAreExclusive) { addShared(in: units, regions) }
  }

  private mutating func addFields(of guarded: Set<String>, in units: [Unit], _ regions: [Int: LockRegions]) {
    var bare: [String: Set<String>] = [:]
    if context.facts.has(.ownMembersAreBare), !guarded.isEmpty {
      for unit in units where unit.kind == .method {
        if let owner = unit.owner { bare[owner.name, default: []].insert(unit.name) }
      }
    }
    for (index, unit) in units.enumerated() where unit.kind != .module {
      guard let owner = unit.owner, guarded.contains(owner.name) else { continue }
      if accesses[owner.name] == nil {
        var type = TypeAccesses()
        type.guardingThemselves = FieldAccess.guardingThemselves(owner, madeIn: units)
        accesses[owner.name] = type
      }
      let safe = accesses[owner.name]?.guardingThemselves ?? []
      let found = FieldAccess.all(
        in: unit,
        regions[index] ?? LockRegions(noneIn: unit.tree),
        guardingThemselves: safe,
        bareMembers: bare[owner.name] ?? []
      )
      accesses[owner.name, default: TypeAccesses()].calls += found.calls
      // What is done while the object is made is nobody else's yet.
      guard unit.kind != .initializer else { continue }
      accesses[owner.name, default: TypeAccesses()].accesses += found.sites.map(\.access)
    }
  }

  /// What no object has of its own, where a lock that all share guards some of it; and the objects that are locked by
  /// the names that they have in a unit.
  private mutating func addShared(in units: [Unit], _ regions: [Int: LockRegions]) {
    var shared = TypeAccesses()
    var hasSharedLock = false
    for (index, unit) in units.enumerated() {
      guard let locks = regions[index] else { continue }
      let locals = unit.tree.localNames
      for region in locks.regions {
        let root = String(NameReading.root(region.lock))
        if locals.contains(root) {
          shared.lockedNames[root, default: []].insert(unit.qualifiedName)
        } else if root != "self", root != "this" {
          hasSharedLock = true
        }
      }
    }
    if hasSharedLock {
      var seen: Set<String> = []
      var found: [FieldAccess] = []
      let names = Set(units.lazy.filter { $0.kind == .function || $0.kind == .method }.map(\.name))
      for (index, unit) in units.enumerated() where unit.kind != .test {
        let sites = FieldAccess.statics(
          in: unit,
          regions[index] ?? LockRegions(noneIn: unit.tree),
          locals: unit.tree.localNames,
          functions: { names.contains($0) }
        )
        for site in sites.sites where unit.tree.kind(site.node) == .read { seen.insert(site.access.field) }
        guard unit.kind != .module, unit.kind != .initializer else { continue }
        found += sites.sites.map(\.access)
        shared.calls += sites.calls
      }
      // A name that is only ever called upon is a module, or a type.
      let modules = Set(context.imports.compactMap { $0.split(whereSeparator: { "/.:\\".contains($0) }).last })
      shared.accesses = found.filter { seen.contains($0.field) && !modules.contains($0.field[...]) }
      for owner in Set(units.compactMap(\.owner)) {
        shared.guardingThemselves.formUnion(FieldAccess.guardingThemselves(owner, madeIn: units))
      }
    }
    guard hasSharedLock || !shared.lockedNames.isEmpty else { return }
    accesses[FieldAccess.ofFile] = shared
  }

  /// The locks that types have as fields, by type, where nothing in the file names them.
  private func idleLocks(in units: [Unit]) -> [String: [String]] {
    var fields: [String: Set<String>] = [:]
    for case let owner? in units.lazy.map(\.owner) where fields[owner.name] == nil {
      fields[owner.name] = Set(owner.fields.lazy.filter { LockRegions.isLock($0) }.map(\.name))
    }
    guard fields.values.contains(where: { !$0.isEmpty }) else { return [:] }
    var named: Set<Substring> = []
    for unit in units where unit.kind != .initializer && unit.kind != .module {
      for name in unit.tree.names { named.formUnion(name.split(separator: ".")) }
    }
    return fields.compactMapValues { locks in
      let idle = locks.filter { !named.contains($0[...]) }.sorted()
      return idle.isEmpty ? nil : idle
    }
  }
}
