/// What a unit does, as numbers by which it is compared with others.
package struct ShapeSummary: Sendable, Hashable {
  /// Of all that it does, blind to layout and to what locals are called; 0 for a unit that is too small to be like
  /// another.
  package var whole: UInt64
  /// The same, blind to its constants.
  package var frame: UInt64
  /// The smallest hashes of its runs of three tokens, ascending.
  package var sketch: [UInt32]
  /// Hashes of its constants in reading order.
  package var constants: [UInt32]
  package var tokens: Int

  package init(whole: UInt64 = 0, frame: UInt64 = 0, sketch: [UInt32] = [], constants: [UInt32] = [], tokens: Int = 0) {
    self.whole = whole
    self.frame = frame
    self.sketch = sketch
    self.constants = constants
    self.tokens = tokens
  }

  /// How much of what two units do is the same, from 0 to 1, as far as the kept hashes tell.
  package func similarity(to other: ShapeSummary) -> Double {
    guard whole != 0, other.whole != 0 else { return 0 }
    if whole == other.whole { return 1 }
    let most = max(sketch.count, other.sketch.count)
    var left = 0
    var right = 0
    var seen = 0
    var shared = 0
    while seen < most, left < sketch.count || right < other.sketch.count {
      if right >= other.sketch.count || left < sketch.count && sketch[left] < other.sketch[right] {
        left += 1
      } else if left >= sketch.count || other.sketch[right] < sketch[left] {
        right += 1
      } else {
        shared += 1
        left += 1
        right += 1
      }
      seen += 1
    }
    return seen == 0 ? 0 : Double(shared) / Double(seen)
  }

  /// How many constants differ between two units that are otherwise the same; nil where more differs.
  package func differingConstants(from other: ShapeSummary) -> Int? {
    guard frame != 0, frame == other.frame, constants.count == other.constants.count else { return nil }
    return zip(constants, other.constants).count { $0 != $1 }
  }
}

/// What a function adds to a call of an API that it makes for others.
package struct Additions: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let authority = Additions(rawValue: 1 << 0)
  package static let deadline = Additions(rawValue: 1 << 1)
  package static let retry = Additions(rawValue: 1 << 2)
  package static let errors = Additions(rawValue: 1 << 3)
  package static let metrics = Additions(rawValue: 1 << 4)
  package static let log = Additions(rawValue: 1 << 5)
  /// Nothing added, but whom it serves: whoever calls it says where to go.
  package static let anyAddress = Additions(rawValue: 1 << 6)

  /// In words, the weightiest first.
  package var words: [String] {
    var words: [String] = []
    if contains(.authority) { words.append("who asks") }
    if contains(.deadline) { words.append("a deadline") }
    if contains(.retry) { words.append("a retry") }
    if contains(.errors) { words.append("errors of its own") }
    if contains(.metrics) { words.append("metrics") }
    if contains(.log) { words.append("a log") }
    return words
  }
}

/// Which ways to fail a test drives.
package struct FailureDrive: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// It demands that something raises.
  package static let demandsRaise = FailureDrive(rawValue: 1 << 0)
  /// Something that stands for another raises in it, or rejects.
  package static let makesFail = FailureDrive(rawValue: 1 << 1)
  /// Its name, or that of its group, speaks of a failure, of nothing, or of a bound.
  package static let namesFailure = FailureDrive(rawValue: 1 << 2)
  /// It passes nothing, an empty value, zero, or a negative number.
  package static let passesNothing = FailureDrive(rawValue: 1 << 3)
  /// It asserts on a failure: an error, a status of 400 or more.
  package static let assertsFailure = FailureDrive(rawValue: 1 << 4)
  /// Its cases come from elsewhere: a table, a generator, a file.
  package static let isDriven = FailureDrive(rawValue: 1 << 5)
  /// Its name says so in a word that means nothing else: `rejects`, `invalid`, `timeout`.
  package static let saysFailure = FailureDrive(rawValue: 1 << 6)

  /// What makes a test one of failure.
  package static let sure: FailureDrive = [.demandsRaise, .makesFail, .assertsFailure, .saysFailure]
  /// What may.
  package static let likely = sure.union(.namesFailure)
}
