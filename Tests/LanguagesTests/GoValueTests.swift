import Behaviour
import Languages
import Testing

/// Go 1.26: `new` takes a value.
@Suite struct GoValueTests {
  @Test(arguments: [
    "new(1)", "new(\"eth0\")", "new(int64(0))", "new(gateway.Name(\"x\"))", "new(-1)", "new(&x)", "new(T{})",
    "new(a + b)",
  ])
  func newTakesAValue(_ value: String) throws {
    let tree = try go("p := \(value)\nuse(p)")
    #expect(!tree.contains("unknown"))
    #expect(!tree.contains("constructs") || value == "new(T{})" || value == "new(&x)")
  }

  @Test(arguments: [
    "new(T)", "new(pkg.T)", "new([]int)", "new(map[string]int)", "new(chan int)", "new(*T)", "new(struct{ a int })",
    "new(func(int) error)", "new(List[int])", "new(interface{})",
  ])
  func newTakesAType(_ type: String) throws {
    #expect(try !go("p := \(type)\nuse(p)").contains("unknown"))
  }
}
