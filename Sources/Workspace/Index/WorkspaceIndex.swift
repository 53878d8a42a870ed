import Behaviour
package import Rules
import Synchronization

/// What the files of a workspace know of each other: their summaries, joined by name.
///
/// Names are numbers in here. A call is looked up when somebody asks for it; what was found is kept for its file.
///
/// Unchecked, because the compiler cannot see who changes it: many threads may ask at once, but nobody while one of them
/// changes it. A review makes it whole before it asks; `SharedIndex` has a lock for those who do both.
package final class WorkspaceIndex: @unchecked Sendable {
  typealias Symbol = UInt32
  typealias ID = WorkspaceUnit.ID

  /// By number. What is gone leaves a gap, which the next one fills.
  private(set) var files: [IndexedFile?] = []
  private var gaps: [Int32] = []
  private(set) var names = SymbolTable()
  /// Files by path.
  private(set) var places: [String: Int32] = [:]
  /// Files by path without the ending, for languages that name modules by it.
  private(set) var stems = Postings<String>()
  /// Members by type and name.
  private(set) var members = Postings<MemberKey>()
  /// Units that are no members of a type, by name.
  private(set) var functions = Postings<Symbol>()
  /// Members by name alone.
  private(set) var methods = Postings<Symbol>()
  /// Types by their names; positions among the types of a file.
  private(set) var types = Postings<Symbol>()
  /// Types by what they derive from.
  private(set) var derived = Postings<Symbol>()
  /// Files that call something of a name.
  private(set) var callers = Postings<Symbol>()
  /// Units by the smallest hashes of their shapes: two that are alike share one of them, in all likelihood.
  private(set) var shapes = Postings<UInt32>()
  /// Units that call a library themselves, by its name.
  private(set) var users = Postings<Symbol>()
  /// Files of tests by what they name.
  private(set) var mentions = Postings<Symbol>()
  /// How calls are waited for, by language and name.
  private(set) var habits: [HabitKey: WaitingHabit] = [:]
  /// Of the functions that declare what they give, by language and name: how many give something that must be closed,
  /// and how many do not.
  private(set) var givers: [HabitKey: (held: Int, others: Int)] = [:]
  /// How many units of tests there are in a language.
  private var tests: [LanguageGroup: Int] = [:]
  /// Counts the changes.
  package private(set) var revision = 0
  /// Counts those after which a call may run something else.
  private(set) var declarations = 0
  private let answers = Mutex(Answers())
  /// How many hashes of a shape it is found by.
  static let keysOfShape = 6

  struct MemberKey: Hashable {
    var type: Symbol
    var name: Symbol
  }

  struct HabitKey: Hashable {
    var group: LanguageGroup
    var name: Symbol
  }

  /// What was worked out of the whole, until something changes.
  struct Answers {
    var reaches: [ID: Reach] = [:]
    var callers: [ID: CallerList] = [:]
    var wrappers: [WrapperKey: WrapperFact?] = [:]
    var tallies: [ID: [PracticeTally]] = [:]
    var models: KnownModels?
    var moduleRoots: [String]?
  }

  package init() {}

  /// Joins summaries. The order of the files does not matter.
  package convenience init(_ summaries: [FileSummary]) {
    self.init()
    files.reserveCapacity(summaries.count)
    for summary in summaries.sorted(by: { $0.path < $1.path }) { replace(summary) }
  }

  // MARK: - Changing

  package var fileCount: Int { places.count }
  package var paths: Dictionary<String, Int32>.Keys { places.keys }

  /// What is known of a file; nil for one that is not in the index.
  package func summary(ofFile path: String) -> FileSummary? {
    places[path].flatMap { file($0) }?.summary
  }

  /// Takes in a file, in the place of what was known of it.
  ///
  /// - Returns: false where that is what was known already.
  @discardableResult
  package func replace(_ summary: FileSummary) -> Bool {
    var keepsDeclarations = false
    if let number = places[summary.path], let old = file(number) {
      if old.summary == summary { return false }
      keepsDeclarations = old.declaresTheSame(as: summary)
      enter(old, number, isAdded: false)
      let new = IndexedFile(summary, &names)
      files[Int(number)] = new
      enter(new, number, isAdded: true)
    } else {
      let new = IndexedFile(summary, &names)
      let number: Int32
      if let gap = gaps.popLast() {
        number = gap
        files[Int(gap)] = new
      } else {
        number = Int32(clamping: files.count)
        files.append(new)
      }
      places[summary.path] = number
      enter(new, number, isAdded: true)
    }
    changed(keepsDeclarations: keepsDeclarations)
    return true
  }

  /// Forgets a file.
  ///
  /// - Returns: false where it was not known.
  @discardableResult
  package func remove(path: String) -> Bool {
    guard let number = places[path], let old = file(number) else { return false }
    enter(old, number, isAdded: false)
    files[Int(number)] = nil
    places[path] = nil
    gaps.append(number)
    changed(keepsDeclarations: false)
    return true
  }

  private func changed(keepsDeclarations: Bool) {
    revision += 1
    if !keepsDeclarations { declarations += 1 }
    answers.withLock { answers in
      let roots = keepsDeclarations ? answers.moduleRoots : nil
      answers = Answers()
      answers.moduleRoots = roots
    }
  }

  /// Enters a file into all lists, or takes it out of them.
  private func enter(_ file: IndexedFile, _ number: Int32, isAdded: Bool) {
    func put<Key>(_ list: inout Postings<Key>, _ key: Key, _ position: Int = 0) {
      if isAdded {
        list.add(ID(file: number, position: Int32(clamping: position)), for: key, among: files)
      } else {
        list.remove(file: number, for: key, among: files)
      }
    }
    let summary = file.summary
    let isOfTests = summary.traits.contains(.test)
    put(&stems, file.stem)
    for (position, unit) in summary.units.enumerated() {
      if unit.kind == .test || isOfTests { tests[file.group, default: 0] += isAdded ? 1 : -1 }
      for hash in unit.shape.sketch.prefix(WorkspaceIndex.keysOfShape) { put(&shapes, hash, position) }
      if unit.kind != .test, unit.effects.leavesProcess, !isOfTests {
        for library in file.libraries(of: unit) { put(&users, library, position) }
      }
      guard unit.kind != .module, unit.kind != .test else { continue }
      let name = names.number(of: unit.name)
      if unit.returnType != nil {
        let key = HabitKey(group: file.group, name: name)
        if unit.conduct.contains(.givesHeld) {
          givers[key, default: (0, 0)].held += isAdded ? 1 : -1
        } else {
          givers[key, default: (0, 0)].others += isAdded ? 1 : -1
        }
      }
      if let owner = unit.owner {
        put(&members, MemberKey(type: names.number(of: lastPart(owner)), name: name), position)
        put(&methods, name, position)
      } else {
        put(&functions, name, position)
      }
    }
    for (position, type) in summary.types.enumerated() {
      put(&types, names.number(of: lastPart(type.name)), position)
      for base in type.bases { put(&derived, names.number(of: lastPart(base)), position) }
    }
    var called: Set<Symbol> = []
    for call in summary.calls { count(call, of: file, by: isAdded ? 1 : -1) }
    for call in summary.calls where !call.flags.contains(.known) {
      called.insert(file.symbol(call.name))
      if call.type != 0 { called.insert(file.symbol(call.type)) }
    }
    for name in called { put(&callers, name) }
    for name in summary.mentions { put(&mentions, file.symbol(name)) }
  }

  private func count(_ call: CallSummary, of file: IndexedFile, by step: Int) {
    let isAwaited = call.flags.contains(.awaited)
    guard isAwaited || WorkspaceIndex.isWithoutWaiting(call) else { return }
    let key = HabitKey(group: file.group, name: file.symbol(call.name))
    if isAwaited { habits[key, default: WaitingHabit()].awaited += step }
    if WorkspaceIndex.isWithoutWaiting(call) { habits[key, default: WaitingHabit()].others += step }
  }

  // MARK: - Asking

  /// What the rules of a file may ask; nil for a file that is not in the index.
  package func facts(forFile path: String) -> (any WorkspaceFacts)? {
    places[path].map { FileView(index: self, number: $0) }
  }

  func file(_ number: Int32) -> IndexedFile? { files.indices.contains(Int(number)) ? files[Int(number)] : nil }

  func file(of id: ID) -> IndexedFile? { file(id.file) }

  func unit(_ id: ID) -> WorkspaceUnit? {
    guard let summary = file(id.file)?.summary, summary.units.indices.contains(Int(id.position)) else { return nil }
    return WorkspaceUnit(
      id: id,
      path: summary.path,
      fileTraits: summary.traits,
      summary: summary.units[Int(id.position)]
    )
  }

  /// Whether there is a test in a language.
  func hasTests(_ group: LanguageGroup) -> Bool { tests[group, default: 0] > 0 }

  /// What is known already, else what is worked out now. Two threads may work at the same; they come to the same.
  func answer<Value: Sendable>(
    _ known: (Answers) -> Value?,
    _ keep: (inout Answers, Value) -> Void,
    _ find: () -> Value
  ) -> Value {
    if let known = answers.withLock({ known($0) }) { return known }
    let found = find()
    answers.withLock { keep(&$0, found) }
    return found
  }
}
