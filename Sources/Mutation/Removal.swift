import Behaviour

/// How a node is taken out of the text so that the rest still parses.
extension MutationFinder {
  /// Takes out a statement, with what ends it.
  func removal(ofStatement node: NodeIndex) -> [Mutation.Edit] {
    var range = place(node)
    while range.upperBound < bytes.count, bytes[range.upperBound] == UInt8(ascii: ";") {
      range = range.lowerBound..<(range.upperBound + 1)
    }
    return [Mutation.Edit(range: range, replacement: phrasing.nothing)]
  }

  /// The statement in which a node stands, itself if it is one; nil for the root.
  func statement(around node: NodeIndex) -> NodeIndex? {
    var at = node
    while at != tree.root, at >= 0 {
      if tree.kind(tree.parent(at)) == .block, tree[at].role == .statement { return at }
      at = tree.parent(at)
    }
    return nil
  }

  /// Takes an argument out of its list, with the comma that it no longer needs.
  func removal(ofArgument node: NodeIndex) -> [Mutation.Edit]? {
    let range = place(node)
    var before = range.lowerBound
    while before > 0, isSpace(bytes[before - 1]) { before -= 1 }
    if before > 0, bytes[before - 1] == UInt8(ascii: ",") {
      return [Mutation.Edit(range: (before - 1)..<range.upperBound, replacement: "")]
    }
    var after = range.upperBound
    while after < bytes.count, isSpace(bytes[after]) { after += 1 }
    guard after < bytes.count else { return nil }
    if bytes[after] == UInt8(ascii: ",") {
      after += 1
      while after < bytes.count, isSpace(bytes[after]) { after += 1 }
      return [Mutation.Edit(range: range.lowerBound..<after, replacement: "")]
    }
    return [Mutation.Edit(range: range, replacement: "")]
  }

  /// Takes a link out of a chain: `b.timeout(5).build()` without `.timeout(5)`; nil where the call is no link.
  func removal(ofLink call: NodeIndex) -> [Mutation.Edit]? {
    guard tree[call].role == .receiver, tree.kind(tree.parent(call)) == .call else { return nil }
    let range = place(call)
    if let receiver = tree.child(call, .receiver) {
      return [Mutation.Edit(range: place(receiver).upperBound..<range.upperBound, replacement: "")]
    }
    guard tree.name(call).contains(".") else { return nil }
    // Up to the last point before the arguments.
    guard let open = bytes[range].firstIndex(of: UInt8(ascii: "(")),
      let point = bytes[range.lowerBound..<open].lastIndex(of: UInt8(ascii: ".")), point > range.lowerBound
    else { return nil }
    return [Mutation.Edit(range: point..<range.upperBound, replacement: "")]
  }

  /// Takes out what holds for a body, and leaves the body where it stands.
  func removal(ofScope node: NodeIndex) -> [Mutation.Edit]? {
    guard let body = tree.child(node, .body) else { return nil }
    let whole = place(node)
    let header = whole.lowerBound..<max(whole.lowerBound, place(body).lowerBound)
    if header.isEmpty { return removal(ofModifierBefore: body) }
    let text = text(header)
    switch phrasing.blocks {
    case .indented:
      guard let colon = text.lastIndex(of: ":") else { return nil }
      return [Mutation.Edit(range: header, replacement: "if True" + text[colon...])]
    case .keywords:
      if text.contains(" do") { return [Mutation.Edit(range: header, replacement: "begin\n")] }
      return [Mutation.Edit(range: header, replacement: "")]
    case .braces:
      let trimmed = text.reversed().first { $0 != " " && $0 != "\n" && $0 != "\t" }
      guard trimmed != "{" else { return nil }
      return [Mutation.Edit(range: header, replacement: "")]
    }
  }

  /// `synchronized` in front of a method whose whole body it holds for.
  private func removal(ofModifierBefore body: NodeIndex) -> [Mutation.Edit]? {
    let head = place(tree.root).lowerBound..<max(place(tree.root).lowerBound, place(body).lowerBound)
    guard let word = text(head).firstRange(of: "synchronized ") else { return nil }
    let start = head.lowerBound + text(head)[..<word.lowerBound].utf8.count
    return [Mutation.Edit(range: start..<(start + "synchronized ".utf8.count), replacement: "")]
  }

  /// Puts something else in the place of a body.
  func replacement(ofBody body: NodeIndex, with text: String) -> [Mutation.Edit] {
    let range = place(body)
    guard phrasing.blocks == .braces, bytes.indices.contains(range.lowerBound),
      bytes[range.lowerBound] == UInt8(ascii: "{")
    else {
      // A body that is an expression, as an arm of a match may be.
      if phrasing.blocks == .braces { return [Mutation.Edit(range: range, replacement: "{ \(text) }")] }
      let fill = text.isEmpty ? phrasing.nothing : text
      return [Mutation.Edit(range: range, replacement: fill.replacing("\n", with: "\n" + indent(at: range.lowerBound)))]
    }
    return [Mutation.Edit(range: range, replacement: text.isEmpty ? "{ }" : "{\n\(text)\n}")]
  }
}
