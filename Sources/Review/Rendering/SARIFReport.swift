package import JSONText
import Rules
import SourceText

/// The report as SARIF 2.1.0 (docs.oasis-open.org/sarif/sarif/v2.1.0), for code scanning: what is flagged are results of
/// kind `fail`, what could not be verified of kind `review`, what was checked of kind `pass`.
package struct SARIFReport: JSONWritable {
  private let report: ReviewReport

  package init(_ report: ReviewReport) {
    self.report = report
  }

  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      json.field("version", "2.1.0")
      json.array("runs") { json in
        json.object { json in
          json.object("tool") { tool(&$0) }
          json.field("columnKind", "utf16CodeUnits")
          json.array("invocations") { invocations(&$0) }
          json.array("results") { results(&$0) }
        }
      }
    }
  }

  // MARK: - The tool and its rules

  private static let cards = RuleID.allCases.compactMap { $0.rule?.card }

  private func tool(_ json: inout JSONWriter) {
    json.object("driver") { json in
      json.field("name", Tool.name)
      json.field("version", Tool.version)
      json.field("semanticVersion", Tool.version)
      json.array("rules") { json in
        for card in SARIFReport.cards {
          json.object { json in
            json.field("id", card.id.rawValue)
            json.object("shortDescription") { $0.field("text", card.summary) }
            json.object("fullDescription") { $0.field("text", card.rationale) }
            json.object("help") { json in
              json.field("text", card.rationale)
              json.field("markdown", RulePage(card).markdown)
            }
            json.object("properties") {
              $0.field("tags", [card.family.rawValue] + card.sources.filter { $0.hasPrefix("CWE-") })
            }
          }
        }
      }
    }
  }

  // MARK: - What was not read

  private func invocations(_ json: inout JSONWriter) {
    json.object { json in
      json.field("executionSuccessful", true)
      json.array("toolExecutionNotifications") { json in
        for file in report.files {
          guard file.status == "skipped", let reason = file.reason else { continue }
          json.object { json in
            json.field("level", reason == "unsupported-language" ? "note" : "warning")
            json.object("message") { $0.field("text", "Not read: \(reason).") }
            json.array("locations") { json in
              json.object { json in
                json.object("physicalLocation") { json in
                  json.object("artifactLocation") { $0.field("uri", SARIFReport.uri(file.path)) }
                }
              }
            }
          }
        }
      }
    }
  }

  // MARK: - Results

  private func results(_ json: inout JSONWriter) {
    for file in report.files {
      for entry in file.entries { result(entry, of: nil, in: file, &json) }
      for unit in file.units {
        for entry in unit.entries { result(entry, of: unit, in: file, &json) }
      }
    }
  }

  private func result(
    _ entry: ReviewReport.Entry,
    of unit: ReviewReport.Unit?,
    in file: ReviewReport.File,
    _ json: inout JSONWriter
  ) {
    json.object { json in
      json.field("ruleId", entry.rule)
      json.field("ruleIndex", SARIFReport.cards.firstIndex { $0.id.rawValue == entry.rule } ?? -1)
      json.field("kind", SARIFReport.kind(entry))
      json.field("level", SARIFReport.level(entry))
      if report.base != nil { json.field("baselineState", entry.isOld == true ? "unchanged" : "new") }
      json.object("message") { $0.field("text", SARIFReport.message(entry)) }
      json.array("locations") { json in
        json.object { json in
          location(entry.range, in: file, &json)
          if let unit {
            json.array("logicalLocations") { json in
              json.object { json in
                json.field("fullyQualifiedName", unit.name)
                json.field("kind", unit.kind == "module" ? "module" : "function")
              }
            }
          }
        }
      }
      if !entry.evidence.isEmpty {
        json.array("relatedLocations") { json in
          for (index, evidence) in entry.evidence.enumerated() {
            json.object { json in
              json.field("id", index + 1)
              location(evidence.range, in: file, &json)
              json.object("message") { $0.field("text", evidence.note) }
            }
          }
        }
      }
      json.object("partialFingerprints") { $0.field("lacuna/v1", entry.fingerprint) }
      if entry.isSuppressed {
        json.array("suppressions") { json in
          json.object { json in
            json.field("kind", "inSource")
            json.field("justification", ifPresent: entry.reason)
          }
        }
      }
      json.object("properties") { json in
        json.field("stake", entry.stake)
        json.field("outcome", entry.outcome)
        json.field("confidence", ifPresent: entry.confidence)
        json.field("question", ifPresent: entry.question)
        json.field("change", ifPresent: unit?.change)
      }
    }
  }

  private func location(_ range: ReportRange, in file: ReviewReport.File, _ json: inout JSONWriter) {
    json.object("physicalLocation") { json in
      json.object("artifactLocation") { $0.field("uri", SARIFReport.uri(file.path)) }
      json.object("region") { json in
        json.field("startLine", range.startLine)
        json.field("startColumn", range.startColumn)
        json.field("endLine", range.endLine)
        json.field("endColumn", range.endColumn)
      }
    }
  }

  private static func kind(_ entry: ReviewReport.Entry) -> String {
    switch entry.outcome {
    case "flagged": "fail"
    case "unverified": "review"
    default: "pass"
    }
  }

  /// A level other than `none` is for failures alone (SARIF 3.27.10).
  private static func level(_ entry: ReviewReport.Entry) -> String {
    guard entry.outcome == "flagged" else { return "none" }
    return entry.confidence == "high" ? "error" : "warning"
  }

  private static func message(_ entry: ReviewReport.Entry) -> String {
    [entry.message, entry.reason.map { "Because: \($0)." }, entry.question].compactMap { $0 }.joined(separator: " ")
  }

  /// A path as a URI reference: what may not stand in one is percent-encoded.
  static func uri(_ path: String) -> String {
    var out = path.hasPrefix("/") ? "file://" : ""
    for byte in path.utf8 {
      let scalar = Unicode.Scalar(byte)
      if byte < 128,
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || "-._~/".unicodeScalars.contains(scalar)
      {
        out.unicodeScalars.append(scalar)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        out += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return out
  }
}
