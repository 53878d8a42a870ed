import Behaviour
import TreeSitter

/// Writes what a unit does. A file for each family of constructs; here is what they share.
struct RubyLowering {
  /// A function in whose body the code at hand stands: the unit, or a closure in it.
  struct Function {
    /// The closure's node; `noNode` for the unit.
    var closure: NodeIndex
    /// The variables of the handlers around the code at hand, innermost last.
    var caught: [NameScope.Symbol] = []
    /// The loops around the code at hand, innermost last.
    var loops: [Loop] = []
  }

  enum Loop {
    /// One that the text has.
    case written
    /// One that stands for a body that is begun anew by `retry`.
    case retry
  }

  /// What becomes of the value of the last statement of a body.
  enum Tail {
    /// Nothing.
    case discarded
    /// It is what the function gives back.
    case returned
    /// It is the value of the construct.
    case value
    /// It is given to the places of an assignment.
    case given(Int32)

    var isDiscarded: Bool { if case .discarded = self { true } else { false } }
  }

  let rb: RubySyntax
  let span: UnitSpan
  let outline: Outline
  /// Whether the unit is the code at top level: the functions in it are units of their own.
  let isModule: Bool
  var core: LoweringCore
  var function = Function(closure: noNode)
  /// The units of the file by their nodes, where the unit is the code at top level.
  var units: [Int32: String] = [:]
  /// How many expressions and statements deep the code at hand stands: not each writes a node.
  var nesting = 0
  /// What bare names stand for that are no locals.
  var members: [NameScope.Symbol: Member] = [:]
  /// The texts of here-documents by the nodes that stand for them; nil until one is met.
  var heredocs: [Int32: Int32]?
  var buffer: [UInt8] = []

  static let nestingLimit = 300
  private static let functionsOfTests = RubyWords.functions.union(RubyTests.functions)

  init(span: UnitSpan, source: Source, outline: Outline, ruby: RubyGrammar) {
    rb = RubySyntax(source, ruby)
    self.span = span
    self.outline = outline
    isModule = span.kind == .module
    let isTest = outline.traits.contains(.test)
    let globals = isTest ? RubyLowering.functionsOfTests : RubyWords.functions
    core = LoweringCore(source: source, span: span, outline: outline, globals: globals)
    core.selfName = core.scope.symbol("self")
  }

  var fields: RubyFields { rb.fields }
  func kind(_ node: Int32) -> RubyKind? { rb.kind(node) }
  func range(_ node: Int32) -> Range<Int> { rb.range(node) }
  func child(_ node: Int32, _ field: UInt8) -> Int32? { rb.child(node, field) }

  /// Whether the code at hand runs when the file is loaded, not when a function is called.
  var isAtTop: Bool { isModule && function.closure == noNode }

  /// Whether the unit is code of a test, where the words of test frameworks mean what they mean there.
  var isTest: Bool { span.kind == .test || outline.traits.contains(.test) }

  // MARK: - Blocks

  /// Writes the statements of a node as a block.
  ///
  /// - Returns: whether its last statement leaves the way of control (`return`, `raise`, `break`).
  @discardableResult
  mutating func block(_ node: Int32, _ role: Role, _ tail: Tail) -> Bool {
    let index = core.builder.open(.block, role, range(node))
    let leaves = statements(of: node, tail)
    core.builder.close()
    if core.builder.count == Int(index) + 1 { note(rb.children(node).filter { kind($0) == .comment }, at: index) }
    return leaves
  }

  /// Writes the statements among the children of a node; clauses of a `begin` are left to the caller.
  ///
  /// - Parameter mayGiveNothing: whether a bare `nil` behind other statements says that no value is given.
  @discardableResult
  mutating func statements(of node: Int32, _ tail: Tail, mayGiveNothing: Bool = false) -> Bool {
    var leaves = false
    var waiting: Int32?
    var isFirst = true
    for child in rb.children(node) {
      guard isStatement(child) else { continue }
      if let waiting {
        leaves = statement(waiting, .discarded)
        isFirst = false
      }
      waiting = child
    }
    guard let waiting else { return leaves }
    if mayGiveNothing, !isFirst, kind(waiting) == .null { return leaves }
    return statement(waiting, tail)
  }

  func isStatement(_ node: Int32) -> Bool {
    let found = rb[node]
    guard found.isNamed || found.isMissing || found.isError else { return false }
    // The condition of a loop, the words of a clause.
    guard found.field == 0 || found.field == fields.body else { return false }
    switch rb.kinds[found.kind] {
    case .comment, .heredocBody, .empty, .uninterpreted, .rescue, .ensure: return false
    case .else: return kind(rb.parent(node)) == .if || kind(rb.parent(node)) == .unless
    default: return true
    }
  }

  // MARK: - Comments

  static func words(ofComment bytes: ArraySlice<UInt8>) -> String {
    RubyComment.text(bytes)
  }
}

/// Reads what a person wrote in a comment.
enum RubyComment {
  /// The words behind the sign, trimmed; empty for one that speaks to a tool.
  static func text(_ bytes: ArraySlice<UInt8>) -> String {
    let isBlock = bytes.starts(with: "=begin".utf8)
    let words = isBlock ? bytes.dropFirst(6) : bytes.drop { $0 == UInt8(ascii: "#") || $0 <= UInt8(ascii: " ") }
    let text = String(decoding: words.prefix(2_000), as: UTF8.self)
    let trimmed = text.drop { $0.isWhitespace }
    guard !directives.contains(where: { trimmed.hasPrefix($0) }) else { return "" }
    var end = trimmed
    if isBlock, end.hasSuffix("=end") { end = end.dropLast(4) }
    while let last = end.last, last.isWhitespace { end.removeLast() }
    return String(end)
  }

  /// What starts a comment that tells a tool what to do.
  private static let directives = [
    "rubocop:", ":nocov:", "frozen_string_literal", "encoding:", "coding:", "typed:", "lacuna:", "-*-", "!", "@!",
    "standard:", "steep:", "noinspection", "reek:", "brakeman:",
  ]
}
