import Behaviour
import TreeSitter

/// Writes what a unit does. A file for each family of constructs; here is what they share.
struct JavaLowering {
  let java: JavaSyntax
  let span: UnitSpan
  let outline: Outline
  var core: LoweringCore
  /// The variables of the handlers around the code at hand, in the function at hand, innermost last.
  var caught: [NameScope.Symbol] = []
  /// The fields of the object, which are read without a word for it.
  var ownFields: Set<NameScope.Symbol> = []
  /// How many expressions and statements deep the code at hand stands: not each writes a node.
  var nesting = 0
  /// Whether the file holds tests: only there a call may be an assertion.
  let isTest: Bool
  /// The package of types that nobody imports; empty where that cannot be told.
  let packageName: String
  private var scratch: [UInt8] = []

  static let nestingLimit = 300

  init(span: UnitSpan, source: Source, outline: Outline, java: JavaGrammar) {
    self.java = JavaSyntax(source, java)
    self.span = span
    self.outline = outline
    isTest = outline.traits.contains(.test)
    if case .imported(let name) = outline.environment.names[JavaNames.packageKey] {
      packageName = name
    } else {
      packageName = ""
    }
    core = LoweringCore(source: source, span: span, outline: outline, globals: JavaNames.globals)
  }

  var fields: JavaFields { java.fields }
  func kind(_ node: Int32) -> JavaKind? { java.kind(node) }
  func range(_ node: Int32) -> Range<Int> { java.range(node) }
  func child(_ node: Int32, _ field: UInt8) -> Int32? { java.child(node, field) }

  // MARK: - Places

  /// What a dotted name stands for; a bare name of a field is a field of the object.
  mutating func place(_ node: Int32) -> Place {
    guard kind(node) == .identifier else { return place(object: node, member: nil) }
    let symbol = core.symbol(node)
    if isOwnField(symbol) { return place(object: node, member: nil) }
    return resolvedType(core.place(range(node)))
  }

  /// The same for a member of a dotted name, a method.
  mutating func place(object: Int32?, member: Int32?) -> Place {
    scratch.removeAll(keepingCapacity: true)
    if let object {
      var root = object
      while kind(root) == .fieldAccess { root &+= 1 }
      if kind(root) == .identifier, isOwnField(core.symbol(root)) { scratch.append(contentsOf: "this.".utf8) }
      let range = range(object)
      if java.isSolid(range), !isOuter(object) {
        scratch.append(contentsOf: core.source.slice(range))
      } else {
        appendNames(of: object)
      }
    }
    if let member {
      if !scratch.isEmpty { scratch.append(UInt8(ascii: ".")) }
      scratch.append(contentsOf: core.source.slice(range(member)))
    }
    let place = core.place(ofBytes: scratch)
    return resolvedType(place)
  }

  /// Whether a dotted name speaks of an object by its type: `Outer.this.total`.
  private func isOuter(_ node: Int32) -> Bool {
    guard kind(node) == .fieldAccess else { return false }
    return (node &+ 1..<java.next(node)).contains { kind($0) == .this && java[$0].field == fields.field }
  }

  private mutating func appendNames(of node: Int32) {
    var names = java.names(node)
    if let this = names.lastIndex(where: { kind($0) == .this }), this > 0 {
      let isOwn = core.selfName != 0 && java.text(names[this - 1]) == ownerName
      // A field of an object around this one goes by its own name.
      names.removeFirst(isOwn || this + 1 == names.count ? this : this + 1)
    }
    for (position, name) in names.enumerated() {
      if position > 0 { scratch.append(UInt8(ascii: ".")) }
      scratch.append(contentsOf: core.source.slice(range(name)))
      if scratch.count > LoweringCore.textLimit { return }
    }
  }

  private var ownerName: String {
    guard let container = span.container, outline.containers.indices.contains(container) else { return "" }
    return outline.containers[container].name
  }

  private mutating func isOwnField(_ symbol: NameScope.Symbol) -> Bool {
    ownFields.contains(symbol) && core.scope.binding(of: symbol) == nil
  }

  // MARK: - Comments

  func comments(in block: Int32) -> [Int32] { java.children(block).filter { java.isComment($0) } }

  static func words(ofComment bytes: ArraySlice<UInt8>) -> String {
    JavaComment.text(bytes, limit: LoweringCore.noteLimit)
  }
}
