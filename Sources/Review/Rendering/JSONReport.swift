package import JSONText
import SourceText

/// The report as JSON: `lacuna-review/1`, field by field in the order of the contract.
extension ReviewReport: JSONWritable {
  package static let schema = "lacuna-review/1"

  package func write(to json: inout JSONWriter) {
    let summary = summary
    json.object { json in
      json.field("schema", ReviewReport.schema)
      json.object("tool") { json in
        json.field("name", Tool.name)
        json.field("version", Tool.version)
      }
      json.field("base", base)
      json.field("files", files)
      json.object("summary") { json in
        json.field("files", summary.files)
        json.field("skippedFiles", summary.skippedFiles)
        json.field("units", summary.units)
        json.field("changedUnits", summary.changedUnits)
        json.field("flagged", summary.flagged)
        json.field("unverified", summary.unverified)
        json.field("checked", summary.checked)
        json.field("changedLines", summary.changedLines)
      }
    }
  }
}

extension ReviewReport.File: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("path", path)
      json.field("language", language)
      json.field("status", status)
      json.field("reason", reason)
      json.field("units", units)
      json.field("entries", entries)
    }
  }
}

extension ReviewReport.Unit: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("name", name)
      json.field("kind", kind)
      json.field("change", change)
      json.field("range", range)
      json.field("entries", entries)
    }
  }
}

extension ReviewReport.Entry: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("rule", rule)
      json.field("outcome", outcome)
      json.field("range", range)
      json.field("message", message)
      json.field("question", question)
      json.field("reason", reason)
      json.field("confidence", confidence)
      json.field("stake", stake)
      json.field("evidence", evidence)
      json.field("fingerprint", fingerprint)
    }
  }
}

extension ReviewReport.Evidence: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("note", note)
      json.field("range", range)
    }
  }
}

extension ReportRange: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("startLine", startLine)
      json.field("startColumn", startColumn)
      json.field("endLine", endLine)
      json.field("endColumn", endColumn)
    }
  }
}
