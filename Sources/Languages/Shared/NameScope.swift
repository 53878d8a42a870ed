import Behaviour

/// What the names in a unit stand for while it is lowered: locals, parameters, what closures capture, and behind them
/// the names of the file.
struct NameScope {
  struct Binding {
    var kind: PlaceKind
    /// Canonical path of its type, or of the call that made its value.
    var type: String?
    var certainty: Certainty
    /// How many closures deep it was declared.
    var depth: Int
  }

  private var frames: [[String: Binding]] = [[:]]
  private let environment: FileEnvironment
  private let owner: Owner?

  init(environment: FileEnvironment, owner: Owner?) {
    self.environment = environment
    self.owner = owner
  }

  /// How many closures deep the code is that is lowered now.
  var depth: Int { frames.count - 1 }

  mutating func enterClosure() { frames.append([:]) }

  mutating func leaveClosure() {
    if frames.count > 1 { frames.removeLast() }
  }

  mutating func declare(_ name: String, _ kind: PlaceKind, type: String? = nil, certainty: Certainty = .nameOnly) {
    frames[frames.count - 1][name] = Binding(kind: kind, type: type, certainty: certainty, depth: depth)
  }

  /// A write to a name: where it is known, its type becomes the new one, else it is declared here as a local.
  mutating func assign(_ name: String, type: String?, certainty: Certainty) {
    for frame in frames.indices.reversed() {
      if var binding = frames[frame][name] {
        if binding.certainty == .declaredType, binding.type != nil { return }
        // A second value of another kind: nobody knows any more which one it is.
        binding.type = binding.type == nil || binding.type == type ? type : nil
        binding.certainty = certainty
        frames[frame][name] = binding
        return
      }
    }
    declare(name, .local, type: type, certainty: certainty)
  }

  func binding(of name: String) -> Binding? {
    for frame in frames.reversed() {
      if let binding = frame[name] { return binding }
    }
    return nil
  }

  /// Where a plain name lives, seen from here.
  func place(of name: String) -> PlaceKind {
    if let binding = binding(of: name) {
      return binding.depth < depth && binding.kind != .static ? .captured : binding.kind
    }
    return environment.names[name] == nil ? .unknown : .static
  }

  /// What a name stands for at the top level of the file, where no local hides it.
  func topLevel(_ name: String) -> TopLevelName? {
    binding(of: name) == nil ? environment.names[name] : nil
  }

  /// A field of the type around the unit.
  func field(_ name: String) -> Owner.Field? {
    owner?.fields.first { $0.name == name }
  }

  /// The canonical path of a dotted name: imports replaced by what they import, values by their type.
  ///
  /// - Parameter parts: `["self", "client", "get"]`.
  /// - Parameter selfName: what the language calls the object itself; its fields' types are known from the owner.
  /// - Parameter globals: whether a name that nobody declared may be taken as the language's own.
  func resolve(
    _ parts: [String],
    selfName: String?,
    isGlobal: (String) -> Bool
  ) -> (path: String, certainty: Certainty)? {
    guard let root = parts.first, !root.isEmpty else { return nil }
    if root == selfName, parts.count >= 2 {
      guard parts.count > 2, let field = field(parts[1]), let type = field.type else { return nil }
      return (join(type, parts.dropFirst(2)), field.certainty)
    }
    if let binding = binding(of: root) {
      guard let type = binding.type else { return nil }
      // The name itself is a value of that type, not the type.
      return parts.count == 1 ? nil : (join(type, parts.dropFirst()), binding.certainty)
    }
    switch environment.names[root] {
    case .imported(let path): return (join(path, parts.dropFirst()), .import)
    case .value(let type?, let certainty):
      return parts.count == 1 ? nil : (join(type, parts.dropFirst()), certainty)
    case .value, .function, .type: return nil
    case nil:
      return isGlobal(root) ? (parts.joined(separator: "."), .import) : nil
    }
  }

  private func join(_ path: String, _ rest: ArraySlice<String>) -> String {
    rest.isEmpty ? path : path + "." + rest.joined(separator: ".")
  }
}
