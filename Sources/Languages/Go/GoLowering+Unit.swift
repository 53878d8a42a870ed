import Behaviour
import TreeSitter

extension GoLowering {
  /// Writes the unit.
  mutating func unit() -> Unit { isModule ? moduleUnit() : functionUnit() }

  private mutating func moduleUnit() -> Unit {
    core.builder.open(.block, .statement, span.range)
    statements(of: span.node)
    core.builder.close()
    var made = bare(UnitTraits())
    made.tree = core.builder.finish()
    return made
  }

  private mutating func functionUnit() -> Unit {
    let node = go.functionValue(of: span.node) ?? span.node
    var traits = UnitTraits()
    if let first = span.name.unicodeScalars.first, first.properties.isUppercase { traits.insert(.exported) }
    if GoTests.isFixture(span.name) { traits.insert(.fixture) }
    core.builder.open(.block, .statement, span.range)
    enterFunction(node)
    if function.returnsError { traits.insert(.throws) }
    var made = bare(traits)
    if kind(span.node) == .method, let name = go.receiver(of: span.node).name {
      receiver = core.symbol(name)
      made.selfWord = core.text(name)
      core.selfName = core.scope.symbol("self")
      core.scope.declare(receiver, NameScope.Binding(kind: .parameter))
      core.scope.declare(core.selfName, NameScope.Binding(kind: .parameter))
    }
    let isTest = span.kind == .test
    made.parameters = parameters(of: node, droppingHandles: isTest)
    if let body = child(node, fields.body) { statements(of: body) } else { made.traits.insert(.abstract) }
    for part in brokenParts(of: span.node) { statement(part) }
    core.builder.close()
    made.owner = owner
    made.returnType = child(node, fields.result).map { core.text($0) }
    made.documentation = documentation()
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

  /// The lines of comment right above.
  private func documentation() -> String? {
    let bytes = core.source.bytes
    var lines: [Range<Int>] = []
    var end = span.range.lowerBound
    while lines.count < 60 {
      // To the end of the line above.
      guard end > 0, bytes[end - 1] == UInt8(ascii: "\n") else { break }
      let stop = end - 1
      var start = stop
      while start > 0, bytes[start - 1] != UInt8(ascii: "\n"), stop - start < LoweringCore.textLimit { start -= 1 }
      guard
        bytes[start..<stop].drop(while: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }).starts(with: "//".utf8)
      else { break }
      lines.append(start..<stop)
      end = start
    }
    let words = lines.reversed().map { range in
      GoComment.text(bytes[range].drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") })
    }
    let text = words.filter { !$0.isEmpty }.joined(separator: "\n")
    return text.isEmpty ? nil : String(text.prefix(LoweringCore.textLimit))
  }

  // MARK: - Functions

  /// Takes note of what a function gives back.
  mutating func enterFunction(_ node: Int32) {
    guard let result = child(node, fields.result) else { return }
    guard kind(result) == .parameters else {
      function.returnsError = go.isText(result, "error")
      return
    }
    guard let last = go.lastPart(result), kind(last) == .parameter, let type = child(last, fields.type) else { return }
    function.returnsError = go.isText(type, "error")
    guard child(last, fields.name) != nil else { return }
    function.namedResults = result
    for part in go.parts(result) {
      let declared = child(part, fields.type).map { declaredType($0) } ?? 0
      for name in go.children(part) where go[name].field == fields.name && go.isPart(name) {
        let symbol = core.symbol(name)
        let certainty = declared == 0 ? Certainty.nameOnly : .declaredType
        core.scope.declare(symbol, NameScope.Binding(kind: .local, type: declared, certainty: certainty))
        if function.returnsError, part == last { function.namedError = symbol }
      }
    }
  }

  /// Writes and declares parameters.
  ///
  /// - Parameter droppingHandles: what a test is handed to fail with is nobody's input.
  mutating func parameters(of node: Int32, droppingHandles: Bool = false) -> [Parameter] {
    guard let list = child(node, fields.parameters) else { return [] }
    var made: [Parameter] = []
    for part in go.children(list) where kind(part) == .parameter || kind(part) == .variadicParameter {
      let isVariadic = kind(part) == .variadicParameter
      let type = child(part, fields.type)
      let path = type.map { declaredPath($0) } ?? 0
      let symbolOfType =
        path == 0 || isVariadic ? 0 : core.type(of: Known(what: .thing, path: path, certainty: .declaredType))
      let isHandle = droppingHandles && GoTests.handles.contains(core.builder.text(path))
      for name in go.children(part) where go[name].field == fields.name && go.isPart(name) {
        let certainty = symbolOfType == 0 ? Certainty.nameOnly : .declaredType
        let binding = NameScope.Binding(kind: .parameter, type: symbolOfType, certainty: certainty)
        core.scope.declare(core.symbol(name), binding)
        guard !isHandle, !go.isText(name, "_") else { continue }
        core.builder.leaf(
          .read,
          .parameter,
          range(name),
          name: core.name(name),
          path: path,
          detail: PlaceKind.parameter.rawValue,
          flags: isVariadic ? [.spread] : []
        )
        made.append(Parameter(name: core.text(name), type: type.map { core.text($0) }, isVariadic: isVariadic))
      }
    }
    return made
  }

  /// A function in the middle of another.
  mutating func closure(_ node: Int32, _ role: Role) {
    core.builder.open(.closure, role, range(node))
    let outside = (function, tests)
    function = Function()
    core.scope.enterClosure()
    enterFunction(node)
    _ = parameters(of: node)
    if let body = child(node, fields.body) { block(body, .body) } else { emptyBlock(.body, endOf: node) }
    core.scope.leaveClosure()
    (function, tests) = outside
    core.builder.close()
  }
}
