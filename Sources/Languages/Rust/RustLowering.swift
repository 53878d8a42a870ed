import Behaviour
import TreeSitter

/// Writes what a unit does. A file for each family of constructs; here is what they share.
struct RustLowering {
  /// A function in whose body the code at hand stands: the unit, or a closure in it.
  struct Function {
    /// The closure's node; `noNode` for the unit.
    var closure: NodeIndex
    /// The variables of the handlers around the code at hand, innermost last.
    var caught: [NameScope.Symbol] = []
    /// Whether the value of its last expression is its own: false where it declares to give none.
    var givesValue = true
    /// Whether it declares to give a `Result`.
    var givesResult = false
    var yields = false
  }

  /// What becomes of the value of the last expression of a block.
  enum Tail {
    /// Nothing.
    case discard
    /// The function, or the closure, gives it.
    case returns
    /// It is the value of the block.
    case value
    /// It is how an inlined function ends: all went well, or not.
    case ends
    /// It is given to the pattern of a `let`.
    case assigns(Int32)
  }

  var rs: RustSyntax
  let rust: RustGrammar
  let span: UnitSpan
  let outline: Outline
  let isModule: Bool
  var core: LoweringCore
  var function = Function(closure: noNode)
  /// How many expressions and statements deep the code at hand stands: not each writes a node.
  var nesting = 0
  /// How many macros stand around the code at hand.
  var macroDepth = 0
  /// Reads what stands in macros; made when the first is met.
  var macroParser: Parser?
  var scratch: [UInt8] = []
  /// The closure that looks at a failure before the call at hand deals with it.
  var inspected: Int32?

  static let nestingLimit = 240

  init(span: UnitSpan, source: Source, outline: Outline, rust: RustGrammar) {
    rs = RustSyntax(source, rust)
    self.rust = rust
    self.span = span
    self.outline = outline
    isModule = span.kind == .module
    core = LoweringCore(source: source, span: span, outline: outline, globals: RustPrelude.names)
  }

  var fields: RustFields { rs.fields }
  func kind(_ node: Int32) -> RustKind? { rs.kind(node) }
  func range(_ node: Int32) -> Range<Int> { rs.range(node) }
  func child(_ node: Int32, _ field: UInt8) -> Int32? { rs.child(node, field) }

  // MARK: - Blocks

  /// Writes the statements of a node as a block.
  ///
  /// - Returns: whether every way through it leaves.
  @discardableResult
  mutating func block(_ node: Int32, _ role: Role, _ tail: Tail) -> Bool {
    let index = core.builder.open(.block, role, range(node))
    let leaves = kind(node) == .block ? statements(of: node, tail) : last(node, tail)
    core.builder.close()
    if core.builder.count == Int(index) + 1 { note(commentsAround(node), at: index) }
    return leaves
  }

  /// Writes the statements of a block; the last expression, where no semicolon ends it, as what becomes of it.
  @discardableResult
  mutating func statements(of node: Int32, _ tail: Tail) -> Bool {
    let final = rs.lastPart(node)
    var leaves = false
    var held = 0
    for child in rs.children(node) {
      let found = rs[child]
      guard found.isNamed || found.isMissing || found.isError, !rs.isComment(child) else { continue }
      if leaves, case .discard = tail, kind(child) == .emptyStatement { continue }
      if kind(child) == .letDeclaration, held < 8, let scope = guardKind(child) {
        openGuard(child, scope, endingAt: range(node).upperBound)
        held += 1
        leaves = false
        continue
      }
      leaves = child == final ? last(child, tail) : statement(child)
    }
    for _ in 0..<held {
      core.builder.close()
      core.builder.close()
    }
    return leaves
  }

  // MARK: - Comments

  /// The comments in a block.
  func commentsAround(_ block: Int32) -> [Int32] { rs.children(block).filter { rs.isComment($0) } }

  static func words(ofComment bytes: ArraySlice<UInt8>) -> String {
    RustComment.text(bytes)
  }
}
