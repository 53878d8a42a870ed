import Testing

@testable import Workspace

@Suite("A repository")
struct GitRepositoryTests {
  let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func git() throws -> Git { try Git(environment: TestRepository.environment(home: folder.path)) }

  /// The error that looking for a repository ends in.
  private func error(at path: FilePath) throws -> GitError? {
    let git = try git()
    do throws(GitError) {
      _ = try GitRepository(holding: path, git: git)
      return nil
    } catch {
      return error
    }
  }

  @Test func isFoundFromAnyPlaceInIt() throws {
    let repository = try TestRepository(in: folder)
    try repository.write("", to: "a/b/c.py")
    for place in ["a/b", "a/b/c.py", "a/gone/d.py", "."] as [FilePath] {
      let found = try GitRepository(holding: repository.root.appending(place), git: git())
      #expect(found.root == repository.root, "\(place)")
      #expect(found.gitFolder == repository.root.appending(".git"))
    }
  }

  @Test func mayHaveAnyName() throws {
    for name in ["with space", "line\nfeed", "-dash", "é\"'$`"] as [FilePath] {
      let repository = try TestRepository(at: name, in: folder)
      try repository.write("x", to: "a")
      try repository.commitAll()
      #expect(try repository.opened().root == repository.root)
      #expect(try repository.baseline().file(at: "a") == .text([0x78]))
    }
  }

  @Test func maySpreadOverWorkTrees() throws {
    let repository = try TestRepository(in: folder)
    try repository.write("x", to: "a")
    try repository.commitAll()
    try repository.git("worktree", "add", "-q", "../tree")
    let found = try GitRepository(holding: folder.path.appending("tree"), git: git())
    #expect(found.root == folder.path.appending("tree"))
    #expect(found.gitFolder == repository.root.appending(".git/worktrees/tree"))
    #expect(found.commonFolder == repository.root.appending(".git"))
    #expect(try Baseline(found, at: found.commit("HEAD")).file(at: "a") == .text([0x78]))
  }

  @Test func mayHoldAnother() throws {
    let inner = try TestRepository(at: "inner", in: folder)
    try inner.write("in", to: "a.py")
    try inner.commitAll()
    let outer = try TestRepository(at: "outer", in: folder)
    try outer.git("-c", "protocol.file.allow=always", "submodule", "-q", "add", "../inner", "sub")
    try outer.commitAll()

    let sub = try GitRepository(holding: outer.root.appending("sub/a.py"), git: git())
    #expect(sub.root == outer.root.appending("sub"))
    #expect(try Baseline(sub, at: sub.commit("HEAD")).file(at: "a.py") == .text(Array("in".utf8)))
    #expect(try outer.baseline().file(at: "sub") == .notAFile(.submodule))
    #expect(try outer.baseline().file(at: "sub/a.py") == .notAFile(.submodule))
    try outer.write("changed", to: "sub/a.py")
    #expect(try outer.baseline().changes() == [])
  }

  @Test func isNotEverywhere() throws {
    try folder.makeFolder("plain")
    #expect(try error(at: folder.path.appending("plain")) == .notARepository(folder.path.appending("plain")))
    let repository = try TestRepository(in: folder)
    #expect(try error(at: repository.root.appending(".git")) == .noWorkTree(repository.root.appending(".git")))
    try repository.git("init", "-q", "--bare", "../bare")
    #expect(try error(at: folder.path.appending("bare")) == .noWorkTree(folder.path.appending("bare")))
  }

  @Test func isToldByTheFolderAndNotByTheEnvironment() throws {
    let repository = try TestRepository(at: "repo", in: folder)
    let other = try TestRepository(at: "other", in: folder)
    var environment = repository.environment
    environment["GIT_DIR"] = "\(other.root)/.git"
    environment["GIT_WORK_TREE"] = "\(other.root)"
    environment["GIT_INDEX_FILE"] = "/nowhere"
    let found = try GitRepository(holding: repository.root, git: Git(environment: environment))
    #expect(found.root == repository.root)
  }

  @Test func withoutGitIsAnError() throws {
    var environment = TestRepository.environment(home: folder.path)
    environment["PATH"] = "\(folder.path)"
    #expect(throws: GitError.gitMissing) { try Git(environment: environment) }
  }

  @Test("with a Git that hangs is an error too", .timeLimit(.minutes(1)))
  func hangingGit() throws {
    let repository = try TestRepository(in: folder)
    try repository.commitAll()
    let opened = try repository.opened()
    try folder.write("#!/bin/sh\nsleep 1000 & sleep 1000\n", to: "bin/git")
    try folder.shell("chmod +x bin/git")
    var environment = repository.environment
    environment["PATH"] = "\(folder.path)/bin:\(environment["PATH"] ?? "")"
    let git = try Git(environment: environment, timeLimit: .milliseconds(200))
    #expect(throws: GitError.timedOut("rev-parse")) { try GitRepository(holding: repository.root, git: git) }
    let baseline = Baseline(opened.asked(by: git), at: try opened.commit("HEAD"))
    #expect(throws: GitError.timedOut("cat-file")) { try baseline.file(at: "a") }
  }

  @Test func tellsPathsInItFromOthers() throws {
    let repository = try TestRepository(in: folder)
    try repository.write("", to: "src/a.py")
    try folder.link("way", to: "repo/src")
    try folder.link("repo/link.py", to: "/etc/passwd")
    let opened = try repository.opened()
    func relative(_ path: FilePath) -> FilePath? { opened.relativePath(of: folder.path.appending(path)) }
    #expect(relative("repo/src/a.py") == "src/a.py")
    #expect(relative("way/a.py") == "src/a.py")
    #expect(relative("repo/gone/b/c.py") == "gone/b/c.py")
    #expect(relative("repo/link.py") == "link.py")
    #expect(relative("repo") == .currentFolder)
    #expect(relative("repo/src/..") == .currentFolder)
    #expect(relative("other.py") == nil)
    #expect(relative("repository/a.py") == nil)
  }
}

@Suite("A revision")
struct RevisionTests {
  let repository: TestRepository

  init() throws { repository = try TestRepository() }

  @Test func isACommitInAnyOfItsNames() throws {
    try repository.write("1", to: "a")
    try repository.commitAll()
    try repository.git("tag", "-a", "v1", "-m", "tag")
    try repository.write("2", to: "a")
    try repository.git("commit", "-q", "-am", "second words")
    let opened = try repository.opened()
    let first = try repository.git("rev-parse", "HEAD~1").dropLast()
    let second = try repository.git("rev-parse", "HEAD").dropLast()
    for name in ["v1", "HEAD~1", "HEAD^", String(first), String(first.prefix(10))] {
      #expect(try opened.commit(name).description == first, "\(name)")
    }
    for name in ["main", "@", ":/second words"] { #expect(try opened.commit(name).description == second, "\(name)") }
    try repository.git("checkout", "-q", "--detach", "HEAD~1")
    #expect(try opened.commit("HEAD").description == first)
  }

  @Test(arguments: ["nowhere", "", "-x", "--all", "HEAD:a", "a\nb", "HEAD~99", "deadbeef", "main..HEAD", "HEAD@{99}"])
  func thatIsNoneIsAnError(name: String) throws {
    try repository.write("1", to: "a")
    try repository.commitAll()
    let opened = try repository.opened()
    #expect(throws: GitError.unknownRevision(name)) { try opened.commit(name) }
  }

  @Test func needsACommit() throws {
    let opened = try repository.opened()
    #expect(throws: GitError.noCommits) { try opened.commit("HEAD") }
    #expect(throws: GitError.noCommits) { try opened.mergeBase(with: "main") }
  }

  @Test func mayBeWhereTwoBranchesParted() throws {
    try repository.commitAll()
    let parting = try repository.git("rev-parse", "HEAD").dropLast()
    try repository.git("checkout", "-q", "-b", "work")
    try repository.commitAll()
    try repository.git("checkout", "-q", "main")
    try repository.write("1", to: "a")
    try repository.commitAll()
    try repository.git("checkout", "-q", "work")
    let opened = try repository.opened()
    #expect(try opened.mergeBase(with: "main").description == parting)
    try repository.git("checkout", "-q", "--orphan", "alone")
    try repository.write("2", to: "b")
    try repository.commitAll()
    #expect(throws: GitError.noMergeBase("main")) { try opened.mergeBase(with: "main") }
  }

  @Test func readsWellInAnError() {
    #expect(GitError.unknownRevision("x").description == "`x` is not a revision of this repository.")
  }
}
