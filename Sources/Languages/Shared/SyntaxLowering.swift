import Behaviour
import TreeSitter

/// The lowering of one unit of a language, as far as it is the same in all: how deep it goes, and what becomes of what
/// does not parse.
protocol SyntaxLowering {
  associatedtype Syntax: GrammarSyntax

  var syntax: Syntax { get }
  var core: LoweringCore { get set }
  /// How many constructs are open one inside another.
  var nesting: Int { get set }
  /// More than this is not followed: the stack has an end.
  static var nestingLimit: Int { get }

  @discardableResult
  mutating func statement(_ node: Int32) -> Bool
  @discardableResult
  mutating func expression(_ node: Int32, _ role: Role, _ use: NodeFlags) -> Known
  /// Whether a node writes by itself what is broken in it: a block of a statement.
  func looksForItself(_ node: Int32) -> Bool
  /// Whether an error or a token that is not there is damage, and not a quirk of the grammar.
  func isDamage(_ node: Int32) -> Bool
  /// What a comment says, without its signs; empty where it speaks to tools.
  static func words(ofComment bytes: ArraySlice<UInt8>) -> String
}

extension SyntaxLowering {
  func isDamage(_ node: Int32) -> Bool { true }

  /// Goes one level down; false where that would be too deep, and what stands there was written as unknown.
  mutating func enter(_ node: Int32, _ role: Role) -> Bool {
    guard nesting < Self.nestingLimit, !core.isTooDeep else {
      core.unknown(role, node)
      return false
    }
    nesting += 1
    return true
  }

  /// Writes what does not parse in a statement, but for the blocks in it, below the node that was written for it.
  ///
  /// - Parameter start: how many nodes there were before that statement.
  mutating func damage(in node: Int32, since start: Int) {
    let found = brokenParts(of: node)
    guard !found.isEmpty else { return }
    let isOpen = core.builder.count > start && core.builder.reopen(NodeIndex(truncatingIfNeeded: start))
    for part in found { statement(part) }
    if isOpen { core.builder.close() }
  }

  /// The outermost nodes that do not parse or are not there, outside of what looks for itself.
  func brokenParts(of node: Int32) -> [Int32] {
    let syntax = syntax
    var found: [Int32] = []
    let end = syntax.next(node)
    var at = node &+ 1
    while at < end {
      let part = syntax[at]
      if part.isError || part.isMissing {
        if isDamage(at) { found.append(at) }
        at = part.next
      } else if !part.hasError || looksForItself(at) {
        at = part.next
      } else {
        at &+= 1
      }
    }
    return found
  }

  /// Writes a construct that has no meaning here, with what is understood inside of it.
  mutating func unknownConstruct(_ node: Int32, _ role: Role) {
    let syntax = syntax
    core.builder.open(.unknown, role, syntax.range(node), flags: syntax[node].hasError ? [.broken] : [])
    for part in syntax.parts(node) { statement(part) }
    core.builder.close()
  }
}

/// A lowering that takes what does not parse apart.
protocol FragmentLowering: SyntaxLowering where Syntax: FragmentedSyntax {
  /// Writes a piece of what does not parse. What becomes of its value nobody knows.
  mutating func stray(_ node: Int32)
}

extension FragmentLowering {
  /// Writes that text stands here which does not parse, with what can be read inside of it.
  mutating func broken(_ node: Int32) {
    for fragment in syntax.fragments(of: node) {
      switch fragment {
      case .statement(let node): statement(node)
      case .stray(let range, let nodes): stray(range, nodes)
      }
    }
  }

  /// Writes text of which nobody knows what it is, with the nodes found in it.
  mutating func stray(_ range: Range<Int>, _ nodes: [Int32]) {
    core.builder.open(.unknown, .statement, range, flags: [.broken])
    for node in nodes { stray(node) }
    core.builder.close()
  }

  mutating func stray(_ node: Int32) {
    let found = syntax[node]
    if found.isError {
      statement(node)
    } else if found.isNamed, !found.isMissing, !syntax.isComment(node) {
      let start = core.builder.count
      expression(node, .statement, [])
      if found.hasError { damage(in: node, since: start) }
    }
  }
}
