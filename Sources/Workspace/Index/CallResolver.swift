import Behaviour
import Rules

/// Finds what calls of one file run.
///
/// By what the reference says: a member of a known type, a function of a known module, or no more than a name. The
/// module must be one that the found file may stand for; of several that fit, the nearest wins.
struct CallResolver {
  private let index: WorkspaceIndex
  private let number: Int32
  private let file: IndexedFile
  private typealias ID = WorkspaceUnit.ID

  init(index: WorkspaceIndex, from number: Int32) {
    self.index = index
    self.number = number
    file = index.files[Int(number)]
  }

  func resolve(_ reference: CallReference, from unit: String, owner: String?) -> ResolvedCall {
    switch reference.form {
    case .bare: return bare(reference, from: unit, owner: owner)
    case .own:
      guard let owner else { return ResolvedCall() }
      return settle(members(reference.name, ofType: lastPart(owner), module: nil))
    case .typed: return typed(reference, from: unit, owner: owner)
    case .path: return path(reference)
    case .member: return byName(reference.name)
    }
  }

  // MARK: - Forms

  private func typed(_ reference: CallReference, from unit: String, owner: String?) -> ResolvedCall {
    if reference.name == "new", let made = initializer(ofType: reference.type, module: nil) { return made }
    if reference.type.hasSuffix("()") {
      let maker = bare(
        CallReference(form: .bare, name: String(reference.type.dropLast(2))),
        from: unit,
        owner: owner
      )
      return member(reference.name, ofResultOf: maker)
    }
    let found = settle(members(reference.name, ofType: reference.type, module: nil))
    if !found.units.isEmpty { return found }
    // A type of the workspace that has no such member, as far as it is known; else one from outside.
    return ResolvedCall()
  }

  private func path(_ reference: CallReference) -> ResolvedCall {
    let whole = joined(reference.module, reference.type)
    if reference.isConstruction || reference.name == "new" {
      let type = reference.name == "new" ? reference.type : reference.name
      let module = reference.name == "new" ? reference.module : whole
      if let made = initializer(ofType: type, module: module) { return made }
    }
    if reference.name.isEmpty { return inModule(reference.module, named: nil) }
    if reference.type.hasSuffix("()") { return ofResult(reference) }
    if reference.type == "new", !reference.module.isEmpty {
      let found = settle(
        members(reference.name, ofType: lastPart(reference.module), module: base(reference.module))
      )
      if !found.units.isEmpty { return found }
    }
    if !reference.type.isEmpty {
      let found = settle(members(reference.name, ofType: reference.type, module: reference.module))
      if !found.units.isEmpty { return found }
    }
    let functions = candidates(index.functions[index.names.known(reference.name)] ?? [], module: whole)
    if !functions.isEmpty { return settle(functions) }
    let inside = inModule(whole, named: reference.name)
    if !inside.units.isEmpty || reference.type.isEmpty { return inside }
    // The value was made by a function: `make_gateway()` of `app.gateways`.
    return ofResult(reference)
  }

  /// A member of what a function gives, by the type that the function declares.
  private func ofResult(_ reference: CallReference) -> ResolvedCall {
    let name = reference.type.hasSuffix("()") ? String(reference.type.dropLast(2)) : reference.type
    let maker = CallReference(form: .path, name: name, type: lastPart(reference.module), module: base(reference.module))
    let symbol = index.names.known(name)
    guard symbol != 0 else { return ResolvedCall() }
    var made = candidates(index.functions[symbol] ?? [], module: reference.module)
    if made.isEmpty { made = members(name, ofType: maker.type, module: maker.module) }
    return member(reference.name, ofResultOf: settle(made))
  }

  private func member(_ name: String, ofResultOf maker: ResolvedCall) -> ResolvedCall {
    guard maker.certainty == .sure, let id = maker.units.first, let unit = index.unit(id)?.summary else {
      return ResolvedCall()
    }
    var type = unit.returnType.map { CallReference.typeName($0) } ?? ""
    if ["Self", "self", "static"].contains(type) { type = unit.owner.map { lastPart($0) } ?? "" }
    return settle(members(name, ofType: type, module: nil))
  }

  private func base(_ name: String) -> String {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return "" }
    return String(name[..<dot])
  }

  /// A member of what a module gives by default, in a language whose modules are files.
  private func inModule(_ module: String, named name: String?) -> ResolvedCall {
    guard file.group.name == "typescript", module.hasPrefix("."), let numbers = files(ofModule: module) else {
      return ResolvedCall()
    }
    for number in numbers {
      let summary = index.files[Int(number)].summary
      let fitting = summary.units.indices.filter { position in
        let unit = summary.units[position]
        guard unit.kind != .module, unit.kind != .test else { return false }
        return name.map { unit.name == $0 } ?? (unit.owner == nil && unit.traits.contains(.exported))
      }
      if fitting.count == 1 {
        return ResolvedCall(units: fitting.map { ID(file: number, position: Int32($0)) }, certainty: .sure)
      }
    }
    return ResolvedCall()
  }

  private func bare(_ reference: CallReference, from unit: String, owner: String?) -> ResolvedCall {
    let symbol = index.names.known(reference.name)
    guard symbol != 0 else { return ResolvedCall() }
    if reference.isConstruction, let made = initializer(ofType: reference.name, module: nil) { return made }
    // The innermost of the groups and types around the unit that has a function of this name.
    let own = file.summary.units.indices.filter { file.summary.units[$0].name == reference.name }
    if !own.isEmpty {
      var prefix = unit[...]
      while true {
        let qualified = prefix.isEmpty ? reference.name : prefix + "." + reference.name
        let found = own.filter { file.summary.units[$0].qualifiedName == qualified && isFunction($0, from: owner) }
        if !found.isEmpty {
          return settle(found.map { Found(id: ID(file: number, position: Int32($0)), score: 1_000) })
        }
        guard !prefix.isEmpty else { break }
        prefix = prefix.lastIndex(of: ".").map { prefix[..<$0] } ?? ""
      }
    }
    if let owner, ownMembersAreBare {
      let found = settle(members(reference.name, ofType: lastPart(owner), module: nil))
      if !found.units.isEmpty { return found }
    }
    guard sharesFunctions else { return ResolvedCall() }
    let near = (index.functions[symbol] ?? []).compactMap { id -> Found? in
      guard let other = index.file(of: id), other.group == file.group else { return nil }
      let isNear = other.folder == file.folder
      guard isNear || !functionsStayInFolders else { return nil }
      return Found(id: id, score: (isNear ? 100 : 0) + ModulePath.nearness(file, other))
    }
    return settle(near)
  }

  private func isFunction(_ position: Int, from owner: String?) -> Bool {
    let unit = file.summary.units[position]
    guard unit.kind != .module, unit.kind != .test else { return false }
    return unit.owner == nil || ownMembersAreBare && unit.owner == owner
  }

  /// By no more than the name of a method.
  private func byName(_ name: String) -> ResolvedCall {
    let symbol = index.names.known(name)
    guard symbol != 0, let ids = index.methods[symbol], ids.count <= 8 else { return ResolvedCall() }
    let fitting = ids.filter { index.file(of: $0)?.group == file.group }
    return ResolvedCall(units: fitting, certainty: .name)
  }

  // MARK: - Habits of languages

  private var ownMembersAreBare: Bool {
    ["java", "csharp", "swift", "ruby"].contains(file.group.name)
  }

  /// Whether a plain name may be a function of another file that is not imported.
  private var sharesFunctions: Bool {
    ["go", "swift", "java", "ruby", "php"].contains(file.group.name)
  }

  /// Whether such a function must stand in the same folder.
  private var functionsStayInFolders: Bool { ["go", "java"].contains(file.group.name) }

  // MARK: - Candidates

  private struct Found {
    var id: ID
    var score: Int
    /// Whether nothing else can run, if this is the only one found.
    var isOne = true
  }

  /// The members of a name that a type has, itself or from what it derives from.
  private func members(_ name: String, ofType type: String, module: String?) -> [Found] {
    var seen: Set<WorkspaceIndex.Symbol> = []
    return members(name, ofType: type, module: module, seen: &seen)
  }

  /// - Parameter seen: the names of types that were looked at: many types may share one, and derive from another of it.
  private func members(
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
    for place in places.prefix(8) {
      guard let other = index.file(of: ID(file: place.file, position: 0)), other.group == file.group,
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
  private func withImplementations(_ found: [Found], of key: WorkspaceIndex.MemberKey) -> [Found] {
    guard found.allSatisfy({ index.unit($0.id)?.summary.traits.contains(.abstract) == true }) else { return found }
    let implementations = implementations(of: key)
    // Another implementation may come from elsewhere.
    return implementations.isEmpty ? found : found.map { Found(id: $0.id, score: 0, isOne: false) } + implementations
  }

  private func implementations(of key: WorkspaceIndex.MemberKey) -> [Found] {
    var implementations: [Found] = []
    for place in (index.derived[key.type] ?? []).prefix(16) {
      guard let other = index.file(of: ID(file: place.file, position: 0)), other.group == file.group else { continue }
      let type = index.names.known(lastPart(other.summary.types[Int(place.position)].name))
      for id in index.members[WorkspaceIndex.MemberKey(type: type, name: key.name)] ?? [] {
        implementations.append(Found(id: id, score: 0, isOne: false))
      }
    }
    return implementations
  }

  private func initializer(ofType type: String, module: String?) -> ResolvedCall? {
    let symbol = index.names.known(type)
    guard symbol != 0, let places = index.types[symbol] else { return nil }
    var found: [Found] = []
    for place in places {
      guard let score = score(of: place.file, module: module),
        let other = index.file(of: ID(file: place.file, position: 0))
      else { continue }
      for (position, unit) in other.summary.units.enumerated()
      where unit.kind == .initializer && unit.owner.map({ lastPart($0) == type }) == true {
        found.append(Found(id: ID(file: place.file, position: Int32(clamping: position)), score: score))
      }
    }
    return found.isEmpty ? nil : settle(found)
  }

  /// Those units whose files a module may stand for.
  private func candidates(_ ids: [ID], module: String?) -> [Found] {
    ids.compactMap { id in
      if let score = score(of: id.file, module: module) { return Found(id: id, score: score) }
      // What encloses a type in the code may be part of its name, and not of the path of its file.
      guard let module, !module.hasPrefix("."), let other = index.file(of: id), other.group == file.group else {
        return nil
      }
      let around = other.summary.units[Int(id.position)].qualifiedName.split(separator: ".").dropLast()
      let parts = ModulePath.segments(ofModule: module)
      guard !parts.isEmpty, ModulePath.matches(parts, in: Array(around)) == parts.count else { return nil }
      return Found(id: id, score: 200)
    }
  }

  /// How well a file fits a module; nil where it does not. Without a module, by how near it is.
  private func score(of other: Int32, module: String?) -> Int? {
    let candidate = index.files[Int(other)]
    guard candidate.group == file.group else { return nil }
    guard let module, !module.isEmpty else {
      if other == number { return 1_000 }
      return (candidate.folder == file.folder ? 100 : 0) + ModulePath.nearness(file, candidate)
    }
    if module.hasPrefix(".") { return score(of: candidate, other, relative: module) }
    if file.group.name == "go" { return score(of: candidate, goModule: module) }
    let parts = ModulePath.segments(ofModule: module)
    guard let last = parts.last else { return other == number ? 1_000 : ModulePath.nearness(file, candidate) }
    let matches = ModulePath.matches(parts, in: candidate.segments)
    guard candidate.segments.contains(where: { ModulePath.isSame($0, last) }), matches * 2 >= parts.count else {
      return nil
    }
    return matches * 10 + (matches == parts.count ? 100 : 0)
  }

  /// A package is a folder, named from the root of its module; without one that is known, from as far as it agrees.
  private func score(of candidate: IndexedFile, goModule module: String) -> Int? {
    if index.goModules.isEmpty {
      return module.hasSuffix("/" + candidate.folder) || module == candidate.folder ? 100 : nil
    }
    for root in index.goModules where module.hasPrefix(root) {
      let rest = module.dropFirst(root.count)
      if rest.isEmpty ? candidate.folder.isEmpty : rest.first == "/" && rest.dropFirst() == candidate.folder {
        return 200
      }
    }
    return nil
  }

  private func score(of candidate: IndexedFile, _ other: Int32, relative module: String) -> Int? {
    if file.group.name == "python" {
      let dots = module.prefix { $0 == "." }.count
      var folder = file.folder
      for _ in 1..<max(1, dots) { folder = folder.lastIndex(of: "/").map { folder[..<$0] } ?? "" }
      let rest = module.dropFirst(dots).replacing(".", with: "/")
      return score(
        of: candidate,
        at: folder.isEmpty ? String(rest) : rest.isEmpty ? String(folder) : folder + "/" + rest
      )
    }
    guard let place = ModulePath.join(file.folder, module[...]) else { return nil }
    return score(of: candidate, at: place)
  }

  /// How well a file fits a place: as that file, as the head of that folder, as a file in it that the head hands on.
  private func score(of candidate: IndexedFile, at place: String) -> Int? {
    if candidate.stem == place || candidate.summary.path == place || ModulePath.stem(of: place) == candidate.stem {
      return 1_000
    }
    guard candidate.stem.hasPrefix(place), candidate.stem.dropFirst(place.count).first == "/" || place.isEmpty else {
      return nil
    }
    let rest = candidate.stem.dropFirst(place.count + 1)
    return rest == "index" || rest == "__init__" ? 900 : 200
  }

  private func files(ofModule module: String) -> [Int32]? {
    guard let place = ModulePath.join(file.folder, module[...]) else { return nil }
    return index.stems[place] ?? index.stems[place + "/index"] ?? index.stems[ModulePath.stem(of: place)]
  }

  private func joined(_ module: String, _ type: String) -> String {
    if module.isEmpty { return type }
    if type.isEmpty { return module }
    return module.hasSuffix(".") ? module + type : module + "." + type
  }

  /// The best of what was found.
  private func settle(_ found: [Found]) -> ResolvedCall {
    guard let best = found.map(\.score).max() else { return ResolvedCall() }
    let chosen = found.filter { $0.score == best }
    let ids = chosen.map(\.id)
    if ids.count == 1, chosen[0].isOne { return ResolvedCall(units: ids, certainty: .sure) }
    // Overloads: one of them runs; the first stands for it where all are of one file and type.
    return ResolvedCall(units: Array(ids.prefix(8)), certainty: .several)
  }
}
