/// What a node of the behaviour tree does. The list is closed and the same for every language.
package enum NodeKind: UInt8, Sendable, CaseIterable {
  /// Statements in order; also the arm of a branch.
  case block
  /// A call. Name: the callee as written (`self.gateway.charge`). Path: its canonical name, where it resolved.
  /// Children: `receiver` where the callee hangs on an expression that is no plain place, then `argument` nodes.
  case call
  /// One argument of a call, one entry of a keyed collection, one declared parameter with a default. Name: its label.
  case argument
  /// Code whose failure is dealt with here. Children: `body`, handlers, `otherwise`, `finalizer`.
  case attempt
  /// What deals with a failure. Name: the variable that holds the error. Children: `type` reads, then `body`.
  case handler
  /// The error at hand goes on to the caller: a bare rethrow, `?`, `return err`.
  case propagate
  /// Children: `iterable` or `condition`, `target`, `body`, `otherwise`.
  case loop
  /// Children: `condition`, then arms (`arm` blocks, the last may be `otherwise`). An arm of a match has its pattern as
  /// a first child in the role `pattern`.
  case branch
  /// Something that holds for a body: `with`, `using`, `synchronized`. Children: `resource`, `target`, `body`.
  case scoped
  /// Name: the operator of a compound assignment (`+=`), else empty. Children: `target` places, `value`.
  case assign
  /// A place, read or (in the role `target`) written. Name: the place as written (`self.count`, `user.name`).
  /// Children: `receiver` where it hangs on an expression that is no plain place, `index` for an element.
  case read
  /// A new failure leaves the normal way. Children: `value`, `cause`.
  case raise
  case `return`
  case await
  case yield
  /// Work started to run beside this code, where the language has a word for it.
  case spawn
  /// Leaves or repeats a loop.
  case jump
  /// A function in the middle of a unit, inlined where it stands. Name: its name, if any. Children: `parameter` reads,
  /// `body`.
  case closure
  /// A constant. Name: its text, without quotes for strings, cut at a length.
  case literal
  /// Children in the role `element`; keyed ones are `argument` nodes with the key as name.
  case collection
  /// Anything computed. Name: the operator, in the neutral spelling of `Operator`. Children: `operand`.
  case operation
  /// A truth value: comparison, negation, and, or. Name: the operator, in the neutral spelling. Children: `operand`.
  case condition
  /// Name: what is asserted, in the neutral spelling of `AssertionKind`. Children: `actual`, `expected`, `argument`s.
  case assertion
  /// A construct that lowering does not understand, or a region with a syntax error: it could do anything. Children:
  /// what could be read inside of it.
  case unknown
}

/// What a node is to the node above it.
package enum Role: UInt8, Sendable, CaseIterable {
  case statement
  case receiver, argument, value, target, index, operand, element
  case body, handler, otherwise, finalizer
  case condition, pattern, arm
  case iterable, resource
  case parameter, `default`, decorator, type, cause
  case actual, expected
}
