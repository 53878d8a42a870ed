import JSONText

extension Setting {
  /// Every setting that there is.
  package static let all: [Setting] = [
    .text(
      "baseline",
      standard: Configuration().baseline,
      "The Git revision that saved files are compared with, such as HEAD, main, or merge-base:main for the last commit "
        + "in common with main."
    ) { (value, configuration) throws(JSONMismatch) in
      guard !value.isEmpty, !value.hasPrefix("-") else { throw JSONMismatch("must be a Git revision") }
      configuration.baseline = value
    },
    .rules("rules", "Switches rules on or off by their ids. All are on unless switched off."),
    .flag(
      "diagnostics.unverified",
      \.showsUnverified,
      "Show what could not be verified as diagnostics too, as hints."
    ),
    .flag("codeLens.enable", \.showsLenses, "Show a line above each unit that has something to say."),
    .flag("review.onSave", \.reviewsOnSave, "Compare a file with the baseline when it is saved."),
    .count(
      "review.maxLines",
      1...1_000_000,
      \.reviewLimits.lines,
      "Changed lines past which a change is flagged as too large to review."
    ),
    .count(
      "review.maxMinutes",
      1...10_000,
      \.reviewLimits.minutes,
      "Minutes of reading past which a change is flagged as too large to review."
    ),
    .count(
      "review.linesPerHour",
      1...100_000,
      \.reviewLimits.linesPerHour,
      "Lines that are read in an hour of review."
    ),
    .count(
      "review.ownerLines",
      1...1_000_000,
      \.reviewLimits.ownerLines,
      "Changed lines past which an owner must look, where money, access or operations are at stake."
    ),
    .count("maxFileSize", 1...1_000_000_000, \.maximumFileSize, "Larger files are not read. In bytes."),
    .flag(
      "index.enable",
      \.indexesWorkspace,
      "Read the other files of the workspace in the background, for what depends on them."
    ),
    .count(
      "index.maxFiles",
      1...1_000_000,
      \.indexedFiles,
      "Where there are more files of code, none is read for that."
    ),
    .flag(
      "cache.enable",
      \.usesCache,
      "Keep what was found out of files in the user's cache folder, for the next time."
    ),
    .count(
      "cache.maxMegabytes",
      1...100_000,
      \.cacheMegabytes,
      "How large the cache of a workspace may be. What was not used for longest goes first."
    ),
    .count("questionsPerUnit", 1...50, \.questionsPerUnit, "How many questions of one unit a checklist holds."),
    .text("docs.base", standard: nil, "The address below which the rules' pages are; diagnostics link to them.") {
      (value, configuration) throws(JSONMismatch) in
      guard value.contains("://") else { throw JSONMismatch("must be an address, such as https://…") }
      configuration.documentationBase = value
    },
    .choice("log.level", \.logLevel, "How much is written to the log."),
  ]
}
