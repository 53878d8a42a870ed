/// The user's Git, asked in a way that runs nothing which the repository brings along.
///
/// No hooks, no file system monitor, no filters, no diff drivers, no pager, no network, no lock on the index, no
/// question on the terminal. What the environment says of a repository is not taken over: the folder says it.
package struct Git: Sendable {
  /// The longest answer that is taken in, in bytes: the paths of some millions of files.
  private static let outputLimit = 512 * 1_024 * 1_024

  let executable: FilePath
  let environment: ProcessEnvironment
  /// How long a single answer may take.
  let timeLimit: Duration

  package init(
    environment: ProcessEnvironment = .current,
    timeLimit: Duration = .seconds(30)
  ) throws(GitError) {
    guard let executable = environment.executable(named: "git") else { throw .gitMissing }
    self.executable = executable
    self.environment = Self.isolated(environment)
    self.timeLimit = timeLimit
  }

  /// Variables of Git's own that say how to find it, its configuration, and where to stop looking for a repository.
  private static let kept: Set<String> = [
    "GIT_CEILING_DIRECTORIES", "GIT_CONFIG_COUNT", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_NOSYSTEM", "GIT_CONFIG_SYSTEM",
    "GIT_DISCOVERY_ACROSS_FILESYSTEM", "GIT_EXEC_PATH",
  ]

  private static func isolated(_ environment: ProcessEnvironment) -> ProcessEnvironment {
    var environment = environment
    environment.removeAll { name in
      name.hasPrefix("GIT_") && !kept.contains(name) && !name.hasPrefix("GIT_CONFIG_KEY_")
        && !name.hasPrefix("GIT_CONFIG_VALUE_")
    }
    environment["LC_ALL"] = "C"
    environment["GIT_OPTIONAL_LOCKS"] = "0"
    environment["GIT_TERMINAL_PROMPT"] = "0"
    environment["GIT_LITERAL_PATHSPECS"] = "1"
    // A partial clone would fetch what it lacks, by whatever program its configuration names.
    environment["GIT_NO_LAZY_FETCH"] = "1"
    environment["GIT_ALLOW_PROTOCOL"] = "none"
    return environment
  }

  /// `settings` are more configuration, for this command alone.
  func command(
    in folder: FilePath,
    _ arguments: [String],
    paths: [FilePath] = [],
    settings: [(key: String, value: String)] = []
  ) -> Command {
    var environment = environment
    var options: [String] = []
    // An empty monitor is none to every version; `false` is the name of a program to older ones.
    let fixed = [("core.fsmonitor", ""), ("core.hooksPath", "/dev/null"), ("submodule.recurse", "false")]
    for (key, value) in fixed + settings.map({ ($0.key, $0.value) }) {
      if key.contains("=") {
        environment.addSetting(key, value)
      } else {
        options += ["-c", "\(key)=\(value)"]
      }
    }
    let words = ["--no-pager"] + options + arguments
    return Command(
      executable: executable,
      arguments: [Array("-C".utf8), folder.bytes] + words.map { Array($0.utf8) } + paths.map(\.bytes),
      environment: environment
    )
  }

  /// The output of a command that succeeds, or ends with a code that is an answer too.
  func run(
    in folder: FilePath,
    _ arguments: [String],
    paths: [FilePath] = [],
    settings: [(key: String, value: String)] = [],
    answeringCodes: Set<Int32> = [0]
  ) throws(GitError) -> [UInt8] {
    let name = arguments.first ?? ""
    let command = command(in: folder, arguments, paths: paths, settings: settings)
    let result: CommandResult
    do throws(CommandError) {
      result = try command.run(within: timeLimit, outputLimit: Self.outputLimit)
    } catch {
      switch error {
      case .cannotStart(.notFound): throw .gitMissing
      case .cannotStart(let cause), .system(let cause): throw .failed(name, cause.description)
      case .timedOut: throw .timedOut(name)
      case .tooMuchOutput: throw .tooMuchOutput(name)
      }
    }
    if case .exited(let code) = result.status, answeringCodes.contains(code) { return result.output }
    throw Self.error(name, folder, result)
  }

  private static func error(_ name: String, _ folder: FilePath, _ result: CommandResult) -> GitError {
    let words = result.errorText.split(separator: "\n").first.map(String.init) ?? "it ended as \(result.status)"
    if words.contains("not a git repository") { return .notARepository(folder) }
    if words.contains("dubious ownership") || words.contains("unsafe repository") { return .notTrusted(words) }
    if words.contains("must be run in a work tree") { return .noWorkTree(folder) }
    return .failed(name, words)
  }
}

extension ProcessEnvironment {
  /// Configuration for Git whose key cannot be given as an argument.
  fileprivate mutating func addSetting(_ key: String, _ value: String) {
    let count = max(0, self["GIT_CONFIG_COUNT"].flatMap { Int($0) } ?? 0)
    self["GIT_CONFIG_COUNT"] = "\(count &+ 1)"
    self["GIT_CONFIG_KEY_\(count)"] = key
    self["GIT_CONFIG_VALUE_\(count)"] = value
  }
}
