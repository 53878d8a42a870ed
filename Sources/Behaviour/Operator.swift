/// The neutral spellings of operators and assertions, so that rules compare one text in every language.
package enum Operator {
  // Conditions.
  package static let and = "and"
  package static let or = "or"
  package static let not = "not"
  package static let equal = "=="
  package static let notEqual = "!="
  package static let less = "<"
  package static let lessOrEqual = "<="
  package static let greater = ">"
  package static let greaterOrEqual = ">="
  /// Membership: the first operand is asked for in the second.
  package static let `in` = "in"
  package static let notIn = "not in"
  /// The operand is the absent value (`is None`, `=== null`, `== nil`).
  package static let isNull = "is null"
  package static let isNotNull = "is not null"
  /// The first operand is of the type that the second names.
  package static let isType = "is type"
  // Operations: arithmetic and bit operators are spelled as in C.
  /// A string built from parts.
  package static let interpolation = "interpolation"
  /// The first operand, or the second where the first is absent (`??`).
  package static let orElse = "??"
  /// The operand, or the error path where it is absent or an error (`!`, `unwrap()`).
  package static let unwrap = "unwrap"
  package static let cast = "cast"
  package static let slice = "slice"
  /// Several values made one for a single use (`a, b` in a subscript, the comma operator).
  package static let sequence = ","
}

/// What an assertion demands.
package enum AssertionKind {
  package static let equal = "equal"
  package static let same = "same"
  package static let truthy = "true"
  package static let falsy = "false"
  package static let null = "null"
  package static let notNull = "not null"
  package static let less = "less"
  package static let greater = "greater"
  package static let atMost = "at most"
  package static let atLeast = "at least"
  package static let contains = "contains"
  package static let type = "type"
  package static let raises = "raises"
  package static let called = "called"
  package static let snapshot = "snapshot"
  package static let matches = "matches"
  /// Fails the test where it stands.
  package static let fail = "fail"
  /// Some other demand.
  package static let other = "other"
}
