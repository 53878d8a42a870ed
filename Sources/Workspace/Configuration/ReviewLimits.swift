/// How much of a change a person can review with attention. `docs/review.md` names the source of each number.
package struct ReviewLimits: Sendable, Hashable {
  /// Changed lines beyond which reviewers find less (SmartBear's study at Cisco: 200 to 400).
  package var lines = 400
  /// Minutes beyond which attention falls (the same study: 60 to 90).
  package var minutes = 60
  /// Lines that are read in an hour (the same study: under 500).
  package var linesPerHour = 500
  /// Changed lines beyond which somebody who owns the code must look, where money, access or operations are at stake.
  package var ownerLines = 300

  package init() {}

  /// What it takes to read some lines, rounded up.
  package func minutes(forLines lines: Int) -> Int {
    let perHour = max(1, linesPerHour)
    return (min(max(0, lines), 100_000_000) * 60 + perHour - 1) / perHour
  }
}
