import Behaviour
import Rules

/// Rewritings that leave the structure as it is.
extension MutationFinder {
  /// The local that is named most often, by another name.
  func renamedLocal() -> [Mutation.Edit]? {
    var counts: [String: Int] = [:]
    for index in tree.nodes.indices where tree.nodes[index].kind == .read || tree.nodes[index].kind == .call {
      let node = NodeIndex(index)
      let root = String(NameReading.root(tree.name(node)))
      if tree.nodes[index].kind == .read {
        let place = tree[node].placeKind
        let isOwn = place == .local || place == .captured || root != tree.name(node)
        counts[root, default: 0] += isOwn ? 1 : -1000
      } else if root != tree.name(node) {
        counts[root, default: 0] += 1
      }
    }
    let targets = Set(
      tree.nodes.indices.filter {
        tree.nodes[$0].kind == .read && tree.nodes[$0].role == .target && tree.nodes[$0].placeKind == .local
          && !tree.nodes[$0].has(.destructured)
      }.map { tree.name(NodeIndex($0)) }
    )
    let names = targets.filter { ($0.utf8.count > 1) && (counts[$0] ?? 0) > 1 && !$0.contains(".") }
      .sorted { (-(counts[$0] ?? 0), $0) < (-(counts[$1] ?? 0), $1) }
    return names.lazy.compactMap { edits(renaming: $0) }.first
  }

  private func edits(renaming name: String) -> [Mutation.Edit]? {
    let bare = Array((name.hasPrefix("$") ? String(name.dropFirst()) : name).utf8)
    let isSnake = ["python", "ruby", "rust"].contains(family)
    let new = String(decoding: bare, as: UTF8.self) + (isSnake ? "_now" : "Now")
    let whole = unitPlace
    guard !text(whole).contains(new), bare.allSatisfy(isWord) else { return nil }
    var edits: [Mutation.Edit] = []
    var at = whole.lowerBound
    while at + bare.count <= whole.upperBound {
      let end = at + bare.count
      guard bytes[at..<end].elementsEqual(bare), at == 0 || !isWord(bytes[at - 1]),
        end >= bytes.count || !isWord(bytes[end])
      else {
        at += 1
        continue
      }
      let before = at > 0 ? bytes[at - 1] : 0x20
      if family == "php" {
        // A word that is no variable.
        guard before == UInt8(ascii: "$") else { return nil }
      } else {
        if [".", "@", ":", "$", "&", "'", "\"", "?", "\\", ">"].contains(Character(UnicodeScalar(before))) {
          return nil
        }
        if isLabel(at, end) { return nil }
      }
      edits.append(Mutation.Edit(range: at..<end, replacement: new))
      at = end
    }
    return edits
  }

  /// `name:`, `name=` in a call, and what stands for a key and its value at once.
  private func isLabel(_ start: Int, _ end: Int) -> Bool {
    var after = end
    while after < bytes.count, bytes[after] == 0x20 { after += 1 }
    let next = after < bytes.count ? bytes[after] : 0
    if next == UInt8(ascii: ":"), !(after + 1 < bytes.count && bytes[after + 1] == UInt8(ascii: "=")) { return true }
    var before = start
    while before > 0, isSpace(bytes[before - 1]) { before -= 1 }
    let previous = before > 0 ? bytes[before - 1] : 0
    let follows = previous == UInt8(ascii: "(") || previous == UInt8(ascii: ",") || previous == UInt8(ascii: "{")
    if next == UInt8(ascii: "="), follows { return true }
    guard follows, next == UInt8(ascii: ",") || next == UInt8(ascii: "}") || isSpace(next) else { return false }
    var depth = 0
    var at = start
    while at > 0 {
      at -= 1
      switch bytes[at] {
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth += 1
      case UInt8(ascii: "("), UInt8(ascii: "["): if depth == 0 { return false } else { depth -= 1 }
      case UInt8(ascii: "{"): if depth == 0 { return true } else { depth -= 1 }
      default: continue
      }
    }
    return false
  }

  /// A comment in front of each statement, and each argument behind a comma on a line of its own.
  func reformatted() -> [Mutation.Edit]? {
    let sign = phrasing.blocks == .braces ? "//" : "#"
    var edits: [Mutation.Edit] = []
    for statement in statements {
      guard let start = start(ofStatement: statement), !edits.contains(where: { $0.range.lowerBound == start }) else {
        continue
      }
      let lead = "\(sign) next\n\n" + indent(at: start)
      edits.append(Mutation.Edit(range: start..<start, replacement: lead))
    }
    for index in tree.nodes.indices where tree.nodes[index].kind == .call && tree.nodes[index].role != .decorator {
      for argument in tree.children(NodeIndex(index), .argument).dropFirst() {
        let start = place(argument).lowerBound
        guard start > 1, bytes[start - 1] == 0x20, bytes[start - 2] == UInt8(ascii: ",") else { continue }
        let gap = (start - 1)..<start
        if !edits.contains(where: { $0.range == gap }) {
          edits.append(Mutation.Edit(range: gap, replacement: "\n" + indent(at: start) + "      "))
        }
      }
    }
    return edits
  }

  func logged() -> [Mutation.Edit]? {
    let all = statements
    guard all.count > 1, let first = all.first, let last = all.last, let start = start(ofStatement: first) else {
      return nil
    }
    var edits = [Mutation.Edit(range: start..<start, replacement: phrasing.log + "\n" + indent(at: start))]
    if let end = self.start(ofStatement: last), end > start {
      edits.append(Mutation.Edit(range: end..<end, replacement: phrasing.log + "\n" + indent(at: end)))
    }
    return edits
  }

  /// Two assignments, one behind the other, of which neither names what the other does, and of which one calls nothing.
  func reordered() -> [Mutation.Edit]? {
    for block in tree.nodes.indices where tree.nodes[block].kind == .block {
      let all = tree.children(NodeIndex(block)).filter { tree[$0].role == .statement }
      for (first, second) in zip(all, all.dropFirst()) {
        guard let a = written(by: first), let b = written(by: second), a != b,
          !context.calls(in: first).isEmpty != !context.calls(in: second).isEmpty
            || context.calls(in: first).isEmpty && context.calls(in: second).isEmpty,
          !names(a, in: second), !names(b, in: first), let start = self.start(ofStatement: first),
          let next = self.start(ofStatement: second)
        else { continue }
        let one = start..<place(first).upperBound
        let two = next..<place(second).upperBound
        guard one.upperBound < next, text(one.upperBound..<next).trimmed.allSatisfy({ $0 == ";" }) else { continue }
        return [
          Mutation.Edit(range: one, replacement: text(two)), Mutation.Edit(range: two, replacement: text(one)),
        ]
      }
    }
    return nil
  }

  /// The local that a statement gives a value to, where it does no more than that.
  private func written(by statement: NodeIndex) -> String? {
    guard tree.kind(statement) == .assign, tree.name(statement).isEmpty else { return nil }
    let targets = tree.children(statement, .target)
    guard targets.count == 1, let target = targets.first, tree[target].placeKind == .local,
      let value = tree.child(statement, .value), tree.kind(value) != .await,
      !tree.subtree(value).contains(where: { tree[$0].has(.propagated) || tree.kind($0) == .await })
    else { return nil }
    return tree.name(target)
  }

  private func names(_ name: String, in node: NodeIndex) -> Bool {
    tree.subtree(node).contains { NameReading.root(tree.name($0)) == name[...] }
  }
}
