import JSONText
import LanguageServerProtocol

/// The other end of the pipe, as the state thread talks to it.
final class Client {
  private let writer: MessageWriter
  private let log: Log
  private var nextID: Int64 = 1
  private var waiting: [Int64: (Result<JSONValue, ResponseError>) -> Void] = [:]
  /// Nobody reads any more.
  private(set) var isGone = false

  /// Some clients never answer some requests. More than these are not waited for: the oldest are given up.
  private static let waitingLimit = 256

  init(fileDescriptor: Int32, log: Log) {
    writer = MessageWriter(fileDescriptor: fileDescriptor)
    self.log = log
  }

  func notify(_ notification: some ServerNotification) {
    send(.notification(notification))
  }

  /// Sends a request. Nothing ever waits for the answer: `then` is called when it comes, if it comes.
  func request<Request: ServerRequest>(
    _ request: Request,
    then: @escaping (Result<Request.Reply, ResponseError>) -> Void = { _ in }
  ) {
    let id = nextID
    nextID &+= 1
    if waiting.count >= Self.waitingLimit, let oldest = waiting.keys.min() { waiting[oldest] = nil }
    waiting[id] = { result in
      then(result.flatMap(Self.read))
    }
    send(.request(request, id: .number(id)))
  }

  private static func read<Reply: JSONReadable>(_ json: JSONValue) -> Result<Reply, ResponseError> {
    do {
      return .success(try Reply(json: json))
    } catch {
      return .failure(ResponseError(.unknownErrorCode, "The answer is malformed: \(error)"))
    }
  }

  /// Takes an answer of the client's.
  func take(_ result: Result<JSONValue, ResponseError>, for id: RequestID) {
    guard case .number(let number) = id, let then = waiting.removeValue(forKey: number) else {
      return log.debug("an answer to a request that nobody waits for: \(id)")
    }
    then(result)
  }

  func answer(_ id: RequestID, _ result: some JSONWritable) {
    send(.response(to: id, result: result))
  }

  func answer(_ id: RequestID, error: ResponseError) {
    send(.response(to: id, error: error))
  }

  func send(_ message: FramedMessage) {
    guard !isGone else { return }
    do {
      try writer.send(message)
    } catch {
      isGone = true
      log.info("the client reads no more: \(error)")
    }
  }
}
