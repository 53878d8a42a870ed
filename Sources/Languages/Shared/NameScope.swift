import Behaviour

/// What the names in a unit stand for while it is lowered: locals, parameters, what closures capture, and behind them
/// the names of the file.
///
/// Names and types are numbers in here (`Symbol`), so that a look-up makes no `String`; what the file says about a name
/// is asked for once.
struct NameScope {
  /// The number of a name or of a canonical type path; 0 is none.
  typealias Symbol = UInt32

  struct Binding {
    var kind: PlaceKind
    /// Canonical path of its type, or of the call that made its value.
    var type: Symbol = 0
    var certainty: Certainty = .nameOnly
    /// The name stands for what `type` names (an import, another name for one), not for a value of that type.
    var isAlias = false
    /// How many closures deep it was declared.
    fileprivate(set) var depth = 0
  }

  private struct Entry {
    var binding: Binding
    let symbol: Symbol
    /// The binding that this one hides, -1 for none.
    let hidden: Int32
  }

  /// What is known of a name, by its number.
  private struct Record {
    /// Index of its innermost binding, -1 for none.
    var binding: Int32 = -1
    var file: FileName?
    var field: Known?
  }

  /// What a name means at the top level of the file.
  private enum FileName {
    case missing, global, local
    case imported(Symbol)
    case value(Symbol, Certainty)
  }

  private struct Known {
    var type: Symbol
    var certainty: Certainty
  }

  private var symbols = NameTable()
  private var records = [Record()]
  private var entries: [Entry] = []
  /// Where each closure's bindings start.
  private var frames = [0]
  private let environment: FileEnvironment
  private let owner: Owner?
  /// Names that the language itself provides.
  private let globals: Set<String>
  /// What the namespaces hold that the file brings in whole.
  private let catalog: NameCatalog
  /// By name: the modules that provide it to a file which imports one of them whole.
  var modules: [String: [String]] = [:]

  init(
    environment: FileEnvironment,
    owner: Owner?,
    globals: Set<String> = [],
    catalog: NameCatalog = .empty
  ) {
    self.environment = environment
    self.owner = owner
    self.globals = globals
    self.catalog = catalog
  }

  // MARK: - Symbols

  mutating func symbol(_ bytes: [UInt8], _ range: Range<Int>) -> Symbol { kept(symbols.intern(bytes, range)) }
  mutating func symbol(_ text: String) -> Symbol { kept(symbols.intern(text)) }
  func text(_ symbol: Symbol) -> String { symbols.text(symbol) }
  func append(_ symbol: Symbol, to bytes: inout [UInt8]) { symbols.append(symbol, to: &bytes) }

  private mutating func kept(_ symbol: (id: Symbol, isNew: Bool)) -> Symbol {
    if symbol.isNew { records.append(Record()) }
    return symbol.id
  }

  // MARK: - Closures and declarations

  /// How many closures deep the code is that is lowered now.
  var depth: Int { frames.count - 1 }

  mutating func enterClosure() { frames.append(entries.count) }

  mutating func leaveClosure() {
    guard frames.count > 1, let start = frames.popLast() else { return }
    while entries.count > start, let entry = entries.popLast() {
      records[Int(entry.symbol)].binding = entry.hidden
    }
  }

  mutating func declare(_ symbol: Symbol, _ binding: Binding) {
    guard symbol != 0, Int(symbol) < records.count else { return }
    var binding = binding
    binding.depth = depth
    let known = records[Int(symbol)].binding
    if known >= 0, entries[Int(known)].binding.depth == depth {
      entries[Int(known)].binding = binding
    } else {
      records[Int(symbol)].binding = Int32(truncatingIfNeeded: entries.count)
      entries.append(Entry(binding: binding, symbol: symbol, hidden: known))
    }
  }

  mutating func declare(_ name: String, _ kind: PlaceKind, type: String? = nil, certainty: Certainty = .nameOnly) {
    declare(symbol(name), Binding(kind: kind, type: symbol(type ?? ""), certainty: certainty))
  }

  /// Says that a name, in the closure at hand, is the one of the file, with what the file knows of it.
  mutating func declareOfFile(_ symbol: Symbol) {
    var binding = Binding(kind: .static)
    switch fileName(symbol) {
    case .imported(let path): binding = Binding(kind: .static, type: path, certainty: .import, isAlias: true)
    case .value(let type, let certainty): binding = Binding(kind: .static, type: type, certainty: certainty)
    case .missing, .global, .local: break
    }
    declare(symbol, binding)
  }

  /// A write to a name: where it is known, its type becomes the new one, else it is declared here as a local.
  ///
  /// - Parameter reachesOut: whether a write in a closure reaches a name declared outside of it, or declares a new one.
  mutating func assign(_ symbol: Symbol, type: Symbol, certainty: Certainty, isAlias: Bool, reachesOut: Bool = true) {
    guard symbol != 0, Int(symbol) < records.count else { return }
    let known = Int(records[Int(symbol)].binding)
    guard known >= 0, reachesOut || entries[known].binding.depth == depth else {
      return declare(symbol, Binding(kind: .local, type: type, certainty: certainty, isAlias: isAlias))
    }
    var binding = entries[known].binding
    if binding.certainty == .declaredType, binding.type != 0 { return }
    // A second value of another kind: nobody knows any more which one it is.
    if binding.type != 0, binding.type != type || binding.isAlias != isAlias {
      binding.type = 0
      binding.certainty = .nameOnly
    } else {
      binding.type = type
      binding.certainty = certainty
    }
    binding.isAlias = isAlias && binding.type != 0
    entries[known].binding = binding
  }

  mutating func assign(_ name: String, type: String?, certainty: Certainty) {
    assign(symbol(name), type: symbol(type ?? ""), certainty: certainty, isAlias: false)
  }

  // MARK: - Looking up

  func binding(of symbol: Symbol) -> Binding? {
    guard Int(symbol) < records.count else { return nil }
    let index = Int(records[Int(symbol)].binding)
    return index >= 0 ? entries[index].binding : nil
  }

  mutating func binding(of name: String) -> Binding? { binding(of: symbol(name)) }

  /// The type of the value that a name stands for, and what that rests on; nil where it is not known.
  mutating func valueType(of symbol: Symbol) -> (type: Symbol, certainty: Certainty)? {
    if let binding = binding(of: symbol) {
      return binding.type == 0 || binding.isAlias ? nil : (binding.type, binding.certainty)
    }
    if case .value(let type, let certainty) = fileName(symbol), type != 0 { return (type, certainty) }
    return nil
  }

  /// The canonical path of the type that the type around the unit derives from first; 0 where that is one of this file.
  mutating func baseType() -> Symbol {
    guard let base = owner?.bases.first else { return 0 }
    if case .type = environment.names[String(base.prefix { $0 != "." })] { return 0 }
    return symbol(base)
  }

  /// Where a plain name lives, seen from here.
  mutating func place(of symbol: Symbol) -> PlaceKind {
    if let binding = binding(of: symbol) {
      return binding.depth < depth && binding.kind != .static ? .captured : binding.kind
    }
    switch fileName(symbol) {
    case .missing, .global: return .unknown
    case .local, .imported, .value: return .static
    }
  }

  mutating func place(of name: String) -> PlaceKind { place(of: symbol(name)) }

  /// What a name stands for at the top level of the file, where no local hides it.
  mutating func topLevel(_ name: String) -> TopLevelName? {
    binding(of: name) == nil ? environment.names[name] : nil
  }

  /// A field of the type around the unit.
  func field(_ name: String) -> Owner.Field? {
    owner?.fields.first { $0.name == name }
  }

  /// Appends the canonical path of a dotted name: imports replaced by what they import, values by their type.
  ///
  /// - Parameter root: its first part.
  /// - Parameter rest: the bytes behind that, empty or from the first dot on.
  /// - Returns: how sure that is; nil, and nothing appended, where it does not resolve.
  mutating func resolve(_ root: Symbol, _ bytes: [UInt8], _ rest: Range<Int>, to path: inout [UInt8]) -> Certainty? {
    if let binding = binding(of: root) {
      // A name that is a value of a type is not the type: only its members have a path.
      guard binding.type != 0, binding.isAlias || !rest.isEmpty else { return nil }
      return join(binding.type, bytes, rest, binding.certainty, to: &path)
    }
    switch fileName(root) {
    case .imported(let symbol): return join(symbol, bytes, rest, .import, to: &path)
    case .value(let type, let certainty):
      return type == 0 || rest.isEmpty ? nil : join(type, bytes, rest, certainty, to: &path)
    case .global: return join(root, bytes, rest, .import, to: &path)
    case .local, .missing: return nil
    }
  }

  /// The same for a member of the object itself, by the declared or constructed type of its field.
  mutating func resolve(
    field: Symbol,
    _ bytes: [UInt8],
    _ rest: Range<Int>,
    to path: inout [UInt8]
  ) -> Certainty? {
    guard !rest.isEmpty, Int(field) < records.count else { return nil }
    let known: Known
    if let found = records[Int(field)].field {
      known = found
    } else {
      let found = self.field(text(field))
      known = Known(type: symbol(found?.type ?? ""), certainty: found?.certainty ?? .nameOnly)
      records[Int(field)].field = known
    }
    return known.type == 0 ? nil : join(known.type, bytes, rest, known.certainty, to: &path)
  }

  /// The canonical path of a dotted name given in parts, `["self", "client", "get"]`.
  ///
  /// - Parameter selfName: what the language calls the object itself; its fields' types are known from the owner.
  /// - Parameter isGlobal: whether a name that nobody declared may be taken as the language's own.
  mutating func resolve(
    _ parts: [String],
    selfName: String?,
    isGlobal: (String) -> Bool
  ) -> (path: String, certainty: Certainty)? {
    guard let root = parts.first, !root.isEmpty else { return nil }
    let isField = root == selfName && parts.count >= 2
    let rest = parts.dropFirst(isField ? 2 : 1).map { "." + $0 }.joined()
    let bytes = [UInt8](rest.utf8)
    var path: [UInt8] = []
    let certainty: Certainty? =
      isField
      ? resolve(field: symbol(parts[1]), bytes, bytes.indices, to: &path)
      : resolve(symbol(root), bytes, bytes.indices, to: &path)
    if let certainty { return (String(decoding: path, as: UTF8.self), certainty) }
    guard !isField, binding(of: root) == nil, environment.names[root] == nil, isGlobal(root) else { return nil }
    return (parts.joined(separator: "."), .import)
  }

  private mutating func fileName(_ symbol: Symbol) -> FileName {
    guard Int(symbol) < records.count else { return .missing }
    if let known = records[Int(symbol)].file { return known }
    let name = text(symbol)
    let found: FileName
    switch environment.names[name] {
    case .imported(let path): found = .imported(self.symbol(path))
    case .value(let type, let certainty): found = .value(self.symbol(type ?? ""), certainty)
    case .function, .type: found = .local
    case nil:
      if globals.contains(name) {
        found = .global
      } else if let path = catalog.path(of: name, in: environment.wildcards) {
        found = .imported(self.symbol(path))
      } else if let module = modules[name]?.first(where: isImported) {
        found = .imported(self.symbol(module + "." + name))
      } else {
        found = .missing
      }
    }
    records[Int(symbol)].file = found
    return found
  }

  private func isImported(_ module: String) -> Bool {
    if case .imported = environment.names[module] { return true }
    return false
  }

  private func join(
    _ type: Symbol,
    _ bytes: [UInt8],
    _ rest: Range<Int>,
    _ certainty: Certainty,
    to path: inout [UInt8]
  ) -> Certainty {
    symbols.append(type, to: &path)
    if rest.lowerBound >= 0, rest.upperBound <= bytes.count { path.append(contentsOf: bytes[rest]) }
    return certainty
  }
}
