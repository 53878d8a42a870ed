package import Behaviour

extension UnitContext {
  /// An expression as a person may read it, in the manner of the file's language; at most `limit` characters.
  package func wording(of node: NodeIndex, limit: Int = 60) -> String {
    var writer = WordingWriter(unit: unit, tree: tree, words: file.context.facts.words, limit: limit)
    writer.write(node)
    return writer.finished
  }
}

/// Writes an expression back from its tree. What a name does not say is left out as `…`.
private struct WordingWriter {
  let unit: Unit
  let tree: BehaviourTree
  let words: LanguageFacts.Words
  let limit: Int
  private var out = ""

  init(unit: Unit, tree: BehaviourTree, words: LanguageFacts.Words, limit: Int) {
    self.unit = unit
    self.tree = tree
    self.words = words
    self.limit = limit
  }

  var finished: String {
    out.count <= limit ? out : out.prefix(limit - 1) + "…"
  }

  mutating func write(_ index: NodeIndex, depth: Int = 0) {
    guard out.utf8.count <= limit, depth < 12 else {
      if !out.hasSuffix("…") { out += "…" }
      return
    }
    let node = tree[index]
    switch node.kind {
    case .literal: out += literal(node)
    case .read: read(index, depth)
    case .call: call(index, depth)
    case .argument:
      let name = tree.text(node.name)
      if node.has(.spread) { out += words.spread }
      if !name.isEmpty { out += name + (node.role == .element ? ": " : words.label) }
      if let value = tree.child(index, .value) { write(value, depth: depth + 1) }
    case .await:
      out += "await "
      if let value = tree.child(index, .value) { write(value, depth: depth + 1) }
    case .condition: condition(index, depth)
    case .operation: operation(index, depth)
    case .collection: collection(index, depth)
    case .assign:
      if let target = tree.child(index, .target) { write(target, depth: depth + 1) }
      out += " \(tree.text(node.name).isEmpty ? "=" : tree.text(node.name)) "
      if let value = tree.child(index, .value) { write(value, depth: depth + 1) }
    case .assertion: assertion(index, depth)
    case .closure: out += words.closure
    default: out += "…"
    }
  }

  private func literal(_ node: Node) -> String {
    let text = tree.text(node.name)
    switch node.literalKind {
    case .null: return text.isEmpty ? words.null : text
    case .true: return words.true
    case .false: return words.false
    case .string: return "\"" + text.replacing("\n", with: " ") + "\""
    default: return text.isEmpty ? "…" : text
    }
  }

  private mutating func read(_ index: NodeIndex, _ depth: Int) {
    let node = tree[index]
    if let receiver = tree.child(index, .receiver) { write(receiver, depth: depth + 1) }
    out += unit.written(tree.text(node.name))
    if let inner = tree.child(index, .index) {
      out += "["
      write(inner, depth: depth + 1)
      out += "]"
    }
  }

  private mutating func call(_ index: NodeIndex, _ depth: Int) {
    let node = tree[index]
    if node.has(.constructs) { out += words.new }
    if let receiver = tree.child(index, .receiver) { write(receiver, depth: depth + 1) }
    out += unit.written(tree.text(node.name)) + "("
    list(tree.children(index, .argument), depth)
    out += ")"
  }

  private mutating func list(_ items: [NodeIndex], _ depth: Int) {
    for (position, item) in items.enumerated() {
      if position > 0 { out += ", " }
      write(item, depth: depth + 1)
    }
  }

  private mutating func condition(_ index: NodeIndex, _ depth: Int) {
    let operands = tree.children(index, .operand)
    let name = tree.name(index)
    switch name {
    case Operator.not:
      out += words.not
      operand(operands.first, depth)
    case Operator.isNull, Operator.isNotNull:
      operand(operands.first, depth)
      out +=
        name == Operator.isNull
        ? words.isNull ?? " \(words.equal) \(words.null)" : words.isNotNull ?? " \(words.notEqual) \(words.null)"
    case Operator.isType where words.isType == nil:
      out += "isinstance("
      list(operands, depth)
      out += ")"
    default: joined(operands, by: spelling(of: name), depth)
    }
  }

  private func spelling(of name: String) -> String {
    switch name {
    case Operator.and: words.and
    case Operator.or: words.or
    case Operator.equal: words.equal
    case Operator.notEqual: words.notEqual
    case Operator.isType: words.isType ?? name
    default: name
    }
  }

  /// As a condition, whichever framework's words it is written in.
  private mutating func assertion(_ index: NodeIndex, _ depth: Int) {
    guard let actual = tree.child(index, .actual) else {
      out += "…"
      return
    }
    if tree[index].has(.negated) || tree.name(index) == AssertionKind.falsy { out += words.not }
    write(actual, depth: depth + 1)
    guard let expected = tree.child(index, .expected) else {
      let isNull = tree.name(index) == AssertionKind.null
      if isNull || tree.name(index) == AssertionKind.notNull { out += isNull ? " is absent" : " is there" }
      return
    }
    out += " \(WordingWriter.demands[tree.name(index)] ?? tree.name(index)) "
    write(expected, depth: depth + 1)
  }

  private static let demands = [
    AssertionKind.equal: "==", AssertionKind.same: "is", AssertionKind.less: "<", AssertionKind.greater: ">",
    AssertionKind.atMost: "<=", AssertionKind.atLeast: ">=", AssertionKind.type: "is a",
  ]

  private mutating func operation(_ index: NodeIndex, _ depth: Int) {
    let operands = tree.children(index, .operand)
    switch tree.name(index) {
    case Operator.interpolation:
      out += words.interpolation.open
      for operand in operands {
        if tree.kind(operand) == .literal {
          out += tree.name(operand).replacing("\n", with: " ")
        } else {
          out += words.interpolation.openPart
          write(operand, depth: depth + 1)
          out += words.interpolation.closePart
        }
      }
      out += words.interpolation.close
    case Operator.cast: operand(operands.first, depth)
    case Operator.unwrap:
      operand(operands.first, depth)
      out += words.unwrap
    case let name where operands.count < 2:
      out += name
      operand(operands.first, depth)
    case let name: joined(operands, by: name, depth)
    }
  }

  private mutating func joined(_ operands: [NodeIndex], by word: String, _ depth: Int) {
    for (position, item) in operands.enumerated() {
      if position > 0 { out += " \(word) " }
      operand(item, depth)
    }
  }

  private mutating func operand(_ node: NodeIndex?, _ depth: Int) {
    guard let node else { return }
    let isNested =
      tree.kind(node) == .condition
      && [Operator.and, Operator.or, Operator.not].contains(tree.name(tree.parent(node)))
      && [Operator.and, Operator.or].contains(tree.name(node))
    if isNested { out += "(" }
    write(node, depth: depth + 1)
    if isNested { out += ")" }
  }

  private mutating func collection(_ index: NodeIndex, _ depth: Int) {
    let ends =
      switch tree[index].collectionKind {
      case .list: ("[", "]")
      case .tuple: ("(", ")")
      case .set, .keyed: ("{", "}")
      }
    out += ends.0
    list(tree.children(index, .element), depth)
    out += ends.1
  }
}

extension Unit {
  /// A name of the tree as the unit writes it.
  func written(_ name: String) -> String {
    guard let selfWord, name == "self" || name.hasPrefix("self.") else { return name }
    return selfWord + name.dropFirst(4)
  }
}
