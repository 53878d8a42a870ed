/// A way to write code anew that keeps what it does.
package enum PreservingOperator: String, Sendable, CaseIterable {
  case renamedLocal = "renamed-local"
  /// Comments, blank lines, arguments on lines of their own.
  case reformatted
  /// A line in a log at the start and before the end.
  case logged
  /// `if a { b } else { c }` as `if !a { c } else { b }`.
  case invertedBranch = "inverted-branch"
  /// What stands behind a guard, inside of the branch that it guards.
  case guardToElse = "guard-to-else"
  /// Two assignments that have nothing to do with each other, the other way round.
  case reordered
  /// What follows the last guard, in a function of its own.
  case extractedTail = "extracted-tail"
  /// The whole body, in a function of its own.
  case extractedBody = "extracted-body"
  /// A guard, in a function of its own that is called in its place.
  case extractedGuard = "extracted-guard"
}
