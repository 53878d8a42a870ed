import Testing

@testable import Workspace

/// A folder with a Git repository in it, away from the configuration of whoever runs the test.
final class TestRepository: Sendable {
  let folder: TestFolder

  /// - Parameter place: where in a folder of its own the repository is.
  init(at place: FilePath = "repo", in folder: TestFolder? = nil) throws {
    self.folder = try folder ?? TestFolder()
    self.place = place
    try self.folder.makeFolder(place)
    try git("init", "-q", "-b", "main")
  }

  private let place: FilePath

  var root: FilePath { folder.path.appending(place) }

  static func environment(home: FilePath) -> ProcessEnvironment {
    var environment = ProcessEnvironment([
      "HOME": "\(home)", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
      "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.com", "GIT_AUTHOR_DATE": "2024-01-01T00:00:00Z",
      "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.com", "GIT_COMMITTER_DATE": "2024-01-01T00:00:00Z",
    ])
    environment["PATH"] = ProcessEnvironment.current["PATH"]
    return environment
  }

  var environment: ProcessEnvironment { Self.environment(home: folder.path) }

  /// What Git prints.
  @discardableResult
  func git(_ arguments: String...) throws -> String {
    let executable = try #require(environment.executable(named: "git"))
    let words = [Array("-C".utf8), root.bytes] + arguments.map { Array($0.utf8) }
    let command = Command(executable: executable, arguments: words, environment: environment)
    let result = try command.run(within: .seconds(60), outputLimit: 10_000_000)
    try #require(result.status == .exited(0), "git \(arguments): \(result.errorText)")
    return String(decoding: result.output, as: UTF8.self)
  }

  func write(_ text: String, to name: FilePath) throws { try folder.write(text, to: place.appending(name)) }
  func write(_ bytes: [UInt8], to name: FilePath) throws { try folder.write(bytes, to: place.appending(name)) }
  func remove(_ name: FilePath) throws { try folder.remove(place.appending(name)) }
  func move(_ name: FilePath, to other: FilePath) throws {
    try folder.move(place.appending(name), to: place.appending(other))
  }

  func commitAll() throws {
    try git("add", "-A")
    try git("commit", "-q", "-m", "x", "--allow-empty")
  }

  func opened(timeLimit: Duration = .seconds(30)) throws -> GitRepository {
    try GitRepository(holding: root, git: Git(environment: environment, timeLimit: timeLimit))
  }

  func baseline(_ revision: String = "HEAD") throws -> Baseline {
    let repository = try opened()
    return Baseline(repository, at: try repository.commit(revision))
  }
}
