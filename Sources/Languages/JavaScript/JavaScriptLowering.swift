import Behaviour
import TreeSitter

/// Writes what a unit does. A file for each family of constructs; here is what they share.
struct JavaScriptLowering {
  var js: JavaScriptSource
  let span: UnitSpan
  let outline: Outline
  let isTest: Bool
  var builder: BehaviourBuilder
  var scope: JavaScriptScope
  /// The variables of the handlers around the code at hand, innermost last; 0 where a function starts.
  var handlers: [NameID] = []
  /// How many expressions and statements deep the code at hand stands: not each writes a node.
  var nesting = 0
  /// For the code at top level: the names of the units that stand in it, by their node.
  var units: [Int32: String] = [:]
  /// What is known of the first parameter of the function that is written next.
  var settled = KnownValue.nothing
  /// What is known of the elements of the list that was written last.
  var elements: [KnownValue] = []
  /// Operators that the parser put in the wrong place.
  var misplaced = MisplacedOperators()
  /// For joining names.
  var scratch: [UInt8] = []
  /// By the path of a call: the path of what it gives.
  var results: [NameID: NameID] = [:]

  init(_ js: JavaScriptSource, span: UnitSpan, outline: Outline) {
    self.js = js
    self.span = span
    self.outline = outline
    isTest = outline.traits.contains(.test)
    builder = BehaviourBuilder(origin: span.range.lowerBound)
    let container = span.container.flatMap { outline.containers.indices.contains($0) ? outline.containers[$0] : nil }
    scope = JavaScriptScope(environment: outline.environment, owner: container?.owner)
  }

  var fields: JavaScriptFields { js.fields }
  func kind(_ node: Int32) -> JavaScriptKind? { js.kind(node) }
  func range(_ node: Int32) -> Range<Int> { misplaced.isEmpty ? js.range(node) : truePlace(of: node) }

  /// The text of a node as a name, cut at the limit.
  mutating func name(_ node: Int32) -> NameID { name(range(node)) }

  mutating func name(_ range: Range<Int>) -> NameID {
    let end = min(range.upperBound, range.lowerBound + LoweringCore.textLimit)
    return builder.name(js.source.slice(range.lowerBound..<max(range.lowerBound, end)))
  }

  /// The name of a function, a method or an entry of an object, without quotes; empty where it has none.
  mutating func name(ofMember node: Int32) -> NameID {
    guard let name = js.child(node, fields.name) else { return 0 }
    return self.name(js.inner(name))
  }

  /// A path of plain names as one writes it without whitespace, `?` and `!`.
  mutating func name(ofPath node: Int32) -> NameID {
    let range = range(node)
    let bytes = js.source.slice(range)
    if range.count <= LoweringCore.textLimit, bytes.allSatisfy(JavaScriptLowering.isPathByte) {
      return builder.name(bytes)
    }
    scratch.removeAll(keepingCapacity: true)
    for name in js.names(ofPath: node) where scratch.count < LoweringCore.textLimit {
      if !scratch.isEmpty { scratch.append(UInt8(ascii: ".")) }
      scratch.append(contentsOf: name.utf8)
    }
    return builder.name(scratch[...])
  }

  private static func isPathByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), UInt8(ascii: "."),
      UInt8(ascii: "#"), 0x80...:
      true
    default: false
    }
  }

  /// Whether `?.` stands between two names of a path.
  func isOptional(path node: Int32) -> Bool {
    js.slice(node).contains(UInt8(ascii: "?")) && js.isOptional(path: node)
  }

  /// What is known of a member: the path of the whole, joined with the name behind its first `dropping` bytes.
  mutating func join(_ known: KnownValue, _ name: NameID, dropping: Int) -> KnownValue {
    guard known.path != 0 else { return .nothing }
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: builder.text(known.path).utf8)
    scratch.append(contentsOf: builder.text(name).utf8.dropFirst(dropping))
    guard scratch.count <= LoweringCore.textLimit else { return .nothing }
    // What a module has as its default is the module, as `import x from` has it.
    if known.certainty == .import, scratch.suffix(8).elementsEqual(".default".utf8) { scratch.removeLast(8) }
    return KnownValue(path: builder.name(scratch[...]), certainty: known.certainty, isItself: true)
  }

  /// What is known of the value that a call gives.
  mutating func result(of known: KnownValue, constructs: Bool) -> KnownValue {
    guard known.path != 0 else { return .nothing }
    let certainty = min(known.certainty, .constructor)
    if constructs { return KnownValue(path: known.path, certainty: certainty) }
    if let path = results[known.path] { return KnownValue(path: path, certainty: certainty) }
    let text = LoweringCore.resultType(ofCall: builder.text(known.path), constructs: false)
    let path = text.utf8.count <= LoweringCore.textLimit ? builder.name(text) : 0
    results[known.path] = path
    return KnownValue(path: path, certainty: certainty)
  }

  /// Goes one level down; false where that would be too deep, and what stands there was written as unknown.
  mutating func enter(_ node: Int32, _ role: Role) -> Bool {
    guard builder.depth < LoweringCore.depthLimit, nesting < JavaScriptLowering.nestingLimit else {
      builder.leaf(.unknown, role, range(node), flags: js.syntax[node].hasError ? [.broken] : [])
      return false
    }
    nesting += 1
    return true
  }

  static let nestingLimit = 300

  /// Writes the parts of a node that do not parse below what was written for it.
  mutating func damage(in node: Int32, at index: NodeIndex) {
    var broken: [Int32] = []
    var at = node &+ 1
    let end = js.syntax[node].next
    while at < end {
      let found = js.syntax[at]
      if js.isDamage(found) {
        broken.append(at)
        at = found.next
      } else if found.hasError, found.isNamed, JavaScriptLowering.isPart(js.kinds[found]) {
        // No code writes the errors of what is neither statement nor expression.
        at &+= 1
      } else {
        at = found.next
      }
    }
    guard !broken.isEmpty else { return }
    let isReopened = builder.reopen(index)
    for part in broken { unknown(.statement, part) }
    if isReopened { builder.close() }
  }

  private static func isPart(_ kind: JavaScriptKind?) -> Bool {
    switch kind {
    case .arguments, .formalParameters, .requiredParameter, .optionalParameter, .switchBody, .switchCase,
      .switchDefault, .elseClause, .catchClause, .finallyClause, .variableDeclarator, .pair, .pairPattern,
      .objectPattern, .arrayPattern, .decorator, .jsxOpening, .jsxClosing, .jsxAttribute, .typeAnnotation, .classBody,
      .classHeritage, .enumBody, .templateSubstitution, .computedName:
      true
    default: false
    }
  }

  /// Writes a construct that lowering does not understand, with what it understands inside of it.
  mutating func unknown(_ role: Role, _ node: Int32) {
    let found = js.syntax[node]
    builder.open(.unknown, role, found.bytes, flags: found.isError || found.isMissing ? [.broken] : [])
    for child in js.children(node) where js.syntax[child].isNamed && kind(child) != nil { statement(child) }
    builder.close()
  }
}
