/// How much is logged: everything up to a level.
package enum LogLevel: String, Sendable, CaseIterable, Comparable {
  /// Something did not work.
  case error
  /// Something was not as it should be, and was got around.
  case warning
  /// What happened, once per start, document or save.
  case info
  /// What was done, for those who work on Lacuna.
  case debug

  package static func < (left: LogLevel, right: LogLevel) -> Bool { left.order < right.order }

  private var order: Int { LogLevel.allCases.firstIndex(of: self) ?? 0 }
}
