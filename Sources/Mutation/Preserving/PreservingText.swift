import Behaviour
import Rules

/// What rewriting needs to know of the text around nodes.
extension MutationFinder {
  var family: String { context.file.context.language }
  var unitPlace: Range<Int> { place(0..<context.unit.length) }

  /// The statements of the unit itself, in order.
  var statements: [NodeIndex] { tree.children(tree.root).filter { tree[$0].role == .statement } }

  func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
  func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
      || byte >= 0x80
  }

  func lineStart(of offset: Int) -> Int {
    var line = min(offset, bytes.count)
    while line > 0, bytes[line - 1] != UInt8(ascii: "\n") { line -= 1 }
    return line
  }

  /// The white space that the line of a byte starts with.
  func indent(at offset: Int) -> String {
    let line = lineStart(of: offset)
    let end = bytes[line..<max(line, min(offset, bytes.count))].firstIndex { !isSpace($0) } ?? max(line, offset)
    return text(line..<end)
  }

  /// Where the line starts on which a statement stands with nothing in front of it but words of its own (`try`).
  func start(ofStatement node: NodeIndex) -> Int? {
    let lower = place(node).lowerBound
    let line = lineStart(of: lower)
    guard line > unitPlace.lowerBound else { return nil }
    for at in line..<lower where !isSpace(bytes[at]) && !isWord(bytes[at]) && bytes[at] != UInt8(ascii: "$") {
      return nil
    }
    return line + indent(at: lower).utf8.count
  }

  /// A block with its braces.
  func braced(_ block: NodeIndex) -> Range<Int>? {
    var range = place(block)
    if bytes.indices.contains(range.lowerBound), bytes[range.lowerBound] == UInt8(ascii: "{") {
      guard range.upperBound > 0, bytes[range.upperBound - 1] == UInt8(ascii: "}") else { return nil }
      return range
    }
    var lower = range.lowerBound
    while lower > 0, isSpace(bytes[lower - 1]) { lower -= 1 }
    var upper = range.upperBound
    while upper < bytes.count, isSpace(bytes[upper]) { upper += 1 }
    guard lower > 0, bytes[lower - 1] == UInt8(ascii: "{"), upper < bytes.count, bytes[upper] == UInt8(ascii: "}")
    else { return nil }
    range = (lower - 1)..<(upper + 1)
    return range
  }

  /// The end of what stands in the unit's body: where its last brace or its `end` begins.
  var bodyEnd: Int? {
    let whole = unitPlace
    var end = whole.upperBound
    while end > whole.lowerBound, isSpace(bytes[end - 1]) || bytes[end - 1] == UInt8(ascii: ";") { end -= 1 }
    switch phrasing.blocks {
    case .indented: return end
    case .keywords: return text(whole.lowerBound..<end).hasSuffix("\nend") || closesByEnd(end) ? end - 3 : nil
    case .braces: return end > whole.lowerBound && bytes[end - 1] == UInt8(ascii: "}") ? end - 1 : nil
    }
  }

  private func closesByEnd(_ end: Int) -> Bool {
    guard end >= 3, text((end - 3)..<end) == "end" else { return false }
    return indent(at: end - 3).utf8.count == end - 3 - lineStart(of: end - 3)
  }

  /// What a branch asks, as it is written, where that is a plain `if`.
  func condition(of branch: NodeIndex, before arm: Int) -> String? {
    let start = place(branch).lowerBound
    guard start < arm else { return nil }
    var head = text(start..<arm)
    guard head.hasPrefix("if") else { return nil }
    head.removeFirst(2)
    guard let first = head.first, first == " " || first == "(" else { return nil }
    if phrasing.blocks == .indented {
      guard let colon = head.lastIndex(of: ":"), !head.contains("#"), !head.contains(":=") else { return nil }
      head = String(head[..<colon])
    }
    let trimmed = head.trimmed
    // What is bound in a condition cannot be turned around.
    let binding = ["let ", "var ", ":=", ";", "case ", "#available", "//", "/*", "\n"]
    guard !trimmed.isEmpty, !binding.contains(where: { trimmed.contains($0) }) else { return nil }
    // Conditions of Swift that are a list.
    if family == "swift", hasOuterComma(trimmed) { return nil }
    return trimmed
  }

  func negated(_ condition: String) -> String {
    switch family {
    case "python": "not (\(condition))"
    case "go", "rust", "swift", "ruby": "!(\(condition))"
    default: "(!\(condition))"
    }
  }

  private func hasOuterComma(_ text: String) -> Bool {
    var depth = 0
    for character in text {
      switch character {
      case "(", "[", "{": depth += 1
      case ")", "]", "}": depth -= 1
      case "," where depth == 0: return true
      default: continue
      }
    }
    return false
  }

  /// All lines one step further in.
  func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "    " + $0 }
      .joined(separator: "\n")
  }

  /// The names in a part of the unit that stand for parameters, or for what was given a name before it.
  func names(in nodes: Range<NodeIndex>) -> [String] {
    var known = Set(context.unit.parameters.map(\.name))
    for index in 0..<nodes.lowerBound where tree.kind(index) == .read && tree[index].role == .target {
      let name = tree.name(index)
      if !name.contains("."), tree[index].placeKind == .local { known.insert(name) }
    }
    // Declared without a value.
    known.formUnion(
      context.localNames.subtracting(nodes.filter { tree[$0].role == .target }.map { tree.name($0) })
    )
    known.subtract(["self", "this", "cls", "_", ""])
    var found: [String] = []
    for index in nodes where tree.kind(index) == .read || tree.kind(index) == .call {
      let root = String(NameReading.root(tree.name(index)))
      if known.contains(root), !found.contains(root) { found.append(root) }
    }
    return found
  }
}

extension String {
  var trimmed: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
