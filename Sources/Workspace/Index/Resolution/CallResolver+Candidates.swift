import Behaviour
import Rules

/// What a name may stand for, and how well each fits.
extension CallResolver {
  struct Found {
    var id: ID
    var score: Int
    /// Whether nothing else can run, if this is the only one found.
    var isOne = true
  }

  /// The members of a name that a type has, itself or from what it derives from.
  func members(_ name: String, ofType type: String, module: String?) -> [Found] {
    var seen: Set<WorkspaceIndex.Symbol> = []
    return members(name, ofType: type, module: module, seen: &seen)
  }

  /// - Parameter seen: the names of types that were looked at: many types may share one, and derive from another of it.
  func members(
    _ name: String,
    ofType type: String,
    module: String?,
    seen: inout Set<WorkspaceIndex.Symbol>
  ) -> [Found] {
    guard !type.isEmpty else { return [] }
    let key = WorkspaceIndex.MemberKey(type: index.names.known(type), name: index.names.known(name))
    guard key.type != 0, key.name != 0, seen.count < 32, seen.insert(key.type).inserted else { return [] }
    let found = candidates(index.members[key] ?? [], module: module)
    if !found.isEmpty { return withImplementations(found, of: key) }
    if seen.count == 1, module?.isEmpty != false || index.types[key.type] != nil {
      let implementations = implementations(of: key)
      if !implementations.isEmpty { return implementations }
    }
    guard let places = index.types[key.type] else { return [] }
    let module = ModuleName(module, from: file, in: index)
    for place in places.prefix(8) {
      guard let other = index.file(of: place), other.group == file.group,
        score(of: place.file, module: module) != nil
      else { continue }
      for base in other.summary.types[Int(place.position)].bases.prefix(8) {
        let inherited = members(name, ofType: lastPart(base), module: nil, seen: &seen)
        if !inherited.isEmpty { return inherited }
      }
    }
    return []
  }

  /// What is only declared is run by what implements it.
  func withImplementations(_ found: [Found], of key: WorkspaceIndex.MemberKey) -> [Found] {
    guard found.allSatisfy({ index.unit($0.id)?.summary.traits.contains(.abstract) == true }) else { return found }
    let implementations = implementations(of: key)
    // Another implementation may come from elsewhere.
    return implementations.isEmpty ? found : found.map { Found(id: $0.id, score: 0, isOne: false) } + implementations
  }

  func implementations(of key: WorkspaceIndex.MemberKey) -> [Found] {
    var implementations: [Found] = []
    for place in (index.derived[key.type] ?? []).prefix(16) {
      guard let other = index.file(of: place), other.group == file.group else { continue }
      let type = index.names.known(lastPart(other.summary.types[Int(place.position)].name))
      for id in index.members[WorkspaceIndex.MemberKey(type: type, name: key.name)] ?? [] {
        implementations.append(Found(id: id, score: 0, isOne: false))
      }
    }
    return implementations
  }

  func initializer(ofType type: String, module: String?) -> ResolvedCall? {
    let symbol = index.names.known(type)
    guard symbol != 0, let places = index.types[symbol] else { return nil }
    let module = ModuleName(module, from: file, in: index)
    var found: [Found] = []
    for place in places {
      guard let score = score(of: place.file, module: module),
        let other = index.file(of: place)
      else { continue }
      for (position, unit) in other.summary.units.enumerated()
      where unit.kind == .initializer && unit.owner.map({ lastPart($0) == type }) == true {
        found.append(Found(id: ID(file: place.file, position: Int32(clamping: position)), score: score))
      }
    }
    return found.isEmpty ? nil : settle(found)
  }

  /// Those units whose files a module may stand for.
  func candidates(_ ids: [ID], module: String?) -> [Found] {
    guard !ids.isEmpty else { return [] }
    let module = ModuleName(module, from: file, in: index)
    return ids.compactMap { id in
      if let score = score(of: id.file, module: module) { return Found(id: id, score: score) }
      // What encloses a type in the code may be part of its name, and not of the path of its file.
      guard let module, !module.isRelative, let other = index.file(of: id), other.group == file.group else {
        return nil
      }
      guard !module.parts.isEmpty else { return nil }
      let around = other.summary.units[Int(id.position)].qualifiedName.split(separator: ".").dropLast()
      guard ModulePath.matches(module.parts, in: around.map { ModulePath.folded($0) }) == module.parts.count else {
        return nil
      }
      return Found(id: id, score: 200)
    }
  }

  /// The best of what was found.
  func settle(_ found: [Found]) -> ResolvedCall {
    guard let best = found.map(\.score).max() else { return ResolvedCall() }
    let chosen = found.filter { $0.score == best }
    let ids = chosen.map(\.id)
    if ids.count == 1, chosen[0].isOne { return ResolvedCall(units: ids, certainty: .sure) }
    // Overloads: one of them runs; the first stands for it where all are of one file and type.
    return ResolvedCall(units: Array(ids.prefix(8)), certainty: .several)
  }
}
