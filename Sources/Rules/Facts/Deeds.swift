import Behaviour

/// What was done to a failure on one way through a handler.
struct Deeds: OptionSet, Hashable {
  let rawValue: UInt32

  static let logs = Deeds(rawValue: 1 << 0)
  /// The log is given the error or its trace.
  static let logsError = Deeds(rawValue: 1 << 1)
  static let reports = Deeds(rawValue: 1 << 2)
  /// An effect of its own, or a rollback.
  static let mends = Deeds(rawValue: 1 << 3)
  /// Kept where somebody looks later: a field, a list that is read, a rejected promise.
  static let stores = Deeds(rawValue: 1 << 4)
  /// Handed to a function that is not followed.
  static let handsOver = Deeds(rawValue: 1 << 5)
  /// Some other call that is not followed, or a state that may tell.
  static let acts = Deeds(rawValue: 1 << 6)
  static let defaults = Deeds(rawValue: 1 << 7)
  /// Passed on to whoever waits: `next(err)`, `reject(err)`.
  static let passes = Deeds(rawValue: 1 << 8)
  /// Chosen by a look at the error.
  static let selected = Deeds(rawValue: 1 << 9)
  /// Chosen by a parameter or a field: the caller decides.
  static let chosen = Deeds(rawValue: 1 << 10)
  /// Chosen by a local, as a count of attempts is.
  static let counted = Deeds(rawValue: 1 << 11)
  static let unread = Deeds(rawValue: 1 << 12)
  /// Comes round to the attempt again.
  static let repeats = Deeds(rawValue: 1 << 13)

  var verdict: Verdict {
    if contains(.passes) { return .propagates }
    if contains(.mends) { return .compensates }
    if !isDisjoint(with: [.reports, .stores]) { return .signals }
    if !isDisjoint(with: [.handsOver, .acts, .unread]) { return .unknown }
    if contains(.logs) { return .logs }
    return contains(.defaults) ? .defaults : .empty
  }
}

/// One way through a handler, up to where it leaves.
struct Path {
  enum End {
    case falls, raises, jumps
    case exits(fails: Bool)
    case returns(NodeIndex?)
  }

  var end: End
  var deeds: Deeds
  /// The statement that ends it.
  var node: NodeIndex
}
