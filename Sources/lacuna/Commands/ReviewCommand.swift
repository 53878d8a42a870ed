import Analysis
import JSONText
import Review
import SourceText
import Workspace

/// `lacuna review`
enum ReviewCommand {
  static let usage = """
    usage: lacuna review [PATH ...] [--base REV] [--format text|json|markdown|sarif|github]
                         [--fail-on flagged|unverified|never] [--no-cache]

    Reviews files and folders (default: the current folder): says for every function what was checked, what is missing,
    and what could not be told, with the question that a person must answer. Folders honour .gitignore.

      --base REV      review what changed since a git revision: new gaps, and protections that are gone
                      (`merge-base:main`: since the last commit in common with main)
      --format F      text (default), json, markdown, sarif, or github (annotations of a workflow's run)
      --fail-on WHAT  exit with 1 where something is flagged, or at least unverified (default: never);
                      with --base, in what the change touched
      --no-cache      read everything anew and keep nothing (`lacuna help cache`)

    Exit codes: 0 nothing at or above --fail-on, 1 something was, 2 the command could not do its work.

    """

  enum Format: String, CaseIterable { case text, json, markdown, sarif, github }
  enum FailOn: String, CaseIterable { case flagged, unverified, never }

  static func run(_ words: [String]) -> Int32 {
    do {
      let arguments = try Arguments(
        words,
        valued: ["--base", "--format", "--fail-on"],
        flags: ["--help", "-h", "--no-cache"]
      )
      if arguments.has("--help") || arguments.has("-h") {
        Output.write(usage)
        return 0
      }
      let format = try arguments.choice("--format", of: Format.self) ?? .text
      let failOn = try arguments.choice("--fail-on", of: FailOn.self) ?? .never
      let paths = arguments.positional.isEmpty ? [FilePath.currentFolder] : arguments.positional.map { FilePath($0) }
      let configuration = configuration(governing: paths[0])
      let cache = arguments.has("--no-cache") ? nil : cache(for: paths, configuration)
      // Whatever becomes of the review: what was found out for it is kept.
      defer { close(cache) }
      let report = try review(paths, base: arguments.value("--base"), configuration, cache)
      for remark in report.remarks { Output.error("lacuna review: \(remark)\n") }
      guard Output.write(render(report, as: format)) else { return 2 }
      return fails(report, on: failOn) ? 1 : 0
    } catch let error as Arguments.Failure {
      Output.error("lacuna review: \(error)\n" + usage)
    } catch {
      Output.error("lacuna review: \(error)\n")
    }
    return 2
  }

  private static func configuration(governing path: FilePath) -> Configuration {
    let file = ConfigurationFile(governing: path)
    for message in file.messages { Output.error("lacuna review: \(message)\n") }
    return file.configuration()
  }

  private static func review(
    _ paths: [FilePath],
    base: String?,
    _ configuration: Configuration,
    _ cache: WorkspaceCache?
  ) throws -> ReviewReport {
    let progress = ProgressLine()
    defer { progress.clear() }
    let reviewer = Reviewer(
      analyzer: Analyzer(configuration: configuration.analysis),
      limits: configuration.reviewLimits,
      cache: cache,
      progress: { progress.update(done: $0, of: $1) }
    )
    guard let base else { return try reviewer.review(paths) }
    return try reviewer.review(paths, base: base)
  }

  // MARK: - The cache

  /// Nil where there is none; then everything is read anew.
  private static func cache(for paths: [FilePath], _ configuration: Configuration) -> WorkspaceCache? {
    do throws(CacheProblem) {
      return try WorkspaceCache.open(for: paths, configuration)
    } catch {
      warn(error)
      return nil
    }
  }

  private static func close(_ cache: WorkspaceCache?) {
    cache?.close()
    if let problem = cache?.problem { warn(problem) }
  }

  private static func warn(_ problem: CacheProblem) {
    Output.error("lacuna review: not all could be kept for the next time: \(problem) (LACUNA_CACHE=off: do without)\n")
  }

  private static func render(_ report: ReviewReport, as format: Format) -> [UInt8] {
    switch format {
    case .json: return JSONWriter.bytes(of: report, .pretty) + [UInt8(ascii: "\n")]
    case .sarif: return JSONWriter.bytes(of: SARIFReport(report), .pretty) + [UInt8(ascii: "\n")]
    case .github: return Array(GitHubAnnotations().render(report).utf8)
    case .markdown: return Array(MarkdownReport().render(report).utf8)
    case .text:
      let renderer = TextReport(style: TextStyle(isColoured: Output.wantsColour)) { path in
        guard case .bytes(let bytes) = FileContents(of: FilePath(path)) else { return nil }
        return SourceText(bytes)
      }
      return Array(renderer.render(report).utf8)
    }
  }

  private static func fails(_ report: ReviewReport, on level: FailOn) -> Bool {
    guard level != .never else { return false }
    for file in report.files {
      let touched = file.units.filter { $0.change != "unchanged" }
      for entry in file.entries + touched.flatMap(\.entries) where !entry.isSuppressed {
        if entry.outcome == "flagged" || (level == .unverified && entry.outcome == "unverified") { return true }
      }
    }
    return false
  }
}
