package import Behaviour
package import Languages
package import Rules

extension FileFacts {
  /// Gathers what units must know of each other from the units of one file.
  package init(path: String, language: any Language, outline: Outline, units: [Unit]) {
    var imports: Set<String> = []
    for case .imported(let path) in outline.environment.names.values { imports.insert(path) }
    self.init(
      context: FileContext(
        path: path,
        language: language.id.family,
        facts: language.facts,
        traits: outline.traits,
        imports: imports.sorted()
      )
    )
    for unit in units where unit.kind != .module {
      declarations[unit.qualifiedName] = Declaration(unit, context.facts)
    }
    for unit in units where unit.kind == .module || unit.kind == .initializer {
      addConstructions(in: unit)
    }
    for unit in units where unit.kind == .function {
      addParts(ofObjectsMadeIn: unit, types: outline.environment.owners)
    }
    for unit in units where unit.kind == .module { markArguments(of: unit) }
    for case let owner? in units.lazy.map(\.owner) {
      if bases[owner.name] == nil, owner.marks.contains(where: { AccessWords.speak($0) }) { checksAccess = true }
      bases[owner.name] = owner.bases
    }
    for unit in units where unit.kind == .module && unit.tree.names.contains(where: { AccessWords.speak($0) }) {
      checksAccess = true
    }
    for unit in units {
      addAwaited(in: unit.tree)
      addReleased(in: unit.tree)
    }
    addCallers(in: units)
    addAccesses(of: units)
    if context.traits.contains(.test) || units.contains(where: { $0.kind == .test }) { addAssertions(of: units) }
  }

  /// Takes note of what is awaited, by its name as written.
  private mutating func addAwaited(in tree: BehaviourTree) {
    for node in tree.nodes where node.kind == .call && node.has(.awaited) && node.name != 0 {
      awaited[tree.text(node.name), default: 0] += 1
    }
  }

  /// Takes note of what gives values that are closed, by its name.
  private mutating func addReleased(in tree: BehaviourTree) {
    guard !context.facts.has(.dropsAtScopeEnd) else { return }
    for call in ReleasedValues.calls(in: tree) {
      let name = NameReading.last(tree.name(call))
      if !name.isEmpty { released.insert(String(name)) }
    }
  }

  /// `const save = step(async () => …)`: what the name stands for is what the call makes of the function.
  private mutating func markArguments(of unit: Unit) {
    let tree = unit.tree
    for index in tree.nodes.indices where tree.nodes[index].kind == .closure && tree.nodes[index].name != 0 {
      let node = NodeIndex(index)
      guard tree.kind(tree.parent(node)) == .argument, declarations[tree.name(node)] != nil else { continue }
      declarations[tree.name(node)]?.isWrapped = true
    }
  }

  /// Takes note of `client = Client(timeout=5)` at top level, and of `self.client = …` in an initializer.
  private mutating func addConstructions(in unit: Unit) {
    let tree = unit.tree
    for index in tree.nodes.indices where tree.nodes[index].kind == .assign {
      let node = NodeIndex(index)
      guard let target = tree.child(node, .target), let value = tree.child(node, .value),
        tree.kind(value) == .call, tree[value].path != 0
      else { continue }
      var key = tree.name(target)
      if unit.kind == .initializer {
        guard tree[target].placeKind == .field, let owner = unit.owner, let dot = key.firstIndex(of: ".") else {
          continue
        }
        key = owner.name + key[dot...]
      }
      // Made in two places: nobody knows which one it is.
      let isSecond = constructions[key] != nil
      var construction = Construction(path: tree.path(value), arguments: [:], hasUnseen: isSecond)
      construction.take(argumentsOf: value, in: tree)
      constructions[key] = construction
    }
  }
}

extension FileFacts {
  /// `&Shop{client: &http.Client{…}}` in a function that makes one: how the fields of a type of this file are made, in
  /// a language whose types have no initializer.
  private mutating func addParts(ofObjectsMadeIn unit: Unit, types: [String: Owner]) {
    guard !types.isEmpty else { return }
    let tree = unit.tree
    for index in tree.nodes.indices
    where tree.nodes[index].kind == .call && tree.nodes[index].flags.contains(.constructs) {
      let node = NodeIndex(index)
      guard types[tree.name(node)] != nil else { continue }
      for argument in tree.children(node, .argument) where tree[argument].name != 0 {
        guard let value = tree.child(argument, .value), tree.kind(value) == .call, tree[value].path != 0 else {
          continue
        }
        let key = tree.name(node) + "." + tree.name(argument)
        var construction = Construction(path: tree.path(value), arguments: [:], hasUnseen: constructions[key] != nil)
        construction.take(argumentsOf: value, in: tree)
        constructions[key] = construction
      }
    }
  }
}

extension FileFacts.Declaration {
  /// Decorators that leave a function what it is.
  private static let transparent: Set<String> = [
    "staticmethod", "classmethod", "property", "override", "typing.override", "abc.abstractmethod", "typing.final",
    "typing.overload", "functools.wraps",
  ]

  init(_ unit: Unit, _ facts: LanguageFacts) {
    let tree = unit.tree
    let givesTask = !unit.traits.contains(.async) && facts.isTask(unit.returnType)
    let isWrapped =
      unit.traits.contains(.async)
      && tree.children(tree.root).contains { node in
        tree[node].role == .decorator && !FileFacts.Declaration.transparent.contains(tree.path(node))
          && !FileFacts.Declaration.transparent.contains(tree.name(node))
      }
    self.init(
      kind: unit.kind,
      traits: unit.traits,
      isWrapped: isWrapped,
      containsFailures: unit.traits.contains(.async) && tree.containsFailures(in: tree.root),
      // One that only declares what others do gives no less than they; one that gives nothing gives nothing to wait for.
      waits: unit.traits.contains(.async) && unit.returnType != "void" && tree.waits(in: tree.root)
        || givesTask && tree.givesWork(unit),
      raises: unit.traits.isDisjoint(with: [.async, .generator, .abstract]) && tree.endsByRaising
    )
    if givesTask { self.traits.insert(.async) }
    returnType = unit.returnType
    takeCalls(of: tree)
  }

  /// What others of the file may know of what it does.
  private mutating func takeCalls(of tree: BehaviourTree) {
    var seen: Set<NameID> = []
    for node in tree.nodes {
      switch node.kind {
      case .call where node.path != 0 && node.certainty > .nameOnly:
        guard called.count < FileFacts.Declaration.calledLimit, seen.insert(node.path).inserted else { continue }
        called.append(tree.text(node.path))
      case .read where node.role == .resource && node.name != 0: holds.append(tree.text(node.name))
      default: continue
      }
    }
  }
}

extension FileFacts.Construction {
  mutating func take(argumentsOf call: NodeIndex, in tree: BehaviourTree) {
    take(linksBefore: call, in: tree)
    var position = 0
    for argument in tree.children(call, .argument) {
      if tree[argument].has(.spread) {
        hasUnseen = true
        continue
      }
      let label = tree.name(argument)
      guard let value = tree.child(argument, .value) else { continue }
      if label.isEmpty {
        arguments["#\(position)"] = constant(value, in: tree)
        position += 1
        take(entriesOf: value, in: tree, prefix: "")
      } else {
        arguments[label] = constant(value, in: tree)
        take(entriesOf: value, in: tree, prefix: label + ".")
      }
    }
  }

  private mutating func take(entriesOf value: NodeIndex, in tree: BehaviourTree, prefix: String) {
    guard tree.kind(value) == .collection, tree[value].collectionKind == .keyed else { return }
    for entry in tree.children(value, .element) {
      if tree[entry].has(.spread) { hasUnseen = true }
      guard !tree.name(entry).isEmpty, let value = tree.child(entry, .value) else { continue }
      arguments[prefix + tree.name(entry)] = constant(value, in: tree)
    }
  }

  /// `Client.newBuilder().timeout(5).build()`: what a chain gives stands under the names of its links.
  private mutating func take(linksBefore call: NodeIndex, in tree: BehaviourTree) {
    var at = call
    for _ in 0..<64 {
      guard let link = tree.child(at, .receiver), tree.kind(link) == .call else { return }
      if let argument = tree.child(link, .argument), let value = tree.child(argument, .value) {
        let name = String(NameReading.last(tree.name(link)))
        for label in [name, bare(name)] where arguments[label] == nil { arguments[label] = constant(value, in: tree) }
      }
      at = link
    }
  }

  /// `timeout` of `setTimeout`.
  private func bare(_ name: String) -> String {
    for prefix in ["set", "with"] where name.hasPrefix(prefix) && name.count > prefix.count {
      let rest = name.dropFirst(prefix.count).drop { $0 == "_" }
      return rest.prefix(1).lowercased() + rest.dropFirst()
    }
    return name
  }

  private func constant(_ value: NodeIndex, in tree: BehaviourTree) -> String {
    if tree.kind(value) == .literal { return tree.name(value) }
    if tree.kind(value) == .read, LimitValue.saysEndless(tree.name(value)) { return tree.name(value) }
    // A span of time that is made of constants.
    guard tree.kind(value) == .call, LimitValue.makesDuration(tree.name(value)) else { return "" }
    let given = tree.children(value, .argument).map { tree.child($0, .value).map { constant($0, in: tree) } ?? "" }
    return given.contains("") ? "" : given.first ?? ""
  }
}
