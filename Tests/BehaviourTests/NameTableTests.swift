import Behaviour
import Testing

@Suite struct NameTableTests {
  @Test func everyNameHasOneNumber() {
    var table = NameTable()
    // Enough to make the table grow, of lengths around that of a machine word.
    let names = (0..<5_000).map { "n" + String($0) + String(repeating: "x", count: $0 % 20) }
    let numbers = names.map { table.intern($0) }
    #expect(numbers.allSatisfy { $0.isNew })
    #expect(Set(numbers.map(\.id)).count == names.count)
    let again = names.map { table.intern($0) }
    #expect(again.map(\.id) == numbers.map(\.id))
    #expect(again.allSatisfy { !$0.isNew })
    #expect(numbers.map { table.text($0.id) } == names)
    #expect(table.count == names.count + 1)
  }

  @Test func theEmptyNameIsZero() {
    var table = NameTable()
    let empty = [
      table.intern(""), table.intern([], 0..<0), table.intern([1, 2], 1..<3), table.intern([1, 2], -1..<1),
    ]
    #expect(empty.allSatisfy { $0.id == 0 && !$0.isNew })
    #expect(table.text(0).isEmpty)
    #expect(table.text(99).isEmpty)
  }

  @Test func namesAreComparedByTheirBytes() {
    var table = NameTable()
    let names: [[UInt8]] = [[0], [0, 0], [0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0], [0xFF], [0xFF, 0]]
    let numbers = names.map { table.intern($0, $0.indices).id }
    #expect(Set(numbers).count == names.count)
    var bytes: [UInt8] = [7]
    table.append(table.intern([0xFF, 0], 0..<2).id, to: &bytes)
    #expect(bytes == [7, 0xFF, 0])
  }
}
