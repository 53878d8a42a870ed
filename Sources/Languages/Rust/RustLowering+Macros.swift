import Behaviour
import TreeSitter

/// The grammar leaves what stands in a macro as tokens. What known macros take, and what reads as arguments, is read
/// here as if it were written in a call.
extension RustLowering {
  static let macroDepthLimit = 4
  static let macroTextLimit = 200_000

  /// The last word of a macro's name.
  func macroName(_ node: Int32) -> String {
    guard let name = child(node, fields.macro) else { return "" }
    return core.text(rs.lastName(name))
  }

  /// What stands between a macro's brackets.
  func macroContent(_ node: Int32) -> Range<Int> {
    let end = range(node).upperBound
    var at = child(node, fields.macro).map { range($0).upperBound } ?? range(node).lowerBound
    let bytes = core.source.bytes
    while at < end, at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
        return at + 1..<max(at + 1, min(end, bytes.count) - 1)
      default: at += 1
      }
    }
    return end..<end
  }

  /// Reads a range of the text by itself, between other text that makes it a whole.
  mutating func reading(
    _ range: Range<Int>,
    as form: RustMacroText.Form,
    between open: StaticString,
    and close: StaticString
  ) -> RustSyntax? {
    guard macroDepth < RustLowering.macroDepthLimit, range.count <= RustLowering.macroTextLimit else { return nil }
    if macroParser == nil { macroParser = Parser(rust.grammar) }
    guard let macroParser else { return nil }
    let start = open.utf8CodeUnitCount
    var bytes: [UInt8] = []
    bytes.reserveCapacity(start + range.count + close.utf8CodeUnitCount)
    bytes.append(contentsOf: UnsafeBufferPointer(start: open.utf8Start, count: start))
    bytes.append(contentsOf: core.source.slice(range))
    bytes.append(contentsOf: UnsafeBufferPointer(start: close.utf8Start, count: close.utf8CodeUnitCount))
    RustMacroText.mask(&bytes, start..<(start + range.count), as: form)
    guard let tree = bytes.withUnsafeBufferPointer({ macroParser.parse($0) }), !tree.hasErrors else { return nil }
    var syntax = SyntaxTree(tree, skipping: rust.skipped)
    syntax.move(by: range.lowerBound - start)
    return RustSyntax(Source(path: core.source.path, bytes: core.source.bytes, syntax: syntax), rust)
  }

  /// Writes from another reading of a part of the text.
  mutating func within<Result>(_ syntax: RustSyntax, _ write: (inout Self) -> Result) -> Result {
    let outside = rs
    rs = syntax
    core.syntax = syntax.source.syntax
    macroDepth += 1
    defer {
      macroDepth -= 1
      rs = outside
      core.syntax = outside.source.syntax
    }
    return write(&self)
  }

  /// Hands the arguments of a macro to a function that writes them; false where they do not read as such.
  mutating func withArguments(_ node: Int32, _ write: (inout Self, [Int32]) -> Void) -> Bool {
    let content = macroContent(node)
    guard let syntax = reading(content, as: .arguments, between: "fn a(){b(", and: ");}") else { return false }
    within(syntax) { lowering in
      guard let list = lowering.rs.firstNode(.arguments) else { return }
      write(&lowering, lowering.rs.parts(list))
    }
    return true
  }

  // MARK: - What macros mean

  /// Writes a macro that stands as a statement and leaves, asserts, or chooses.
  ///
  /// - Returns: whether it leaves; nil, and nothing written, for one that is a call like any other.
  mutating func macroStatement(_ node: Int32, _ tail: Tail) -> Bool? {
    switch macroName(node) {
    case "select", "select_biased":
      return selection(node, .statement, tail) ? false : nil
    case "ensure":
      demand(node)
      return false
    default: break
    }
    if let leaves = failingMacro(node, range(node)) { return leaves }
    return assertion(node, .statement) ? false : nil
  }

  func isFailing(macro node: Int32) -> Bool { RustLowering.failing.contains(macroName(node)) }

  private static let failing: Set<String> = ["panic", "todo", "unimplemented", "unreachable", "bail"]

  /// `panic!`, `bail!` and the like.
  ///
  /// - Returns: true; nil, and nothing written, for any other.
  mutating func failingMacro(_ node: Int32, _ bytes: Range<Int>, role: Role = .statement) -> Bool? {
    let name = macroName(node)
    guard RustLowering.failing.contains(name) else { return nil }
    core.builder.open(.raise, role, bytes)
    madeError(node, droppingFirst: 0)
    core.builder.close()
    return true
  }

  /// The error that a macro makes of its arguments.
  private mutating func madeError(_ node: Int32, droppingFirst count: Int) {
    let place = child(node, fields.macro).map { self.place($0) } ?? Place()
    let bytes = range(node)
    let isRead = withArguments(node) { lowering, given in
      let rest = Array(given.dropFirst(count))
      if rest.count == 1, !lowering.isText(rest[0]) {
        lowering.expression(rest[0], .value)
        return
      }
      lowering.open(place, bytes, .value, [.constructs])
      lowering.formatted(rest)
      lowering.core.builder.close()
    }
    if !isRead {
      open(place, bytes, .value, [.constructs])
      core.builder.close()
    }
  }

  mutating func open(_ place: Place, _ bytes: Range<Int>, _ role: Role, _ flags: NodeFlags) {
    core.builder.open(
      .call,
      role,
      bytes,
      name: place.name,
      path: place.path,
      detail: place.certainty.rawValue,
      flags: flags
    )
  }

  /// `ensure!(condition, error)`: leaves unless the condition holds.
  private mutating func demand(_ node: Int32) {
    let bytes = range(node)
    core.builder.open(.branch, .statement, bytes, flags: [.guard])
    core.builder.open(.condition, .condition, bytes, name: core.builder.name(Operator.not))
    _ = withArguments(node) { lowering, given in
      if let condition = given.first { lowering.condition(condition, .operand) }
    }
    core.builder.close()
    core.builder.open(.block, .arm, bytes)
    core.builder.open(.raise, .statement, bytes)
    madeError(node, droppingFirst: 1)
    core.builder.close()
    core.builder.close()
    core.builder.close()
  }

  /// Writes a macro as a value.
  mutating func macro(_ node: Int32, _ role: Role, _ use: NodeFlags) -> Known {
    switch macroName(node) {
    case "format", "format_args":
      let isRead = withArguments(node) { lowering, given in
        guard let text = given.first, lowering.isText(text) else {
          for part in given { lowering.expression(part, role) }
          return
        }
        _ = lowering.interpolation(text, Array(given.dropFirst()), role)
      }
      if isRead { return .nothing }
    case "vec", "smallvec", "hashset", "btreeset":
      core.builder.open(.collection, role, range(node), detail: CollectionKind.list.rawValue)
      _ = withArguments(node) { lowering, given in
        // `vec![value; count]` holds one value many times.
        let isRepeated = given.count == 2 && lowering.isRepeated(given[0], given[1])
        for part in isRepeated ? Array(given.prefix(1)) : given { lowering.expression(part, .element) }
      }
      core.builder.close()
      return .nothing
    case "matches": if matching(node, role) { return .nothing }
    case "json": if json(node, role) { return .nothing }
    case "select", "select_biased": if selection(node, role, .returns) { return .nothing }
    case "dbg":
      var known = Known.nothing
      if withArguments(
        node,
        { lowering, given in
          for part in given { known = lowering.expression(part, role, use) }
        }
      ) {
        return known
      }
    default:
      if failingMacro(node, range(node), role: role) != nil { return .nothing }
      if assertion(node, role) { return .nothing }
    }
    return macroCall(node, role, use)
  }

  private func isRepeated(_ value: Int32, _ count: Int32) -> Bool {
    core.source.slice(range(value).upperBound..<max(range(value).upperBound, range(count).lowerBound))
      .contains(UInt8(ascii: ";"))
  }

  /// A macro as the call of a function; without arguments where what it takes does not read as such.
  private mutating func macroCall(_ node: Int32, _ role: Role, _ use: NodeFlags) -> Known {
    guard let name = child(node, fields.macro) else { return .nothing }
    let place = place(name)
    let isKnown = RustPrelude.names.contains(macroName(node))
    open(place, range(node), role, isKnown ? use : use.union(.expanded))
    _ = withArguments(node) { $0.formatted($1) }
    core.builder.close()
    guard place.path != 0 else { return .nothing }
    return Known(what: .result(constructs: false), path: place.path, certainty: place.certainty)
  }

  func isText(_ node: Int32) -> Bool { kind(node) == .string || kind(node) == .rawString }

  // MARK: - matches!, select!

  /// `matches!(value, Pattern(..) if condition)`
  private mutating func matching(_ node: Int32, _ role: Role) -> Bool {
    let content = macroContent(node)
    guard let comma = RustMacroText.split(core.source.bytes, content).first?.upperBound else { return false }
    guard comma < content.upperBound,
      let value = reading(content.lowerBound..<comma, as: .plain, between: "fn a(){b(", and: ");}"),
      let rest = reading(
        RustMacroText.withoutComma(core.source.bytes, comma + 1..<content.upperBound),
        as: .plain,
        between: "fn a(){match b{",
        and: "=>{}}}"
      )
    else { return false }
    core.builder.open(.condition, role, range(node), name: core.builder.name(Operator.isType))
    within(value) { lowering in
      if let list = lowering.rs.firstNode(.arguments), let part = lowering.rs.firstPart(list) {
        lowering.expression(part, .operand)
      }
    }
    within(rest) { lowering in
      guard let match = lowering.rs.firstNode(.match), let arm = lowering.arms(of: match).first else { return }
      lowering.typeOf(arm.pattern, .operand)
      if let condition = arm.condition { lowering.condition(condition, .condition) }
    }
    core.builder.close()
    return true
  }

  /// `select! { x = future => …, else => … }`: waits for several, and goes on with the first that is there.
  private mutating func selection(_ node: Int32, _ role: Role, _ tail: Tail) -> Bool {
    let branches = RustMacroText.branches(core.source.bytes, macroContent(node))
    guard !branches.isEmpty, let name = child(node, fields.macro) else { return false }
    let place = place(name)
    core.builder.open(.branch, role, range(node), flags: role == .statement ? [.match] : [.match, .expression])
    core.builder.open(.await, .condition, range(node))
    open(place, range(node), .value, [.awaited])
    for branch in branches {
      guard let future = branch.future,
        let syntax = reading(future, as: .plain, between: "fn a(){b(", and: ");}")
      else { continue }
      within(syntax) { lowering in
        guard let list = lowering.rs.firstNode(.arguments) else { return }
        for part in lowering.rs.parts(list).prefix(1) { lowering.argument(part) }
      }
    }
    core.builder.close()
    core.builder.close()
    for branch in branches { selected(branch, tail) }
    core.builder.close()
    return true
  }

  private mutating func selected(_ branch: RustMacroText.Branch, _ tail: Tail) {
    core.builder.open(.block, branch.future == nil ? .otherwise : .arm, branch.body)
    if let pattern = branch.pattern,
      let syntax = reading(pattern, as: .plain, between: "fn a(){match b{", and: "=>{}}}")
    {
      within(syntax) { lowering in
        guard let match = lowering.rs.firstNode(.match), let arm = lowering.arms(of: match).first else { return }
        lowering.pattern(arm.pattern, .pattern)
      }
    }
    if let syntax = reading(branch.body, as: .plain, between: "fn a(){", and: "}") {
      _ = within(syntax) { lowering in
        lowering.rs.firstNode(.block).map { lowering.statements(of: $0, tail) }
      }
    }
    core.builder.close()
  }

  // MARK: - json!

  /// `json!({"id": id, "lines": [1, 2]})`
  private mutating func json(_ node: Int32, _ role: Role) -> Bool {
    let content = macroContent(node)
    guard let syntax = reading(content, as: .json, between: "fn a(){b(", and: ");}") else { return false }
    return within(syntax) { lowering in
      guard let list = lowering.rs.firstNode(.arguments), let value = lowering.rs.firstPart(list) else { return false }
      lowering.jsonValue(value, role)
      return true
    }
  }

  private mutating func jsonValue(_ node: Int32, _ role: Role) {
    guard enter(node, role) else { return }
    defer { nesting -= 1 }
    let start = range(node).lowerBound
    let isObject = start < core.source.bytes.count && core.source.bytes[start] == UInt8(ascii: "{")
    switch kind(node) {
    case .tuple where isObject, .unit where isObject:
      core.builder.open(.collection, role, range(node), detail: CollectionKind.keyed.rawValue)
      let parts = kind(node) == .unit ? [] : rs.parts(node)
      for (key, value) in zip(
        parts.enumerated().filter { $0.offset % 2 == 0 },
        parts.dropFirst().enumerated().filter { $0.offset % 2 == 0 }
      ) {
        let isConstant = isText(key.element)
        let name = isConstant ? core.name(inner(key.element)) : 0
        core.builder.open(.argument, .element, range(key.element), name: name)
        if !isConstant { expression(key.element, .index) }
        jsonValue(value.element, .value)
        core.builder.close()
      }
      core.builder.close()
    case .array:
      core.builder.open(.collection, role, range(node), detail: CollectionKind.list.rawValue)
      for part in rs.parts(node) { jsonValue(part, .element) }
      core.builder.close()
    case .identifier where rs.isText(node, "null"):
      core.builder.leaf(.literal, role, range(node), detail: LiteralKind.null.rawValue)
    default: expression(node, role)
    }
  }
}

extension RustSyntax {
  /// The first node of a kind in the whole text.
  func firstNode(_ kind: RustKind) -> Int32? {
    for index in nodes.indices where kinds[nodes[index].kind] == kind { return Int32(truncatingIfNeeded: index) }
    return nil
  }
}
