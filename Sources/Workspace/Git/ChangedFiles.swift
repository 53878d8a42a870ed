extension Baseline {
  /// The files of the work tree that differ from the commit, sorted by path: committed since, staged or not, untracked
  /// too unless ignored.
  ///
  /// Files that are equal but for their line ends are not in it, nor are links, submodules, and what is in another
  /// repository inside this one. `folders` narrows it down, as paths below the root.
  package func changes(in folders: [FilePath] = []) throws(GitError) -> [FileChange] {
    var bases = try differing(in: folders)
    for path in try untracked(in: folders) where bases[path] == nil { bases[path] = .some(nil) }

    var changes: [FileChange] = []
    for (path, base) in bases.sorted(by: { $0.key < $1.key }) {
      let isFile = (try? FileStatus(of: repository.root.appending(path), following: false))?.kind == .file
      switch (base, isFile) {
      case (nil, true): changes.append(FileChange(path: path, kind: .added, base: nil))
      case (let base?, false): changes.append(FileChange(path: path, kind: .removed, base: base))
      case (let base?, true):
        if try !holdsTheSame(path, as: base) { changes.append(FileChange(path: path, kind: .modified, base: base)) }
      case (nil, false): break
      }
    }
    return try RenameSearch(self, changes).result()
  }

  /// What Git holds for different: each path with the file it was, or nil where it was none. Git goes by time stamps
  /// where it can, so a file may be in it that is not different.
  private func differing(in folders: [FilePath]) throws(GitError) -> [FilePath: ObjectID?] {
    let arguments = [
      "diff-index", "--raw", "-z", "--no-abbrev", "--no-renames", "--no-ext-diff", "--no-textconv",
      "--ignore-submodules=all", commit.description, "--",
    ]
    let output = try repository.git.run(
      in: repository.root,
      arguments,
      paths: folders,
      settings: try repository.disabledFilters()
    )
    // `:<mode before> <mode now> <id before> <id now> <letter>`, NUL, path, NUL.
    var bases: [FilePath: ObjectID?] = [:]
    var fields = output.split(separator: 0)[...]
    while let description = fields.popFirst(), let name = fields.popFirst() {
      let words = description.dropFirst().split(separator: UInt8(ascii: " "))
      guard words.count == 5 else { throw .failed("diff-index", "unexpected answer") }
      bases[FilePath(Array(name))] = .some(TreeEntry.Kind(mode: words[0]) == .file ? ObjectID(words[2]) : nil)
    }
    return bases
  }

  private func untracked(in folders: [FilePath]) throws(GitError) -> [FilePath] {
    let output = try repository.git.run(
      in: repository.root,
      ["ls-files", "-z", "--others", "--exclude-standard", "--"],
      paths: folders
    )
    // A name that ends in a slash is another repository.
    return output.split(separator: 0).filter { $0.last != UInt8(ascii: "/") }.map { FilePath(Array($0)) }
  }

  private func holdsTheSame(_ path: FilePath, as base: ObjectID) throws(GitError) -> Bool {
    guard case .bytes(let now) = FileContents(of: repository.root.appending(path), followingLinks: false) else {
      return false
    }
    // Where all time stamps are new, as after a copy, this is asked of every file.
    if base.isSHA1, ObjectID(ofBlob: now) == base { return true }
    guard case .text(let before) = try contents(of: base) else { return false }
    return LineEndings.areEqualWithoutReturns(before, now)
  }
}

extension GitRepository {
  /// Settings that turn every configured filter off. Comparing a work tree may run them, and a repository's own
  /// configuration may name any program.
  fileprivate func disabledFilters() throws(GitError) -> [(key: String, value: String)] {
    let output = try git.run(
      in: root,
      ["config", "--null", "--name-only", "--get-regexp", "^filter\\."],
      answeringCodes: [0, 1]
    )
    var names = Set<String>()
    for key in output.split(separator: 0) {
      let key = String(decoding: key, as: UTF8.self)
      guard let end = key.lastIndex(of: "."), key.hasPrefix("filter."), key[..<end].count > 7 else { continue }
      names.insert(String(key[..<end]))
    }
    return names.sorted().flatMap { name in
      [("\(name).clean", ""), ("\(name).smudge", ""), ("\(name).process", ""), ("\(name).required", "false")]
    }
  }
}
