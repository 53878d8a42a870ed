import Behaviour
import TreeSitter

/// A call whose failure is looked at right behind it: in other languages, an attempt with handlers.
struct GoFailureCheck {
  /// The assignment that takes the failure.
  let call: Int32
  /// The place that it is put into.
  let error: Int32
  /// Pending statements between the call and the look.
  var between: Range<Int>
  var handlers: [Handler] = []
  /// What is done if there is no failure: a block, or another `if`.
  var success: Int32?
  /// What must hold besides for that.
  var successOnly: [Int32] = []
  /// What counts as a failure too.
  var alsoFails: Int32?
  /// Index of the pending statement behind it all.
  var end: Int
  /// The last node of it.
  var last: Int32
  /// A `return` behind it that gives nothing but what the call gave.
  var returned: Int32?
  /// Success takes another way because of the opposite of `successOnly`.
  var failsOtherwise = false

  struct Handler {
    /// What names the failures that it takes; all where nothing does.
    var types: [Int32] = []
    var pieces: [Piece] = []
    let node: Int32

    var takesAll: Bool { types.isEmpty }
  }

  /// A part of a handler that may depend on more than the failure.
  struct Piece {
    var conditions: [Int32] = []
    var body: Int32
    var otherwise: Int32?
  }
}

/// What a condition says of a failure.
enum GoFailureTest {
  /// `err != nil`; what must hold besides; what is enough as well.
  case fails(and: [Int32], or: Int32?)
  /// `err == nil`.
  case succeeds(and: [Int32])
  /// `errors.Is(err, io.EOF)`, `err == io.EOF`.
  case isOne([Int32])
  /// `err != nil && !errors.Is(err, io.EOF)`.
  case failsBut([Int32])
}

extension GoLowering {
  /// What a condition says of a failure; nil where it says something else.
  mutating func test(of error: Int32, in condition: Int32) -> GoFailureTest? {
    let condition = go.unwrap(condition)
    if let types = sentinels(of: error, in: condition) { return .isOne(types) }
    switch nullTest(of: error, in: condition) {
    case .some(true): return .succeeds(and: [])
    case .some(false): return .fails(and: [], or: nil)
    case nil: break
    }
    guard kind(condition) == .binary, let mark = child(condition, fields.operator) else { return nil }
    if go.isText(mark, "||") {
      guard let left = child(condition, fields.left), let right = child(condition, fields.right),
        nullTest(of: error, in: go.unwrap(left)) == false
      else { return nil }
      return .fails(and: [], or: right)
    }
    guard go.isText(mark, "&&") else { return nil }
    var operands: [Int32] = []
    flatten(condition, "&&", into: &operands)
    var isFailure: Bool?
    var excluded: [Int32] = []
    var included: [Int32] = []
    var others: [Int32] = []
    for operand in operands {
      let operand = go.unwrap(operand)
      if isFailure == nil, let found = nullTest(of: error, in: operand) {
        isFailure = !found
      } else if let types = sentinels(of: error, in: operand) {
        included += types
      } else if let types = sentinels(notOf: error, in: operand) {
        excluded += types
      } else {
        others.append(operand)
      }
    }
    switch isFailure {
    case .some(true):
      if others.isEmpty, included.isEmpty, !excluded.isEmpty { return .failsBut(excluded) }
      if others.isEmpty, excluded.isEmpty, !included.isEmpty { return .isOne(included) }
      return .fails(and: operands.filter { nullTest(of: error, in: go.unwrap($0)) == nil }, or: nil)
    case .some(false):
      return .succeeds(and: operands.filter { nullTest(of: error, in: go.unwrap($0)) == nil })
    case nil: return nil
    }
  }

  /// The operands of a chain of one operator.
  func flatten(_ node: Int32, _ mark: StaticString, into operands: inout [Int32]) {
    var waiting = [node]
    while let next = waiting.popLast() {
      let operand = go.unwrap(next)
      if kind(operand) == .binary, let found = child(operand, fields.operator), go.isText(found, mark) {
        if let right = child(operand, fields.right) { waiting.append(right) }
        if let left = child(operand, fields.left) { waiting.append(left) }
      } else {
        operands.append(operand)
      }
    }
  }

  /// Whether a condition asks that there is no error (true), or that there is one (false).
  func nullTest(of error: Int32, in condition: Int32) -> Bool? {
    guard kind(condition) == .binary, let mark = child(condition, fields.operator),
      let left = child(condition, fields.left), let right = child(condition, fields.right)
    else { return nil }
    let isPair = isSame(left, error) && kind(right) == GoKind.nil || isSame(right, error) && kind(left) == GoKind.nil
    guard isPair else { return nil }
    if go.isText(mark, "==") { return true }
    return go.isText(mark, "!=") ? false : nil
  }

  func isSame(_ node: Int32, _ name: Int32) -> Bool {
    kind(node) == kind(name) && go.areSame(range(node), range(name))
  }

  /// The failures that a condition names: `errors.Is(err, X)`, `err == X`, `os.IsNotExist(err)`, several with `||`.
  private func sentinels(of error: Int32, in condition: Int32) -> [Int32]? {
    switch kind(condition) {
    case .binary:
      guard let mark = child(condition, fields.operator) else { return nil }
      if go.isText(mark, "||") {
        var operands: [Int32] = []
        flatten(condition, "||", into: &operands)
        var found: [Int32] = []
        for operand in operands {
          guard operand != condition, let types = sentinels(of: error, in: operand) else { return nil }
          found += types
        }
        return found
      }
      return go.isText(mark, "==") ? sentinel(comparedWith: error, in: condition) : nil
    case .call:
      guard let callee = go.callee(condition), go.isDotted(callee) else { return nil }
      let given = go.arguments(condition)
      guard let first = given.first, isSame(go.unwrap(first), error) else { return nil }
      let name = go.text(go.last(callee))
      if given.count == 2, name == "Is" || name == "ErrorIs" { return [given[1]] }
      if given.count == 2, name == "As" { return [given[1]] }
      return given.count == 1 && (name.hasPrefix("Is") || name.hasPrefix("is")) ? [callee] : nil
    default: return nil
    }
  }

  /// `!errors.Is(err, X)`, `err != X`.
  private func sentinels(notOf error: Int32, in condition: Int32) -> [Int32]? {
    switch kind(condition) {
    case .unary:
      guard let mark = child(condition, fields.operator), go.isText(mark, "!"),
        let operand = child(condition, fields.operand).map(go.unwrap)
      else { return nil }
      return sentinels(of: error, in: operand)
    case .binary:
      guard let mark = child(condition, fields.operator), go.isText(mark, "!=") else { return nil }
      return sentinel(comparedWith: error, in: condition)
    default: return nil
    }
  }

  private func sentinel(comparedWith error: Int32, in condition: Int32) -> [Int32]? {
    guard let left = child(condition, fields.left), let right = child(condition, fields.right) else { return nil }
    let other = isSame(left, error) ? right : isSame(right, error) ? left : nil
    guard let other, kind(other) != GoKind.nil, go.isDotted(other) else { return nil }
    return [other]
  }

  // MARK: - Which names hold errors

  /// Whether a place holds an error, by its type or by its name.
  mutating func isError(_ node: Int32, isOneOfSeveral: Bool) -> Bool {
    guard go.isDotted(node) else { return false }
    if kind(node) == .identifier, let known = core.scope.valueType(of: core.symbol(node)) {
      return known.type == errorType
    }
    let name = core.source.slice(range(go.last(node)))
    guard let first = name.first else { return false }
    if name.elementsEqual("err".utf8) || name.elementsEqual("error".utf8) { return true }
    if name.count == 1 { return first == UInt8(ascii: "e") && isOneOfSeveral }
    if name.starts(with: "err".utf8), let next = name.dropFirst(3).first {
      return !(next >= UInt8(ascii: "a") && next <= UInt8(ascii: "z"))
    }
    if name.count > 3, name.suffix(3).elementsEqual("Err".utf8) { return true }
    if name.suffix(3).elementsEqual("err".utf8) { return !name.suffix(6).elementsEqual("stderr".utf8) }
    return name.count > 5 && name.suffix(5).elementsEqual("Error".utf8)
  }

  /// The place for the failure in an assignment of one call; nil where there is none.
  mutating func errorTarget(of assignment: Int32) -> Int32? {
    guard kind(assignment) == .shortVar || kind(assignment) == .assignment, !go[assignment].hasError,
      let left = child(assignment, fields.left), let right = child(assignment, fields.right),
      let target = go.lastPart(left), let value = go.onlyPart(right).map(go.unwrap)
    else { return nil }
    switch kind(value) {
    case .call: break
    case .unary:
      guard let mark = child(value, fields.operator), go.isText(mark, "<-") else { return nil }
    case .selector:
      // `db.Create(&order).Error`
      guard let field = child(value, fields.field), go.isText(field, "Error") || go.isText(field, "Err"),
        !go.isDotted(value)
      else { return nil }
    default: return nil
    }
    return isError(target, isOneOfSeveral: go.firstPart(left) != target) ? target : nil
  }
}
