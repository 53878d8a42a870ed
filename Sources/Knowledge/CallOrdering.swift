/// The place that a call has among others of its API.
package struct CallOrdering: Sendable, Hashable {
  package enum Step: String, Sendable, CaseIterable {
    /// Gives the whole answer to a request: nothing can be answered behind it.
    case answers
    /// Makes final, and visible to others, what was written or noted before.
    case commits
    /// Runs the function that it is given when the transaction around has been committed.
    case afterCommit = "after-commit"
    /// Hands work to a queue that may wait for the commit by itself, as it is configured.
    case mayWaitForCommit = "may-wait-for-commit"
    /// Takes a value out of a cache.
    case evicts
    /// Says that a message was dealt with.
    case acknowledges
    /// Goes from one element to the next; whether it ended by a failure is asked behind it.
    case iterates
    /// Fails where somebody may not do what follows.
    case authorizes
  }

  package var step: Step
  /// Of `iterates`: members of the same object by which it is asked.
  package var then: [String]

  package init(step: Step, then: [String] = []) {
    self.step = step
    self.then = then
  }
}
