import Foundation
import Testing

@Suite("Validity of what is sent", .enabled(if: Validator.isThere, "`make setup-test` brings the protocol's types"))
struct ValidatorTests {
  @Test func everyFaultOfAStandInIsNoticed() throws {
    let run = try Validator.run(["--self-test"])
    #expect(run.status == 0, "\(run.output)")
    #expect(run.output.hasSuffix(" faults, 0 missed\n"))
  }

  @Test func everyMessageOfTheFixturesIsValid() async throws {
    let folder = try TemporaryFolder()
    var names: [String] = []
    for fixture in try Fixture.all() {
      let lines = try await Played.shared.result(of: fixture).transcript.map(\.text)
      try folder.write("\(fixture.name).jsonl", lines.joined(separator: "\n"))
      names.append(folder.url.appendingPathComponent("\(fixture.name).jsonl").path)
    }
    let run = try Validator.run(names)
    #expect(run.status == 0, "\(run.output)")
    #expect(run.output.hasSuffix(" sessions, 0 problems\n"), "\(run.output)")
    #expect(!run.output.hasPrefix("0 messages"))
  }
}
