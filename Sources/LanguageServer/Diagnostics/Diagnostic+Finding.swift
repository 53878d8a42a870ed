import JSONText
import LanguageServerProtocol
import Review
import Rules
import Workspace

extension Diagnostic {
  /// - Parameter abilities: what the client can do with the parts of a diagnostic.
  init(_ finding: Finding, of document: OpenDocument, for abilities: ClientCapabilities.Diagnostics?) {
    let entry = finding.entry
    self.init(range: finding.range, message: entry.message)
    severity = entry.severity
    code = .string(entry.rule.rawValue)
    source = Tool.name
    if abilities?.codeDescriptionSupport ?? false, let base = document.configuration.documentationBase {
      codeDescription = CodeDescription(href: entry.rule.page(below: base))
    }
    if abilities?.relatedInformation ?? false { relatedInformation = finding.related(in: document.uri) }
    data = DiagnosticData(finding.entry, version: document.version).json
  }
}

extension RuleID {
  /// The address of the rule's page.
  fileprivate func page(below base: String) -> String { base + (base.hasSuffix("/") ? "" : "/") + rawValue }
}

extension Entry {
  fileprivate var severity: DiagnosticSeverity {
    switch (outcome, confidence) {
    case (.flagged, .high): .warning
    case (.flagged, _): .information
    default: .hint
    }
  }
}

extension Finding {
  /// The evidence in reading order, then the question at the place itself.
  fileprivate func related(in uri: DocumentURI) -> [DiagnosticRelatedInformation] {
    var related = zip(entry.evidence, evidence).map { item, range in
      DiagnosticRelatedInformation(location: Location(uri: uri, range: range), message: item.note)
    }
    if let question = entry.question {
      related.append(DiagnosticRelatedInformation(location: Location(uri: uri, range: range), message: question))
    }
    return related
  }
}
