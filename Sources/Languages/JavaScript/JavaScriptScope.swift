import Behaviour

/// What is known of a value.
struct KnownValue {
  /// Canonical path; 0 where nothing is known.
  var path: NameID = 0
  var certainty = Certainty.nameOnly
  /// The path is that of the value itself (an imported name), not that of its type or of the call that made it.
  var isItself = false

  static let nothing = KnownValue()
}

/// The names in force at a place in a unit: blocks and closures are entered and left, a name finds its innermost
/// declaration in constant time. Behind them stand the names of the file.
struct JavaScriptScope {
  struct Binding {
    let name: NameID
    let kind: PlaceKind
    var known: KnownValue
    /// How many closures deep it was declared.
    let depth: Int32
    /// Index of the declaration that this one hides; -1 for none.
    let hidden: Int32
  }

  private var bindings: [Binding] = []
  /// By name: index of its innermost binding, -1 for none.
  private var latest: [Int32] = []
  private var blocks: [Int] = []
  private var outer: [FileName?] = []
  private var fieldsKnown: [NameID: KnownValue] = [:]
  private let environment: FileEnvironment
  private let owner: Owner?
  private(set) var depth: Int32 = 0

  /// What a name stands for outside of the unit.
  struct FileName {
    var known = KnownValue.nothing
    /// The file declares it, or imports it.
    var isDeclared = false
    var isFunction = false
  }

  init(environment: FileEnvironment, owner: Owner?) {
    self.environment = environment
    self.owner = owner
  }

  mutating func enterBlock() { blocks.append(bindings.count) }

  mutating func leaveBlock() {
    guard let start = blocks.popLast() else { return }
    while bindings.count > start, let binding = bindings.popLast() { latest[Int(binding.name)] = binding.hidden }
  }

  mutating func enterClosure() {
    depth += 1
    enterBlock()
  }

  mutating func leaveClosure() {
    depth -= 1
    leaveBlock()
  }

  mutating func declare(_ name: NameID, _ kind: PlaceKind, _ known: KnownValue = .nothing) {
    guard name != 0 else { return }
    while latest.count <= Int(name) { latest.append(-1) }
    bindings.append(Binding(name: name, kind: kind, known: known, depth: depth, hidden: latest[Int(name)]))
    latest[Int(name)] = Int32(truncatingIfNeeded: bindings.count - 1)
  }

  /// A write to a name: where it is a local, what is known of it becomes what is known of the value.
  mutating func assign(_ name: NameID, _ known: KnownValue) {
    guard let index = index(name) else { return }
    let old = bindings[index].known
    guard !(old.certainty == .declaredType && old.path != 0) else { return }
    // A second value of another kind: nobody knows any more which one it is.
    bindings[index].known = old.path == 0 || old.path == known.path ? known : .nothing
  }

  private func index(_ name: NameID) -> Int? {
    guard Int(name) < latest.count, latest[Int(name)] >= 0 else { return nil }
    return Int(latest[Int(name)])
  }

  func binding(_ name: NameID) -> Binding? { index(name).map { bindings[$0] } }

  /// Where a plain name lives, seen from here.
  mutating func place(_ name: NameID, _ builder: inout BehaviourBuilder) -> PlaceKind {
    if let index = index(name) {
      let binding = bindings[index]
      return binding.depth < depth && binding.kind != .static ? .captured : binding.kind
    }
    return fileName(name, &builder).isDeclared ? .static : .unknown
  }

  mutating func known(_ name: NameID, _ builder: inout BehaviourBuilder) -> KnownValue {
    if let index = index(name) { return bindings[index].known }
    return fileName(name, &builder).known
  }

  /// What a name stands for at the top level of the file or in the language itself, where no local hides it.
  mutating func fileName(_ name: NameID, _ builder: inout BehaviourBuilder) -> FileName {
    while outer.count <= Int(name) { outer.append(nil) }
    if let known = outer[Int(name)] { return known }
    let text = builder.text(name)
    var found = FileName()
    switch environment.names[text] {
    case .imported(let path):
      found = FileName(
        known: KnownValue(path: builder.name(path), certainty: .import, isItself: true),
        isDeclared: true
      )
    case .value(let type, let certainty):
      found.isDeclared = true
      if let type { found.known = KnownValue(path: builder.name(type), certainty: certainty) }
    case .function: found = FileName(isDeclared: true, isFunction: true)
    case .type: found.isDeclared = true
    case nil:
      if JavaScriptGlobals.names.contains(text) {
        found.known = KnownValue(path: name, certainty: .import, isItself: true)
      }
    }
    while outer.count <= Int(name) { outer.append(nil) }
    outer[Int(name)] = found
    return found
  }

  /// A field of the type around the unit.
  mutating func field(_ name: NameID, _ builder: inout BehaviourBuilder) -> KnownValue {
    guard let owner, !owner.fields.isEmpty else { return .nothing }
    if let known = fieldsKnown[name] { return known }
    let text = builder.text(name)
    var known = KnownValue.nothing
    if let field = owner.fields.first(where: { $0.name == text }), let type = field.type {
      known = KnownValue(path: builder.name(type), certainty: field.certainty)
    }
    fieldsKnown[name] = known
    return known
  }

  /// The canonical name of the base type.
  var base: String? { owner?.bases.first }
}
