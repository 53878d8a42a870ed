import Behaviour
import Testing

@Suite struct StructuralHashTests {
  /// `callee(local)`
  private func tree(calling callee: String, with local: String, at start: Int = 0) -> BehaviourTree {
    var builder = BehaviourBuilder(origin: 0)
    builder.open(.call, .statement, start..<start + 9, name: builder.name(callee))
    builder.leaf(.read, .argument, start..<start + 1, name: builder.name(local), detail: PlaceKind.local.rawValue)
    return builder.finish()
  }

  private func hash(_ tree: BehaviourTree) -> String {
    var hash = StructuralHash()
    hash.combine(0, of: tree, locals: tree.localNames)
    return hash.text
  }

  @Test func localsCountByTheirOrderNotByTheirNames() {
    #expect(hash(tree(calling: "send", with: "order")) == hash(tree(calling: "send", with: "it", at: 40)))
    #expect(hash(tree(calling: "send", with: "order")) != hash(tree(calling: "drop", with: "order")))
  }

  @Test func theTextIsTheSameInEveryRun() {
    var hash = StructuralHash()
    hash.combine("lacuna")
    #expect(hash.text == "fbb0d840b27236ed")
    #expect(StructuralHash().text.utf8.count == 16)
  }
}
