/// What a call takes hold of, and by what it is given back.
package struct Holding: Sendable, Hashable {
  /// What is held, as a noun: `file`, `connection`, `lock`.
  package var what: String
  /// What gives it back. `close` is a member that is called on it (`Body.Close` deeper in it), `fclose()` a function
  /// that is given it, `()` a call of the value itself.
  package var until: [String]
  package var subject: Subject
  /// The argument that must be there for the call to take hold (`nx`): a label, or a word among the arguments (`"NX"`);
  /// empty where it always does.
  package var when: [String]
  /// Arguments after whose time it is given back by itself.
  package var expires: [String]
  /// Gives whether, or what, was taken: where that is false or absent, nothing is held.
  package var isTry: Bool
  /// A construct of the language that holds it for a body gives it back at the end.
  package var isScoped: Bool
  /// Given back when the last reference to it goes.
  package var isCollected: Bool
  /// Holds nothing of its own: it gives back what it is given (`BufferedReader`).
  package var isWrapper: Bool
  /// Held by many programs together, not by the threads of one.
  package var isDistributed: Bool
  /// Those who wait for it let others run.
  package var isAsync: Bool

  /// Members by which something else takes it over: a channel that is registered belongs to its selector, too.
  package var keptBy: [String] = []

  package enum Subject: String, Sendable, CaseIterable {
    /// What the call gives.
    case value
    /// The second of the values that it gives.
    case second
    /// The object that it is called on.
    case receiver
    /// What it is given first.
    case argument
    /// A name, among the arguments, for what all programs share.
    case key
    /// No call: whatever function gives a value of this type.
    case type
  }

  package init(
    what: String = "",
    until: [String] = [],
    subject: Subject = .value,
    when: [String] = [],
    expires: [String] = [],
    isTry: Bool = false,
    isScoped: Bool = true,
    isCollected: Bool = false,
    isWrapper: Bool = false,
    isDistributed: Bool = false,
    isAsync: Bool = false
  ) {
    self.what = what
    self.until = until
    self.subject = subject
    self.when = when
    self.expires = expires
    self.isTry = isTry
    self.isScoped = isScoped
    self.isCollected = isCollected
    self.isWrapper = isWrapper
    self.isDistributed = isDistributed
    self.isAsync = isAsync
  }
}
