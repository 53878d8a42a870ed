import Behaviour
import Knowledge
import Languages
import Rules
import Synchronization

/// A file of the index.
final class IndexedFile: Sendable {
  let summary: FileSummary
  let language: IndexLanguage
  /// By the file's own numbers of names.
  let symbols: [UInt32]
  /// The path without the ending of the last part.
  let stem: String
  let folder: Substring
  /// The folders and the file's own name, as modules are compared.
  let segments: [Substring]
  /// The same in numbers, as written, and as `ModulePath.folded`.
  let places: [UInt32]
  let modules: [UInt32]
  private let lookup = Mutex(Lookup())

  private struct Lookup {
    var names: UnitNames?
    var calls: CallList?
    var resolved: [ResolvedCall?] = []
    /// Of the declarations that the calls were resolved among.
    var revision = -1
  }

  init(_ summary: FileSummary, _ names: inout SymbolTable) {
    self.summary = summary
    language = IndexLanguage.of(family: summary.language)
    symbols = summary.names.map { names.number(of: $0) }
    let stem = ModulePath.stem(of: summary.path)
    self.stem = stem
    folder = stem.utf8.lastIndex(of: UInt8(ascii: "/")).map { stem[..<$0] } ?? ""
    segments = ModulePath.segments(ofFile: stem)
    places = segments.map { names.number(of: String($0)) }
    modules = segments.map { names.number(of: ModulePath.folded($0)) }
  }

  var group: LanguageGroup { language.group }
  var links: LinkFacts { language.facts.links }

  func reference(_ call: CallSummary) -> CallReference { summary.reference(call) }

  func symbol(_ name: UInt32) -> UInt32 { symbols.indices.contains(Int(name)) ? symbols[Int(name)] : 0 }

  /// The libraries that a unit calls itself.
  func libraries(of unit: UnitSummary) -> Set<UInt32> {
    var found: Set<UInt32> = []
    for position in unit.calls where summary.calls.indices.contains(Int(position)) {
      let call = summary.calls[Int(position)]
      if call.flags.contains(.known), call.effect.leavesProcess { found.insert(symbol(call.type)) }
    }
    return found
  }

  /// The units of a name, and of a qualified name, in reading order.
  func units(named name: String) -> [Int] { unitNames.byName[name] ?? [] }
  func units(qualified name: String) -> [Int] { unitNames.byQualifiedName[name] ?? [] }

  private var unitNames: UnitNames {
    lookup.withLock { lookup in
      if let names = lookup.names { return names }
      let names = UnitNames(summary)
      lookup.names = names
      return names
    }
  }

  /// The calls by their names, and by the units that make them.
  var calls: CallList {
    lookup.withLock { lookup in
      if let calls = lookup.calls { return calls }
      let calls = CallList(summary, symbols: symbols)
      lookup.calls = calls
      return calls
    }
  }

  /// What a call runs: as it was found before, among the same declarations, else as it is found now.
  func resolved(_ call: Int32, revision: Int, _ find: () -> ResolvedCall) -> ResolvedCall {
    let position = Int(call)
    guard summary.calls.indices.contains(position) else { return ResolvedCall() }
    let known = lookup.withLock { lookup -> ResolvedCall? in
      if lookup.revision != revision {
        lookup.revision = revision
        lookup.resolved = []
      }
      return lookup.resolved.indices.contains(position) ? lookup.resolved[position] : nil
    }
    if let known { return known }
    let found = find()
    lookup.withLock { lookup in
      if lookup.resolved.isEmpty { lookup.resolved = Array(repeating: nil, count: summary.calls.count) }
      if lookup.revision == revision { lookup.resolved[position] = found }
    }
    return found
  }

  /// Whether calls in other files are resolved the same with another summary of this one.
  func declaresTheSame(as other: FileSummary) -> Bool {
    guard summary.path == other.path, summary.language == other.language, summary.types == other.types,
      summary.units.count == other.units.count
    else { return false }
    if links.modulesAreFolders, summary.imports != other.imports { return false }
    return zip(summary.units, other.units).allSatisfy { old, new in
      old.name == new.name && old.qualifiedName == new.qualifiedName && old.kind == new.kind
        && old.traits == new.traits && old.owner == new.owner && old.returnType == new.returnType
    }
  }
}

/// The units of a file by their names.
private struct UnitNames {
  var byName: [String: [Int]] = [:]
  var byQualifiedName: [String: [Int]] = [:]

  init(_ summary: FileSummary) {
    for (position, unit) in summary.units.enumerated() {
      byName[unit.name, default: []].append(position)
      byQualifiedName[unit.qualifiedName, default: []].append(position)
    }
  }
}

/// What was found of a call.
struct ResolvedCall: Sendable {
  var units: [WorkspaceUnit.ID] = []
  var certainty = Callees.Certainty.name
}

/// Languages whose files call each other.
struct LanguageGroup: Hashable, Sendable {
  let name: String
}

/// A language as the index knows it.
struct IndexLanguage: Sendable {
  let group: LanguageGroup
  let facts: LanguageFacts

  private static let byFamily: [String: IndexLanguage] = Dictionary(
    Languages.all.map { language in
      let family = language.id.family
      let group = language.facts.links.group
      return (family, IndexLanguage(group: LanguageGroup(name: group.isEmpty ? family : group), facts: language.facts))
    },
    uniquingKeysWith: { first, _ in first }
  )

  static func of(family: String) -> IndexLanguage {
    byFamily[family] ?? IndexLanguage(group: LanguageGroup(name: family), facts: LanguageFacts())
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
