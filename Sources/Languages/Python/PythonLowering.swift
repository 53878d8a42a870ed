import Behaviour
import TreeSitter

/// Writes what a unit does. A file for each family of constructs; here is what they share.
struct PythonLowering {
  /// A function in whose body the code at hand stands: the unit, or a closure in it.
  struct Function {
    /// The closure's node; `noNode` for the unit.
    var closure: NodeIndex
    /// The variables of the handlers around the code at hand, innermost last.
    var caught: [NameScope.Symbol] = []
    var yields = false
  }

  let py: PythonSyntax
  let span: UnitSpan
  let outline: Outline
  /// Whether the unit is the code at top level: the functions in it are units of their own.
  let isModule: Bool
  var core: LoweringCore
  var function = Function(closure: noNode)
  /// Whether the statements at hand are those of a type's body.
  var isInType = false
  /// How many expressions and statements deep the code at hand stands: not each writes a node.
  var nesting = 0

  static let nestingLimit = 300

  init(span: UnitSpan, source: Source, outline: Outline, python: PythonGrammar) {
    py = PythonSyntax(source, python)
    self.span = span
    self.outline = outline
    isModule = span.kind == .module
    core = LoweringCore(source: source, span: span, outline: outline, globals: PythonBuiltins.names)
  }

  var fields: PythonFields { py.fields }
  func kind(_ node: Int32) -> PythonKind? { py.kind(node) }
  func range(_ node: Int32) -> Range<Int> { py.range(node) }
  func child(_ node: Int32, _ field: UInt8) -> Int32? { py.child(node, field) }

  /// Whether the code at hand runs when the file is loaded, not when a function is called.
  var isAtTop: Bool { isModule && function.closure == noNode }

  // MARK: - Blocks

  /// Writes the statements of a node as a block.
  ///
  /// - Returns: whether its last statement leaves the way of control (`return`, `raise`, `break`).
  @discardableResult
  mutating func block(_ node: Int32, _ role: Role) -> Bool {
    let index = core.builder.open(.block, role, range(node))
    let leaves = statements(of: node)
    core.builder.close()
    if core.builder.count == Int(index) + 1 { note(commentsAround(node), at: index) }
    return leaves
  }

  @discardableResult
  mutating func statements(of node: Int32) -> Bool {
    var leaves = false
    for child in py.children(node) {
      let found = py[child]
      guard found.isNamed || found.isMissing, py.kinds[found.kind] != .comment else { continue }
      leaves = statement(child)
    }
    return leaves
  }

  // MARK: - Comments

  /// The comments in a block, and those between it and the line that opens it.
  func commentsAround(_ block: Int32) -> [Int32] {
    var found: [Int32] = []
    for sibling in py.children(py[block].parent) {
      if sibling >= block { break }
      if kind(sibling) == .comment { found.append(sibling) } else { found.removeAll() }
    }
    return found + py.children(block).filter { kind($0) == .comment }
  }

  static func words(ofComment bytes: ArraySlice<UInt8>) -> String {
    PythonComment.text(bytes)
  }
}
