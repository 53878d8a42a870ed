import Behaviour
import Rules

/// Finds what calls of one file run.
///
/// By what the reference says: a member of a known type, a function of a known module, or no more than a name. The
/// module must be one that the found file may stand for; of several that fit, the nearest wins.
struct CallResolver {
  let index: WorkspaceIndex
  let number: Int32
  let file: IndexedFile
  typealias ID = WorkspaceUnit.ID

  /// - Returns: nil for a file that is not there.
  init?(index: WorkspaceIndex, from number: Int32) {
    guard let file = index.file(number) else { return nil }
    self.index = index
    self.number = number
    self.file = file
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
    guard file.links.modulesGiveDefaults, module.hasPrefix("."), let places = files(ofModule: module) else {
      return ResolvedCall()
    }
    for place in places {
      guard let summary = index.file(of: place)?.summary else { continue }
      let fitting = summary.units.indices.filter { position in
        let unit = summary.units[position]
        guard unit.kind != .module, unit.kind != .test else { return false }
        return name.map { unit.name == $0 } ?? (unit.owner == nil && unit.traits.contains(.exported))
      }
      if fitting.count == 1 {
        return ResolvedCall(
          units: fitting.map { ID(file: place.file, position: Int32(clamping: $0)) },
          certainty: .sure
        )
      }
    }
    return ResolvedCall()
  }

  private func bare(_ reference: CallReference, from unit: String, owner: String?) -> ResolvedCall {
    let symbol = index.names.known(reference.name)
    guard symbol != 0 else { return ResolvedCall() }
    if reference.isConstruction, let made = initializer(ofType: reference.name, module: nil) { return made }
    // The innermost of the groups and types around the unit that has a function of this name.
    let own = file.units(named: reference.name)
    if !own.isEmpty {
      var prefix = unit[...]
      while true {
        let qualified = prefix.isEmpty ? reference.name : prefix + "." + reference.name
        let found = own.filter { file.summary.units[$0].qualifiedName == qualified && isFunction($0, from: owner) }
        if !found.isEmpty {
          return settle(found.map { Found(id: ID(file: number, position: Int32(clamping: $0)), score: 1_000) })
        }
        guard !prefix.isEmpty else { break }
        prefix = prefix.lastIndex(of: ".").map { prefix[..<$0] } ?? ""
      }
    }
    if let owner, ownMembersAreBare {
      let found = settle(members(reference.name, ofType: lastPart(owner), module: nil))
      if !found.units.isEmpty { return found }
    }
    let reach = file.links.bareNames
    guard reach != .ownFile else { return ResolvedCall() }
    let near = (index.functions[symbol] ?? []).compactMap { id -> Found? in
      guard let other = index.file(of: id), other.group == file.group else { return nil }
      let isNear = other.folder == file.folder
      guard isNear || reach != .folder else { return nil }
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

  private var ownMembersAreBare: Bool { file.language.facts.has(.ownMembersAreBare) }

  private func joined(_ module: String, _ type: String) -> String {
    if module.isEmpty { return type }
    if type.isEmpty { return module }
    return module.hasSuffix(".") ? module + type : module + "." + type
  }
}
