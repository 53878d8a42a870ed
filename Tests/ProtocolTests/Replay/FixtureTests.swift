import Foundation
import Testing

@Suite("Recorded protocol")
struct FixtureTests {
  @Test(arguments: try Fixture.all())
  func theServerSaysWhatWasRecorded(fixture: Fixture) async throws {
    let played = try await Played.shared.result(of: fixture)
    if let problem = played.problem { Issue.record("\(problem)") }
    #expect(played.transcript.contains { $0["server"] != nil || $0["exit"] != nil })
  }

  @Test func thereAreFixtures() throws {
    #expect(try Fixture.all().count > 20)
  }
}

/// Each fixture is played once, for whoever wants to know.
actor Played {
  struct Result: Sendable {
    var transcript: [JSON]
    var problem: String?
  }

  static let shared = Played()
  private var results: [String: Task<Result, any Error>] = [:]

  func result(of fixture: Fixture) async throws -> Result {
    let task = results[fixture.name] ?? Task.detached { try Self.play(fixture) }
    results[fixture.name] = task
    return try await task.value
  }

  private static let version: String = {
    guard let folder = try? TemporaryFolder(), let run = try? Lacuna.run(["--version"], in: folder) else { return "" }
    return run.output.split(whereSeparator: \.isWhitespace).last.map(String.init) ?? ""
  }()

  private static func play(_ fixture: Fixture) throws -> Result {
    let replay = try Replay(fixture, program: Lacuna.binary, version: version)
    do {
      try replay.run()
      return Result(transcript: replay.transcript, problem: nil)
    } catch {
      return Result(transcript: replay.transcript, problem: "\(error)")
    }
  }
}
