import JSONText
import LanguageServerProtocol
import Review
import Rules
import Workspace

extension Diagnostic {
  /// - Parameter abilities: what the client can do with the parts of a diagnostic.
  init(_ finding: Finding, of document: OpenDocument, for abilities: ClientCapabilities.Diagnostics?) {
    self.init(range: finding.range, message: finding.message)
    severity = finding.severity
    code = .string(finding.rule.rawValue)
    source = Tool.name
    if abilities?.codeDescriptionSupport ?? false, let base = document.configuration.documentationBase {
      codeDescription = CodeDescription(href: finding.rule.page(below: base))
    }
    if abilities?.relatedInformation ?? false { relatedInformation = finding.related(in: document.uri) }
    data = DiagnosticData(finding, version: document.version).json
  }
}

extension RuleID {
  /// The address of the rule's page.
  fileprivate func page(below base: String) -> String { base + (base.hasSuffix("/") ? "" : "/") + rawValue }
}

extension Finding {
  fileprivate var severity: DiagnosticSeverity {
    switch (outcome, confidence) {
    case (.flagged, .high): .warning
    case (.flagged, _): .information
    default: .hint
    }
  }

  /// The evidence in reading order, then the question at the place itself.
  fileprivate func related(in uri: DocumentURI) -> [DiagnosticRelatedInformation] {
    let asked = question.map { [Evidence(note: $0, range: range)] } ?? []
    return (evidence + asked).map { item in
      DiagnosticRelatedInformation(location: Location(uri: uri, range: item.range), message: item.note)
    }
  }
}
