import Behaviour
import Languages
import Testing

/// Says what is wrong with the shape of an outline and of the units at its spans; empty where nothing is.
func flaws(in reading: Reading) -> [String] {
  var flaws: [String] = []
  let all = 0..<reading.source.bytes.count
  func inside(_ inner: Range<Int>, _ outer: Range<Int>) -> Bool {
    inner.lowerBound >= outer.lowerBound && inner.upperBound <= outer.upperBound
  }
  for (index, container) in reading.outline.containers.enumerated() {
    if let parent = container.parent, parent >= index { flaws.append("container \(container.name) before its parent") }
    let parts = [container.head, container.body, container.tail]
    if parts.contains(where: { !inside($0, all) }) { flaws.append("container \(container.name) leaves the text") }
    if container.head.upperBound > container.body.lowerBound || container.body.upperBound > container.tail.lowerBound {
      flaws.append("container \(container.name) has its parts out of order")
    }
  }
  for span in reading.outline.units {
    let unit = reading.language.lower(span, of: reading.source, in: reading.outline)
    if !inside(span.range, all) { flaws.append("\(span.qualifiedName) leaves the text") }
    if span.kind != .module, !inside(span.nameRange, span.range) { flaws.append("\(span.qualifiedName) has no name") }
    if let container = span.container {
      if !reading.outline.containers.indices.contains(container) {
        flaws.append("\(span.qualifiedName) stands in no container")
      } else if !inside(span.range, reading.outline.containers[container].body) {
        flaws.append("\(span.qualifiedName) stands outside of its container")
      }
    }
    flaws += treeFlaws(of: unit)
  }
  return flaws
}

private func treeFlaws(of unit: Unit) -> [String] {
  var flaws: [String] = []
  let tree = unit.tree
  if tree[0].kind != .block || tree[0].next != NodeIndex(tree.count) { flaws.append("\(unit.name) has no block") }
  for index in 0..<NodeIndex(tree.count) {
    let node = tree[index]
    if node.next <= index || node.next > NodeIndex(tree.count) { flaws.append("\(unit.name): \(index) ends nowhere") }
    if index > 0, node.parent < 0 || node.parent >= index || tree[node.parent].next < node.next {
      flaws.append("\(unit.name): \(index) \(node.kind) is not inside of its parent")
    }
    if node.bytes.upperBound > unit.length { flaws.append("\(unit.name): \(index) \(node.kind) leaves the unit") }
  }
  return flaws
}
