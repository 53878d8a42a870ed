import Behaviour
import TreeSitter

/// Reads what stands where in a file. One walk over its declarations, one look at each of its nodes for comments and
/// for what does not parse.
struct SwiftOutline {
  let sw: SwiftSyntax
  let swift: SwiftGrammar
  private(set) var outline = Outline()
  /// Names of the file that are given values.
  var values: [Value] = []
  /// By container: the declaration of its type; nil for one that is no type.
  private(set) var types: [Int32?] = []
  /// Types that are test cases, by their own word or that of another declaration of this file.
  private var testCases: Set<String> = []

  struct Value {
    let name: Int32
    let declared: Int32?
    let value: Int32?
  }

  /// Where a declaration stands.
  struct Place {
    var container: Int?
    /// The names of the types around, each with a dot behind it.
    var prefix = ""
    var isTestCase = false
    var isSpecification = false
    var depth = 0
  }

  static let depthLimit = 100

  init(source: Source, swift: SwiftGrammar) {
    sw = SwiftSyntax(source, swift)
    self.swift = swift
  }

  mutating func read() -> Outline {
    outline.traits = SwiftOutline.traits(of: sw.source)
    walk(0, in: Place())
    resolveValues()
    resolveOwners()
    lookAtEveryNode()
    if outline.units.contains(where: { $0.kind == .test }) { outline.traits.insert(.test) }
    if acts() { append(.module(of: sw.source)) }
    return outline
  }

  // MARK: - Declarations

  private mutating func walk(_ parent: Int32, in place: Place) {
    guard place.depth < SwiftOutline.depthLimit else { return }
    for node in sw.children(parent) {
      switch sw.kind(node) {
      case .import: if place.container == nil { add(import: node) }
      case .function: add(function: node, in: place)
      case .initializer: add(node, named: "init", as: .initializer, in: place)
      case .deinitializer: add(node, named: "deinit", as: .method, in: place)
      case .type: add(type: node, in: place)
      case .protocol: declare(sw.child(node, sw.fields.name))
      case .property: add(property: node, in: place)
      case .subscript: add(subscript: node, in: place)
      case .typeAlias: break
      default:
        // In text that does not parse stands much that does.
        if sw[node].isError {
          var inner = place
          inner.depth += 1
          walk(node, in: inner)
        }
      }
    }
  }

  private mutating func declare(_ name: Int32?) {
    guard let name else { return }
    let text = sw.typeName(name)
    if !text.isEmpty, outline.environment.names[text] == nil { outline.environment.names[text] = .type }
  }

  private mutating func add(import node: Int32) {
    guard let name = sw.first(.dottedName, in: node) else { return }
    let parts = sw.names(name).map { sw.name($0) }
    guard let module = parts.first else { return }
    // `import struct Dispatch.DispatchTime` names what it brings in.
    if parts.count > 1, sw.range(name).lowerBound > sw.range(node).lowerBound + 7, names(thing: node, name) {
      outline.environment.names[parts[parts.count - 1]] = .imported(parts.joined(separator: "."))
    }
    add(module: module)
    if parts.count > 1 { add(module: parts.joined(separator: ".")) }
  }

  /// Whether an import names the kind of a thing: `import func …`.
  private func names(thing node: Int32, _ name: Int32) -> Bool {
    let words = sw.source.text(sw.range(node).lowerBound..<sw.range(name).lowerBound).split(separator: " ")
    return ["struct", "class", "enum", "func", "protocol", "typealias", "let", "var"].contains(words.last ?? "")
  }

  private mutating func add(module: String) {
    for name in [module] + SwiftModules.handsOn(module) where outline.environment.names[name] == nil {
      outline.environment.names[name] = .imported(name)
    }
  }

  private mutating func add(function node: Int32, in place: Place) {
    guard let name = sw.child(node, sw.fields.name) else { return }
    let text = sw.name(name)
    if place.isSpecification, text == "spec", let body = sw.first(.functionBody, in: node) {
      add(specification: node, body, in: place)
      return
    }
    add(node, named: text, as: kind(of: node, text, in: place), in: place)
    guard place.container == nil, !text.isEmpty, outline.environment.names[text] == nil else { return }
    outline.environment.names[text] = .function(isAsync: sw.has(.asyncWord, in: node))
  }

  private func kind(of node: Int32, _ name: String, in place: Place) -> UnitKind {
    if isMarkedTest(node) { return .test }
    guard place.container != nil else { return .function }
    if place.isTestCase, name.hasPrefix("test"), !sw.has(.parameter, in: node) { return .test }
    return isStatic(node) ? .function : .method
  }

  /// `@Test`
  private func isMarkedTest(_ node: Int32) -> Bool {
    guard let modifiers = sw.first(.modifiers, in: node) else { return false }
    return sw.children(modifiers).contains { attribute in
      sw.kind(attribute) == .attribute && sw.firstPart(attribute).map { sw.isText($0, "Test") } == true
    }
  }

  func isStatic(_ node: Int32) -> Bool {
    if sw.isText(node &+ 1, "class") { return true }
    guard let modifiers = sw.first(.modifiers, in: node) else { return false }
    return sw.children(modifiers).contains {
      sw.kind($0) == .propertyModifier && (sw.isText($0, "static") || sw.isText($0, "class"))
    }
  }

  mutating func add(
    _ node: Int32,
    named name: String,
    as kind: UnitKind,
    in place: Place,
    range: Range<Int>? = nil,
    nameRange: Range<Int>? = nil
  ) {
    let bytes = range ?? sw.range(node)
    let named = nameRange ?? sw.child(node, sw.fields.name).map(sw.range) ?? bytes.prefix(name.utf8.count)
    outline.units.append(
      UnitSpan(
        node: node,
        range: bytes,
        nameRange: named.lowerBound >= bytes.lowerBound && named.upperBound <= bytes.upperBound
          ? named : bytes.prefix(0),
        name: name,
        qualifiedName: place.prefix + name,
        kind: kind,
        container: place.container
      )
    )
  }

  private mutating func add(type node: Int32, in place: Place) {
    guard let name = sw.child(node, sw.fields.name) else { return }
    let text = sw.typeName(name)
    let isExtension = sw.child(node, sw.fields.declarationKind).map { sw.isText($0, "extension") } ?? false
    if !isExtension { declare(name) }
    guard let body = sw.child(node, sw.fields.body) else { return }
    let bases = sw.children(node).filter { sw.kind($0) == .inheritance }.compactMap {
      sw.child($0, sw.fields.inheritsFrom).map { sw.typeName($0) }
    }
    var inner = Place()
    inner.isTestCase =
      bases.contains { SwiftTests.isTestCase(base: $0) || testCases.contains($0) } || testCases.contains(text)
    inner.isSpecification = bases.contains { SwiftTests.isSpecification(base: $0) }
    if inner.isTestCase { testCases.insert(text) }
    inner.container = addContainer(node, braces: body, named: text, of: node, in: place)
    inner.prefix = place.prefix + text + "."
    inner.depth = place.depth + 1
    walk(body, in: inner)
  }

  /// - Parameter block: what has the braces.
  mutating func addContainer(
    _ node: Int32,
    braces block: Int32,
    named name: String,
    of type: Int32?,
    in place: Place
  ) -> Int {
    let whole = sw.range(node)
    let braces = sw.range(block)
    let start = min(braces.lowerBound + 1, whole.upperBound)
    let isClosed =
      braces.count > 1 && sw.source.bytes[braces.upperBound - 1] == UInt8(ascii: "}")
      && !sw.children(block).contains { sw[$0].isMissing }
    let end = max(start, isClosed ? braces.upperBound - 1 : braces.upperBound)
    outline.containers.append(
      Container(
        parent: place.container,
        name: name,
        head: whole.lowerBound..<start,
        body: start..<end,
        tail: end..<max(end, whole.upperBound),
        owner: type == nil
          ? place.container.flatMap { outline.containers[$0].owner } : Owner(name: place.prefix + name)
      )
    )
    types.append(type)
    return outline.containers.count - 1
  }

  // MARK: - Every node

  private mutating func lookAtEveryNode() {
    var at: Int32 = 0
    for node in sw.nodes {
      let kind = sw.kinds[node.kind]
      if kind == .comment || kind == .multilineComment {
        outline.comments.append(node.bytes)
      } else if node.isError || node.isMissing, sw.isDamage(at),
        node.bytes.upperBound > outline.broken.last?.upperBound ?? -1
      {
        outline.broken.append(node.bytes)
      }
      at &+= 1
    }
  }

  // MARK: - Reading further

  mutating func set(_ value: TopLevelName, for name: String) { outline.environment.names[name] = value }
  mutating func set(_ owner: Owner, ofContainer index: Int) { outline.containers[index].owner = owner }
  mutating func append(_ unit: UnitSpan) { outline.units.append(unit) }
}
