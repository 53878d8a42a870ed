import Behaviour
import TreeSitter

/// Writes what a unit does. A file for each family of constructs; here is what they share.
struct GoLowering {
  /// A function in whose body the code at hand stands: the unit, or a closure in it.
  struct Function {
    /// The variables that hold the failures which the code at hand deals with, innermost last.
    var caught: [NameScope.Symbol] = []
    /// Its last result is an error: `return nil` says that all went well.
    var returnsError = false
    /// The name of that result, where it has one.
    var namedError: NameScope.Symbol = 0
    /// The list of its results, where they have names.
    var namedResults: Int32?
    /// The innermost statement that a bare `break` leaves is no loop.
    var breaksSwitch = false
  }

  let go: GoSyntax
  let span: UnitSpan
  let outline: Outline
  /// Whether the unit is the code at top level: the functions in it are units of their own.
  let isModule: Bool
  let owner: Owner?
  var core: LoweringCore
  var function = Function()
  /// What the method calls its object; 0 in a function.
  var receiver: NameScope.Symbol = 0
  /// The type of errors.
  let errorType: NameScope.Symbol
  /// How many expressions and statements deep the code at hand stands: not each writes a node.
  var nesting = 0
  /// The statements of the blocks around the code at hand, outermost first.
  var pending: [Int32] = []
  /// `ok` of `value, ok := table[key]`: what it says, as long as nothing else is written to it.
  var tests: [NameScope.Symbol: Int32] = [:]
  /// Declared types of locals without a value, for the types that an error is compared with.
  var declared: [NameScope.Symbol: Int32] = [:]
  var scratch: [UInt8] = []

  static let nestingLimit = 250

  init(span: UnitSpan, source: Source, outline: Outline, go grammar: GoGrammar) {
    let go = GoSyntax(source, grammar)
    self.go = go
    self.span = span
    self.outline = outline
    isModule = span.kind == .module
    owner =
      go.kind(span.node) == .method
      ? go.receiver(of: span.node).type.map { type in
        let name = go.text(type)
        return outline.environment.owners[name] ?? Owner(name: name)
      } : nil
    core = LoweringCore(source: source, span: span, outline: outline, globals: GoBuiltins.names, owner: owner)
    core.capitalsMakeTypes = false
    errorType = core.scope.symbol("error")
  }

  var fields: GoFields { go.fields }
  func kind(_ node: Int32) -> GoKind? { go.kind(node) }
  func range(_ node: Int32) -> Range<Int> { go.range(node) }
  func child(_ node: Int32, _ field: UInt8) -> Int32? { go.child(node, field) }

  /// Whether the code at hand runs when the file is loaded, not when a function is called.
  var isAtTop: Bool { isModule && core.scope.depth == 0 }

  // MARK: - Blocks

  /// Writes the statements of a node as a block.
  ///
  /// - Returns: whether its last statement leaves the way of control (`return`, `panic`, `break`).
  @discardableResult
  mutating func block(_ node: Int32, _ role: Role) -> Bool {
    let index = core.builder.open(.block, role, range(node))
    let leaves = statements(of: node)
    core.builder.close()
    if core.builder.count == Int(index) + 1 { note(commentsIn: node, at: index) }
    return leaves
  }

  /// The statements that stand directly below a node, and in the lists in it.
  @discardableResult
  mutating func statements(of node: Int32) -> Bool {
    let start = pending.count
    collect(node)
    defer { pending.removeLast(pending.count - start) }
    return run(start, pending.count)
  }

  private mutating func collect(_ node: Int32) {
    for child in go.children(node) {
      let found = go[child]
      if go.kinds[found.kind] == .statementList {
        collect(child)
      } else if found.field == 0, found.isNamed || found.isMissing, go.kinds[found.kind] != .comment {
        pending.append(child)
      }
    }
  }

  /// Writes some of the pending statements.
  @discardableResult
  mutating func run(_ start: Int, _ end: Int) -> Bool {
    var leaves = false
    var at = start
    while at < end { leaves = step(&at, end) }
    return leaves
  }

  // MARK: - Comments

  /// Marks a node as one in which a person left a comment.
  mutating func note(commentsIn block: Int32, at index: NodeIndex) {
    var comments: [Int32] = []
    for child in go.children(block) {
      if kind(child) == .statementList {
        comments += go.children(child).filter { kind($0) == .comment }
      } else if kind(child) == .comment {
        comments.append(child)
      }
    }
    note(comments, at: index)
  }

  static func words(ofComment bytes: ArraySlice<UInt8>) -> String { GoComment.text(bytes) }
}
