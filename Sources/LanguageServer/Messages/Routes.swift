import JSONText
import LanguageServerProtocol

/// Which handler takes which method: one line for each.
enum Routes {
  static let requests = table([
    RequestRoute(InitializeHandler.self),
    RequestRoute(ShutdownHandler.self),
    RequestRoute(DocumentDiagnosticHandler.self),
    RequestRoute(CodeLensHandler.self),
    RequestRoute(CodeLensResolveHandler.self),
    RequestRoute(CodeActionHandler.self),
    RequestRoute(CodeActionResolveHandler.self),
    RequestRoute(HoverHandler.self),
    RequestRoute(ExecuteCommandHandler.self),
    RequestRoute(TextDocumentContentHandler.self),
  ])

  static let notifications = table([
    NotificationRoute(InitializedHandler.self),
    NotificationRoute(CancelHandler.self),
    NotificationRoute(WorkDoneProgressCancelHandler.self),
    NotificationRoute(DidOpenHandler.self),
    NotificationRoute(DidChangeHandler.self),
    NotificationRoute(DidSaveHandler.self),
    NotificationRoute(DidCloseHandler.self),
    NotificationRoute(DidChangeConfigurationHandler.self),
    NotificationRoute(DidChangeWatchedFilesHandler.self),
    NotificationRoute(DidChangeWorkspaceFoldersHandler.self),
  ])

  private static func table<Entry: Route>(_ routes: [Entry]) -> [String: Entry] {
    Dictionary(routes.map { ($0.method, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

protocol Route {
  var method: String { get }
}

/// A request handler with its types forgotten.
struct RequestRoute: Route, Sendable {
  let method: String
  let access: Access
  let handle: @Sendable (JSONValue, RequestID, Session) -> Void

  init<Handler: RequestHandler>(_ handler: Handler.Type) {
    method = Handler.Request.method
    access = Handler.access
    handle = { params, id, session in
      let reply = Reply<Handler.Request.Reply>(id: id, session: session)
      do throws(ResponseError) {
        Handler.handle(try Handler.Request(params: params), in: session, reply)
      } catch {
        reply.fail(error)
      }
    }
  }
}

/// A notification handler with its types forgotten.
struct NotificationRoute: Route, Sendable {
  let method: String
  let handle: @Sendable (JSONValue, Session) -> Void

  init<Handler: NotificationHandler>(_ handler: Handler.Type) {
    method = Handler.Notification.method
    handle = { params, session in
      do throws(ResponseError) {
        Handler.handle(try Handler.Notification(params: params), in: session)
      } catch {
        session.log.warning("\(Handler.Notification.method): \(error.message)")
      }
    }
  }
}
