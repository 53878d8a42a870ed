package import JSONText

/// `window/workDoneProgress/create`: the server wants to tell how some work goes. Only for clients that declare it, and
/// nothing may be told before they have answered.
package struct WorkDoneProgressCreateRequest: ServerRequest, Hashable {
  package static let method = "window/workDoneProgress/create"
  package typealias Reply = NoResult

  package var token: ProgressToken

  package init(token: ProgressToken) { self.token = token }

  package func write(to writer: inout JSONWriter) {
    writer.object { $0.field("token", token) }
  }
}

/// `window/workDoneProgress/cancel`: the user no longer wants that work.
package struct WorkDoneProgressCancelNotification: ClientNotification, Hashable {
  package static let method = "window/workDoneProgress/cancel"

  package var token: ProgressToken

  package init(json: JSONValue) throws(JSONMismatch) { token = try json.required("token") }
}

/// How some work goes: begun once, told any number of times, ended once.
package enum WorkDoneProgress: Hashable, Sendable {
  /// `percentage` from 0 to 100; nil when it cannot be told, and then never.
  case begin(title: String, message: String? = nil, percentage: Int? = nil, cancellable: Bool? = nil)
  case report(message: String? = nil, percentage: Int? = nil, cancellable: Bool? = nil)
  case end(message: String? = nil)
}

extension WorkDoneProgress: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      switch self {
      case .begin(let title, let message, let percentage, let cancellable):
        writer.field("kind", "begin")
        writer.field("title", title)
        Self.write(message, percentage, cancellable, to: &writer)
      case .report(let message, let percentage, let cancellable):
        writer.field("kind", "report")
        Self.write(message, percentage, cancellable, to: &writer)
      case .end(let message):
        writer.field("kind", "end")
        writer.field("message", ifPresent: message)
      }
    }
  }

  private static func write(
    _ message: String?,
    _ percentage: Int?,
    _ cancellable: Bool?,
    to writer: inout JSONWriter
  ) {
    writer.field("message", ifPresent: message)
    writer.field("percentage", ifPresent: percentage)
    writer.field("cancellable", ifPresent: cancellable)
  }
}
