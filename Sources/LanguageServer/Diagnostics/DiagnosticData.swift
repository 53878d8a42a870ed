import JSONText
import LanguageServerProtocol
import Rules

/// What a diagnostic carries for whoever acts on it, and for when it comes back.
struct DiagnosticData {
  /// The version that it speaks of; nil from a client that does not count.
  var version: Int?
  var fingerprint: String
  var rule: String
  var question: String?

  init(_ finding: Finding, version: Int?) {
    self.version = version
    fingerprint = finding.fingerprint
    rule = finding.rule.rawValue
    question = finding.question
  }

  /// Nil for data that is not this server's.
  init?(_ json: JSONValue?) {
    guard let json, let fingerprint: String = json.tolerated("fingerprint"), let rule: String = json.tolerated("rule")
    else { return nil }
    self.fingerprint = fingerprint
    self.rule = rule
    version = json.tolerated("version")
    question = json.tolerated("question")
  }

  var json: JSONValue {
    [
      "version": version.map { .integer(Int64($0)) } ?? .null,
      "fingerprint": .string(fingerprint),
      "rule": .string(rule),
      "question": question.map { .string($0) } ?? .null,
    ]
  }
}
