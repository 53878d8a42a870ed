import Behaviour
import Knowledge
package import Rules
import Synchronization

/// What the files of a workspace know of each other: their summaries, joined by name.
///
/// Names are numbers in here. A call is looked up when somebody asks for it; what was found is kept for its file.
package final class WorkspaceIndex: Sendable {
  typealias Symbol = UInt32
  typealias ID = WorkspaceUnit.ID

  let files: [IndexedFile]
  let names: SymbolTable
  /// Files by path.
  let places: [String: Int32]
  /// Files by path without the ending, for languages that name modules by it.
  let stems: [String: [Int32]]
  /// Members by type and name.
  let members: [MemberKey: [ID]]
  /// Units that are no members of a type, by name.
  let functions: [Symbol: [ID]]
  /// Members by name alone.
  let methods: [Symbol: [ID]]
  /// Files that declare a type, by its name.
  let types: [Symbol: [TypePlace]]
  /// Types by what they derive from.
  let derived: [Symbol: [TypePlace]]
  /// Files that call something of a name.
  let callers: [Symbol: [Int32]]
  /// Units by the smallest hashes of their shapes: two that are alike share one of them, in all likelihood.
  let shapes: [UInt32: [ID]]
  /// Units that call a library themselves, by its name, in the order of the files.
  let users: [Symbol: [ID]]
  /// Files of tests by what they name.
  let mentions: [Symbol: [Int32]]
  /// How calls are waited for, by language and name: of names that are awaited somewhere.
  let habits: [HabitKey: WaitingHabit]
  /// Families of languages that have a test in the workspace.
  let testedFamilies: Set<LanguageGroup>
  /// What the paths of the workspace's own Go packages start with, before the folder.
  let goModules: [String]
  private let reaches = Mutex<[ID: Reach]>([:])
  let wrappers = Mutex<[WrapperKey: WrapperFact?]>([:])
  let tallies = Mutex<[ID: [PracticeTally]]>([:])
  /// How many hashes of a shape it is found by.
  private static let keysOfShape = 6

  struct MemberKey: Hashable {
    var type: Symbol
    var name: Symbol
  }

  struct HabitKey: Hashable {
    var group: LanguageGroup
    var name: Symbol
  }

  struct TypePlace: Hashable {
    var file: Int32
    /// Among the types of the file.
    var position: Int32
  }

  /// Joins summaries. The order of the files does not matter.
  package init(_ summaries: [FileSummary]) {
    let summaries = summaries.sorted { $0.path < $1.path }
    var names = SymbolTable()
    var files: [IndexedFile] = []
    var places: [String: Int32] = [:]
    var stems: [String: [Int32]] = [:]
    var members: [MemberKey: [ID]] = [:]
    var functions: [Symbol: [ID]] = [:]
    var methods: [Symbol: [ID]] = [:]
    var types: [Symbol: [TypePlace]] = [:]
    var derived: [Symbol: [TypePlace]] = [:]
    var callers: [Symbol: [Int32]] = [:]
    var shapes: [UInt32: [ID]] = [:]
    var mentions: [Symbol: [Int32]] = [:]
    var users: [Symbol: [ID]] = [:]
    var tested: Set<LanguageGroup> = []
    files.reserveCapacity(summaries.count)
    for summary in summaries {
      let number = Int32(clamping: files.count)
      let file = IndexedFile(summary, &names)
      files.append(file)
      places[summary.path] = number
      stems[file.stem, default: []].append(number)
      for (position, unit) in summary.units.enumerated() {
        let id = ID(file: number, position: Int32(clamping: position))
        if unit.kind == .test || summary.traits.contains(.test) { tested.insert(file.group) }
        for hash in unit.shape.sketch.prefix(WorkspaceIndex.keysOfShape) { shapes[hash, default: []].append(id) }
        if unit.kind != .test, unit.effects.leavesProcess, !summary.traits.contains(.test) {
          for library in file.libraries(of: unit) { users[library, default: []].append(id) }
        }
        guard unit.kind != .module, unit.kind != .test else { continue }
        let name = names.number(of: unit.name)
        if let owner = unit.owner {
          members[MemberKey(type: names.number(of: lastPart(owner)), name: name), default: []].append(id)
          methods[name, default: []].append(id)
        } else {
          functions[name, default: []].append(id)
        }
      }
      for (position, type) in summary.types.enumerated() {
        let place = TypePlace(file: number, position: Int32(clamping: position))
        types[names.number(of: lastPart(type.name)), default: []].append(place)
        for base in type.bases { derived[names.number(of: lastPart(base)), default: []].append(place) }
      }
      var called: Set<Symbol> = []
      for call in summary.calls where !call.flags.contains(.known) {
        called.insert(file.symbols[Int(call.name)])
        if call.type != 0 { called.insert(file.symbols[Int(call.type)]) }
      }
      for name in called { callers[name, default: []].append(number) }
      for name in summary.mentions { mentions[file.symbols[Int(name)], default: []].append(number) }
    }
    self.files = files
    self.names = names
    self.places = places
    self.stems = stems
    self.members = members
    self.functions = functions
    self.methods = methods
    self.types = types
    self.derived = derived
    self.callers = callers
    self.shapes = shapes
    self.mentions = mentions
    self.users = users
    habits = WorkspaceIndex.habits(of: files)
    testedFamilies = tested
    goModules = WorkspaceIndex.goModules(of: files)
  }

  /// Told from what is imported: the same root stands before the folders of most packages that exist here.
  private static func goModules(of files: [IndexedFile]) -> [String] {
    let folders = Set(files.filter { $0.group.name == "go" }.map { String($0.folder) })
    guard !folders.isEmpty else { return [] }
    var counts: [String: Int] = [:]
    for file in files where file.group.name == "go" {
      for path in file.summary.imports where path.contains("/") {
        // The longest end of the path that is a folder here.
        var at = path.startIndex
        while let slash = path[at...].firstIndex(of: "/") {
          at = path.index(after: slash)
          guard folders.contains(String(path[at...])) else { continue }
          counts[String(path[..<slash]), default: 0] += 1
          break
        }
      }
    }
    let most = counts.values.max() ?? 0
    return counts.filter { $0.value * 10 >= most }.map(\.key).sorted { $0.count > $1.count }
  }

  /// What the rules of a file may ask; nil for a file that is not in the index.
  package func facts(forFile path: String) -> (any WorkspaceFacts)? {
    places[path].map { FileView(index: self, file: $0) }
  }

  func unit(_ id: ID) -> WorkspaceUnit? {
    guard files.indices.contains(Int(id.file)) else { return nil }
    let summary = files[Int(id.file)].summary
    guard summary.units.indices.contains(Int(id.position)) else { return nil }
    return WorkspaceUnit(
      id: id,
      path: summary.path,
      fileTraits: summary.traits,
      summary: summary.units[Int(id.position)]
    )
  }

  func file(of id: ID) -> IndexedFile? {
    files.indices.contains(Int(id.file)) ? files[Int(id.file)] : nil
  }

  // MARK: - Following calls

  /// What the calls of a file run, in their order.
  func resolved(_ number: Int32) -> [ResolvedCall] {
    guard files.indices.contains(Int(number)) else { return [] }
    let file = files[Int(number)]
    return file.resolved.withLock { kept in
      if let kept { return kept }
      let resolver = CallResolver(index: self, from: number)
      var found: [ResolvedCall] = []
      found.reserveCapacity(file.summary.calls.count)
      for unit in file.summary.units {
        for position in unit.calls where file.summary.calls.indices.contains(Int(position)) {
          let call = file.summary.calls[Int(position)]
          found.append(
            call.flags.contains(.known)
              ? ResolvedCall() : resolver.resolve(file.reference(call), from: unit.qualifiedName, owner: unit.owner)
          )
        }
      }
      kept = found
      return found
    }
  }

  /// What a unit does with all that it surely calls: a walk over at most so many units, nearest first.
  func reach(of start: ID) -> Reach {
    if let known = reaches.withLock({ $0[start] }) { return known }
    var reach = Reach(effects: [], conduct: [], isWhole: true)
    var seen: Set<ID> = [start]
    var waiting = [(id: start, depth: 0)]
    var next = 0
    while next < waiting.count {
      let (id, depth) = waiting[next]
      next += 1
      guard let file = file(of: id), file.summary.units.indices.contains(Int(id.position)) else { continue }
      let unit = file.summary.units[Int(id.position)]
      reach.effects.formUnion(unit.effects)
      reach.conduct.formUnion(unit.conduct)
      if unit.conduct.contains(.hasUnknown) { reach.isWhole = false }
      let resolved = resolved(id.file)
      for position in unit.calls where resolved.indices.contains(Int(position)) {
        let call = file.summary.calls[Int(position)]
        if call.flags.contains(.known) { continue }
        let found = resolved[Int(position)]
        guard found.certainty == .sure, let callee = found.units.first else {
          reach.isWhole = false
          continue
        }
        guard seen.insert(callee).inserted else { continue }
        guard depth < WorkspaceIndex.deepest, seen.count < WorkspaceIndex.most else {
          reach.isWhole = false
          continue
        }
        waiting.append((callee, depth + 1))
      }
    }
    reaches.withLock { $0[start] = reach }
    return reach
  }

  private static let deepest = 8
  private static let most = 500
}

/// What was found of a call.
struct ResolvedCall: Sendable {
  var units: [WorkspaceUnit.ID] = []
  var certainty = Callees.Certainty.name
}

/// A file of the index.
final class IndexedFile: Sendable {
  let summary: FileSummary
  let group: LanguageGroup
  /// By the file's own numbers of names.
  let symbols: [UInt32]
  /// The path without the ending of the last part.
  let stem: String
  /// The folders and the file's own name, as modules are compared.
  let segments: [Substring]
  let resolved = Mutex<[ResolvedCall]?>(nil)

  init(_ summary: FileSummary, _ names: inout SymbolTable) {
    self.summary = summary
    group = LanguageGroup(family: summary.language)
    symbols = summary.names.map { names.number(of: $0) }
    stem = ModulePath.stem(of: summary.path)
    segments = ModulePath.segments(ofFile: stem)
  }

  func reference(_ call: CallSummary) -> CallReference { summary.reference(call) }

  /// The libraries that a unit calls itself.
  func libraries(of unit: UnitSummary) -> Set<UInt32> {
    var found: Set<UInt32> = []
    for position in unit.calls where summary.calls.indices.contains(Int(position)) {
      let call = summary.calls[Int(position)]
      if call.flags.contains(.known), call.effect.leavesProcess { found.insert(symbols[Int(call.type)]) }
    }
    return found
  }

  var folder: Substring { stem.lastIndex(of: "/").map { stem[..<$0] } ?? "" }
}

/// Languages whose files call each other.
struct LanguageGroup: Hashable, Sendable {
  let name: String

  init(family: String) {
    switch family {
    case "javascript", "typescript": name = "typescript"
    case "java", "kotlin": name = "java"
    default: name = family
    }
  }
}

/// Numbers for all names of a workspace.
struct SymbolTable: Sendable {
  private var numbers: [String: UInt32] = [:]

  mutating func number(of name: String) -> UInt32 {
    if let known = numbers[name] { return known }
    let number = UInt32(clamping: numbers.count + 1)
    numbers[name] = number
    return number
  }

  /// The number of a name that is known; 0 for any other.
  func known(_ name: some StringProtocol) -> UInt32 { numbers[String(name)] ?? 0 }
}

/// `Gateway` of `Billing.Gateway`.
func lastPart(_ name: String) -> String {
  guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return name }
  return String(name[name.utf8.index(after: dot)...])
}
