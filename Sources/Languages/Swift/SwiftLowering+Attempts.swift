import Behaviour
import TreeSitter

extension SwiftLowering {
  /// `do`: with handlers an attempt, without them no more than a scope for names.
  ///
  /// - Parameter finalizer: the body of a `defer` that stands before it and covers nothing else.
  /// - Returns: whether its body leaves, and nothing holds that up.
  mutating func doStatement(_ node: Int32, finalizer: Int32?) -> Bool {
    let handlers = sw.children(node).filter { kind($0) == .catchBlock }
    if handlers.isEmpty, finalizer == nil { return sw.body(node).map { statements(of: $0) } ?? false }
    core.builder.open(.attempt, .statement, range(node))
    let outside = isTrying
    isTrying = false
    let bodyLeaves = block(sw.body(node), .body, in: node)
    var allLeave = bodyLeaves
    for clause in handlers {
      let leaves = handler(clause)
      allLeave = allLeave && leaves
    }
    if let finalizer { self.finalizer(finalizer) }
    isTrying = outside
    core.builder.close()
    return allLeave
  }

  private mutating func handler(_ node: Int32) -> Bool {
    let pattern = child(node, fields.error)
    let type = pattern.flatMap { caughtType($0) }
    let takesAll = pattern == nil || type == nil && sw.has(.bindingWord, in: pattern ?? node)
    let clause = sw.first(.whereClause, in: node)
    let bound = pattern.flatMap { sw.has(.bindingWord, in: $0) || type != nil ? boundError($0) : nil }
    let usesImplicit = pattern == nil && mentionsError(node)
    let index = core.builder.open(
      .handler,
      .handler,
      range(node),
      name: bound.map { core.name(sw.bare($0)) } ?? (usesImplicit ? core.builder.name("error") : 0),
      flags: takesAll && clause == nil ? [.catchesAll] : []
    )
    var known: NameScope.Symbol = 0
    if let type {
      read(core.place(ofText: sw.typeName(type)), type, .type)
      known = declaredType(type)
    } else if let pattern, !takesAll {
      caseOfError(pattern)
    }
    let symbol = bound.map { core.symbol($0) } ?? (pattern == nil ? core.scope.symbol("error") : 0)
    if symbol != 0 {
      let certainty = known == 0 ? Certainty.nameOnly : .declaredType
      let kind: PlaceKind = isAtTop ? .static : .local
      core.scope.declare(symbol, NameScope.Binding(kind: kind, type: known, certainty: certainty))
    }
    if let pattern, bound == nil { declareNames(in: pattern..<sw.next(pattern)) }
    if let clause, let condition = condition(ofWhere: clause) { expression(condition, .condition) }
    function.caught.append(symbol)
    let leaves = block(sw.body(node), .body, in: node)
    function.caught.removeLast()
    core.builder.close()
    let comments = comments(in: node)
    if !comments.isEmpty { note(comments, at: index) }
    return leaves
  }

  /// The type in `let error as Type`, `is Type`.
  private func caughtType(_ pattern: Int32) -> Int32? {
    guard sw.has(.asWord, in: pattern) || sw.has(.isWord, in: pattern) else { return nil }
    return sw.parts(pattern).last { kind($0) == .userType }
  }

  private func boundError(_ pattern: Int32) -> Int32? {
    (pattern..<sw.next(pattern)).first { sw[$0].field == fields.boundIdentifier }
  }

  /// `catch NetworkError.timeout`, `catch .status(let code)`: one case of the errors of a type.
  private mutating func caseOfError(_ pattern: Int32) {
    let parts = sw.parts(pattern)
    guard let last = parts.last(where: { kind($0) == .identifier || kind($0) == .userType }) ?? parts.first else {
      return
    }
    let start = range(parts.first ?? last).lowerBound
    let bytes = min(start, range(last).lowerBound)..<range(last).upperBound
    let place = core.place(bytes)
    core.builder.leaf(
      .read,
      .type,
      bytes,
      name: place.name,
      path: place.path,
      detail: PlaceKind.static.rawValue
    )
  }

  /// Whether a handler looks at the error that Swift names for it.
  private func mentionsError(_ clause: Int32) -> Bool {
    guard let body = sw.body(clause) else { return false }
    return (body..<sw.next(body)).contains {
      guard kind($0) == .identifier, sw.isText($0, "error") else { return false }
      let parent = kind(sw[$0].parent)
      return parent != .navigationSuffix && parent != .argumentLabel
    }
  }

  // MARK: - try

  /// `try`, `try!`, `try?`.
  mutating func tried(_ node: Int32, _ role: Role, _ use: NodeFlags) -> Known {
    guard let value = child(node, fields.expression) ?? sw.parts(node).last, kind(value) != .tryOperator else {
      return .nothing
    }
    if isOptionalTry(node) { return attempt(value, orElse: nil, node, role, use) }
    let outside = isTrying
    isTrying = true
    defer { isTrying = outside }
    return expression(value, role, isForcedTry(node) ? use.union(.forced) : use)
  }

  /// `try a().b()`, where the grammar hung the rest of the chain on `try a()`.
  mutating func tried(_ node: Int32, base: Int32, _ role: Role, _ use: NodeFlags) -> Known {
    guard let value = child(base, fields.expression) ?? sw.parts(base).last, kind(value) != .tryOperator else {
      return .nothing
    }
    splices[base] = value
    if isOptionalTry(base) { return attempt(node, orElse: nil, node, role, use) }
    let outside = isTrying
    isTrying = true
    defer { isTrying = outside }
    return expression(node, role, use)
  }

  func isForcedTry(_ node: Int32) -> Bool {
    guard kind(node) == .try, let mark = sw.first(.tryOperator, in: node) else { return false }
    return sw.isText(mark, "try!")
  }

  func isOptionalTry(_ node: Int32) -> Bool {
    guard kind(node) == .try, let mark = sw.first(.tryOperator, in: node) else { return false }
    return sw.isText(mark, "try?")
  }

  /// `try? value`, `(try? value) ?? other`: what fails gives nothing, or the other value.
  mutating func attempt(
    _ value: Int32,
    orElse other: Int32?,
    _ node: Int32,
    _ role: Role,
    _ use: NodeFlags
  ) -> Known {
    let isDiscarded = use.contains(.discarded) || use.contains(.voided)
    core.builder.open(.attempt, role, range(node), flags: [.byCall])
    core.builder.open(.block, .body, range(value))
    let outside = isTrying
    isTrying = true
    let known = expression(value, .statement, isDiscarded ? use.intersection([.discarded, .voided]) : [])
    isTrying = outside
    core.builder.close()
    let bytes = other.map(range) ?? range(node)
    let handler = core.builder.open(.handler, .handler, bytes, flags: [.catchesAll])
    let body = core.builder.open(.block, .body, bytes)
    if let other {
      core.builder.open(.return, .statement, bytes)
      expression(other, .value)
      core.builder.close()
    } else if !isDiscarded {
      core.builder.open(.return, .statement, bytes)
      core.builder.leaf(.literal, .value, bytes, detail: LiteralKind.null.rawValue)
      core.builder.close()
    }
    core.builder.close()
    core.builder.close()
    core.builder.close()
    if isDiscarded, let words = SwiftComment.words(beside: range(node), in: core.source.bytes) {
      let note = core.builder.name(String(words.prefix(LoweringCore.noteLimit)))
      for index in [handler, body] {
        core.builder.insert(.commented, at: index)
        core.builder.setNote(note, at: index)
      }
    }
    return known
  }
}
