import Glibc
import Workspace

/// `lacuna cache`
enum CacheCommand {
  static let usage = """
    usage: lacuna cache
           lacuna cache clear [PATH ...]

    Shows what is kept between runs: one file for each workspace, in the user's cache folder. `clear` removes it, of all
    workspaces or of those that the paths belong to; nothing is lost but time.

    What is kept is what was found out of files, by what they hold, for this build of lacuna alone. It decides how long a
    review takes, never what it says. LACUNA_CACHE=off does without, LACUNA_CACHE=FOLDER keeps it there; in .lacuna.json,
    `cache.enable` and `cache.maxMegabytes`.

    """

  static func run(_ words: [String]) -> Int32 {
    do {
      let arguments = try Arguments(words, valued: [], flags: ["--help", "-h"])
      if arguments.has("--help") || arguments.has("-h") {
        Output.write(usage)
        return 0
      }
      guard let place = CachePlace() else {
        Output.error("lacuna cache: there is none: LACUNA_CACHE says `off`, or HOME names no folder.\n")
        return 2
      }
      let overview = try CacheOverview(of: place)
      switch arguments.positional.first {
      case nil: return show(overview)
      case "clear": return clear(overview, Array(arguments.positional.dropFirst()))
      case let word?: throw Arguments.Failure.unknown(word)
      }
    } catch let error as Arguments.Failure {
      Output.error("lacuna cache: \(error)\n" + usage)
    } catch {
      Output.error("lacuna cache: \(error)\n")
    }
    return 2
  }

  private static func show(_ overview: CacheOverview) -> Int32 {
    var out = "\(overview.folder): \(size(overview.size)), \(counted(overview.items.count, "workspace"))\n"
    for item in overview.items {
      out += "\n\(item.root ?? item.file)\n"
      if let problem = item.problem {
        out += "  \(size(item.size)), cannot be read: \(problem)\n"
      } else {
        out += "  \(size(item.size)), \(counted(item.summaries, "summary", "summaries"))"
        out += ", \(counted(item.ledgers, "ledger")), last used \(day(item.lastUse))\n"
      }
    }
    return Output.write(Array(out.utf8)) ? 0 : 2
  }

  private static func clear(_ overview: CacheOverview, _ paths: [String]) -> Int32 {
    let roots = Set(paths.map { Discovery.workspaceRoot(of: [FilePath($0)]) })
    var code: Int32 = 0
    var freed = 0
    var count = 0
    for item in overview.items where paths.isEmpty || item.root.map({ roots.contains($0) }) == true {
      switch CacheOverview.clear(item) {
      case .removed, .emptied:
        freed += item.size
        count += 1
      case .failed(let why):
        Output.error("lacuna cache: `\(item.file)`: \(why)\n")
        code = 2
      }
    }
    Output.write("\(size(freed)) of \(counted(count, "workspace")) removed\n")
    return code
  }

  private static func counted(_ number: Int, _ word: String, _ plural: String? = nil) -> String {
    "\(number) \(number == 1 ? word : plural ?? word + "s")"
  }

  /// In megabytes with a digit behind the point, or in kilobytes.
  private static func size(_ bytes: Int) -> String {
    guard bytes >= 1 << 20 else { return "\((bytes + 1_023) >> 10) KB" }
    let tenths = bytes / ((1 << 20) / 10)
    return "\(tenths / 10).\(tenths % 10) MB"
  }

  private static func day(_ seconds: Int) -> String {
    var time = time_t(seconds)
    var parts = tm()
    guard localtime_r(&time, &parts) != nil else { return "once" }
    func digits(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(parts.tm_year + 1_900)-\(digits(parts.tm_mon + 1))-\(digits(parts.tm_mday))"
  }
}
