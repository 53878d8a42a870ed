import Behaviour
import Rules

/// Lets the notes of people act on entries.
struct Answers {
  private let notes: [Note]
  private let bytes: [UInt8]

  /// - Parameter bytes: the text that the notes' ranges are in.
  init(_ notes: [Note], in bytes: [UInt8]) {
    self.notes = notes
    self.bytes = bytes
  }

  /// Lets the notes act on all units of a text, given in any order, the code at top level among them.
  func apply(to units: inout [AnalyzedUnit], rules: [RuleID]) {
    guard !notes.isEmpty else { return }
    var taken: Set<Range<Int>> = []
    for index in units.indices where units[index].unit.kind != .module {
      let own = notes(of: units[index].range)
      taken.formUnion(own.map(\.range))
      units[index].entries = apply(own, to: units[index].entries, start: units[index].start, rules: rules)
    }
    for index in units.indices where units[index].unit.kind == .module {
      let rest = notes.filter { !taken.contains($0.range) }
      units[index].entries = apply(rest, to: units[index].entries, start: units[index].start, rules: rules)
    }
  }

  /// The notes that speak of a unit: those inside of it, and those of the comments right above it.
  private func notes(of unit: Range<Int>) -> [Note] {
    guard !notes.isEmpty else { return [] }
    let lead = leadStart(of: unit.lowerBound)
    return notes.filter { $0.range.lowerBound >= lead && $0.range.upperBound <= unit.upperBound }
  }

  /// Where the block of comments right above a place starts.
  private func leadStart(of offset: Int) -> Int {
    var start = lineStart(offset)
    while start > 0 {
      let above = lineStart(start - 1)
      let text = bytes[above..<start].drop { $0 == 32 || $0 == 9 }
      guard [UInt8(ascii: "#"), UInt8(ascii: "/"), UInt8(ascii: "*")].contains(text.first ?? 0) else { break }
      start = above
    }
    return start
  }

  private func lineStart(_ offset: Int) -> Int {
    let offset = min(max(offset, 0), bytes.count)
    return (bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
  }

  private func lineEnd(_ offset: Int) -> Int {
    bytes[min(max(offset, 0), bytes.count)...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
  }

  /// The entries of a unit after what people said of them, and what is to be said of the notes themselves.
  ///
  /// - Parameter start: of the unit, in the text of the notes; entries' ranges are relative to it.
  private func apply(_ notes: [Note], to entries: [Entry], start: Int, rules: [RuleID]) -> [Entry] {
    guard !notes.isEmpty else { return entries }
    var entries = entries
    var stale: [(rule: RuleID, text: String)] = []
    for note in notes {
      switch note.kind {
      case .item(let rule, let tag, let isTicked, let text):
        guard isTicked, let rule = RuleID(rawValue: rule) else { continue }
        if let index = entries.firstIndex(where: { $0.rule == rule && !tag.isEmpty && $0.fingerprint.hasPrefix(tag) }) {
          entries[index].take(answer: text)
        } else {
          stale.append((rule, text))
        }
      case .ignore(let rule, let reason):
        ignore(rule, reason, at: note.range, in: &entries, start: start, rules: rules)
      case .mark: continue
      case .elsewhere(let reason, let isForNextLine):
        let lines = isForNextLine ? nextLine(behind: note.range) : line(of: note.range)
        for index in entries.indices where lines.contains(start + entries[index].range.lowerBound) {
          entries[index].take(reasonFromElsewhere: reason)
        }
      }
    }
    for note in notes {
      guard case .mark(let names, let reason) = note.kind else { continue }
      for index in entries.indices where entries[index].rule.isSilenced(by: names) {
        entries[index].take(reasonFromElsewhere: reason)
      }
    }
    for (rule, text) in stale {
      let index = entries.firstIndex { $0.rule == rule && $0.answer == nil && $0.outcome != .checked }
      if let index { entries[index].take(staleAnswer: text) }
    }
    return entries
  }

  private func ignore(
    _ name: String,
    _ reason: String,
    at range: Range<Int>,
    in entries: inout [Entry],
    start: Int,
    rules: [RuleID]
  ) {
    let local = (range.lowerBound - start)..<(range.upperBound - start)
    guard let rule = RuleID(rawValue: name) else {
      entries.append(
        .aboutSuppression(.unparsedRegion, local, "`\(name.prefix(60))` is no rule, so this ignores nothing.")
      )
      return
    }
    guard rules.contains(rule) else { return }
    guard !reason.isEmpty else {
      entries.append(.aboutSuppression(rule, local, "This ignores `\(name)` without a reason, and so has no effect."))
      return
    }
    let own = line(of: range)
    let next = nextLine(behind: range)
    let index = entries.firstIndex {
      let place = start + $0.range.lowerBound
      return $0.rule == rule && $0.outcome != .checked && $0.answer == nil
        && (own.contains(place) || next.contains(place))
    }
    if let index {
      entries[index].take(suppression: reason)
    } else {
      entries.append(.aboutSuppression(rule, local, "This ignores `\(name)`, but there is nothing of the kind here."))
    }
  }

  private func line(of range: Range<Int>) -> Range<Int> {
    lineStart(range.lowerBound)..<max(lineStart(range.lowerBound), lineEnd(range.upperBound)) + 1
  }

  /// The next line that is neither empty nor a comment; a note speaks of it where it stands on a line of its own.
  private func nextLine(behind range: Range<Int>) -> Range<Int> {
    let before = bytes[lineStart(range.lowerBound)..<min(range.lowerBound, bytes.count)]
    guard before.allSatisfy({ $0 == 32 || $0 == 9 }) else { return 0..<0 }
    var start = lineEnd(range.upperBound) + 1
    while start < bytes.count {
      let end = lineEnd(start)
      let text = bytes[start..<end].drop { $0 == 32 || $0 == 9 || $0 == 13 }
      let isComment = text.first == UInt8(ascii: "#") || text.starts(with: "//".utf8)
      if !text.isEmpty, !isComment { return start..<(end + 1) }
      start = end + 1
    }
    return 0..<0
  }
}

extension RuleID {
  /// Whether what a mark on a declaration silences is what the rule is about, as far as the names say: such a mark holds
  /// for much code, and is about one thing in it.
  fileprivate func isSilenced(by names: String) -> Bool {
    let low = names.lowercased()
    let words: [String]
    switch rule?.card.family {
    case .errors:
      words = [
        "catch", "exception", "throw", "error", "must_use", "result", "future", "unwrap", "ca1031", "rescue",
        "resource",
      ]
    case .concurrency: words = ["lock", "race", "sync", "thread", "atomic", "await"]
    case .fabrication: words = ["todo", "unimplemented", "stub", "return"]
    default: return false
    }
    return words.contains { low.contains($0) }
  }
}

extension Entry {
  /// A person answered the question: that is evidence, as long as what it speaks of stays.
  fileprivate mutating func take(answer text: String) {
    guard outcome != .checked else { return }
    var answer = text
    if let question, let found = answer.firstRange(of: question) { answer.removeSubrange(found) }
    answer = answer.trimmed
    // Ticked, but nothing is said: a tick alone is no answer.
    guard !answer.isEmpty else { return }
    outcome = .checked
    message = "Answered by a person: \(answer)"
    self.answer = .answered(answer)
    question = nil
    reason = nil
    confidence = nil
    fix = nil
  }

  fileprivate mutating func take(staleAnswer text: String) {
    outcome = .unverified
    reason = "answered before the code changed: \(text.prefix(200))"
    confidence = nil
    answer = .stale(text)
  }

  fileprivate mutating func take(suppression text: String) {
    outcome = .unverified
    reason = "ignored by a person: \(text.prefix(200))"
    confidence = nil
    answer = .suppressed(text)
  }

  fileprivate mutating func take(reasonFromElsewhere text: String) {
    guard outcome == .flagged, answer == nil else { return }
    outcome = .unverified
    reason = "another tool is silenced here, with the reason: \(text.prefix(200))"
    confidence = nil
  }
}
