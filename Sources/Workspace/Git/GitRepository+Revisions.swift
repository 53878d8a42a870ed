extension GitRepository {
  /// The commit that a revision names, in any of Git's ways to say it.
  package func commit(_ revision: String) throws(GitError) -> ObjectID {
    // What begins like an option is none, whatever it would do.
    guard !revision.isEmpty, !revision.hasPrefix("-"), !revision.utf8.contains(where: { $0 == 0 || $0 == 10 }) else {
      throw .unknownRevision(revision)
    }
    // In two steps, since `:/words` takes all that follows for words.
    guard let object = try object(revision), let commit = try self.object("\(object)^{commit}") else {
      guard try object("HEAD") != nil else { throw .noCommits }
      throw .unknownRevision(revision)
    }
    return commit
  }

  /// The last commit that `HEAD` and a revision have in common.
  package func mergeBase(with revision: String) throws(GitError) -> ObjectID {
    let other = try commit(revision)
    let head = try commit("HEAD")
    let answer = try git.run(
      in: root,
      ["merge-base", head.description, other.description],
      answeringCodes: [0, 1]
    )
    guard let base = ObjectID(answer.dropLast()) else { throw .noMergeBase(revision) }
    return base
  }

  private func object(_ name: String) throws(GitError) -> ObjectID? {
    // It ends with 1 for most of what is no revision, and with 128 for some.
    let answer = try git.run(in: root, ["rev-parse", "--verify", "--quiet", name], answeringCodes: [0, 1, 128])
    return ObjectID(answer.dropLast())
  }
}
