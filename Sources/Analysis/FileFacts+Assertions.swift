import Behaviour
import Knowledge
import Rules

extension FileFacts {
  /// Finds the functions of a test file whose call can fail the test that makes it, through any number of others.
  mutating func addAssertions(of units: [Unit]) {
    let knowledge = KnowledgeBase.standard(for: context.language)
    var callers: [String: [String]] = [:]
    var found: [(name: String, asserts: Assertiveness)] = []
    for unit in units where unit.kind != .module {
      var asserts = unit.hasDemand ? Assertiveness.yes : .no
      unit.addAbsences(to: &absent)
      for node in unit.tree.nodes where node.kind == .call && asserts != .yes {
        let name = unit.tree.text(node.name)
        if let callee = declaration(calledAs: name, in: unit) {
          if callee.name != unit.qualifiedName { callers[callee.name, default: []].append(unit.qualifiedName) }
        } else if node.path != 0, knowledge.call(unit.tree.text(node.path))?.part == .asserts {
          asserts = .yes
        } else if TestNames.mayAssert(name) {
          asserts = .perhaps
        }
      }
      if asserts != .no { found.append((unit.qualifiedName, asserts)) }
    }
    // What certainly asserts goes first, so that nothing has to be said twice.
    for asserts in [Assertiveness.yes, .perhaps] {
      var waiting = found.filter { $0.asserts == asserts }.map(\.name)
      while let name = waiting.popLast() {
        guard let declaration = declarations[name], declaration.asserts < asserts else { continue }
        declarations[name]?.asserts = asserts
        waiting += callers[name] ?? []
      }
    }
    for (name, declaration) in declarations where declaration.traits.contains(.fixture) && declaration.asserts == .yes {
      assertingFixtures.insert(String(NameReading.last(name)))
    }
  }
}

extension Unit {
  /// Adds the names of the calls of which an assertion demands that they give nothing, through one name.
  func addAbsences(to names: inout Set<String>) {
    for index in tree.nodes.indices where tree.nodes[index].kind == .assertion {
      let node = NodeIndex(index)
      let kind = tree.name(node)
      guard kind == (tree[node].has(.negated) ? AssertionKind.notNull : AssertionKind.null),
        let actual = tree.child(node, .actual), let call = maker(of: actual)
      else { continue }
      names.insert(String(NameReading.last(tree.name(call))))
    }
  }

  /// The call that gives a value: the value itself, or what its name was last given above it.
  private func maker(of value: NodeIndex) -> NodeIndex? {
    var node = value
    if tree.kind(node) == .read, tree[node].placeKind == .local {
      let name = tree[node].name
      let giver = (0..<node).last { at in
        guard tree.kind(at) == .assign, let target = tree.child(at, .target) else { return false }
        return tree[target].name == name
      }
      guard let giver, let given = tree.child(giver, .value) else { return nil }
      node = given
    }
    while tree.kind(node) == .await, let inner = tree.child(node, .value) { node = inner }
    return tree.kind(node) == .call ? node : nil
  }

  /// Whether it fails a test by what stands in itself: an assertion, or an error raised in its own name.
  var hasDemand: Bool {
    for index in tree.nodes.indices {
      let node = tree.nodes[index]
      switch node.kind {
      case .assertion where !node.has(.incomplete): return true
      case .raise where tree.isDemand(raise: NodeIndex(index)): return true
      default: continue
      }
    }
    return false
  }
}
