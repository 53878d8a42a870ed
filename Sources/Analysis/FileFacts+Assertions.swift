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
