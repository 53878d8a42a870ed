import Behaviour
import TreeSitter

extension RustLowering {
  /// Writes the unit.
  mutating func unit() -> Unit { isModule ? moduleUnit() : functionUnit() }

  private mutating func moduleUnit() -> Unit {
    core.builder.open(.block, .statement, span.range)
    values(in: 0, depth: 0)
    core.builder.close()
    var made = bare(UnitTraits())
    made.tree = core.builder.finish()
    return made
  }

  /// Writes the constants and statics of a file and of the modules in it.
  private mutating func values(in parent: Int32, depth: Int) {
    guard depth < RustOutliner.depthLimit else { return }
    var start: Int32?
    for node in rs.children(parent) {
      switch kind(node) {
      case .attributeItem: start = start ?? node
      case .lineComment, .blockComment: continue
      case .module:
        if let body = child(node, fields.body), !rs.attributes(from: start ?? node).isForTests {
          values(in: body, depth: depth + 1)
        }
        start = nil
      case .constant, .global:
        constant(node)
        start = nil
      default: start = nil
      }
    }
  }

  private mutating func functionUnit() -> Unit {
    let node = rs.item(span.node)
    let body = child(node, fields.body)
    let container = span.container.flatMap { outline.containers.indices.contains($0) ? outline.containers[$0] : nil }
    let attributes = rs.attributes(from: span.node)
    var traits = UnitTraits()
    if rs.isAsync(node) { traits.insert(.async) }
    if rs.has(.visibility, in: node) || container?.owner?.bases.isEmpty == false { traits.insert(.exported) }
    if attributes.isSkipped { traits.insert(.skipped) }
    if attributes.isFixture || span.kind != .test && standsAmongTests { traits.insert(.fixture) }
    if container?.owner != nil, span.kind == .function { traits.insert(.static) }
    if container?.owner?.bases.isEmpty == false { traits.insert(.override) }
    core.builder.open(.block, .statement, span.range)
    decorators(from: span.node)
    var made = bare(traits)
    let returned = child(node, fields.returnType)
    function.givesValue = returned.map { kind($0) != .unitType } ?? false
    function.givesResult = returned.map(isResult) ?? false
    if function.givesResult { made.traits.insert(.throws) }
    if let list = child(node, fields.parameters) {
      if rs.has(.selfParameter, in: list) { core.selfName = core.scope.symbol("self") }
      parameters(list)
      made.parameters = declared(list)
    }
    let tail: Tail = function.givesValue ? .returns : .discard
    if let body {
      if let attribute = attributes.shouldPanic, span.kind == .test {
        expectPanic(attribute, body)
      } else {
        statements(of: body, tail)
      }
    }
    for part in brokenParts(of: node) { statement(part) }
    core.builder.close()
    if function.yields { made.traits.insert(.generator) }
    made.owner = container?.owner
    made.returnType = returned.map { core.text($0) }
    made.documentation = RustComment.documentation(before: span.range.lowerBound, in: core.source.bytes)
    made.tree = core.builder.finish()
    return made
  }

  private func bare(_ traits: UnitTraits) -> Unit {
    let start = span.range.lowerBound
    return Unit(
      name: span.name,
      qualifiedName: span.qualifiedName,
      kind: span.kind,
      traits: traits,
      length: span.range.count,
      nameRange: max(0, span.nameRange.lowerBound - start)..<max(0, span.nameRange.upperBound - start)
    )
  }

  /// Whether only tests compile the module around the unit.
  var standsAmongTests: Bool {
    var container = span.container
    while let index = container, outline.containers.indices.contains(index) {
      let found = outline.containers[index]
      let head = core.source.slice(found.head)
      if found.owner == nil, RustLowering.holds(head, "cfg") && RustLowering.holds(head, "test") { return true }
      container = found.parent
    }
    return false
  }

  private static func holds(_ bytes: ArraySlice<UInt8>, _ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard bytes.count >= count else { return false }
    for start in bytes.startIndex...(bytes.endIndex - count) {
      var matched = 0
      while matched < count, bytes[start + matched] == word.utf8Start[matched] { matched += 1 }
      if matched == count { return true }
    }
    return false
  }

  /// Whether a declared type says that there may be a failure in place of a value.
  func isResult(_ type: Int32) -> Bool {
    guard rs.isPath(type) else { return false }
    return core.source.slice(range(rs.lastName(type))).reversed().starts(with: "Result".utf8.reversed())
  }

  // MARK: - Attributes

  /// Writes the attributes of an item, each as a call. What only steers the compiler does nothing.
  mutating func decorators(from first: Int32) {
    var node = first
    while kind(node) == .attributeItem || rs.isComment(node) {
      if kind(node) == .attributeItem, let attribute = rs.first(.attribute, in: node) { decorator(attribute) }
      let next = rs.next(node)
      guard rs[next].parent == rs[node].parent else { return }
      node = next
    }
  }

  private mutating func decorator(_ attribute: Int32) {
    guard let path = rs.firstPart(attribute), rs.isPath(path) else { return }
    let last = rs.lastName(path)
    for ignored in RustLowering.compilerAttributes where rs.isText(last, ignored) { return }
    if RustTests.isTest(core.source.slice(range(last))) { return }
    let place = place(path)
    core.builder.open(
      .call,
      .decorator,
      range(attribute),
      name: place.name,
      path: place.path,
      detail: place.certainty.rawValue
    )
    if let tokens = child(attribute, fields.arguments) ?? rs.first(.tokenTree, in: attribute) {
      for token in rs.children(tokens) where kind(token) == .string || kind(token) == .rawString {
        core.builder.open(.argument, .argument, range(token))
        expression(token, .value)
        core.builder.close()
      }
    }
    core.builder.close()
  }

  private static let compilerAttributes: [StaticString] = [
    "allow", "warn", "deny", "forbid", "expect", "cfg", "cfg_attr", "inline", "must_use", "doc", "derive", "cold",
    "should_panic", "ignore", "track_caller", "deprecated", "target_feature", "no_mangle", "non_exhaustive", "repr",
  ]

  // MARK: - Parameters

  private func declared(_ list: Int32) -> [Parameter] {
    var found: [Parameter] = []
    for node in rs.children(list) {
      switch kind(node) {
      case .parameter:
        let name = child(node, fields.pattern).map { core.text(boundName(of: $0)) } ?? ""
        found.append(Parameter(name: name, type: child(node, fields.type).map { core.text($0) }))
      case .variadicParameter: found.append(Parameter(name: "...", isVariadic: true))
      default: continue
      }
    }
    return found
  }

  /// Writes and declares parameters.
  mutating func parameters(_ list: Int32) {
    for node in rs.children(list) {
      switch kind(node) {
      case .selfParameter:
        core.scope.declare(core.scope.symbol("self"), NameScope.Binding(kind: .parameter))
      case .parameter:
        if let pattern = child(node, fields.pattern) { parameter(pattern, typed: child(node, fields.type), node) }
      default: continue
      }
    }
  }

  mutating func parameter(_ pattern: Int32, typed type: Int32?, _ node: Int32) {
    let name = boundName(of: pattern)
    let path = type.map { declaredPath($0) } ?? 0
    core.builder.leaf(
      .read,
      .parameter,
      range(node),
      name: core.name(name),
      path: path,
      detail: PlaceKind.parameter.rawValue
    )
    declareNames(in: pattern, .parameter, type: path == 0 ? 0 : symbol(ofName: path))
  }

  /// The first name that a pattern gives to a value; the pattern itself where it gives none.
  func boundName(of pattern: Int32) -> Int32 {
    var at = pattern
    let end = rs.next(pattern)
    while at < end {
      switch kind(at) {
      case .identifier:
        let parent = kind(rs[at].parent)
        if parent != .scoped, parent != .tupleStructPattern || rs[at].field != fields.type, !rs.isUpper(at) {
          return at
        }
      case .shorthandIdentifier: return at
      case .tokenTree: return pattern
      default: break
      }
      at &+= 1
    }
    return pattern
  }

  /// Declares the names of a pattern. The type counts for a name that is given the whole value, or all there is in it.
  mutating func declareNames(in pattern: Int32, _ kind: PlaceKind, type: NameScope.Symbol) {
    var names: [Int32] = []
    var at = pattern
    let end = rs.next(pattern)
    while at < end {
      switch self.kind(at) {
      case .identifier:
        let parent = self.kind(rs[at].parent)
        if parent != .scoped, parent != .tupleStructPattern || rs[at].field != fields.type, !rs.isUpper(at) {
          names.append(at)
        }
      case .shorthandIdentifier: names.append(at)
      default: break
      }
      at &+= 1
    }
    for name in names {
      let known = names.count == 1 ? type : 0
      let certainty = known == 0 ? Certainty.nameOnly : .declaredType
      core.scope.declare(core.symbol(name), NameScope.Binding(kind: kind, type: known, certainty: certainty))
    }
  }
}
