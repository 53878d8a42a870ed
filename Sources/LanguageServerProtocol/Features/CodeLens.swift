package import JSONText

/// A line of text above a stretch of code.
package struct CodeLens: Hashable, Sendable {
  /// Within one line.
  package var range: LSPRange
  /// The text and what it does; without it the client asks by `codeLens/resolve` before it shows anything.
  package var command: Command?
  /// The server's own; comes back in `codeLens/resolve`.
  package var data: JSONValue?
  /// Members that came and are not known here; they are written back.
  package var unknown = JSONObject()

  package init(range: LSPRange, command: Command? = nil, data: JSONValue? = nil) {
    self.range = range
    self.command = command
    self.data = data
  }
}

extension CodeLens: JSONReadable, JSONWritable {
  package init(json: JSONValue) throws(JSONMismatch) {
    range = try json.required("range")
    command = try json.optional("command")
    data = json["data"]
    unknown = json.members(except: ["range", "command", "data"])
  }

  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("range", range)
      writer.field("command", ifPresent: command)
      writer.field("data", ifPresent: data)
      writer.fields(unknown)
    }
  }
}
