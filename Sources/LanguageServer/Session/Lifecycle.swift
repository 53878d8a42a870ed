import LanguageServerProtocol

/// Where between start and end a session is.
enum Lifecycle {
  /// Before `initialize`.
  case fresh
  /// `initialize` is answered; the client has not said `initialized`, so nothing may be asked of it.
  case greeted
  case running
  /// After `shutdown`.
  case shutDown

  var isRunning: Bool {
    switch self {
    case .greeted, .running: true
    case .fresh, .shutDown: false
    }
  }

  /// Why a request must not come now.
  func refusal(of method: String) -> ResponseError? {
    switch self {
    case .fresh where method != InitializeRequest.method:
      ResponseError(.serverNotInitialized, "`\(method)` must not come before `initialize`.")
    case .greeted where method == InitializeRequest.method, .running where method == InitializeRequest.method:
      ResponseError(.invalidRequest, "`initialize` came twice.")
    case .shutDown:
      ResponseError(.invalidRequest, "`\(method)` must not come after `shutdown`.")
    case .fresh, .greeted, .running:
      nil
    }
  }
}
