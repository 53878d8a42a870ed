import Analysis
import JSONText
import LanguageServerProtocol
import Review
import SourceText
import Workspace

/// The review of a whole workspace folder, on command.
extension Session {
  /// The folder that a command names, or the first.
  func reviewedFolder(_ arguments: [JSONValue]) throws(ResponseError) -> PageAddress {
    if case .string(let uri)? = arguments.first {
      let address = PageAddress(document: DocumentURI(uri))
      guard folder(at: address) != nil else {
        throw ResponseError(.requestFailed, "`\(uri)` is no folder of the workspace.")
      }
      return address
    }
    guard let root = settings.roots.first(where: { $0.path != nil }) else {
      throw ResponseError(.requestFailed, "There is no workspace folder to review.")
    }
    return PageAddress(document: root.uri)
  }

  /// The workspace folder whose page an address is of; nil for pages of documents.
  func folder(at address: PageAddress) -> FilePath? {
    guard address.unit == nil, let path = address.document.pathBytes.map({ FilePath($0).tidied }) else { return nil }
    return settings.roots.first { $0.path == path }?.path
  }

  /// Reviews what differs from the baseline below a folder; where there is none, all of it as it stands.
  func makeWorkspacePage(_ folder: FilePath, _ then: @escaping (Result<Page, ResponseError>) -> Void) {
    let serial = nextSerial()
    waitingPages[serial, default: []].append(then)
    let configuration =
      settings.roots.first { $0.path == folder }
      .map { $0.file.configuration(overriddenBy: settings.editor) } ?? settings.general
    errands.run { [inbox, environment = options.environment] in
      let page = Session.workspacePage(of: folder, configuration, environment)
      inbox.put(
        .handedIn { session in
          for then in session.waitingPages.removeValue(forKey: serial) ?? [] { then(page) }
        }
      )
    }
  }

  private static func workspacePage(
    of folder: FilePath,
    _ configuration: Configuration,
    _ environment: ProcessEnvironment
  ) -> Result<Page, ResponseError> {
    // The same that the command line keeps; that it cannot be had changes nothing that the page says.
    let cache = (try? WorkspaceCache.open(for: [folder], configuration, environment: environment)) ?? nil
    defer { cache?.close() }
    let reviewer = Reviewer(
      analyzer: Analyzer(configuration: configuration.analysis),
      limits: configuration.reviewLimits,
      cache: cache
    )
    let writer = MarkdownReport { path, line in
      (DocumentURI(pathBytes: FilePath(path).bytes).text) + "#L\(line)"
    }
    var note = ""
    do throws(Reviewer.Failure) {
      let report: ReviewReport
      do throws(Reviewer.Failure) {
        report = try reviewer.review([folder], base: configuration.baseline)
      } catch {
        // Nothing to compare with is no reason to say nothing; it is one to say so.
        guard case .git(let cause) = error else { throw error }
        note = "\n> Compared with nothing: \(cause)\n"
        report = try reviewer.review([folder])
      }
      let counts = report.summary
      let changed = report.base == nil ? "" : "\(counts.changedUnits) changed · "
      let short = "\(changed)\(counts.flagged) flagged · \(counts.unverified) could not be verified"
      return .success(Page(markdown: writer.render(report) + note, short: short))
    } catch {
      return .failure(ResponseError(.requestFailed, "\(error)"))
    }
  }
}
