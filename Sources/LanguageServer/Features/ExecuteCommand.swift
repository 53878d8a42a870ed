import JSONText
import LanguageServerProtocol

/// Runs a command. A page is shown, and is the result as well, so that any client can show it in its own way.
enum ExecuteCommandHandler: RequestHandler {
  static let access = Access.writes

  static func handle(_ request: ExecuteCommandRequest, in session: Session, _ reply: Reply<JSONValue>) {
    guard let command = ServerCommand(rawValue: request.command) else {
      return reply.fail(ResponseError(.invalidParams, "Lacuna has no command `\(request.command)`."))
    }
    do throws(ResponseError) {
      switch command {
      case .applyAction: reply.send(try session.applyAction(request.arguments))
      case .showLedger: showPage(try request.address(hasUnit: true), in: session, reply)
      case .reviewWorkspace: showPage(try session.reviewedFolder(request.arguments), in: session, reply)
      case .reviewFile: showPage(try request.address(hasUnit: false), in: session, reply)
      }
    } catch {
      reply.fail(error)
    }
  }

  private static func showPage(_ address: PageAddress, in session: Session, _ reply: Reply<JSONValue>) {
    session.makePage(address) { page in
      switch page {
      case .success(let page):
        session.show(page, at: address)
        reply.send(.string(page.markdown))
      case .failure(let error):
        reply.fail(error)
      }
    }
  }
}

extension ExecuteCommandRequest {
  /// The page that the arguments name: a document, and for some a unit.
  fileprivate func address(hasUnit: Bool) throws(ResponseError) -> PageAddress {
    guard case .string(let uri)? = arguments.first else {
      throw ResponseError(.invalidParams, "`\(command)` needs a document's address.")
    }
    guard hasUnit else { return PageAddress(document: DocumentURI(uri)) }
    guard arguments.count > 1, case .string(let unit) = arguments[1] else {
      throw ResponseError(.invalidParams, "`\(command)` needs the name of a unit.")
    }
    return PageAddress(document: DocumentURI(uri), unit: unit)
  }
}

extension Session {
  /// Asks the client to make an action's edit. Some make it and never answer, so nothing waits for that.
  fileprivate func applyAction(_ arguments: [JSONValue]) throws(ResponseError) -> JSONValue {
    guard let data = ActionData(arguments.first) else {
      throw ResponseError(.invalidParams, "`\(ServerCommand.applyAction.rawValue)` needs the data of an action.")
    }
    let (action, document) = try action(for: data)
    client.request(ApplyEditRequest(label: action.title, edit: workspaceEdit(action.edits, of: document)))
    return .null
  }
}
