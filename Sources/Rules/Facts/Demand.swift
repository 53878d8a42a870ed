package import Behaviour
import Knowledge

/// A place in a test that can make it fail: an assertion, or a call of something that asserts.
package struct Demand: Sendable {
  package let node: NodeIndex
  package let means: Means

  package enum Means: Sendable, Hashable {
    /// Depends on what the code under test does.
    case assertion
    /// Fails wherever it is reached.
    case fails
    /// A function of the file that asserts.
    case helper(String)
    /// The catalog knows that it fails the test where what it asks for does not hold.
    case known
  }
}

extension UnitContext {
  static func demands(in context: UnitContext) -> [Demand] {
    let tree = context.tree
    var worths: [NodeIndex: AssertionFact.Worth] = [:]
    for fact in context.assertions { worths[fact.node] = fact.worth }
    var demands: [Demand] = []
    for index in tree.nodes.indices {
      let node = NodeIndex(index)
      switch tree.nodes[index].kind {
      case .assertion:
        switch worths[node] {
        case .open?: if !tree.countsAssertions(node) { demands.append(Demand(node: node, means: .assertion)) }
        case .fails?: demands.append(Demand(node: node, means: .fails))
        default: continue
        }
      case .call where tree.nodes[index].role != .decorator:
        if context.call(node)?.known?.part == .asserts {
          demands.append(Demand(node: node, means: .known))
        } else if let helper = context.file.declaration(calledAs: tree.name(node), in: context.unit),
          helper.declaration.asserts == .yes, helper.declaration.kind != .test
        {
          demands.append(Demand(node: node, means: .helper(helper.name)))
        }
      default: continue
      }
    }
    return demands
  }

  /// The demands that stand in a node or below it, in reading order.
  package func demands(in node: NodeIndex) -> ArraySlice<Demand> {
    let range = tree.subtree(node)
    let first = demands.firstIndex { $0.node >= range.lowerBound } ?? demands.endIndex
    let end = demands[first...].firstIndex { $0.node >= range.upperBound } ?? demands.endIndex
    return demands[first..<end]
  }

  /// What a demand is about, in a few words.
  package func wording(of demand: Demand) -> String {
    guard tree.kind(demand.node) == .assertion else { return "`\(display(demand.node))`" }
    guard let actual = tree.child(demand.node, .actual) else { return "the assertion" }
    return "the assertion on `\(wording(of: actual))`"
  }
}

extension BehaviourTree {
  /// `expect.assertions(2)`: fails the test where fewer assertions than that were reached.
  package func countsAssertions(_ node: NodeIndex) -> Bool {
    kind(node) == .assertion && name(node) == AssertionKind.other && child(node, .actual) == nil
      && !self[node].has(.incomplete) && child(node, .argument) == nil && child(node, .body) == nil
  }
}
