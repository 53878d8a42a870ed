import Behaviour
import TreeSitter

/// An operator with its two operands. An operand is a node of the syntax, or below zero another operation (`~index`).
struct Fold {
  let mark: Int32
  let left: Int32
  let right: Int32
  let bytes: Range<Int>
}

/// Operators, by how tight they bind. The grammar nests them as it comes; what stands between the operators is right.
extension SwiftLowering {
  /// Writes operands and the operators between them.
  mutating func sequence(_ node: Int32, _ role: Role, _ use: NodeFlags) -> Known {
    let bases = (operands.count, marks.count, folds.count)
    defer {
      operands.removeLast(operands.count - bases.0)
      marks.removeLast(marks.count - bases.1)
      folds.removeLast(folds.count - bases.2)
    }
    flatten(node)
    guard operands.count > bases.0 else { return .nothing }
    let outside = isTrying
    defer { isTrying = outside }
    if let first = operands.dropFirst(bases.0).first, misplacedBase(first).map({ isPlainTry($0) }) == true {
      isTrying = true
    } else if let first = operands.dropFirst(bases.0).first, kind(first) == .try {
      // `try` covers all to its right.
      if sw.isOnly(marks.dropFirst(bases.1), .nilMark), isOptionalTry(first), operands.count == bases.0 + 2 {
        return attempt(tried(first), orElse: operands[bases.0 + 1], node, role, use)
      }
      if !isOptionalTry(first) { isTrying = true }
    } else if operands.count == bases.0 + 2, sw.isOnly(marks.dropFirst(bases.1), .nilMark) {
      // `(try? value) ?? other`
      let value = sw.unwrap(operands[bases.0])
      if isOptionalTry(value) { return attempt(tried(value), orElse: operands[bases.0 + 1], node, role, use) }
    }
    if let mark = marks.dropFirst(bases.1).first, sw.assigns(mark) {
      core.builder.open(.assign, role, range(node), name: core.name(mark))
      write(target: sw.unwrap(operands[bases.0]), [])
      write(fold(from: (bases.0 + 1, bases.1 + 1, bases.2)), .value)
      core.builder.close()
      return .nothing
    }
    if let member = genericMember(from: bases) { return expression(member, role, use) }
    write(fold(from: bases), role)
    return .nothing
  }

  /// `Type<Argument>.member(…)`, which reads as two comparisons.
  private mutating func genericMember(from bases: (Int, Int, Int)) -> Int32? {
    guard operands.count == bases.0 + 3, marks.count == bases.1 + 2, sw.isText(marks[bases.1], "<"),
      sw.isText(marks[bases.1 + 1], ">"), isDotted(operands[bases.0]),
      range(operands[bases.0]).upperBound == range(marks[bases.1]).lowerBound
    else { return nil }
    let member = operands[bases.0 + 2]
    var base = member
    while let inner = spine(base) { base = inner }
    guard kind(base) == .prefix, prefixMark(base) == UInt8(ascii: ".") else { return nil }
    genericBases[base] = operands[bases.0]
    return member
  }

  private func isPlainTry(_ node: Int32) -> Bool { kind(node) == .try && !isOptionalTry(node) }

  private func tried(_ node: Int32) -> Int32 { child(node, fields.expression) ?? node }

  /// Takes operands and marks out of nested nodes, in the order of the text. A call or member that the grammar hung on
  /// a whole sequence (`a + b.c(d)`) belongs to its last operand.
  private mutating func flatten(_ node: Int32) {
    var hung: [(base: Int32, top: Int32)] = []
    var at = node
    let end = sw.next(node)
    while at < end || !hung.isEmpty {
      if let last = hung.last, at >= sw.next(last.base) {
        if let operand = operands.last, operand != last.top {
          splices[last.base] = operand
          operands[operands.count - 1] = last.top
        }
        at = sw.next(last.top)
        hung.removeLast()
        continue
      }
      let found = sw[at]
      if kind(at)?.isBinary == true {
        at &+= 1
        continue
      }
      if !found.isNamed || kind(at) == .customOperator {
        if kind(found.parent)?.isBinary == true, !found.isMissing { marks.append(at) }
      } else if sw.isPart(at), !found.isMissing {
        if let base = misplacedBase(at), kind(base)?.isBinary == true {
          hung.append((base, at))
          at = base
          continue
        }
        operands.append(at)
      }
      at = found.next
    }
  }

  /// What a call, a member, a forced value or a cast hangs on.
  func spine(_ node: Int32) -> Int32? {
    switch kind(node) {
    case .call, .navigation, .postfix, .cast, .check:
      // `!(value)` reads as a call of `!`.
      isOperatorCall(node) ? nil : sw.firstPart(node).map { splices[$0] ?? $0 }
    default: nil
    }
  }

  /// Whether a call is an operator in front of something in parentheses.
  func isOperatorCall(_ node: Int32) -> Bool {
    guard kind(node) == .call else { return false }
    let first = node &+ 1
    return kind(first) == .bang || !sw[first].isNamed && kind(first) != .question
  }

  /// What the grammar hung a call or member on that binds less tight than that: a sequence, an operator in front.
  func misplacedBase(_ node: Int32) -> Int32? {
    var base = node
    while let inner = spine(base) { base = inner }
    guard base != node, splices[base] == nil else { return nil }
    if kind(base)?.isBinary == true || kind(base) == .try || isOperatorCall(base) { return base }
    return kind(base) == .prefix && prefixMark(base) != UInt8(ascii: ".") ? base : nil
  }

  /// Writes an operator in front of what the grammar hung on it.
  mutating func prefixed(_ node: Int32, base: Int32, _ role: Role, _ use: NodeFlags) -> Known {
    guard let target = operand(ofPrefix: base) else { return .nothing }
    splices[base] = target
    return prefixed(node, mark: sw.firstByte(base), operand: node, role, use)
  }

  /// What stands behind an operator.
  func operand(ofPrefix node: Int32) -> Int32? {
    guard kind(node) == .call else { return child(node, fields.target) }
    guard let suffix = sw.first(.callSuffix, in: node) else { return nil }
    let given = arguments(of: suffix)
    return given.count == 1 ? given[0].value : sw.first(.arguments, in: suffix)
  }

  // MARK: - Precedence

  private mutating func fold(from bases: (Int, Int, Int)) -> Int32 {
    var values: [Int32] = []
    var waiting: [Int32] = []
    func reduce(_ values: inout [Int32], _ waiting: inout [Int32], _ folds: inout [Fold]) {
      guard let mark = waiting.popLast(), values.count > 1 else { return }
      let right = values.removeLast()
      let left = values.removeLast()
      let start = bytes(of: left, folds).lowerBound
      let end = max(start, bytes(of: right, folds).upperBound)
      folds.append(Fold(mark: mark, left: left, right: right, bytes: start..<end))
      values.append(~Int32(truncatingIfNeeded: folds.count - 1))
    }
    var found = folds
    let operands = operands.dropFirst(bases.0)
    let marks = Array(marks.dropFirst(bases.1))
    for (index, operand) in operands.enumerated() {
      if index > 0, index <= marks.count {
        let mark = marks[index - 1]
        let level = sw.precedence(mark)
        while let last = waiting.last {
          let other = sw.precedence(last)
          guard other > level || other == level && level != SwiftSyntax.coalescing else { break }
          reduce(&values, &waiting, &found)
        }
        waiting.append(mark)
      }
      values.append(operand)
    }
    while !waiting.isEmpty, values.count > 1 { reduce(&values, &waiting, &found) }
    folds = found
    return values.first ?? SyntaxNode.none
  }

  private func bytes(of value: Int32, _ folds: [Fold]) -> Range<Int> {
    if value >= 0 { return range(value) }
    return folds.indices.contains(Int(~value)) ? folds[Int(~value)].bytes : 0..<0
  }

  // MARK: - Writing

  private mutating func write(_ value: Int32, _ role: Role) {
    guard value < 0 else {
      expression(value, role)
      return
    }
    guard folds.indices.contains(Int(~value)) else { return }
    let fold = folds[Int(~value)]
    guard nesting < SwiftLowering.nestingLimit, !core.isTooDeep else {
      core.builder.leaf(.unknown, role, fold.bytes)
      return
    }
    nesting += 1
    defer { nesting -= 1 }
    let level = sw.precedence(fold.mark)
    switch level {
    case SwiftSyntax.conjunction, SwiftSyntax.disjunction:
      let name = level == SwiftSyntax.conjunction ? Operator.and : Operator.or
      core.builder.open(.condition, role, fold.bytes, name: core.builder.name(name))
      alike(value, level)
      core.builder.close()
    case SwiftSyntax.comparing: comparison(fold, role)
    case SwiftSyntax.ranging:
      core.builder.open(.operation, role, fold.bytes, name: core.builder.name("..."))
      write(fold.left, .operand)
      write(fold.right, .operand)
      core.builder.close()
    default:
      core.builder.open(.operation, role, fold.bytes, name: core.name(fold.mark))
      write(fold.left, .operand)
      write(fold.right, .operand)
      core.builder.close()
    }
  }

  /// The operands of one word, however they are grouped.
  private mutating func alike(_ value: Int32, _ level: Int) {
    var waiting = [value]
    while let next = waiting.popLast() {
      if next < 0, folds.indices.contains(Int(~next)), sw.precedence(folds[Int(~next)].mark) == level {
        waiting.append(folds[Int(~next)].right)
        waiting.append(folds[Int(~next)].left)
      } else if next >= 0, sw.isWord(sw.unwrap(next), level), sw.unwrap(next) != next {
        // In parentheses of its own.
        for part in parts(ofWord: sw.unwrap(next), level) { expression(part, .operand) }
      } else {
        write(next, .operand)
      }
    }
  }

  /// The operands of `a && b && c`; the whole where another operator is among them.
  private func parts(ofWord node: Int32, _ level: Int) -> [Int32] {
    var found: [Int32] = []
    var at = node
    while at < sw.next(node) {
      if kind(at)?.isBinary == true {
        guard sw.isWord(at, level) else { return [node] }
        at &+= 1
        continue
      }
      if sw.isPart(at) { found.append(at) }
      at = sw.next(at)
    }
    return found
  }

  /// Writes the operands of a conjunction into the one around it.
  mutating func conjuncts(of node: Int32) {
    let parts = parts(ofWord: node, SwiftSyntax.conjunction)
    if parts.count > 1 {
      for part in parts { expression(part, .operand) }
    } else {
      expression(node, .operand)
    }
  }

  private mutating func comparison(_ fold: Fold, _ role: Role) {
    let mark = core.text(fold.mark)
    let isAlike = mark == "==" || mark == "==="
    if isAlike || mark == "!=" || mark == "!==" {
      let isLeftNull = isNull(fold.left)
      if isLeftNull || isNull(fold.right) {
        let name = isAlike ? Operator.isNull : Operator.isNotNull
        core.builder.open(.condition, role, fold.bytes, name: core.builder.name(name))
        write(isLeftNull ? fold.right : fold.left, .operand)
        core.builder.close()
        return
      }
    }
    let name = isAlike ? Operator.equal : mark == "!==" ? Operator.notEqual : mark
    core.builder.open(.condition, role, fold.bytes, name: core.builder.name(name))
    write(fold.left, .operand)
    write(fold.right, .operand)
    core.builder.close()
  }

  private func isNull(_ value: Int32) -> Bool { value >= 0 && kind(sw.unwrap(value)) == .null }

  /// Writes the opposite of a comparison with nothing.
  ///
  /// - Returns: whether it is one.
  mutating func nullComparison(_ node: Int32, _ role: Role, negated: Bool) -> Bool {
    let parts = sw.operands(node)
    guard parts.count == 2, let mark = sw.mark(in: node), parts.allSatisfy({ kind($0)?.isBinary != true }),
      sw.isText(mark, "==") || sw.isText(mark, "!=")
    else { return false }
    let isLeftNull = kind(sw.unwrap(parts[0])) == .null
    guard isLeftNull || kind(sw.unwrap(parts[1])) == .null else { return false }
    let isAlike = sw.firstByte(mark) == UInt8(ascii: "=")
    let name = isAlike != negated ? Operator.isNull : Operator.isNotNull
    core.builder.open(.condition, role, range(node), name: core.builder.name(name))
    expression(isLeftNull ? parts[1] : parts[0], .operand)
    core.builder.close()
    return true
  }
}
