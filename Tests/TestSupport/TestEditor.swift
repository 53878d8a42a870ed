import Foundation
import Glibc
package import JSONText
package import LanguageServer
package import Rules
import LanguageServerProtocol
import Workspace

/// A client for a server in this process, over pipes of the system. It speaks raw JSON, so that what it says does not
/// depend on what the server believes the protocol to be.
package final class TestEditor: @unchecked Sendable {
  package struct Hung: Error, CustomStringConvertible {
    package var description: String
  }

  private struct State {
    var messages: [JSONValue] = []
    var log: [String] = []
    /// How many lines of the log were waited for.
    var logRead = 0
    var exitCode: Int32?
    var ended = false
  }

  private let toServer: Int32
  private let writer: MessageWriter
  private let condition = NSCondition()
  private var state = State()
  private var nextID: Int64 = 1
  private var isOpen = true
  /// Results for requests of the server, by method; null where there is none.
  package var answers: [String: JSONValue] = [:]

  /// Long enough for the slowest machine: it is met only where a test hangs.
  private static let patience: TimeInterval = 60

  /// Starts a server that has not been greeted yet.
  package init(options: Server.Options = Server.Options()) throws {
    let (serverInput, toServer) = try TestEditor.makePipe()
    let (fromServer, serverOutput) = try TestEditor.makePipe()
    self.toServer = toServer
    writer = MessageWriter(fileDescriptor: toServer)
    var options = options
    // What other tests found out of other folders is none of this one's business.
    if options.environment["LACUNA_CACHE"] == ProcessEnvironment.current["LACUNA_CACHE"] {
      options.environment["LACUNA_CACHE"] = "off"
    }
    let log = Log(level: .debug) { [weak self] line in self?.update { $0.log.append(line) } }
    let server = Server(input: serverInput, output: serverOutput, log: log, options: options)
    Threads.detach { [weak self] in
      let code = server.run()
      self?.update { $0.exitCode = code }
      _ = Glibc.close(serverOutput)
    }
    Threads.detach { [weak self] in
      var input = MessageInput(fileDescriptor: fromServer)
      while case .message(let body) = input.next() {
        guard let self, let message = try? JSONValue(parsing: body) else { break }
        receive(message)
      }
      self?.update { $0.ended = true }
      _ = Glibc.close(fromServer)
    }
  }

  /// Its ends for reading and for writing. No process that is started meanwhile holds them open.
  private static func makePipe() throws -> (Int32, Int32) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw Hung(description: "no pipe: error \(errno)") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// Starts and greets a server.
  package convenience init(
    capabilities: JSONValue = [:],
    folder: ScratchFolder? = nil,
    settings: JSONValue = .null,
    rules: [RuleID] = RuleID.allCases,
    options: Server.Options = Server.Options()
  ) throws {
    try self.init(options: options)
    let folders: JSONValue =
      folder.map { [["uri": .string($0.uri("")), "name": "test"]] } ?? .null
    _ = try request(
      "initialize",
      [
        "processId": .null, "capabilities": capabilities, "workspaceFolders": folders,
        "initializationOptions": TestEditor.completed(settings, rules), "rootUri": .null,
      ]
    )
    notify("initialized", [:])
  }

  /// Settings that have everything logged, so that a test can wait for it.
  private static func completed(_ settings: JSONValue, _ rules: [RuleID]) -> JSONValue {
    var object = JSONObject()
    if case .object(let given) = settings { object = given } else if settings != .null { return settings }
    if let inner = object["lacuna"] {
      object["lacuna"] = completed(inner, rules)
    } else {
      object["log"] = object["log"] ?? ["level": "debug"]
      let off = RuleID.allCases.filter { !rules.contains($0) }
      if !off.isEmpty { object["rules"] = .object(JSONObject(off.map { ($0.rawValue, "off") })) }
    }
    return .object(object)
  }

  deinit { closeInput() }

  // MARK: - Sending

  package func send(raw text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(toServer, $0.baseAddress, $0.count) }
  }

  package func send(_ message: JSONValue) {
    try? writer.send(FramedMessage { $0.value(message) })
  }

  package func notify(_ method: String, _ params: JSONValue = .null) {
    send(["jsonrpc": "2.0", "method": .string(method), "params": params])
  }

  /// Sends a request without waiting for the answer.
  package func begin(_ method: String, _ params: JSONValue = .null) -> Int64 {
    let id = nextID
    nextID += 1
    send(["jsonrpc": "2.0", "id": .integer(id), "method": .string(method), "params": params])
    return id
  }

  package func answer(to id: Int64) throws -> JSONValue {
    try result(of: take("the answer to \(id)") { $0["id"] == .integer(id) && $0["method"] == nil })
  }

  /// The answer to something whose id the server could not tell.
  package func answerWithoutID() throws -> JSONValue {
    try result(of: take("an answer without id") { $0["id"] == .null && $0["method"] == nil })
  }

  private func result(of message: JSONValue) throws -> JSONValue {
    if let error = message["error"] { throw try ResponseError(json: error) }
    return message["result"] ?? .null
  }

  package func request(_ method: String, _ params: JSONValue = .null) throws -> JSONValue {
    try answer(to: begin(method, params))
  }

  /// Ends the client's side of the pipe.
  package func closeInput() {
    guard isOpen else { return }
    isOpen = false
    _ = Glibc.close(toServer)
  }

  // MARK: - Receiving

  /// The parameters of the next message of that method that nobody has taken yet.
  package func next(_ method: String) throws -> JSONValue {
    try take(method) { $0["method"] == .string(method) }["params"] ?? .null
  }

  /// The parameters of all messages of that method that have come and that nobody has taken. To be asked behind the
  /// answer to some request: the server has then said all that it had to say before.
  package func unread(_ method: String) -> [JSONValue] {
    condition.withLock {
      state.messages.filter { $0["method"] == .string(method) }.map { $0["params"] ?? .null }
    }
  }

  /// Waits for a line of the log behind those waited for before.
  @discardableResult
  package func logLine(containing text: String) throws -> String {
    try wait("\"\(text)\" in the log") { state in
      guard let index = state.log[state.logRead...].firstIndex(where: { $0.contains(text) }) else { return nil }
      state.logRead = index + 1
      return state.log[index]
    }
  }

  package var log: [String] { condition.withLock { state.log } }

  /// Waits until the server has ended.
  package func exitCode() throws -> Int32 {
    try wait("the end of the server") { $0.ended ? $0.exitCode : nil }
  }

  private func take(_ what: String, where isWanted: (JSONValue) -> Bool) throws -> JSONValue {
    try wait(what) { state in
      guard let index = state.messages.firstIndex(where: isWanted) else { return nil }
      return state.messages.remove(at: index)
    }
  }

  private func wait<Result>(_ what: String, _ take: (inout State) -> Result?) throws -> Result {
    let limit = Date(timeIntervalSinceNow: Self.patience)
    condition.lock()
    defer { condition.unlock() }
    while true {
      if let result = take(&state) { return result }
      guard condition.wait(until: limit) else {
        throw Hung(description: "\(what) did not come; there was: \(state.messages), \(state.log)")
      }
    }
  }

  private func receive(_ message: JSONValue) {
    update { $0.messages.append(message) }
    guard let id = message["id"], case .string(let method)? = message["method"] else { return }
    send(["jsonrpc": "2.0", "id": id, "result": answers[method] ?? .null])
  }

  private func update(_ body: (inout State) -> Void) {
    condition.withLock {
      body(&state)
      condition.broadcast()
    }
  }
}
