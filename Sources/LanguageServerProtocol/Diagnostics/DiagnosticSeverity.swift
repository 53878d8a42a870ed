import JSONText

/// How much a diagnostic matters.
package struct DiagnosticSeverity: OpenSet {
  package let rawValue: Int

  package init(rawValue: Int) { self.rawValue = rawValue }

  package static let error = DiagnosticSeverity(rawValue: 1)
  package static let warning = DiagnosticSeverity(rawValue: 2)
  package static let information = DiagnosticSeverity(rawValue: 3)
  package static let hint = DiagnosticSeverity(rawValue: 4)
}

/// What a client may do to the marked code.
package struct DiagnosticTag: OpenSet {
  package let rawValue: Int

  package init(rawValue: Int) { self.rawValue = rawValue }

  /// Shown faded.
  package static let unnecessary = DiagnosticTag(rawValue: 1)
  /// Shown struck out.
  package static let deprecated = DiagnosticTag(rawValue: 2)
}
