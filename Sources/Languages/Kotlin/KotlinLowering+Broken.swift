import Behaviour
import TreeSitter

/// A part of a region that the parser gave up on.
enum KotlinFragment {
  /// A statement in it that is one beyond doubt.
  case statement(Int32)
  /// Text of which nobody knows what it is, with the nodes found in it.
  case stray(Range<Int>, [Int32])
}

extension KotlinSyntax {
  /// What a region that does not parse consists of, in reading order. At least one part is stray.
  func fragments(of error: Int32) -> [KotlinFragment] {
    var found: [KotlinFragment] = []
    var nodes: [Int32] = []
    var start = range(error).lowerBound
    var hasStray = false
    func end(_ upTo: Int) {
      let text = trimmed(start..<max(start, upTo))
      guard !text.isEmpty || !nodes.isEmpty else { return }
      found.append(.stray(text, nodes))
      nodes = []
      hasStray = true
    }
    for child in children(error) {
      if isWhole(child) {
        end(range(child).lowerBound)
        if !isComment(child) { found.append(.statement(child)) }
        start = range(child).upperBound
      } else {
        nodes.append(child)
      }
    }
    end(range(error).upperBound)
    return hasStray ? found : [.stray(range(error), [])] + found
  }

  /// Whether a node in such a region is a statement wherever it stands.
  private func isWhole(_ node: Int32) -> Bool {
    switch kind(node) {
    case .function, .class, .object, .companion, .property, .importList, .package, .if, .for, .while, .doWhile, .try,
      .when, .jump, .lineComment, .blockComment, .statements, .initializer, .secondaryConstructor, .fileAnnotation,
      .typeAlias:
      !self[node].isMissing
    default: false
    }
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    guard range.upperBound <= source.bytes.count else { return range }
    func isBlank(_ byte: UInt8) -> Bool { byte <= UInt8(ascii: " ") || byte == UInt8(ascii: ";") }
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, isBlank(source.bytes[start]) { start += 1 }
    while end > start, isBlank(source.bytes[end - 1]) { end -= 1 }
    return start..<end
  }
}

extension KotlinLowering {
  /// Writes that text stands here which does not parse, with what can be read inside of it.
  mutating func broken(_ node: Int32) {
    for fragment in kt.fragments(of: node) {
      switch fragment {
      case .statement(let node): statement(node, .discarded)
      case .stray(let range, let nodes):
        core.builder.open(.unknown, .statement, range, flags: [.broken])
        for node in nodes { stray(node) }
        core.builder.close()
      }
    }
  }

  /// Writes a piece of what does not parse. What becomes of its value nobody knows.
  private mutating func stray(_ node: Int32) {
    let found = kt[node]
    if found.isError {
      statement(node, .discarded)
    } else if found.isNamed, !found.isMissing, !kt.isComment(node) {
      let start = core.builder.count
      switch kind(node) {
      case .function where isAtTop: return
      case .property, .assignment, .class, .object, .companion, .statements: statement(node, .discarded)
      case .classBody, .enumBody, .controlBody, .functionBody, .callSuffix, .arguments, .delegation,
        .constructorInvocation, .primaryConstructor, .classParameter, .propertyDelegate, .navigationSuffix, .getter,
        .setter, .whenEntry, .whenSubject, .catchBlock, .finallyBlock, .annotatedLambda, .argument, .indexingSuffix:
        guard enter(node, .statement) else { return }
        for part in kt.parts(node) { stray(part) }
        nesting -= 1
      default: expression(node, .statement)
      }
      if found.hasError { damage(in: node, since: start) }
    }
  }

  /// Writes what does not parse in a statement, but for the blocks in it, below the node that was written for it.
  ///
  /// - Parameter start: how many nodes there were before that statement.
  mutating func damage(in node: Int32, since start: Int) {
    let found = brokenParts(of: node)
    guard !found.isEmpty else { return }
    let isOpen = core.builder.count > start && core.builder.reopen(NodeIndex(truncatingIfNeeded: start))
    for part in found { statement(part, .discarded) }
    if isOpen { core.builder.close() }
  }

  /// The outermost nodes that do not parse or are not there, outside of what looks for itself: the statements in a
  /// statement, its arms, the one expression of a function.
  func brokenParts(of node: Int32) -> [Int32] {
    var found: [Int32] = []
    let end = kt.next(node)
    var at = node &+ 1
    while at < end {
      let part = kt[at]
      if part.isError || part.isMissing {
        found.append(at)
        at = part.next
      } else if !part.hasError || looksForItself(at) {
        at = part.next
      } else {
        at &+= 1
      }
    }
    return found
  }

  private func looksForItself(_ node: Int32) -> Bool {
    switch kind(node) {
    case .statements, .controlBody: true
    case .functionBody: !kt.starts(node, with: "{")
    // Units of their own.
    case .function, .class, .object, .companion, .initializer, .secondaryConstructor: isAtTop
    default: false
    }
  }

  /// Writes a construct that has no meaning here, with what is understood inside of it.
  mutating func unknownConstruct(_ node: Int32, _ role: Role) {
    core.builder.open(.unknown, role, range(node), flags: kt[node].hasError ? [.broken] : [])
    for part in kt.parts(node) { statement(part, .discarded) }
    core.builder.close()
  }
}
