package import JSONText

/// `workspace/executeCommand`: runs one of the commands that the server declared. The answer is the command's own.
package struct ExecuteCommandRequest: ClientRequest, Hashable {
  package static let method = "workspace/executeCommand"
  package typealias Reply = JSONValue

  package var command: String
  /// Empty when there are none.
  package var arguments: [JSONValue]
  /// Where the client wants to be told how it goes.
  package var workDoneToken: ProgressToken?

  package init(json: JSONValue) throws(JSONMismatch) {
    command = try json.required("command")
    arguments = try json.optional("arguments") ?? []
    workDoneToken = json.tolerated("workDoneToken")
  }
}

/// What the server says of its commands.
package struct ExecuteCommandOptions: Hashable, Sendable, JSONWritable {
  package var commands: [String]
  /// The server tells how a command goes, when the client gives a token for it.
  package var workDoneProgress: Bool

  package init(commands: [String], workDoneProgress: Bool = false) {
    self.commands = commands
    self.workDoneProgress = workDoneProgress
  }

  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("commands", commands)
      writer.field("workDoneProgress", ifTrue: workDoneProgress)
    }
  }
}
