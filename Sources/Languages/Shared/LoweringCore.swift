import Behaviour
import TreeSitter

/// What every lowering has in hand: the text, its syntax, the tree being written, the names in scope.
///
/// A language's lowering is a struct around one of these, with a function for each family of constructs.
struct LoweringCore {
  let source: Source
  let syntax: SyntaxTree
  var builder: BehaviourBuilder
  var scope: NameScope

  /// How deep the tree may nest. What stands deeper becomes `unknown`: no input may overflow the stack.
  static let depthLimit = 200
  /// How many bytes of a literal or of an expression's text are kept as its name.
  static let textLimit = 4_000

  init(source: Source, span: UnitSpan, outline: Outline) {
    self.source = source
    syntax = source.syntax
    builder = BehaviourBuilder(origin: span.range.lowerBound)
    scope = NameScope(
      environment: outline.environment,
      owner: span.container.flatMap { outline.containers.indices.contains($0) ? outline.containers[$0].owner : nil }
    )
  }

  /// Whether the node written next would stand too deep.
  var isTooDeep: Bool { builder.depth >= LoweringCore.depthLimit }

  func range(_ node: Int32) -> Range<Int> { syntax[node].bytes }

  /// A node's text, cut at the limit; broken UTF-8 is repaired.
  func text(_ node: Int32) -> String { source.text(cut(range(node))) }

  mutating func name(_ node: Int32) -> NameID { builder.name(source.slice(cut(range(node)))) }

  private func cut(_ range: Range<Int>) -> Range<Int> {
    range.count <= LoweringCore.textLimit
      ? range : range.lowerBound..<(range.lowerBound + LoweringCore.textLimit)
  }

  /// Whether a node's text is exactly this.
  func isText(_ node: Int32, _ text: StaticString) -> Bool {
    let bytes = source.slice(range(node))
    return bytes.count == text.utf8CodeUnitCount
      && bytes.elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Writes that something stands here which lowering does not understand.
  mutating func unknown(_ role: Role, _ node: Int32) {
    let node = syntax[node]
    builder.leaf(.unknown, role, node.bytes, flags: node.hasError ? [.broken] : [])
  }

  /// The canonical type of the value that a call gives: a constructor gives its type, any other call `path()`.
  static func resultType(ofCall path: String, constructs: Bool) -> String {
    guard !path.isEmpty else { return "" }
    if constructs { return path }
    let last = path.split(separator: ".").last ?? ""
    return last.unicodeScalars.first?.properties.isUppercase == true && !last.hasSuffix(")") ? path : path + "()"
  }
}
