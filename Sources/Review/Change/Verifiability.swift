/// How much of what is at stake can be told from the code, before a change and after it.
package struct Verifiability: Sendable, Hashable {
  /// Of the changed files.
  package struct Ledger: Sendable, Hashable {
    /// Flagged, and could not be verified.
    package var open = 0
    package var checked = 0

    package init(open: Int = 0, checked: Int = 0) {
      self.open = open
      self.checked = checked
    }

    package var all: Int { open + checked }

    mutating func count(_ outcome: String) { if outcome == "checked" { checked += 1 } else { open += 1 } }
  }

  package var before: Ledger
  package var after: Ledger

  package init(before: Ledger, after: Ledger) {
    self.before = before
    self.after = after
  }

  package enum Trend: String, Sendable {
    case more = "more verifiable than before"
    case less = "less verifiable than before"
    case same = "as verifiable as before"
  }

  /// The share of what is at stake that is open decides; where it is the same, how much that is.
  package var trend: Trend {
    let left = before.open * max(1, after.all)
    let right = after.open * max(1, before.all)
    if left != right { return right > left ? .less : .more }
    if before.open != after.open { return after.open > before.open ? .less : .more }
    return .same
  }

  /// One sentence.
  package var text: String {
    guard before.all + after.all > 0 else {
      return "Nothing in the files that it touched can be more or less verifiable."
    }
    return
      "The change left the code \(trend.rawValue): of \(after.all) obligations in the files that it touched "
      + "\(after.open) \(after.open == 1 ? "is" : "are") open; before it \(before.open) of \(before.all) "
      + "\(before.open == 1 ? "was" : "were")."
  }
}
