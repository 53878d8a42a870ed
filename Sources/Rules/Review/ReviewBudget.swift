import Behaviour

/// The change can be reviewed with attention.
package enum ReviewBudget: Rule {
  package static let card = RuleCard(
    id: .reviewBudget,
    family: .review,
    summary: "The change is small enough to be reviewed with attention.",
    rationale: """
      Reviewers find less in a change of more than about 400 lines, faster than about 500 lines an hour, and after about \
      60 minutes; where payment, access or operations are touched, more than 300 lines are a matter for somebody who \
      owns that code. What is generated, vendored, locked by a tool or merely moved is not counted, what is only \
      deleted counts a quarter.

      Asked of a whole change, so it needs a base; each limit can be set in `.lacuna.json` (`review.maxLines`, \
      `review.maxMinutes`, `review.linesPerHour`, `review.ownerLines`). Over a limit it is flagged, within them checked. \
      A file of more than 250 changed lines, a unit of more than 80, a change across many areas, and a file whose former \
      contents cannot be had, are questions.
      """,
    sources: [
      "SmartBear, Best Practices for Peer Code Review (study at Cisco Systems, 2,500 reviews)",
      "Gap catalog, S2d and S3d",
    ],
    examples: [
      RuleExample(
        "python",
        "Without a base there is no change to measure",
        """
        def total(orders):
            return sum(order.amount for order in orders)
        """
      ),
      RuleExample(
        "typescript",
        "A file by itself is not a change",
        baseline: "export function total(orders: Order[]): number {\n  return 0;\n}\n",
        """
        export function total(orders: Order[]): number {
          return orders.reduce((sum, order) => sum + order.amount, 0);
        }
        """
      ),
    ]
  )

  /// A change is measured where it is reviewed: there is nothing to examine in one unit.
  package static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {}
}
