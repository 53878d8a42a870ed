import Behaviour
import TreeSitter

/// Finds what stands where in a file. Looks into functions only for what they assign to fields of their object.
struct JavaScriptOutliner {
  let js: JavaScriptSource
  var result = Outline()
  /// The functions that are units, by their node.
  var unitNodes: Set<Int32> = []

  /// How deep groups of tests, object literals and namespaces may nest.
  static let depthLimit = 40

  init(_ js: JavaScriptSource) {
    self.js = js
  }

  var fields: JavaScriptFields { js.fields }
  func kind(_ node: Int32) -> JavaScriptKind? { js.kind(node) }
  func range(_ node: Int32) -> Range<Int> { js.range(node) }

  mutating func outline() -> Outline {
    scan()
    traits()
    guard !js.syntax.nodes.isEmpty else { return result }
    declareNames(in: 0, depth: 0)
    declareValues(in: 0, depth: 0)
    statements(in: 0, Surroundings())
    if doesSomething() {
      let all = 0..<js.source.bytes.count
      result.units.append(
        UnitSpan(
          node: 0,
          range: all,
          nameRange: 0..<0,
          name: "<module>",
          qualifiedName: "<module>",
          kind: .module,
          container: nil
        )
      )
    }
    return result
  }

  /// One walk over all nodes for what can stand anywhere: comments, and text that does not parse.
  private mutating func scan() {
    var brokenEnd: Int32 = 0
    for index in js.syntax.nodes.indices {
      let node = js.syntax.nodes[index]
      switch js.kinds[node] {
      case .comment, .htmlComment: result.comments.append(node.bytes)
      default: break
      }
      guard index >= Int(brokenEnd), node.isError || node.isMissing, js.isDamage(node) else { continue }
      brokenEnd = node.next
      result.broken.append(node.bytes)
    }
  }

  private mutating func traits() {
    result.traits = FileTraits(path: js.source.path)
    if FileTraits.areGenerated(js.source.bytes) { result.traits.insert(.generated) }
    if js.source.bytes.starts(with: "#!".utf8) { result.traits.insert(.script) }
  }
}

/// Where a statement stands.
struct Surroundings {
  var container: Int?
  /// The names of the containers around, joined by dots.
  var prefix = ""
  var depth = 0

  func qualified(_ name: String) -> String { prefix.isEmpty ? name : prefix + "." + name }
}
