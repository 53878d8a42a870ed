package import JSONText

/// Something to be said about a stretch of a document.
///
/// It comes back in `textDocument/codeAction`, from some clients whole, from some without what they do not know, from
/// some not at all.
package struct Diagnostic: Hashable, Sendable {
  package var range: LSPRange
  package var severity: DiagnosticSeverity?
  package var code: DiagnosticCode?
  /// Where the code is explained. Only for clients that declare it.
  package var codeDescription: CodeDescription?
  package var source: String?
  /// Lists show the first line only.
  package var message: String
  package var tags: [DiagnosticTag]?
  /// Only for clients that declare it.
  package var relatedInformation: [DiagnosticRelatedInformation]?
  /// The server's own; comes back unchanged, or not at all.
  package var data: JSONValue?
  /// Members that came and are not known here; they are written back.
  package var unknown = JSONObject()

  package init(range: LSPRange, message: String) {
    self.range = range
    self.message = message
  }
}

extension Diagnostic: JSONReadable, JSONWritable {
  private static let names: Set = [
    "range", "severity", "code", "codeDescription", "source", "message", "tags", "relatedInformation", "data",
  ]

  /// Insists on nothing but the range: by that it is found again.
  package init(json: JSONValue) throws(JSONMismatch) {
    range = try json.required("range")
    severity = json.tolerated("severity")
    code = json.tolerated("code")
    codeDescription = json.tolerated("codeDescription")
    source = json.tolerated("source")
    message = json.tolerated("message") ?? ""
    tags = json.toleratedElements("tags")
    relatedInformation = json.toleratedElements("relatedInformation")
    data = json["data"]
    unknown = json.members(except: Self.names)
  }

  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("range", range)
      writer.field("severity", ifPresent: severity)
      writer.field("code", ifPresent: code)
      writer.field("codeDescription", ifPresent: codeDescription)
      writer.field("source", ifPresent: source)
      writer.field("message", message)
      writer.field("tags", ifPresent: tags)
      writer.field("relatedInformation", ifPresent: relatedInformation)
      writer.field("data", ifPresent: data)
      writer.fields(unknown)
    }
  }
}
