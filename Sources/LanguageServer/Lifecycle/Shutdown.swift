import LanguageServerProtocol

enum ShutdownHandler: ImmediateHandler {
  typealias Request = ShutdownRequest
  static let access = Access.writes

  static func respond(to request: ShutdownRequest, in session: Session) throws(ResponseError) -> NoResult {
    session.shutDown()
    return NoResult()
  }
}
