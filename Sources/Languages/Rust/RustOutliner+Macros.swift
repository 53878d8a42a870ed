import Behaviour
import TreeSitter

/// What the macros of a file stand for, as far as tests need to know: whether there is an assertion in them.
extension RustOutliner {
  /// The name under which the file knows a macro; no function's has such a sign in it.
  static func key(ofMacro name: String) -> String { name + "!" }

  /// What a macro with an assertion is to the file.
  static let assertingMacro = TopLevelName.value(type: "assert!", certainty: .import)

  mutating func resolveMacros() {
    guard !macros.isEmpty else { return }
    var used: [String: Set<String>] = [:]
    for macro in macros {
      guard let name = rs.child(macro, rs.fields.name) else { continue }
      used[rs.source.text(rs.range(name)), default: []].formUnion(macrosUsed(by: macro))
    }
    var asserting = Set(used.filter { $0.value.contains(where: RustOutliner.asserts(macro:)) }.keys)
    // A macro that stands for one that asserts, through any number of them.
    for _ in 0..<8 {
      let more = used.filter { !asserting.contains($0.key) && !$0.value.isDisjoint(with: asserting) }.keys
      if more.isEmpty { break }
      asserting.formUnion(more)
    }
    for name in asserting { set(RustOutliner.assertingMacro, for: RustOutliner.key(ofMacro: name)) }
  }

  /// The macros whose names stand in the text of another one.
  private func macrosUsed(by macro: Int32) -> Set<String> {
    let bytes = rs.source.bytes
    var names: Set<String> = []
    var at = macro &+ 1
    let end = rs.next(macro)
    while at < end {
      if rs.kind(at) == .identifier {
        let range = rs.range(at)
        let next = range.upperBound &+ 1
        if range.upperBound < bytes.count, bytes[range.upperBound] == UInt8(ascii: "!"),
          next >= bytes.count || bytes[next] != UInt8(ascii: "=")
        {
          names.insert(rs.source.text(range))
        }
      }
      at &+= 1
    }
    return names
  }

  static func asserts(macro name: String) -> Bool {
    name.hasSuffix("snapshot") || name.hasSuffix("_snap") || name == "panic" || name == "unreachable"
      || name.split(separator: "_").contains("assert")
  }
}
