import Behaviour
import TreeSitter

/// Writes what a unit does. A file for each family of constructs; here is what they share.
struct CSharpLowering {
  /// A function in whose body the code at hand stands: the unit, or a closure in it.
  struct Function {
    /// The closure's node; `noNode` for the unit.
    var closure: NodeIndex
    /// The variables of the handlers around the code at hand, innermost last.
    var caught: [NameScope.Symbol] = []
    var yields = false
  }

  let cs: CSharpSyntax
  let span: UnitSpan
  let outline: Outline
  /// Whether the unit is the code at top level: the functions in it are units of their own.
  let isModule: Bool
  var core: LoweringCore
  var function = Function(closure: noNode)
  /// How many expressions and statements deep the code at hand stands: not each writes a node.
  var nesting = 0
  /// The type that `new(…)` makes in the place at hand; -1 where nothing says so.
  var impliedType: Int32 = -1
  /// Constants that the grammar has at the start of a condition although a pattern ends with them: see `absorbed`.
  var absorbedTests: [Int32: Int32] = [:]
  /// For the code at top level: the functions that are units of their own, by their nodes.
  var units: [Int32: String] = [:]
  /// The members of the type around the unit that may be used without naming the object.
  private var ownNames: Set<NameScope.Symbol> = []

  static let nestingLimit = 300

  init(span: UnitSpan, source: Source, outline: Outline, csharp: CSharpGrammar) {
    cs = CSharpSyntax(source, csharp)
    self.span = span
    self.outline = outline
    isModule = span.kind == .module
    core = LoweringCore(
      source: source,
      span: span,
      outline: outline,
      globals: CSharpNamespaces.globals,
      catalog: CSharpNamespaces.catalog
    )
    core.capitalsMakeTypes = false
    core.selfName = core.scope.symbol("this")
    if let owner {
      for field in owner.fields { ownNames.insert(core.scope.symbol(field.name)) }
    }
  }

  var owner: Owner? {
    span.container.flatMap { outline.containers.indices.contains($0) ? outline.containers[$0].owner : nil }
  }

  var fields: CSharpFields { cs.fields }
  func kind(_ node: Int32) -> CSharpKind? { cs.kind(node) }
  func range(_ node: Int32) -> Range<Int> { cs.range(node) }
  func child(_ node: Int32, _ field: UInt8) -> Int32? { cs.child(node, field) }

  /// The text of a node as a name, without the sign that lets a keyword be one: `@lock` is `lock`.
  mutating func nameID(_ node: Int32) -> NameID { core.name(cs.nameRange(node)) }
  mutating func nameID(_ range: Range<Int>) -> NameID { core.name(range) }
  mutating func symbol(_ node: Int32) -> NameScope.Symbol {
    core.scope.symbol(cs.source.bytes, cs.nameRange(node))
  }

  /// Whether the code at hand runs when the program starts, not when a function is called.
  var isAtTop: Bool { isModule && function.closure == noNode }

  /// Whether a plain name is a member of the object itself.
  func isOwn(_ symbol: NameScope.Symbol) -> Bool {
    ownNames.contains(symbol) && core.scope.binding(of: symbol) == nil
  }

  // MARK: - Blocks

  /// Writes a block, or a single statement in its place, as a block.
  ///
  /// - Returns: whether its last statement leaves the way of control (`return`, `throw`, `break`).
  @discardableResult
  mutating func block(_ node: Int32, _ role: Role) -> Bool {
    let index = core.builder.open(.block, role, range(node))
    let leaves = kind(node) == .block ? statements(of: node) : statement(node)
    core.builder.close()
    if core.builder.count == Int(index) + 1, kind(node) == .block { note(comments(in: node), at: index) }
    return leaves
  }

  @discardableResult
  mutating func statements(of node: Int32) -> Bool { statements(cs.children(node), until: range(node).upperBound) }

  /// Writes statements one after the other; what one of them holds is held for those behind it.
  mutating func statements(_ nodes: some Sequence<Int32>, until end: Int) -> Bool {
    var leaves = false
    var held = 0
    for child in nodes {
      let found = cs[child]
      guard found.isNamed || found.isMissing, cs.kinds[found.kind] != .comment else { continue }
      if isUsing(child), core.builder.depth + 4 < LoweringCore.depthLimit {
        held += hold(child, until: end)
        leaves = false
      } else {
        let before = core.builder.count
        let left = statement(child)
        if core.builder.count > before { leaves = left }
      }
    }
    for _ in 0..<held { core.builder.close() }
    return leaves
  }

  // MARK: - Comments

  /// The comments right in a block.
  func comments(in block: Int32) -> [Int32] { cs.children(block).filter { kind($0) == .comment } }

  static func words(ofComment bytes: ArraySlice<UInt8>) -> String {
    CSharpComment.text(bytes)
  }
}
