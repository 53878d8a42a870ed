import Behaviour
import TreeSitter

/// Reads what stands where in a file. One walk over its items, one look at each of its nodes for comments and for what
/// does not parse.
struct RustOutliner {
  let rs: RustSyntax
  let rust: RustGrammar
  private(set) var outline = Outline()
  /// Constants and statics of the file, in reading order.
  private(set) var values: [Int32] = []
  /// The types that are declared in the file, by name.
  private(set) var types: [String: Int32] = [:]
  /// By container: the `impl` or `trait` it is, `SyntaxNode.none` for a module.
  private(set) var owners: [Int32] = []
  /// The macros that are defined in the file, wherever they stand.
  private(set) var macros: [Int32] = []
  /// Whether the file does something where it stands: values that are made when they are first used.
  private var acts = false

  static let depthLimit = 100

  /// Where an item stands.
  struct Surroundings {
    var container: Int?
    var prefix = ""
    var depth = 0
    /// Only tests compile it.
    var isForTests = false
    /// Nothing but modules stand around it.
    var isTop = true
    var isTrait = false
  }

  init(source: Source, rust: RustGrammar) {
    rs = RustSyntax(source, rust)
    self.rust = rust
  }

  mutating func read() -> Outline {
    outline.traits = RustOutliner.traits(of: rs.source)
    walk(0, Surroundings())
    resolveValues()
    resolveOwners()
    lookAtEveryNode()
    resolveMacros()
    if acts { outline.units.append(.module(of: rs.source)) }
    return outline
  }

  // MARK: - Items

  private mutating func walk(_ parent: Int32, _ around: Surroundings) {
    guard around.depth < RustOutliner.depthLimit else { return }
    // The first of the attributes before the item at hand.
    var start: Int32?
    for node in rs.children(parent) {
      switch rs.kind(node) {
      case .attributeItem: start = start ?? node
      case .lineComment, .blockComment: continue
      default:
        item(node, from: start ?? node, around)
        start = nil
      }
    }
  }

  private mutating func item(_ node: Int32, from start: Int32, _ around: Surroundings) {
    switch rs.kind(node) {
    case .function: add(function: node, from: start, around)
    case .implementation, .trait: add(type: node, from: start, around)
    case .module: add(module: node, from: start, around)
    case .foreignModule:
      if let body = rs.child(node, rs.fields.body) { add(names: body) }
    case .structure, .union, .enumeration, .typeItem:
      guard let name = rs.child(node, rs.fields.name).map({ rs.source.text(rs.range($0)) }) else { return }
      if types[name] == nil { types[name] = node }
      note(.type, for: name)
    case .constant, .global:
      values.append(node)
      if !around.isForTests, runsLater(node) { acts = true }
    case .use: add(imports: node)
    case .externCrate: add(crate: node)
    default:
      // In text that does not parse stands much that does.
      if rs[node].isError {
        var inner = around
        inner.depth += 1
        walk(node, inner)
      }
    }
  }

  private mutating func add(function: Int32, from start: Int32, _ around: Surroundings) {
    let name = rs.child(function, rs.fields.name)
    var text = name.map { rs.source.text(rs.range($0)) } ?? ""
    // `r#move` is named `move`.
    if text.hasPrefix("r#") { text.removeFirst(2) }
    let attributes = start == function ? RustAttributes() : rs.attributes(from: start)
    let range = rs.range(start).lowerBound..<max(rs.range(start).lowerBound, rs.range(function).upperBound)
    outline.units.append(
      UnitSpan(
        node: start,
        range: range,
        nameRange: name.map(rs.range) ?? range.prefix(2),
        name: text,
        qualifiedName: around.prefix + text,
        kind: attributes.isTest ? .test : isMethod(function) && !around.isTop ? .method : .function,
        container: around.container
      )
    )
    guard around.isTop, !text.isEmpty else { return }
    note(.function(isAsync: rs.isAsync(function)), for: text)
  }

  private func isMethod(_ function: Int32) -> Bool {
    rs.child(function, rs.fields.parameters).map { rs.has(.selfParameter, in: $0) } ?? false
  }

  private mutating func add(type: Int32, from start: Int32, _ around: Surroundings) {
    let isTrait = rs.kind(type) == .trait
    let named = rs.child(type, isTrait ? rs.fields.name : rs.fields.type)
    let name = named.map { rs.source.text(rs.range(rs.lastName($0)).prefix(200)) } ?? ""
    if isTrait { note(.type, for: name) }
    guard let body = rs.child(type, rs.fields.body) else { return }
    var inner = around
    inner.container = add(container: name, type, body, from: start, around, Owner(name: name))
    owners.append(type)
    inner.prefix = around.prefix + name + "."
    inner.depth += 1
    inner.isTop = false
    inner.isTrait = isTrait
    walk(body, inner)
  }

  private mutating func add(module: Int32, from start: Int32, _ around: Surroundings) {
    let name = rs.child(module, rs.fields.name).map { rs.source.text(rs.range($0)) } ?? ""
    if around.isTop, !name.isEmpty { note(.type, for: name) }
    guard let body = rs.child(module, rs.fields.body) else { return }
    var inner = around
    inner.container = add(container: name, module, body, from: start, around, nil)
    owners.append(SyntaxNode.none)
    inner.prefix = around.prefix + name + "."
    inner.depth += 1
    if start != module, rs.attributes(from: start).isForTests { inner.isForTests = true }
    walk(body, inner)
  }

  /// - Returns: its index.
  private mutating func add(
    container name: String,
    _ node: Int32,
    _ body: Int32,
    from start: Int32,
    _ around: Surroundings,
    _ owner: Owner?
  ) -> Int {
    let whole = rs.range(start).lowerBound..<max(rs.range(start).lowerBound, rs.range(node).upperBound)
    let inner = rs.range(body)
    let bytes = rs.source.bytes
    let opens = inner.lowerBound < bytes.count && bytes[inner.lowerBound] == UInt8(ascii: "{")
    // A brace that the parser wished for is not there: the last one is that of something inside.
    let isWished = rs.children(body).contains { rs[$0].isMissing && rs.range($0).upperBound == inner.upperBound }
    let isClosed = inner.count > 1 && !isWished && bytes[inner.upperBound - 1] == UInt8(ascii: "}")
    let from = min(inner.lowerBound + (opens ? 1 : 0), inner.upperBound)
    let to = max(from, inner.upperBound - (isClosed ? 1 : 0))
    outline.containers.append(
      Container(
        parent: around.container,
        name: name,
        head: whole.lowerBound..<from,
        body: from..<to,
        tail: to..<max(to, whole.upperBound),
        owner: owner
      )
    )
    return outline.containers.count - 1
  }

  private mutating func add(names body: Int32) {
    for node in rs.children(body) where rs.kind(node) == .signature {
      if let name = rs.child(node, rs.fields.name) {
        note(.function(isAsync: false), for: rs.source.text(rs.range(name)))
      }
    }
  }

  /// The first meaning of a name wins: a file's own names stand before those of its tests.
  mutating func note(_ meaning: TopLevelName, for name: String) {
    if outline.environment.names[name] == nil { outline.environment.names[name] = meaning }
  }

  // MARK: - Values that are made late

  /// Whether a value is made by a function that runs when it is first asked for.
  private func runsLater(_ node: Int32) -> Bool {
    guard let value = rs.child(node, rs.fields.value) else { return false }
    var at = value
    let end = rs.next(value)
    while at < end {
      switch rs.kind(at) {
      case .closure, .asyncBlock: return true
      default: at &+= 1
      }
    }
    return false
  }

  // MARK: - Every node

  private mutating func lookAtEveryNode() {
    var macros: [Int32] = []
    let rs = rs
    outline.lookAtEveryNode(of: rs) { kind, at, node in
      if kind == .macroDefinition { macros.append(at) }
      guard kind == .lineComment || kind == .blockComment else { return nil }
      return RustOutliner.comment(node.bytes, in: rs.source.bytes)
    }
    self.macros += macros
  }

  /// A comment's bytes, without the line's end that the grammar counts to a doc comment.
  private static func comment(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var end = min(range.upperBound, bytes.count)
    while end > range.lowerBound, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") {
      end -= 1
    }
    return range.lowerBound..<max(range.lowerBound, end)
  }

  // MARK: - Reading further

  mutating func set(_ value: TopLevelName, for name: String) { outline.environment.names[name] = value }
  mutating func set(_ owner: Owner, ofContainer index: Int) { outline.containers[index].owner = owner }
}

extension RustOutliner {
  /// What a file is, by its path and its head.
  static func traits(of source: Source) -> FileTraits {
    var traits = FileTraits(path: source.path)
    let parts = source.path.split(separator: "/")
    let stem = (parts.last ?? "").prefix { $0 != "." }
    if stem == "tests" || stem == "test" || stem.hasSuffix("_test") || stem.hasSuffix("_tests")
      || stem.hasPrefix("test_")
    {
      traits.insert(.test)
    }
    if parts.dropLast().contains("benches") { traits.insert(.oneOff) }
    if stem == "build" && parts.last == "build.rs" { traits.insert(.oneOff) }
    if FileTraits.areGenerated(source.bytes) { traits.insert(.generated) }
    return traits
  }
}
