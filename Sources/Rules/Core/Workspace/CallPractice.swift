/// Something that a caller may do about a call, and others may not.
package enum CallPractice: Sendable, Hashable {
  /// Waits for it.
  case awaits
  /// Does something with the failure that it gives as a value.
  case takesError
  /// Looks whether there is a value, before a member of it is used.
  case checksAbsence
  /// Has a handler around it.
  case attempts
  /// Has a lock or a transaction around it.
  case locks
  /// Gives it an argument that keeps it from harm, by its label.
  case gives(String)
  /// Calls this one before it, which by its name sees to it that the call may be made.
  case asksFirst(String)

  /// What the flags of one call say: whether it keeps to a practice; nil where that cannot be compared.
  package func isKept(by flags: CallFlags) -> Bool? {
    switch self {
    case .awaits:
      if flags.contains(.awaited) { return true }
      return flags.contains(.discarded) && !flags.contains(.voided) ? false : nil
    case .takesError:
      if flags.contains(.errorIgnored) { return false }
      if !flags.isDisjoint(with: [.propagated, .attempted, .returned, .tested]) { return true }
      return flags.contains(.discarded) && !flags.contains(.voided) ? false : nil
    case .checksAbsence:
      if flags.contains(.tested) { return true }
      return flags.contains(.dereferenced) ? false : nil
    case .attempts:
      if flags.contains(.attempted) { return true }
      return flags.isDisjoint(with: [.propagated, .inClosure]) ? false : nil
    case .locks:
      if flags.contains(.locked) { return true }
      return flags.contains(.inClosure) ? nil : false
    case .gives, .asksFirst: return nil
    }
  }

  /// Those of which the flags alone tell.
  package static let told: [CallPractice] = [.awaits, .takesError, .checksAbsence, .attempts, .locks]

  /// Whether a function, by its name, sees to it that something else may be done.
  package static func isGuard(_ name: String) -> Bool {
    guard name.utf8.count >= 5, name.utf8.count <= 80 else { return false }
    let words = NameReading.words(NameReading.last(name))
    guard let first = words.first, words.count <= 6 else { return false }
    return guardWords.contains(first) && words.count >= 2 || loneGuards.contains(first)
  }

  private static let guardWords: Set<String> = [
    "authorize", "authorise", "authenticate", "check", "ensure", "require", "verify", "validate", "permit", "guard",
    "assert", "enforce", "deny",
  ]
  private static let loneGuards: Set<String> = ["authorize", "authorise", "authenticate", "validate", "permit"]
}

/// How many of the units that call another one keep to a practice.
package struct PracticeTally: Sendable, Hashable {
  package var practice: CallPractice
  package var does: Int
  package var doesNot: Int
  /// Some of those who do: `app/orders.py:12`.
  package var places: [String]
  /// Every call that was counted surely runs this unit, and nothing else.
  package var isSure: Bool

  package init(practice: CallPractice, does: Int, doesNot: Int, places: [String], isSure: Bool) {
    self.practice = practice
    self.does = does
    self.doesNot = doesNot
    self.places = places
    self.isSure = isSure
  }

  package var all: Int { does + doesNot }
  /// Whether most have it in common: three at least, of four at least, and three quarters of them.
  package var isHabit: Bool { does >= 3 && all >= 4 && does * 4 >= all * 3 }
}
