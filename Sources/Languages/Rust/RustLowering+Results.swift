import Behaviour
import TreeSitter

/// Calls that deal with the failure that a `Result` may hold, where it stands.
extension RustLowering {
  /// Writes such a call; nil, and nothing written, where it is none.
  mutating func resultCall(
    _ node: Int32,
    _ method: Int32,
    _ object: Int32,
    _ role: Role,
    _ use: NodeFlags
  ) -> Known? {
    let given = arguments(of: node)
    func isNamed(_ name: StaticString) -> Bool { rs.isText(method, name) }
    switch range(method).count {
    case 2 where given.isEmpty && isNamed("ok") && mayFail(object):
      return attempt(node, object, role, use) {
        $0.handler($0.inspectedName, method) { $0.fallback(nil, role, use, method) }
      }
    case 3 where given.isEmpty && isNamed("err") && mayFail(object): return nil
    case 6 where isNamed("unwrap") && given.isEmpty, 6 where isNamed("expect") && given.count == 1:
      return unwrapped(node, object, role, use)
    case 7 where isNamed("context"), 8 where isNamed("wrap_err"), 11 where isNamed("wrap_err_with"),
      12 where isNamed("with_context"):
      // Says more of a failure that goes on.
      guard given.count == 1, use.contains(.propagated) else { return nil }
      return expression(object, role, use)
    case 7 where isNamed("map_err") && given.count == 1:
      guard use.contains(.propagated) || use.contains(.returned), mayFail(object) else { return nil }
      return attempt(node, object, role, use) { $0.convert(given[0]) }
    case 7 where isNamed("or_else") && given.count == 1, 14 where isNamed("unwrap_or_else") && given.count == 1:
      guard let parameter = onlyParameter(of: given[0]) else { return orElse(node, object, given, role) }
      return attempt(node, object, role, use) { lowering in
        lowering.handler(parameter, given[0]) { $0.inlineBody(of: given[0], .returns) }
      }
    case 11 where isNamed("inspect_err") && given.count == 1:
      guard let parameter = onlyParameter(of: given[0]) else { return nil }
      return attempt(node, object, role, use) { lowering in
        lowering.handler(parameter, given[0]) { $0.inspection(given[0]) }
      }
    case 9 where isNamed("unwrap_or") && given.count == 1:
      guard mayFail(object) else { return orElse(node, object, given, role) }
      return attempt(node, object, role, use) {
        $0.handler($0.inspectedName, given[0]) { $0.fallback(given[0], role, use, given[0]) }
      }
    case 17 where isNamed("unwrap_or_default") && given.isEmpty && mayFail(object) && isKnownToFail(object):
      return attempt(node, object, role, use) { lowering in
        lowering.handler(lowering.inspectedName, method) { $0.defaultValue(method) }
      }
    default: return nil
    }
  }

  // MARK: - Parts

  private mutating func attempt(
    _ node: Int32,
    _ object: Int32,
    _ role: Role,
    _ use: NodeFlags,
    _ rest: (inout Self) -> Void
  ) -> Known {
    let (object, inspector) = withoutInspection(object)
    let outside = inspected
    inspected = inspector
    core.builder.open(.attempt, role, range(node), flags: [.byCall])
    core.builder.open(.block, .body, range(object))
    // Who awaits, or gives back, does so with what comes out of the attempt.
    let known = expression(object, .statement, use.subtracting([.propagated, .forced, .discarded, .voided]))
    core.builder.close()
    let start = core.builder.count
    rest(&self)
    inspected = outside
    let handler = NodeIndex(truncatingIfNeeded: start)
    note(commentsInChain(node), at: handler)
    if use.contains(.discarded), core.builder.count > start { note(aboveStatementOf: node, at: handler) }
    core.builder.close()
    return known
  }

  /// `// Nobody minds.`, and below it `remove(path).ok();`
  private mutating func note(aboveStatementOf node: Int32, at index: NodeIndex) {
    let words = RustComment.words(above: range(node).lowerBound, in: core.source.bytes)
    guard !words.isEmpty else { return }
    core.builder.insert(.commented, at: index)
    core.builder.setNote(core.builder.name(String(words.prefix(LoweringCore.noteLimit))), at: index)
  }

  /// `f().inspect_err(|e| …)` without the look at the failure, and that look.
  private func withoutInspection(_ object: Int32) -> (object: Int32, inspector: Int32?) {
    let call = rs.unwrap(object)
    guard kind(call) == .call, let callee = child(call, fields.function), kind(callee) == .member,
      let method = child(callee, fields.field), let inner = child(callee, fields.value),
      rs.isText(method, "inspect_err") || rs.isText(method, "map_err")
    else { return (object, nil) }
    let given = arguments(of: call)
    guard given.count == 1, onlyParameter(of: given[0]) != nil else { return (object, nil) }
    return (inner, rs.unwrap(given[0]))
  }

  /// What the look at the failure calls it.
  private var inspectedName: Int32? { inspected.flatMap { onlyParameter(of: $0) } }

  /// Writes what looks at a failure before it is dealt with.
  private mutating func writeInspection() {
    guard let closure = inspected, let body = child(closure, fields.body) else { return }
    inspected = nil
    if kind(body) == .block { statements(of: body, .discard) } else { statement(body) }
  }

  /// The comments between the links of a chain of calls.
  private func commentsInChain(_ call: Int32) -> [Int32] {
    child(call, fields.function).map { rs.children($0).filter { rs.isComment($0) } } ?? []
  }

  /// What is there in place of the value that failed to come.
  private mutating func fallback(_ value: Int32?, _ role: Role, _ use: NodeFlags, _ node: Int32) {
    core.builder.open(.block, .body, range(node))
    writeInspection()
    if let value {
      _ = returned(value, range(value), isWritten: false)
    } else if role != .statement, !use.contains(.voided) {
      core.builder.open(.return, .statement, range(node))
      core.builder.leaf(.literal, .value, range(node), detail: LiteralKind.null.rawValue)
      core.builder.close()
    }
    core.builder.close()
  }

  /// `unwrap_or_default()`: the empty value of the type, whatever that is.
  private mutating func defaultValue(_ node: Int32) {
    core.builder.open(.block, .body, range(node))
    writeInspection()
    core.builder.open(.return, .statement, range(node))
    core.builder.leaf(.collection, .value, range(node), detail: CollectionKind.keyed.rawValue)
    core.builder.close()
    core.builder.close()
  }

  /// `map_err(|e| …)?`, `map_err(OrderError::Database)?`: the failure leaves as another one.
  private mutating func convert(_ function: Int32) {
    let function = rs.unwrap(function)
    if kind(function) == .closure {
      let parameter = onlyParameter(of: function)
      handler(parameter, function) { lowering in
        guard let body = lowering.child(function, lowering.fields.body) else { return }
        lowering.core.builder.open(.block, .body, lowering.range(body))
        lowering.conversion(body)
        lowering.core.builder.close()
      }
      return
    }
    let error = core.builder.name("error")
    core.builder.open(.handler, .handler, range(function), name: error, flags: [.catchesAll])
    core.builder.open(.block, .body, range(function))
    core.builder.open(.raise, .statement, range(function))
    if rs.isPath(function) {
      let place = place(function)
      let isType = rs.isUpper(rs.lastName(function))
      core.builder.open(
        .call,
        .value,
        range(function),
        name: place.name,
        path: place.path,
        detail: place.certainty.rawValue,
        flags: isType ? [.constructs] : []
      )
      core.builder.open(.argument, .argument, range(function))
      core.builder.leaf(.read, .value, range(function), name: error, detail: PlaceKind.local.rawValue)
      core.builder.close()
      core.builder.close()
    } else {
      expression(function, .value)
    }
    core.builder.leaf(.read, .cause, range(function), name: error, detail: PlaceKind.local.rawValue)
    for _ in 0..<3 { core.builder.close() }
  }

  /// The body of a closure that makes an error of another.
  private mutating func conversion(_ body: Int32) {
    guard kind(body) == .block else { return raise(body, range(body)) }
    let final = rs.lastPart(body)
    for part in rs.parts(body) {
      if part == final, kind(part) != .expressionStatement || !endsInSemicolon(part) {
        let value = kind(part) == .expressionStatement ? rs.firstPart(part) ?? part : part
        raise(value, range(value))
      } else {
        statement(part)
      }
    }
  }

  /// `inspect_err(|e| …)`: what is done with the failure before it goes on.
  private mutating func inspection(_ closure: Int32) {
    guard let body = child(rs.unwrap(closure), fields.body) else { return }
    core.builder.open(.block, .body, range(body))
    if kind(body) == .block { statements(of: body, .discard) } else { statement(body) }
    core.builder.leaf(.propagate, .statement, range(closure).upperBound..<range(closure).upperBound)
    core.builder.close()
  }

  /// `unwrap()`: the value, or the end.
  private mutating func unwrapped(_ node: Int32, _ object: Int32, _ role: Role, _ use: NodeFlags) -> Known {
    let inner = rs.unwrap(object)
    switch kind(inner) {
    case .call, .awaited, .macro, .question, .index, .match, .if, .block, .unsafeBlock:
      return expression(inner, role, use.union([.propagated, .forced]))
    default:
      core.builder.open(.operation, role, range(node), name: core.builder.name(Operator.unwrap))
      let known = expression(inner, .operand)
      core.builder.close()
      return known
    }
  }

  /// `a.unwrap_or(b)` of what may be absent.
  private mutating func orElse(_ node: Int32, _ object: Int32, _ given: [Int32], _ role: Role) -> Known? {
    guard let other = given.first.map(rs.unwrap) else { return nil }
    let isClosure = kind(other) == .closure
    let body = isClosure ? child(other, fields.body) : other
    guard let body, !isClosure || kind(body) != .block, !isClosure || parameters(ofClosure: other).isEmpty else {
      return nil
    }
    if !isClosure, rs.isText(child(child(node, fields.function) ?? node, fields.field) ?? node, "unwrap_or_else") {
      return nil
    }
    core.builder.open(.operation, role, range(node), name: core.builder.name(Operator.orElse))
    let known = expression(object, .operand)
    expression(body, .operand)
    core.builder.close()
    return known
  }

  // MARK: - What may fail

  /// Whether a value is a `Result` rather than an `Option`, as far as what makes it tells.
  func mayFail(_ node: Int32) -> Bool {
    var node = rs.unwrap(node)
    for _ in 0..<16 {
      switch kind(node) {
      case .awaited: return true
      case .macro: return true
      case .call:
        guard
          let callee = child(node, fields.function).map({
            kind($0) == .genericFunction ? child($0, fields.function) ?? $0 : $0
          })
        else { return false }
        guard kind(callee) == .member, let method = child(callee, fields.field) else {
          // Numbers and texts that are read out of others fail by their input.
          return rs.isPath(callee) && !isConversion(named: rs.lastName(callee))
        }
        let name = core.source.slice(range(method))
        if RustLowering.givesOption.contains(where: { RustPrelude.matches(name, $0) }) { return false }
        for start in RustLowering.givesOptionStarts
        where name.starts(with: UnsafeBufferPointer(start: start.utf8Start, count: start.utf8CodeUnitCount)) {
          return false
        }
        guard RustLowering.keepsShape.contains(where: { RustPrelude.matches(name, $0) }) else { return true }
        guard let object = child(callee, fields.value) else { return false }
        node = rs.unwrap(object)
      default: return false
      }
    }
    return false
  }

  /// Whether it is more than a name that says so: what is awaited, or a call whose path is known. Of `a.b().unwrap_or(c)`
  /// nobody can tell.
  private mutating func isKnownToFail(_ node: Int32) -> Bool {
    var node = rs.unwrap(node)
    for _ in 0..<16 {
      switch kind(node) {
      case .awaited, .macro: return true
      case .call:
        guard let callee = child(node, fields.function).map(bareCallee) else { return false }
        if rs.isDotted(callee) { return place(callee).path != 0 }
        guard kind(callee) == .member, let object = child(callee, fields.value) else { return false }
        node = rs.unwrap(object)
      default: return false
      }
    }
    return false
  }

  /// Methods of the standard library that give an `Option`, or something that is no `Result` either.
  private static let givesOption: [StaticString] = [
    "get", "get_mut", "first", "last", "first_mut", "last_mut", "find", "find_map", "rfind", "next", "next_back",
    "peek", "peekable", "nth", "position", "pop", "pop_front", "pop_back", "front", "back", "min", "max", "min_by",
    "max_by", "min_by_key", "max_by_key", "split_once", "rsplit_once", "split_first", "split_last", "to_str",
    "file_name", "file_stem", "extension", "parent", "ok", "err", "checked_add", "remove", "insert", "take", "replace",
    "upgrade", "chars", "iter", "query", "host", "host_str", "port", "path", "fragment", "domain",
    "username", "password", "content_length", "reduce", "or_insert", "get_or_insert_with", "zip", "then", "then_some",
    "as_str", "as_i64", "as_u64", "as_bool", "as_array", "as_object", "get_key_value", "partial_cmp", "single",
    "earliest", "latest", "timestamp_opt", "source", "parse",
    "try_into", "duration_since", "to_digit", "var", "elapsed",
  ]
  private static let converts: [StaticString] = [
    "try_from", "from_str", "from_utf8", "parse", "try_into", "var", "from_str_radix", "parse_str", "from_bytes",
  ]
  private static let givesOptionStarts: [StaticString] = ["as_", "strip_", "checked_", "try_fold", "binary_search"]

  /// Methods that give a `Result` for a `Result` and an `Option` for an `Option`.
  private static let keepsShape: [StaticString] = [
    "map", "and_then", "or_else", "cloned", "copied", "filter", "or", "inspect", "flatten", "as_ref", "as_mut",
    "as_deref",
    "clone", "to_owned", "trim",
  ]

  private func isConversion(named name: Int32) -> Bool {
    RustLowering.converts.contains { rs.isText(name, $0) } || core.source.slice(range(name)).starts(with: "from_".utf8)
  }

  /// Whether a value that is asked to be `Ok` is more than the reading of a number or a text, or a search.
  func isWorthTrying(_ value: Int32) -> Bool { kind(rs.unwrap(value)) != .call || mayFail(value) }

  func parameters(ofClosure closure: Int32) -> [Int32] {
    child(closure, fields.parameters).map(closureParameters) ?? []
  }

  /// The only parameter of a function that is written in place; nil for any other.
  func onlyParameter(of function: Int32) -> Int32? {
    let function = rs.unwrap(function)
    guard kind(function) == .closure else { return nil }
    let parameters = parameters(ofClosure: function)
    return parameters.count == 1 ? parameters[0] : nil
  }

  /// A closure's body as a block of the code around it.
  mutating func inlineBody(of closure: Int32, _ tail: Tail) {
    guard let body = child(rs.unwrap(closure), fields.body) else { return }
    block(body, .body, tail)
  }
}
