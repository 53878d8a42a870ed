package import JSONText

/// What `.lacuna.json` of one folder says.
package struct ConfigurationFile: Sendable, Equatable {
  package static let name = ".lacuna.json"
  private static let sizeLimit = 1_000_000

  /// Null where there is no such file, or none that can be read.
  package let settings: JSONValue
  package let problems: [ConfigurationProblem]

  /// That of a folder that has none.
  package static let none = ConfigurationFile(settings: .null, problems: [])

  package init(in folder: FilePath) {
    let path = folder.appending(Self.name)
    guard (try? FileStatus(of: path, following: true)) != nil else {
      self = .none
      return
    }
    switch FileContents(of: path, limit: Self.sizeLimit) {
    case .bytes(let bytes): self.init(bytes)
    case .tooLarge: self.init(settings: .null, problems: [ConfigurationProblem("it is too large")])
    case .binary: self.init(settings: .null, problems: [ConfigurationProblem("it is no text")])
    case .unreadable(let why): self.init(settings: .null, problems: [ConfigurationProblem(why)])
    }
  }

  /// The file that counts for a path on the command line: that of its folder, or of the closest folder above which has
  /// one, as far up as the root of the repository. Outside of a repository only its own folder is looked at.
  package init(governing path: FilePath) {
    let isFolder = (try? FileStatus(of: path, following: true))?.kind == .folder
    guard let start = try? (isFolder ? path : path.parent).resolved() else {
      self = .none
      return
    }
    let root = RepositoryLayout.holding(start)?.root ?? start
    var folder = start
    while folder != root, (try? FileStatus(of: folder.appending(Self.name), following: true)) == nil {
      guard folder.parent != folder else { break }
      folder = folder.parent
    }
    self.init(in: folder)
  }

  package init(_ bytes: [UInt8]) {
    let settings: JSONValue
    do throws(JSONSyntaxError) {
      settings = try JSONValue(parsing: bytes, options: .configuration)
    } catch {
      self.init(settings: .null, problems: [ConfigurationProblem("\(error.reason)", at: error.place)])
      return
    }
    var configuration = Configuration()
    let problems = configuration.take(settings).map { mismatch in
      ConfigurationProblem("\(mismatch)", at: JSONPlace(of: mismatch.path, in: bytes))
    }
    self.init(settings: settings, problems: problems)
  }

  private init(settings: JSONValue, problems: [ConfigurationProblem]) {
    self.settings = settings
    self.problems = problems
  }

  /// The problems as lines for a person: `.lacuna.json:3:5: codeLens.enable: expected a boolean, found a string`.
  package var messages: [String] {
    problems.map { problem in
      let place = problem.place.map { ":\($0.line):\($0.column)" } ?? ""
      return "\(Self.name)\(place): \(problem.message)"
    }
  }

  /// The configuration that this makes, with what other sources say on top of it.
  package func configuration(overriddenBy settings: JSONValue = .null) -> Configuration {
    var configuration = Configuration()
    _ = configuration.take(self.settings)
    _ = configuration.take(settings)
    return configuration
  }
}
