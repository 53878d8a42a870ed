package import JSONText

extension FramedMessage {
  package static func request<Request: ServerRequest>(_ request: Request, id: RequestID) -> FramedMessage {
    message { writer in
      writer.field("id", id)
      writer.field("method", Request.method)
      if Request.hasParameters { writer.field("params", request) }
    }
  }

  package static func notification<Notification: ServerNotification>(_ notification: Notification) -> FramedMessage {
    message { writer in
      writer.field("method", Notification.method)
      writer.field("params", notification)
    }
  }

  package static func response(to id: RequestID, result: some JSONWritable) -> FramedMessage {
    message { writer in
      writer.field("id", id)
      writer.field("result", result)
    }
  }

  package static func response(to id: RequestID, error: ResponseError) -> FramedMessage {
    message { writer in
      writer.field("id", id)
      writer.field("error", error)
    }
  }

  private static func message(_ members: (inout JSONWriter) -> Void) -> FramedMessage {
    FramedMessage { writer in
      writer.object { writer in
        writer.field("jsonrpc", "2.0")
        members(&writer)
      }
    }
  }
}
