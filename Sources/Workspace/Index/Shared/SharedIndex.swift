import Analysis
package import Rules
package import SourceText

/// An index that some ask while others keep it up to date. What an editor holds open comes first, the files second.
///
/// Unchecked, because the compiler cannot see that the lock guards what is in here: nothing reaches it without.
package final class SharedIndex: @unchecked Sendable {
  private let lock = ReadWriteLock()
  private let index = WorkspaceIndex()
  /// What was last taken of each file that is not open.
  private var contents: [String: ContentHash] = [:]
  /// Files that an editor holds open, and whether they belong to the workspace.
  private var held: [String: Bool] = [:]
  private var isWhole = false
  private let belongs: @Sendable (String) -> Bool

  /// - Parameter belongs: whether a path would be found in the workspace: not what Git ignores.
  package init(belongs: @escaping @Sendable (String) -> Bool = { _ in true }) { self.belongs = belongs }

  /// Whether every file of the workspace has been taken in once.
  package var isComplete: Bool { lock.looking { isWhole } }

  /// Says that nothing is missing: from here on what is not found is not there.
  package func complete() { lock.changing { isWhole = true } }

  package var fileCount: Int { lock.looking { index.fileCount } }

  /// Paths of all files that were taken from the disk.
  package var filePaths: [String] { lock.looking { Array(contents.keys) } }

  /// The same, of those below a folder.
  func filePaths(below folder: String) -> [String] {
    let start = folder + "/"
    return lock.looking { contents.keys.filter { $0.hasPrefix(start) } }
  }

  /// Whether a file is known with this text, or is an editor's to tell.
  package func knows(_ path: String, content: ContentHash) -> Bool {
    lock.looking { held[path] != nil || contents[path] == content }
  }

  /// Takes in a file as it is on the disk, unless it is open in an editor.
  ///
  /// - Parameter summary: nil for one of which nothing can be known.
  /// - Returns: whether anything is different now.
  @discardableResult
  package func take(_ path: String, content: ContentHash, _ summary: FileSummary?) -> Bool {
    lock.changing {
      guard held[path] == nil else { return false }
      contents[path] = content
      guard let summary else { return index.remove(path: path) }
      return index.replace(summary)
    }
  }

  /// Forgets a file that is gone from the disk, unless it is open in an editor.
  @discardableResult
  package func forget(_ path: String) -> Bool {
    lock.changing {
      guard held[path] == nil else { return false }
      contents[path] = nil
      return index.remove(path: path)
    }
  }

  /// An editor closed a file: what is on the disk counts from now on, and must be taken in anew.
  package func release(_ path: String) {
    lock.changing {
      held[path] = nil
      contents[path] = nil
    }
  }
}

extension SharedIndex: Surroundings {
  package func take(_ summary: FileSummary) -> Bool {
    let path = summary.path
    let known = lock.looking { held[path] }
    // Looks at files, and so is not asked while others wait.
    let isPart = known ?? belongs(path)
    return lock.changing {
      held[path] = isPart
      guard isPart else { return index.remove(path: path) }
      return index.replace(summary)
    }
  }

  package func asking<Result>(about path: String, _ body: ((any WorkspaceFacts)?) -> Result) -> Result {
    lock.looking { body(isWhole ? index.facts(forFile: path) : nil) }
  }
}
