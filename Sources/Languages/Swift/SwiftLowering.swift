import Behaviour
import TreeSitter

/// Writes what a unit does. A file for each family of constructs; here is what they share.
struct SwiftLowering {
  /// A function in whose body the code at hand stands: the unit, or a closure in it.
  struct Function {
    /// The closure's node; `noNode` for the unit.
    var closure: NodeIndex
    /// The variables of the handlers around the code at hand, innermost last.
    var caught: [NameScope.Symbol] = []
  }

  let sw: SwiftSyntax
  let span: UnitSpan
  let outline: Outline
  /// Whether the unit is the code at top level: the functions in it are units of their own.
  let isModule: Bool
  var core: LoweringCore
  var function = Function(closure: noNode)
  /// How many expressions and statements deep the code at hand stands: not each writes a node.
  var nesting = 0
  /// Whether a failure of the call at hand leaves by a `try` around it.
  var isTrying = false
  /// The object's fields, which the code may name without `self`.
  var ownFields: Set<NameScope.Symbol> = []
  /// The static members of the type around the unit, and its name.
  var ownStatics: Set<NameScope.Symbol> = []
  var typeName: NameScope.Symbol = 0
  /// What stands in the place of an expression that the grammar put below a call or a member, see `Folding`.
  var splices: [Int32: Int32] = [:]
  /// The type before a member that the grammar took for one without a type.
  var genericBases: [Int32: Int32] = [:]
  /// An argument that is written elsewhere.
  var omitted = SyntaxNode.none
  /// Operators and operands of the sequences at hand, innermost last.
  var operands: [Int32] = []
  var marks: [Int32] = []
  var folds: [Fold] = []

  static let nestingLimit = 300

  init(span: UnitSpan, source: Source, outline: Outline, swift: SwiftGrammar) {
    sw = SwiftSyntax(source, swift)
    self.span = span
    self.outline = outline
    isModule = span.kind == .module
    core = LoweringCore(source: source, span: span, outline: outline, globals: SwiftGlobals.names)
    core.scope.modules = SwiftModules.byName
    core.selfName = core.scope.symbol("self")
    let owner = span.container.flatMap { outline.containers.indices.contains($0) ? outline.containers[$0].owner : nil }
    typeName = core.scope.symbol(owner?.name ?? "")
    for field in owner?.fields ?? [] {
      if field.name.hasPrefix("Self.") {
        ownStatics.insert(core.scope.symbol(String(field.name.dropFirst(5))))
      } else {
        ownFields.insert(core.scope.symbol(field.name))
      }
    }
  }

  var fields: SwiftFields { sw.fields }
  func kind(_ node: Int32) -> SwiftKind? { sw.kind(node) }
  func range(_ node: Int32) -> Range<Int> { sw.range(node) }
  func child(_ node: Int32, _ field: UInt8) -> Int32? { sw.child(node, field) }

  /// Whether the code at hand runs when the file is loaded, not when a function is called.
  var isAtTop: Bool { isModule && function.closure == noNode }

  // MARK: - Comments

  static func words(ofComment bytes: ArraySlice<UInt8>) -> String {
    SwiftComment.text(bytes)
  }

  /// The comments directly below a node, and directly in its block of statements.
  func comments(in node: Int32) -> [Int32] {
    sw.children(node).flatMap { child -> [Int32] in
      if sw.isComment(child) { return [child] }
      return kind(child) == .statements ? sw.children(child).filter(sw.isComment) : []
    }
  }
}
