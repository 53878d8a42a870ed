/// A hash of what code does, blind to how it is laid out and to what its locals are called.
///
/// Locals and parameters count by the order in which they first appear; everything else by its name. Stable across
/// runs, machines and versions of the text around, so that it can stand in a comment as a fingerprint.
package struct StructuralHash: Equatable {
  package private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325
  private var locals: [String: UInt64] = [:]

  package init() {}

  package mutating func combine(_ number: UInt64) {
    // FNV-1a over the eight bytes.
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      value = (value ^ ((number >> shift) & 0xff)) &* 0x100_0000_01b3
    }
  }

  package mutating func combine(_ text: String) {
    for byte in text.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
    combine(UInt64(text.utf8.count))
  }

  /// Takes in a node and all below it.
  package mutating func combine(_ index: NodeIndex, of tree: BehaviourTree, locals names: Set<String>) {
    for index in tree.subtree(index) {
      let node = tree[index]
      combine(UInt64(node.kind.rawValue) << 16 | UInt64(node.role.rawValue) << 8 | UInt64(node.next &- index) << 24)
      let name = tree.text(node.name)
      let root = name.prefix { $0 != "." }
      if node.kind == .read || node.kind == .call, names.contains(String(root)) {
        let number = locals[String(root)] ?? UInt64(locals.count) + 1
        locals[String(root)] = number
        combine(number)
        combine(String(name.dropFirst(root.count)))
      } else {
        combine(name)
      }
    }
  }

  package static func == (a: Self, b: Self) -> Bool { a.value == b.value }

  /// 16 lower-case hexadecimal digits.
  package var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
