import Behaviour
import Testing

/// How trees are written.
@Suite struct BehaviourBuilderTests {
  /// `a(1); if b: c()`, at byte 100 of its text.
  private func sample() -> BehaviourTree {
    var builder = BehaviourBuilder(origin: 100)
    builder.open(.block, .statement, 100..<120)
    builder.open(.call, .statement, 100..<104, name: builder.name("a"))
    builder.leaf(.literal, .argument, 102..<103, name: builder.name("1"), detail: LiteralKind.integer.rawValue)
    builder.close()
    builder.open(.branch, .statement, 106..<120)
    builder.leaf(.read, .condition, 109..<110, name: builder.name("b"))
    builder.open(.block, .arm, 112..<120)
    builder.leaf(.call, .statement, 112..<115, name: builder.name("c"))
    return builder.finish()
  }

  @Test func nodesStandInReadingOrderWithRangesOfTheUnit() {
    let tree = sample()
    #expect(tree.nodes.map(\.kind) == [.block, .call, .literal, .branch, .read, .block, .call])
    #expect(tree.nodes.map(\.parent) == [noNode, 0, 1, 0, 3, 3, 5])
    #expect(tree.nodes.map(\.next) == [7, 3, 3, 7, 5, 7, 7])
    #expect(tree.nodes[3].bytes == 6..<20)
  }

  @Test func whatIsClosedTooOftenStaysClosed() {
    var builder = BehaviourBuilder(origin: 0)
    builder.open(.block, .statement, 0..<1)
    builder.close()
    builder.close()
    #expect(builder.depth == 0)
    #expect(builder.finish().count == 1)
  }

  @Test func rangesBeforeTheUnitAreItsStart() {
    var builder = BehaviourBuilder(origin: 10)
    builder.leaf(.read, .statement, 4..<12)
    #expect(builder.finish().nodes[0].bytes == 0..<2)
  }

  @Test func theLastNodeMayBeOpenedAgain() {
    var builder = BehaviourBuilder(origin: 0)
    builder.open(.block, .statement, 0..<9)
    let first = builder.leaf(.call, .statement, 0..<1)
    let last = builder.leaf(.call, .statement, 2..<3)
    let firstIsOpen = builder.reopen(first)
    let lastIsOpen = builder.reopen(last)
    builder.leaf(.unknown, .statement, 2..<2)
    builder.close()
    let noneIsOpen = builder.reopen(7)
    #expect([firstIsOpen, lastIsOpen, noneIsOpen] == [false, true, false])
    let tree = builder.finish()
    #expect(tree.nodes.map(\.parent) == [noNode, 0, 0, 2])
    #expect(tree.nodes.map(\.next) == [4, 2, 4, 4])
  }

  @Test func namesAreKeptOnce() {
    var builder = BehaviourBuilder(origin: 0)
    let bytes = Array("send(order)".utf8)
    let numbers = [
      builder.name("send"), builder.name(bytes, 0..<4), builder.name(bytes[0..<4]), builder.name(bytes, 5..<10),
      builder.name(bytes, 5..<99), builder.name(""),
    ]
    #expect(numbers == [1, 1, 1, 2, 0, 0])
    #expect(builder.finish().names == ["", "send", "order"])
  }

  @Test func whatIsSetLaterIsThere() {
    var builder = BehaviourBuilder(origin: 0)
    let index = builder.leaf(.call, .statement, 0..<1)
    builder.insert(.discarded, at: index)
    builder.insert(.awaited, at: index)
    builder.setName(builder.name("get"), at: index)
    builder.setPath(builder.name("requests.get"), certainty: .import, at: index)
    builder.insert(.returned, at: 9)
    builder.setPath(1, certainty: .import, at: -1)
    let tree = builder.finish()
    #expect(tree[0].flags == [.discarded, .awaited])
    #expect(tree.name(0) == "get")
    #expect(tree.path(0) == "requests.get")
    #expect(tree[0].certainty == .import)
  }

  @Test func aTreeIsWalkedDownAndUp() {
    let tree = sample()
    #expect(Array(tree.children(0)) == [1, 3])
    #expect(Array(tree.children(3)) == [4, 5])
    #expect(tree.child(3, .arm) == 5)
    #expect(tree.child(3, .otherwise) == nil)
    #expect(tree.children(3, .condition) == [4])
    #expect(Array(tree.ancestors(6)) == [5, 3, 0])
    #expect(tree.subtree(3) == 3..<7)
    #expect(tree.contains(3, 6))
    #expect(!tree.contains(1, 3))
  }

  @Test func whatIsOutsideOfATreeIsUnknown() {
    let tree = sample()
    for index in [NodeIndex(-1), 7, .max] {
      #expect(tree.kind(index) == .unknown)
      #expect(Array(tree.children(index)).isEmpty)
      #expect(tree.subtree(index).isEmpty)
      #expect(tree.name(index).isEmpty)
    }
    #expect(tree.text(99).isEmpty)
    #expect(BehaviourTree().root == noNode)
  }
}
