package import Behaviour
import Knowledge

/// What in a test, besides its assertions, can make it fail for a wrong result.
package struct TestFailure: Sendable {
  package enum Way: Sendable, Hashable {
    /// A function of this file asserts.
    case helper(String)
    /// Runs behind every test of its group, and asserts.
    case afterwards(String)
    /// A call that the catalog knows to fail the test.
    case known
    /// The test raises an error itself.
    case raises
    /// The test ends only when a callback says so.
    case callback
    /// The test is one that has to fail.
    case marked
  }

  package let way: Way
  package let node: NodeIndex
}

extension UnitContext {
  func findTestFailure() -> TestFailure? {
    for index in tree.nodes.indices {
      let node = NodeIndex(index)
      switch tree.nodes[index].kind {
      case .call:
        if let way = wayToFail(call: node) { return TestFailure(way: way, node: node) }
      case .read where tree.nodes[index].role != .target:
        if let way = wayToFail(handingOn: node) { return TestFailure(way: way, node: node) }
      case .raise where tree.isDemand(raise: node): return TestFailure(way: .raises, node: node)
      case .propagate where tree.closure(above: node) == nil: return TestFailure(way: .raises, node: node)
      default: continue
      }
    }
    return failureAfterwards
  }

  private func wayToFail(call node: NodeIndex) -> TestFailure.Way? {
    let name = tree.name(node)
    if tree[node].role == .decorator {
      return UnitContext.failureMarks.contains(NameReading.last(name).lowercased()) ? .marked : nil
    }
    switch call(node)?.known?.part {
    case .asserts: return .known
    case .exit: return .raises
    default: break
    }
    if let helper = file.declaration(calledAs: name, in: unit) {
      return helper.declaration.asserts == .yes ? .helper(name) : nil
    }
    if assertsElsewhere(node) { return .helper(name) }
    // Called in a callback: where that never runs, the test never ends.
    guard let done = callback, tree.closure(above: node) != nil else { return nil }
    return name == done || name == done + ".fail" ? .callback : nil
  }

  /// A function that is not called here, but given to somebody who will.
  private func wayToFail(handingOn node: NodeIndex) -> TestFailure.Way? {
    let name = tree.name(node)
    if name == callback, tree[node].role == .value || tree[node].role == .expected { return .callback }
    if tree[node].role == .parameter { return nil }
    if name.hasPrefix("self.assert"), unit.owner?.bases.contains(where: { $0.contains("Test") }) == true {
      return .helper(name)
    }
    guard let helper = file.declaration(calledAs: name, in: unit), helper.declaration.asserts == .yes else {
      return nil
    }
    return .helper(name)
  }

  /// The parameter that a test calls when it is done.
  private var callback: String? {
    guard file.context.facts.has(.takesCallbacks), let first = unit.parameters.first else { return nil }
    return UnitContext.callbacks.contains(first.name) ? first.name : nil
  }

  private static let callbacks: Set<String> = ["done", "next", "cb", "callback"]
  private static let failureMarks: Set<String> = ["expectedfailure", "xfail", "raises"]

  /// What runs behind each test of the type or group, where that asserts.
  private var failureAfterwards: TestFailure? {
    guard !file.assertingFixtures.isEmpty else { return nil }
    for name in UnitContext.afterwards where file.assertingFixtures.contains(name) {
      let called = unit.owner == nil ? name : "self." + name
      guard let found = file.declaration(calledAs: called, in: unit), found.declaration.asserts == .yes,
        found.declaration.traits.contains(.fixture)
      else { continue }
      return TestFailure(way: .afterwards(name), node: tree.root)
    }
    return nil
  }

  private static let afterwards = [
    "afterEach", "tearDown", "teardown", "teardown_method", "asyncTearDown", "afterAll", "after", "tearDownClass",
  ]
}

extension BehaviourTree {
  /// Whether an error that is raised in a test, or in what helps it, says that the test failed: not one that skips it,
  /// and not one that a stand-in of the test raises when it is called.
  package func isDemand(raise node: NodeIndex) -> Bool {
    for above in ancestors(node) {
      if kind(above) == .closure || kind(above) == .assertion { return false }
    }
    guard let value = child(node, .value) else { return false }
    for index in subtree(value) where kind(index) == .call || kind(index) == .read {
      let last = name(index).split(separator: ".").last ?? ""
      return !BehaviourTree.otherErrors.contains(last)
    }
    return true
  }

  private static let otherErrors: Set<Substring> = [
    "SkipTest", "Skipped", "skip", "XCTSkip", "NotImplementedError", "StopIteration", "StopAsyncIteration",
  ]

  /// The innermost closure above a node.
  fileprivate func closure(above node: NodeIndex) -> NodeIndex? {
    ancestors(node).first { kind($0) == .closure }
  }
}
