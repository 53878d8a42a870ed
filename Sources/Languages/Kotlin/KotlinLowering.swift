import Behaviour
import TreeSitter

/// Writes what a unit does. A file for each family of constructs; here is what they share.
struct KotlinLowering {
  /// What becomes of the last value of a block.
  enum Tail {
    /// Nobody takes it.
    case discarded
    /// It is what the block is worth.
    case value
    /// It is what the function returns.
    case returned
  }

  /// A function in whose body the code at hand stands: the unit, or a closure in it.
  struct Function {
    /// The closure's node; `noNode` for the unit.
    var closure: NodeIndex
    /// The variables of the handlers around the code at hand, innermost last.
    var caught: [NameScope.Symbol] = []
    /// Whether it may be suspended, so that `await()` waits for a value.
    var suspends = false
    /// Whether its `yield` and `emit` hand values on.
    var yields = false
  }

  let kt: KotlinSyntax
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
  /// The fields of the object at hand, which may be named without `this`.
  var ownFields: Set<NameScope.Symbol> = []
  /// In the unit of the code at top level: by their nodes, the names of the units that are closures given to calls.
  var closureUnits: [Int32: String] = [:]

  /// Whether the file imports a package whole whose functions have everybody's names.
  let hasBareNames: Bool

  static let nestingLimit = 300

  init(span: UnitSpan, source: Source, outline: Outline, kotlin: KotlinGrammar) {
    kt = KotlinSyntax(source, kotlin)
    self.span = span
    self.outline = outline
    isModule = span.kind == .module
    hasBareNames = outline.environment.names["get" + KotlinPackages.bareMark] != nil
    core = LoweringCore(source: source, span: span, outline: outline, globals: KotlinGlobals.names)
    core.selfName = core.scope.symbol("this")
    if let index = span.container, outline.containers.indices.contains(index),
      let owner = outline.containers[index].owner
    {
      for field in owner.fields { ownFields.insert(core.scope.symbol(field.name)) }
    }
  }

  func kind(_ node: Int32) -> KotlinKind? { kt.kind(node) }
  func range(_ node: Int32) -> Range<Int> { kt.range(node) }

  /// Whether the code at hand runs when the file is loaded, not when a function is called.
  var isAtTop: Bool { isModule && function.closure == noNode }

  // MARK: - Blocks

  /// Writes what stands in braces, or the one statement without them, as a block.
  ///
  /// - Parameter node: what holds the statements: a body, a `catch`, a `try`.
  /// - Returns: whether its last statement leaves the way of control.
  @discardableResult
  mutating func block(_ node: Int32?, _ role: Role, _ tail: Tail, endOf whole: Int32) -> Bool {
    guard let node else {
      core.builder.leaf(.block, role, range(whole).upperBound..<range(whole).upperBound)
      return false
    }
    let index = core.builder.open(.block, role, range(node))
    let leaves = statements(in: node, tail)
    core.builder.close()
    if core.builder.count == Int(index) + 1 { note(comments(in: node), at: index) }
    return leaves
  }

  /// The statements below a node, or the node's one expression.
  @discardableResult
  mutating func statements(in node: Int32, _ tail: Tail) -> Bool {
    switch kind(node) {
    case .statements: return statements(of: node, tail)
    case .functionBody, .controlBody, .try, .catchBlock, .finallyBlock, .lambda, .initializer,
      .secondaryConstructor, .getter, .setter:
      if let inner = kt.first(.statements, in: node) {
        let leaves = statements(of: inner, tail)
        if kind(node) == .controlBody, kt[node].hasError {
          for child in kt.children(node) where kt[child].isError || kt[child].isMissing { statement(child, .discarded) }
        }
        return leaves
      }
      guard kind(node) == .controlBody || kind(node) == .functionBody else { return false }
      return statements(of: node, tail)
    default: return statement(node, tail)
    }
  }

  /// The statements that are children of a node.
  @discardableResult
  mutating func statements(of node: Int32, _ tail: Tail) -> Bool {
    var leaves = false
    var last: Int32 = -1
    if tail != .discarded {
      for child in kt.children(node) where kt.isPart(child) { last = child }
    }
    for child in kt.children(node) {
      let found = kt[child]
      guard found.isNamed || found.isMissing, !kt.isComment(child) else { continue }
      switch kt.kinds[found.kind] {
      case .label, .annotation: continue
      default: leaves = statement(child, child == last ? tail : .discarded)
      }
    }
    return leaves
  }

  // MARK: - Comments

  /// The comments in what braces hold.
  func comments(in node: Int32) -> [Int32] {
    var found: [Int32] = []
    for child in kt.children(node) {
      if kt.isComment(child) { found.append(child) }
      if kind(child) == .statements { found += kt.children(child).filter { kt.isComment($0) } }
    }
    return found
  }

  static func words(ofComment bytes: ArraySlice<UInt8>) -> String {
    KotlinComment.text(bytes)
  }
}
