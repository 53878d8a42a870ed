import Behaviour
import TreeSitter

/// Writes what a unit does. A file for each family of constructs; here is what they share.
struct PHPLowering {
  /// A function in whose body the code at hand stands: the unit, or a closure in it.
  struct Function {
    /// The closure's node; `noNode` for the unit.
    var closure: NodeIndex
    /// The variables of the handlers around the code at hand, innermost last.
    var caught: [NameScope.Symbol] = []
    var yields = false
  }

  let php: PHPSyntax
  let span: UnitSpan
  let outline: Outline
  /// Whether the unit is the code at top level: the functions in it are units of their own.
  let isModule: Bool
  /// Whether words of test frameworks mean what they say there.
  let isTest: Bool
  /// For the code at top level: the closures that are units, by their nodes.
  var units: [Int32: String] = [:]
  var core: LoweringCore
  var function = Function(closure: noNode)
  /// How many expressions and statements deep the code at hand stands: not each writes a node.
  var nesting = 0
  /// A name as it is put together, and its canonical path.
  var written: [UInt8] = []
  var path: [UInt8] = []

  static let nestingLimit = 300

  init(span: UnitSpan, source: Source, outline: Outline, grammar: PHPGrammar) {
    php = PHPSyntax(source, grammar)
    self.span = span
    self.outline = outline
    isModule = span.kind == .module
    isTest = span.kind == .test || outline.traits.contains(.test)
    core = LoweringCore(source: source, span: span, outline: outline)
  }

  var fields: PHPFields { php.fields }
  func kind(_ node: Int32) -> PHPKind? { php.kind(node) }
  func range(_ node: Int32) -> Range<Int> { php.range(node) }
  func child(_ node: Int32, _ field: UInt8) -> Int32? { php.child(node, field) }

  /// Whether the code at hand runs when the file is loaded, not when a function is called.
  var isAtTop: Bool { isModule && function.closure == noNode }

  // MARK: - Blocks

  /// Writes a block, or a single statement in its place, as a block in a role.
  ///
  /// - Returns: whether it leaves the way of control (`return`, `throw`, `break`).
  @discardableResult
  mutating func block(_ node: Int32, _ role: Role) -> Bool {
    let index = core.builder.open(.block, role, range(node))
    let leaves = kind(node) == .compound || kind(node) == .colonBlock ? statements(of: node) : statement(node)
    core.builder.close()
    if core.builder.count == Int(index) + 1 { note(commentsIn: node, at: index) }
    return leaves
  }

  @discardableResult
  mutating func statements(of node: Int32) -> Bool {
    var leaves = false
    var held = 0
    for child in php.children(node) {
      let found = php[child]
      guard found.isNamed || found.isMissing, php.kinds[found.kind] != .comment else { continue }
      if held == 0, isTest, let expected = expectedException(child), !core.isTooDeep {
        // What follows must raise it.
        open(expectedException: expected, child, upTo: range(node).upperBound)
        held = 2
        leaves = false
        continue
      }
      let before = core.builder.count
      let doesLeave = statement(child)
      if core.builder.count > before { leaves = doesLeave }
    }
    for _ in 0..<held { core.builder.close() }
    return leaves && held == 0
  }

  // MARK: - Comments

  /// Marks a node as one in which a person left a comment, where one stands directly in some syntax.
  mutating func note(commentsIn node: Int32, at index: NodeIndex) {
    note(php.children(node).filter { kind($0) == .comment }, at: index)
  }

  static func words(ofComment bytes: ArraySlice<UInt8>) -> String {
    PHPComment.text(bytes, limit: LoweringCore.noteLimit)
  }
}
