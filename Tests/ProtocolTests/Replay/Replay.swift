import Foundation

/// Plays the client's part of a fixture, and holds what the server says against the rest.
final class Replay {
  private let fixture: Fixture
  private let program: URL
  private let folder: TemporaryFolder
  private var arguments: [String]
  private var environment: [String: String]
  private var server: ServerProcess?
  private var placeholders: Placeholders
  private var texts = EditedTexts()
  private var hasEnded = false
  /// What was said, in order, as the validator reads it.
  private(set) var transcript: [JSON] = []

  init(_ fixture: Fixture, program: URL, arguments: [String] = ["lsp"], version: String) throws {
    self.arguments = arguments
    self.fixture = fixture
    self.program = program
    folder = try TemporaryFolder()
    placeholders = Placeholders(folder: folder.url, toolVersion: version)
    environment = ProcessInfo.processInfo.environment
    environment["GIT_CONFIG_GLOBAL"] = "/dev/null"
    environment["GIT_CONFIG_NOSYSTEM"] = "1"
    environment["HOME"] = folder.url.deletingLastPathComponent().path
    environment["XDG_CACHE_HOME"] = folder.url.appendingPathComponent(".cache").path
    environment["LACUNA_LOG"] = nil
    environment["LACUNA_CACHE"] = nil
  }

  func run() throws {
    for step in fixture.steps {
      do {
        try take(step)
      } catch {
        let errors = server.map(\.errorText).flatMap { $0.isEmpty ? nil : "\nstandard error: \($0)" } ?? ""
        throw ReplayFailure("\(fixture.name):\(step.line): \(error)\(errors)")
      }
    }
    if !hasEnded { try leave() }
  }

  private func take(_ step: Fixture.Step) throws {
    switch step.kind {
    case "files": try write(step.value)
    case "remove": try folder.remove(step.value.string ?? "")
    case "git": try Lacuna.git((step.value.items ?? []).compactMap(\.string), in: folder)
    case "start": arguments += (step.value.items ?? []).compactMap(\.string)
    case "initialize": try initialize(step.value)
    case "send": try send(try placeholders.filled(step.value))
    case "raw": try sendRaw(try placeholders.filled(step.value))
    case "receive": try expect(step.value)
    case "eventually": try expectEventually(step.value)
    case "apply": try apply(step.value, as: step.whole)
    case "covers": try checkCovered(try placeholders.filled(step.value))
    case "close": try running().closeInput()
    case "exit": try expectEnd(step.value)
    default: break
    }
  }

  private func running() throws -> ServerProcess {
    if let server { return server }
    let started = try ServerProcess(program, arguments, in: folder, environment: environment)
    server = started
    return started
  }

  // MARK: - What the client does

  private func write(_ files: JSON) throws {
    for (path, content) in files.members ?? [:] {
      switch try placeholders.filled(content) {
      case .string(let text): try folder.write(path, text)
      // Bytes that are no text.
      case .array(let bytes):
        try folder.write(path, Data(bytes.compactMap { $0.integer.map(UInt8.init(truncatingIfNeeded:)) }))
      default: throw ReplayFailure("\(path) is neither text nor bytes")
      }
    }
  }

  /// The usual beginning.
  private func initialize(_ given: JSON) throws {
    var params: [String: JSON] = [
      "processId": .null, "rootUri": .string("{{workspace}}"), "capabilities": .object([:]),
      "workspaceFolders": .array([.object(["uri": .string("{{workspace}}"), "name": .string("work")])]),
    ]
    params.merge(given.members ?? [:]) { $1 }
    let request = JSON.object([
      "id": .string("initialize"), "method": .string("initialize"), "params": .object(params),
    ])
    try send(try placeholders.filled(request))
    try expect(.object(["id": .string("initialize"), "result": .string("{{keep:initialize}}")]))
    try send(.object(["method": .string("initialized"), "params": .object([:])]))
  }

  private func send(_ message: JSON) throws {
    var members = message.members ?? [:]
    members["jsonrpc"] = .string("2.0")
    let message = JSON.object(members)
    try texts.follow(message)
    transcript.append(.object(["client": message]))
    try running().send(message)
  }

  private func sendRaw(_ value: JSON) throws {
    transcript.append(.object(["raw": value]))
    try running().send(Data((value.string ?? "").utf8))
  }

  /// The usual end.
  private func leave() throws {
    do {
      try send(.object(["id": .string("shutdown"), "method": .string("shutdown"), "params": .null]))
      try expect(.object(["id": .string("shutdown"), "result": .null]))
      try send(.object(["method": .string("exit"), "params": .null]))
      try expectEnd(.integer(0))
    } catch {
      throw ReplayFailure("\(fixture.name): at the end: \(error)")
    }
  }

  // MARK: - What the server does

  private func receive() throws -> JSON {
    guard let message = try running().receive() else { throw ReplayFailure("the server ended") }
    transcript.append(.object(["server": message]))
    guard message["jsonrpc"] == .string("2.0") else { throw ReplayFailure("not JSON-RPC 2.0: \(message.text)") }
    if let chosen = message["result"]?["capabilities"]?["positionEncoding"]?.string { texts.encoding = chosen }
    return message
  }

  /// One message, or a list of them in any order.
  private func expect(_ value: JSON) throws {
    var patterns = try (value.items ?? [value]).map(messagePattern)
    while !patterns.isEmpty {
      let message = try receive()
      var problems: [String] = []
      let found = try patterns.firstIndex { pattern in
        var trial = placeholders
        guard let problem = try trial.mismatch(pattern, message) else {
          placeholders = trial
          return true
        }
        problems.append(problem)
        return false
      }
      guard let found else {
        throw ReplayFailure("unexpected \(message.text.prefix(4_000))\n  \(problems.joined(separator: "\n  "))")
      }
      patterns.remove(at: found)
    }
  }

  /// A notification that comes when the server has thought; others of the kind, about the same document, may come before.
  private func expectEventually(_ value: JSON) throws {
    let pattern = try messagePattern(value)
    var earlier: [String] = []
    while true {
      let message = try receive()
      var trial = placeholders
      guard let problem = try trial.mismatch(pattern, message) else {
        placeholders = trial
        return
      }
      earlier.append(problem)
      let isOfTheKind =
        message["method"] == pattern["method"] && message["params"]?["uri"] == pattern["params"]?["uri"]
      guard isOfTheKind, message["id"] == nil, earlier.count < 100 else {
        throw ReplayFailure("unexpected \(message.text.prefix(4_000))\n  \(earlier.joined(separator: "\n  "))")
      }
    }
  }

  private func messagePattern(_ value: JSON) throws -> JSON {
    var members = try placeholders.filled(value).members ?? [:]
    members["jsonrpc"] = .string("2.0")
    return .object(members)
  }

  /// Holds what an edit makes of the texts against what it is to make. With `accept`, a version, the client makes it.
  private func apply(_ value: JSON, as step: JSON) throws {
    let results = try texts.applying(try placeholders.filled(value))
    let named = (step["gives"]?.members ?? [:]).map { (placeholders.uri($0.key), $0.value) }
    let expected = try placeholders.filled(.object(Dictionary(uniqueKeysWithValues: named)))
    if let problem = try placeholders.mismatch(expected, .object(results.mapValues(JSON.string))) {
      throw ReplayFailure("the edit does not give that: \(problem)")
    }
    guard let version = step["accept"] else { return }
    for (uri, text) in results {
      let params = JSON.object([
        "textDocument": .object(["uri": .string(uri), "version": version]),
        "contentChanges": .array([.object(["text": .string(text)])]),
      ])
      try send(.object(["method": .string("textDocument/didChange"), "params": params]))
    }
  }

  private func checkCovered(_ value: JSON) throws {
    let uri = placeholders.uri(value["in"]?.string ?? "")
    let text = try texts.covered(by: value["range"] ?? .null, of: uri)
    guard .string(text) == value["text"] else { throw ReplayFailure("the range covers \"\(text)\"") }
  }

  private func expectEnd(_ value: JSON) throws {
    let (status, messages) = try running().end()
    hasEnded = true
    transcript += messages.map { .object(["server": $0]) }
    transcript.append(.object(["exit": .integer(status)]))
    if let message = messages.first { throw ReplayFailure("unexpected \(message.text.prefix(4_000))") }
    guard .integer(status) == value else { throw ReplayFailure("ended with status \(status)") }
  }
}
