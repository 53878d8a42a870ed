import LanguageServerProtocol

/// Tells the client how some work goes, once the client has said that it wants to know. Belongs to the state thread.
final class WorkProgress {
  private enum State {
    case asked
    case open
    case over
  }

  let token: ProgressToken
  private let client: Client
  private let title: String
  private var state = State.asked
  private var percentage = 0
  private var message: String?
  /// The work ended before the client had answered.
  private var isDone = false

  init(title: String, token: ProgressToken, client: Client) {
    self.title = title
    self.token = token
    self.client = client
    // Kept until there is an answer: work that was begun is then begun and ended for the client too.
    client.request(WorkDoneProgressCreateRequest(token: token)) { [self] result in
      guard state == .asked else { return }
      guard case .success = result else { return state = .over }
      state = .open
      tell(.begin(title: title, message: message, percentage: percentage, cancellable: true))
      if isDone { close() }
    }
  }

  func report(_ percentage: Int, _ message: String) {
    guard percentage > self.percentage || self.message == nil else { return }
    self.percentage = min(100, max(percentage, self.percentage))
    self.message = message
    if state == .open { tell(.report(message: message, percentage: self.percentage)) }
  }

  func end(_ message: String? = nil) {
    guard !isDone else { return }
    isDone = true
    self.message = message ?? self.message
    if state == .open { close() }
  }

  /// The work ended, and nobody is to hear of it who has not heard of it yet.
  func abandon() {
    if state == .asked { state = .over }
    end()
  }

  private func close() {
    state = .over
    tell(.end(message: message))
  }

  private func tell(_ value: WorkDoneProgress) {
    client.notify(ProgressNotification(token: token, value: value))
  }
}

/// The user no longer wants the workspace to be gone through.
enum WorkDoneProgressCancelHandler: NotificationHandler {
  static func handle(_ notification: WorkDoneProgressCancelNotification, in session: Session) {
    for index in session.indexes.values where index.progress?.token == notification.token { index.ticket.cancel() }
  }
}
