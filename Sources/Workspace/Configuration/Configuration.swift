package import Rules

/// What a user or a team can choose. What is not chosen is as it stands here.
package struct Configuration: Sendable, Hashable {
  /// The Git revision that saved files are compared with.
  package var baseline = "HEAD"
  /// Rules that were switched; all others are on.
  package var rules: [RuleID: Bool] = [:]
  /// Whether editors show as diagnostics what could not be verified, too.
  package var showsUnverified = false
  /// Whether editors show a line above each unit that has something to say.
  package var showsLenses = true
  /// Whether a file is compared with the baseline when it is saved.
  package var reviewsOnSave = true
  /// Larger files are not read. In bytes.
  package var maximumFileSize = 5_000_000
  /// Whether a language server reads the other files of the workspace, for what depends on them.
  package var indexesWorkspace = true
  /// Where there are more files of code, none is read for that.
  package var indexedFiles = 50_000
  /// How many questions of one unit a checklist holds.
  package var questionsPerUnit = 5
  /// How much of a change a person can review.
  package var reviewLimits = ReviewLimits()
  /// Whether what was found out of files is kept for the next time.
  package var usesCache = true
  /// How large the cache of a workspace may be, in megabytes.
  package var cacheMegabytes = 256
  /// Below this address are the rules' pages; nil for no links.
  package var documentationBase: String?
  package var logLevel = LogLevel.info

  package init() {}

  /// The rules that run, in their order.
  package var enabledRules: [RuleID] { RuleID.allCases.filter { rules[$0] ?? true } }
}
