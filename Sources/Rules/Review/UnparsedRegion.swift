import Behaviour

/// Code that could not be read is said to be unread.
package enum UnparsedRegion: Rule {
  package static let card = RuleCard(
    id: .unparsedRegion,
    family: .review,
    summary: "Each region of a file was analyzed, or is named as not analyzed.",
    rationale: """
      Where the text does not parse as its language, nothing can be said of it: not that it is right, and not that \
      something is missing. Such a region is listed, so that silence never means "fine". What stands around it is \
      still read; rules that would have to look inside answer `unverified`.
      """,
    sources: ["Gap catalog, S4e: a review must list what could not be told"],
    examples: [
      RuleExample(
        "python",
        "A call that is not finished yet",
        """
        def total(orders):
            return sum(order.amount for order in orders
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified

        def count(orders):
            return len(orders)
        """
      ),
      RuleExample(
        "typescript",
        "Code that parses has no such entry",
        """
        function total(orders: Order[]): number {
          return orders.reduce((sum, order) => sum + order.amount, 0);
        }
        """
      ),
    ]
  )

  /// Regions are found by analysis, where the syntax is: there is nothing to examine in a unit's behaviour.
  package static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {}

  /// The entry for one region.
  ///
  /// - Parameter range: relative to the unit that holds it, or in the file where no unit does.
  /// - Parameter text: what stands there; only its hash is kept.
  /// - Parameter lines: one-based, first and last.
  package static func entry(at range: Range<Int>, text: ArraySlice<UInt8>, lines: ClosedRange<Int>) -> Entry {
    var hash = StructuralHash()
    hash.combine(RuleID.unparsedRegion.rawValue)
    for byte in text { hash.combine(UInt64(byte)) }
    let isConflict =
      text.starts(with: "<<<<<<<".utf8) || text.starts(with: "=======".utf8)
      || text.starts(with: ">>>>>>>".utf8)
    let what = isConflict ? "Conflict markers stand here" : "This does not parse"
    let place = lines.count == 1 ? "Line \(lines.lowerBound)" : "Lines \(lines.lowerBound) to \(lines.upperBound)"
    return Entry(
      rule: .unparsedRegion,
      outcome: .unverified,
      range: range,
      message: "\(what): nothing is known of this code.",
      question: "\(place) could not be read: who looked at \(lines.count == 1 ? "it" : "them")?",
      reason: isConflict ? "conflict markers" : "syntax error",
      confidence: nil,
      stake: .correctness,
      evidence: [],
      fingerprint: hash.text,
      answer: nil,
      fix: nil
    )
  }
}
