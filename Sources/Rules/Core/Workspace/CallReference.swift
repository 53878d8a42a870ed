package import Behaviour

/// Which function a call names, as far as the unit that makes it can tell: what another file needs to find it.
package struct CallReference: Sendable, Hashable {
  package enum Form: UInt8, Sendable {
    /// A plain name: `charge`.
    case bare
    /// A member of the object itself, or of its type: `self.check`, `Self.check`.
    case own
    /// A canonical path.
    case path
    /// A member of something of which only the name of its type is known: a declared parameter, a type by its name.
    case typed
    /// A member of something of which nothing is known.
    case member
  }

  package var form: Form
  /// The function's own name, or the type's where one is made.
  package var name: String
  /// What stands right before it: the type, or the last part of the module; `make()` for what that function gives.
  package var type: String
  /// What stands before that.
  package var module: String
  package var isConstruction: Bool

  package init(form: Form, name: String, type: String = "", module: String = "", isConstruction: Bool = false) {
    self.form = form
    self.name = name
    self.type = type
    self.module = module
    self.isConstruction = isConstruction
  }
}

/// Reads the references of one unit.
package struct ReferenceReader {
  private let unit: Unit
  /// Names of the types of parameters and locals.
  private var types: [String: String] = [:]
  private var isSearched = false

  package init(_ unit: Unit) {
    self.unit = unit
  }

  /// What a call names; nil where it hangs on something that has no name.
  package mutating func reference(of call: NodeIndex) -> CallReference? {
    let tree = unit.tree
    let node = tree[call]
    guard node.kind == .call, node.name != 0 else { return nil }
    let constructs = node.has(.constructs)
    if node.path != 0 {
      let path = tree.text(node.path)
      if let made = CallReference(path: path, isConstruction: constructs) { return made }
    }
    let name = tree.text(node.name)
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else {
      return CallReference(form: .bare, name: name, isConstruction: constructs)
    }
    let last = String(name[name.utf8.index(after: dot)...])
    let base = name[..<dot]
    guard !last.isEmpty else { return nil }
    if base.isEmpty {
      if let receiver = tree.child(call, .receiver), tree.kind(receiver) == .call, tree[receiver].has(.constructs),
        let made = self.reference(of: receiver)
      {
        return CallReference(form: .typed, name: last, type: made.name)
      }
      return CallReference(form: .member, name: last)
    }
    switch base {
    case "self", "this", "Self", "static", "cls", "super", "super()", "parent":
      return CallReference(form: .own, name: last)
    default: break
    }
    let type = typeName(of: base, at: call)
    return CallReference(form: type.isEmpty ? .member : .typed, name: last, type: type, isConstruction: constructs)
  }

  private mutating func typeName(of base: Substring, at call: NodeIndex) -> String {
    let parts = base.split(separator: ".")
    guard let root = parts.first, let last = parts.last else { return "" }
    if root == "self" || root == "this", parts.count == 2 {
      guard let field = unit.owner?.fields.first(where: { $0.name == last }) else { return "" }
      return field.type.map { CallReference.typeName($0) } ?? field.written
    }
    if parts.count == 1 {
      search()
      if let known = types[String(root)] { return known }
    }
    return NameReading.isCapitalized(last) ? String(last) : ""
  }

  /// Finds what the unit says of the types of its own names.
  private mutating func search() {
    guard !isSearched else { return }
    isSearched = true
    let tree = unit.tree
    for index in tree.nodes.indices where tree.nodes[index].kind == .assign {
      guard let target = tree.child(NodeIndex(index), .target), let value = tree.child(NodeIndex(index), .value),
        tree.kind(target) == .read, tree[target].name != 0
      else { continue }
      var made = value
      if tree.kind(made) == .await, let inner = tree.child(made, .value) { made = inner }
      guard tree.kind(made) == .call, tree[made].name != 0 else { continue }
      let name = tree.name(made)
      if tree[made].has(.constructs) {
        types[tree.name(target)] = String(NameReading.last(name))
      } else if tree[made].path == 0, !name.utf8.contains(UInt8(ascii: ".")) {
        types[tree.name(target)] = name + "()"
      }
    }
    guard unit.parameters.contains(where: { $0.type != nil }) else { return }
    var seen: Set<String> = []
    for parameter in unit.parameters where seen.insert(parameter.name).inserted {
      guard let type = parameter.type, tree.names.contains(parameter.name) else { continue }
      types[parameter.name] = CallReference.typeName(type)
    }
  }
}

extension CallReference {
  /// Reads a canonical path; nil for one that no file can be found by.
  init?(path: String, isConstruction: Bool) {
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else {
      // `./gateway`, the default of a module; or a type by its bare path.
      self.init(form: .path, name: path, isConstruction: isConstruction)
      return
    }
    let name = path[path.utf8.index(after: dot)...]
    if name.isEmpty || name.utf8.contains(UInt8(ascii: "/")) {
      self.init(form: .path, name: "", module: path, isConstruction: isConstruction)
      return
    }
    let rest = path[..<dot]
    if rest.hasSuffix("()") {
      // What the call before it gives: `Gateway.make().capture`.
      let made = rest.dropLast(2)
      let start = made.utf8.lastIndex(of: UInt8(ascii: ".")).map { made.utf8.index(after: $0) } ?? made.startIndex
      let module = start > made.startIndex ? made[..<made.index(before: start)] : ""
      self.init(form: .path, name: String(name), type: made[start...] + "()", module: String(module))
      return
    }
    var type = rest[rest.endIndex...]
    var module = rest
    if let second = rest.utf8.lastIndex(of: UInt8(ascii: ".")) {
      let candidate = rest[rest.utf8.index(after: second)...]
      if !candidate.isEmpty, !candidate.utf8.contains(UInt8(ascii: "/")) {
        type = candidate
        module = rest[..<second]
        // `.client.send`: the dots of a relative import belong to the module.
        if module.allSatisfy({ $0 == "." }) { module = rest[...second] }
      }
    } else if !rest.utf8.contains(UInt8(ascii: "/")) {
      type = rest
      module = rest[rest.endIndex...]
    }
    self.init(
      form: .path,
      name: String(name),
      type: String(type),
      module: String(module),
      isConstruction: isConstruction
    )
  }

  /// Types that stand for the one that they hold.
  private static let wrappers: Set<String> = [
    "Arc", "Rc", "Box", "Promise", "Task", "ValueTask", "Result", "Option", "Optional", "Awaitable", "Coroutine",
    "Future", "CompletableFuture", "Mono", "Deferred", "Uni",
  ]

  /// The bare name of a type as written or by its path: `Store` of `*store.Store<T>?`, of `Arc<Store>`.
  package static func typeName(_ written: String) -> String {
    var text = written[...]
    while let first = text.first, "*&?! ".contains(first) || text.hasPrefix("mut ") || text.hasPrefix("dyn ") {
      text = text.hasPrefix("mut ") || text.hasPrefix("dyn ") ? text.dropFirst(4) : text.dropFirst()
    }
    if text.first == "(" { text = text.dropFirst() }
    while let first = text.first, "*& ".contains(first) { text = text.dropFirst() }
    guard let first = text.first, first != "[", first != "(", first != "{" else { return "" }
    let head = text.prefix { $0 != "<" && $0 != "?" && $0 != "[" && $0 != " " && $0 != "!" && $0 != "|" && $0 != "," }
    let last =
      head.utf8.lastIndex { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "\\") }
      .map { head[head.utf8.index(after: $0)...] } ?? head
    if wrappers.contains(String(last)), text.utf8.count > head.utf8.count + 1 {
      return typeName(String(text.dropFirst(head.count + 1)))
    }
    return String(last)
  }
}
