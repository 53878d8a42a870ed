package import JSONText

/// `$/progress`: how the work that a token stands for goes. The token is the client's (`workDoneToken` of a request) or
/// one that it accepted by `window/workDoneProgress/create`.
package struct ProgressNotification: ServerNotification, Hashable {
  package static let method = "$/progress"

  package var token: ProgressToken
  package var value: WorkDoneProgress

  package init(token: ProgressToken, value: WorkDoneProgress) {
    self.token = token
    self.value = value
  }

  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("token", token)
      writer.field("value", value)
    }
  }
}
