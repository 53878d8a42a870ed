import Analysis
import Review
import Rules

/// What is to be said of a saved document as a whole: what changed, what is missing in it, what could not be told.
struct SaveReview: Equatable {
  /// Nil without a baseline; then the counts are of the whole file.
  private(set) var changed: Int?
  private(set) var flagged = 0
  private(set) var unverified = 0

  /// Counts anew, from what is known now.
  mutating func update(from document: OpenDocument) {
    let analysis = document.live.analysis
    let hasBaseline = document.baseline != .unknown
    let units = hasBaseline ? analysis.units.filter { $0.change != .unchanged } : analysis.units
    changed = hasBaseline ? units.count { $0.change != nil } + analysis.removed.count : nil
    let entries = (analysis.entries + units.flatMap(\.entries)).filter { !$0.isSuppressed }
    flagged = entries.count { $0.outcome == .flagged }
    unverified = entries.count { $0.outcome == .unverified }
  }

  /// Nil where there is nothing to say.
  var title: String? {
    guard let changed else {
      return flagged + unverified > 0 ? "\(flagged) flagged · \(unverified) could not be verified" : nil
    }
    return changed > 0 ? "\(changed) changed · \(flagged) flagged · \(unverified) could not be verified" : nil
  }
}
