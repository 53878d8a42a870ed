import Behaviour
import Knowledge

extension UnitContext {
  /// The last names of what a test calls and makes, apart from what every test does: what it may be about.
  var testSubjects: Set<String> {
    var subjects: Set<String> = []
    for call in calls where tree[call.node].role != .decorator {
      if call.known != nil, !tree[call.node].has(.constructs) { continue }
      let name = tree.name(call.node)
      let last = String(NameReading.last(name))
      guard last.utf8.count >= 3, !TestNames.mayAssert(name), !TestNames.ofTestCase.contains(last) else { continue }
      switch role(of: call) {
      // What ends something is of interest where it is what must fail.
      case .cleanup where tree.ancestors(call.node).contains(where: { tree.kind($0) == .assertion }):
        subjects.insert(last)
      case .log, .report, .harmless, .sleep, .cleanup: continue
      default: subjects.insert(last)
      }
      // `new Orders(…)`, `Orders.parse(…)`
      if let root = name.split(separator: ".").first, NameReading.isCapitalized(root) { subjects.insert(String(root)) }
    }
    return subjects
  }

  /// Of these, the functions that it is plain to see it is about: not what it makes to hand on, nor what a client asks of
  /// an address.
  var exercised: Set<String> {
    let subjects = testSubjects
    var found: Set<String> = []
    for call in calls where !tree[call.node].has(.constructs) {
      let name = tree.name(call.node)
      let last = String(NameReading.last(name))
      if subjects.contains(last), !TestNames.isRequest(name) { found.insert(last) }
    }
    return found
  }

  /// Assertions that could fail, those in functions of the file that are called not counted.
  var assertionNodes: [NodeIndex] {
    tree.nodes.indices.compactMap { index in
      let node = tree.nodes[index]
      return node.kind == .assertion && !node.has(.incomplete) ? NodeIndex(index) : nil
    }
  }

  /// A test that the runner leaves out: by its traits, a decorator, or a call at its start.
  var skip: NodeIndex? {
    for child in tree.children(tree.root) {
      let name = tree.name(child)
      let last = String(NameReading.last(name))
      if tree[child].role == .decorator, SkipWords.decorators.contains(last) { return child }
      guard tree[child].role == .statement else { continue }
      switch tree.kind(child) {
      case .call where SkipWords.calls.contains(last): return child
      case .raise:
        if let value = tree.child(child, .value), SkipWords.errors.contains(String(NameReading.last(tree.name(value))))
        {
          return child
        }
      default: continue
      }
    }
    return unit.traits.contains(.skipped) ? tree.root : nil
  }
}

private enum SkipWords {
  static let decorators: Set<String> = [
    "skip", "skipIf", "skipUnless", "skipif", "xfail", "Disabled", "Ignore", "ignore", "Skip", "expectedFailure",
    "Explicit", "disabled",
  ]
  static let calls: Set<String> = [
    "skip", "Skip", "SkipNow", "Skipf", "skipTest", "markTestSkipped", "markTestIncomplete", "pending", "XCTSkip",
    "assumeTrue",
  ]
  static let errors: Set<String> = ["XCTSkip", "SkipTest", "SkipException"]
}
