package import JSONText

/// Something that can be run: by `workspace/executeCommand` when the server declared it, else by the client itself.
package struct Command: Hashable, Sendable {
  package var title: String
  package var command: String
  package var arguments: [JSONValue]?
  /// Shown by clients of version 3.18.
  package var tooltip: String?
  /// Members that came and are not known here; they are written back.
  package var unknown: JSONObject

  package init(title: String, command: String, arguments: [JSONValue]? = nil, tooltip: String? = nil) {
    self.title = title
    self.command = command
    self.arguments = arguments
    self.tooltip = tooltip
    unknown = JSONObject()
  }
}

extension Command: JSONReadable, JSONWritable {
  package init(json: JSONValue) throws(JSONMismatch) {
    title = try json.required("title")
    command = try json.required("command")
    arguments = try json.optional("arguments")
    tooltip = try json.optional("tooltip")
    unknown = json.members(except: ["title", "command", "arguments", "tooltip"])
  }

  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("title", title)
      writer.field("command", command)
      writer.field("arguments", ifPresent: arguments)
      writer.field("tooltip", ifPresent: tooltip)
      writer.fields(unknown)
    }
  }
}
